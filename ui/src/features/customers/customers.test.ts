import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import type { CustomerQuery } from '../../host/types';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import Customers from './Customers.svelte';
import { CustomersState } from './customers.svelte';

async function open(
  options: MemoryOptions = {},
  prepare: (host: MemoryHost) => void = () => undefined,
) {
  const host = createMemoryHost(options);
  prepare(host);
  const app = await testApp(host);
  const customers = new CustomersState(app, 'test');
  renderIn(app, Customers, { customers });
  await waitFor(() => expect(customers.rows.total ?? customers.rows.failure).not.toBeNull());
  await settled();
  return { app, host, customers, user: userEvent.setup() };
}

const names = () =>
  [...document.querySelectorAll('[data-customer]')].map((row) => row.getAttribute('data-customer'));
const asked = (host: MemoryHost) => host.called('listCustomers')?.[0] as CustomerQuery;

describe('the list of customers', () => {
  it('lists everybody whom orders are for, by name', async () => {
    const { host } = await open();
    expect(screen.getByTestId('customers-count')).toHaveTextContent(`${host.orders.length}`);
    expect(names().slice(0, 2)).toEqual(['Etablissements Zurier & Fils', 'Hôtellerie du Lac']);
    expect(screen.getByRole('columnheader', { name: 'Customer' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await expectNoViolations();
  });

  it('counts the orders of one customer together, and of another country apart', async () => {
    await open({}, (host) => {
      const [one, two, three] = host.orders;
      Object.assign(one ?? {}, { company: 'Foods', country: 'ES' });
      Object.assign(two ?? {}, { company: 'FOODS ', country: 'ES' });
      Object.assign(three ?? {}, { company: 'Foods', country: 'MX' });
    });
    const rows = screen.getAllByRole('row').filter((row) => /foods/i.test(row.textContent));
    const orders = rows.map((row) => {
      const [, open, , all] = within(row).getAllByRole('gridcell');
      return [open?.textContent.trim(), all?.textContent.trim()];
    });
    expect(orders).toEqual([
      ['2', '2'],
      ['1', '1'],
    ]);
  });

  it('finds by the words of a name and says when there is none', async () => {
    const { host, user } = await open();
    await user.type(screen.getByTestId('customers-search'), 'hotel');
    await waitFor(() => expect(names()).toEqual(['Hôtellerie du Lac']));
    expect(asked(host).text).toBe('hotel');
    await user.type(screen.getByTestId('customers-search'), ' nobody');
    expect(await screen.findByText('No customer is called so')).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByTestId('customers-clear'));
    await waitFor(() => expect(names().length).toBeGreaterThan(3));
  });

  it.each([
    ['Next to close', 'deadline', [false, true]],
    ['Open', 'orders', [true, false]],
    ['Customer', 'name', [true, false]],
  ] as const)('is sorted by %s, and the other way round', async (column, sort, ways) => {
    const { host, user } = await open();
    for (const descending of ways) {
      await user.click(screen.getByRole('button', { name: column }));
      await waitFor(() => expect(asked(host)).toMatchObject({ sort, descending }));
      expect(screen.getByRole('columnheader', { name: column })).toHaveAttribute(
        'aria-sort',
        descending ? 'descending' : 'ascending',
      );
    }
  });

  it('is moved through and opened by keys alone', async () => {
    const { app, user } = await open();
    const grid = screen.getByRole('grid', { name: 'Customers' });
    grid.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(app.visited).toEqual(['customer Hôtellerie du Lac FR']);
    await user.keyboard('{Home}{Enter}');
    expect(app.visited.at(-1)).toBe('customer Etablissements Zurier & Fils FR');
    await user.click(screen.getByTestId('customers-search'));
    await user.keyboard('{ArrowDown}');
    expect(grid).toHaveFocus();
  });

  it('opens the one that is clicked', async () => {
    const { app, user } = await open();
    await user.click(screen.getByText('Okonkwo & Daughters'));
    expect(app.visited).toEqual(['customer Okonkwo & Daughters GB']);
  });

  it('follows what changes and keeps its place', async () => {
    const { host, customers, user } = await open();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}');
    const order = structuredClone(host.orders[0]);
    if (order) host.orders.push({ ...order, id: 'ord_new', company: 'Aachen First' });
    host.emit('orders_changed', { ids: ['ord_new'], all: false });
    await waitFor(() => expect(names()[0]).toBe('Aachen First'), { timeout: 2000 });
    expect(customers.rows.current?.company).toBe('Hôtellerie du Lac');
  });

  it('fetches only the windows that are looked at', async () => {
    const { host, customers } = await open({ more: 900 });
    expect(customers.rows.total).toBeGreaterThan(600);
    const offsets = () =>
      host.calls
        .filter(({ method }) => method === 'listCustomers')
        .map(({ args }) => (args[0] as CustomerQuery).offset);
    expect(offsets()).toEqual([0]);
    customers.rows.need(590, 610);
    await waitFor(() => expect(customers.rows.row(605)).toBeDefined());
    expect(offsets()).toEqual([0, 400, 600]);
  });

  it('says what an empty list means', async () => {
    await open({}, (host) => host.orders.splice(0));
    expect(screen.getByText('No customers yet')).toBeVisible();
    await expectNoViolations();
  });

  it('says what went wrong and tries again', async () => {
    const { user } = await open({}, (host) => host.fail('listCustomers', 'database_busy'));
    await user.click(screen.getByTestId('customers-again'));
    await waitFor(() => expect(names().length).toBeGreaterThan(3));
  });

  it('shows hostile names as the text they are', async () => {
    const hostile = ['<img src=x onerror=alert(1)>', '\u202eevil', 'x'.repeat(5000), ''];
    await open({}, (host) => {
      hostile.forEach((company, at) => Object.assign(host.orders[at] ?? {}, { company }));
    });
    for (const name of hostile.slice(0, 3)) expect(names()).toContain(name);
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('Without a name')).toBeVisible();
    await expectNoViolations();
  });

  it('speaks French', async () => {
    setLanguage('fr');
    await open();
    expect(screen.getByRole('heading', { name: 'Clients' })).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Prochaine clôture' })).toBeVisible();
    setLanguage('en');
  });
});
