import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';

import { forTests, t } from '../../shared/i18n.svelte';
import { expectNoViolations } from '../../testing/axe';
import { calls, openPage, orders, shownPage } from './testing';

describe('the wizard', () => {
  it.each([
    'who',
    'partner',
    'customer',
    'subscription',
    'meetings',
    'calling',
    'review',
    'confirm',
    'details',
  ])('has no accessibility violation on %s', async (step) => {
    await openPage(orders.draft, step);
    await waitFor(() => expect(shownPage()).toBe(step));
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(screen.queryByText('Looking…')).toBeNull());
    await expectNoViolations();
  });

  it('resumes where it was left', async () => {
    await openPage(orders.draft);
    expect(shownPage()).toBe('meetings');
  });

  it('opens any step at any time and puts the focus on its question', async () => {
    const { user } = await openPage(orders.fresh);
    await user.click(screen.getByTestId('step-review'));
    expect(shownPage()).toBe('review');
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    await user.click(screen.getByTestId('step-subscription'));
    expect(shownPage()).toBe('subscription');
  });

  it('moves along the steps with the arrow keys', async () => {
    const { user } = await openPage(orders.draft, 'who');
    screen.getByTestId('step-who').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(screen.getByTestId('step-partner')).toHaveFocus();
    await user.keyboard('{End}');
    expect(screen.getByTestId('step-details')).toHaveFocus();
  });

  it('does not scold before a field was left', async () => {
    const { user } = await openPage(orders.draft, 'calling');
    expect(screen.queryByText('This is needed.')).toBeNull();
    await user.click(screen.getByTestId('field-calling.address.street1'));
    expect(screen.queryByText('This is needed.')).toBeNull();
    await user.tab();
    expect(await screen.findByText('This is needed.')).toBeVisible();
  });

  it('stays on a page with problems and goes to the first field that is wrong', async () => {
    const { user } = await openPage(orders.draft, 'calling');
    await user.click(screen.getByTestId('continue'));
    expect(shownPage()).toBe('calling');
    expect(screen.getByTestId('field-calling.address.street1')).toHaveFocus();
    expect(screen.getAllByText('This is needed.').length).toBeGreaterThan(1);
  });

  it('continues with Ctrl+Enter and goes back a step with Ctrl+Shift+Enter', async () => {
    const { user } = await openPage(orders.draft, 'who');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(shownPage()).toBe('partner'));
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await waitFor(() => expect(shownPage()).toBe('who'));
  });

  it('leaves the order by going back from its first page, with everything saved', async () => {
    const { user, host, left } = await openPage(orders.fresh, 'who');
    await user.click(screen.getByTestId('who-own_company'));
    await user.click(screen.getByTestId('back'));
    await waitFor(() => expect(left()).toBe(1));
    expect(host.order(orders.fresh).form?.completed_by).toBe('own_company');
  });

  it('saves what was typed when the field is left', async () => {
    const { user, host } = await openPage(orders.draft, 'calling');
    await user.type(screen.getByTestId('field-calling.address.street1'), 'Calle Sierpes');
    await user.tab();
    await waitFor(() =>
      expect(host.order(orders.draft).form?.calling.address.street1).toBe('Calle Sierpes'),
    );
    expect(await screen.findByText(/Draft saved/)).toBeVisible();
  });

  it('shows a save that failed, keeps the text and saves it when asked again', async () => {
    const { user, host } = await openPage(orders.draft, 'calling');
    host.fail('saveDraft', 'disk_full', 99);
    await user.type(screen.getByTestId('field-calling.address.street1'), 'Calle Sierpes');
    await user.tab();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/Not saved yet/);
    expect(screen.getByTestId('field-calling.address.street1')).toHaveValue('Calle Sierpes');
    host.fail('saveDraft', 'disk_full', 0);
    await user.click(screen.getByRole('button', { name: 'Save again' }));
    await user.click(screen.getByRole('button', { name: 'Save again' })).catch(() => undefined);
    await waitFor(() =>
      expect(host.order(orders.draft).form?.calling.address.street1).toBe('Calle Sierpes'),
    );
  });

  it('tells the window while something is not saved', async () => {
    const { user, app } = await openPage(orders.draft, 'calling');
    await user.type(screen.getByTestId('field-calling.sip_name'), 'x');
    expect(app.pending.size).toBe(1);
    await waitFor(() => expect(app.pending.size).toBe(0));
  });
});

describe('a new organization below its step', () => {
  it.each([
    ['', 'New organization'],
    [' ', 'New organization'],
    ['Zurita', 'New: Zurita'],
  ])('named “%s” reads %s', async (name, words) => {
    await openPage(orders.draft, 'who', {}, (host) => {
      host.order(orders.draft).partner = {
        choice: 'create',
        name,
        vertical: '',
        country: '',
        admin_email: '',
        create_anyway: false,
      };
    });
    expect(within(screen.getByTestId('step-partner')).getByText(words)).toBeVisible();
  });
});

describe('who completes it', () => {
  it('recommends a customer with the reason', async () => {
    await openPage(orders.fresh, 'who');
    const card = screen.getByTestId('who-for_customer');
    expect(card).toHaveAccessibleName(/Recommended for partners/);
    expect(card).toHaveAccessibleDescription(/go on helping the customer/);
    expect(card).not.toBeChecked();
  });

  it('hands the order over to somebody else', async () => {
    const { user, host } = await openPage(orders.fresh, 'who');
    await user.click(screen.getByTestId('who-someone_else'));
    await user.type(screen.getByTestId('field-handover.email'), 'eva@example.com');
    await user.click(screen.getByTestId('hand-over'));
    await waitFor(() => expect(calls(host, 'handOver')).toEqual([[orders.fresh]]));
    await waitFor(() => expect(shownPage()).toBe('details'));
    expect(host.order(orders.fresh).form?.handover.email).toBe('eva@example.com');
  });

  it('does not hand over to nobody', async () => {
    const { user, host } = await openPage(orders.fresh, 'who');
    await user.click(screen.getByTestId('who-someone_else'));
    await user.click(screen.getByTestId('hand-over'));
    await waitFor(() => expect(screen.getByTestId('field-handover.email')).toHaveFocus());
    expect(calls(host, 'handOver')).toEqual([]);
  });
});

describe('a page', () => {
  it('that somebody turns to before the rules are read stays', async () => {
    let read = (): void => undefined;
    const rules = new Promise<void>((resolve) => (read = resolve));
    const opening = openPage(orders.draft, undefined, {}, (host) => {
      const told = host.choices();
      vi.spyOn(host, 'choices').mockImplementation(() => rules.then(() => told));
    });
    (await screen.findByTestId('step-customer')).click();
    await opening;
    read();
    // Until everything that was waiting for them has run.
    await new Promise((done) => setTimeout(done));
    expect(shownPage()).toBe('customer');
  });
});

describe('the subscription', () => {
  it('asks now or later for each service and drops the step of one put off', async () => {
    const { user, host } = await openPage(orders.draft, 'subscription');
    expect(screen.getByTestId('when-meetings-now')).toBeChecked();
    await user.click(screen.getByTestId('when-calling-later'));
    await waitFor(() => expect(screen.queryByTestId('step-calling')).toBeNull());
    expect(host.order(orders.draft).form?.when['calling']).toBe('later');
    expect(screen.getByText('Starts by itself when you confirm')).toBeVisible();
  });

  it('sets all services up now with one click', async () => {
    const { user, host } = await openPage(orders.draft, 'subscription');
    await user.click(screen.getByTestId('when-all-later'));
    await user.click(screen.getByTestId('when-all-now'));
    await waitFor(() => {
      const { meetings, calling } = host.order(orders.draft).form?.when ?? {};
      expect([meetings, calling]).toEqual(['now', 'now']);
    });
    expect(screen.getByTestId('when-calling-now')).toBeChecked();
  });

  it('asks a transfer order for its code and a current site', async () => {
    const { user, host } = await openPage('ord_4410227690', 'subscription');
    await user.click(screen.getByTestId('when-meetings-now'));
    await user.type(await screen.findByTestId('field-transfer.code'), 'T-100');
    await user.tab();
    await waitFor(() => expect(host.order('ord_4410227690').form?.transfer.code).toBe('T-100'));
  });
});

describe('a transfer', () => {
  const transfer = 'ord_4410227690';

  async function typed(code: string, online = true) {
    const page = await openPage(transfer, 'subscription', { online });
    await page.user.click(screen.getByTestId('when-meetings-now'));
    await page.user.type(await screen.findByTestId('field-transfer.code'), code);
    await page.user.tab();
    return page;
  }

  it('sets what is found on its sites against the order', async () => {
    const { user, host } = await typed('TR-100');
    const sheet = within(await screen.findByTestId('transfer-sheet'));
    expect(sheet.getByRole('row', { name: /Webinars/ })).toHaveTextContent(
      'Not ordered: it ends with the transfer',
    );
    expect(sheet.getByText('20 people more use it than was ordered')).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: 'Take zuriaga.webex.com' }));
    await waitFor(() =>
      expect(host.order(transfer).form?.transfer.current_site).toBe('zuriaga.webex.com'),
    );
  });

  it('says at the field that nothing lies on a code, and that a site is not on it', async () => {
    const { user } = await typed('TR-0');
    expect(await screen.findByText(t('problem-transfer-not-found'))).toBeVisible();
    const code = screen.getByTestId('field-transfer.code');
    await user.clear(code);
    await user.type(code, 'TR-100');
    await user.type(screen.getByTestId('field-transfer.current_site'), 'elsewhere');
    expect(await screen.findByText(t('problem-site-not-on-transfer'))).toBeVisible();
  });

  it('is looked at later when the service is away', async () => {
    await typed('TR-100', false);
    expect(await screen.findByText(/could not be asked about this code/)).toBeVisible();
    expect(screen.queryByTestId('transfer-sheet')).toBeNull();
  });
});

describe('Meetings', () => {
  it('says on leaving the name whether it is free, and offers names that are', async () => {
    const { user, host } = await openPage(orders.draft, 'meetings');
    const name = screen.getByTestId('field-meetings.sites.0.name');
    await user.clear(name);
    await user.type(name, 'Taken');
    await user.tab();
    expect(await screen.findByText('taken.webex.com is taken')).toBeVisible();
    expect(name).toBeInvalid();
    await user.click(screen.getByRole('button', { name: 'Use taken-es.webex.com' }));
    expect(name).toHaveValue('taken-es');
    expect(screen.getByText('taken-es.webex.com is free')).toBeVisible();
    await waitFor(() =>
      expect(host.order(orders.draft).form?.meetings.sites[0]?.name).toBe('taken-es'),
    );
  });

  it('says offline that the name is asked before it is sent', async () => {
    const { user } = await openPage(orders.draft, 'meetings', { online: false });
    const name = screen.getByTestId('field-meetings.sites.0.name');
    await user.type(name, 'x');
    await user.tab();
    expect(await screen.findByText(/Offline: whether zuritax.webex.com is free/)).toBeVisible();
  });

  it('shows what is left of each line while licences are given out', async () => {
    const { user } = await openPage(orders.draft, 'meetings');
    await user.click(screen.getByTestId('add-site'));
    expect(screen.getByTestId('field-meetings.sites.1.name')).toHaveFocus();
    expect(screen.getByTestId('left-1')).toHaveTextContent('250 left');
    const first = screen.getByTestId('field-meetings.sites.0.licenses.1');
    await user.clear(first);
    await user.type(first, '300');
    expect(screen.getByTestId('left-1')).toHaveTextContent('50 too many');
    await user.click(screen.getByTestId('licenses-split'));
    expect(screen.getByTestId('left-1')).toHaveTextContent('all given out');
    expect(screen.getByText('Every license has its site')).toBeVisible();
    await user.click(screen.getByTestId('licenses-all-1'));
    expect(screen.getByTestId('field-meetings.sites.1.licenses.1')).toHaveValue('250');
    await user.click(screen.getByTestId('licenses-clear'));
    expect(screen.getByTestId('left-1')).toHaveTextContent('250 left');
    await expectNoViolations();
  });

  it('brings a removed site back', async () => {
    const { user, app, host } = await openPage(orders.draft, 'meetings');
    await user.click(screen.getByTestId('add-site'));
    await user.type(screen.getByTestId('field-meetings.sites.1.name'), 'second');
    await user.click(screen.getByTestId('remove-site-1'));
    expect(screen.queryByTestId('field-meetings.sites.1.name')).toBeNull();
    app.told.at(-1)?.actions?.[0]?.run();
    expect(await screen.findByTestId('field-meetings.sites.1.name')).toHaveValue('second');
    await waitFor(() => expect(host.order(orders.draft).form?.meetings.sites).toHaveLength(2));
  });

  it('marks what cannot be changed later', async () => {
    await openPage(orders.draft, 'meetings');
    expect(screen.getByText('Cannot be changed later')).toBeVisible();
    expect(screen.getByText('Costly to change later')).toBeVisible();
  });
});

describe('Calling', () => {
  it('asks for the address as the country writes it', async () => {
    const { user, host } = await openPage(orders.draft, 'calling');
    const country = screen.getByTestId('field-calling.country');
    await user.clear(country);
    await user.type(country, 'United States');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(host.order(orders.draft).form?.calling.country).toBe('US'));
    expect(screen.getByLabelText('ZIP code')).toBeVisible();
    expect(screen.getByLabelText('State')).toBeVisible();
  });

  it('says that more locations can be added later', async () => {
    await openPage(orders.draft, 'calling');
    expect(screen.getByText(/More locations can be added later in Control Hub/)).toBeVisible();
  });
});

describe('a warning of the confirmation', () => {
  const pointer = '/calling/address/postal_code';
  const unusual = {
    pointer,
    code: 'postal_code_unusual',
    params: { example: '28001' },
    step: 'calling',
  };
  const words = /This postal code looks unusual/;

  async function ledToTheField() {
    const opened = await openPage(orders.draft, 'calling', {}, (host) => {
      const prepare = host.prepareConfirmation.bind(host);
      host.prepareConfirmation = async (id) => ({ ...(await prepare(id)), warnings: [unusual] });
    });
    await opened.user.click(screen.getByTestId('step-confirm'));
    await opened.user.click(await screen.findByTestId('problem-calling.address.postal_code'));
    await waitFor(() => expect(shownPage()).toBe('calling'));
    return { ...opened, field: screen.getByTestId('field-calling.address.postal_code') };
  }

  it('stands at its field, which is not wrong', async () => {
    const { field } = await ledToTheField();
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(words);
    expect(field).toBeValid();
    await expectNoViolations();
  });

  it('goes when its field is edited', async () => {
    const { user, field } = await ledToTheField();
    await user.type(field, '28001');
    expect(screen.queryByText(words)).toBeNull();
  });

  it('goes when the country that it judged by changes', async () => {
    const { user } = await ledToTheField();
    const country = screen.getByTestId('field-calling.country');
    await user.clear(country);
    await user.type(country, 'United States{Enter}');
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  });
});

describe('the review', () => {
  it('leads from a problem to its field', async () => {
    const { user } = await openPage(orders.draft, 'review');
    await user.click(screen.getByTestId('problem-calling.address.street1'));
    await waitFor(() => expect(shownPage()).toBe('calling'));
    expect(screen.getByTestId('field-calling.address.street1')).toHaveFocus();
  });

  it('shows every answer and what becomes final', async () => {
    await openPage(orders.draft, 'review');
    const customer = screen.getByRole('region', { name: 'Customer organization' });
    expect(within(customer).getByText('Zurita y Compañía')).toBeVisible();
    expect(within(customer).getByText('Cannot be changed later')).toBeVisible();
  });
});

describe('hostile text', () => {
  it('does not turn the number or the country beside it around', async () => {
    forTests({ isolating: true });
    try {
      await openPage(orders.draft, 'meetings', {}, (host) => {
        const order = host.order(orders.draft);
        for (const line of order.lines) line.name = '\u202Elive';
        if (order.form) order.form.calling.address.city = '\u202Elive';
      });
      const isolated = '\u2068\u202Elive\u2069';
      expect(screen.getByText(/All licenses go to this site/)).toHaveTextContent(`${isolated} 250`);
      expect(screen.getByTestId('step-calling')).toHaveTextContent(`${isolated}, `);
    } finally {
      forTests({ isolating: false });
    }
  });

  it('stays text, however it is written', async () => {
    const host = await openPage(orders.draft, 'details');
    const order = host.host.order(orders.draft);
    order.company = `<img src=x onerror=alert(1)> \u202Eevil ${'x'.repeat(300)}`;
    host.host.emit('orders_changed', { ids: [orders.draft], all: false });
    expect(await screen.findAllByText(/<img src=x onerror=alert\(1\)>/)).not.toHaveLength(0);
    expect(document.querySelector('img')).toBeNull();
  });
});
