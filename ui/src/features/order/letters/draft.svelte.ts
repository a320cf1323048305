// A letter while it is looked at: as it was made ready, until somebody writes into it. Each
// language keeps what was written in it.

import type { Letter, OrderView, PersonView } from '../../../host/types';
import { language, type Language } from '../../../shared/i18n.svelte';
import { recipient, write, type LetterKind } from './letters';

type Written = Partial<Omit<Letter, 'to'>>;

export class LetterDraft implements Letter {
  readonly kind: LetterKind;
  readonly #order: OrderView;
  readonly #operator: PersonView;
  to = $state('');
  newContact = $state('');
  language = $state<Language>(language());
  readonly #written = $state<Record<Language, Written>>({ en: {}, fr: {} });
  readonly #ready = $derived.by(() =>
    write({
      kind: this.kind,
      order: this.#order,
      operator: this.#operator,
      language: this.language,
      newContact: this.newContact,
    }),
  );

  constructor(kind: LetterKind, order: OrderView, operator: PersonView) {
    this.kind = kind;
    this.#order = order;
    this.#operator = operator;
    this.to = recipient(kind, order).email;
    if (operator.email !== order.contact.email) this.newContact = operator.email;
  }

  get subject(): string {
    return this.#written[this.language].subject ?? this.#ready.subject;
  }

  set subject(typed: string) {
    this.#written[this.language].subject = typed;
  }

  get body(): string {
    return this.#written[this.language].body ?? this.#ready.body;
  }

  set body(typed: string) {
    this.#written[this.language].body = typed;
  }

  /** Whether somebody wrote into it. */
  get changed(): boolean {
    return this.subject !== this.#ready.subject || this.body !== this.#ready.body;
  }

  /** Whether it still lacks who shall become the contact. */
  get lacksContact(): boolean {
    return this.kind === 'change-contact' && !this.changed && this.newContact.trim() === '';
  }

  /** As it was made ready. */
  restore(): void {
    this.#written[this.language] = {};
  }
}
