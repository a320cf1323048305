// One act for many orders in memory: planned, done order by order through the doors for one, and
// undone by putting back what stood there.

import type {
  ChosenOrders,
  DraftForm,
  Failure,
  ManyAct,
  ManyDone,
  ManyOutcome,
  ManyPlanned,
} from '../views';
import { asFailure } from '../types';
import type { Doors } from './doors';
import { importedLines, importPlan, tableView } from './imports';
import { listedIds } from './list';
import type { StoredOrder } from './orders';
import { covers, differences } from './presets';
import { fail, stamp, type Program } from './program';
import { formOf, viewOf } from './view';
import { problemsOf } from './wizard';

const most = 1000;

type One = Pick<Doors, 'confirm' | 'handOver' | 'resendEmail' | 'remind' | 'dropDraft'>;
type Many = Pick<
  Doors,
  'planMany' | 'runMany' | 'undoMany' | 'pickTable' | 'lookAtSheet' | 'planImport' | 'runImport'
>;
/** Says how far it is; whether it came to its end. */
type Run = (kind: string, name: string, total: number) => Promise<boolean>;

/** The answers afterwards. */
function answered(memory: Program, order: StoredOrder, act: ManyAct): DraftForm {
  const form = structuredClone(formOf(order));
  if (act.act === 'preset') {
    const preset = memory.presets.find(({ id }) => id === act.preset);
    if (preset === undefined) return fail('preset_unreadable');
    if (!covers(preset, order)) fail('not_for_this_order');
    return { ...form, ...structuredClone(preset.answers) };
  }
  if (act.act !== 'answer') return form;
  const { question, value } = act;
  const asks = (service: string) => order.lines.some((line) => line.service === service);
  if (question === 'when') {
    for (const service of Object.keys(form.when)) form.when[service] = value;
  } else if (question === 'meetings_time_zone' && asks('meetings')) {
    for (const site of form.meetings.sites) site.time_zone = value;
  } else if (question === 'early_release' && asks('meetings')) {
    for (const site of form.meetings.sites) site.early_release = value === 'yes';
  } else if (question === 'calling_time_zone' && asks('calling')) {
    form.calling.time_zone = value;
  } else if (question === 'announcement_language' && asks('calling')) {
    form.calling.announcement_language = value;
  } else if (question === 'email_language' && asks('calling')) {
    form.calling.email_language = value;
  } else if (question === 'contact_center_country' && asks('contact_center')) {
    form.contact_center.country = value;
  }
  return form;
}

const changing = (order: StoredOrder) => {
  const { wizard } = viewOf(order);
  if (!wizard.editable) fail('not_editable', { reason: wizard.frozen_because ?? 'closed' });
};

function planned(memory: Program, order: StoredOrder, act: ManyAct): ManyPlanned {
  const { id, number, company } = order;
  const told = (outcome: string, changes: ManyPlanned['changes'] = []): ManyPlanned => ({
    id,
    number,
    company,
    outcome,
    changes,
    failure: null,
  });
  try {
    switch (act.act) {
      case 'preset':
      case 'answer': {
        changing(order);
        const changes = differences(formOf(order), answered(memory, order, act));
        return told(changes.length > 0 ? 'ready' : 'unchanged', changes);
      }
      case 'submit': {
        changing(order);
        const problems = problemsOf(order, formOf(order)).length;
        if (problems > 0) fail('not_ready', { count: String(problems) });
        return told(order.mapping === null ? 'confirm' : 'ready');
      }
      case 'hand_over':
        changing(order);
        if (!/^[^\s@]+@[^\s@]+$/.test(act.email)) fail('not_ready', { count: '1' });
        return told('ready');
      case 'resend':
        if (!order.canResend) fail('not_editable', { reason: 'cannot_resend' });
        return told('ready');
      case 'remind':
        return told(order.reminder === (act.on ?? null) ? 'unchanged' : 'ready');
      case 'drop_draft':
        return told(order.form === null ? 'unchanged' : 'ready');
      case 'check':
        return told('ready');
    }
  } catch (thrown) {
    return { ...told('refused'), failure: asFailure(thrown) };
  }
}

export function manyDoors(memory: Program, one: One, run: Run): Many {
  let undo: { key: number; before: StoredOrder[] } = { key: 0, before: [] };

  function chosenOf(chosen: ChosenOrders): string[] {
    const ids =
      chosen.chosen === 'some'
        ? [...new Set(chosen.ids)]
        : listedIds(memory.orders, chosen.query).filter((id) => !chosen.except.includes(id));
    if (ids.length > most) {
      fail('too_many_orders', { count: String(ids.length), max: String(most) });
    }
    return ids;
  }

  function outcome(id: string, word: string, problems: number, why: Failure | null): ManyOutcome {
    const { number, company } = memory.need(id);
    return { id, number, company, outcome: word, problems, failure: why };
  }

  function doOne(order: StoredOrder, act: ManyAct): void {
    const { id } = order;
    if (act.act === 'preset' || act.act === 'answer') {
      order.form = answered(memory, order, act);
      order.savedAt = new Date().toISOString();
      memory.changed(id);
    } else if (act.act === 'submit') void one.confirm(id, act.typed[id] ?? '');
    else if (act.act === 'hand_over') void one.handOver(id);
    else if (act.act === 'resend') void one.resendEmail(id);
    else if (act.act === 'remind') void one.remind(id, act.on ?? null);
    else if (act.act === 'drop_draft') void one.dropDraft(id);
  }

  function treat(id: string, act: ManyAct, before: StoredOrder[]): ManyOutcome {
    const order = memory.need(id);
    if (act.act === 'check') {
      const problems = problemsOf(order, formOf(order)).length;
      const ready = memory.online ? 'ready' : 'ready_here';
      return outcome(id, problems > 0 ? 'problems' : ready, problems, null);
    }
    const plan = planned(memory, order, act);
    if (plan.outcome === 'unchanged') return outcome(id, 'unchanged', 0, null);
    if (plan.failure !== null) return outcome(id, 'failed', 0, plan.failure);
    const was = structuredClone(order);
    try {
      doOne(order, act);
    } catch (thrown) {
      return outcome(id, 'failed', 0, asFailure(thrown));
    }
    before.push(was);
    return outcome(id, 'done', 0, null);
  }

  return {
    planMany: (chosen, act) => ({
      orders: chosenOf(chosen).map((id) => planned(memory, memory.need(id), act)),
    }),
    runMany: async (chosen, act): Promise<ManyDone> => {
      const ids = chosenOf(chosen);
      const whole = await run('many', '', ids.length);
      const before: StoredOrder[] = [];
      const orders = (whole ? ids : ids.slice(0, 1)).map((id) => treat(id, act, before));
      undo = { key: undo.key + 1, before };
      return {
        cancelled: !whole,
        orders,
        left: ids.length - orders.length,
        undo: before.length > 0 ? undo.key : null,
        failure: null,
      };
    },
    pickTable: () => tableView(memory.table, 1),
    lookAtSheet: (key, sheet) => ({ ...tableView(memory.table, key), sheet }),
    planImport: (asked) => importPlan(importedLines(memory, memory.table, asked)),
    runImport: async (asked): Promise<ManyDone> => {
      const lines = importedLines(memory, memory.table, asked);
      const whole = await run('many', '', lines.length);
      const before: StoredOrder[] = [];
      const orders = lines.map(({ line, order, form }): ManyOutcome => {
        const { id, row, number, company, failure, outcome: word } = line;
        if (order === null || form === null) {
          const named = { id: id || `row-${String(row)}`, number, company };
          return { ...named, outcome: 'failed', problems: 0, failure };
        }
        if (word === 'unchanged') return outcome(id, 'unchanged', 0, null);
        before.push(structuredClone(order));
        Object.assign(order, { form, savedAt: stamp() });
        memory.changed(id);
        return outcome(id, 'done', 0, null);
      });
      undo = { key: undo.key + 1, before };
      return { cancelled: !whole, orders, left: 0, undo: undo.key, failure: null };
    },
    undoMany: (key): ManyDone => {
      if (key !== undo.key || undo.before.length === 0) {
        fail('nothing_to_undo');
      }
      const orders = undo.before.map((was) => {
        Object.assign(memory.need(was.id), was);
        memory.changed(was.id);
        return outcome(was.id, 'done', 0, null);
      });
      undo.before = [];
      return { cancelled: false, orders, left: 0, undo: null, failure: null };
    },
  };
}
