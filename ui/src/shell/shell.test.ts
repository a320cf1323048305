import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../host/memory';
import type { EmailsOpened } from '../host/types';
import { expectNoViolations } from '../testing/axe';
import Shell from './Shell.svelte';

const zurita = 'ord_4410228290';

// Loaded when first needed: on a busy machine that takes longer than a test waits.
beforeAll(() => import('../features/order/OrderPage.svelte'), 60_000);

const here = {
  outcome: 'opened',
  number: '4410-228290',
  order_id: zurita,
  company: 'Zurita y Compañía, S.L.',
  file: 'order.eml',
};
const remembered = {
  outcome: 'remembered',
  number: '4410-999',
  order_id: null,
  company: '',
  file: 'other.eml',
};

function emails(orders: EmailsOpened['orders']): EmailsOpened {
  return { files: 1, orders, again: 0, failures: [], links: [] };
}

/** Without the marks that keep names of other scripts apart. */
const bare = { normalizer: (text: string) => text.replace(/[\u2068\u2069]/gu, '').trim() };

async function start(options: MemoryOptions = {}, prepare?: (host: MemoryHost) => void) {
  const host = createMemoryHost(options);
  prepare?.(host);
  render(Shell, { host });
  await screen.findByRole('main');
  const user = userEvent.setup();
  return { host, user };
}

async function started(options: MemoryOptions = {}) {
  const opened = await start(options);
  await screen.findByRole('grid');
  return opened;
}

describe('the frame', () => {
  it('shows the views with their counters and marks where one is', async () => {
    const { user } = await started();
    const views = screen.getByRole('navigation', { name: 'Views' });
    const inbox = within(views).getByRole('button', { name: /Inbox/ });
    await waitFor(() => expect(inbox).toHaveTextContent('10'));
    expect(inbox).toHaveAttribute('aria-current', 'page');
    await user.click(within(views).getByRole('button', { name: /Needs attention/ }));
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Needs attention');
    await expectNoViolations();
  });

  it('tells the three truths, and leads to what waits', async () => {
    const { host, user } = await started({ online: false });
    expect(screen.getByTestId('saved')).toHaveTextContent('All work saved on this computer');
    expect(screen.getByTestId('connection')).toHaveTextContent(
      /^Offline since .+ · everything keeps working$/,
    );
    expect(screen.getByTestId('connection')).toHaveAttribute(
      'title',
      expect.stringContaining('Last sync'),
    );
    await user.click(screen.getByTestId('waiting'));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Queue');
    host.setFrame({ saved: 'failed' });
    await waitFor(() => expect(screen.getByTestId('saved')).toHaveTextContent('Not saved'));
  });

  it('says beside what waits that closing loses nothing of it', async () => {
    await started({ online: false });
    expect(screen.getByTestId('waiting')).toHaveAttribute(
      'title',
      '2 wait here; they stay safe on this computer and go out when Turnup runs again',
    );
  });

  it('leads from the queue into an order and back to its act', async () => {
    const { user } = await started();
    await user.click(screen.getByTestId('view-queue'));
    expect(screen.getByTestId('view-queue')).toHaveTextContent('Queue 3');
    await screen.findByTestId('queue-entry');
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{Enter}');
    const back = await screen.findByTestId('back-link');
    expect(back).toHaveTextContent('Queue');
    await user.click(back);
    const row = await screen.findByRole('row', { selected: true });
    expect(row).toHaveTextContent('4410-227954');
    expect(screen.getByTestId('view-queue')).toHaveAttribute('aria-current', 'page');
  });

  it('leads from an order to its activity and back, keeping what was looked for', async () => {
    const { user } = await started();
    await user.click(screen.getByTestId('view-activity'));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Activity');
    await user.type(screen.getByTestId('activity-search'), '228290');
    await waitFor(() => expect(screen.getByTestId('activity-count')).toHaveTextContent('2 lines'));
    await user.dblClick(screen.getByText('Provisioning e-mail opened'));
    await user.click(await screen.findByTestId('show-activity'));
    expect(await screen.findByTestId('activity-order')).toHaveTextContent('Order 4410-228290');
    await user.dblClick(await screen.findByText('Provisioning e-mail opened'));
    const back = await screen.findByTestId('back-link');
    expect(back).toHaveTextContent('Activity');
    await user.click(back);
    expect(await screen.findByTestId('activity-order')).toBeVisible();
    expect(screen.getByTestId('activity-search')).toHaveValue('228290');
    await user.click(screen.getByTestId('activity-order'));
    await waitFor(() => expect(screen.queryByTestId('activity-order')).toBeNull());
  });

  it('searches from the queue in the list that was shown last', async () => {
    const { user } = await started();
    await user.click(screen.getByTestId('view-all'));
    await user.click(screen.getByTestId('view-queue'));
    await user.keyboard('/zurb');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('All orders');
  });

  it('shows how far a sync is and stops it when asked', async () => {
    const { host, user } = await started();
    const far = { step: 'pull_orders', done: 1200, total: 5000, left_seconds: 118, first: false };
    host.setFrame({ sync: far });
    const sync = await screen.findByTestId('sync');
    expect(sync).toHaveTextContent(/Fetching orders: 1.200 of 5.000 · about 2 minutes left/);
    await expectNoViolations();
    await user.click(within(sync).getByRole('button', { name: 'Stop the sync' }));
    expect(host.called('cancelSync')).toBeDefined();
  });

  it('says that another program sends', async () => {
    const { host } = await started();
    host.setFrame({ connection: 'elsewhere' });
    await waitFor(() =>
      expect(screen.getByTestId('connection')).toHaveTextContent(
        /^turnupctl sends for this account now · everything keeps working$/,
      ),
    );
  });

  it('takes the sample service offline and back', async () => {
    const { host, user } = await started();
    const button = screen.getByRole('switch', { name: 'Sample service answers' });
    expect(button).toBeChecked();
    await user.click(button);
    await waitFor(() => expect(screen.getByTestId('connection')).toHaveTextContent('Offline'));
    expect(button).not.toBeChecked();
    await user.click(button);
    await waitFor(() => expect(screen.getByTestId('connection')).toHaveTextContent('Online'));
    expect(host.calls.filter((call) => call.method === 'setSampleOnline')).toHaveLength(2);
  });

  it('opens an order and comes back to it in the list', async () => {
    const { user } = await started();
    await user.click(screen.getByText('Zurita y Compañía, S.L.'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    await user.click(await screen.findByTestId('back-link'));
    const row = await screen.findByRole('row', { selected: true });
    expect(row).toHaveAttribute('data-order', zurita);
  });

  it('comes back to the place of an order that left the list meanwhile', async () => {
    const { host, user } = await started();
    await user.click(screen.getByText('Zurita y Compañía, S.L.'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    const back = await screen.findByTestId('back-link');
    Object.assign(host.order(zurita), { status: 'handed_over', form: null });
    host.emit('orders_changed', { ids: [zurita], all: false });
    await user.click(back);
    const next = 'ord_4410227954';
    await waitFor(() =>
      expect(screen.getByRole('row', { selected: true })).toHaveAttribute('data-order', next),
    );
    await waitFor(() => expect(screen.getByTestId('detail')).toHaveAttribute('data-order', next));
  });

  it('keeps what was filtered while one is elsewhere', async () => {
    const { user } = await started();
    await user.click(screen.getByTestId('filter-state'));
    await user.click(screen.getByTestId('state-draft'));
    await user.keyboard('{Escape}');
    await user.keyboard('{Control>},{/Control}');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Settings');
    await user.keyboard('{Escape}');
    expect(await screen.findByTestId('matches')).toHaveTextContent('1 of 10 match');
  });
});

describe('the keys', () => {
  it.each(['/', '{Control>}f{/Control}'])('%s lead to the search', async (keys) => {
    const { user } = await started();
    await user.keyboard(keys);
    expect(screen.getByTestId('search')).toHaveFocus();
    await user.keyboard('zurita');
    await waitFor(() => expect(screen.getByTestId('matches')).toHaveTextContent('1 of 10'));
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('grid')).toHaveFocus();
  });

  it('lead from the search into the order by Enter, and Escape clears it', async () => {
    const { user } = await started();
    await user.keyboard('/zurb');
    await waitFor(() => expect(screen.getByTestId('matches')).toHaveTextContent('1 of 10'));
    await user.keyboard('{Escape}');
    expect(screen.getByTestId('search')).toHaveValue('');
    await waitFor(() => expect(screen.getByTestId('matches')).toHaveTextContent('10 orders'));
  });

  it('? shows all keys', async () => {
    const { user } = await started();
    await user.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'All keys' })).toBeInTheDocument();
    await expectNoViolations();
  });

  it.each(['{F5}', '{Control>}r{/Control}'])('%s sync now', async (keys) => {
    const { host, user } = await started();
    await user.keyboard(keys);
    expect(host.called('syncNow')).toBeDefined();
  });

  it('do nothing behind an open dialog', async () => {
    const { host, user } = await started();
    await user.keyboard('?');
    await user.keyboard('{F5}');
    expect(host.called('syncNow')).toBeUndefined();
  });
});

describe('an e-mail', () => {
  it('opens its order', async () => {
    const { user } = await started();
    await user.click(screen.getByTestId('open-email'));
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    expect(screen.getByText('Order 4410-228290 opened from its e-mail')).toBeInTheDocument();
  });

  it('of an order that is not here yet is remembered', async () => {
    const { host } = await started();
    host.emit('file_arrived', { opened: emails([remembered]), failure: null });
    expect(await screen.findByText('Order 4410-999 is not here yet')).toBeInTheDocument();
  });

  it('with a link says where it leads', async () => {
    const { host } = await started();
    const links = [{ host: 'web.webex.example', shown: null }];
    host.emit('file_arrived', { opened: { ...emails([remembered]), links }, failure: null });
    const told = 'Its link leads to web.webex.example. Turnup does not open it.';
    expect(await screen.findByText(told, { ...bare, exact: false })).toBeInTheDocument();
  });

  it('with a link that shows another place warns of it', async () => {
    const { host } = await started();
    const links = [{ host: 'evil.example', shown: 'webex.com' }];
    host.emit('file_arrived', { opened: { ...emails([here]), links }, failure: null });
    const told = 'A link in it shows webex.com but leads to evil.example.';
    expect(await screen.findByText(told, { ...bare, exact: false })).toBeInTheDocument();
  });

  it('among several leads to a list of their orders and of what failed', async () => {
    const { host, user } = await started();
    const unknown = { ...remembered, outcome: 'unknown', number: '4410-998' };
    host.emit('file_arrived', {
      opened: {
        ...emails([here, remembered, unknown]),
        files: 5,
        again: 2,
        failures: [{ file: 'lunch.eml', failure: { code: 'email_no_order', params: {} } }],
      },
      failure: null,
    });
    const list = within(await screen.findByRole('dialog', { name: '3 orders found' }));
    expect(list.getByText(/5 e-mails were read\..*2 times/)).toBeInTheDocument();
    expect(list.getByText('Not here yet; it appears with the next sync')).toBeInTheDocument();
    expect(list.getByText('The service does not know this number')).toBeInTheDocument();
    expect(list.getByText('lunch.eml')).toBeInTheDocument();
    await expectNoViolations();
    await user.click(list.getByRole('button', { name: 'Open order 4410-228290' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
  });

  it('that is none says what was looked for and offers another try', async () => {
    const { host, user } = await started();
    host.emit('file_arrived', { opened: null, failure: { code: 'email_no_order', params: {} } });
    expect(await screen.findByText('No order number was found in this e-mail')).toBeInTheDocument();
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: 'Choose another file' }));
    expect(host.called('openEmail')).toBeDefined();
  });

  it('is awaited while a file hovers over the window', async () => {
    const { host } = await started();
    host.emit('drag_over', { over: true });
    expect(await screen.findByText('Drop the provisioning e-mail here')).toBeInTheDocument();
    host.emit('drag_over', { over: false });
    await waitFor(() => expect(screen.queryByText('Drop the provisioning e-mail here')).toBeNull());
  });
});

describe('the account', () => {
  it('begins with a choice, and sample data opens the list', async () => {
    const { user } = await start({ firstRun: true });
    await user.click(screen.getByRole('button', { name: 'Explore' }));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
  });

  it('leaves the sample data back to the choice', async () => {
    const { host } = await started();
    await host.leaveSample();
    expect(await screen.findByRole('heading', { name: 'Welcome to Turnup' })).toBeInTheDocument();
  });

  it('takes what was said of its orders along', async () => {
    const { host } = await started();
    host.emit('file_arrived', { opened: emails([remembered]), failure: null });
    const said = await screen.findByText('Order 4410-999 is not here yet');
    await host.leaveSample();
    await waitFor(() => expect(said).not.toBeInTheDocument());
  });
});

describe('what came before the window listened', () => {
  it('opens the order of an e-mail that the program was started with', async () => {
    await start({}, (host) => host.comesEarly({ opened: emails([here]), failure: null }));
    expect(await screen.findByText(/4410-228290 opened from its e-mail/)).toBeVisible();
  });
});

describe('the search', () => {
  it('offers operators and their values, and takes what is chosen by keys', async () => {
    const { user } = await started();
    const field = screen.getByRole('combobox', { name: /Search/ });
    await user.click(field);
    await user.keyboard('sta');
    expect(within(screen.getByRole('listbox')).getAllByRole('option')).toHaveLength(1);
    await expectNoViolations();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field).toHaveValue('state:');
    await user.keyboard('dra{ArrowDown}');
    expect(field).toHaveAttribute('aria-activedescendant', expect.stringMatching(/-0$/));
    await user.keyboard('{Enter}');
    expect(field).toHaveValue('state:draft ');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('is left by Escape in two steps: what is offered goes first, then what was typed', async () => {
    const { user } = await started();
    const field = screen.getByRole('combobox', { name: /Search/ });
    await user.click(field);
    await user.keyboard('due:{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field).toHaveValue('due:');
    await user.keyboard('{Escape}');
    expect(field).toHaveValue('');
  });

  it('goes into the list by Enter when nothing that is offered was chosen', async () => {
    const { user } = await started();
    await user.click(screen.getByRole('combobox', { name: /Search/ }));
    await user.keyboard('st{Enter}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(screen.getByRole('combobox', { name: /Search/ })).toHaveValue('st');
  });
});

describe('the same account', () => {
  it('keeps its list and the order at the side when it is told of again', async () => {
    const { host } = await started();
    await screen.findByTestId('detail');
    const asked = host.calls.filter((call) => call.method === 'listOrders').length;
    host.emit('account_changed', { account: (await host.startup()).account });
    await waitFor(() => expect(screen.getByTestId('detail')).toBeVisible());
    expect(host.calls.filter((call) => call.method === 'listOrders')).toHaveLength(asked);
  });

  it('says at the bottom what is wrong with the service, not only that it is away', async () => {
    const { host, user } = await started({ online: false });
    host.setFrame({ problem: { code: 'certificate_refused', params: {} } });
    const connection = screen.getByTestId('connection');
    await waitFor(() => expect(connection).toHaveTextContent(/certificate is not trusted/));
    await user.click(connection);
    expect(await screen.findByText(/Ask your administrator/)).toBeVisible();
  });
});

describe('the look', () => {
  it('is dark or light, dense or airy as chosen', async () => {
    const { user } = await started({ settings: { appearance: 'dark' } });
    const root = document.documentElement;
    await waitFor(() => expect(root.dataset['theme']).toBe('dark'));
    await user.click(screen.getByTestId('settings'));
    await user.click(screen.getByTestId('appearance-light'));
    await user.click(screen.getByTestId('density-compact'));
    await waitFor(() => expect(root.dataset['theme']).toBe('light'));
    expect(root.dataset['density']).toBe('compact');
  });

  it('goes back to what it was when it could not be saved', async () => {
    const { host, user } = await started();
    host.fail('saveSettings', 'disk_full');
    await user.click(screen.getByTestId('settings'));
    await user.click(screen.getByTestId('language-fr'));
    expect(await screen.findByText('The disk is full')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Settings');
  });
});
