import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { createMemoryHost } from '../host/memory';
import type { SummariesSaved, SummaryOutcome } from '../host/types';
import { expectNoViolations } from '../testing/axe';
import Shell from './Shell.svelte';

async function started() {
  const host = createMemoryHost();
  render(Shell, { host });
  await screen.findByRole('grid');
  return { host, user: userEvent.setup() };
}

describe('an export that runs', () => {
  it('is told at the foot of the window, and stopped there', async () => {
    const { host, user } = await started();
    expect(screen.queryByTestId('export')).toBeNull();
    const progress = { kind: 'csv', name: 'orders.csv', done: 0, total: null };
    host.emit('export_moved', { progress });
    expect(await screen.findByTestId('export')).toHaveTextContent('Writing orders.csv');
    host.emit('export_moved', { progress: { ...progress, done: 2_000, total: 100_000 } });
    await waitFor(() =>
      expect(screen.getByTestId('export')).toHaveTextContent(
        'Writing orders.csv: 2,000 of 100,000',
      ),
    );
    const bar = within(screen.getByTestId('export')).getByRole('progressbar');
    expect(bar).toHaveAttribute('value', '2000');
    expect(bar).toHaveAttribute('max', '100000');
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: 'Stop the export' }));
    expect(host.called('cancelExport')).toEqual([]);
    host.emit('export_moved', { progress: null });
    await waitFor(() => expect(screen.queryByTestId('export')).toBeNull());
  });
});

describe('many summaries of which some were not saved', () => {
  const saved = (order_id: string, failure: string | null = null): SummaryOutcome => ({
    order_id,
    number: `4410-${order_id}`,
    company: 'Zurita y Compañía, S.L.',
    file: failure === null ? `Order 4410-${order_id}.pdf` : null,
    failure: failure === null ? null : { code: failure, params: {} },
  });

  async function told(result: Partial<SummariesSaved>) {
    const { host, user } = await started();
    vi.spyOn(host, 'saveSummaries').mockResolvedValue({
      cancelled: false,
      orders: [],
      left: 0,
      path: '/home/ana/Documents/Summaries',
      ...result,
    });
    await user.click(screen.getByTestId('export-menu'));
    await user.click(screen.getByTestId('export-summaries'));
    await user.click(await screen.findByTestId('summaries-save'));
    return { host, user };
  }

  it('are told one by one, with the reason', async () => {
    const { host, user } = await told({
      orders: [saved('1'), saved('2', 'order_not_found'), saved('3', 'internal')],
    });
    const dialog = await screen.findByRole('dialog', { name: '1 summary was saved' });
    const failed = within(within(dialog).getByTestId('summaries-failed')).getAllByRole('listitem');
    expect(failed).toHaveLength(2);
    expect(failed[0]).toHaveTextContent('4410-2 Zurita y Compañía, S.L.');
    expect(within(dialog).getByTestId('summaries-saved')).toHaveTextContent('Order 4410-1.pdf');
    await expectNoViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Show in folder' }));
    expect(host.called('showExported')).toEqual(['/home/ana/Documents/Summaries']);
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByTestId('summaries-result')).toBeNull());
  });

  it('are counted when somebody stopped it', async () => {
    await told({ cancelled: true, orders: [saved('1')], left: 9 });
    const dialog = await screen.findByRole('dialog', { name: '1 summary was saved' });
    expect(dialog).toHaveTextContent('You stopped it. 9 orders were not reached.');
  });

  it('are counted when the disk took no more', async () => {
    await told({ orders: [saved('1'), saved('2', 'disk_full')], left: 8 });
    const dialog = await screen.findByRole('dialog', { name: '1 summary was saved' });
    expect(dialog).toHaveTextContent('8 orders were not tried any more.');
    expect(within(dialog).getByTestId('summaries-failed')).toHaveTextContent('The disk is full');
  });
});
