import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost } from '../host/memory';
import { setLanguage } from '../shared/i18n.svelte';
import { expectNoViolations } from '../testing/axe';
import Shell from './Shell.svelte';

const zurita = 'ord_4410228290';

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(() => import('../features/order/OrderPage.svelte'), 60_000);

function nothingWaits(host: MemoryHost) {
  for (const order of host.orders) order.queue = [];
}

async function started(prepare?: (host: MemoryHost) => void) {
  const host = createMemoryHost();
  prepare?.(host);
  render(Shell, { host });
  await screen.findByRole('grid');
  host.emit('orders_changed', { ids: [], all: true });
  host.setFrame(prepare ? { waiting: 0, needs_attention: 0 } : {});
  return { host, user: userEvent.setup() };
}

/** Leaving was asked for, and what becomes of the acts is said. */
async function asked() {
  const opened = await started();
  await waitFor(() => expect(screen.getByTestId('view-queue')).toHaveTextContent('Queue 3'));
  opened.host.emit('close_asked', { quits: true });
  return { ...opened, dialog: await screen.findByRole('dialog') };
}

describe('leaving with nothing that waits', () => {
  it('waits until what was typed last is saved', async () => {
    const { host, user } = await started(nothingWaits);
    await user.type(screen.getByTestId('search'), '4410-228290{Enter}');
    await user.click(await screen.findByTestId('step-calling'));
    await user.type(await screen.findByTestId('field-calling.address.street1'), 'Calle');
    host.emit('close_asked', { quits: true });
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
    const order = host.calls.map((call) => call.method);
    expect(order.lastIndexOf('saveDraft')).toBeGreaterThan(-1);
    expect(order.indexOf('closeWindow')).toBeGreaterThan(order.lastIndexOf('saveDraft'));
    expect(host.order(zurita).form?.calling.address.street1).toBe('Calle');
  });

  it('asks nothing', async () => {
    const { host } = await started(nothingWaits);
    host.emit('close_asked', { quits: true });
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(host.called('stayOpen')).toBeUndefined();
  });

  it('asks nothing where the program goes on in the tray, whatever waits', async () => {
    const { host } = await started();
    await waitFor(() => expect(screen.getByTestId('view-queue')).toHaveTextContent('Queue 3'));
    host.emit('close_asked', { quits: false });
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks nothing for what only waits for a decision', async () => {
    const { host } = await started();
    host.setFrame({ waiting: 0, needs_attention: 1 });
    host.emit('close_asked', { quits: true });
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
  });
});

describe('leaving with acts that wait', () => {
  it('says how many, what becomes of them, and names apart what needs a decision', async () => {
    const { host, dialog } = await asked();
    expect(dialog).toHaveAccessibleName('Quit with 2 waiting to be sent?');
    expect(dialog).toHaveTextContent(/kept on this computer and go out the next time Turnup runs/);
    expect(dialog).toHaveTextContent('1 more needs a decision of yours first.');
    expect(within(dialog).getByTestId('quit-go')).toHaveFocus();
    expect(host.called('stayOpen')).toBeDefined();
    expect(host.called('closeWindow')).toBeUndefined();
    await expectNoViolations();
  });

  it('leaves by Enter', async () => {
    const { host, user } = await asked();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
  });

  it('stays, and asks anew the next time', async () => {
    const { host, user } = await asked();
    await user.click(screen.getByTestId('quit-stay'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(host.called('closeWindow')).toBeUndefined();
    host.emit('close_asked', { quits: true });
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('never stands in the way of whoever asks a second time', async () => {
    const { host } = await asked();
    host.emit('close_asked', { quits: true });
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
  });

  it('leaves at once where the window cannot be held', async () => {
    const { host } = await started();
    host.fail('stayOpen', 'internal');
    host.emit('close_asked', { quits: true });
    await waitFor(() => expect(host.called('closeWindow')).toBeDefined());
  });

  it('speaks French', async () => {
    const { dialog } = await asked();
    setLanguage('fr');
    await waitFor(() =>
      expect(dialog).toHaveAccessibleName('Quitter avec 2 en attente d’envoi\u202f?'),
    );
    expect(dialog).toHaveTextContent('1 de plus demande d’abord une décision');
  });
});
