// Exports in memory: nothing is written, but it is told as the program tells it.

import type { Exported, SummariesSaved } from '../views';
import type { Doors } from './doors';
import { listedIds } from './list';
import { fail, type Program } from './program';
import { deadlineOf } from './view';

type ExportDoors = Pick<
  Doors,
  'exportOrders' | 'exportDeadline' | 'saveSummaries' | 'cancelExport' | 'showExported'
>;

const folder = '/home/ana/Documents';
const names: Record<string, string> = {
  csv: 'Turnup orders 2026-11-22.csv',
  xlsx: 'Turnup orders 2026-11-22.xlsx',
  calendar: 'Turnup deadlines 2026-11-22.ics',
};

/** What takes a while: one at a time, told while it runs. */
export interface Jobs {
  /** Says how far it is while it takes its time; whether it came to its end. */
  run: (kind: string, name: string, total: number) => Promise<boolean>;
  end: () => void;
}

export function jobsOf(memory: Program): Jobs {
  /** What was asked to end. */
  const ended = new Set<symbol>();
  let running = Symbol('none');

  /** Says how far it is while it takes its time; whether it came to its end. */
  async function run(kind: string, name: string, total: number): Promise<boolean> {
    const job = Symbol(name);
    running = job;
    const tell = (done: number) =>
      memory.emit('export_moved', { progress: { kind, name, done, total } });
    tell(0);
    const { pace } = memory.options;
    for (let tenth = 1; pace !== undefined && tenth <= 10 && !ended.has(job); tenth++) {
      await new Promise((resolve) => setTimeout(resolve, pace));
      tell(Math.round((total * tenth) / 10));
    }
    memory.emit('export_moved', { progress: null });
    return !ended.has(job);
  }

  return { run, end: () => void ended.add(running) };
}

export function exportDoors(memory: Program, { run, end }: Jobs): ExportDoors {
  const isAhead = (id: string) => {
    const { days } = deadlineOf(memory.need(id));
    return days !== null && days >= 0;
  };

  return {
    exportOrders: async (query, format): Promise<Exported> => {
      const ids = listedIds(memory.orders, query);
      const written = format === 'calendar' ? ids.filter(isAhead) : ids;
      if (written.length === 0 && format === 'calendar') fail('no_deadline');
      const name = names[format] ?? format;
      const whole = await run(format, name, ids.length);
      const rows = whole ? written.length : 0;
      const left_out = whole ? ids.length - written.length : 0;
      return { cancelled: !whole, path: `${folder}/${name}`, rows, left_out };
    },
    exportDeadline: (id): Exported => {
      if (!isAhead(id)) fail('no_deadline');
      const path = `${folder}/Order ${memory.need(id).number} deadline.ics`;
      return { cancelled: false, path, rows: 1, left_out: 0 };
    },
    saveSummaries: async (ids, joined): Promise<SummariesSaved> => {
      const name = joined ? 'Turnup summaries 2026-11-22.pdf' : 'Summaries';
      const whole = await run('summaries', name, ids.length);
      const orders = (whole ? ids : ids.slice(0, 1)).map((id) => {
        const { number, company } = memory.need(id);
        const file = joined ? name : `Order ${number}.pdf`;
        return { order_id: id, number, company, file, failure: null };
      });
      const left = ids.length - orders.length;
      return { cancelled: !whole, orders, left, path: `${folder}/${name}` };
    },
    cancelExport: () => {
      end();
      return null;
    },
    showExported: () => null,
  };
}
