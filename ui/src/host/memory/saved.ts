// Saved views in memory.

import type { SavedQuery, SavedView } from '../views';
import { listOf } from './list';
import { fail, type Program } from './program';

export type StoredView = Pick<SavedView, 'id' | 'name' | 'query'>;

export function savedDoors(memory: Program) {
  const { saved } = memory;
  const told = (): SavedView[] =>
    saved.map((view) => ({
      ...view,
      orders: listOf(memory.orders, { ...view.query, offset: 0, limit: 0, details: false }).total,
      at_least: false,
    }));
  const put = (view: StoredView) => {
    const named = saved.findIndex(({ name }) => name === view.name);
    const known = saved.findIndex(({ id }) => id === view.id);
    const at = known === -1 ? named : known;
    if (at === -1) saved.push(view);
    else saved[at] = view;
  };
  return {
    listSavedViews: told,
    saveView: (id: string | null, name: string, query: SavedQuery) => {
      if (name.trim() === '' || name.length > 60) fail('view_name');
      put({ id: id ?? `view-${saved.length}`, name: name.trim(), query });
      return told();
    },
    deleteView: (id: string) => {
      const at = saved.findIndex((view) => view.id === id);
      return at === -1 ? null : JSON.stringify(saved.splice(at, 1)[0]);
    },
    putView: (document: string) => {
      put(JSON.parse(document) as StoredView);
      return null;
    },
    exportViews: () => saved.length,
    importViews: () => null,
  };
}
