import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../host/memory';
import { acts } from '../shared/acts';
import Shell from './Shell.svelte';
import { AppState } from './state.svelte';

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(() => import('../features/order/OrderPage.svelte'), 60_000);

async function start(options: MemoryOptions = {}) {
  const host = createMemoryHost(options);
  render(Shell, { host });
  if (options.firstRun !== true) await screen.findByTestId('detail');
  return { host, user: userEvent.setup() };
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent;

describe('the acts of the window', () => {
  it('are done by it: every one has somebody who does it', async () => {
    const host = createMemoryHost();
    const app = new AppState(host, await host.startup());
    const own = acts.filter(({ by }) => by === 'window');
    expect(own.filter(({ id }) => !app.acts.knows(id))).toEqual([]);
    expect(acts.filter(({ by, id }) => by !== 'window' && app.acts.knows(id))).toEqual([]);
    app.stop();
  });
});

describe('the native menu', () => {
  /** What it was told last. */
  function usable(host: Awaited<ReturnType<typeof start>>['host']): string[] {
    const told = host.calls.filter(({ method }) => method === 'offerActs').at(-1);
    return (told?.args[0] ?? []) as string[];
  }

  it('is told what can be done, and again when that changed', async () => {
    const { host, user } = await start();
    await waitFor(() => expect(usable(host)).toContain('continue_order'));
    expect(usable(host)).not.toContain('back');
    await user.click(screen.getByTestId('settings'));
    await waitFor(() => expect(usable(host)).toContain('back'));
    expect(usable(host)).not.toContain('continue_order');
    const times = host.calls.filter(({ method }) => method === 'offerActs').length;
    await user.click(screen.getByTestId('appearance-dark'));
    expect(host.calls.filter(({ method }) => method === 'offerActs')).toHaveLength(times);
  });

  it('offers little before there is an account', async () => {
    const { host } = await start({ firstRun: true });
    await waitFor(() => expect(usable(host)).toEqual(['open_palette', 'show_keys']));
  });

  it('does what was chosen in it', async () => {
    const { host } = await start();
    host.emit('menu_chosen', { id: 'settings' });
    await waitFor(() => expect(heading()).toBe('Settings'));
    host.emit('menu_chosen', { id: 'back' });
    await waitFor(() => expect(heading()).toBe('Inbox'));
    host.emit('menu_chosen', { id: 'save_summary' });
    await waitFor(() => expect(host.called('saveSummary')).toBeDefined());
    host.emit('menu_chosen', { id: 'what a newer program has' });
    host.emit('menu_chosen', { id: 'open_palette' });
    expect(await screen.findByTestId('palette-field')).toHaveFocus();
    host.emit('menu_chosen', { id: 'settings' });
    host.emit('menu_chosen', { id: 'open_palette' });
    await waitFor(() => expect(screen.queryByTestId('palette-field')).toBeNull());
    expect(heading()).toBe('Inbox');
  });

  it('and the page that got the same press of a key do it once', async () => {
    const { host, user } = await start();
    await user.click(screen.getByTestId('view-drafts'));
    await user.click(screen.getByTestId('view-queue'));
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    host.emit('menu_chosen', { id: 'back' });
    expect(heading()).toBe('Drafts');
  });
});

describe('the buttons of a mouse', () => {
  it('go back and forward', async () => {
    const { user } = await start();
    await user.click(screen.getByTestId('view-drafts'));
    await fireEvent.mouseUp(document.body, { button: 3 });
    expect(heading()).toBe('Inbox');
    await fireEvent.mouseUp(document.body, { button: 4 });
    expect(heading()).toBe('Drafts');
    await user.keyboard('?');
    await fireEvent.mouseUp(document.body, { button: 3 });
    expect(heading()).toBe('Drafts');
  });
});

describe('going back', () => {
  it('saves what was typed last, and comes back to the step', async () => {
    const { host, user } = await start();
    screen.getByRole('grid').focus();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByTestId('who-own_company'));
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await screen.findByRole('grid')).toBeInTheDocument();
    await waitFor(() =>
      expect(host.order('ord_4410228301').form?.completed_by).toBe('own_company'),
    );
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() =>
      expect(screen.getByTestId('order-page')).toHaveAttribute('data-page', 'who'),
    );
  });

  it('leaves an order at once, whatever its step', async () => {
    const { user } = await start();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByTestId('continue');
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await waitFor(() =>
      expect(screen.getByTestId('order-page')).toHaveAttribute('data-page', 'subscription'),
    );
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    const row = await screen.findByRole('row', { selected: true });
    expect(row).toHaveTextContent('4410-228290');
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() =>
      expect(screen.getByTestId('order-page')).toHaveAttribute('data-page', 'subscription'),
    );
  });
});

describe('the menu of the system', () => {
  it('stays in fields, and is kept from everything else', async () => {
    await start();
    expect(await fireEvent.contextMenu(screen.getByTestId('search'))).toBe(true);
    expect(await fireEvent.contextMenu(screen.getByRole('main'))).toBe(false);
  });
});
