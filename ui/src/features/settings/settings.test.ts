import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../../host/memory';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Settings from './Settings.svelte';

async function open(options: MemoryOptions = {}) {
  const host = createMemoryHost(options);
  const app = await testApp(host);
  renderIn(app, Settings, {});
  return { host, app, user: userEvent.setup() };
}

describe('the settings', () => {
  it('hold at once what is chosen', async () => {
    const { app, host, user } = await open();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await user.click(screen.getByRole('radio', { name: 'Français' }));
    await user.click(screen.getByRole('radio', { name: 'Compact' }));
    await waitFor(() =>
      expect(app.settings).toEqual({
        language: 'fr',
        appearance: 'dark',
        density: 'compact',
        review_required: false,
        tables: [],
        columns: [],
      }),
    );
    expect(host.calls.filter((call) => call.method === 'saveSettings')).toHaveLength(3);
    await expectNoViolations();
  });

  it('ask for a colleague’s approval, once that is chosen, and not any more', async () => {
    const { app, host, user } = await open();
    const choice = screen.getByTestId('review-required');
    expect(choice).not.toBeChecked();
    expect(choice).toHaveAccessibleName(/A colleague must approve/);
    await user.click(choice);
    await waitFor(() => expect(app.settings.review_required).toBe(true));
    expect(host.called('saveSettings')).toEqual([{ ...app.settings, review_required: true }]);
    expect(choice).toBeChecked();
    await user.click(choice);
    await waitFor(() => expect(app.settings.review_required).toBe(false));
  });

  it('say where the data lies and show it', async () => {
    const { host, user } = await open();
    expect(screen.getByTestId('data-dir')).toHaveTextContent('/home/ana/.local/share/turnup');
    await user.click(screen.getByRole('button', { name: 'Show folder' }));
    expect(host.called('showDataFolder')).toBeDefined();
  });

  it('say what this is and whose it is not', async () => {
    await open();
    expect(screen.getByText('Turnup 0.1.0')).toBeInTheDocument();
    expect(screen.getByText(/not affiliated with Cisco/)).toBeInTheDocument();
  });

  it('open another account of this computer', async () => {
    const { host, user } = await open({ account: 'service' });
    await user.click(await screen.findByRole('button', { name: /orders of Luis Ortega/ }));
    await waitFor(() =>
      expect(host.called('switchAccount')).toEqual(['provisioning.example-5f2c']),
    );
    await expectNoViolations();
  });

  it('ask whether to keep the data before signing out', async () => {
    const { host, user } = await open({ account: 'service' });
    await user.click(screen.getByRole('button', { name: 'Sign out…' }));
    const dialog = screen.getByRole('dialog', { name: /Sign out of https:/ });
    expect(dialog).toHaveTextContent('2 confirmations wait to be sent');
    await expectNoViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Sign out and keep data' }));
    expect(host.called('signOut')).toEqual([false]);
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
  });

  it('remove the sample data only after asking', async () => {
    const { host, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Leave and remove sample data…' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(host.called('leaveSample')).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Leave and remove sample data…' }));
    await user.click(screen.getByRole('button', { name: 'Remove sample data' }));
    expect(host.called('leaveSample')).toBeDefined();
  });

  it('lead from sample data to one’s own service', async () => {
    const { app, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Connect to your service…' }));
    await user.type(screen.getByLabelText('Address of the service'), 'https://a.example{Enter}');
    await waitFor(() => expect(app.visited).toEqual(['sign in']));
  });

  it.each([
    ['locked', 'it is locked'],
    ['something_new', 'it failed'],
  ])('say that the keyring could not be used: %s', async (reason, words) => {
    const host = createMemoryHost({ account: 'service' });
    const app = await testApp(host);
    renderIn(app, Settings, {});
    const account = {
      ...(await host.startup()).account,
      tokens: 'session',
      keyring_problem: reason,
    };
    host.emit('account_changed', { account: account as never });
    expect(await screen.findByText(new RegExp(words))).toBeInTheDocument();
  });
});
