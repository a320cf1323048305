import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryHost } from '../../host/memory';
import { dropDraft } from './dropping.svelte';
import { COALESCE_MS, OrderSession } from './order.svelte';

const draft = 'ord_4410228290';

async function opened(host: MemoryHost = createMemoryHost(), id = draft): Promise<OrderSession> {
  const session = new OrderSession(host, id);
  await session.open();
  return session;
}

function saves(host: MemoryHost) {
  return host.calls.filter((call) => call.method === 'saveDraft');
}

describe('an opened order', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('saves typing once, 300 ms after its first letter', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    for (const city of ['S', 'Se', 'Sev']) {
      session.edit((form) => (form.calling.address.city = city));
    }
    await vi.advanceTimersByTimeAsync(COALESCE_MS - 1);
    expect(saves(host)).toHaveLength(0);
    expect(session.saveState).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(saves(host)).toHaveLength(1);
    expect(session.saveState).toBe('saved');
    expect(host.order(draft).form?.calling.address.city).toBe('Sev');
  });

  it('never waits longer than 300 ms while typing goes on', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    for (let letter = 0; letter < 10; letter += 1) {
      session.edit((form) => (form.calling.sip_name += 'x'));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saves(host).length).toBeGreaterThanOrEqual(3);
  });

  it('says saved only after the program answered', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    let answer: () => void = () => undefined;
    const real = host.saveDraft.bind(host);
    vi.spyOn(host, 'saveDraft').mockImplementation(async (id, form, before) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return real(id, form, before);
    });
    session.edit((form) => (form.calling.sip_name = 'zurita'));
    const flushed = session.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(session.saveState).toBe('saving');
    answer();
    expect(await flushed).toBe(true);
    expect(session.saveState).toBe('saved');
  });

  it('saves what was typed while a save was under way', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    session.edit((form) => (form.calling.sip_name = 'a'));
    const first = session.flush();
    session.edit((form) => (form.calling.sip_name = 'ab'));
    await first;
    expect(await session.flush()).toBe(true);
    expect(host.order(draft).form?.calling.sip_name).toBe('ab');
  });

  it('keeps what could not be saved and saves it when asked again', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    host.fail('saveDraft', 'disk_full');
    session.edit((form) => (form.calling.sip_name = 'zurita'));
    expect(await session.flush()).toBe(false);
    expect(session.saveState).toBe('failed');
    expect(session.saveFailure?.code).toBe('disk_full');
    expect(session.form.calling.sip_name).toBe('zurita');
    expect(await session.flush()).toBe(true);
    expect(host.order(draft).form?.calling.sip_name).toBe('zurita');
  });

  it('flushes when it is closed', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    session.edit((form) => (form.calling.sip_name = 'zurita'));
    expect(await session.close()).toBe(true);
    expect(host.order(draft).form?.calling.sip_name).toBe('zurita');
  });

  /** What the program had to say before it was asked for more arrives late. */
  async function readLate(session: OrderSession, host: MemoryHost, meanwhile: () => Promise<void>) {
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const before = await host.openOrder(draft);
    vi.spyOn(host, 'openOrder')
      .mockImplementationOnce(async () => {
        await late;
        return before;
      })
      // Nothing newer comes to put it right.
      .mockImplementation(() => new Promise(() => undefined));
    void session.reload();
    await meanwhile();
    arrive();
    await vi.advanceTimersByTimeAsync(0);
  }

  it('never shows again the answers from before they were saved', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    session.edit((form) => (form.calling.sip_name = 'typed'));
    await readLate(session, host, async () => {
      expect(await session.flush()).toBe(true);
    });
    expect(session.form.calling.sip_name).toBe('typed');
  });

  it('never shows again the organization from before another was chosen', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    const { candidates } = await host.findOrganizations(draft, 'customer');
    const now = session.choiceOf('customer');
    const chosenNow = now.choice === 'existing' ? now.candidate.organization_id : '';
    const others = candidates.filter(({ organization_id: id }) => id !== chosenNow);
    const chosen = others[0]?.organization_id ?? '';
    await readLate(session, host, async () => {
      const choose = { choice: 'existing', organization_id: chosen } as const;
      expect(await session.choose('customer', choose)).toBeNull();
    });
    const choice = session.choiceOf('customer');
    expect(choice.choice === 'existing' && choice.candidate.organization_id).toBe(chosen);
  });

  it('takes in a change from elsewhere without touching unsaved typing', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    session.edit((form) => (form.calling.sip_name = 'typed'));
    host.order(draft).note = 'Call first';
    host.emit('orders_changed', { ids: [draft], all: false });
    await vi.advanceTimersByTimeAsync(0);
    expect(session.view?.note).toBe('Call first');
    expect(session.form.calling.sip_name).toBe('typed');
    await vi.advanceTimersByTimeAsync(COALESCE_MS);
    expect(host.order(draft).form?.calling.sip_name).toBe('typed');
  });

  it('does not read the order again for a change of another one', async () => {
    const host = createMemoryHost();
    await opened(host);
    const before = host.calls.length;
    host.emit('orders_changed', { ids: ['ord_other'], all: false });
    await vi.advanceTimersByTimeAsync(0);
    expect(host.calls).toHaveLength(before);
  });

  it('begins no draft by looking', async () => {
    const host = createMemoryHost();
    const clean = host.orders.find(
      (order) => order.form === null && order.status === 'awaiting_details' && !order.queue.length,
    );
    const session = await opened(host, clean?.id);
    session.visit('customer');
    await vi.advanceTimersByTimeAsync(COALESCE_MS);
    expect(saves(host)).toHaveLength(0);
  });

  it('brings a dropped draft back', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    await session.host.findOrganizations(draft, 'partner');
    await session.host.findOrganizations(draft, 'customer');
    const { failure, undo } = await dropDraft(session);
    expect(failure).toBeNull();
    expect(host.order(draft).form).toBeNull();
    expect(await undo()).toBeNull();
    expect(host.order(draft).form?.meetings.sites[0]?.name).toBe('zurita');
    expect(host.order(draft).customer.choice).toBe('existing');
  });

  describe('that has something unusual', () => {
    const postal = '/calling/address/postal_code';

    async function unusual(): Promise<OrderSession> {
      const session = await opened();
      session.edit((form) => {
        form.calling.country = 'ES';
        form.calling.address.postal_code = '4100';
      });
      await session.flush();
      return session;
    }

    it('warns at its field once that was left, at once after the save', async () => {
      const session = await unusual();
      expect(session.warningAt(postal)).toBeNull();
      session.touch(postal);
      expect(session.warningAt(postal)?.code).toBe('postal_code_unusual');
      session.edit((form) => (form.calling.address.postal_code = '41001'));
      await session.flush();
      expect(session.warningAt(postal)).toBeNull();
    });

    it('warns on a step that was gone through', async () => {
      const session = await unusual();
      session.reveal('calling');
      expect(session.warningAt(postal)?.code).toBe('postal_code_unusual');
    });

    it('says first what is wrong', async () => {
      const session = await unusual();
      session.touch(postal);
      session.told = [{ pointer: postal, code: 'required', params: {}, step: 'calling' }];
      expect(session.warningAt(postal)).toBeNull();
    });

    it('warns where the confirmation page did, and no longer than it is unusual', async () => {
      const session = await unusual();
      const { problems, warnings } = await session.host.prepareConfirmation(draft);
      const dry = {
        pointer: '/calling/sip_name',
        code: 'unknown_value',
        params: {},
        step: 'calling',
      };
      session.remember(problems, [...warnings, dry]);
      expect(session.warningAt(postal)).not.toBeNull();
      expect(session.warningAt('/calling/sip_name')).not.toBeNull();
      session.edit((form) => (form.calling.country = 'PT'));
      await session.flush();
      expect(session.warningAt(postal)).toBeNull();
      session.settle('/calling/sip_name');
      expect(session.warningAt('/calling/sip_name')).toBeNull();
    });
  });

  it('saves a new organization as it is typed', async () => {
    const host = createMemoryHost();
    const session = await opened(host);
    const typed = {
      name: 'Zu',
      vertical: '',
      country: 'ES',
      admin_email: '',
      create_anyway: false,
    };
    session.editCreated('customer', typed);
    session.editCreated('customer', { ...typed, name: 'Zurita' });
    await vi.advanceTimersByTimeAsync(COALESCE_MS);
    expect(host.calls.filter((call) => call.method === 'chooseOrganization')).toHaveLength(1);
    expect(host.order(draft).customer).toMatchObject({ choice: 'create', name: 'Zurita' });
  });
});
