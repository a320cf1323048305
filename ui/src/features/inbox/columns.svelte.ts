// The columns of the list: which there are, which are shown in what sequence and how wide. What
// somebody chose is kept with the settings of this computer; what is read of them is checked, so
// that settings of another version, or written by somebody else, still make a list.

import type { ColumnView } from '../../host/types';
import type { App } from '../../shared/app';
import type { SortKey } from './inbox.svelte';

interface ColumnKind {
  /** By what a click on its head sorts; null where no index tells that sequence. */
  sort: SortKey | null;
  /** Sixteenths of the text's size; null takes what room is left. */
  width: number | null;
  /** The same in a list that has little room. */
  small?: number;
  /** How wide the list has to be, in the text's size, so that it is shown whatever else is. */
  from: number;
  /** Shown until somebody chooses otherwise. */
  first?: true;
  /** Read from the order itself. */
  details?: true;
}

const kinds = {
  order: { sort: 'number', width: 102, from: 30, first: true },
  customer: { sort: 'customer', width: null, from: 0, first: true },
  services: { sort: null, width: 80, from: 40, first: true },
  closes: { sort: 'deadline', width: 112, small: 84, from: 0, first: true },
  state: { sort: 'state', width: 160, small: 152, from: 0, first: true },
  country: { sort: 'country', width: 128, from: 40 },
  assignee: { sort: 'assignee', width: 176, from: 40 },
  mailed: { sort: 'mailed', width: 112, from: 40 },
  kind: { sort: null, width: 160, from: 40, details: true },
  subscription: { sort: null, width: 128, from: 40, details: true },
  start: { sort: null, width: 112, from: 40, details: true },
  contact: { sort: null, width: 144, from: 40, details: true },
  partner: { sort: null, width: 176, from: 40, details: true },
  organization: { sort: null, width: 176, from: 40, details: true },
  note: { sort: null, width: 240, from: 40, details: true },
} as const satisfies Record<string, ColumnKind>;

export type ColumnName = keyof typeof kinds;
export const columnNames = Object.keys(kinds) as ColumnName[];

/** Bounds of a width, in sixteenths. */
export const narrowest = 48;
export const widest = 960;
/** Of the column that takes what is left: what it keeps at least, and what it should have. */
const flexible = { least: 104, enough: 160 };
/** Between two columns, what chooses a row before them, and at both ends together with that. */
const gap = 12;
const lead = 16;
const ends = 42;

export interface Column {
  name: ColumnName;
  sort: SortKey | null;
  /** Sixteenths of the text's size; null takes what room is left. */
  width: number | null;
}

export interface Arranged {
  name: ColumnName;
  shown: boolean;
  /** 0 = as the program comes. */
  width: number;
}

function isName(name: string): name is ColumnName {
  return Object.hasOwn(kinds, name);
}

function kindOf(name: ColumnName): ColumnKind {
  return kinds[name];
}

/** A width that a column may have. */
export function within(width: number): number {
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}

/**
 * Every column once: those kept in their sequence, those that were not kept behind them. Without a
 * single one that is shown there would be no list: then it is as the program comes.
 */
export function arrange(kept: readonly ColumnView[]): Arranged[] {
  const all: Arranged[] = [];
  for (const { name, shown, width } of kept) {
    if (!isName(name) || all.some((one) => one.name === name)) continue;
    const sound = Number.isFinite(width) && width > 0;
    all.push({ name, shown, width: sound ? within(width) : 0 });
  }
  const known = all.length > 0;
  for (const name of columnNames) {
    if (all.some((one) => one.name === name)) continue;
    all.push({ name, shown: !known && kindOf(name).first === true, width: 0 });
  }
  return all.some((one) => one.shown) ? all : arrange([]);
}

function isAsItComes(all: readonly Arranged[]): boolean {
  return arrange([]).every(({ name, shown }, at) => {
    const one = all[at];
    return one?.name === name && one.shown === shown && one.width === 0;
  });
}

function roomFor(columns: readonly Column[], least: number = flexible.enough): number {
  const widths = columns.map(({ width }) => width ?? least);
  return widths.reduce((sum, width) => sum + width + gap, ends - gap);
}

/**
 * What is shown in a list so wide (in the text's size; null = not known). In a small list the
 * columns at the end of the sequence of importance give way; a large one scrolls sideways.
 */
export function fitting(all: readonly Arranged[], room: number | null): Column[] {
  const small = room !== null && room < 40;
  const chosen = all.filter((one) => one.shown);
  const columnOf = ({ name, width }: Arranged): Column => {
    const kind = kindOf(name);
    const own = small ? (kind.small ?? kind.width) : kind.width;
    return { name, sort: kind.sort, width: width || own };
  };
  const columns = chosen.map(columnOf);
  if (!small) return columns;
  let stay = columns.filter(({ name }) => kindOf(name).from <= room);
  for (const column of columns) {
    if (stay.includes(column)) continue;
    const more = columns.filter((one) => stay.includes(one) || one === column);
    if (stay.length === 0 || roomFor(more) <= room * 16) stay = more;
  }
  return stay;
}

/** What the flexible column keeps: where the list scrolls sideways anyway, enough. */
function leastOf(columns: readonly Column[], room: number | null): number {
  const fits = room === null || roomFor(columns, flexible.least) <= room * 16;
  return fits ? flexible.least : flexible.enough;
}

/** As CSS has it. */
export function template(columns: readonly Column[], room: number | null): string {
  const least = `${leastOf(columns, room) / 16}rem`;
  const tracks = columns.map(({ width }) =>
    width === null ? `minmax(${least}, 1fr)` : `${width / 16}rem`,
  );
  return [`${lead / 16}rem`, ...tracks].join(' ');
}

/** What the columns need at least, as CSS has it. */
export function leastWidth(columns: readonly Column[], room: number | null): string {
  return `${roomFor(columns, leastOf(columns, room)) / 16}rem`;
}

export class OrderColumns {
  /** While a border is dragged or moved by keys, and until it is kept. */
  #moved = $state.raw<Arranged[] | null>(null);
  #resized = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly all = $derived.by(() => this.#moved ?? arrange(this.app.settings.columns));
  readonly changed = $derived(!isAsItComes(this.all));
  /** Whether one of those shown is read from the order itself. */
  readonly details = $derived(this.all.some(({ name, shown }) => shown && kindOf(name).details));

  constructor(readonly app: App) {}

  sorts(name: ColumnName): boolean {
    return kindOf(name).sort !== null;
  }

  toggle(name: ColumnName): void {
    const all = this.all.map((one) => (one.name === name ? { ...one, shown: !one.shown } : one));
    if (all.some((one) => one.shown)) this.#keep(all);
  }

  /** One place up or down; answers where it stands now, counted from 1. */
  step(name: ColumnName, by: 1 | -1): number {
    const from = this.all.findIndex((one) => one.name === name);
    const to = Math.max(0, Math.min(this.all.length - 1, from + by));
    this.#put(from, to);
    return to + 1;
  }

  /** To the place of another one. */
  move(name: ColumnName, onto: ColumnName): void {
    const at = (wanted: ColumnName) => this.all.findIndex((one) => one.name === wanted);
    this.#put(at(name), at(onto));
  }

  /** As wide as the border was moved; kept a moment later, or by `settle`. */
  resize(name: ColumnName, width: number): void {
    const to = width === 0 ? 0 : within(width);
    this.#moved = this.all.map((one) => (one.name === name ? { ...one, width: to } : one));
    this.#resized = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), 600);
  }

  /** Keeps what was resized. */
  settle(): void {
    clearTimeout(this.#timer);
    if (this.#resized) this.#keep(this.all);
  }

  reset(): void {
    this.#keep(arrange([]));
  }

  #put(from: number, to: number): void {
    if (from === to) return;
    const all = [...this.all];
    all.splice(to, 0, ...all.splice(from, 1));
    this.#keep(all);
  }

  #keep(all: Arranged[]): void {
    clearTimeout(this.#timer);
    this.#resized = false;
    this.#moved = all;
    const columns = isAsItComes(all) ? [] : all;
    const saved = this.app.saveSettings({ ...this.app.settings, columns });
    // What could not be kept is not shown as if it were.
    void saved.finally(() => {
      if (this.#moved === all) this.#moved = null;
    });
  }
}
