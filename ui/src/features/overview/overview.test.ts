import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../../host/memory';
import { dayAhead } from '../../shared/reminders';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp, type TestApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import { settled } from '../../testing/settled';
import Overview from './Overview.svelte';
import { OverviewState } from './overview.svelte';

interface Opened {
  app: TestApp;
  host: MemoryHost;
  overview: OverviewState;
  user: ReturnType<typeof userEvent.setup>;
}

async function open(
  options: MemoryOptions = {},
  prepare: (host: MemoryHost) => void = () => undefined,
): Promise<Opened> {
  const host = createMemoryHost(options);
  prepare(host);
  const app = await testApp(host);
  const overview = new OverviewState(app, 'test');
  renderIn(app, Overview, { overview });
  await waitFor(() => expect(overview.figures ?? overview.failure).not.toBeNull());
  await settled();
  return { app, host, overview, user: userEvent.setup() };
}

const chart = (name: string) => screen.getByRole('region', { name });
const reads = (host: MemoryHost) => host.calls.filter((call) => call.method === 'readOverview');

describe('the overview', () => {
  it('says in a sentence what each chart shows', async () => {
    await open();
    const sentences = [
      ['Closing in the next four weeks', '8 orders close in the coming seven days, 0 today.'],
      ['Open orders by state and age', '10 orders are open; 0 for 30 days or longer.'],
      ['Where orders hang', 'Longest: Awaiting details, e-mail sent 4 days ago.'],
      ['Provisioned per week', '2 orders in the last twelve weeks'],
      ['Failures by cause', 'One act was refused; one order failed, wholly or in part.'],
    ] as const;
    for (const [name, sentence] of sentences) {
      expect(chart(name)).toHaveAccessibleDescription(expect.stringContaining(sentence));
    }
    await expectNoViolations();
  });

  it('begins with what is open, late, closes today and needs somebody', async () => {
    const { app, user } = await open({}, (host) => {
      const [first, second] = host.orders;
      Object.assign(first ?? {}, { closesIn: -1 });
      Object.assign(second ?? {}, { closesIn: 0 });
    });
    for (const [id, words, search] of [
      ['open', '10 Open', 'is:open'],
      ['overdue', '1 Overdue', 'due:overdue'],
      ['today', '1 Close today', `due:${dayAhead(0)}`],
      ['attention', '1 Need attention', 'is:open state:needs_attention'],
    ] as const) {
      const headline = screen.getByTestId(`headline-${id}`);
      expect(headline).toHaveTextContent(words);
      await user.click(headline);
      expect(app.search).toBe(search);
      expect(app.visited.at(-1)).toBe('list all');
    }
  });

  it.each([
    ['open-awaiting_details-3', 'is:open state:awaiting_details age:>=3d age:<7d'],
    ['open-awaiting_details', 'is:open state:awaiting_details'],
    ['open-age-30', 'is:open age:>=30d'],
    ['open-all', 'is:open'],
    ['closing-overdue', 'due:overdue'],
    [`closing-${dayAhead(6)}`, `due:${dayAhead(6)}`],
    ['waiting-draft', 'is:open state:draft'],
    ['show-provisioned_with_errors', 'state:provisioned_with_errors'],
    ['show-failed', 'state:failed'],
  ])('%s leads to the list of %s', async (mark, search) => {
    const { app, user } = await open();
    await user.click(screen.getByTestId(mark));
    expect(app.search).toBe(search);
    expect(app.visited).toEqual(['list all']);
  });

  it('leads from what was refused to the queue, and from weeks to what is provisioned', async () => {
    const { app, user } = await open();
    app.search = 'zur';
    await user.click(screen.getByTestId('cause--organization_changed'));
    await user.click(screen.getByTestId('provisioned-all'));
    expect(app.visited).toEqual(['queue', 'list provisioned']);
    expect(app.search).toBe('');
  });

  it('opens the order that waits longest', async () => {
    const { app, user } = await open();
    await user.click(screen.getByTestId('longest-draft'));
    expect(app.visited).toEqual(['order ord_4410228290 details']);
  });

  it('has one stop for Tab in each chart; arrows move along its bars', async () => {
    const { user } = await open();
    const bars = within(chart('Closing in the next four weeks')).getAllByRole('button').slice(1);
    expect(bars.filter((bar) => bar.tabIndex === 0)).toHaveLength(1);
    bars[0]?.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(bars[2]).toHaveFocus();
    await user.keyboard('{End}{ArrowLeft}');
    expect(bars.at(-2)).toHaveFocus();
    expect(bars.filter((bar) => bar.tabIndex === 0)).toEqual([bars.at(-2)]);
    await user.keyboard('{Home}');
    expect(bars[0]).toHaveFocus();
  });

  it('moves up and down between the states', async () => {
    const { user } = await open();
    screen.getByTestId('open-awaiting_details').focus();
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement?.closest('[data-state]')).toHaveAttribute('data-state', 'draft');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.closest('[data-state]')).toHaveAttribute(
      'data-state',
      'awaiting_details',
    );
  });

  it('says a figure in words on hover and on focus, until Escape', async () => {
    const { user } = await open();
    const bar = screen.getByTestId(`closing-${dayAhead(5)}`);
    const words = bar.querySelector('.unseen')?.textContent ?? '';
    expect(words).toMatch(/2 orders close$/);
    expect(bar).toHaveAccessibleName(words);
    const tip = () => bar.querySelector('.tip')?.textContent;
    expect(tip()).toBeUndefined();
    await user.hover(bar);
    expect(tip()).toBe(words);
    await user.unhover(bar);
    expect(tip()).toBeUndefined();
    bar.focus();
    await waitFor(() => expect(tip()).toBe(words));
    await user.keyboard('{Escape}');
    expect(tip()).toBeUndefined();
  });

  it('shows the same figures as a table, and keeps the choice', async () => {
    const { app, user } = await open();
    for (const id of ['closing', 'open', 'waiting', 'provisioned', 'failures']) {
      await user.click(screen.getByTestId(`${id}-table`));
    }
    expect(app.settings.tables).toEqual(['closing', 'open', 'waiting', 'provisioned', 'failures']);
    expect(screen.getAllByRole('table')).toHaveLength(5);
    const row = within(chart('Open orders by state and age')).getByRole('row', {
      name: /Awaiting details/,
    });
    expect(row).toHaveTextContent('Awaiting details020002');
    await expectNoViolations();
    await user.click(screen.getByTestId('open-table'));
    expect(app.settings.tables).not.toContain('open');
    expect(screen.getByTestId('open-awaiting_details')).toBeInTheDocument();
  });

  it('is read anew when orders change, once for many changes', async () => {
    const { host } = await open();
    const before = reads(host).length;
    host.refuse('ord_4410228301', 'revision_conflict');
    for (let at = 0; at < 50; at++) host.emit('orders_changed', { ids: [], all: true });
    await screen.findByTestId('cause--revision_conflict');
    expect(reads(host).length).toBe(before + 1);
  });

  it('teaches when there are no orders', async () => {
    await open({}, (host) => host.orders.splice(0));
    expect(screen.getByText('Nothing to count yet')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Where orders hang' })).toBeNull();
    await expectNoViolations();
  });

  it('says what went wrong, and reads again when asked', async () => {
    const { user } = await open({}, (host) => host.fail('readOverview', 'internal'));
    await user.click(await screen.findByTestId('overview-again'));
    expect(await screen.findByTestId('headline-open')).toBeInTheDocument();
  });

  it('names what a newer service says by its code, and what nobody names as that', async () => {
    await open({}, (host) => {
      const read = host.readOverview.bind(host);
      vi.spyOn(host, 'readOverview').mockImplementation(async () => {
        const figures = await read();
        const failed = [
          { step: 'paint_the_phone', code: 'too_long', count: 2 },
          { step: '', code: '', count: 1 },
        ];
        return { ...figures, failed, refused: [{ step: '', code: 'moon_phase', count: 1 }] };
      });
    });
    const causes = chart('Failures by cause');
    expect(causes).toHaveTextContent('paint the phone A text is too long.');
    expect(causes).toHaveTextContent('The service names no reason.');
    expect(causes).toHaveTextContent('moon_phase');
  });

  it('says what it cannot date', async () => {
    await open({}, (host) => {
      const read = host.readOverview.bind(host);
      vi.spyOn(host, 'readOverview').mockImplementation(async () => {
        const figures = await read();
        figures.provisioned.undated = 3;
        figures.closing.later = 1;
        for (const one of figures.open) one.age_unknown = 1;
        return figures;
      });
    });
    expect(chart('Provisioned per week')).toHaveTextContent(
      '3 provisioned orders carry no such time',
    );
    expect(chart('Closing in the next four weeks')).toHaveTextContent('One more closes later.');
    expect(chart('Open orders by state and age')).toHaveTextContent('their e-mail was sent');
  });

  it('speaks French', async () => {
    setLanguage('fr');
    const { user } = await open();
    expect(chart('Commandes ouvertes par état et par âge')).toHaveTextContent('3–6 jours');
    for (const button of screen.getAllByRole('button', { name: 'En tableau' })) {
      await user.click(button);
    }
    await fireEvent.focus(document.body);
    await expectNoViolations();
  });
});
