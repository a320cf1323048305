import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../host/memory';
import { tableView } from '../host/memory/imports';
import { sampleTable } from '../host/memory/table';
import type { TableUse } from '../host/types';
import Shell from './Shell.svelte';
import { expectNoViolations } from '../testing/axe';

const zurita = 'ord_4410228290';

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(() => import('../features/inbox/Inbox.svelte'), 60_000);

async function open(options: MemoryOptions = {}, prepare?: (host: MemoryHost) => void) {
  const host = createMemoryHost(options);
  prepare?.(host);
  render(Shell, { host });
  const user = userEvent.setup();
  await user.click(await screen.findByTestId('export-menu'));
  await user.click(await screen.findByTestId('import-values'));
  const dialog = await screen.findByRole('dialog');
  return { host, user, dialog };
}

const asked = (host: MemoryHost) => (host.called('planImport') as [TableUse])[0];

describe('values from a table', () => {
  it('are told before: what changes, what is left out and which cell is why', async () => {
    const { host, dialog } = await open();
    expect(await within(dialog).findByTestId('import-plan')).toHaveTextContent(
      '1 order would change, none stands so already, 3 are left out',
    );
    expect(within(dialog).getByTestId('table-name')).toHaveTextContent(
      'Sites of November.xlsx · 4 rows',
    );
    const left = within(within(dialog).getByTestId('import-refused'));
    expect(left.getByText(/Row 3, Meetings site time zone: .*Middle Earth/)).toHaveTextContent(
      'Write a time zone such as Europe/Paris.',
    );
    expect(left.getByText('Row 5 names no order')).toBeInTheDocument();
    const ready = within(within(dialog).getByTestId('import-ready'));
    expect(ready.getByText('4410-228290')).toBeInTheDocument();
    expect(host.called('runImport')).toBeUndefined();
    await expectNoViolations();
  });

  it('are taken as the columns say, with a result for each and undo', async () => {
    const { host, user, dialog } = await open();
    const before = structuredClone(host.order(zurita).form);
    await user.click(
      await within(dialog).findByRole('button', { name: 'Take the values of 1 order' }),
    );
    await waitFor(() => expect(host.order(zurita).form).not.toEqual(before));
    const failed = within(await screen.findByTestId('many-failed'));
    expect(failed.getByText(/Order .*4410-999999.* is not here/)).toBeInTheDocument();
    await expectNoViolations();
    await user.click(screen.getByTestId('import-undo'));
    await waitFor(() => expect(host.order(zurita).form).toEqual(before));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be of other columns than their headings say', async () => {
    const { host, user, dialog } = await open();
    await user.selectOptions(within(dialog).getByTestId('take-1'), 'sip_name');
    await waitFor(() => expect(asked(host).columns[1]).toBe('sip_name'));
    await user.selectOptions(within(dialog).getByTestId('take-2'), 'sip_name');
    expect(within(dialog).getByTestId('import-missing')).toHaveTextContent(
      'Two columns are taken as “SIP name”. Keep one of them.',
    );
    expect(within(dialog).getByTestId('import-run')).toBeDisabled();
    await user.selectOptions(within(dialog).getByTestId('take-0'), '');
    await user.selectOptions(within(dialog).getByTestId('take-2'), '');
    expect(within(dialog).getByTestId('import-missing')).toHaveTextContent(
      'Choose the column with the order numbers.',
    );
  });

  it('can stand in another sheet', async () => {
    const { host, user, dialog } = await open();
    await user.selectOptions(within(dialog).getByTestId('table-sheet'), 'Notes');
    await waitFor(() => expect(asked(host).sheet).toBe('Notes'));
  });

  it('say nothing where there are no rows', async () => {
    const { dialog } = await open({ table: sampleTable.slice(0, 1) });
    expect(await within(dialog).findByTestId('import-missing')).toHaveTextContent(
      'This table has no rows below its headings.',
    );
  });

  it('come from a file that is dropped on the window, or say why they do not', async () => {
    const host = createMemoryHost();
    render(Shell, { host });
    await screen.findByTestId('export-menu');
    host.emit('file_arrived', { opened: null, table: tableView(sampleTable, 7), failure: null });
    expect(await screen.findByTestId('import-plan')).toBeInTheDocument();
    expect(asked(host).key).toBe(7);
    await userEvent.setup().keyboard('{Escape}');
    const params = { name: 'sites.xls', reason: 'old_workbook' };
    const failure = { code: 'table_unreadable', params };
    host.emit('file_arrived', { opened: null, failure });
    expect(await screen.findByText(/It is a workbook of before 2007/)).toBeInTheDocument();
  });

  it('that changed since are opened anew, and what went wrong is said in French too', async () => {
    const { dialog } = await open({ settings: { language: 'fr' } }, (host) => {
      host.fail('planImport', { code: 'table_changed', params: { name: 'sites.csv' } });
    });
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'sites.csv a été modifié depuis son ouverture',
    );
    await expectNoViolations();
  });
});
