import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import type { JournalQuery } from '../../host/types';
import { tick } from '../../shared/clock.svelte';
import { tMaybe, setLanguage } from '../../shared/i18n.svelte';
import { timelineWords } from '../../shared/words';
import { renderIn, testApp, type TestApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import Activity from './Activity.svelte';
import { ActivityState } from './activity.svelte';

const zurita = { id: 'ord_4410228290', number: '4410-228290' };
const queued = 'ord_4410227954';

interface Opened {
  app: TestApp;
  host: MemoryHost;
  activity: ActivityState;
  user: ReturnType<typeof userEvent.setup>;
}

async function open(
  options: MemoryOptions = {},
  prepare: (host: MemoryHost) => void = () => undefined,
  order: typeof zurita | null = null,
): Promise<Opened> {
  const host = createMemoryHost(options);
  prepare(host);
  const app = await testApp(host);
  const activity = new ActivityState(app, 'test');
  renderIn(app, Activity, { activity, order });
  await waitFor(() => expect(activity.known).toBe(true));
  return { app, host, activity, user: userEvent.setup() };
}

const rows = () => screen.getAllByRole('row').slice(1);
const asked = (host: MemoryHost) => host.called('listJournal')?.[0] as JournalQuery;
const count = () => screen.getByTestId('activity-count');

describe('the activity', () => {
  it('says who did what when on which order, the newest first', async () => {
    await open();
    const [first] = rows();
    expect(first).toHaveTextContent(/Organizations queued 4410-227921 Zurich Coffee Roasters Ltd/);
    expect(first).toHaveTextContent('ana@andaluza.example');
    expect(screen.getByText('Organizations not accepted').closest('[role=row]')).toHaveTextContent(
      /The chosen organization changed.*the service/,
    );
    await expectNoViolations();
  });

  it('keeps apart what was queued, sent and accepted by the service', async () => {
    const { host, activity } = await open();
    host.deliver();
    await waitFor(() => {
      const own = activity.entries.filter((entry) => entry.order_id === queued);
      expect(own.map(timelineWords)).toEqual(
        expect.arrayContaining([
          'Organizations queued',
          'Organizations sent',
          'Organizations accepted by the service',
        ]),
      );
    });
  });

  it('opens the order of a line by Enter, by its number and by a double click', async () => {
    const { app, user } = await open({}, undefined, zurita);
    screen.getByRole('grid').focus();
    await user.keyboard('{Enter}');
    await user.click(screen.getAllByRole('button', { name: zurita.number })[0] as HTMLElement);
    await user.dblClick(screen.getByText('Provisioning e-mail opened'));
    expect(app.visited).toEqual(Array.from({ length: 3 }, () => `order ${zurita.id} details`));
  });

  it('opens nothing for a line about no order', async () => {
    const { app, user } = await open({}, (host) => {
      vi.spyOn(host, 'listJournal').mockResolvedValue({
        entries: [
          {
            id: '1',
            at: '2026-11-22T08:00:00Z',
            actor: '',
            code: 'backup_written',
            params: {},
            order_id: null,
            number: null,
            customer: null,
          },
        ],
        more: false,
      });
    });
    expect(rows()[0]).toHaveTextContent('Turnup');
    screen.getByRole('grid').focus();
    await user.keyboard('{Enter}');
    expect(app.visited).toEqual([]);
  });

  it('fetches older lines as they come into sight, 200 at a time', async () => {
    const { host, activity, user } = await open({ more: 300 });
    expect(count()).toHaveTextContent('more than 200 lines');
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1');
    const last = activity.entries[199]?.id;
    const before = host.calls.length;
    activity.need(180, 190);
    activity.need(190, 200);
    await waitFor(() => expect(activity.entries.length).toBe(400));
    expect(host.calls.length - before).toBe(1);
    screen.getByRole('grid').focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(activity.entries.length).toBeGreaterThan(400));
    expect(activity.entries[199]?.id).toBe(last);
    const ids = activity.entries.map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes in what happens, and stays where one reads', async () => {
    const { host, activity, user } = await open({ more: 300 });
    const before = activity.entries[0]?.id;
    await host.saveNote(zurita.id, 'Call Ana');
    await waitFor(() => expect(activity.entries[0]?.code).toBe('queued_note'));
    expect(activity.active).toBe(0);
    expect(activity.entries[1]?.id).toBe(before);
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    const here = activity.current?.id;
    await host.saveNote(zurita.id, 'Call Ana first');
    await waitFor(() => expect(activity.active).toBe(3));
    expect(activity.current?.id).toBe(here);
  });

  it('shows the answer to what was asked last, whichever comes last', async () => {
    const { host, activity } = await open();
    const slow: (() => void)[] = [];
    const real = host.listJournal.bind(host);
    vi.spyOn(host, 'listJournal').mockImplementation(async (query) => {
      const answer = await real(query);
      if (query.about === 'drafts') await new Promise<void>((resolve) => slow.push(resolve));
      return answer;
    });
    activity.set({ about: 'drafts' });
    activity.set({ about: 'decisions' });
    await waitFor(() => expect(count()).toHaveTextContent(/^1 line$/));
    slow[0]?.();
    await settled();
    expect(count()).toHaveTextContent(/^1 line$/);
  });

  it('says what went wrong and reads again when asked', async () => {
    const host = createMemoryHost();
    host.fail('listJournal', 'database_busy');
    const app = await testApp(host);
    const activity = new ActivityState(app, 'test');
    renderIn(app, Activity, { activity, order: null });
    expect(await screen.findByText('Another program holds the data file')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(rows().length).toBeGreaterThan(10));
  });

  it('teaches what it is when nothing happened yet', async () => {
    await open({}, (host) => {
      vi.spyOn(host, 'listJournal').mockResolvedValue({ entries: [], more: false });
    });
    expect(await screen.findByText('Nothing has happened yet')).toBeVisible();
    expect(screen.getByTestId('activity-save')).toBeDisabled();
    await expectNoViolations();
  });

  it('shows hostile names as text', async () => {
    await open({}, (host) => {
      host.order(zurita.id).company = '<img src=x onerror=alert(1)>';
      void host.saveNote(zurita.id, 'x');
    });
    expect(rows()[0]).toHaveTextContent('<img src=x');
    expect(document.querySelector('img')).toBeNull();
  });
});

describe('what is looked for', () => {
  it('is a number, a customer or a person, asked once for what was typed', async () => {
    const { host, user } = await open();
    const before = host.calls.filter((call) => call.method === 'listJournal').length;
    await user.type(screen.getByTestId('activity-search'), 'zurab');
    await waitFor(() => expect(asked(host).text).toBe('zurab'));
    await waitFor(() => expect(count()).toHaveTextContent('8 lines'));
    expect(host.calls.filter((call) => call.method === 'listJournal').length - before).toBeLessThan(
      5,
    );
  });

  it('is a kind of event', async () => {
    const { host, user } = await open();
    await user.click(screen.getByTestId('activity-about'));
    await user.click(screen.getByTestId('about-service'));
    await waitFor(() => expect(asked(host).about).toBe('service'));
    await waitFor(() => {
      for (const row of rows()) expect(row.dataset['code']).toMatch(/^(accepted_|parked)/);
    });
    await expectNoViolations();
  });

  it('is a period: today, the last days, or one’s own', async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 22, 12), toFake: ['Date'] });
    tick();
    try {
      const { host, user, activity } = await open();
      const choose = async (period: string) => {
        await user.click(screen.getByTestId('activity-period'));
        await user.click(screen.getByTestId(`period-${period}`));
      };
      await choose('today');
      expect(asked(host).since).toBe(new Date(2026, 10, 22).toISOString());
      await choose('week');
      expect(asked(host).since).toBe(new Date(2026, 10, 16).toISOString());
      await choose('own');
      expect(asked(host)).toMatchObject({ since: null, until: null });
      await fireEvent.input(screen.getByTestId('activity-from'), {
        target: { value: '2026-11-01' },
      });
      await fireEvent.input(screen.getByTestId('activity-to'), { target: { value: '2026-11-20' } });
      expect(asked(host)).toMatchObject({
        since: new Date(2026, 10, 1).toISOString(),
        until: new Date(2026, 10, 21).toISOString(),
      });
      expect(activity.filtered).toBe(true);
      await expectNoViolations();
    } finally {
      vi.useRealTimers();
      tick();
    }
  });

  it('is one order, until its filter is taken away', async () => {
    const { app, host, user } = await open({}, undefined, zurita);
    expect(asked(host).order_id).toBe(zurita.id);
    expect(rows()).toHaveLength(2);
    await user.click(screen.getByRole('button', { name: 'Remove the filter Order 4410-228290' }));
    expect(app.visited).toEqual(['activity']);
  });

  it('may be nothing: then all filters are taken away at once', async () => {
    const { activity, user } = await open();
    await user.type(screen.getByTestId('activity-search'), 'qqq');
    await user.click(await screen.findByTestId('activity-clear'));
    await waitFor(() => expect(activity.entries.length).toBeGreaterThan(10));
    expect(activity.filtered).toBe(false);
  });
});

describe('the activity as a file', () => {
  it('holds what is looked for, in the language of the window', async () => {
    const { app, host, user, activity } = await open();
    activity.set({ about: 'decisions' });
    await waitFor(() => expect(activity.entries).toHaveLength(1));
    await user.click(screen.getByTestId('activity-save'));
    expect(host.called('exportJournal')).toEqual([
      expect.objectContaining({ about: 'decisions', before: null }),
      'en',
    ]);
    expect(app.told[0]).toMatchObject({
      title: 'Activity saved, 1 line',
      detail: expect.stringContaining('.csv') as string,
    });
  });

  it('is not told of when one changed one’s mind, and a failure is', async () => {
    const { app, host, user } = await open();
    const save = vi.spyOn(host, 'exportJournal').mockResolvedValueOnce(null);
    await user.click(screen.getByTestId('activity-save'));
    expect(save).toHaveBeenCalledTimes(1);
    expect(app.told).toEqual([]);
    save.mockRejectedValueOnce({ code: 'disk_full', params: {} });
    await user.click(screen.getByTestId('activity-save'));
    await waitFor(() => expect(app.told[0]?.title).toBe('The disk is full'));
  });
});

describe('the words of the journal', () => {
  const kinds = ['mapping', 'setup', 'handover', 'resend', 'note', 'retry', 'review', 'verdict'];
  const own = ['queued', 'sent', 'unanswered', 'accepted'].flatMap((stage) =>
    kinds.map((kind) => ({ code: `${stage}_${kind}`, params: {} })),
  );
  const about = ['parked', 'unparked', 'taken_back'].flatMap((code) =>
    kinds.map((kind) => ({ code, params: { kind } })),
  );

  it.each(['en', 'fr'] as const)('are there for every act and stage: %s', (language) => {
    setLanguage(language);
    const said = [...own, ...about].map(timelineWords);
    const other = tMaybe('order-timeline-other', { code: '' });
    for (const words of said) expect(words).not.toMatch(/_|⟦/);
    expect(said).not.toContain(other);
    expect(new Set(said).size).toBe(said.length);
  });
});
