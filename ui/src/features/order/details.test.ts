import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { expectNoViolations } from '../../testing/axe';
import { calls, openPage, orders, shownPage } from './testing';

describe('an order past the point of no return', () => {
  it.each([
    orders.queued,
    orders.refused,
    orders.provisioning,
    orders.awaitingApproval,
    orders.provisioned,
    orders.withErrors,
    orders.closed,
  ])('opens %s on its state, without accessibility violations', async (id) => {
    await openPage(id);
    expect(shownPage()).toBe('details');
    await expectNoViolations();
  });

  it('shows a frozen step with the reason', async () => {
    const { user } = await openPage(orders.provisioned);
    await user.click(screen.getByTestId('step-customer'));
    expect(screen.getByText('These answers cannot be changed')).toBeVisible();
    expect(screen.getByText('Everything on this order is provisioned.')).toBeVisible();
    expect(screen.getAllByText('Okonkwo & Daughters').length).toBeGreaterThan(1);
    expect(screen.queryByTestId('step-confirm')).toBeNull();
    await expectNoViolations();
  });

  it('asks only for the set-up once the organizations are final', async () => {
    const { user } = await openPage(orders.mapped);
    expect(shownPage()).toBe('subscription');
    await user.click(screen.getByTestId('step-partner'));
    expect(screen.getByText('Confirmed: the organizations of this order are final.')).toBeVisible();
  });

  it('takes a queued order back', async () => {
    const { user, host } = await openPage(orders.queued);
    expect(screen.getByText('Waits to be sent')).toBeVisible();
    await user.click(screen.getByTestId('take-back'));
    await waitFor(() => expect(calls(host, 'takeBack')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByTestId('take-back')).toBeNull());
    expect(screen.getByTestId('continue')).toBeVisible();
  });

  it('offers no taking back once it was tried', async () => {
    const { host } = await openPage(orders.queued);
    for (const entry of host.order(orders.queued).queue) entry.can_take_back = false;
    host.emit('orders_changed', { ids: [], all: true });
    await waitFor(() => expect(screen.queryByTestId('take-back')).toBeNull());
  });

  it('shows the service’s words and leads to the field to mend', async () => {
    const { user, host } = await openPage(orders.queued);
    host.refuse(orders.queued, 'validation_failed');
    const entry = host.order(orders.queued).queue[0];
    entry?.errors.push({
      pointer: '/meetings/sites/0/name',
      code: 'site_name_taken',
      params: {},
      step: 'meetings',
    });
    const form = { ...host.order(orders.draft).form };
    host.order(orders.queued).form = structuredClone(form) as never;
    host.emit('orders_changed', { ids: [orders.queued], all: false });
    expect(await screen.findByText('The service did not accept some fields.')).toBeVisible();
    await user.click(screen.getByTestId('edit-and-send'));
    await waitFor(() => expect(shownPage()).toBe('meetings'));
    const name = screen.getByTestId('field-meetings.sites.0.name');
    expect(name).toHaveFocus();
    expect(screen.getByText('This site name is taken. Choose another one.')).toBeVisible();
    await user.type(name, '2');
    expect(screen.queryByText('This site name is taken. Choose another one.')).toBeNull();
  });

  it('tries a refused act again', async () => {
    const { user, host } = await openPage(orders.refused);
    expect(screen.getByText(/The chosen organization changed/)).toBeVisible();
    await user.click(screen.getByTestId('retry-entry'));
    await waitFor(() => expect(calls(host, 'retryEntry')).toHaveLength(1));
    await waitFor(() => expect(screen.getByText('Waits to be sent')).toBeVisible());
  });

  it('follows provisioning until it is done', async () => {
    const { host } = await openPage(orders.provisioning);
    expect(screen.getByTestId('operation')).toHaveAttribute('data-state', 'running');
    host.finish(orders.provisioning);
    await waitFor(() => expect(screen.getByTestId('badge')).toHaveTextContent('Provisioned'));
    expect(screen.getByTestId('operation')).toHaveAttribute('data-state', 'succeeded');
  });

  it('retries what failed', async () => {
    const { user, host } = await openPage(orders.withErrors);
    await user.click(screen.getByTestId('retry-operation'));
    await waitFor(() => expect(calls(host, 'retryOperation')).toEqual([[orders.withErrors]]));
  });
});

describe('the order page', () => {
  it('saves the shared note and says that it waits', async () => {
    const { user, host, app } = await openPage(orders.draft, 'details', { online: false });
    await user.type(screen.getByTestId('note'), 'Call first');
    expect(app.pending.size).toBe(1);
    await user.click(screen.getByTestId('save-note'));
    await waitFor(() => expect(host.order(orders.draft).note).toBe('Call first'));
    expect(await screen.findByText('waits to be sent')).toBeVisible();
    expect(app.pending.size).toBe(0);
  });

  it('saves the summary with a way to open it', async () => {
    const { user, host, app } = await openPage(orders.draft, 'details');
    await user.click(screen.getByTestId('save-summary'));
    await waitFor(() => expect(app.told).toHaveLength(1));
    expect(app.told[0]?.title).toBe('Summary saved, 2 pages');
    app.told[0]?.actions?.[1]?.run();
    expect(calls(host, 'saveSummary')).toEqual([[orders.draft, 'en']]);
    expect(calls(host, 'showSummary')).toEqual([[orders.draft]]);
  });

  it('saves the summary with Ctrl+P on every page', async () => {
    const { user, host } = await openPage(orders.draft, 'who');
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(calls(host, 'saveSummary')).toHaveLength(1));
  });

  it('asks for the e-mail again only where that is allowed', async () => {
    const { user, host } = await openPage(orders.fresh, 'details');
    await user.click(screen.getByTestId('resend-email'));
    await waitFor(() => expect(calls(host, 'resendEmail')).toHaveLength(1));
  });

  it('drops the draft and brings it back', async () => {
    const { user, host, app } = await openPage(orders.draft, 'partner');
    await screen.findByTestId(/^candidate-/);
    await user.click(screen.getByTestId('step-customer'));
    await screen.findAllByTestId(/^candidate-/);
    await user.click(screen.getByTestId('step-details'));
    await user.click(screen.getByTestId('drop-draft'));
    await waitFor(() => expect(host.order(orders.draft).form).toBeNull());
    app.told.at(-1)?.actions?.[0]?.run();
    await waitFor(() => expect(host.order(orders.draft).form?.completed_by).toBe('for_customer'));
  });

  it('tells what happened, newest first', async () => {
    await openPage(orders.draft, 'details');
    const activity = screen.getByRole('region', { name: 'Activity' });
    const entries = within(activity).getAllByRole('listitem');
    expect(entries[0]).toHaveTextContent('Organization chosen');
    expect(entries.at(-1)).toHaveTextContent('Order received');
  });

  it('says when the order could not be opened and leads back', async () => {
    const { createMemoryHost } = await import('../../host/memory');
    const { testApp, renderIn } = await import('../../testing/app.svelte');
    const { default: OrderPage } = await import('./OrderPage.svelte');
    let left = 0;
    const app = await testApp(createMemoryHost());
    renderIn(app, OrderPage, { id: 'ord_none', onback: () => (left += 1), backlabel: 'Inbox' });
    const back = await screen.findByRole('button', { name: 'Inbox' });
    back.click();
    expect(left).toBe(1);
  });
});
