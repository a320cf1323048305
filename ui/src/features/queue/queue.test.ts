import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp, type TestApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Queue from './Queue.svelte';
import { QueueState } from './queue.svelte';

const ids = {
  /** A mapping and its set-up wait. */
  queued: 'ord_4410227954',
  /** Its mapping was refused. */
  refused: 'ord_4410227921',
  draft: 'ord_4410228290',
  provisioned: 'ord_4410221077',
  withErrors: 'ord_4410220951',
} as const;

interface Opened {
  app: TestApp;
  host: MemoryHost;
  queue: QueueState;
  user: ReturnType<typeof userEvent.setup>;
}

async function open(
  prepare: (host: MemoryHost) => void = () => undefined,
  options: MemoryOptions = {},
  order: string | null = null,
): Promise<Opened> {
  const host = createMemoryHost(options);
  prepare(host);
  const app = await testApp(host);
  const queue = new QueueState(app, 'test');
  renderIn(app, Queue, { queue, order });
  await waitFor(() => expect(queue.total).not.toBeNull());
  return { app, host, queue, user: userEvent.setup() };
}

const rows = () => screen.getAllByRole('row').slice(1);
const detail = () => screen.getByTestId('queue-entry');

/** Stands on the first act of this order. */
async function stand({ queue }: Opened, order: string): Promise<HTMLElement> {
  queue.standAt(order);
  await waitFor(() => expect(queue.current?.order_id).toBe(order));
  await waitFor(() => expect(detail()).toHaveAttribute('data-entry', queue.current?.id));
  return detail();
}

describe('the queue', () => {
  it('lists act by act what the service has not accepted, what needs somebody first', async () => {
    await open();
    expect(rows().map((row) => row.textContent.replace(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/4410-227921.*Zurich.*Confirm the organizations.*needs a decision/),
      expect.stringMatching(/4410-227954.*Zürn.*Confirm the organizations.*queued here/),
      expect.stringMatching(/4410-227954.*Zürn.*Set up the services.*queued here · behind another/),
    ]);
    expect(screen.getByTestId('queue-count')).toHaveTextContent(
      '2 waiting to be sent · 1 needs a decision',
    );
    await expectNoViolations();
  });

  it('says since when, by whom and how often it was tried, and opens the order', async () => {
    const opened = await open((host) => {
      Object.assign(host.order(ids.queued).queue[0] ?? {}, {
        attempts: 3,
        created_at: new Date(Date.now() - 3_600_000).toISOString(),
        next_attempt_at: new Date(Date.now() + 600_000).toISOString(),
        problem: { code: 'unavailable', params: {} },
      });
    });
    const side = await stand(opened, ids.queued);
    expect(side).toHaveTextContent(/1 hour ago · .*\d\d:\d\d/);
    expect(side).toHaveTextContent('ana@andaluza.example');
    expect(side).toHaveTextContent('3 times');
    expect(side).toHaveTextContent(/queued here · next try \d\d:\d\d/);
    expect(side).toHaveTextContent('The service is not available now');
    await opened.user.click(within(side).getByTestId('queue-open'));
    expect(opened.app.visited).toEqual([`order ${ids.queued} details`]);
  });

  it('keeps apart what is queued here, what is sent and what may have arrived', async () => {
    const opened = await open((host) => {
      host.send(ids.draft);
      host.lose(ids.provisioned);
    });
    const of = (standing: string) =>
      rows().filter((row) => row.dataset['standing'] === standing)[0];
    expect(of('answer')).toHaveTextContent('sent, waiting for the answer');
    expect(of('unknown')).toHaveTextContent('may have arrived');
    expect(of('turn')).toHaveTextContent('queued here');
    for (const row of rows()) expect(row).not.toHaveTextContent(/accepted by the service/);
    await stand(opened, ids.provisioned);
    await expectNoViolations();
  });

  it('follows what changes, and keeps its place', async () => {
    const opened = await open();
    const { host, queue } = opened;
    await stand(opened, ids.refused);
    await host.takeBack(queue.current?.id ?? '');
    await waitFor(() => expect(rows()).toHaveLength(2));
    await waitFor(() => expect(queue.current?.order_id).toBe(ids.queued));
    expect(queue.active).toBe(0);
    host.deliver();
    expect(await screen.findByText('Nothing waits to be sent')).toBeVisible();
    expect(screen.queryByTestId('queue-entry')).toBeNull();
  });

  it('reads windows of 200, only those in sight', async () => {
    const { host, queue, user } = await open(
      (prepared) => {
        for (const { id, queue: waiting } of prepared.orders)
          if (waiting.length === 0) prepared.send(id);
      },
      { more: 700 },
    );
    expect(queue.total).toBe(714);
    screen.getByRole('grid').focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(queue.current).not.toBeNull());
    expect(queue.active).toBe(713);
    const offsets = host.calls
      .filter((call) => call.method === 'listQueue')
      .map(({ args }) => args);
    expect(offsets).toEqual([[0], [600]]);
  });

  it('stands on the order that one comes from, and opens it by Enter', async () => {
    const { app, queue, user } = await open(undefined, {}, ids.queued);
    await waitFor(() => expect(queue.current?.order_id).toBe(ids.queued));
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}');
    expect(queue.current?.kind).toBe('setup');
    await user.keyboard('{Enter}');
    expect(app.visited).toEqual([`order ${ids.queued} details`]);
  });

  it('teaches what it is for when it is empty, and leads to what was accepted', async () => {
    const { app, user } = await open((host) => {
      for (const order of host.orders) order.queue = [];
    });
    expect(await screen.findByText('Nothing waits to be sent')).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByTestId('queue-activity'));
    expect(app.visited).toEqual(['activity']);
  });

  it('says once what becomes of it when Turnup is closed', async () => {
    await open();
    expect(screen.getByTestId('queue-safe')).toHaveTextContent(
      'They stay safe on this computer, also when Turnup is closed, and go out when it runs again.',
    );
  });

  it('does not say that what needs a decision goes out', async () => {
    await open((host) => {
      for (const order of host.orders) order.queue = order.queue.slice(0, 1);
      for (const { id, queue } of host.orders) {
        if (queue.length > 0) host.refuse(id, 'revision_conflict');
      }
    });
    expect(screen.getByTestId('queue-safe')).toHaveTextContent('not sent before you decide');
  });

  it('says why it could not be read, and reads again', async () => {
    const host = createMemoryHost();
    host.fail('listQueue', 'database_busy');
    const app = await testApp(host);
    const queue = new QueueState(app, 'test');
    renderIn(app, Queue, { queue, order: null });
    expect(await screen.findByText('Another program holds the data file')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  it('shows hostile names as text', async () => {
    await open((host) => (host.order(ids.queued).company = '<img src=x onerror=alert(1)>'));
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('the connection, above the queue', () => {
  it('says since when it is away and that all goes out by itself', async () => {
    const { host } = await open(undefined, { online: false });
    expect(screen.getByTestId('queue-offline')).toHaveTextContent(
      /^Offline since .+\. Everything here goes out by itself/,
    );
    await expectNoViolations();
    host.setOnline(true);
    await waitFor(() => expect(screen.queryByTestId('queue-offline')).toBeNull());
  });

  it('says that another program sends', async () => {
    const { host } = await open();
    host.setFrame({ connection: 'elsewhere' });
    expect(await screen.findByTestId('queue-elsewhere')).toHaveTextContent(
      /^turnupctl sends for this account now\./,
    );
    await expectNoViolations();
  });

  it('offers to sign in', async () => {
    const { app, user } = await open(undefined, { account: 'service', signedIn: false });
    await user.click(screen.getByTestId('queue-sign-in'));
    expect(app.visited).toEqual(['sign in']);
  });

  it('says what is wrong with the service', async () => {
    const { host } = await open(undefined, { online: false });
    host.setFrame({ problem: { code: 'certificate_refused', params: {} } });
    await waitFor(() =>
      expect(screen.getByTestId('queue-problem')).toHaveTextContent(/certificate is not trusted/),
    );
  });
});

describe('an act', () => {
  it('that is being sent cannot be acted on', async () => {
    const opened = await open((host) => host.send(ids.queued));
    const side = await stand(opened, ids.queued);
    expect(side).toHaveTextContent('It is sent. The service has not answered yet.');
    expect(within(side).getAllByRole('button')).toEqual([within(side).getByTestId('queue-open')]);
  });

  it('that may have arrived is frozen and says why; its answer can be asked for', async () => {
    const opened = await open((host) => host.lose(ids.queued));
    const side = await stand(opened, ids.queued);
    expect(side).toHaveTextContent(
      'It may have arrived. Turnup reads the order back before it sends anything again.',
    );
    expect(within(side).queryByTestId('queue-take-back')).toBeNull();
    expect(within(side).queryByTestId('queue-edit')).toBeNull();
    await opened.user.click(within(side).getByRole('button', { name: 'Ask the service now' }));
    expect(opened.host.called('retryEntry')).toEqual([opened.queue.current?.id]);
  });

  it('behind one that may have arrived cannot be edited either', async () => {
    const { queue } = await open((host) => host.lose(ids.queued));
    const setup = queue.entry(2);
    expect(setup?.kind).toBe('setup');
    expect(setup !== undefined && queue.canEdit(setup)).toBe(false);
  });

  it('that was refused is tried again as it is', async () => {
    const opened = await open();
    const side = await stand(opened, ids.refused);
    expect(side).toHaveTextContent('Nothing of it took effect; somebody here has to decide.');
    expect(side).toHaveTextContent('The chosen organization changed');
    await opened.user.click(within(side).getByTestId('queue-retry'));
    expect(opened.host.order(ids.refused).queue[0]?.state).toBe('pending');
    await waitFor(() => expect(opened.app.told[0]?.title).toBe('It is tried again'));
    await waitFor(() => expect(screen.getByRole('grid')).toHaveFocus());
  });

  it('is taken back together with the set-up that rests on it', async () => {
    const opened = await open();
    const side = await stand(opened, ids.queued);
    await opened.user.click(within(side).getByTestId('queue-take-back'));
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(opened.host.order(ids.queued).queue).toEqual([]);
    expect(opened.app.told[0]?.title).toBe('Taken back. Your answers can be changed again.');
  });

  it('is edited by taking it back and opening its order where it is decided', async () => {
    const opened = await open();
    const side = await stand(opened, ids.refused);
    await opened.user.click(within(side).getByTestId('queue-edit'));
    await waitFor(() => expect(opened.app.visited).toEqual([`order ${ids.refused} customer`]));
    expect(opened.host.order(ids.refused).queue).toEqual([]);
  });

  it('with field errors is edited at the step of the first, and takes them along', async () => {
    const opened = await open((host) => {
      host.refuse(ids.queued, 'validation_failed');
      host.order(ids.queued).queue[0]?.errors.push(
        {
          pointer: '/meetings/sites/0/name',
          code: 'site_name_taken',
          params: {},
          step: 'meetings',
        },
        { pointer: '/calling/sip_name', code: 'sip_name_taken', params: {}, step: 'calling' },
      );
    });
    const side = await stand(opened, ids.queued);
    expect(side).toHaveTextContent('Site 1 · Site name · This site name is taken');
    expect(side).toHaveTextContent('SIP name · This SIP name is taken');
    await opened.user.click(within(side).getByTestId('queue-edit'));
    await waitFor(() =>
      expect(opened.app.visited).toEqual([
        `order ${ids.queued} meetings /meetings/sites/0/name /calling/sip_name`,
      ]),
    );
  });

  it('that clashes with somebody else’s is compared on the page of its order', async () => {
    const opened = await open((host) => host.refuse(ids.queued, 'revision_conflict'));
    const side = await stand(opened, ids.queued);
    expect(within(side).queryByTestId('queue-edit')).toBeNull();
    expect(within(side).queryByTestId('queue-retry')).toBeNull();
    await opened.user.click(within(side).getByTestId('queue-decide'));
    expect(opened.app.visited).toEqual([`order ${ids.queued} details`]);
    expect(opened.host.order(ids.queued).queue).toHaveLength(2);
  });

  it('that waits behind a mapping is edited together with it', async () => {
    const opened = await open();
    await stand(opened, ids.queued);
    opened.queue.activate(2);
    await waitFor(() => expect(detail()).toHaveTextContent('Set up the services'));
    await opened.user.click(within(detail()).getByTestId('queue-edit'));
    await waitFor(() => expect(opened.app.visited).toEqual([`order ${ids.queued} review`]));
    expect(opened.host.order(ids.queued).queue).toEqual([]);
  });

  it('of a note can be taken back, and sent after all', async () => {
    const opened = await open((host) => void host.saveNote(ids.provisioned, 'Call Ana'));
    const side = await stand(opened, ids.provisioned);
    await opened.user.click(within(side).getByTestId('queue-take-back'));
    await waitFor(() => expect(opened.host.order(ids.provisioned).note).toBe(''));
    const [told] = opened.app.told;
    expect(told?.title).toBe('Taken back. It is not sent.');
    told?.actions?.[0]?.run();
    await waitFor(() => expect(opened.host.order(ids.provisioned).note).toBe('Call Ana'));
    expect(opened.host.order(ids.provisioned).queue.map(({ kind }) => kind)).toEqual(['note']);
  });

  it('of a note is edited where it is typed, without taking it back', async () => {
    const opened = await open((host) => void host.saveNote(ids.provisioned, 'Call Ana'));
    const side = await stand(opened, ids.provisioned);
    await opened.user.click(within(side).getByTestId('queue-edit'));
    expect(opened.app.visited).toEqual([`order ${ids.provisioned} details`]);
    expect(opened.host.order(ids.provisioned).queue).toHaveLength(1);
  });

  it('without answers behind it is taken back or left alone', async () => {
    const opened = await open((host) => void host.retryOperation(ids.withErrors));
    const side = await stand(opened, ids.withErrors);
    expect(within(side).queryByTestId('queue-edit')).toBeNull();
    expect(within(side).getByTestId('queue-take-back')).toBeVisible();
  });

  it('that went meanwhile is told, and the queue shows how it is', async () => {
    const opened = await open();
    const side = await stand(opened, ids.refused);
    opened.host.order(ids.refused).queue = [];
    await opened.user.click(within(side).getByTestId('queue-retry'));
    await waitFor(() => expect(opened.app.told[0]?.title).toBe('This does not wait any more'));
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  it('is acted on once, however fast one presses', async () => {
    const opened = await open();
    await stand(opened, ids.refused);
    const { queue, host } = opened;
    const entry = queue.current;
    if (entry === null) throw new Error('no act');
    expect(await Promise.all([queue.retry(entry), queue.retry(entry)])).toEqual([true, false]);
    expect(host.calls.filter((call) => call.method === 'retryEntry')).toHaveLength(1);
  });

  it('speaks French', async () => {
    setLanguage('fr');
    const opened = await open((host) => host.lose(ids.queued));
    const side = await stand(opened, ids.queued);
    expect(side).toHaveTextContent('Turnup relit la commande avant de renvoyer quoi que ce soit.');
    expect(screen.getByTestId('queue-count')).toHaveTextContent(
      '2 en attente d’envoi · 1 à décider',
    );
  });
});
