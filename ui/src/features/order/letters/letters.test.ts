import { screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import type { MemoryHost } from '../../../host/memory';
import { createMemoryHost } from '../../../host/memory';
import { setLanguage } from '../../../shared/i18n.svelte';
import { expectNoViolations } from '../../../testing/axe';
import { calls, openPage, orders } from '../testing';
import { oneLine, write, type LetterKind } from './letters';

const operator = { name: 'Ana Ruiz', email: 'ana@partner.example' };

/** An order whose seller has to be asked for the e-mail. */
function sellerSendsIt(host: MemoryHost) {
  host.order(orders.fresh).canResend = false;
}

async function opened(kind: LetterKind, id: string = orders.fresh) {
  const page = await openPage(id, 'details', {}, sellerSendsIt);
  const button = screen.getByTestId(`letter-${kind}`);
  await page.user.click(button);
  return { ...page, button, dialog: screen.getByRole('dialog') };
}

function valueOf(testid: string): string {
  return screen.getByTestId<HTMLInputElement>(testid).value;
}

describe('a ready letter', () => {
  it.each([
    ['en', 'Order number', 'Subscription', 'Company', 'Hello Luis Ortega,'],
    ['fr', 'Numéro de commande', 'Abonnement', 'Entreprise', 'Bonjour Luis Ortega,'],
  ] as const)(
    'names the order, who asks and what is asked: %s',
    async (language, number, subscription, company, hello) => {
      const order = await createMemoryHost().openOrder(orders.fresh);
      const { subject, body } = write({ kind: 'resend', order, operator, language });
      expect(subject).toContain(order.number);
      const lines = body.split('\n').map((line) => line.replaceAll('\u00a0', ' '));
      const colon = language === 'fr' ? ' :' : ':';
      expect(lines[0]).toBe(hello);
      expect(lines).toContain(`${number}${colon} ${order.number}`);
      expect(lines).toContain(`${subscription}${colon} ${order.subscription}`);
      expect(lines).toContain(`${company}${colon} ${order.end_customer.company}`);
      expect(lines.at(-1)).toBe('Ana Ruiz');
      expect(body).toContain(order.contact.email);
      expect(body).not.toMatch(/[\u2066-\u2069]/);
    },
  );

  it('keeps a hostile name on one line and in its direction', async () => {
    const order = await createMemoryHost().openOrder(orders.fresh);
    order.end_customer.company =
      '<b>Zurita</b>\r\n\r\nOrder number: 1\u2028{ $number }\u202e\u0000 -term()';
    order.number = '44\n10';
    const { subject, body } = write({ kind: 'resend', order, operator, language: 'en' });
    expect(subject).toBe('Order 44 10: please send the provisioning e-mail again');
    expect(body).toContain('Company: <b>Zurita</b> Order number: 1 { $number } -term()\n');
    expect(body.split('\n').filter((line) => line.startsWith('Order number:'))).toHaveLength(1);
  });

  it('cuts a name of a million letters', () => {
    expect(Array.from(oneLine('東'.repeat(1_000_000)))).toHaveLength(200);
  });

  it('signs with the address where the operator has no name', async () => {
    const order = await createMemoryHost().openOrder(orders.fresh);
    const nameless = { ...operator, name: '' };
    const { body } = write({ kind: 'resend', order, operator: nameless, language: 'en' });
    expect(body.endsWith('\nana@partner.example')).toBe(true);
  });

  it('says until when it matters, in the reader’s language', async () => {
    const order = await createMemoryHost().openOrder(orders.fresh);
    order.deadline.closes_at = '2026-11-25T22:59:59Z';
    const say = (language: 'en' | 'fr') =>
      write({ kind: 'resend', order, operator, language }).body;
    expect(say('en')).toContain('Closes on: 25 November 2026');
    expect(say('fr')).toContain('25 novembre 2026');
    order.contact.time_zone = 'Nowhere/At_All';
    expect(say('en')).toContain('November 2026');
    order.deadline.closes_at = null;
    expect(say('en')).not.toContain('Closes on');
  });
});

describe('the letter to the seller', () => {
  it('opens with the focus inside, closes by Escape and gives the focus back', async () => {
    const { user, button, dialog } = await opened('resend');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await user.tab();
    await user.tab();
    expect(screen.getByTestId('letter-to')).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('letter-to')).toBeNull();
    expect(button).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByTestId('letter-to')).toBeVisible();
  });

  it.each(['en', 'fr'] as const)('has no accessibility violation: %s', async (language) => {
    setLanguage(language);
    await opened('change-contact');
    await expectNoViolations();
  });

  it('is written to the seller and opened in the mail program as it stands', async () => {
    const { user, host, app } = await opened('resend');
    expect(valueOf('letter-to')).toBe('luis@seller.example');
    await user.type(screen.getByTestId('letter-body'), '!');
    const [subject, body] = [valueOf('letter-subject'), valueOf('letter-body')];
    expect(body.endsWith('!')).toBe(true);
    await user.click(screen.getByTestId('letter-compose'));
    await waitFor(() =>
      expect(calls(host, 'composeEmail')).toEqual([[{ to: 'luis@seller.example', subject, body }]]),
    );
    await waitFor(() => expect(screen.queryByTestId('letter-to')).toBeNull());
    expect(app.told[0]?.title).toBe('The letter is open in your mail program');
  });

  it('is not offered where the operator can have the e-mail sent', async () => {
    await openPage(orders.fresh, 'details', {}, (host) => {
      host.order(orders.fresh).canResend = true;
    });
    expect(screen.queryByTestId('letter-resend')).toBeNull();
    expect(screen.getByTestId('letter-change-contact')).toBeVisible();
  });

  it('is not offered once the organizations are final', async () => {
    await openPage(orders.mapped, 'details', {}, (host) => {
      host.order(orders.mapped).canResend = false;
    });
    expect(screen.queryByTestId('letter-resend')).toBeNull();
    expect(screen.queryByTestId('letter-change-contact')).toBeNull();
  });

  it('can be in another language than the window, and keeps what was written in each', async () => {
    const { user } = await opened('resend');
    await user.type(screen.getByTestId('letter-subject'), ' now');
    await user.selectOptions(screen.getByTestId('letter-language'), 'fr');
    expect(valueOf('letter-subject')).toContain('merci de renvoyer l’e-mail');
    expect(valueOf('letter-body')).toContain('Bonjour Luis Ortega,');
    expect(screen.getByTestId('letter-body')).toHaveAttribute('lang', 'fr');
    expect(screen.getByTestId('letter-compose')).toHaveTextContent('Open in mail program');
    await user.selectOptions(screen.getByTestId('letter-language'), 'en');
    expect(valueOf('letter-subject')).toMatch(/ now$/);
    await user.click(screen.getByTestId('letter-restore'));
    expect(valueOf('letter-subject')).not.toMatch(/ now$/);
    expect(screen.queryByTestId('letter-restore')).toBeNull();
  });

  it('begins in the language of the window', async () => {
    setLanguage('fr');
    await opened('resend');
    expect(valueOf('letter-body')).toContain('Bonjour Luis Ortega,');
  });

  it('is copied piece by piece', async () => {
    const { user } = await opened('resend');
    const copied = vi.spyOn(navigator.clipboard, 'writeText');
    await user.click(screen.getByTestId('letter-copy-to'));
    await user.click(screen.getByTestId('letter-copy-body'));
    expect(copied.mock.calls).toEqual([['luis@seller.example'], [valueOf('letter-body')]]);
  });

  it('says at the address what is wrong with it, and there goes the focus', async () => {
    const { user } = await opened('resend');
    const to = screen.getByTestId('letter-to');
    await user.clear(to);
    await user.type(to, 'luis@seller.example,all@seller.example');
    await user.click(screen.getByTestId('letter-compose'));
    await waitFor(() => expect(to).toHaveAccessibleDescription(/not one e-mail address/));
    await waitFor(() => expect(to).toHaveFocus());
    await user.type(to, 'x');
    expect(to).not.toHaveAccessibleDescription(/not one e-mail address/);
  });

  it('stays open and says how else to send it when no mail program opens', async () => {
    const { user, host } = await opened('resend');
    host.fail('composeEmail', 'no_mail_program');
    await user.click(screen.getByTestId('letter-compose'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /No mail program opened\. Copy the text/,
    );
    expect(screen.getByTestId('letter-body')).toBeVisible();
  });

  it('is not touched by what changes at the order while it is written', async () => {
    const { user, host } = await opened('resend');
    await user.type(screen.getByTestId('letter-body'), ' Ana');
    host.order(orders.fresh).company = 'Another name';
    host.emit('orders_changed', { ids: [orders.fresh], all: false });
    await screen.findByRole('heading', { level: 1, name: 'Another name' });
    expect(valueOf('letter-body')).toMatch(/ Ana$/);
    expect(valueOf('letter-body')).not.toContain('Another name');
  });
});

describe('the letter about another contact', () => {
  it('asks for whom before it is opened', async () => {
    const { user, host } = await opened('change-contact');
    await user.click(screen.getByTestId('letter-compose'));
    const contact = screen.getByTestId('letter-new-contact');
    expect(contact).toHaveFocus();
    expect(contact).toHaveAccessibleDescription(/Say who shall become the contact/);
    expect(calls(host, 'composeEmail')).toEqual([]);
    await user.type(contact, 'eva@partner.example');
    expect(contact).not.toHaveAccessibleDescription(/Say who/);
    expect(valueOf('letter-body')).toContain('to eva@partner.example, and have');
    await user.click(screen.getByTestId('letter-compose'));
    await waitFor(() => expect(calls(host, 'composeEmail')).toHaveLength(1));
  });

  it('proposes the operator where somebody else is the contact', async () => {
    await openPage(orders.fresh, 'details', {}, (host) => {
      host.order(orders.fresh).contact = 'gone@partner.example';
    });
    await userEvent.click(screen.getByTestId('letter-change-contact'));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByTestId('letter-new-contact')).not.toHaveValue('');
    expect(valueOf('letter-body')).toContain('from gone@partner.example to ');
  });
});

describe('the letter to the customer’s administrator', () => {
  function existing(host: MemoryHost, email: string | null = 'maria@hikari.example') {
    const order = host.order(orders.mapped);
    order.email = email;
    Object.assign(order.mapping ?? {}, { customer: '株式会社ひかり', customer_created: false });
  }

  it('asks for full rights once the order is mapped to an existing customer', async () => {
    const { user } = await openPage(orders.mapped, 'details', {}, existing);
    expect(screen.getByText(/You are Provisioning Admin of this organization/)).toBeVisible();
    await user.click(screen.getByTestId('letter-full-rights'));
    expect(valueOf('letter-to')).toBe('maria@hikari.example');
    expect(valueOf('letter-body')).toContain('in your organization 株式会社ひかり.');
    expect(valueOf('letter-body')).toContain('full administrator rights');
    await expectNoViolations();
  });

  it('is offered as well once the customer approved: approval and rights are two things', async () => {
    await openPage(orders.mapped, 'details', {}, (host) => {
      existing(host);
      Object.assign(host.order(orders.mapped).mapping ?? {}, { approval: 'granted' });
    });
    expect(screen.getByTestId('letter-full-rights')).toBeVisible();
  });

  it('says that the order names no address', async () => {
    const { user } = await openPage(orders.mapped, 'details', {}, (host) => existing(host, null));
    await user.click(screen.getByTestId('letter-full-rights'));
    expect(screen.getByTestId('letter-to')).toHaveValue('');
    expect(screen.getByTestId('letter-to')).toHaveAccessibleDescription(/names no address/);
  });

  it.each([
    ['was created with the order', { customer_created: true }],
    ['is the own company', { own_company: true, partner: null }],
    ['is still asked to approve', { approval: 'required' }],
    ['declined', { approval: 'declined' }],
  ])('is not offered when the organization %s', async (_, mapping) => {
    await openPage(orders.mapped, 'details', {}, (host) => {
      existing(host);
      Object.assign(host.order(orders.mapped).mapping ?? {}, mapping);
    });
    expect(screen.getByRole('heading', { name: 'Organizations' })).toBeVisible();
    expect(screen.queryByTestId('letter-full-rights')).toBeNull();
  });

  it('is not offered when the choice gave full rights', async () => {
    const role = (role_after_mapping: string) => async (host: MemoryHost) => {
      existing(host);
      const [candidate] = (await host.findOrganizations(orders.draft, 'customer')).candidates;
      if (candidate === undefined) throw new Error('no candidate');
      host.order(orders.mapped).customer = {
        choice: 'existing',
        candidate: { ...candidate, role_after_mapping },
        outcome: 'candidates',
        as_of: '2026-11-22T10:00:00Z',
        from_cache: false,
        chosen_at: '2026-11-22T10:00:00Z',
      };
      host.emit('orders_changed', { ids: [], all: true });
    };
    const { host } = await openPage(orders.mapped, 'details');
    await role('provisioning_admin')(host);
    expect(await screen.findByTestId('letter-full-rights')).toBeVisible();
    await role('full_admin')(host);
    await waitFor(() => expect(screen.queryByTestId('letter-full-rights')).toBeNull());
  });
});
