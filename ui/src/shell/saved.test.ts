import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost } from '../host/memory';
import { expectNoViolations } from '../testing/axe';
import Shell from './Shell.svelte';

async function started(name?: string) {
  const host = createMemoryHost({});
  if (name !== undefined) {
    const services = ['calling'];
    const query = { view: 'all', text: 'zur', states: [], services, sort: 'customer' };
    await host.saveView(null, name, { ...query, descending: true, grouping: 'customer' });
  }
  render(Shell, { host });
  await screen.findByRole('grid');
  return { host, user: userEvent.setup() };
}

const search = () => screen.getByRole('combobox', { name: /Search/ });

describe('saved views', () => {
  it('keep what the list is asked under a name, and say how many orders there are', async () => {
    const { host, user } = await started();
    expect(screen.queryByText('Saved views')).toBeNull();
    expect(screen.queryByTestId('save-view')).toBeNull();
    await user.click(search());
    await user.keyboard('zur');
    await user.click(await screen.findByTestId('save-view'));
    const dialog = await screen.findByRole('dialog', { name: 'Save this view' });
    expect(within(dialog).getByTestId('saved-name')).toHaveValue('zur');
    await expectNoViolations();
    await user.clear(within(dialog).getByTestId('saved-name'));
    await user.keyboard('{Enter}');
    expect(await within(dialog).findByText(/between 1 and 60/)).toBeVisible();
    await user.type(within(dialog).getByTestId('saved-name'), 'Zürich and around{Enter}');
    const view = await screen.findByTestId('saved-view');
    expect(view).toHaveTextContent('Zürich and around');
    await waitFor(() => expect(view).toHaveAttribute('aria-current', 'page'));
    expect(screen.getByTestId('view-inbox')).not.toHaveAttribute('aria-current');
    const [kept] = await host.listSavedViews();
    expect(kept?.query).toMatchObject({ view: 'inbox', text: 'zur', sort: 'deadline' });
    expect(view).toHaveTextContent(String(kept?.orders));
    await expectNoViolations();
  });

  it('ask the list all that they keep, wherever one is', async () => {
    const { host, user } = await started('Calling in Z');
    await user.click(screen.getByTestId('settings'));
    await user.click(await screen.findByText('Calling in Z'));
    await screen.findByRole('grid');
    expect(search()).toHaveValue('zur');
    const last = host.calls.filter(({ method }) => method === 'listOrders').at(-1)?.args[0];
    expect(last).toMatchObject({ view: 'all', text: 'zur', services: ['calling'] });
    expect(last).toMatchObject({ sort: 'customer', descending: true });
    await user.click(screen.getByTestId('view-inbox'));
    await waitFor(() =>
      expect(screen.getByTestId('saved-view')).not.toHaveAttribute('aria-current'),
    );
  });

  it('are renamed, and brought back after they were deleted', async () => {
    const { host, user } = await started('<b>Calling</b>');
    await screen.findByTestId('saved-view');
    await user.click(screen.getByTestId('saved-acts'));
    await user.click(screen.getByRole('menuitem', { name: 'Rename the view' }));
    const field = await screen.findByTestId('saved-name');
    expect(field).toHaveValue('<b>Calling</b>');
    await user.clear(field);
    await user.type(field, 'Phones{Enter}');
    await waitFor(() => expect(screen.getByTestId('saved-view')).toHaveTextContent('Phones'));
    expect(await host.listSavedViews()).toHaveLength(1);
    await user.click(screen.getByTestId('saved-acts'));
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await waitFor(() => expect(screen.queryByTestId('saved-view')).toBeNull());
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByTestId('saved-view')).toHaveTextContent('Phones');
  });
});
