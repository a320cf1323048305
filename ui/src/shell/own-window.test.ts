// A window that shows one order and nothing else, and the main window beside it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost } from '../host/memory';
import type { Place } from '../host/types';
import { setLanguage } from '../shared/i18n.svelte';
import { expectNoViolations } from '../testing/axe';
import { sources } from '../testing/sources';
import Shell from './Shell.svelte';

const zurita = 'ord_4410228290';

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(() => import('./OwnWindow.svelte'), 60_000);

async function own() {
  const host = createMemoryHost();
  render(Shell, { host, order: zurita });
  await screen.findByTestId('step-calling');
  return { host, user: userEvent.setup() };
}

async function main() {
  const host = createMemoryHost();
  render(Shell, { host });
  await screen.findByTestId('detail');
  return { host, user: userEvent.setup() };
}

function places(host: MemoryHost): unknown[] {
  return host.calls.filter(({ method }) => method === 'showInMain').map(({ args }) => args[0]);
}

describe('the window of one order', () => {
  it('shows that order alone, with the truths of the frame', async () => {
    await own();
    expect(screen.getByTestId('order-page')).toHaveTextContent('4410-228290');
    expect(screen.queryByRole('navigation', { name: 'Views' })).toBeNull();
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.queryByRole('banner')).toBeNull();
    expect(screen.queryByTestId('own-window')).toBeNull();
    expect(screen.getByRole('main')).toBeVisible();
    expect(screen.getByTestId('saved')).toHaveTextContent('All work saved on this computer');
    expect(screen.getByTestId('waiting')).toBeVisible();
    expect(screen.getByTestId('connection')).toHaveAttribute('data-state', 'online');
    await expectNoViolations();
  });

  it('says so in French', async () => {
    const host = createMemoryHost({ settings: { language: 'fr' } });
    render(Shell, { host, order: zurita });
    await screen.findByTestId('step-calling');
    expect(screen.getByTestId('back-link')).toHaveAccessibleName('Fermer cette fenêtre');
    setLanguage('en');
  });

  it.each(['{Escape}', '{Control>}w{/Control}'])('is closed by %s, saved first', async (key) => {
    const { host, user } = await own();
    await user.click(screen.getByTestId('step-calling'));
    await user.type(await screen.findByTestId('field-calling.address.street1'), `Calle${key}`);
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
    const order = host.calls.map((call) => call.method);
    expect(order.indexOf('closeWindow')).toBeGreaterThan(order.lastIndexOf('saveDraft'));
    expect(host.order(zurita).form?.calling.address.street1).toBe('Calle');
  });

  it('is closed by its own button, and asks nothing of what waits', async () => {
    const { host, user } = await own();
    host.setFrame({ waiting: 2 });
    await user.click(screen.getByTestId('back-link'));
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(host.called('stayOpen')).toBeUndefined();
  });

  it('leads the main window to everything else', async () => {
    const { host, user } = await own();
    host.setFrame({ waiting: 2, needs_attention: 1 });
    await user.click(await screen.findByTestId('attention'));
    await user.click(screen.getByTestId('waiting'));
    await user.keyboard('{Control>},{/Control}');
    await waitFor(() =>
      expect(places(host)).toEqual([
        { page: 'list', view: 'needs_attention', order: null, search: null },
        { page: 'queue', order: null },
        { page: 'settings', section: null },
      ]),
    );
    expect(screen.getByTestId('order-page')).toBeVisible();
  });

  it('has a palette that finds orders, views and acts, and leads to them', async () => {
    const { host, user } = await own();
    await user.keyboard('{Control>}k{/Control}');
    const field = screen.getByRole('combobox', { name: 'Act, view, order or customer' });
    const offered = () =>
      screen.queryAllByTestId('palette-entry').map((line) => line.dataset['key']);
    expect(offered()).toContain('act:close_window');
    expect(offered()).not.toContain('act:own_window');
    expect(offered()).not.toContain('act:open_email');
    await user.type(field, '4410-228301');
    await waitFor(() => expect(offered()[0]).toBe('order:ord_4410228301'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(places(host)).toEqual([{ page: 'order', id: 'ord_4410228301' }]));
  });

  it('follows the settings that are changed in the main window', async () => {
    const { host } = await own();
    const { settings } = await host.startup();
    await host.saveSettings({ ...settings, language: 'fr', appearance: 'dark' });
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-theme', 'dark'));
    expect(screen.getByTestId('back-link')).toHaveAccessibleName('Fermer cette fenêtre');
    setLanguage('en');
  });

  it('takes no e-mails and counts no lists: those are the main window’s', async () => {
    const { host } = await own();
    host.emit('orders_changed', { ids: [], all: true });
    await waitFor(() => expect(host.called('openOrder')).toBeDefined());
    for (const method of ['beginListening', 'countViews', 'listQueue'] as const) {
      expect(host.called(method)).toBeUndefined();
    }
  });
});

describe('the main window', () => {
  it('opens an order in a window of its own by its key, from the list and from its page', async () => {
    const { host, user } = await main();
    await user.keyboard('{Control>}{Shift>}N{/Shift}{/Control}');
    await waitFor(() => expect(host.called('openOrderWindow')).toEqual(['ord_4410228301']));
    await user.type(screen.getByTestId('search'), '4410-228290{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Open in a window of its own' }));
    await waitFor(() => expect(host.called('openOrderWindow')).toEqual([zurita]));
  });

  it('says when there are too many', async () => {
    const { host, user } = await main();
    host.fail('openOrderWindow', { code: 'too_many_windows', params: { max: '12' } });
    await user.keyboard('{Control>}{Shift>}N{/Shift}{/Control}');
    expect(await screen.findByText('12 windows are open beside this one')).toBeVisible();
  });

  it('has no key that closes it', async () => {
    const { host, user } = await main();
    await user.keyboard('{Control>}w{/Control}{Escape}');
    expect(host.called('closeWindow')).toBeUndefined();
  });

  it.each<[Place, string]>([
    [{ page: 'list', view: 'overdue', order: null, search: null }, 'Overdue'],
    [{ page: 'queue', order: null }, 'Queue'],
    [{ page: 'overview' }, 'Overview'],
    [{ page: 'customers' }, 'Customers'],
    [{ page: 'activity', id: null, number: null }, 'Activity'],
    [{ page: 'settings', section: 'about' }, 'Settings'],
  ])('is led to %o by the window of an order', async (place, heading) => {
    const { host } = await main();
    host.emit('place_asked', { place });
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(heading),
    );
  });

  it('searches what is looked for there, and goes nowhere for a place that it does not know', async () => {
    const { host } = await main();
    host.emit('place_asked', { place: { page: 'list', view: 'all', order: null, search: 'zur' } });
    await waitFor(() => expect(screen.getByTestId('search')).toHaveValue('zur'));
    host.emit('place_asked', { place: { page: 'list', view: 'x', order: null, search: null } });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('All orders');
  });
});

describe('what the window of an order may call', () => {
  const root = join(import.meta.dirname, '../../..');
  const { permissions } = JSON.parse(
    readFileSync(join(root, 'src-tauri/app/capabilities/order.json'), 'utf8'),
  ) as { permissions: string[] };
  const command = (method: string) =>
    `allow-${method.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

  it('is everything that the page of an order calls', () => {
    const page = sources.filter(
      ({ path, text }) =>
        path.startsWith('features/order/') &&
        !/testing\.ts$|\.test\.ts$/.test(path) &&
        text.includes('host'),
    );
    const called = page.flatMap(({ text }) =>
      [...text.matchAll(/\bhost\s*\.([a-z][A-Za-z]+)\b/g)].map(([, method]) => method ?? ''),
    );
    const asked = [...new Set(called)].filter((method) => method !== 'on').map(command);
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((one) => !permissions.includes(one))).toEqual([]);
  });

  it('is nothing of accounts, settings, backups, saved views and other windows', () => {
    const forbidden =
      /sign|account|settings|network|back-up|restore|erase|database|sample|connect|view|window$/;
    const allowed = permissions.filter((one) => one !== 'allow-close-window');
    // Reviews are the order's own.
    expect(allowed.filter((one) => forbidden.test(one.replace('review', '')))).toEqual([
      'allow-assign',
    ]);
  });
});
