// What is told of an act for many orders when nothing of it is left to read, and its undoing.

import type { ManyDone } from '../../../host/types';
import type { App } from '../../../shared/app';
import { t } from '../../../shared/i18n.svelte';

/** Tells at the edge of the window where all of it was done; whether it was. */
export function tellWhole(app: App, done: ManyDone): boolean {
  const changed = done.orders.filter(({ outcome }) => outcome === 'done').length;
  const whole = done.orders.every(({ outcome }) => outcome === 'done' || outcome === 'unchanged');
  if (!whole || done.cancelled || done.left > 0) return false;
  const { undo } = done;
  app.tell({
    severity: 'success',
    title: t('many-done', { count: changed }),
    actions: undo === null ? [] : [{ label: t('order-undo'), run: () => void undoMany(app, undo) }],
  });
  return true;
}

export async function undoMany(app: App, key: number): Promise<void> {
  try {
    const undone = await app.host.undoMany(key);
    const kept = undone.orders.filter(({ outcome }) => outcome !== 'done').length;
    app.tell({
      severity: kept > 0 ? 'warning' : 'success',
      title: t('many-undone', { count: undone.orders.length - kept }),
      detail: kept > 0 ? t('many-undone-kept', { count: kept }) : undefined,
    });
  } catch (thrown) {
    app.report(thrown);
  }
}
