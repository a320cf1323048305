// For the tests of the order page: the page over a program in memory.

import { configure, screen, waitFor } from '@testing-library/svelte';
import { userEvent, type UserEvent } from '@testing-library/user-event';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import { renderIn, testApp, type TestApp } from '../../testing/app.svelte';
import OrderPage from './OrderPage.svelte';

// What is announced repeats what is shown.
configure({ defaultIgnore: 'script, style, [data-testid="announced"]' });

/** Orders of the program in memory, by what they are good for. */
export const orders = {
  draft: 'ord_4410228290',
  fresh: 'ord_4410228301',
  meetingsOnly: 'ord_4410227614',
  queued: 'ord_4410227954',
  refused: 'ord_4410227921',
  provisioning: 'ord_4410227880',
  awaitingApproval: 'ord_4410227741',
  mapped: 'ord_4410226120',
  provisioned: 'ord_4410221077',
  withErrors: 'ord_4410220951',
  closed: 'ord_4410219402',
} as const;

/** Answers what the sample draft still lacks. */
export function complete(host: MemoryHost): void {
  const { form } = host.order(orders.draft);
  if (form === null) throw new Error('no draft');
  form.calling = {
    location_name: 'Sevilla',
    country: 'ES',
    address: { street1: 'Calle 1', street2: '', city: 'Sevilla', state: '', postal_code: '41001' },
    time_zone: 'Europe/Madrid',
    announcement_language: 'es_es',
    email_language: 'es_es',
    sip_name: 'zurita',
  };
  for (const site of form.meetings.sites) {
    site.time_zone = 'Europe/Madrid';
    site.early_release = false;
  }
}

export interface OpenedPage {
  app: TestApp;
  host: MemoryHost;
  user: UserEvent;
  /** How often the operator was sent back to the list. */
  left: () => number;
}

export async function openPage(
  id: string,
  step?: string,
  options: MemoryOptions = {},
  prepare: (host: MemoryHost) => void = () => undefined,
): Promise<OpenedPage> {
  const host = createMemoryHost(options);
  prepare(host);
  const app = await testApp(host);
  let left = 0;
  renderIn(app, OrderPage, { id, step, onback: () => (left += 1), backlabel: 'Drafts' });
  await waitFor(() => {
    const page = screen.getByTestId('order-page');
    if (page.dataset['page'] === '') throw new Error('the order is not open yet');
  });
  return { app, host, user: userEvent.setup(), left: () => left };
}

export function shownPage(): string | undefined {
  return screen.getByTestId('order-page').dataset['page'];
}

export function calls(host: MemoryHost, method: string): unknown[][] {
  return host.calls.filter((call) => call.method === method).map((call) => call.args);
}
