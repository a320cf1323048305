// What could stand where the search is being typed: the operators, and the values that each knows.
// How they are understood is the program's (`turnup_domain::query`); here they are only offered.

import { badgeCodes, serviceKinds } from '../shared/badges';
import { t, term } from '../shared/i18n.svelte';

export interface Completion {
  /** What is typed for it: `state:draft`. */
  insert: string;
  /** In words. */
  label: string;
}

/** The run of letters at the cursor. */
export interface Token {
  from: number;
  to: number;
  text: string;
}

const operators = [
  'state',
  'service',
  'due',
  'country',
  'customer',
  'assignee',
  'age',
  'is',
  'has',
] as const;
type Operator = (typeof operators)[number];

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The values that an operator knows, and each in words. */
function values(operator: Operator): (readonly [string, string])[] {
  const worded = (of: string, words: string[]) =>
    words.map((word) => [word, t(`search-${of}-${word}`)] as const);
  switch (operator) {
    case 'state':
      return badgeCodes.map((code) => [code, term('badge', code)]);
    case 'service':
      return serviceKinds.map((kind) => [kind, term('service', kind)]);
    case 'due':
      return [
        ...worded('due', ['today', 'tomorrow', 'overdue']),
        ['<3d', t('search-due-within', { days: 3 })],
        ['<1w', t('search-due-within', { days: 7 })],
        ...worded('due', ['never']),
      ];
    case 'age':
      return [
        ['>7d', t('search-age-over', { days: 7 })],
        ['>30d', t('search-age-over', { days: 30 })],
      ];
    case 'assignee':
      return worded('assignee', ['me', 'nobody']);
    case 'is':
      return worded('is', ['mine', 'open', 'draft', 'queued', 'provisioned', 'over']);
    case 'has':
      return worded('has', ['problem', 'deadline', 'review']);
    case 'country':
    case 'customer':
      // What there is of these is not known here.
      return [];
  }
}

/** What stands around the cursor, up to spaces that are in no quotes. */
export function tokenAt(text: string, cursor: number): Token {
  let from = 0;
  let quoted = false;
  for (let at = 0; at < cursor; at++) {
    const before = text[at - 1];
    const opens = at === from || before === ':' || (at === from + 1 && before === '-');
    if (text[at] === '"') quoted = !quoted && opens;
    else if (text[at] === ' ' && !quoted) from = at + 1;
  }
  const space = text.indexOf(' ', cursor);
  const to = quoted || space === -1 ? text.length : space;
  return { from, to, text: text.slice(from, to) };
}

/** What could be meant by what stands at the cursor; nothing when it is words or whole already. */
export function completions({ text }: Token): Completion[] {
  const sign = text.startsWith('-') ? '-' : '';
  const typed = fold(text.slice(sign.length));
  const colon = typed.indexOf(':');
  if (colon === -1) {
    if (typed.length < 2) return [];
    return operators
      .filter((operator) => operator.startsWith(typed))
      .map((operator) => ({ insert: `${sign}${operator}:`, label: t(`search-${operator}`) }));
  }
  const operator = operators.find((name) => name === typed.slice(0, colon));
  if (operator === undefined) return [];
  const begun = typed.slice(colon + 1);
  const offered = values(operator)
    .filter(([value, label]) => value.startsWith(begun) || fold(label).includes(begun))
    .map(([value, label]) => ({ insert: `${sign}${operator}:${value}`, label }));
  return offered.some(({ insert }) => insert === `${sign}${typed}`) ? [] : offered;
}

/** The text with a completion in the place of the token, and where the cursor stands then. */
export function completed(
  text: string,
  { from, to }: Token,
  { insert }: Completion,
): { text: string; cursor: number } {
  // Behind a whole value the next word may follow; behind an operator its value does.
  const behind = text.slice(to);
  const space = insert.endsWith(':') || behind.startsWith(' ') ? '' : ' ';
  const before = text.slice(0, from) + insert + space;
  return { text: before + behind, cursor: before.length + (space === '' && behind !== '' ? 1 : 0) };
}
