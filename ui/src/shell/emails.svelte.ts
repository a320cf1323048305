// What e-mails led to: one order comes up at once, several are listed.

import type { EmailsOpened, LinkView } from '../host/types';
import type { App, Toast } from '../shared/app';
import { formatList } from '../shared/formats';
import { isolate, t } from '../shared/i18n.svelte';

/** Where the links of e-mails lead; nothing when there are none. */
export function linkWords(links: LinkView[]): string {
  const lie = links.find((link) => link.shown !== null);
  if (lie) return t('email-link-lies', { host: lie.host, shown: lie.shown ?? '' });
  if (links.length === 0) return '';
  return t('email-links', {
    hosts: formatList(links.map((link) => isolate(link.host))),
    count: links.length,
  });
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
    const told = linkWords(links);
    const lies = links.some((link) => link.shown !== null);
    const detail = [here ? '' : t('email-remembered-detail'), told].filter((part) => part !== '');
    return {
      severity: lies ? 'warning' : here ? 'success' : 'info',
      title: t(here ? 'email-opened' : 'email-remembered', { number }),
      detail: detail.length > 0 ? detail.join(' ') : undefined,
    };
  }
}
