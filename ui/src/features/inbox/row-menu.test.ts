import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../../host/memory';
import type { OrderView } from '../../host/types';
import type { ListView } from '../../shared/app';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

const zurita = 'ord_4410228290';
const view: ListView = 'all';
let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function open(options: MemoryOptions = {}) {
  const host = createMemoryHost(options);
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  stop = () => list.stop();
  renderIn(app, Inbox, { list, view, order: null });
  await screen.findByTestId('detail');
  return { host, app, list, user: userEvent.setup() };
}

function row(id: string): HTMLElement {
  const found = screen.getAllByRole('row').find((one) => one.dataset['order'] === id);
  if (found === undefined) throw new Error(`no row ${id}`);
  return found;
}

const rightClick = (id: string) =>
  fireEvent.contextMenu(row(id), { button: 2, clientX: 120, clientY: 80 });
const items = () =>
  within(screen.getByRole('menu'))
    .getAllByRole('menuitem')
    .map((item) => item.textContent.trim());

describe('the menu of a row', () => {
  it('opens at the pointer for the row below it, which becomes the active one', async () => {
    const { list } = await open();
    await rightClick(zurita);
    const menu = await screen.findByRole('menu', { name: /order 4410-228290/ });
    expect(list.activeId).toBe(zurita);
    expect(screen.getByTestId('context-menu').style.insetBlockStart).toBe('80px');
    expect(items()).toEqual([
      expect.stringMatching(/^Continue set-up/),
      'Show everything on this order',
      'Show everything on this customer',
      'Show what happened on this order',
      expect.stringMatching(/^Open in a window of its own/),
      expect.stringMatching(/^Save the summary as PDF…/),
      'Copy the order number',
      'Add deadline to calendar…',
      'Drop the draft…',
    ]);
    expect(menu).toContainElement(document.activeElement as HTMLElement);
    await expectNoViolations();
  });

  it.each(['{Shift>}{F10}{/Shift}', '{ContextMenu}'])(
    'opens by %s for the active row, and Escape gives the focus back to the list',
    async (keys) => {
      const { user } = await open();
      screen.getByRole('grid').focus();
      await user.keyboard(`{ArrowDown}${keys}`);
      expect(await screen.findByRole('menu', { name: /4410-228290/ })).toBeVisible();
      await user.keyboard('{Escape}');
      expect(screen.queryByRole('menu')).toBeNull();
      expect(screen.getByRole('grid')).toHaveFocus();
    },
  );

  it.each([
    ['Continue set-up', `order ${zurita}`],
    ['Show everything on this order', `order ${zurita} details`],
    ['Show everything on this customer', 'customer Zurita y Compañía, S.L. ES'],
    ['Show what happened on this order', 'activity 4410-228290'],
  ])('leads by "%s" to %s', async (name, place) => {
    const { app, user } = await open();
    await rightClick(zurita);
    await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${name}`) }));
    expect(app.visited).toEqual([place]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('copies the number and saves the summary', async () => {
    const { app, host, user } = await open();
    await rightClick(zurita);
    await user.click(await screen.findByRole('menuitem', { name: 'Copy the order number' }));
    expect(await navigator.clipboard.readText()).toBe('4410-228290');
    await waitFor(() => expect(app.told.at(-1)?.title).toMatch(/4410-228290/));
    await rightClick(zurita);
    await user.click(await screen.findByRole('menuitem', { name: /^Save the summary/ }));
    await waitFor(() => expect(host.called('saveSummary')).toBeDefined());
  });

  it('asks before it drops a draft', async () => {
    const { host, user } = await open();
    await rightClick(zurita);
    await user.click(await screen.findByRole('menuitem', { name: 'Drop the draft…' }));
    expect(host.called('dropDraft')).toBeUndefined();
    await user.click(await screen.findByTestId('drop-yes'));
    await waitFor(() => expect(host.called('dropDraft')).toBeDefined());
  });

  it('offers what the order needs: another try, taking back', async () => {
    await open();
    await rightClick('ord_4410227921');
    await screen.findByRole('menu', { name: /4410-227921/ });
    expect(items()).toContain('Try again');
    expect(items()).toContain('Take back');
  });

  it('waits until it is known what can be done, and not for whoever does something else', async () => {
    const { host, user } = await open();
    const real = host.openOrder.bind(host);
    let answer: () => void = () => undefined;
    vi.spyOn(host, 'openOrder').mockImplementation(
      (id) => new Promise<OrderView>((resolve) => (answer = () => void real(id).then(resolve))),
    );
    await rightClick(zurita);
    expect(screen.queryByRole('menu')).toBeNull();
    answer();
    expect(await screen.findByRole('menu', { name: /4410-228290/ })).toBeVisible();
    await user.keyboard('{Escape}');
    await rightClick('ord_4410227921');
    await user.keyboard('{ArrowDown}');
    answer();
    await settled();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes when one clicks elsewhere, and opens for another row', async () => {
    const { user } = await open();
    await rightClick(zurita);
    await screen.findByRole('menu', { name: /4410-228290/ });
    await user.pointer({ keys: '[MouseRight]', target: row('ord_4410227921') });
    expect(await screen.findByRole('menu', { name: /4410-227921/ })).toBeVisible();
    expect(screen.getAllByRole('menu')).toHaveLength(1);
  });

  it('is not that of the head of the list', async () => {
    await open();
    const [head] = screen.getAllByRole('row');
    if (head) await fireEvent.contextMenu(head, { button: 2 });
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('lends the same acts to the window, the next step with its own words', async () => {
    const { app, user } = await open();
    await user.click(row(zurita));
    const lent = () => app.offers().filter(({ order }) => order === '4410-228290');
    await waitFor(() => expect(lent()).not.toHaveLength(0));
    expect(lent().map(({ act }) => act)).toEqual([
      'continue_order',
      'show_order',
      'show_customer',
      'show_activity',
      'own_window',
      'save_summary',
      'copy_number',
      'add_deadline',
      'drop_draft',
    ]);
    expect(lent()[0]?.label).toBe('Continue set-up');
  });
});
