import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost } from '../../../host/memory';
import { renderIn, testApp } from '../../../testing/app.svelte';
import { expectNoViolations } from '../../../testing/axe';
import Storage from './Storage.svelte';

async function open() {
  const host = createMemoryHost({ account: 'service' });
  const app = await testApp(host);
  renderIn(app, Storage, {});
  await screen.findByTestId('backups');
  return { host, app, user: userEvent.setup() };
}

async function preview() {
  const opened = await open();
  const [first] = screen.getAllByRole('button', { name: /^Restore from/ });
  if (first) await opened.user.click(first);
  return { ...opened, dialog: await screen.findByRole('dialog', { name: 'Restore from backup' }) };
}

describe('data on this computer', () => {
  it('says how much there is and which backups', async () => {
    await open();
    expect(screen.getByTestId('sizes')).toHaveTextContent(/Orders and drafts .*MB/);
    const rows = within(screen.getByTestId('backups')).getAllByRole('row');
    expect(rows).toHaveLength(5);
    expect(rows[1]).toHaveTextContent('Daily3 drafts, 2 waiting to be sent');
    // One that cannot be read is shown as that, and cannot be restored.
    expect(rows[2]).toHaveTextContent('Cannot be read');
    expect(screen.getAllByRole('button', { name: /^Restore from/ })).toHaveLength(3);
    await expectNoViolations();
  });

  it('is backed up when asked', async () => {
    const { user, app } = await open();
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText('By hand')).toBeInTheDocument();
    expect(app.told.map((toast) => toast.title)).toEqual(['Backed up']);
  });

  it('is checked when asked, and the result is in words', async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole('button', { name: 'Check the database' }));
    expect(await screen.findByText('The database is sound')).toBeInTheDocument();
    host.fail('checkDatabase', 'disk_full');
    await user.click(screen.getByRole('button', { name: 'Check the database' }));
    await waitFor(() => expect(screen.queryByText('The database is sound')).toBeNull());
  });
});

describe('a restore', () => {
  it('brings by itself only what is not here', async () => {
    const { host, user, dialog } = await preview();
    const box = (name: RegExp) => within(dialog).getByRole('checkbox', { name });
    expect(box(/4410-100001/)).toBeChecked();
    expect(box(/4410-100002/)).not.toBeChecked();
    expect(dialog).toHaveTextContent('until the service was asked');
    // What is the same or waits to be sent cannot be chosen.
    expect(within(dialog).getAllByRole('checkbox')).toHaveLength(2);
    await expectNoViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Restore 1 order' }));
    expect(host.called('restore')).toEqual(['daily-5.sqlite', [{ order_id: 'ord_1', over: null }]]);
  });

  it('replaces a draft here only when that order is chosen, and only the one that was shown', async () => {
    const { host, user, dialog } = await preview();
    await user.click(within(dialog).getByRole('checkbox', { name: /4410-100002/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Restore 2 orders' }));
    const choices = host.called('restore')?.[1] as { order_id: string; over: string | null }[];
    expect(choices.map((choice) => choice.order_id)).toEqual(['ord_1', 'ord_2']);
    expect(choices[1]?.over).toMatch(/^20/);
  });

  it('changes nothing when it is cancelled', async () => {
    const { host, user, dialog } = await preview();
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(host.called('restore')).toBeUndefined();
  });
});

describe('erasing everything', () => {
  it('says what is lost and waits until its name is typed', async () => {
    const { host, user, app } = await open();
    await user.click(screen.getByRole('button', { name: 'Erase everything…' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Erase everything on this computer?',
    });
    expect(dialog).toHaveTextContent('3 drafts');
    const yes = within(dialog).getByRole('button', { name: 'Erase everything' });
    expect(yes).toBeDisabled();
    await expectNoViolations();
    await user.type(within(dialog).getByRole('textbox'), 'provisioning.exampl');
    expect(yes).toBeDisabled();
    await user.type(within(dialog).getByRole('textbox'), 'e');
    await user.click(yes);
    expect(host.called('eraseEverything')).toEqual(['provisioning.example']);
    await waitFor(() => expect(app.account).toBeNull());
  });
});
