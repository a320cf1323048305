import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../../host/memory';
import type { ColumnView } from '../../host/types';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import { arrange, columnNames, fitting, leastWidth, template } from './columns.svelte';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

let stop: (() => void) | undefined;
afterEach(() => {
  stop?.();
  setLanguage('en');
});

async function open(options: MemoryOptions = {}) {
  const host = createMemoryHost(options);
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  stop = () => list.stop();
  renderIn(app, Inbox, { list, view: 'inbox' as const, order: null });
  await waitFor(() => expect(list.total).not.toBeNull());
  const kept = () => app.settings.columns.filter(({ shown }) => shown).map(({ name }) => name);
  return { host, app, list, kept, user: userEvent.setup() };
}

const first = ['Order', 'Customer', 'Services', 'Closes', 'State'];
/** Behind what chooses every row. */
const heads = () =>
  screen
    .getAllByRole('columnheader')
    .slice(1)
    .map((head) => head.getAttribute('aria-label'));
const head = (name: string) => screen.getByRole('columnheader', { name });
const border = (name: string) => within(head(name)).getByRole('separator');
const grid = () => screen.getByRole('grid');
const lines = () => screen.getAllByRole('row').slice(1);
const column = (name: string, more: Partial<ColumnView> = {}): ColumnView => ({
  name,
  shown: true,
  width: 0,
  ...more,
});
const shownOf = (kept: readonly ColumnView[]) =>
  fitting(arrange(kept), null).map(({ name }) => name);

describe('what is kept of columns', () => {
  it.each([
    ['nothing', []],
    ['only what nobody knows', [column('price'), column('__proto__'), column('constructor')]],
    ['nothing that is shown', [column('order', { shown: false })]],
  ])('is as the program comes where there is %s', (_, kept) => {
    expect(arrange(kept)).toEqual(arrange([]));
    expect(shownOf(kept)).toEqual(['order', 'customer', 'services', 'closes', 'state']);
  });

  it('has every column once, those that were not kept hidden behind the others', () => {
    const kept = [column('note'), column('price'), column('order'), column('note')];
    expect(shownOf(kept)).toEqual(['note', 'order']);
    const names = arrange(kept).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(['note', 'order']);
    expect(names.toSorted()).toEqual(columnNames.toSorted());
  });

  it.each([
    [1, 48],
    [99_999, 960],
    [Number.NaN, 0],
    [-5, 0],
    [200.4, 200],
  ])('has widths that can be seen: %s is %s', (width, expected) => {
    expect(arrange([column('order', { width })])[0]?.width).toBe(expected);
  });
});

describe('columns in the room there is', () => {
  const names = (room: number | null, kept: ColumnView[] = []) =>
    fitting(arrange(kept), room).map(({ name }) => name);

  it.each([
    [null, ['order', 'customer', 'services', 'closes', 'state']],
    [47, ['order', 'customer', 'services', 'closes', 'state']],
    [39, ['order', 'customer', 'closes', 'state']],
    [30, ['order', 'customer', 'closes', 'state']],
    [29, ['customer', 'closes', 'state']],
  ])('give way in a small list: at %s', (room, expected) => {
    expect(names(room)).toEqual(expected);
  });

  it('are at least one, whatever was chosen', () => {
    expect(names(10, [column('note')])).toEqual(['note']);
    expect(names(39, [column('note'), column('country')])).toEqual(['note', 'country']);
  });

  it('scroll sideways in a large list, and the customer stays readable then', () => {
    const own = fitting(arrange([]), 47);
    expect(template(own, 47)).toBe('1rem 6.375rem minmax(6.5rem, 1fr) 5rem 7rem 10rem');
    const all = fitting(arrange(columnNames.map((name) => column(name))), 47);
    expect(all).toHaveLength(columnNames.length);
    expect(template(all, 47)).toContain('minmax(10rem, 1fr)');
    expect(Number.parseFloat(leastWidth(all, 47))).toBeGreaterThan(100);
  });
});

describe('the columns of the list', () => {
  it('are those of the program until somebody chooses; then those, kept and counted', async () => {
    const { user, kept, list, host } = await open();
    expect(heads()).toEqual(first);
    await user.click(screen.getByTestId('columns'));
    const dialog = screen.getByRole('dialog', { name: 'Columns' });
    expect(within(dialog).getByRole('checkbox', { name: 'Order' })).toHaveFocus();
    await user.click(within(dialog).getByRole('checkbox', { name: 'Country' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Services' }));
    await expectNoViolations();
    expect(heads()).toEqual(['Order', 'Customer', 'Closes', 'State', 'Country']);
    expect(kept()).toEqual(['order', 'customer', 'closes', 'state', 'country']);
    expect(grid()).toHaveAttribute('aria-colcount', '6');
    const cells = screen.getAllByRole('gridcell').slice(0, 6);
    expect(cells.map((cell) => cell.getAttribute('aria-colindex'))).toEqual('123456'.split(''));
    expect(cells.at(-1)).toHaveTextContent('Switzerland');
    expect(host.calls.filter(({ method }) => method === 'listOrders')).toHaveLength(1);
    expect(list.total).toBe(10);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByTestId('columns')).toHaveFocus();
  });

  it('leave one at least', async () => {
    const { user } = await open({ settings: { columns: [column('order')] } });
    await user.click(screen.getByTestId('columns'));
    expect(screen.getByRole('checkbox', { name: 'Order' })).toBeDisabled();
    expect(heads()).toEqual(['Order']);
  });

  it('come back as they were kept, unknown ones passed over', async () => {
    const columns = [column('price'), column('state'), column('note', { width: 400 })];
    const { host } = await open({ settings: { columns } });
    expect(heads()).toEqual(['State', 'Note']);
    expect(border('Note')).toHaveAttribute('aria-valuenow', '400');
    await waitFor(() =>
      expect(
        host.calls.filter(({ method }) => method === 'listOrders').at(-1)?.args[0],
      ).toMatchObject({ details: true }),
    );
  });

  it('move by buttons and by keys, the focus with them', async () => {
    const { user } = await open();
    await user.click(screen.getByTestId('columns'));
    await user.click(screen.getByRole('button', { name: 'Move State up' }));
    expect(heads()).toEqual(['Order', 'Customer', 'Services', 'State', 'Closes']);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Move State up' })).toHaveFocus(),
    );
    expect(screen.getByText('State, 4 of 15')).toBeInTheDocument();
    screen.getByRole('checkbox', { name: 'Order' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(heads()).toEqual(['Customer', 'Order', 'Services', 'State', 'Closes']);
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Order' })).toHaveFocus());
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('checkbox', { name: 'Services' })).toHaveFocus();
  });

  it('are set back at once', async () => {
    const columns = [column('note', { width: 200 }), column('order')];
    const { user, app } = await open({ settings: { columns } });
    await user.click(screen.getByTestId('columns'));
    await user.click(screen.getByTestId('columns-reset'));
    expect(heads()).toEqual(first);
    expect(app.settings.columns).toEqual([]);
    expect(screen.getByTestId('columns-reset')).toBeDisabled();
  });

  it('change their width by keys, in bounds, and back by Enter or a double click', async () => {
    const { user, app } = await open();
    const width = () => Number(border('Order').getAttribute('aria-valuenow'));
    border('Order').focus();
    expect(width()).toBe(102);
    await user.keyboard('{ArrowRight}{Shift>}{ArrowRight}{/Shift}{ArrowLeft}');
    expect(width()).toBe(150);
    await user.keyboard('{Home}{ArrowLeft}');
    expect(width()).toBe(48);
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(border('Customer')).toHaveFocus();
    await waitFor(() =>
      expect(app.settings.columns[0]).toMatchObject({ name: 'order', width: 56 }),
    );
    await user.keyboard('{ArrowUp}{Enter}');
    expect(width()).toBe(102);
    expect(app.settings.columns).toEqual([]);
    await user.keyboard('{ArrowRight}');
    await user.dblClick(border('Order'));
    expect(app.settings.columns).toEqual([]);
    expect(width()).toBe(102);
  });

  it('change their width by the pointer; Esc gives up', async () => {
    const { app, user } = await open();
    const drag = async (by: number) => {
      await fireEvent.pointerDown(border('Closes'), { button: 0, clientX: 500 });
      await fireEvent.pointerMove(window, { clientX: 500 + by });
    };
    await drag(40);
    expect(border('Closes')).toHaveAttribute('aria-valuenow', '152');
    expect(app.settings.columns).toEqual([]);
    await fireEvent.pointerUp(window);
    expect(app.settings.columns.find(({ name }) => name === 'closes')?.width).toBe(152);
    await drag(-4_000);
    expect(border('Closes')).toHaveAttribute('aria-valuenow', '48');
    await user.keyboard('{Escape}');
    expect(border('Closes')).toHaveAttribute('aria-valuenow', '152');
    await fireEvent.pointerUp(window);
    expect(app.settings.columns.find(({ name }) => name === 'closes')?.width).toBe(152);
  });

  it('move by dragging their heads, which sorts nothing', async () => {
    const { list } = await open();
    for (const [at, name] of first.entries()) {
      const box = new DOMRect(at * 100, 0, 100, 30);
      head(name).getBoundingClientRect = () => box;
    }
    await fireEvent.pointerDown(head('Order'), { button: 0, clientX: 50 });
    await fireEvent.pointerMove(window, { clientX: 250 });
    await fireEvent.pointerUp(window);
    await fireEvent.click(within(head('Order')).getByRole('button'));
    expect(heads()).toEqual(['Customer', 'Services', 'Order', 'Closes', 'State']);
    expect(list.sort).toBe('deadline');
  });

  it('sort where an index tells the sequence; the others say that they do not', async () => {
    const columns = [column('order'), column('assignee'), column('mailed'), column('note')];
    const { user, list } = await open({ settings: { columns } });
    await user.click(within(head('Assigned to')).getByRole('button'));
    await waitFor(() => expect(head('Assigned to')).toHaveAttribute('aria-sort', 'ascending'));
    await user.click(within(head('Assigned to')).getByRole('button'));
    expect([list.sort, list.descending]).toEqual(['assignee', true]);
    expect(head('Order')).toHaveAttribute('aria-sort', 'none');
    expect(head('Note')).not.toHaveAttribute('aria-sort');
    expect(within(head('Note')).queryByRole('button')).toBeNull();
    expect(head('Note')).toHaveAttribute('title', expect.stringContaining('cannot be sorted'));
    await expectNoViolations();
  });

  it('show what only the order tells as soon as it is here', async () => {
    const { user, host } = await open();
    host.orders.forEach((order) => (order.note = '<b>Call</b> first'));
    await user.click(screen.getByTestId('columns'));
    await user.click(screen.getByRole('checkbox', { name: 'Note' }));
    await waitFor(() => expect(lines()[0]).toHaveTextContent('<b>Call</b> first'));
  });
});

describe('a list in groups', () => {
  const group = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
    await user.click(screen.getByTestId('sort'));
    await user.click(screen.getByRole('menuitemradio', { name }));
  };

  it('by deadline says above the rows, and in each first row, where one is', async () => {
    const { user, list } = await open({ more: 60 });
    await group(user, 'Group by deadline');
    const band = screen.getByTestId('band');
    await waitFor(() => expect(band).not.toBeEmptyDOMElement());
    expect(lines()[0]).toHaveTextContent(band.textContent.trim());
    const begins = lines().filter((line) => line.classList.contains('begins'));
    expect(begins.length).toBeGreaterThan(0);
    expect(grid()).toHaveAttribute('aria-rowcount', String((list.total ?? 0) + 1));
    expect(lines().map((line) => line.getAttribute('aria-rowindex'))).toEqual(
      lines().map((_, at) => String(at + 2)),
    );
    await expectNoViolations();
  });

  it('by customer is sorted by customer, and ends when something else sorts', async () => {
    const { user, list } = await open();
    await group(user, 'Group by customer');
    expect([list.grouping, list.sort, list.descending]).toEqual(['customer', 'customer', false]);
    expect(list.query.grouping).toBe('customer');
    expect(screen.getByTestId('save-view')).toBeVisible();
    await user.click(within(head('Customer')).getByRole('button'));
    expect([list.grouping, list.descending]).toEqual(['customer', true]);
    await user.click(within(head('Order')).getByRole('button'));
    expect(list.grouping).toBe('none');
    expect(screen.queryByTestId('band')).toBeNull();
  });

  it('is what a saved view brings back, as long as it fits its sequence', async () => {
    const { list } = await open();
    const query = { view: 'all' as const, text: '', states: [], services: [], descending: false };
    list.restore({ ...query, sort: 'customer', grouping: 'customer' });
    expect(list.grouping).toBe('customer');
    for (const grouping of ['deadline', 'colour', '']) {
      list.restore({ ...query, sort: 'customer', grouping });
      expect(list.grouping).toBe('none');
    }
  });
});
