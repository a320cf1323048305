import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../../host/memory';
import type { ListView } from '../../shared/app';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

const view: ListView = 'inbox';
let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function open(options: MemoryOptions = {}) {
  const host = createMemoryHost(options);
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  stop = () => list.stop();
  renderIn(app, Inbox, { list, view, order: null });
  await waitFor(() => expect(list.total).not.toBeNull());
  return { host, app, list, user: userEvent.setup() };
}

const rows = () => screen.getAllByRole('row').slice(1);

describe('a search', () => {
  it('counts states and services a moment later, and says when there are more', async () => {
    const { host, app, user } = await open();
    app.search = 'state:awaiting_details';
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.click(screen.getByTestId('filter-state'));
    await waitFor(() => {
      expect(screen.getByTestId('state-awaiting_details')).toHaveTextContent('2');
      expect(screen.getByTestId('state-draft')).toHaveTextContent('0');
    });
    await expectNoViolations();
    await user.keyboard('{Escape}');
    const real = host.countOrders.bind(host);
    vi.spyOn(host, 'countOrders').mockImplementation(async (query) => ({
      ...(await real(query)),
      at_least: true,
    }));
    app.search = 'service:calling';
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    await user.click(screen.getByTestId('filter-state'));
    await waitFor(() => {
      expect(screen.getByTestId('state-awaiting_details').textContent).toMatch(/\d\+/);
    });
  });

  it('says what it did not understand, that it is not complete, and what is only similar', async () => {
    const { host, app } = await open();
    const real = host.listOrders.bind(host);
    vi.spyOn(host, 'listOrders').mockImplementation(async (query) => ({
      ...(await real(query)),
      exact: 3,
      indexing: true,
    }));
    app.search = 'due:soonish';
    expect(await screen.findByText(/Not understood, and left out: .*due:soonish/)).toBeVisible();
    expect(screen.getByText(/still taking in orders/)).toBeVisible();
    expect(screen.getByTestId('matches')).toHaveTextContent('3 match, 7 similar');
    await expectNoViolations();
  });

  it('knows the end of a long answer as soon as it is counted', async () => {
    const { host, app, list } = await open({ more: 900 });
    const real = host.listOrders.bind(host);
    vi.spyOn(host, 'listOrders').mockImplementation(async (query) => {
      const answer = await real(query);
      return { ...answer, total: Math.min(answer.total, query.offset + 120), more: true };
    });
    let count: () => void = () => undefined;
    const counted = host.countOrders.bind(host);
    const asked = vi.spyOn(host, 'countOrders').mockImplementation(async (query) => {
      await new Promise<void>((resolve) => (count = resolve));
      return counted(query);
    });
    app.search = 'sub';
    await waitFor(() => {
      expect(screen.getByTestId('matches')).toHaveTextContent('more than 120 match');
    });
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1');
    await waitFor(() => expect(asked).toHaveBeenCalled());
    count();
    await waitFor(() => expect(list.total).toBeGreaterThan(500));
    expect(screen.getByRole('grid')).toHaveAttribute(
      'aria-rowcount',
      String((list.total ?? 0) + 1),
    );
  });
});
