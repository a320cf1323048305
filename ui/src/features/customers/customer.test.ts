import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import type { CustomerName } from '../../host/types';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import Customer from './Customer.svelte';

const zurita: CustomerName = { company: 'Zurita y Compañía, S.L.', country: 'ES' };
const okonkwo: CustomerName = { company: 'Okonkwo & Daughters', country: 'GB' };

async function open(
  name: CustomerName = zurita,
  prepare: (host: MemoryHost) => void = () => undefined,
  options: MemoryOptions = {},
) {
  const host = createMemoryHost(options);
  prepare(host);
  const app = await testApp(host);
  const page = renderIn(app, Customer, { name });
  await settled();
  return { app, host, page, user: userEvent.setup() };
}

const part = (name: string) => screen.getByRole('region', { name });
const kept = (host: MemoryHost) => host.called('keepCustomerNote');

describe('the page of a customer', () => {
  it('says who it is and how its orders stand', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(zurita.company);
    expect(screen.getByText('Sevilla · Spain')).toBeVisible();
    expect(screen.getByTestId('customer-counts')).toHaveTextContent(
      'One order: 1 open, 0 provisioned',
    );
    expect(part('Contact')).toHaveTextContent('maria@zurita.example');
    await expectNoViolations();
  });

  it('lists its orders, opened by a click or by keys', async () => {
    const { app, user } = await open(zurita, (host) => {
      Object.assign(host.orders[0] ?? {}, { ...zurita, company: 'ZURITA Y COMPANIA, S.L.' });
    });
    const grid = screen.getByRole('grid', { name: 'Orders' });
    const rows = within(grid).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.dataset['order'])).toEqual(['ord_4410228301', 'ord_4410228290']);
    grid.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    await user.click(within(grid).getByText('4410-228301'));
    expect(app.visited).toEqual(['order ord_4410228290', 'order ord_4410228301']);
  });

  it('leads to the same orders in the list', async () => {
    const { app, user } = await open();
    await user.click(screen.getByTestId('customer-in-list'));
    expect(app.search).toBe('customer:"Zurita y Compañía, S.L." country:ES');
    expect(app.visited).toEqual(['list all']);
  });

  it('knows the organizations of its mappings, each with its orders', async () => {
    const { app, user } = await open(okonkwo);
    const one = screen.getByTestId('customer-organization');
    expect(one).toHaveTextContent('Okonkwo & Daughters');
    expect(one).toHaveTextContent('Confirmed in order 4410-221077');
    await user.click(within(one).getByRole('button', { name: '4410-221077' }));
    expect(app.visited).toEqual(['order ord_4410221077']);
  });

  it('knows the sites of drafts and of what was set up', async () => {
    await open(okonkwo);
    expect(part('Sites')).toHaveTextContent('okonkwodaughters.webex.com');
    expect(part('Sites')).toHaveTextContent('works');
  });

  it('offers the presets that its orders are within, the nearest first', async () => {
    const answers = {} as never;
    const { app, user } = await open(zurita, (host) => {
      host.presets.splice(0);
      host.presets.push(
        { id: '1', name: 'All', scope: { scope: 'everywhere', of: '' }, answers },
        { id: '2', name: 'Theirs', scope: { scope: 'customer', of: 'zurita.example' }, answers },
        { id: '3', name: 'France', scope: { scope: 'country', of: 'FR' }, answers },
      );
    });
    const presets = screen.getAllByTestId('customer-preset');
    expect(presets.map((one) => one.textContent)).toEqual([
      expect.stringContaining('Theirs'),
      expect.stringContaining('All'),
    ]);
    await user.click(within(presets[0] as HTMLElement).getByRole('button'));
    expect(app.visited).toEqual(['order ord_4410228290']);
  });

  it('keeps the note as it is typed, and when the page is left', async () => {
    const { app, host, page, user } = await open();
    await user.type(screen.getByTestId('customer-note'), 'Fridays');
    expect(app.pending.size).toBe(1);
    await waitFor(() => expect(kept(host)).toEqual([zurita, 'Fridays']));
    await waitFor(() => expect(app.pending.size).toBe(0));
    await user.type(screen.getByTestId('customer-note'), ' only');
    page.unmount();
    await waitFor(() => expect(kept(host)).toEqual([zurita, 'Fridays only']));
    await waitFor(() => expect(app.pending.size).toBe(0));
  });

  it('shows the kept note, and a change elsewhere never takes what is being typed', async () => {
    const { host, user } = await open(zurita);
    const note = screen.getByTestId<HTMLTextAreaElement>('customer-note');
    await user.type(note, 'first');
    await waitFor(() => expect(kept(host)).toEqual([zurita, 'first']));
    host.fail('keepCustomerNote', 'disk_full', 99);
    await user.type(note, ' second');
    host.emit('orders_changed', { ids: [], all: true });
    await waitFor(() =>
      expect(host.calls.filter(({ method }) => method === 'openCustomer')).toHaveLength(2),
    );
    await settled();
    expect(note).toHaveValue('first second');
    await waitFor(() => expect(note).toHaveAttribute('aria-invalid', 'true'));
  });

  it('says that nobody is called so, and tries again', async () => {
    const { user } = await open({ company: 'Nobody', country: 'ES' });
    expect(screen.getByText('This customer is not here')).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByTestId('customer-again'));
    expect(await screen.findByText('This customer is not here')).toBeVisible();
    await user.click(screen.getByTestId('customer-back'));
  });

  it('shows hostile names as the text they are', async () => {
    const company = `<script>alert(1)</script> \u202e ${'x'.repeat(500)} "`;
    const { app, user } = await open({ company, country: 'ES' }, (host) => {
      Object.assign(host.orders[0] ?? {}, { company, country: 'ES', city: '<b>x</b>' });
    });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(company);
    expect(document.querySelector('h1 script, b')).toBeNull();
    await user.click(screen.getByTestId('customer-in-list'));
    // No quotation mark of the name ends the quoted name.
    expect(app.search.split('"')).toHaveLength(3);
    await expectNoViolations();
  });

  it('works offline and speaks French', async () => {
    setLanguage('fr');
    await open(zurita, () => undefined, { online: false });
    expect(screen.getByRole('grid', { name: 'Commandes' })).toBeVisible();
    expect(part('Modèles')).toBeVisible();
    await expectNoViolations();
    setLanguage('en');
  });
});
