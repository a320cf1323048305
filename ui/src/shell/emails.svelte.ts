// What e-mails led to: one order comes up at once, several are listed.

import type { EmailsOpened, LinkView } from '../host/types';
import type { App, Toast } from '../shared/app';
import { formatList } from '../shared/formats';
import { isolate, t } from '../shared/i18n.svelte';

/** Where the links of e-mails lead, and whether one shows another place; null without links. */
export function linksTold(links: LinkView[]): { words: string; lies: boolean } | null {
  const lie = links.find((link) => link.shown !== null);
  if (lie) {
    const words = t('email-link-lies', { host: lie.host, shown: lie.shown ?? '' });
    return { words, lies: true };
  }
  if (links.length === 0) return null;
  const hosts = formatList(links.map((link) => isolate(link.host)));
  return { words: t('email-links', { hosts, count: links.length }), lies: false };
}

export class Emails {
  /** Several orders, or some that could not be opened: shown until it is put away. */
  list = $state.raw<EmailsOpened | null>(null);

  constructor(private readonly app: Pick<App, 'go' | 'tell'>) {}

  show(opened: EmailsOpened): void {
    const [one] = opened.orders;
    if (one === undefined || opened.orders.length > 1 || opened.failures.length > 0) {
      this.list = opened;
      return;
    }
    if (one.order_id !== null) this.app.go.order(one.order_id);
    this.app.tell(this.#toast(one.order_id !== null, one.number, opened.links));
  }

  #toast(here: boolean, number: string, links: LinkView[]): Toast {
    const told = linksTold(links);
    const detail = [here ? '' : t('email-remembered-detail'), told?.words ?? ''].filter(
      (part) => part !== '',
    );
    return {
      severity: told?.lies ? 'warning' : here ? 'success' : 'info',
      title: t(here ? 'email-opened' : 'email-remembered', { number }),
      detail: detail.length > 0 ? detail.join(' ') : undefined,
    };
  }
}
