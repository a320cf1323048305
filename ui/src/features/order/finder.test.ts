import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import { calls, openPage, orders, shownPage } from './testing';

async function candidates(): Promise<HTMLElement[]> {
  return screen.findAllByTestId(/^candidate-/);
}

/** The candidate in this place. */
async function candidate(at: number): Promise<HTMLElement> {
  const found = (await candidates())[at];
  if (found === undefined) throw new Error(`no candidate ${at}`);
  return found;
}

describe('finding the customer’s organization', () => {
  it('shows the same evidence for each candidate, with marks in words', async () => {
    await openPage(orders.fresh, 'customer');
    const radios = await candidates();
    expect(radios.length).toBeGreaterThan(1);
    for (const row of ['Domains', 'Active users', 'Last activity', 'Why listed', 'Watch for']) {
      expect(screen.getByRole('rowheader', { name: row })).toBeVisible();
    }
    expect(screen.getAllByRole('img', { name: 'Warning' }).length).toBeGreaterThan(0);
    expect(screen.getByText(/^Recommended · /)).toBeVisible();
    await expectNoViolations();
  });

  it('recommends one and chooses none by itself', async () => {
    const { user, host } = await openPage(orders.fresh, 'customer');
    for (const radio of await candidates()) expect(radio).not.toBeChecked();
    await user.click(screen.getByTestId('continue'));
    expect(shownPage()).toBe('customer');
    expect(await screen.findByText('Choose an organization first.')).toBeVisible();
    expect(calls(host, 'chooseOrganization')).toEqual([]);
  });

  it('shows two of many alone, and what does not tell them apart paler', async () => {
    const { user } = await openPage(orders.fresh, 'customer');
    const all = (await candidates()).length;
    const compare = screen.getByTestId('compare');
    const marks = screen.getAllByRole('checkbox', { name: /^Compare / });
    expect(marks).toHaveLength(all);
    expect(compare).toBeDisabled();
    for (const mark of marks.slice(0, 2)) await user.click(mark);
    expect(compare).toHaveTextContent('Compare these 2');
    await user.click(compare);
    expect(await candidates()).toHaveLength(2);
    expect(screen.queryAllByRole('checkbox', { name: /^Compare / })).toHaveLength(0);
    await expectNoViolations();
    await user.click(screen.getByTestId('compare-all'));
    expect(await candidates()).toHaveLength(all);
  });

  it('keeps the choice, names it on the button and offers that the customer sets up', async () => {
    const { user, host } = await openPage(orders.fresh, 'customer');
    expect(screen.queryByTestId('customer-sets-up')).toBeNull();
    await user.click(await candidate(0));
    await waitFor(() => expect(host.order(orders.fresh).customer.choice).toBe('existing'));
    expect(screen.getByTestId('continue')).toHaveTextContent(/^Continue with Zürcher/);
    await user.click(screen.getByTestId('customer-sets-up'));
    await waitFor(() => expect(screen.queryByTestId('step-subscription')).toBeNull());
    expect(host.order(orders.fresh).form?.customer_sets_up).toBe(true);
  });

  it('goes on when that is asked for while the choice is on its way', async () => {
    const { user, host } = await openPage(orders.fresh, 'customer');
    const choose = host.chooseOrganization.bind(host);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    host.chooseOrganization = async (...asked) => {
      await held;
      return choose(...asked);
    };
    await user.click(await candidate(0));
    await user.dblClick(screen.getByTestId('continue'));
    release();
    await waitFor(() => expect(shownPage()).toBe('subscription'));
  });

  it('keeps what was typed elsewhere when an organization is chosen', async () => {
    const { user, host } = await openPage(orders.draft, 'calling');
    await user.type(screen.getByTestId('field-calling.address.street1'), 'Calle');
    await user.click(screen.getByTestId('step-customer'));
    const second = await candidate(1);
    await user.click(second);
    await waitFor(() => expect(second).toBeChecked());
    expect(host.order(orders.draft).form?.calling.address.street1).toBe('Calle');
  });

  it('says offline how old the directory is', async () => {
    await openPage(orders.fresh, 'customer', { online: false });
    expect(await screen.findByText(/From the directory as of .* checked again/)).toBeVisible();
  });

  it('asks the service again when it is back', async () => {
    const { host } = await openPage(orders.fresh, 'customer', { online: false });
    await candidates();
    host.setOnline(true);
    await waitFor(() => expect(screen.queryByText(/From the directory/)).toBeNull());
  });

  it('searches all organizations by domain, page by page', async () => {
    const { user } = await openPage(orders.fresh, 'customer');
    await candidates();
    await user.click(screen.getByTestId('search-organizations'));
    const field = screen.getByTestId('search-domain');
    expect(field).toHaveFocus();
    await user.type(field, 'zurich{Enter}');
    await screen.findByText(/with the domain zurich/);
    const before = (await candidates()).length;
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() =>
      expect(screen.getAllByTestId(/^candidate-/).length).toBeGreaterThan(before),
    );
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: /Back to what was found/ }));
    await waitFor(() => expect(screen.queryByTestId('search-domain')).toBeNull());
  });

  it('says why a search found no answer offline', async () => {
    const { user } = await openPage(orders.fresh, 'customer', { online: false });
    await user.click(screen.getByTestId('search-organizations'));
    await user.type(screen.getByTestId('search-domain'), 'zurich{Enter}');
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  it('creates a new organization, saying what is final', async () => {
    const { user, host } = await openPage(orders.fresh, 'customer');
    await candidates();
    await user.click(screen.getByTestId('create-organization'));
    const form = screen.getByRole('region', { name: 'Create the customer’s organization' });
    expect(within(form).getAllByText('Cannot be changed later').length).toBe(2);
    const name = screen.getByTestId('field-customer.organization.name');
    expect(name).toHaveValue('Zürcher Präzisionstechnik AG');
    await user.clear(name);
    await user.type(name, 'Zürcher Neu');
    await user.tab();
    await waitFor(() =>
      expect(host.order(orders.fresh).customer).toMatchObject({
        choice: 'create',
        name: 'Zürcher Neu',
      }),
    );
    expect(screen.getByTestId('continue')).toHaveTextContent('Continue with Zürcher Neu');
    await expectNoViolations();
  });

  it('keeps what was chosen when the form is only looked at', async () => {
    const { user, host } = await openPage(orders.fresh, 'partner');
    await user.click(await screen.findByTestId('continue'));
    await waitFor(() => expect(host.order(orders.fresh).partner.choice).toBe('existing'));
    await user.click(screen.getByTestId('step-partner'));
    await user.click(await screen.findByTestId('create-organization'));
    expect(screen.getByTestId('field-partner.organization.name')).toHaveFocus();
    await user.tab();
    await user.click(screen.getByTestId('create-back'));
    expect(await screen.findByTestId('create-organization')).toBeVisible();
    await user.click(screen.getByTestId('step-customer'));
    await waitFor(() => expect(shownPage()).toBe('customer'));
    expect(host.order(orders.fresh).partner.choice).toBe('existing');
  });

  it('offers at once to create one when nothing was found', async () => {
    const { host, user } = await openPage(orders.fresh, 'who');
    host.order(orders.fresh).country = 'JP';
    await user.click(screen.getByTestId('step-customer'));
    expect(await screen.findByTestId('field-customer.organization.name')).toBeVisible();
    expect(screen.getByText(/No organization was found/)).toBeVisible();
  });
});

describe('finding the partner’s organization', () => {
  it('shows the one that the address belongs to, to be looked at and taken', async () => {
    const { user, host } = await openPage(orders.fresh, 'partner');
    expect(await screen.findByText('Matched by e-mail')).toBeVisible();
    expect(screen.getByTestId('continue')).toHaveTextContent(
      'Continue with Andaluza de Comunicaciones',
    );
    await user.click(screen.getByTestId('continue'));
    await waitFor(() => expect(shownPage()).toBe('customer'));
    expect(host.order(orders.fresh).partner.choice).toBe('existing');
  });
});

describe('going on', () => {
  it('does not turn away a page that somebody turned to meanwhile', async () => {
    const { host, user } = await openPage(orders.draft, 'customer');
    const [, second] = await screen.findAllByTestId(/^candidate-/);
    if (second === undefined) throw new Error('there is one candidate only');
    const choose = host.chooseOrganization.bind(host);
    const answers: (() => void)[] = [];
    host.chooseOrganization = (id, role, chosen) =>
      new Promise((resolve, reject) => {
        answers.push(() => void choose(id, role, chosen).then(resolve, reject));
      });
    await user.click(second);
    await user.click(screen.getByTestId('continue'));
    await user.click(screen.getByTestId('step-who'));
    expect(shownPage()).toBe('who');
    for (const answer of answers) answer();
    await waitFor(() => expect(calls(host, 'chooseOrganization')).toHaveLength(answers.length));
    await settled();
    expect(shownPage()).toBe('who');
  });
});
