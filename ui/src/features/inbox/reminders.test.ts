import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost } from '../../host/memory';
import type { ListView } from '../../shared/app';
import { dayAhead } from '../../shared/reminders';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

const zurita = 'ord_4410228290';
let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function open(prepare: (host: MemoryHost) => void, view: ListView = 'inbox') {
  const host = createMemoryHost();
  prepare(host);
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  stop = () => list.stop();
  renderIn(app, Inbox, { list, view, order: null });
  await waitFor(() => expect(list.total).not.toBeNull());
  return { host, app, user: userEvent.setup() };
}

describe('what wanted to be remembered', () => {
  it('stands above the list from its day on, and leads to its order', async () => {
    const { app, user } = await open((host) => (host.order(zurita).reminder = dayAhead(0)));
    const strip = await screen.findByTestId('reminders');
    expect(strip).toHaveTextContent('4410-228290');
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: /^4410-228290/ }));
    expect(app.visited).toContain(`order ${zurita}`);
  });

  it('is not shown before its day', async () => {
    const { host } = await open((host) => (host.order(zurita).reminder = dayAhead(1)));
    await waitFor(() => expect(host.called('dueReminders')).toBeDefined());
    expect(screen.queryByTestId('reminders')).toBeNull();
  });

  it.each([
    ['comes again tomorrow', 'reminder-tomorrow', dayAhead(1)],
    ['is forgotten when it is done', 'reminder-done', null],
  ])('%s', async (_, button, expected) => {
    const { host, user } = await open((host) => (host.order(zurita).reminder = dayAhead(-2)));
    await user.click(await screen.findByTestId(button));
    await waitFor(() => expect(screen.queryByTestId('reminders')).toBeNull());
    expect(host.order(zurita).reminder).toBe(expected);
  });

  it('leaves room for the list, and shows the rest when asked', async () => {
    const { host, user } = await open((host) => {
      for (const order of host.orders.slice(0, 5)) order.reminder = dayAhead(0);
    });
    expect(await screen.findAllByTestId('reminder-done')).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Show all 5' }));
    expect(screen.getAllByTestId('reminder-done')).toHaveLength(5);
    expect(host.orders.length).toBeGreaterThan(5);
  });

  it('tells what could not be put off, and keeps it', async () => {
    const { host, app, user } = await open((host) => (host.order(zurita).reminder = dayAhead(0)));
    host.fail('remind', 'disk_full');
    await user.click(await screen.findByTestId('reminder-tomorrow'));
    await waitFor(() => expect(app.told).toHaveLength(1));
    expect(screen.getByTestId('reminders')).toBeVisible();
  });

  it('looks once more, and only once, however much changed during a look', async () => {
    const { host } = await open(() => undefined);
    const due = host.dueReminders.bind(host);
    const answers: (() => void)[] = [];
    host.dueReminders = () =>
      new Promise((resolve, reject) => answers.push(() => void due().then(resolve, reject)));
    for (let change = 0; change < 50; change += 1) {
      host.emit('orders_changed', { ids: [], all: true });
    }
    expect(answers).toHaveLength(1);
    host.order(zurita).reminder = dayAhead(0);
    answers.shift()?.();
    await waitFor(() => expect(answers).toHaveLength(1));
    answers.shift()?.();
    expect(await screen.findByTestId('reminders')).toBeVisible();
    expect(answers).toHaveLength(0);
  });
});

describe('what a colleague asks to look over', () => {
  it('is a view of its own, and says what to do with it', async () => {
    const { app, user } = await open((host) => host.setReview(zurita), 'to_review');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    expect(await screen.findByText(/luis@andaluza.example asks you to look at this/)).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: /^Look at it/ }));
    expect(app.visited).toContain(`order ${zurita}`);
  });

  it('is empty when nobody asks', async () => {
    await open(() => undefined, 'to_review');
    expect(await screen.findByText('Nobody asks you to look at anything')).toBeVisible();
  });
});
