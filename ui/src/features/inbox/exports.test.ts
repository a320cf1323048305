import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../../host/memory';
import type { ExportProgress } from '../../host/types';
import type { ListView } from '../../shared/app';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

const zurita = 'ord_4410228290';
const inbox: ListView = 'inbox';
let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function open(options: MemoryOptions = {}) {
  const host = createMemoryHost(options);
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  stop = () => list.stop();
  renderIn(app, Inbox, { list, view: inbox, order: null });
  await waitFor(() => expect(list.total).not.toBeNull());
  return { host, app, list, user: userEvent.setup() };
}

type Opened = Awaited<ReturnType<typeof open>>;

async function choose({ user }: Opened, item: string) {
  await user.click(screen.getByTestId('export-menu'));
  await user.click(screen.getByTestId(item));
}

describe('exporting the list', () => {
  it('offers tables, a calendar and summaries, and to take values of a table', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Export…' }));
    const items = within(screen.getByRole('menu', { name: 'Export…' })).getAllByRole('menuitem');
    expect(items.map((item) => item.textContent.trim())).toEqual([
      'Table as CSV…',
      'Table for Excel…',
      'Deadlines as a calendar…',
      'Summaries as PDF…',
      'Values from a table…',
    ]);
    await expectNoViolations();
  });

  it.each([
    ['export-csv', 'csv'],
    ['export-xlsx', 'xlsx'],
  ])('%s writes what the list shows, with its filters and its sort', async (item, format) => {
    const here = await open();
    const { host, app, list } = here;
    list.toggleService('calling');
    list.sortBy('customer', true);
    await waitFor(() => expect(list.total).toBeLessThan(10));
    await choose(here, item);
    expect(host.called('exportOrders')).toEqual([
      expect.objectContaining({
        view: 'inbox',
        text: '',
        states: [],
        services: ['calling'],
        sort: 'customer',
        descending: true,
      }),
      format,
      'en',
    ]);
    await waitFor(() => expect(app.told).toHaveLength(1));
    expect(app.told[0]).toMatchObject({
      severity: 'success',
      title: `${String(list.total)} orders exported`,
      detail: `/home/ana/Documents/Turnup orders 2026-11-22.${format}`,
    });
  });

  it('shows in its folder what was written', async () => {
    const here = await open();
    await choose(here, 'export-csv');
    await waitFor(() => expect(here.app.told).toHaveLength(1));
    const [show] = here.app.told[0]?.actions ?? [];
    expect(show?.label).toBe('Show in folder');
    show?.run();
    expect(here.host.called('showExported')).toEqual([
      '/home/ana/Documents/Turnup orders 2026-11-22.csv',
    ]);
  });

  it('says how many orders have no place in a calendar', async () => {
    const here = await open();
    here.list.show('all', '');
    await waitFor(() => expect(here.list.total).toBeGreaterThan(10));
    await choose(here, 'export-calendar');
    await waitFor(() => expect(here.app.told).toHaveLength(1));
    expect(here.app.told[0]?.title).toMatch(/^\d+ deadlines saved as a calendar$/);
    expect(here.app.told[0]?.detail).toMatch(
      /^\d+ orders? of the list ha(s|ve) no deadline ahead\.$/,
    );
  });

  it.each([
    ['disk_full', 'error', 'The disk is full'],
    ['no_deadline', 'info', 'There is no deadline ahead'],
    ['export_running', 'info', 'Something else is still going over many orders'],
  ])('tells %s in words', async (code, severity, title) => {
    const here = await open();
    here.host.fail('exportOrders', code);
    await choose(here, 'export-calendar');
    await waitFor(() => expect(here.app.told).toHaveLength(1));
    expect(here.app.told[0]).toMatchObject({ severity, title });
  });

  it('names what a spreadsheet or another program stands in the way of', async () => {
    const here = await open();
    const params = { count: '1200000', max: '1048575' };
    here.host.fail('exportOrders', { code: 'too_many_rows', params });
    await choose(here, 'export-xlsx');
    await waitFor(() => expect(here.app.told).toHaveLength(1));
    expect(here.app.told[0]?.title).toContain('1,200,000');
    expect(here.app.told[0]?.detail).toContain('Export them as CSV');
    here.host.fail('exportOrders', {
      code: 'file_in_use',
      params: { name: 'a.xlsx', reason: 'in_use' },
    });
    await choose(here, 'export-xlsx');
    await waitFor(() => expect(here.app.told).toHaveLength(2));
    expect(here.app.told[1]?.title).toContain('is open in another program');
  });

  it('says that it was stopped and that nothing is left', async () => {
    const here = await open();
    vi.spyOn(here.host, 'exportOrders').mockResolvedValue({
      cancelled: true,
      path: '/home/ana/x.csv',
      rows: 0,
      left_out: 0,
    });
    await choose(here, 'export-csv');
    await waitFor(() => expect(here.app.told).toHaveLength(1));
    expect(here.app.told[0]).toMatchObject({ severity: 'info', title: 'The export was stopped' });
    expect(here.app.told[0]?.actions).toBeUndefined();
  });

  it('says nothing when no place was chosen', async () => {
    const here = await open();
    vi.spyOn(here.host, 'exportOrders').mockResolvedValue(null);
    await choose(here, 'export-csv');
    await waitFor(() => expect(here.app.exports.busy).toBe(false));
    expect(here.app.told).toEqual([]);
  });

  it('begins no second one while one runs, nor one of an empty list', async () => {
    const here = await open({ pace: 20 });
    await choose(here, 'export-csv');
    await here.user.click(screen.getByTestId('export-menu'));
    for (const item of screen.getAllByRole('menuitem')) expect(item).toBeDisabled();
    await waitFor(() => expect(here.app.told).toHaveLength(1));
    expect(screen.getByTestId('export-csv')).toBeEnabled();
    here.list.show('inbox', 'nobody is called so');
    await waitFor(() => expect(here.list.total).toBe(0));
    expect(screen.getByTestId('export-csv')).toBeDisabled();
  });
});

describe('one deadline', () => {
  it('goes into the calendar from the order at the side', async () => {
    const { host, app, list, user } = await open();
    list.choose(zurita);
    await waitFor(() => expect(list.detail?.id).toBe(zurita));
    await user.click(screen.getByRole('button', { name: 'More for this order' }));
    await user.click(screen.getByRole('menuitem', { name: 'Add deadline to calendar…' }));
    expect(host.called('exportDeadline')).toEqual([zurita, 'en']);
    await waitFor(() => expect(app.told).toHaveLength(1));
    expect(app.told[0]).toMatchObject({
      title: 'Deadline saved as a calendar',
      detail: 'Open the file to put it into your calendar.',
    });
  });

  it('is not offered where nothing closes any more', async () => {
    const { host, list, user } = await open();
    host.order(zurita).closesIn = null;
    host.emit('orders_changed', { ids: [zurita], all: false });
    list.choose(zurita);
    await waitFor(() => expect(list.detail?.deadline.urgency).toBe('none'));
    await user.click(screen.getByRole('button', { name: 'More for this order' }));
    expect(screen.queryByTestId('add-deadline')).toBeNull();
  });
});

describe('many summaries', () => {
  async function dialog(options: MemoryOptions = {}) {
    const here = await open(options);
    await choose(here, 'export-summaries');
    await screen.findByTestId('summaries-orders');
    return here;
  }
  const boxes = () => within(screen.getByTestId('summaries-orders')).getAllByRole('checkbox');

  it('lists what the list shows, all of it chosen', async () => {
    await dialog();
    expect(boxes()).toHaveLength(10);
    for (const box of boxes()) expect(box).toBeChecked();
    expect(screen.getByTestId('summaries-chosen')).toHaveTextContent('10 of 10 chosen');
    expect(screen.getByTestId('summaries-save')).toHaveTextContent('Save 10 summaries…');
    await expectNoViolations();
  });

  it('saves those that are left chosen, one file each', async () => {
    const { host, app, user } = await dialog();
    await user.click(screen.getByTestId('summaries-none'));
    expect(screen.getByTestId('summaries-save')).toBeDisabled();
    await user.click(screen.getByTestId('summary-4410-228290'));
    await user.click(screen.getByTestId('summaries-save'));
    expect(host.called('saveSummaries')).toEqual([[zurita], false, 'en']);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.told[0]).toMatchObject({ severity: 'success', title: '1 summary saved' });
    app.told[0]?.actions?.[0]?.run();
    expect(host.called('showExported')).toEqual(['/home/ana/Documents/Summaries']);
  });

  it('joins them in one file when asked', async () => {
    const { host, user } = await dialog();
    await user.click(screen.getByTestId('summaries-how-joined'));
    await user.click(screen.getByTestId('summaries-save'));
    expect(host.called('saveSummaries')?.[1]).toBe(true);
  });

  it('offers one file for as many as it can hold, and says what is beyond reach', async () => {
    await dialog({ more: 3_000 });
    expect(boxes()).toHaveLength(1_000);
    expect(screen.getByTestId('summaries-how-joined')).toBeDisabled();
    expect(screen.getByText(/these are the first 1,000/)).toBeInTheDocument();
  });

  it('makes room for the progress as soon as it is written', async () => {
    const { app, host } = await dialog();
    const progress: ExportProgress = { kind: 'summaries', name: 'x', done: 0, total: 10 };
    host.emit('export_moved', { progress });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.exports.progress).toEqual(progress);
  });

  it('stays open when no folder was chosen', async () => {
    const { app, host, user } = await dialog();
    vi.spyOn(host, 'saveSummaries').mockResolvedValue(null);
    await user.click(screen.getByTestId('summaries-save'));
    await waitFor(() => expect(app.exports.busy).toBe(false));
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('speaks French', async () => {
    setLanguage('fr');
    await dialog();
    expect(screen.getByTestId('summaries-save')).toHaveTextContent(
      'Enregistrer 10 récapitulatifs…',
    );
    await expectNoViolations();
  });
});
