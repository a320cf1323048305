import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { kebab, setLanguage, tMaybe } from '../../shared/i18n.svelte';

const locales = '../locales';
const files = ['order', 'wizard', 'finder', 'problems', 'review'];

function read(language: string, file: string): string {
  return readFileSync(`${locales}/${language}/${file}.ftl`, 'utf8');
}

/** Message ids with the values each takes. */
function messages(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let id = '';
  for (const line of text.split('\n')) {
    id = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1] ?? (line === '' ? '' : id);
    if (id === '') continue;
    const values = [...line.matchAll(/\$([a-z_]+)/g)].map((match) => match[1] ?? '');
    found.set(id, [...new Set([...(found.get(id) ?? []), ...values])].sort());
  }
  return found;
}

/** Words of a `codes! { … }` block of the program. */
function codes(path: string, pattern: RegExp): string[] {
  return [...readFileSync(path, 'utf8').matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('the catalogues of the order page', () => {
  it.each(files)('say the same messages in both languages: %s', (file) => {
    const [english, french] = [messages(read('en', file)), messages(read('fr', file))];
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it.each(files)('take the same values in both languages: %s', (file) => {
    const french = messages(read('fr', file));
    for (const [id, values] of messages(read('en', file))) {
      // French needs no count where its sentence does not bend.
      const missing = values.filter((name) => !french.get(id)?.includes(name));
      expect({ id, missing: missing.filter((name) => name !== 'count') }).toEqual({
        id,
        missing: [],
      });
    }
  });

  it.each(files)('set French typography: %s', (file) => {
    const words = read('fr', file)
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    for (const line of words) {
      expect(line).not.toMatch(/'/);
      expect(line.replace(/\{[^}]*\}?/g, '')).not.toMatch(/ [:;?!»]|« /);
    }
  });

  it.each(['en', 'fr'] as const)('have words for every refusal of a service: %s', (language) => {
    setLanguage(language);
    const problems = codes('../src-tauri/contract/src/problem.rs', /= "([a-z_]+)" @ \d+;/g);
    expect(problems.length).toBeGreaterThan(20);
    for (const code of problems)
      expect({ code, words: tMaybe(`problem-${kebab(code)}`) }).not.toEqual({ code, words: null });
  });

  it('have words for every reason why answers are frozen', () => {
    const reasons = codes('../src-tauri/workbench/src/order_view.rs', /Some\("([a-z_]+)"\)/g);
    for (const reason of reasons) {
      expect({ reason, words: tMaybe(`problem-frozen-${kebab(reason)}`) }).not.toEqual({
        reason,
        words: null,
      });
    }
  });
});
