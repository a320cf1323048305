// Where one is. In memory only: a window has no address bar, and nothing outside may lead to a
// screen.

import type { ProblemView } from '../host/types';
import type { Go, ListView, OrderName, Route, SettingsSection, SideView } from '../shared/app';

export class Router implements Go {
  route = $state<Route>({ page: 'list', view: 'inbox', order: null });
  readonly #past: Route[] = [];
  /** The list that was shown last: where a search leads. */
  #list: ListView = 'inbox';
  /** Of which order the activity was shown last. */
  #activity: OrderName | null = null;

  /** What the side bar marks. */
  readonly view: SideView = $derived.by(() => {
    const route = this.route;
    if (route.page === 'list') return route.view;
    if (route.page === 'order') return route.from;
    return route.page === 'settings' ? 'inbox' : route.page;
  });

  list(view: ListView = this.#list, order: string | null = null): void {
    this.#list = view;
    this.#go({ page: 'list', view, order });
  }

  queue(order: string | null = null): void {
    this.#go({ page: 'queue', order });
  }

  activity(order: OrderName | null = null): void {
    this.#activity = order;
    this.#go({ page: 'activity', order });
  }

  order(id: string, step: string | null = null, told: ProblemView[] = []): void {
    const here = this.route;
    const next: Route = { page: 'order', id, step, from: this.view, told };
    // Steps of one order are not places to go back to.
    if (here.page === 'order' && here.id === id) this.route = next;
    else this.#go(next);
  }

  /** From an order to where it was opened. */
  leave(from: SideView, order: string): void {
    if (from === 'queue') this.queue(order);
    else if (from === 'activity') this.activity(this.#activity);
    else this.list(from, order);
  }

  settings(section: SettingsSection | null = null): void {
    const next: Route = { page: 'settings', section };
    if (this.route.page === 'settings') this.route = next;
    else this.#go(next);
  }

  back(): void {
    this.route = this.#past.pop() ?? { page: 'list', view: this.#list, order: null };
  }

  #go(next: Route): void {
    this.#past.push(this.route);
    if (this.#past.length > 50) this.#past.shift();
    this.route = next;
  }
}
