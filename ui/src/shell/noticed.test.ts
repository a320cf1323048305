import { render, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';

import { createMemoryHost } from '../host/memory';
import Shell from './Shell.svelte';

const zurita = 'ord_4410228290';

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(() => import('../features/order/OrderPage.svelte'), 60_000);

async function started() {
  const host = createMemoryHost();
  render(Shell, { host });
  await screen.findByRole('grid');
  return { host, user: userEvent.setup() };
}

describe('the frame, of what presses', () => {
  it('lists what is overdue on its own, with a counter that calls', async () => {
    const { host, user } = await started();
    const overdue = screen.getByTestId('view-overdue');
    host.order(zurita).closesIn = -2;
    host.emit('orders_changed', { ids: [zurita], all: false });
    await waitFor(() => expect(overdue).toHaveTextContent('Overdue 1'));
    await user.click(overdue);
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Overdue');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(screen.getByRole('grid')).toHaveTextContent('4410-228290');
  });

  it('goes where a notice of the system leads: to its order, or to its view', async () => {
    const { host } = await started();
    host.emit('notice_opened', { order: null, view: 'overdue' });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Overdue');
    host.emit('notice_opened', { order: null, view: 'galaxy' });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Overdue');
    host.emit('notice_opened', { order: zurita, view: null });
    expect(await screen.findByTestId('back-link')).toBeVisible();
  });
});
