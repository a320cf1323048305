// Looking for one organization of an order: what was found by e-mail, what a search by domain
// found, and which of the two is shown.

import { asFailure, type CandidateView, type Failure, type FinderView } from '../../../host/types';
import type { OrderSession } from '../order.svelte';

export type FinderMode = 'found' | 'search' | 'create';

export class Finder {
  readonly role: string;
  readonly #session: OrderSession;

  mode = $state<FinderMode>('found');
  domain = $state('');
  /** The domain that `result` answers. */
  searched = $state('');
  result = $state.raw<FinderView | null>(null);
  looking = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** The candidate clicked last, until the program kept it. */
  #clicked = $state<string | null>(null);
  #asked = 0;

  constructor(session: OrderSession, role: string) {
    this.#session = session;
    this.role = role;
    if (session.newOrganization(role) !== null) this.mode = 'create';
  }

  get found(): FinderView | undefined {
    return this.#session.found[this.role];
  }

  /** The candidates of what is shown; one chosen elsewhere stands in front. */
  get candidates(): CandidateView[] {
    const shown = (this.mode === 'search' ? this.result : this.found)?.candidates ?? [];
    const choice = this.#session.choiceOf(this.role);
    if (choice.choice !== 'existing') return shown;
    const known = shown.some(
      (candidate) => candidate.organization_id === choice.candidate.organization_id,
    );
    return known ? shown : [choice.candidate, ...shown];
  }

  get chosen(): CandidateView | null {
    const id = this.chosenId;
    return this.candidates.find((candidate) => candidate.organization_id === id) ?? null;
  }

  get chosenId(): string | null {
    if (this.#clicked !== null) return this.#clicked;
    const choice = this.#session.choiceOf(this.role);
    return choice.choice === 'existing' ? choice.candidate.organization_id : null;
  }

  /** The address belongs to exactly this one. */
  get matched(): CandidateView | null {
    if (this.mode === 'search' || this.found?.outcome !== 'matched') return null;
    return this.candidates.length === 1 ? (this.candidates[0] ?? null) : null;
  }

  /** Asks who it could be. What was found before stays until the answer is there. */
  async look(): Promise<void> {
    await this.#ask(async () => {
      const found = await this.#session.host.findOrganizations(this.#session.id, this.role);
      this.#session.found = { ...this.#session.found, [this.role]: found };
    });
  }

  async search(domain: string): Promise<void> {
    await this.#ask(async () => {
      const { host, id } = this.#session;
      this.result = await host.searchOrganizations(id, this.role, domain, null);
      this.searched = domain;
    });
  }

  async more(): Promise<void> {
    const before = this.result;
    const cursor = before?.next_cursor ?? null;
    if (before === null || cursor === null) return;
    await this.#ask(async () => {
      const { host, id } = this.#session;
      const next = await host.searchOrganizations(id, this.role, this.searched, cursor);
      const known = before.candidates.map((candidate) => candidate.organization_id);
      const further = next.candidates.filter(
        (candidate) => !known.includes(candidate.organization_id),
      );
      this.result = { ...next, candidates: [...before.candidates, ...further] };
    });
  }

  async #ask(run: () => Promise<void>): Promise<void> {
    const asked = ++this.#asked;
    this.looking = true;
    try {
      await run();
      this.failure = null;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = asFailure(thrown);
    } finally {
      if (asked === this.#asked) this.looking = false;
    }
  }

  async choose(candidate: CandidateView): Promise<Failure | null> {
    const id = candidate.organization_id;
    this.#clicked = id;
    const failure = await this.#session.choose(this.role, {
      choice: 'existing',
      organization_id: id,
    });
    if (this.#clicked === id) this.#clicked = null;
    return failure;
  }
}
