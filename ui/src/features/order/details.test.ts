import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';

import { createMemoryHost } from '../../host/memory';
import { renderIn, testApp } from '../../testing/app.svelte';
import type { MemoryHost } from '../../host/memory';
import type { ClashView, ConflictView } from '../../host/types';
import { expectNoViolations } from '../../testing/axe';
import OrderPage from './OrderPage.svelte';
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

  it('does not try again what clashes: that is settled, not repeated', async () => {
    await openPage(orders.refused, 'details', {}, (prepared) =>
      prepared.refuse(orders.refused, 'revision_conflict'),
    );
    expect(screen.getByTestId('edit-and-send')).toBeVisible();
    expect(screen.queryByTestId('retry-entry')).toBeNull();
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
    await waitFor(() => expect(host.order(orders.draft).noteTyped).toBe('Call first'));
    expect(app.pending.size).toBe(0);
    expect(host.order(orders.draft).note).toBe('');
    await user.click(screen.getByTestId('save-note'));
    await waitFor(() => expect(host.order(orders.draft).note).toBe('Call first'));
    expect(await screen.findByText('waits to be sent')).toBeVisible();
    expect(app.pending.size).toBe(0);
  });

  it('shows again what was typed as the note when the order is opened again', async () => {
    const prepare = (prepared: MemoryHost) =>
      void (prepared.order(orders.draft).noteTyped = 'Call first');
    const { user, host } = await openPage(orders.draft, 'details', {}, prepare);
    expect(screen.getByTestId('note')).toHaveValue('Call first');
    await user.click(screen.getByRole('button', { name: 'Undo changes' }));
    expect(screen.getByTestId('note')).toHaveValue('');
    expect(screen.queryByTestId('save-note')).toBeNull();
    await waitFor(() => expect(host.order(orders.draft).noteTyped).toBeNull());
  });

  it('leaves the note alone while it is typed and the order changes', async () => {
    const { user, host } = await openPage(orders.draft, 'details');
    await user.type(screen.getByTestId('note'), 'Call');
    host.order(orders.draft).city = 'Cádiz';
    host.emit('orders_changed', { ids: [orders.draft], all: false });
    await user.type(screen.getByTestId('note'), ' first');
    expect(screen.getByTestId('note')).toHaveValue('Call first');
  });

  it('offers a note that was typed and not saved when one leaves', async () => {
    const { user, host, app } = await openPage(orders.draft, 'details');
    await user.type(screen.getByTestId('note'), 'Call first');
    cleanup();
    const [toast] = app.told;
    expect(toast?.detail).toBe('Call first');
    toast?.actions?.[0]?.run();
    await waitFor(() => expect(host.order(orders.draft).note).toBe('Call first'));
  });

  it('says of a note that was refused that it needs a decision, not that it waits', async () => {
    await openPage(orders.provisioned, 'details', {}, (prepared) => {
      void prepared.saveNote(orders.provisioned, 'Call');
      prepared.refuse(orders.provisioned, 'revision_conflict');
    });
    expect(screen.getByTestId('note-queued')).toHaveTextContent('needs a decision');
  });

  it('saves a note anew in place of one that was refused', async () => {
    const { user, host } = await openPage(orders.provisioned, 'details', {}, (prepared) => {
      void prepared.saveNote(orders.provisioned, 'Call');
      prepared.refuse(orders.provisioned, 'malformed_request');
    });
    await user.type(screen.getByTestId('note'), ' first');
    await user.click(screen.getByTestId('save-note'));
    await waitFor(() => expect(host.order(orders.provisioned).note).toBe('Call first'));
    const { queue } = host.order(orders.provisioned);
    expect(queue.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['note pending']);
  });

  it('shows at its field what the service said when it is opened to be mended', async () => {
    const host = createMemoryHost();
    const app = await testApp(host);
    const told = [
      { pointer: '/calling/sip_name', code: 'sip_name_taken', params: {}, step: 'calling' },
    ];
    const props = { id: orders.draft, step: 'calling', told, onback: vi.fn(), backlabel: 'Queue' };
    renderIn(app, OrderPage, props);
    expect(await screen.findByText('This SIP name is taken. Choose another one.')).toBeVisible();
    await waitFor(() => expect(screen.getByTestId('field-calling.sip_name')).toHaveFocus());
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

  it('names the program where nobody did it, and the service where that says so', async () => {
    const line = { at: '2026-11-20T09:00:00Z', actor: '', params: {} };
    await openPage(orders.draft, 'details', {}, (host) => {
      host
        .order(orders.draft)
        .timeline.unshift(
          { ...line, code: 'draft_kept', source: 'here' },
          { ...line, code: 'provisioned', source: 'service' },
        );
    });
    const activity = screen.getByRole('region', { name: 'Activity' });
    const [program, service] = within(activity).getAllByRole('listitem');
    expect(program).toHaveTextContent(/· Turnup$/);
    expect(service).not.toHaveTextContent('Turnup');
  });

  it('says when the order could not be opened and leads back', async () => {
    let left = 0;
    const app = await testApp(createMemoryHost());
    renderIn(app, OrderPage, { id: 'ord_none', onback: () => (left += 1), backlabel: 'Inbox' });
    const back = await screen.findByRole('button', { name: 'Inbox' });
    back.click();
    expect(left).toBe(1);
  });
});

describe('an order that somebody else changed', () => {
  const clash = (about: string, more: Partial<ClashView> = {}): ClashView => ({
    answer: about,
    about,
    before: null,
    mine: 'Zurita Nueva',
    theirs: 'Zurita y Compañía',
    can_keep: true,
    ...more,
  });
  const conflicted = (conflict: Partial<ConflictView>) => (host: MemoryHost) => {
    host.order(orders.draft).conflict = {
      entry: null,
      kind: 'draft',
      by: 'luis@andaluza.example',
      at: new Date().toISOString(),
      ended: null,
      clashes: [],
      ...conflict,
    };
  };

  it('shows both words, says who, and settles nothing by itself', async () => {
    const clashes = [
      clash('/note', { before: 'call', mine: 'call Ana', theirs: 'call Luis' }),
      clash('/lines/1', {
        answer: '/services/meetings',
        before: '250',
        mine: 'zurita, zurita-ventas',
        theirs: '300',
      }),
    ];
    const { user, host } = await openPage(orders.draft, 'details', {}, conflicted({ clashes }));
    const card = screen.getByTestId('conflict');
    expect(card).toHaveTextContent('luis@andaluza.example');
    expect(card).toHaveTextContent('Before both changes: call');
    expect(card).toHaveTextContent('250 → 300');
    expect(screen.getByTestId('settle')).toBeDisabled();
    await expectNoViolations();
    await user.click(screen.getByTestId('clash-note-mine'));
    expect(screen.getByTestId('settle')).toBeDisabled();
    await user.click(screen.getByTestId('clash-lines-1-theirs'));
    await user.click(screen.getByTestId('settle'));
    await waitFor(() => expect(screen.queryByTestId('conflict')).toBeNull());
    expect(host.called('settleConflict')).toEqual([orders.draft, ['/note']]);
  });

  it('offers only the service’s word where it is final', async () => {
    await openPage(
      orders.draft,
      'details',
      {},
      conflicted({ clashes: [clash('/customer', { can_keep: false })] }),
    );
    expect(screen.getByTestId('clash-customer-mine')).toBeDisabled();
    expect(screen.getByTestId('clash-customer-theirs')).toBeChecked();
    expect(screen.getByTestId('conflict')).toHaveTextContent('Yours: Zurita Nueva');
    expect(screen.getByTestId('settle')).toBeEnabled();
  });

  it('keeps the answers as a copy when the order ended', async () => {
    const { user, host } = await openPage(
      orders.draft,
      'details',
      {},
      conflicted({ ended: 'order_closed' }),
    );
    expect(screen.getByText('The order closed before this was sent')).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByTestId('keep-copy'));
    await waitFor(() => expect(host.called('settleConflict')).toEqual([orders.draft, []]));
  });

  it('leads from a step of the wizard to what has to be settled', async () => {
    const { user } = await openPage(
      orders.draft,
      'meetings',
      {},
      conflicted({ clashes: [clash('/customer')] }),
    );
    await user.click(screen.getByTestId('to-conflict'));
    expect(shownPage()).toBe('details');
    expect(screen.getByTestId('conflict')).toBeVisible();
  });
});
