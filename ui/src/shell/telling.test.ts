import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createMemoryHost } from '../host/memory';
import type { SyncProgressView } from '../host/types';
import { setLanguage } from '../shared/i18n.svelte';
import { expectNoViolations } from '../testing/axe';
import Shell from './Shell.svelte';

async function started() {
  const host = createMemoryHost();
  render(Shell, { host });
  await screen.findByRole('grid');
  return { host, user: userEvent.setup() };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('a clock that is wrong', () => {
  it('is told with how much, what follows from it and what to do', async () => {
    const { host } = await started();
    expect(screen.queryByTestId('clock-notice')).toBeNull();
    host.setFrame({ clock_off: 725 });
    const notice = await screen.findByTestId('clock-notice');
    expect(notice).toHaveTextContent('This computer’s clock is 12 minutes ahead of the service’s.');
    expect(notice).toHaveTextContent('Deadlines are shown by it and seem closer than they are.');
    expect(notice).toHaveTextContent('Have the system set the time by itself.');
    expect(notice.closest('[role=status]')).not.toBeNull();
    await expectNoViolations();
  });

  it('is put away once for each way in which it is wrong', async () => {
    const { host, user } = await started();
    host.setFrame({ clock_off: 725 });
    await user.click(await screen.findByTestId('clock-close'));
    expect(screen.queryByTestId('clock-notice')).toBeNull();
    host.setFrame({ clock_off: null });
    host.setFrame({ clock_off: 900 });
    await waitFor(() => expect(screen.queryByTestId('clock-notice')).toBeNull());
    host.setFrame({ clock_off: -7_500 });
    expect(await screen.findByTestId('clock-notice')).toHaveTextContent(
      'This computer’s clock is 2 hours behind the service’s. Deadlines are shown by it and are closer than they seem.',
    );
  });

  it('is no matter once it is right again', async () => {
    const { host } = await started();
    host.setFrame({ clock_off: -300 });
    await screen.findByTestId('clock-notice');
    host.setFrame({ clock_off: null });
    await waitFor(() => expect(screen.queryByTestId('clock-notice')).toBeNull());
  });

  it('is told in French', async () => {
    const { host } = await started();
    setLanguage('fr');
    host.setFrame({ clock_off: 86_400 * 3 });
    expect(await screen.findByTestId('clock-notice')).toHaveTextContent(
      'L’horloge de cet ordinateur avance de 3 jours sur celle du service.',
    );
  });
});

describe('a sync, for those who do not see it', () => {
  const at = (done: number, more: Partial<SyncProgressView> = {}): SyncProgressView => ({
    step: 'pull_orders',
    done,
    total: 5_000,
    left_seconds: 130,
    first: true,
    ...more,
  });
  const said = () => screen.getByTestId('sync-announced').textContent;

  it('is told at the beginning of the first one, then now and then, and at its end', async () => {
    const { host } = await started();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    host.setFrame({ sync: at(100) });
    await waitFor(() => expect(said()).toMatch(/Fetching orders: 100 of 5.000 · about 2 minutes/));
    for (let done = 200; done <= 1_000; done += 100) host.setFrame({ sync: at(done) });
    await waitFor(() => expect(screen.getByTestId('sync')).toHaveTextContent(/1.000 of/));
    expect(said()).toMatch(/ 100 of/);
    vi.setSystemTime(Date.now() + 21_000);
    host.setFrame({ sync: at(1_100) });
    await waitFor(() => expect(said()).toMatch(/1.100 of/));
    host.setFrame({ sync: null });
    await waitFor(() => expect(said()).toBe('Your orders are all here.'));
  });

  it('of seconds says nothing', async () => {
    const { host } = await started();
    host.setFrame({ sync: at(1, { first: false }) });
    await screen.findByTestId('sync');
    host.setFrame({ sync: at(2, { first: false }) });
    host.setFrame({ sync: null });
    await waitFor(() => expect(screen.queryByTestId('sync')).toBeNull());
    expect(said()).toBe('');
  });

  it('is shown below without being read out at every step', async () => {
    const { host } = await started();
    host.setFrame({ sync: at(100) });
    const sync = await screen.findByTestId('sync');
    expect(sync.closest('[role=status], [aria-live]')).toBeNull();
    expect(screen.getByTestId('matches')).toHaveAttribute('aria-live', 'off');
    host.setFrame({ sync: null });
    await waitFor(() => expect(screen.getByTestId('matches')).not.toHaveAttribute('aria-live'));
  });
});

describe('a proxy in the way', () => {
  it('is named below and above the queue, and leads to the network', async () => {
    const { host, user } = await started();
    host.setFrame({ connection: 'offline', problem: { code: 'proxy_sign_in', params: {} } });
    const words = 'The proxy asks for a name and a password';
    await waitFor(() => expect(screen.getByTestId('connection')).toHaveTextContent(words));
    await user.click(screen.getByTestId('connection'));
    await user.click(await screen.findByRole('button', { name: 'Network settings' }));
    expect(await screen.findByTestId('network-form')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Network' })).toHaveFocus();
    await user.click(screen.getByTestId('view-queue'));
    expect(await screen.findByTestId('queue-problem')).toHaveTextContent(words);
    await user.click(screen.getByTestId('queue-network'));
    expect(await screen.findByTestId('network-form')).toBeVisible();
  });
});

describe('what is said at the edge of the window', () => {
  it('goes by Escape, the newest first, before Escape does anything else', async () => {
    const { host, user } = await started();
    await user.click(screen.getByTestId('settings'));
    for (const code of ['email_no_order', 'email_too_large']) {
      host.emit('file_arrived', { opened: null, failure: { code, params: {} } });
    }
    const toasts = screen.getByRole('region', { name: 'Notices' });
    await waitFor(() => expect(within(toasts).getAllByRole('alert').length).toBeGreaterThan(0));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('This e-mail is too large')).toBeNull());
    expect(screen.getByText('No order number was found in this e-mail')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByText('No order number was found in this e-mail')).toBeNull(),
    );
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Settings');
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Inbox');
  });
});
