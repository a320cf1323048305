import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../../../host/memory';
import type { ChosenOrders, ManyAct } from '../../../host/types';
import type { ListView } from '../../../shared/app';
import { setLanguage } from '../../../shared/i18n.svelte';
import { renderIn, testApp } from '../../../testing/app.svelte';
import { expectNoViolations } from '../../../testing/axe';
import Inbox from '../Inbox.svelte';
import { InboxState } from '../inbox.svelte';

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
  const grid = screen.getByTestId('orders');
  grid.focus();
  const at = (index: number) => list.row(index)?.id ?? '';
  const chosen = () => (list.selection.chosen as { ids: string[] }).ids;
  return { host, app, list, grid, at, chosen, user: userEvent.setup() };
}

type Opened = Awaited<ReturnType<typeof open>>;

const ran = ({ host }: Opened) => host.called('runMany') as [ChosenOrders, ManyAct] | undefined;

describe('choosing orders', () => {
  it('takes one more or less with x, and says how many', async () => {
    const { user, at, chosen } = await open();
    await user.keyboard('x{ArrowDown}{ArrowDown}x');
    expect(chosen()).toEqual([at(0), at(2)]);
    expect(screen.getByTestId('chosen')).toHaveTextContent('2 orders chosen');
    const rows = screen.getAllByRole('row').filter((row) => row.dataset['order'] !== undefined);
    expect(rows.slice(0, 3).map((row) => row.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
      'true',
    ]);
    await user.keyboard('x');
    expect(chosen()).toEqual([at(0)]);
    await expectNoViolations();
  });

  it('takes everything between two with Shift, by keys and by the pointer', async () => {
    const { user, at, chosen, list } = await open();
    await user.keyboard('x{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await waitFor(() => expect(chosen()).toEqual([at(0), at(1), at(2)]));
    expect(list.active).toBe(2);
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    await waitFor(() => expect(chosen()).toEqual([at(0), at(1)]));
    const number = list.row(4)?.number ?? '';
    await fireEvent.click(screen.getByTestId(`choose-${number}`), { shiftKey: true });
    await waitFor(() => expect(chosen()).toHaveLength(5));
    const other = list.row(1)?.number ?? '';
    await user.click(screen.getByTestId(`choose-${other}`));
    expect(chosen()).not.toContain(at(1));
  });

  it('reaches rows that were never seen', async () => {
    const { user, chosen, list } = await open({ more: 500 });
    await user.keyboard('x{Shift>}{End}{/Shift}');
    await waitFor(() => expect(chosen()).toHaveLength(list.total ?? 0));
    expect(new Set(chosen()).size).toBe(list.total);
  });

  it('takes everything that matches, and leaves single orders out', async () => {
    const { user, at, list } = await open();
    await user.keyboard('{Control>}a{/Control}x');
    const total = list.total ?? 0;
    expect(screen.getByTestId('chosen')).toHaveTextContent(`${String(total - 1)} orders chosen`);
    expect(list.selection.chosen).toMatchObject({ chosen: 'all', except: [at(0)] });
    expect(screen.getByTestId<HTMLInputElement>('choose-all').indeterminate).toBe(true);
  });

  it('lets go with Escape, with the cross, and with another question', async () => {
    const { user, list } = await open();
    await user.keyboard('x{Escape}');
    expect(list.selection.any).toBe(false);
    await user.keyboard('x');
    await user.click(screen.getByTestId('choose-none'));
    expect(list.selection.any).toBe(false);
    await user.keyboard('x');
    list.toggleService('calling');
    expect(list.selection.any).toBe(false);
    await user.keyboard('x');
    list.sortBy('customer', false);
    expect(list.selection.any).toBe(true);
  });

  it('refuses more than a thousand before anything is asked', async () => {
    const { user } = await open({ more: 1100 });
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByTestId('chosen')).toHaveTextContent('At most 1,000 at once');
    expect(screen.getByTestId('many-check')).toBeDisabled();
  });
});

describe('an act for many orders', () => {
  async function dialog() {
    return within(await screen.findByRole('dialog'));
  }

  it('says what it would change, does it, and can be undone', async () => {
    const here = await open();
    const { user, host, app } = here;
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByTestId('many-more'));
    await user.click(screen.getByTestId('many-answer'));
    const ask = await dialog();
    expect(ask.getByTestId('many-run')).toBeDisabled();
    await user.selectOptions(ask.getByTestId('many-question'), 'early_release');
    await user.selectOptions(ask.getByTestId('many-value'), 'yes');
    const ready = await ask.findByTestId('many-ready');
    expect(ask.getByText(/Early release is final/)).toBeVisible();
    const count = within(ready).getAllByRole('listitem').length;
    expect(count).toBeGreaterThan(1);
    await expectNoViolations();
    const run = ask.getByTestId('many-run');
    expect(run).toHaveTextContent(`Do it for ${String(count)} orders`);
    await user.click(run);
    await waitFor(() => expect(host.called('runMany')).toBeDefined());
    expect(ran(here)?.[1]).toEqual({ act: 'answer', question: 'early_release', value: 'yes' });
    // Some are frozen: those are shown with why.
    const after = await dialog();
    expect(await after.findByTestId('many-failed')).toBeVisible();
    await expectNoViolations();
    const given = () =>
      host.orders.filter((order) => order.form?.meetings.sites[0]?.early_release === true);
    expect(given().length).toBeGreaterThanOrEqual(count);
    const before = given().length;
    await user.click(after.getByTestId('many-undo'));
    await waitFor(() => expect(given().length).toBeLessThan(before));
    expect(app.told.at(-1)?.title).toMatch(/orders are as they were/);
    expect(here.list.selection.any).toBe(false);
  });

  it('tells at the edge of the window when nothing went wrong', async () => {
    const here = await open();
    const { user, app, host } = here;
    await user.keyboard('x');
    await user.click(screen.getByTestId('many-more'));
    await user.click(screen.getByTestId('many-remind'));
    const ask = await dialog();
    const options = within(ask.getByTestId('many-remind-on')).getAllByRole('option');
    await user.selectOptions(ask.getByTestId('many-remind-on'), options[1] as HTMLElement);
    await ask.findByTestId('many-ready');
    await user.click(ask.getByTestId('many-run'));
    await waitFor(() => expect(app.told.at(-1)?.title).toBe('Done for 1 order'));
    expect(screen.queryByRole('dialog')).toBeNull();
    app.told.at(-1)?.actions?.[0]?.run();
    await waitFor(() => expect(host.called('undoMany')).toBeDefined());
    await waitFor(() => expect(app.told.at(-1)?.title).toBe('1 order is as it was'));
  });

  it('makes nothing final without the number of that very order', async () => {
    const here = await open();
    const { user, host, list } = here;
    const order = host.order(zurita);
    // Everything is answered; what is left is to confirm.
    order.partner = { ...order.partner, choice: 'existing' } as typeof order.partner;
    list.selection.clear();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByTestId('many-submit'));
    const ask = await dialog();
    await waitFor(() => expect(ask.getByTestId('many-plan')).toBeVisible());
    const typed = ask.queryAllByRole('textbox');
    const run = ask.getByTestId<HTMLButtonElement>('many-run');
    const without = Number(/\d+/.exec(run.textContent)?.[0] ?? 0);
    for (const field of typed) await user.type(field, 'yes');
    expect(Number(/\d+/.exec(run.textContent)?.[0] ?? 0)).toBe(without);
    for (const field of typed) {
      await user.clear(field);
      await user.type(field, (field.dataset['testid'] ?? '').replace('many-typed-', ''));
    }
    expect(Number(/\d+/.exec(run.textContent)?.[0] ?? 0)).toBe(without + typed.length);
  });

  it('checks without asking, and says what it found of each', async () => {
    const { user } = await open();
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByTestId('many-check'));
    const found = await dialog();
    expect(await found.findByTestId('many-problems')).toBeVisible();
    expect(found.queryByTestId('many-undo')).toBeNull();
    await expectNoViolations();
    await user.click(found.getByTestId('many-close'));
    // What only looked leaves the choice as it was.
    expect(screen.getByTestId('selection')).toBeVisible();
  });

  it('is stopped between two orders, and says which were not reached', async () => {
    const { user, host } = await open({ pace: 5 });
    await user.keyboard('{Control>}a{/Control}');
    await user.click(screen.getByTestId('many-check'));
    await user.click(await screen.findByTestId('many-stop'));
    expect(host.called('cancelExport')).toBeDefined();
    expect(await screen.findByText(/You stopped it\. \d+ orders were not reached/)).toBeVisible();
  });

  it('has no preset to give before one is saved, and says where that is done', async () => {
    const { user } = await open();
    await user.keyboard('x');
    await user.click(screen.getByTestId('many-preset'));
    expect(await screen.findByTestId('many-no-presets')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says why nothing could be done', async () => {
    const { user, host } = await open();
    await user.keyboard('x');
    host.fail('planMany', 'database_busy');
    await user.click(screen.getByTestId('many-submit'));
    const ask = await dialog();
    expect(await ask.findByRole('alert')).toBeVisible();
    expect(ask.getByTestId('many-run')).toBeDisabled();
  });

  it('speaks French', async () => {
    setLanguage('fr');
    try {
      const { user } = await open();
      await user.keyboard('x');
      expect(screen.getByTestId('chosen')).toHaveTextContent('1 commande choisie');
    } finally {
      setLanguage('en');
    }
  });
});
