import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import type { OrderWindow } from '../../host/types';
import { setLanguage } from '../../shared/i18n.svelte';
import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import Shell from '../Shell.svelte';

const zurita = 'ord_4410228290';

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(() => import('../../features/order/OrderPage.svelte'), 60_000);

async function start(options: MemoryOptions = {}, prepare?: (host: MemoryHost) => void) {
  const host = createMemoryHost(options);
  prepare?.(host);
  render(Shell, { host });
  if (options.firstRun === true) await screen.findByRole('heading', { name: 'Welcome to Turnup' });
  else await screen.findByTestId('detail');
  return { host, user: userEvent.setup() };
}

async function opened(options: MemoryOptions = {}, prepare?: (host: MemoryHost) => void) {
  const begun = await start(options, prepare);
  await begun.user.keyboard('{Control>}k{/Control}');
  return begun;
}

const field = () => screen.getByRole('combobox', { name: 'Act, view, order or customer' });
const lines = () => screen.queryAllByTestId('palette-entry');
const keys = () => lines().map((line) => line.dataset['key']);
const active = () =>
  document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.dataset['key'];
const groups = () =>
  within(screen.getByRole('listbox'))
    .getAllByRole('group')
    .map(
      (group) => document.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent,
    );

describe('the palette', () => {
  it('opens by its key with everything that can be done, and the field has the focus', async () => {
    await opened();
    expect(field()).toHaveFocus();
    expect(groups()).toEqual(['Order 4410-228301', 'Views', 'Acts']);
    expect(active()).toBe('act:continue_order');
    const sync = lines().find((line) => line.dataset['key'] === 'act:sync_now');
    expect(sync).toHaveTextContent('F5');
    expect(keys()).not.toContain('act:open_palette');
    expect(keys()).not.toContain('act:forward');
    await expectNoViolations();
  });

  it('closes by its key and by Escape, with the focus back where it was', async () => {
    const { user } = await start();
    for (const close of ['{Control>}k{/Control}', '{Escape}']) {
      screen.getByRole('grid').focus();
      await user.keyboard('{Control>}k{/Control}');
      await user.type(field(), 'zur');
      await user.keyboard(close);
      expect(screen.queryByRole('combobox', { name: /Act, view/ })).toBeNull();
      expect(screen.getByRole('grid')).toHaveFocus();
    }
  });

  it('opens from a field as well, and from the hints below the list', async () => {
    const { user } = await start();
    await user.click(screen.getByTestId('search'));
    await user.keyboard('{Control>}k{/Control}{Escape}');
    expect(screen.getByTestId('search')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: /anything/ }));
    expect(field()).toHaveFocus();
  });

  it.each([
    ['due', 'view:due_soon', 'Due soon'],
    ['setngs', 'act:settings', 'Settings'],
    ['preferences', 'act:settings', 'Settings'],
    ['activ', 'view:activity', 'Activity'],
  ])('finds by "%s" %s and goes there', async (typed, key, heading) => {
    const { user } = await opened();
    await user.type(field(), typed);
    await waitFor(() => expect(keys()).toContain(key));
    const line = lines().find((one) => one.dataset['key'] === key);
    if (line === undefined) throw new Error('not offered');
    await user.click(line);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(heading);
  });

  it('finds in French what has a French name', async () => {
    const { user } = await opened({ settings: { language: 'fr' } });
    const french = screen.getByTestId('palette-field');
    await user.type(french, 'reglages');
    await waitFor(() => expect(keys()[0]).toBe('act:settings'));
    expect(lines()[0]?.querySelector('mark')).toHaveTextContent('Réglages');
    setLanguage('en');
  });

  it('moves by arrows around the end, and by pages', async () => {
    const { user } = await opened();
    const all = keys();
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe(all[1]);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe(all.at(-1));
    await user.keyboard('{PageUp}');
    expect(active()).toBe(all.at(-9));
    await user.keyboard('{PageDown}{PageDown}');
    expect(active()).toBe(all.at(-1));
    expect(field()).toHaveFocus();
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });
});

describe('orders in the palette', () => {
  it('are asked of the program a handful at a time, and marked where they match', async () => {
    const { host, user } = await opened({ more: 400 });
    await user.type(field(), 'zur');
    await waitFor(() => expect(keys()).toContain(`order:${zurita}`));
    const line = lines().find((one) => one.dataset['key'] === `order:${zurita}`);
    expect(line).toHaveTextContent('Zurita y Compañía, S.L.');
    expect(line).toHaveTextContent('4410-228290');
    expect(line?.querySelector('mark')).toHaveTextContent('Zur');
    const asked = host.calls.filter((call) => call.method === 'listOrders').slice(1);
    expect(asked.map(({ args }) => args[0])).toMatchObject(
      ['z', 'zu', 'zur'].map((text) => ({ view: 'all', text, offset: 0, limit: 8 })),
    );
    expect(lines().filter((one) => one.dataset['key']?.startsWith('order:'))).toHaveLength(8);
    await expectNoViolations();
  });

  it('open as a page, and back leads to where one was', async () => {
    const { user } = await start();
    await user.click(screen.getByTestId('view-queue'));
    await user.keyboard('{Control>}k{/Control}');
    await user.type(field(), '4410-228290');
    await waitFor(() => expect(active()).toBe(`order:${zurita}`));
    await user.keyboard('{Enter}');
    expect(await screen.findByTestId('back-link')).toHaveTextContent('Queue');
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Queue');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(await screen.findByTestId('order-page')).toBeInTheDocument();
  });

  it('are never those of an earlier question', async () => {
    const { host, user } = await start();
    const real = host.listOrders.bind(host);
    const held: (() => void)[] = [];
    vi.spyOn(host, 'listOrders').mockImplementation((query) => {
      const answer = real(query);
      if (query.limit > 8) return answer;
      return new Promise<OrderWindow>((resolve) => held.push(() => void answer.then(resolve)));
    });
    await user.keyboard('{Control>}k{/Control}');
    await fireEvent.input(field(), { target: { value: 'zurb' } });
    await fireEvent.input(field(), { target: { value: 'zurita' } });
    held[1]?.();
    await waitFor(() => expect(keys()).toContain(`order:${zurita}`));
    const before = keys();
    held[0]?.();
    await settled();
    expect(keys()).toEqual(before);
    // Nor that of a question that was taken back.
    await fireEvent.input(field(), { target: { value: 'zurb' } });
    await fireEvent.input(field(), { target: { value: '' } });
    held[2]?.();
    await settled();
    expect(keys().filter((key) => key?.startsWith('order:'))).toEqual([]);
  });

  it('that Enter asked for before they came are opened when they come', async () => {
    const { host, user } = await start();
    const real = host.listOrders.bind(host);
    let answer: () => void = () => undefined;
    vi.spyOn(host, 'listOrders').mockImplementation((query) => {
      if (query.limit > 8) return real(query);
      return new Promise((resolve) => (answer = () => void real(query).then(resolve)));
    });
    await user.keyboard('{Control>}k{/Control}');
    await fireEvent.input(field(), { target: { value: '4410-228290' } });
    await user.keyboard('{Enter}');
    expect(screen.queryByTestId('order-page')).toBeNull();
    answer();
    expect(await screen.findByTestId('order-page')).toBeInTheDocument();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('of one customer are all shown in the list', async () => {
    const { user } = await opened();
    await user.type(field(), 'zurita');
    await waitFor(() => expect(groups()).toContain('Customers'));
    const line = lines().find((one) => one.dataset['key']?.startsWith('customer:'));
    if (line === undefined) throw new Error('no customer');
    await user.click(line);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('All orders');
    expect(screen.getByTestId('search')).toHaveValue('Zurita y Compañía, S.L.');
  });

  it('that are more than are shown lead to the list', async () => {
    const { user } = await opened({ more: 400 });
    await user.type(field(), '4410');
    await waitFor(() => expect(keys()).toContain('search'));
    expect(groups()[0]).toBe('Orders');
    const all = lines().find((one) => one.dataset['key'] === 'search');
    expect(all).toHaveTextContent(/Show all \d+ that match in the list/);
    if (all) await user.click(all);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('All orders');
    expect(screen.getByTestId('search')).toHaveValue('4410');
  });

  it('show names as text, whatever stands in them', async () => {
    const { user } = await opened({}, (host) => {
      host.order(zurita).company = '<img src=x> Zurita & <b>Söhne</b>';
      host.order('ord_4410228301').company = `Zurita ${'very long '.repeat(100_000)}`;
    });
    await user.type(field(), 'zurita');
    await waitFor(() => expect(keys()).toContain(`order:${zurita}`));
    const dialog = screen.getByTestId('palette');
    expect(dialog.querySelector('img, b')).toBeNull();
    expect(dialog).toHaveTextContent('<img src=x> Zurita & <b>Söhne</b>');
    await user.clear(field());
    await user.type(field(), 'zurita very');
    await waitFor(() => expect(keys()).toContain('order:ord_4410228301'));
    expect(dialog.textContent.length).toBeLessThan(2_000);
    await expectNoViolations();
  });

  it('that cannot be looked up do not keep acts from being found', async () => {
    const { host, user } = await start();
    await user.keyboard('{Control>}k{/Control}');
    host.fail('listOrders', 'database_busy');
    await user.type(field(), 'settings');
    await waitFor(() => expect(keys()[0]).toBe('act:settings'));
  });

  it('that are not there: it says what can be typed', async () => {
    const { user } = await opened();
    await user.type(field(), 'xqzw');
    expect(await screen.findByTestId('palette-nothing')).toHaveTextContent(
      'Type part of an order number',
    );
    expect(field()).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{Enter}');
    expect(field()).toHaveFocus();
    await expectNoViolations();
  });
});

describe('what was chosen before', () => {
  it('is offered first the next time, the last one above', async () => {
    const { user } = await opened();
    await user.type(field(), 'queue');
    await waitFor(() => expect(active()).toBe('view:queue'));
    await user.keyboard('{Enter}{Control>}k{/Control}');
    await user.type(field(), '4410-228290');
    await waitFor(() => expect(active()).toBe(`order:${zurita}`));
    await user.keyboard('{Enter}');
    await screen.findByTestId('back-link');
    await user.keyboard('{Control>}k{/Control}');
    // The order that is open is not offered to be opened.
    expect(keys()[0]).toBe('view:queue');
    await user.keyboard('{Enter}{Control>}k{/Control}');
    expect(groups()[0]).toBe('Chosen before');
    expect(keys().slice(0, 2)).toEqual(['view:queue', `order:${zurita}`]);
    expect(keys().filter((key) => key === 'view:queue')).toHaveLength(1);
  });

  it('is forgotten with the account', async () => {
    const { host, user } = await opened();
    await user.type(field(), '4410-228290');
    await waitFor(() => expect(active()).toBe(`order:${zurita}`));
    await user.keyboard('{Enter}');
    await screen.findByTestId('back-link');
    await host.leaveSample();
    await screen.findByRole('heading', { name: 'Welcome to Turnup' });
    await user.keyboard('{Control>}k{/Control}');
    expect(keys()).not.toContain(`order:${zurita}`);
  });
});

describe('what the screens lend', () => {
  it('can be done from the palette: the order at the side of the list', async () => {
    const { host, user } = await opened();
    await user.type(field(), 'summary pdf');
    await waitFor(() => expect(active()).toBe('act:save_summary'));
    await user.keyboard('{Enter}');
    expect(host.called('saveSummary')).toBeDefined();
  });

  it('follows the page of an order', async () => {
    const { user } = await start();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByTestId('continue');
    await user.keyboard('{Control>}k{/Control}');
    expect(groups()[0]).toBe('Order 4410-228290');
    expect(keys()).toContain('act:step_back');
    await user.type(field(), 'everything');
    await waitFor(() => expect(active()).toBe('act:show_order'));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByTestId('order-page')).toHaveAttribute('data-page', 'details'),
    );
    await user.keyboard('{Control>}k{/Control}');
    expect(keys()).toContain('act:drop_draft');
    expect(keys()).not.toContain('act:step_back');
  });

  it('is gone with them', async () => {
    const { user } = await start();
    await user.click(screen.getByTestId('settings'));
    await user.keyboard('{Control>}k{/Control}');
    expect(groups()).toEqual(['Views', 'Acts']);
  });
});

describe('without an account', () => {
  it('only what then makes sense is offered, and nothing is asked', async () => {
    const { host, user } = await opened({ firstRun: true });
    expect(keys()).toEqual(
      expect.arrayContaining(['act:explore_sample', 'act:network', 'act:show_keys']),
    );
    for (const key of ['act:settings', 'act:find_orders', 'act:back', 'view:inbox']) {
      expect(keys()).not.toContain(key);
    }
    await user.type(field(), 'zurita');
    await settled();
    expect(host.called('listOrders')).toBeUndefined();
    await user.clear(field());
    await user.type(field(), 'sample');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('grid')).toBeInTheDocument();
  });
});
