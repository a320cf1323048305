import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost } from '../../host/memory';
import type { SyncProgressView } from '../../host/types';
import type { ListView } from '../../shared/app';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

const far: SyncProgressView = {
  step: 'pull_orders',
  done: 1_200,
  total: 100_000,
  left_seconds: 118,
  first: true,
};

function empty(host: MemoryHost) {
  host.orders.splice(0);
}

async function open(
  frame: Parameters<MemoryHost['setFrame']>[0],
  view: ListView = 'inbox',
  prepare: (host: MemoryHost) => void = empty,
) {
  const host = createMemoryHost({ account: 'service' });
  prepare(host);
  host.setFrame({ last_sync: null, ...frame });
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  renderIn(app, Inbox, { list, view, order: null });
  await waitFor(() => expect(list.total).not.toBeNull());
  return { host, user: userEvent.setup() };
}

describe('the first sync', () => {
  it('says in the empty list how far it is and how long still', async () => {
    await open({ sync: far });
    expect(await screen.findByText('Your orders are coming')).toBeVisible();
    const progress = screen.getByTestId('first-sync');
    expect(progress).toHaveTextContent(/Fetching orders: 1.200 of 100.000/);
    expect(progress).toHaveTextContent('about 2 minutes left');
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1200');
    expect(progress.closest('[role=status], [aria-live]')).toBeNull();
    await expectNoViolations();
  });

  it('says no time that nobody knows, and how little is left at last', async () => {
    const { host } = await open({ sync: { ...far, total: null, left_seconds: null } });
    const progress = await screen.findByTestId('first-sync');
    expect(progress).not.toHaveTextContent('left');
    expect(screen.getByRole('progressbar')).not.toHaveAttribute('value');
    await expectNoViolations();
    host.setFrame({ sync: { ...far, left_seconds: 20 } });
    await waitFor(() => expect(progress).toHaveTextContent('less than a minute left'));
  });

  it('fills the list meanwhile, which is used as ever', async () => {
    const { user } = await open({ sync: far }, 'inbox', () => undefined);
    expect(await screen.findByRole('grid')).toBeVisible();
    expect(screen.queryByText('Your orders are coming')).toBeNull();
    await user.click(screen.getByText('Zurita y Compañía, S.L.'));
    expect(await screen.findByTestId('next')).toBeVisible();
  });

  it('is stopped when asked, and goes on when asked', async () => {
    const { host, user } = await open({ sync: far });
    await user.click(await screen.findByTestId('first-sync-stop'));
    expect(host.called('cancelSync')).toBeDefined();
    expect(await screen.findByText('Your orders are not here yet')).toBeVisible();
    expect(
      screen.getByText('The first sync has not ended. It goes on where it was.'),
    ).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByTestId('first-sync-go-on'));
    expect(host.called('syncNow')).toBeDefined();
  });

  it.each([
    ['offline', 'They come by themselves when the service can be reached.'],
    ['signed_out', 'They come once you are signed in.'],
    ['elsewhere', 'turnupctl sends for this account now · everything keeps working'],
  ])('says why it stands still while one is %s', async (connection, words) => {
    await open({ sync: null, connection });
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('is nothing to know of where only this computer’s own work is listed', async () => {
    await open({ sync: far }, 'drafts');
    expect(await screen.findByText('No drafts')).toBeVisible();
  });

  it('is over once there was a sync: an empty list is empty then', async () => {
    await open({ sync: { ...far, first: false }, last_sync: '2026-11-22T09:00:00Z' });
    expect(await screen.findByText('Nothing waits for you')).toBeVisible();
  });

  it('speaks French', async () => {
    setLanguage('fr');
    await open({ sync: far });
    expect(await screen.findByTestId('first-sync')).toHaveTextContent('encore 2 minutes environ');
  });
});
