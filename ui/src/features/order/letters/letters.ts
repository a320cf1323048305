// Ready letters about an order: to whom, about what, and what is asked. Names come from other
// people: each stands on one line, so that none can pose as a line of the letter.

import type { Letter, OrderView, PersonView } from '../../../host/types';
import { tIn, type Args, type Language } from '../../../shared/i18n.svelte';
import { cut } from '../words';

export type LetterKind = 'resend' | 'change-contact' | 'full-rights';

export interface Writing {
  kind: LetterKind;
  order: OrderView;
  /** Who writes. */
  operator: PersonView;
  language: Language;
  /** Who shall become the contact, where that is asked. */
  newContact?: string;
}

/** No name is as long as this; what is longer is cut. */
const LONGEST_NAME = 200;

/** Something typed by somebody as one line, in the direction of the lines around it. */
export function oneLine(typed: string): string {
  const plain = typed.replace(/\p{Bidi_Control}/gu, '').replace(/[\p{Cc}\s]+/gu, ' ');
  return cut(plain.trim(), LONGEST_NAME);
}

/** Whom a letter is for; without an address where the order names none. */
export function recipient(kind: LetterKind, order: OrderView): PersonView {
  if (kind === 'full-rights') return { name: '', email: order.end_customer.email ?? '' };
  return order.seller ?? { name: '', email: '' };
}

/** The day on which the order closes for its contact, where it still does. */
export function closingDay({ deadline, contact, mapping }: OrderView, language: Language): string {
  if (deadline.closes_at === null || mapping !== null) return '';
  const date = new Date(deadline.closes_at);
  if (Number.isNaN(date.getTime())) return '';
  const format = (timeZone?: string) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      dateStyle: 'long',
      timeZone,
    }).format(date);
  try {
    return format(contact.time_zone ?? undefined);
  } catch {
    return format();
  }
}

/** Subject and text of a letter. */
export function write(writing: Writing): Omit<Letter, 'to'> {
  const { kind, order, operator, language, newContact = '' } = writing;
  const typed: Record<string, string> = {
    number: order.number,
    subscription: order.subscription,
    company: order.end_customer.company,
    contact: order.contact.email,
    newcontact: newContact,
    name: recipient(kind, order).name,
    organization: order.mapping?.customer ?? '',
    partner: order.mapping?.partner ?? '',
    closes: closingDay(order, language),
  };
  const args: Args = {};
  for (const [name, value] of Object.entries(typed)) args[name] = oneLine(value) || '…';
  const say = (id: string) => tIn(language, `letter-${id}`, args);

  const lines = [
    say(typed['name'] === '' ? 'hello' : 'hello-name'),
    '',
    say(`ask-${kind}`),
    '',
    say('fact-number'),
    say('fact-subscription'),
    say('fact-company'),
    ...(typed['closes'] === '' ? [] : [say('fact-closes')]),
    '',
    say('thanks'),
    oneLine(operator.name === '' ? operator.email : operator.name),
  ];
  return { subject: say(`subject-${kind}`), body: lines.join('\n') };
}
