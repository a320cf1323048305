// Presets in memory: well enough for the interface. Patterns and layers live in the program.

import type {
  ChangeView,
  DraftForm,
  PresetOffer,
  PresetsView,
  PresetView,
  ScopeView,
} from '../views';
import type { StoredOrder } from './orders';
import { fail, type Program } from './program';
import { formOf } from './view';

export interface StoredPreset extends PresetView {
  answers: Pick<DraftForm, 'completed_by' | 'when' | 'meetings' | 'calling' | 'contact_center'>;
}

function scopesOf(order: StoredOrder): ScopeView[] {
  return [
    { scope: 'everywhere', of: '' },
    { scope: 'country', of: order.country },
    { scope: 'customer', of: order.email?.split('@')[1] ?? '' },
  ];
}

export const covers = (preset: StoredPreset, order: StoredOrder): boolean =>
  scopesOf(order).some(({ scope, of }) => preset.scope.scope === scope && preset.scope.of === of);

/** Leaf by leaf. */
export function differences(before: unknown, after: unknown, pointer = ''): ChangeView[] {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null;
  if (isObject(before) || isObject(after)) {
    const [one, other] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys]
      .sort()
      .flatMap((key) => differences(one[key], other[key], `${pointer}/${key}`));
  }
  const told = (value: unknown): string =>
    value === null || value === undefined ? '' : (value as string | number | boolean).toString();
  if (told(before) === told(after)) return [];
  return [{ pointer, before: told(before), after: told(after) }];
}

function viewOf(program: Program, order: StoredOrder): PresetsView {
  const now = formOf(order);
  const offer = (preset: StoredPreset): PresetOffer => {
    const { id, name, scope, answers } = preset;
    const form = { ...now, ...answers };
    const steps = ['who', 'subscription', 'meetings', 'calling', 'contact_center'];
    return { preset: { id, name, scope }, form, changes: differences(now, form), steps };
  };
  const offers = program.presets.filter((preset) => covers(preset, order)).map(offer);
  const others = program.presets
    .filter((preset) => !covers(preset, order))
    .map(({ id, name, scope }) => ({ id, name, scope }));
  return structuredClone({ offers, others, scopes: scopesOf(order), can_save: true });
}

/** The commands about presets. */
export function presetDoors(memory: Program) {
  return {
    listPresets: (id: string) => viewOf(memory, memory.need(id)),
    savePreset: (id: string, name: string, scope: ScopeView) => {
      if (name.trim() === '') fail('preset_name');
      const order = memory.need(id);
      const { completed_by, when, meetings, calling, contact_center } = formOf(order);
      const answers = structuredClone({ completed_by, when, meetings, calling, contact_center });
      memory.presets.push({ id: `preset_${memory.presets.length + 1}`, name, scope, answers });
      return viewOf(memory, order);
    },
    deletePreset: (preset: string) => {
      const at = memory.presets.findIndex(({ id }) => id === preset);
      const [gone] = at < 0 ? [] : memory.presets.splice(at, 1);
      return gone === undefined ? null : JSON.stringify(gone);
    },
    putPreset: (document: string) => {
      memory.presets.push(JSON.parse(document) as StoredPreset);
      return null;
    },
    presetTargets: (id: string) => {
      const preset = memory.presets.find((one) => one.id === id);
      if (preset === undefined) return fail('preset_unreadable');
      const open = memory.orders.filter(
        (order) => covers(preset, order) && order.status === 'awaiting_details',
      );
      const targets = open.map((order) => {
        const now = formOf(order);
        return {
          id: order.id,
          number: order.number,
          company: order.company,
          changes: differences(now, { ...now, ...preset.answers }),
        };
      });
      return { orders: targets.filter((target) => target.changes.length > 0), more: false };
    },
    allPresets: () =>
      memory.presets
        .map(({ id, name, scope }) => ({ id, name, scope }))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    exportPresets: () => memory.presets.length,
    importPresets: () => 2,
  };
}
