import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { openPage, orders } from './testing';

describe('an order that says a thing twice', () => {
  it.each([
    [orders.draft, 'subscription'],
    [orders.draft, 'meetings'],
    [orders.mapped, undefined],
    [orders.provisioned, undefined],
    [orders.closed, undefined],
  ])('opens %s on its page %s, and shows it twice', async (id, step) => {
    await openPage(id, step, {}, (host) => {
      const order = host.order(id);
      order.lines.push(...order.lines);
      order.services.push(...order.services);
      order.timeline.push(...order.timeline);
    });
    expect(screen.getByTestId('order-page')).toBeVisible();
  });
});
