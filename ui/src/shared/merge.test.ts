import { describe, expect, it } from 'vitest';

import { blankForm } from './blankForm';
import { merged, same } from './merge';

const site = (name: string) => ({
  name,
  time_zone: '',
  early_release: null,
  managed_in: 'control_hub',
  licenses: { '1': 10 },
});

function form(change: (form: ReturnType<typeof blankForm>) => void, from = blankForm()) {
  const changed = structuredClone(from);
  change(changed);
  return changed;
}

describe('answers from two windows', () => {
  it('go together where they are to different fields', () => {
    const typed = form((one) => (one.calling.sip_name = 'zurita'));
    const kept = form((one) => (one.calling.address.city = 'Sevilla'));
    const both = merged(blankForm(), typed, kept);
    expect(both.calling).toMatchObject({ sip_name: 'zurita', address: { city: 'Sevilla' } });
  });

  it('stand as they were typed where they are to the same field', () => {
    const typed = form((one) => (one.calling.sip_name = 'typed'));
    const kept = form((one) => (one.calling.sip_name = 'kept'));
    expect(merged(blankForm(), typed, kept).calling.sip_name).toBe('typed');
  });

  it('do not bring back what was taken away', () => {
    const before = form((one) => (one.when = { meetings: 'now' }));
    const typed = form((one) => (one.handover.email = 'luis@andaluza.example'), before);
    const both = merged(before, typed, blankForm());
    expect(both.when).toEqual({});
    expect(both.handover.email).toBe('luis@andaluza.example');
  });

  it('go together within each site', () => {
    const before = form((one) => (one.meetings.sites = [site('a'), site('b')]));
    const typed = form((one) => Object.assign(one.meetings.sites[0] ?? {}, { name: 'x' }), before);
    const kept = form((one) => {
      Object.assign(one.meetings.sites[0] ?? {}, { licenses: { '1': 7 } });
      Object.assign(one.meetings.sites[1] ?? {}, { time_zone: 'Europe/Madrid' });
    }, before);
    expect(merged(before, typed, kept).meetings.sites).toEqual([
      { ...site('x'), licenses: { '1': 7 } },
      { ...site('b'), time_zone: 'Europe/Madrid' },
    ]);
  });

  it('keep the sites that were typed where one came', () => {
    const before = form((one) => (one.meetings.sites = [site('a')]));
    const typed = form((one) => one.meetings.sites.push(site('new')), before);
    const kept = form((one) => (one.meetings.sites = [site('kept')]), before);
    expect(merged(before, typed, kept).meetings.sites.map(({ name }) => name)).toEqual([
      'a',
      'new',
    ]);
  });

  it('are the same when they say the same', () => {
    expect(same(blankForm(), blankForm())).toBe(true);
    expect(same({ when: {} }, { when: { meetings: 'now' } })).toBe(false);
    expect(same({ a: undefined }, { b: undefined })).toBe(false);
    expect(same([1, 2], [1])).toBe(false);
  });
});
