// Values of a table in memory: a few of the fields, enough to show what would change and what is
// not understood.

import type {
  CellProblem,
  DraftForm,
  Failure,
  ImportLine,
  ImportPlan,
  TableUse,
  TableView,
} from '../views';
import type { StoredOrder } from './orders';
import { differences } from './presets';
import { fail, type Program } from './program';
import { formOf, viewOf } from './view';

const fields = [
  'number',
  'when',
  'site_name',
  'site_time_zone',
  'site_early_release',
  'location_name',
  'sip_name',
  'contact_center_country',
];
/** Headings that are known by themselves. */
const known: Record<string, string> = {
  'Order number': 'number',
  'Site name': 'site_name',
  'Site time zone': 'site_time_zone',
  'SIP name': 'sip_name',
  'Location name': 'location_name',
};

export function tableView(table: readonly (readonly string[])[], key: number): TableView {
  const [headings = [], ...rows] = table;
  return {
    key,
    name: 'Sites of November.xlsx',
    sheets: ['Sites', 'Notes'],
    sheet: 'Sites',
    fields,
    rows: rows.length,
    columns: headings.map((heading, at) => ({
      heading,
      samples: rows
        .map((row) => row[at] ?? '')
        .filter((cell) => cell !== '')
        .slice(0, 3),
      field: known[heading] ?? '',
    })),
  };
}

function give(form: DraftForm, field: string, value: string): void {
  const [site] = form.meetings.sites;
  if (field === 'site_name' && site) site.name = value;
  else if (field === 'site_time_zone' && site) site.time_zone = value;
  else if (field === 'location_name') form.calling.location_name = value;
  else if (field === 'sip_name') form.calling.sip_name = value;
}

export interface ImportedLine {
  line: ImportLine;
  order: StoredOrder | null;
  /** The answers afterwards; null when nothing is taken. */
  form: DraftForm | null;
}

/** What each row would change. */
export function importedLines(
  memory: Program,
  table: readonly (readonly string[])[],
  asked: TableUse,
): ImportedLine[] {
  const number = asked.columns.indexOf('number');
  if (number < 0) fail('no_number_column');
  return table.slice(1).map((cells, at): ImportedLine => {
    const named = cells[number] ?? '';
    const order = memory.orders.find((one) => one.number === named) ?? null;
    const row = at + 2;
    const wrong: CellProblem[] = asked.columns.flatMap((field, column) => {
      const value = cells[column] ?? '';
      const isWrong = field === 'site_time_zone' && value !== '' && !value.includes('/');
      return isWrong ? [{ row, field, value, code: 'zone' }] : [];
    });
    const line = {
      row,
      id: order?.id ?? '',
      number: named,
      company: order?.company ?? '',
      changes: [],
      problems: [],
      not_asked: [],
      cells: wrong,
    };
    const refuse = (code: string, params: Failure['params']): ImportedLine => ({
      line: { ...line, outcome: 'refused', failure: { code, params } },
      order,
      form: null,
    });
    if (named === '') return refuse('row_without_number', { row: String(row) });
    if (order === null) return refuse('number_not_here', { number: named });
    if (wrong.length > 0) return refuse('cells_not_understood', { count: String(wrong.length) });
    const { wizard } = viewOf(order);
    if (!wizard.editable) return refuse('not_editable', { reason: 'closed' });
    const form = structuredClone(formOf(order));
    for (const [column, field] of asked.columns.entries()) {
      const value = cells[column] ?? '';
      if (value !== '') give(form, field, value);
    }
    const changes = differences(formOf(order), form);
    const outcome = changes.length > 0 ? 'ready' : 'unchanged';
    return { line: { ...line, outcome, failure: null, changes }, order, form };
  });
}

export function importPlan(lines: readonly ImportedLine[]): ImportPlan {
  const count = (outcome: string) => lines.filter(({ line }) => line.outcome === outcome).length;
  return {
    rows: lines.length,
    ready: count('ready'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    lines: lines.filter(({ line }) => line.outcome !== 'unchanged').map(({ line }) => line),
  };
}
