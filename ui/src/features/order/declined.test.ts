import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import type { MemoryHost } from '../../host/memory';
import { dayAhead } from '../../shared/reminders';
import { expectNoViolations } from '../../testing/axe';
import { calls, openPage, orders, shownPage } from './testing';

/** The customer of this order declined; a set-up that rested on it may wait. */
function declines(host: MemoryHost, reason = 'declined_by_customer', setup = true) {
  const order = host.order(orders.draft);
  order.declined = {
    at: '2026-11-20T10:00:00Z',
    customer: 'Zurita y Compañía',
    organization_id: 'org_zurita',
    reason,
  };
  const [waiting] = host.order(orders.queued).queue;
  if (setup && waiting !== undefined) {
    order.queue.push({
      ...waiting,
      id: '900',
      order_id: order.id,
      kind: 'setup',
      state: 'parked',
      can_take_back: true,
    });
  }
}

describe('a customer who did not agree', () => {
  it('is named with its reason, and the answers are open again with one step', async () => {
    const { host, user } = await openPage(orders.draft, 'details', {}, (host) => declines(host));
    const card = screen.getByTestId('declined');
    expect(card).toHaveTextContent('Zurita y Compañía did not agree');
    expect(card).toHaveTextContent('Its administrator declined your request.');
    await expectNoViolations();
    await user.click(screen.getByTestId('declined-choose'));
    await waitFor(() => expect(shownPage()).toBe('customer'));
    expect(calls(host, 'takeBack')).toEqual([['900']]);
    expect(await screen.findByText('Zurita y Compañía did not agree')).toBeVisible();
  });

  it('may give a reason in its own words', async () => {
    await openPage(orders.draft, 'details', {}, (host) =>
      declines(host, 'We move to another partner', false),
    );
    expect(screen.getByTestId('declined')).toHaveTextContent(
      'The reason it gave: We move to another partner.',
    );
  });

  it('leads to the candidates when nothing waits either', async () => {
    const { host, user } = await openPage(orders.draft, 'details', {}, (host) =>
      declines(host, 'declined_by_customer', false),
    );
    await user.click(screen.getByTestId('declined-choose'));
    await waitFor(() => expect(shownPage()).toBe('customer'));
    expect(calls(host, 'takeBack')).toHaveLength(0);
  });

  it('tells when the set-up cannot be taken back', async () => {
    const { app, host, user } = await openPage(orders.draft, 'details', {}, (host) =>
      declines(host),
    );
    host.fail('takeBack', 'cannot_take_back');
    await user.click(screen.getByTestId('declined-choose'));
    await waitFor(() => expect(app.told).toHaveLength(1));
    expect(shownPage()).toBe('details');
  });
});

describe('a reminder', () => {
  it('is set for a day from a list, changed and forgotten', async () => {
    const { host, user } = await openPage(orders.mapped, 'details');
    await user.selectOptions(screen.getByTestId('reminder-day'), dayAhead(7));
    expect(await screen.findByTestId('reminder-on')).toBeVisible();
    expect(calls(host, 'remind')).toEqual([[orders.mapped, dayAhead(7)]]);
    await expectNoViolations();
    await user.click(screen.getByTestId('reminder-change'));
    await user.selectOptions(screen.getByTestId('reminder-day'), dayAhead(14));
    await user.click(await screen.findByTestId('reminder-drop'));
    await waitFor(() => expect(screen.queryByTestId('reminder-on')).toBeNull());
    expect(host.order(orders.mapped).reminder).toBeNull();
  });

  it('is not offered for an order that is over', async () => {
    await openPage(orders.provisioned);
    expect(screen.queryByTestId('reminder')).toBeNull();
  });
});

describe('notices of an order', () => {
  it('are put off until tomorrow and shown again', async () => {
    const { host, user } = await openPage(orders.mapped, 'details');
    await user.selectOptions(screen.getByTestId('snooze-until'), 'tomorrow');
    expect(await screen.findByTestId('snooze-on')).toHaveTextContent('No notices until');
    expect(host.order(orders.mapped).snoozedUntil).not.toBeNull();
    await expectNoViolations();
    await user.click(screen.getByTestId('snooze-drop'));
    expect(await screen.findByTestId('snooze-until')).toBeVisible();
    expect(host.order(orders.mapped).snoozedUntil).toBeNull();
  });

  it('tell what could not be put off', async () => {
    const { host, app, user } = await openPage(orders.mapped, 'details');
    host.fail('snoozeOrder', 'disk_full');
    await user.selectOptions(screen.getByTestId('snooze-until'), 'tomorrow');
    await waitFor(() => expect(app.told).toHaveLength(1));
    expect(screen.getByTestId('snooze-until')).toBeVisible();
  });
});
