// Where one is. In memory only: a window has no address bar, and nothing outside may lead to a
// screen.

import type { Go, ListView, Route } from '../shared/app';

export class Router implements Go {
  route = $state<Route>({ page: 'list', view: 'inbox', order: null });
  readonly #past: Route[] = [];

  /** The view that the side bar marks. */
  readonly view: ListView = $derived.by(() => {
    const route = this.route;
    if (route.page === 'list') return route.view;
    return route.page === 'order' ? route.from : 'inbox';
  });

  list(view: ListView = this.view, order: string | null = null): void {
    this.#go({ page: 'list', view, order });
  }

  order(id: string, step: string | null = null): void {
    const here = this.route;
    const next: Route = { page: 'order', id, step, from: this.view };
    // Steps of one order are not places to go back to.
    if (here.page === 'order' && here.id === id) this.route = next;
    else this.#go(next);
  }

  settings(section: 'about' | null = null): void {
    const next: Route = { page: 'settings', section };
    if (this.route.page === 'settings') this.route = next;
    else this.#go(next);
  }

  back(): void {
    const left = this.route;
    const before = this.#past.pop();
    if (before === undefined) this.route = { page: 'list', view: this.view, order: null };
    else if (before.page === 'list' && left.page === 'order') {
      this.route = { ...before, order: before.order ?? null };
    } else this.route = before;
  }

  #go(next: Route): void {
    this.#past.push(this.route);
    if (this.#past.length > 50) this.#past.shift();
    this.route = next;
  }
}
