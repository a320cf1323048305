import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { expectNoViolations } from '../../testing/axe';
import { calls, openPage, orders } from './testing';

const luis = 'luis@andaluza.example';

describe('who works on an order', () => {
  it('is chosen among colleagues who have orders, oneself first', async () => {
    const { host, user } = await openPage(orders.fresh, 'details', {}, (host) => {
      host.order(orders.mapped).assignee = luis;
    });
    await user.click(screen.getByTestId('assign'));
    await waitFor(() => expect(screen.getAllByTestId('assign-colleague')).toHaveLength(2));
    const [own, his] = screen.getAllByTestId('assign-colleague');
    expect(own).toHaveTextContent('ana@andaluza.example me · none open');
    expect(his).toHaveTextContent(`${luis} one open`);
    await expectNoViolations();
    await user.click(his as HTMLElement);
    await user.click(screen.getByTestId('assign-save'));
    await waitFor(() => expect(calls(host, 'assign')).toEqual([[orders.fresh, luis]]));
    expect(await screen.findByText('waits to be sent')).toBeVisible();
    host.deliver();
    await waitFor(() => expect(screen.queryByText('waits to be sent')).toBeNull());
    expect(host.order(orders.fresh).assignee).toBe(luis);
  });

  it('can be nobody in particular again', async () => {
    const { host, user } = await openPage(orders.fresh, 'details', {}, (host) => {
      host.order(orders.fresh).assignee = luis;
    });
    expect(screen.getByText(luis)).toBeVisible();
    await user.click(screen.getByTestId('assign'));
    await user.click(screen.getByTestId('assign-nobody'));
    await waitFor(() => expect(calls(host, 'assign')).toEqual([[orders.fresh, null]]));
    expect(await screen.findByText('nobody')).toBeVisible();
  });

  it('must be an address, said at the field', async () => {
    const { host, user } = await openPage(orders.fresh, 'details');
    await user.click(screen.getByTestId('assign'));
    const field = screen.getByTestId('assign-email');
    await user.type(field, 'luis{Enter}');
    expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(field).toHaveFocus();
    expect(calls(host, 'assign')).toEqual([]);
    await user.type(field, '@andaluza.example{Enter}');
    await waitFor(() => expect(calls(host, 'assign')).toEqual([[orders.fresh, luis]]));
  });

  it('freezes no answer while it waits, and is lent as an act on every page of the order', async () => {
    const { app, host, user } = await openPage(orders.draft, 'meetings', { online: false });
    app
      .offers()
      .find(({ act }) => act === 'assign')
      ?.run();
    await user.type(await screen.findByTestId('assign-email'), `${luis}{Enter}`);
    await waitFor(() => expect(host.order(orders.draft).queue).toHaveLength(1));
    const view = await host.openOrder(orders.draft);
    expect([view.wizard.editable, view.assignee_queued]).toEqual([true, true]);
  });

  it('leads from an order to the page of its customer', async () => {
    const { app, user } = await openPage(orders.fresh, 'details');
    await user.click(screen.getByTestId('show-customer'));
    expect(app.visited).toEqual(['customer Zürcher Präzisionstechnik AG CH']);
  });
});
