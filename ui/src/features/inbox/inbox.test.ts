import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import { setLanguage } from '../../shared/i18n.svelte';
import type { ListView } from '../../shared/app';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

const zurita = 'ord_4410228290';
const inbox: ListView = 'inbox';
let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function open(options: MemoryOptions = {}, view: ListView = 'inbox') {
  const host = createMemoryHost(options);
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  stop = () => list.stop();
  renderIn(app, Inbox, { list, view, order: null });
  await waitFor(() => expect(list.total).not.toBeNull());
  return { host, app, list, user: userEvent.setup() };
}

const rows = () => screen.getAllByRole('row').slice(1);
const active = () => screen.getByRole('row', { selected: true });

describe('the list', () => {
  it('shows what waits, the nearest deadline first, with state and deadline in words', async () => {
    await open();
    const [first] = rows();
    expect(first).toHaveTextContent('4410-228301');
    expect(first).toHaveTextContent('in 2 days');
    expect(first).toHaveTextContent('Awaiting details');
    expect(screen.getByTestId('matches')).toHaveTextContent('10 orders');
    await expectNoViolations();
  });

  it('tells a screen reader how many rows and columns there are and where it stands', async () => {
    await open({ more: 500 });
    const grid = screen.getByRole('grid', { name: 'Orders' });
    expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(300);
    expect(grid).toHaveAttribute('aria-colcount', '6');
    expect(rows()[0]).toHaveAttribute('aria-rowindex', '2');
    expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')).toBe(
      active(),
    );
  });

  it('asks for windows of at most 200 rows, and only for those in sight', async () => {
    const { host, list, user } = await open({ more: 2_000 });
    screen.getByRole('grid').focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(active()).toHaveAttribute('data-order'));
    expect(list.active).toBe((list.total ?? 0) - 1);
    const asked = host.calls.filter((call) => call.method === 'listOrders');
    expect(asked.length).toBeLessThanOrEqual(3);
    for (const { args } of asked)
      expect((args[0] as { limit: number }).limit).toBeLessThanOrEqual(200);
  });

  it('is moved through by arrows, j and k, Home, End and pages', async () => {
    const { list, user } = await open({ more: 300 });
    screen.getByRole('grid').focus();
    const at = async (keys: string) => {
      await user.keyboard(keys);
      return list.active;
    };
    expect(await at('{ArrowDown}')).toBe(1);
    expect(await at('jj')).toBe(3);
    expect(await at('k')).toBe(2);
    expect(await at('{PageDown}')).toBeGreaterThan(10);
    expect(await at('{PageUp}')).toBe(2);
    expect(await at('{End}')).toBe((list.total ?? 0) - 1);
    expect(await at('{ArrowDown}')).toBe((list.total ?? 0) - 1);
    expect(await at('{Home}')).toBe(0);
    expect(await at('{ArrowUp}')).toBe(0);
  });

  it('scrolls freely away from the active order, and back to it by a key', async () => {
    const { list, user } = await open({ more: 300 });
    const grid = screen.getByRole('grid');
    grid.scrollTop = 4_000;
    await fireEvent.scroll(grid);
    await waitFor(() =>
      expect(Number(rows()[0]?.getAttribute('aria-rowindex'))).toBeGreaterThan(80),
    );
    expect(list.active).toBe(0);
    grid.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(active()).toHaveAttribute('aria-rowindex', '3'));
  });

  it('opens the active order by Enter and by a double click', async () => {
    const { app, user } = await open();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await user.dblClick(screen.getByText('Zurbrügg Söhne'));
    expect(app.visited).toEqual([`order ${zurita}`, 'order ord_4410227614']);
  });

  it('narrows while one types and says how many of how many match', async () => {
    const { app } = await open();
    app.search = 'zurich';
    await waitFor(() => expect(screen.getByTestId('matches')).toHaveTextContent('2 of 10 match'));
    expect(rows().map((row) => row.textContent)).toEqual([
      expect.stringContaining('Zürcher'),
      expect.stringContaining('Zurich'),
    ]);
  });

  it('shows the answer to what was typed last, whichever comes last', async () => {
    const { host, app } = await open();
    const slow: (() => void)[] = [];
    const real = host.listOrders.bind(host);
    vi.spyOn(host, 'listOrders').mockImplementation(async (query) => {
      const answer = await real(query);
      if (query.text === 'z') await new Promise<void>((resolve) => slow.push(resolve));
      return answer;
    });
    app.search = 'z';
    await waitFor(() => expect(slow).toHaveLength(1));
    app.search = 'zurita';
    await waitFor(() => expect(screen.getByTestId('matches')).toHaveTextContent('1 of 10'));
    slow[0]?.();
    await settled();
    expect(screen.getByTestId('matches')).toHaveTextContent('1 of 10');
  });

  it('filters by state and service; a chip takes each away again', async () => {
    const { user } = await open();
    await user.click(screen.getByTestId('filter-state'));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /^Awaiting details/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.click(screen.getByTestId('filter-services'));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /^Webex Calling/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(rows()).toHaveLength(1));
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: 'Remove the filter Webex Calling' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    await waitFor(() => expect(rows()).toHaveLength(10));
  });

  it('sorts by a column and back again', async () => {
    const { user } = await open();
    const column = screen.getByRole('columnheader', { name: 'Customer' });
    await user.click(within(column).getByText('Customer'));
    await waitFor(() => expect(column).toHaveAttribute('aria-sort', 'ascending'));
    await waitFor(() => expect(rows()[0]).toHaveTextContent('Etablissements'));
    await user.click(within(column).getByText('Customer'));
    await waitFor(() => expect(column).toHaveAttribute('aria-sort', 'descending'));
  });

  it('follows changes below it and keeps its place', async () => {
    const { host, list } = await open();
    list.choose(zurita);
    await host.dropDraft(zurita);
    await waitFor(() => {
      const row = document.querySelector(`.row[data-order="${zurita}"]`);
      expect(row).toHaveTextContent('Awaiting details');
    });
    expect(active()).toHaveAttribute('data-order', zurita);
  });

  describe('when the order at the side leaves it', () => {
    const next = 'ord_4410227954';
    /** Zurita leaves the inbox: somebody else handed it over. */
    function leave(host: MemoryHost) {
      host.order(zurita).status = 'handed_over';
      host.order(zurita).form = null;
      host.emit('orders_changed', { ids: [zurita], all: false });
    }

    it('stands on the one that takes its place', async () => {
      const { host, list } = await open();
      list.activate(1);
      expect(list.activeId).toBe(zurita);
      leave(host);
      await waitFor(() => expect(active()).toHaveAttribute('data-order', next));
      expect(list.active).toBe(1);
      await waitFor(() => expect(screen.getByTestId('detail')).toHaveAttribute('data-order', next));
    });

    it('does so also when one comes back to it later', async () => {
      const { host, list } = await open();
      list.activate(1);
      leave(host);
      await waitFor(() => expect(list.total).toBe(9));
      list.comeBack(zurita);
      await waitFor(() => expect(active()).toHaveAttribute('data-order', next));
      expect(list.detail?.id).toBe(next);
    });

    it('steps up from the last row, and shows none when there is none', async () => {
      const { host, list } = await open({}, 'drafts');
      await waitFor(() => expect(list.detail?.id).toBe(zurita));
      await host.dropDraft(zurita);
      expect(await screen.findByText('No drafts')).toBeInTheDocument();
      expect(screen.queryByTestId('detail')).toBeNull();
      expect(list.activeId).toBeNull();
      const all = await open({}, 'all');
      all.list.activate(12);
      await waitFor(() => expect(all.list.detail?.number).toBe('4410-219402'));
      all.host.orders.pop();
      all.host.emit('orders_changed', { ids: [], all: true });
      await waitFor(() => expect(all.list.detail?.number).toBe('4410-220951'));
    });

    it('knows it also of a row that is out of sight', async () => {
      const { host, list } = await open({ more: 500 });
      list.activate(1);
      const grid = screen.getByRole('grid');
      grid.scrollTop = 10_000;
      await fireEvent.scroll(grid);
      await waitFor(() => expect(list.row(264)).toBeDefined());
      leave(host);
      await waitFor(() => expect(list.activeId).toBe(next));
    });

    it('keeps it while it is a page of its own', async () => {
      const { host, list } = await open();
      list.activate(1);
      list.hold(true);
      leave(host);
      await waitFor(() => expect(list.total).toBe(9));
      expect(list.activeId).toBe(zurita);
      list.hold(false);
      expect(list.activeId).toBe(next);
    });
  });

  it('says what went wrong and reads again when asked', async () => {
    const host = createMemoryHost();
    host.fail('listOrders', 'database_busy');
    const app = await testApp(host);
    const list = new InboxState(app, 'test');
    stop = () => list.stop();
    renderIn(app, Inbox, { list, view: inbox, order: null });
    expect(await screen.findByText('Another program holds the data file')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(rows()).toHaveLength(10));
  });

  it('shows hostile text as text', async () => {
    const host = createMemoryHost();
    host.order(zurita).company = '<img src=x onerror=alert(1)>\u202eevil\u0000';
    const app = await testApp(host);
    const list = new InboxState(app, 'test');
    stop = () => list.stop();
    renderIn(app, Inbox, { list, view: inbox, order: null });
    list.choose(zurita);
    expect(await screen.findByRole('heading', { name: /<img/ })).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('an empty view', () => {
  it.each<[ListView, string]>([
    ['drafts', 'No drafts'],
    ['needs_attention', 'Nothing needs your attention'],
  ])('%s teaches what it is for', async (view, title) => {
    const host = createMemoryHost();
    await host.dropDraft(zurita);
    for (const id of ['ord_4410227954', 'ord_4410227921']) {
      host.order(id).queue = [];
    }
    const app = await testApp(host);
    const list = new InboxState(app, 'test');
    stop = () => list.stop();
    renderIn(app, Inbox, { list, view, order: null });
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    await expectNoViolations();
  });

  it('of a search offers to search everywhere', async () => {
    const { app, user } = await open({}, 'drafts');
    app.search = 'okonkwo';
    await user.click(await screen.findByRole('button', { name: 'Search all orders' }));
    expect(app.visited).toEqual(['list all']);
  });
});

describe('the order at the side', () => {
  async function chosen(id: string, options: MemoryOptions = {}) {
    const opened = await open(options, 'all');
    opened.list.choose(id);
    const detail = await screen.findByTestId('detail');
    await waitFor(() => expect(detail).toHaveAttribute('data-order', id));
    return { ...opened, detail };
  }

  it('says what comes next, how far the draft is and when it was saved', async () => {
    const { app, user, detail } = await chosen(zurita);
    expect(detail).toHaveTextContent('Next: set up Meetings');
    expect(detail).toHaveTextContent('saved 15 seconds ago');
    expect(within(detail).getByRole('img', { name: '4 of 7 steps done' })).toBeInTheDocument();
    expect(detail).toHaveTextContent('Andaluza de Comunicaciones · matched by e-mail');
    expect(detail).toHaveTextContent('claimed domain zurita.example · active yesterday');
    await user.click(within(detail).getByRole('button', { name: 'Continue set-up' }));
    expect(app.visited).toEqual([`order ${zurita}`]);
    await expectNoViolations();
  });

  it('speaks French', async () => {
    setLanguage('fr');
    const { detail } = await chosen(zurita);
    expect(detail).toHaveTextContent('Brouillon · étape 5/7');
    expect(detail).toHaveTextContent('Ce qui a été commandé');
  });

  it('saves the summary and offers to open it', async () => {
    const { app, host, user } = await chosen(zurita);
    await user.click(screen.getByRole('button', { name: 'Summary PDF' }));
    expect(app.told[0]).toMatchObject({ severity: 'success', title: 'Summary saved' });
    expect(app.told[0]?.actions?.map((action) => action.label)).toEqual([
      'Open it',
      'Show in folder',
    ]);
    expect(host.called('saveSummary')).toEqual([zurita, 'en']);
  });

  it('says why a summary could not be written', async () => {
    const { app, host, user } = await chosen(zurita);
    host.fail('saveSummary', 'disk_full');
    await user.click(screen.getByRole('button', { name: 'Summary PDF' }));
    expect(app.told[0]).toMatchObject({ severity: 'error', title: 'The disk is full' });
  });

  it('drops a draft only after asking', async () => {
    const { host, user, detail } = await chosen(zurita);
    await user.click(screen.getByRole('button', { name: 'More for this order' }));
    await user.click(screen.getByRole('menuitem', { name: 'Drop the draft…' }));
    const dialog = screen.getByRole('dialog', { name: /4410-228290/ });
    expect(host.order(zurita).form).not.toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Drop the draft' }));
    await waitFor(() => expect(detail).toHaveTextContent('Next: say who completes it'));
    expect(host.order(zurita).form).toBeNull();
  });

  it('takes back what was not sent yet', async () => {
    const { app, user, detail } = await chosen('ord_4410227954', { online: false });
    expect(detail).toHaveTextContent('Waits to be sent');
    await user.click(screen.getByRole('button', { name: 'More for this order' }));
    await user.click(screen.getByRole('menuitem', { name: 'Take back' }));
    await waitFor(() =>
      expect(app.told[0]?.title).toBe('Taken back. Your answers can be changed again.'),
    );
    await waitFor(() => expect(detail).toHaveTextContent('Draft · step'));
  });

  it('gives the words of the service when it refused', async () => {
    const { detail } = await chosen('ord_4410227921');
    expect(detail).toHaveTextContent('The chosen organization changed');
    expect(within(detail).getByRole('button', { name: 'See what to decide' })).toBeInTheDocument();
  });

  it.each([
    ['ord_4410227880', 'Provisioning'],
    ['ord_4410220951', 'Provisioned with errors'],
    ['ord_4410219402', 'Closed'],
    ['ord_4410226120', 'Set up services'],
  ])('%s tells its state', async (id, said) => {
    const { detail } = await chosen(id);
    expect(detail).toHaveTextContent(said);
    await expectNoViolations();
  });

  it('copies the number', async () => {
    const { app, user } = await chosen(zurita);
    await user.click(screen.getByRole('button', { name: 'Copy the order number' }));
    expect(await navigator.clipboard.readText()).toBe('4410-228290');
    expect(app.told[0]?.severity).toBe('success');
  });

  it('says when the order cannot be read', async () => {
    const { host, list } = await open();
    host.fail('openOrder', 'order_not_found');
    list.choose('ord_4410227614');
    expect(await screen.findByText('This order is not here')).toBeInTheDocument();
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Zurbrügg Söhne' })).toBeInTheDocument();
  });
});
