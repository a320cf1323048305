// Answers that are given in two windows at once go together, field by field. Where both changed the
// same field, what was typed stands: it is the same person, who sees it. The program does the same
// with what is saved (`merging.rs`).

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two answers, or two forms, say the same. */
export function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => same(value, other[at]));
  }
  if (!isFields(one) || !isFields(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && same(one[name], other[name]))
  );
}

/** `typed` with everything that `kept` has since `before` and the typing did not touch. */
export function merged<T>(before: T, typed: T, kept: T): T {
  return merge(before, typed, kept) as T;
}

/** Undefined is an answer that is not there. */
function merge(before: unknown, typed: unknown, kept: unknown): unknown {
  if (same(typed, before)) return kept;
  if (same(kept, before)) return typed;
  if (isFields(before) && isFields(typed) && isFields(kept)) {
    const names = [...new Set([...Object.keys(typed), ...Object.keys(kept)])];
    const fields = names.map((name) => [name, merge(before[name], typed[name], kept[name])]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  // Sites are told apart by their places: only where none came or went.
  const lists = Array.isArray(before) && Array.isArray(typed) && Array.isArray(kept);
  if (lists && before.length === typed.length && typed.length === kept.length) {
    return typed.map((value: unknown, at) => merge(before[at], value, kept[at]));
  }
  return typed;
}
