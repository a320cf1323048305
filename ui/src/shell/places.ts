// Places of the main window as the window of one order leads to them.

import type { Place } from '../host/types';
import { listViews, type App, type Route, type SettingsSection } from '../shared/app';

const sections: readonly SettingsSection[] = ['network', 'about'];

/** A place as it is told to the main window. */
export function placeOf(route: Route): Place {
  switch (route.page) {
    case 'list':
      return { page: 'list', view: route.view, order: route.order, search: null };
    case 'customer':
      return { page: 'customer', ...route.name };
    case 'activity':
      return { page: 'activity', id: route.order?.id ?? null, number: route.order?.number ?? null };
    case 'order':
      return { page: 'order', id: route.id };
    default:
      return route;
  }
}

/** Goes where another window leads to. It only goes there: nothing is done. */
export function lead(app: Pick<App, 'go' | 'search' | 'signIn'>, place: Place): void {
  const { go } = app;
  switch (place.page) {
    case 'list': {
      if (place.search !== null) app.search = place.search;
      const view = listViews.find((known) => known === place.view);
      if (view !== undefined) go.list(view, place.order);
      return;
    }
    case 'overview':
      go.overview();
      return;
    case 'customers':
      go.customers();
      return;
    case 'customer':
      go.customer(place);
      return;
    case 'queue':
      go.queue(place.order);
      return;
    case 'activity': {
      const { id, number } = place;
      go.activity(id === null || number === null ? null : { id, number });
      return;
    }
    case 'order':
      go.order(place.id);
      return;
    case 'settings':
      go.settings(sections.find((known) => known === place.section) ?? null);
      return;
    case 'sign_in':
      app.signIn();
  }
}
