// Two windows on one order: neither loses what was typed in the other.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryHost } from '../../host/memory';
import { COALESCE_MS, OrderSession } from './order.svelte';

const draft = 'ord_4410228290';

async function two(host: MemoryHost = createMemoryHost()) {
  const here = new OrderSession(host, draft);
  const there = new OrderSession(host, draft);
  await here.open();
  await there.open();
  return { host, here, there, kept: () => host.order(draft).form };
}

/** Whatever was told has arrived; nobody's typing is due yet. */
const arrived = () => vi.advanceTimersByTimeAsync(0);

describe('an order in two windows', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows here what was answered there', async () => {
    const { here, there } = await two();
    there.edit((form) => (form.calling.sip_name = 'there'));
    await there.flush();
    await arrived();
    expect(here.form.calling.sip_name).toBe('there');
    expect(here.dirty).toBe(false);
  });

  it('takes over field by field while something else is typed here', async () => {
    const { here, there, kept } = await two();
    here.edit((form) => (form.calling.address.city = 'Sevilla'));
    there.edit((form) => (form.calling.sip_name = 'there'));
    await there.flush();
    await arrived();
    expect(here.form.calling).toMatchObject({ sip_name: 'there', address: { city: 'Sevilla' } });
    expect(here.saveState).toBe('waiting');
    await vi.advanceTimersByTimeAsync(COALESCE_MS);
    expect(kept()?.calling).toMatchObject({ sip_name: 'there', address: { city: 'Sevilla' } });
    expect(there.form.calling.address.city).toBe('Sevilla');
  });

  it('never takes a letter out of the field in which somebody types', async () => {
    const { here, there, kept } = await two();
    here.edit((form) => (form.calling.sip_name = 'here'));
    there.edit((form) => (form.calling.sip_name = 'there'));
    await there.flush();
    await arrived();
    expect(here.form.calling.sip_name).toBe('here');
    await here.flush();
    expect(kept()?.calling.sip_name).toBe('here');
  });

  it('loses nothing when both save before either hears of it', async () => {
    const { host, here, there, kept } = await two();
    const open = host.openOrder.bind(host);
    let tell = (): void => undefined;
    const told = new Promise<void>((resolve) => (tell = resolve));
    vi.spyOn(host, 'openOrder').mockImplementation(async (id) => {
      await told;
      return open(id);
    });
    here.edit((form) => (form.calling.address.city = 'Sevilla'));
    there.edit((form) => (form.calling.sip_name = 'there'));
    await Promise.all([here.flush(), there.flush()]);
    expect(kept()?.calling).toMatchObject({ sip_name: 'there', address: { city: 'Sevilla' } });
    tell();
    await arrived();
    for (const session of [here, there]) {
      expect(session.form.calling).toMatchObject({
        sip_name: 'there',
        address: { city: 'Sevilla' },
      });
    }
  });

  it('keeps what was typed while a save with news was under way', async () => {
    const { here, there, kept } = await two();
    there.edit((form) => (form.calling.sip_name = 'there'));
    await there.flush();
    here.edit((form) => (form.calling.address.city = 'S'));
    const saving = here.flush();
    here.edit((form) => (form.calling.address.city = 'Sevilla'));
    await saving;
    expect(here.form.calling).toMatchObject({ sip_name: 'there', address: { city: 'Sevilla' } });
    await here.flush();
    expect(kept()?.calling.address.city).toBe('Sevilla');
  });

  it('shows here the note that is typed there', async () => {
    const { here, there } = await two();
    there.note.type('Call first');
    await there.note.flush();
    await arrived();
    expect(here.note.text).toBe('Call first');
  });
});
