// How the service is reached: what is kept, what is typed over it, what is wrong with that. The
// password goes one way only.

import { asFailure, type Failure, type NetworkForm, type NetworkView } from '../host/types';
import type { App } from './app';
import { failureWords } from './failures';
import { kebab, t, tMaybe } from './i18n.svelte';

export const proxyChoices = ['system', 'none', 'address'] as const;
export type ProxyChoice = (typeof proxyChoices)[number];

/** Where a failure is said. */
const fields: Record<string, 'address' | 'user'> = {
  proxy_invalid: 'address',
  proxy_unreachable: 'address',
  proxy_sign_in: 'user',
};

export class NetworkState {
  view = $state.raw<NetworkView | null>(null);
  /** Why it could not be read. */
  failure = $state.raw<Failure | null>(null);
  proxy = $state<string>('system');
  address = $state('');
  user = $state('');
  password = $state('');
  /** What becomes of the password that is kept. */
  fate = $state<'stays' | 'replaced' | 'removed'>('stays');
  problem = $state.raw<{ field: 'address' | 'user'; words: string } | null>(null);
  busy = $state(false);

  constructor(readonly app: App) {}

  async load(): Promise<void> {
    this.failure = null;
    try {
      this.#take(await this.app.host.network());
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  /** Goes on with the system's proxy as one of one's own, to which a name can be given. */
  adopt(): void {
    this.proxy = 'address';
    this.address = this.view?.system ?? '';
  }

  problemOf(field: 'address' | 'user'): string | null {
    return this.problem?.field === field ? this.problem.words : null;
  }

  /** Whether it is kept now. */
  async save(): Promise<boolean> {
    if (this.busy) return false;
    this.problem = null;
    const form = this.#form();
    if (form.proxy === 'address' && form.address === '') {
      this.problem = { field: 'address', words: t('network-address-needed') };
      return false;
    }
    this.busy = true;
    try {
      this.#take(await this.app.host.saveNetwork(form));
      return true;
    } catch (thrown) {
      this.#refused(asFailure(thrown));
      return false;
    } finally {
      this.busy = false;
    }
  }

  #form(): NetworkForm {
    const { proxy, fate } = this;
    const typed = this.password === '' ? null : this.password;
    const password = fate === 'removed' ? '' : fate === 'replaced' ? typed : null;
    return { proxy, address: this.address.trim(), user: this.user.trim(), password };
  }

  #refused(failure: Failure): void {
    const field = this.proxy === 'address' ? fields[failure.code] : undefined;
    if (field === undefined) {
      this.app.report(failure);
      return;
    }
    const { title, detail } = failureWords(failure);
    const words = tMaybe(`network-problem-${kebab(failure.code)}`) ?? `${title}. ${detail}`;
    this.problem = { field, words };
  }

  #take(view: NetworkView): void {
    this.view = view;
    this.proxy = view.proxy;
    this.address = view.address;
    this.user = view.user;
    this.password = '';
    // Without one, the field for it stands open.
    this.fate = view.has_password ? 'stays' : 'replaced';
  }
}
