import { screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { expectNoViolations } from '../../testing/axe';
import { calls, complete, openPage, orders, shownPage, type OpenedPage } from './testing';

async function atTheWall(online = true): Promise<OpenedPage> {
  const page = await openPage(orders.draft, 'review', { online }, complete);
  expect(screen.getByText('Nothing stands in the way.')).toBeVisible();
  await page.user.click(screen.getByTestId('continue'));
  await screen.findByTestId('confirm-input');
  return page;
}

describe('the point of no return', () => {
  let page: OpenedPage;

  describe('online', () => {
    beforeEach(async () => {
      page = await atTheWall();
    });

    it('sets the order against the choice with a verdict in words', async () => {
      const rights = screen.getByTestId('compare-rights');
      expect(rights).toHaveTextContent('Provisioning Admin, full rights after approval');
      expect(rights.querySelector('[aria-label="Look at this"]')).not.toBeNull();
      await expectNoViolations();
    });

    it('opens the button only when the typed number matches', async () => {
      const button = screen.getByTestId('confirm-button');
      expect(button).toHaveTextContent('Confirm and send');
      expect(button).toBeDisabled();
      await page.user.type(screen.getByTestId('confirm-input'), '4410-22829');
      expect(button).toBeDisabled();
      await page.user.type(screen.getByTestId('confirm-input'), '0');
      expect(button).toBeEnabled();
    });

    it('takes a pasted number with blanks around it, and confirms with Enter', async () => {
      await page.user.click(screen.getByTestId('confirm-input'));
      await page.user.paste('  4410-228290 \n');
      await page.user.keyboard('{Enter}');
      await waitFor(() =>
        expect(calls(page.host, 'confirm')).toEqual([[orders.draft, '4410-228290']]),
      );
      await waitFor(() => expect(shownPage()).toBe('details'));
      expect(screen.getByTestId('badge')).toHaveTextContent('Queued');
    });

    it('says on Enter that another number does not match, and sends nothing', async () => {
      await page.user.type(screen.getByTestId('confirm-input'), '4410-000000{Enter}');
      expect(screen.getByText('This is not the order number.')).toBeVisible();
      expect(calls(page.host, 'confirm')).toEqual([]);
    });

    it('leads back to the review', async () => {
      await page.user.click(screen.getByTestId('back'));
      await waitFor(() => expect(shownPage()).toBe('review'));
    });
  });

  it('names offline what the button will do, and lets it be taken back', async () => {
    page = await atTheWall(false);
    expect(screen.getByTestId('confirm-button')).toHaveTextContent('Confirm and queue');
    expect(
      screen.getByText(/You are offline. The confirmation is kept in the queue/),
    ).toBeVisible();
    await page.user.type(screen.getByTestId('confirm-input'), '4410-228290{Enter}');
    await page.user.click(await screen.findByTestId('take-back'));
    await waitFor(() => expect(page.host.order(orders.draft).queue).toEqual([]));
    await waitFor(() => expect(screen.getByTestId('badge')).toHaveTextContent(/^Draft/));
  });

  it('stays closed while something stands in the way, and leads there', async () => {
    const { user } = await openPage(orders.draft, 'confirm');
    await user.type(await screen.findByTestId('confirm-input'), '4410-228290');
    expect(screen.getByTestId('confirm-button')).toBeDisabled();
    await user.click(screen.getByTestId('problem-calling.address.street1'));
    await waitFor(() => expect(shownPage()).toBe('calling'));
  });

  it('shows at its field what only the dry run found', async () => {
    const { user, host } = await openPage(orders.draft, 'review', {}, complete);
    const prepare = host.prepareConfirmation.bind(host);
    const taken = { pointer: '/calling/sip_name', code: 'sip_name_taken', params: {} };
    vi.spyOn(host, 'prepareConfirmation').mockImplementation(async (id) => ({
      ...(await prepare(id)),
      problems: [{ ...taken, step: 'calling' }],
    }));
    await user.click(screen.getByTestId('step-confirm'));
    await user.click(await screen.findByTestId('problem-calling.sip_name'));
    await waitFor(() => expect(screen.getByTestId('field-calling.sip_name')).toHaveFocus());
    expect(screen.getByText('This SIP name is taken. Choose another one.')).toBeVisible();
    await user.keyboard('2');
    expect(screen.queryByText('This SIP name is taken. Choose another one.')).toBeNull();
  });

  it('says when the page could not be prepared, and tries again', async () => {
    const { user, host } = await openPage(orders.draft, 'review');
    host.fail('prepareConfirmation', 'database_busy');
    await user.click(screen.getByTestId('step-confirm'));
    expect(await screen.findByRole('alert')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByTestId('confirm-input')).toBeVisible();
  });
});

describe('the review', () => {
  it('has the service try it before the point of no return', async () => {
    await openPage(orders.draft, 'review', {}, complete);
    const check = screen.getByTestId('review-check');
    await waitFor(() => expect(check).toHaveAttribute('data-check', 'done'));
    expect(check).toHaveTextContent('it would be accepted');
    await expectNoViolations();
  });

  it('leads from what the service would refuse to its field', async () => {
    const { user } = await openPage(orders.draft, 'review', {}, (host) => {
      complete(host);
      const prepare = host.prepareConfirmation.bind(host);
      const taken = { pointer: '/calling/sip_name', code: 'sip_name_taken', params: {} };
      vi.spyOn(host, 'prepareConfirmation').mockImplementation(async (id) => ({
        ...(await prepare(id)),
        problems: [{ ...taken, step: 'calling' }],
      }));
    });
    expect(await screen.findByText('The service would not take this')).toBeVisible();
    expect(screen.queryByText('Nothing stands in the way.')).toBeNull();
    await user.click(screen.getByTestId('problem-calling.sip_name'));
    await waitFor(() => expect(screen.getByTestId('field-calling.sip_name')).toHaveFocus());
  });

  it('says offline that the service checks it later', async () => {
    await openPage(orders.draft, 'review', { online: false }, complete);
    const check = screen.getByTestId('review-check');
    expect(check).toHaveTextContent('You are offline: the service checks it');
    expect(check).toHaveAttribute('data-check', 'none');
  });

  it('asks nothing of the service while something is still missing', async () => {
    const { host } = await openPage(orders.draft, 'review');
    expect(calls(host, 'prepareConfirmation')).toEqual([]);
  });
});
