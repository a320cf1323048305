// Words: Fluent catalogues from `locales/`, looked up by id, in the language chosen now. Reading
// `t()` in a template follows a change of language by itself.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Language = 'en' | 'fr';
export const languages: readonly Language[] = ['en', 'fr'];
export type Args = Record<string, FluentVariable>;

// Words of the printed summary, of exported files and of the sign-in page are not shown in the window.
const texts = import.meta.glob<string>(
  ['../../../locales/*/*.ftl', '!../../../locales/*/{summary,sign-in,exported,cli}.ftl'],
  { query: '?raw', import: 'default', eager: true },
);

let isolating = true;
let onMissing: (id: string) => void = (id) => console.error(`no words for "${id}"`);
// A bundle never changes once it is built.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const bundles = new Map<string, FluentBundle>();
const current = $state<{ language: Language }>({ language: 'en' });

function build(language: Language, useIsolating: boolean): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating });
  for (const [path, text] of Object.entries(texts)) {
    if (!path.includes(`/${language}/`)) continue;
    for (const error of bundle.addResource(new FluentResource(text))) console.error(path, error);
  }
  return bundle;
}

function bundleOf(language: Language, marks = isolating): FluentBundle {
  const key = `${language} ${marks}`;
  let bundle = bundles.get(key);
  if (bundle === undefined) {
    bundle = build(language, marks);
    bundles.set(key, bundle);
  }
  return bundle;
}

/** The language words are in now. */
export function language(): Language {
  return current.language;
}

/** `system` follows the system's first language that there are words in. */
export function resolveLanguage(
  setting: string,
  preferred: readonly string[] = navigator.languages,
): Language {
  if (setting === 'en' || setting === 'fr') return setting;
  for (const tag of preferred) {
    const found = languages.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (found) return found;
  }
  return 'en';
}

export function setLanguage(next: Language): void {
  current.language = next;
  document.documentElement.lang = next;
}

function find(
  id: string,
  args: Args | undefined,
  bundle = bundleOf(current.language),
): string | null {
  const [message = '', attribute] = id.split('.');
  const found = bundle.getMessage(message);
  const pattern = attribute === undefined ? found?.value : found?.attributes[attribute];
  if (pattern === undefined || pattern === null) return null;
  const errors: Error[] = [];
  const words = bundle.formatPattern(pattern, args, errors);
  for (const error of errors) onMissing(`${id}: ${error.message}`);
  return words;
}

/** The words of an id (`message` or `message.attribute`) with its values. */
export function t(id: string, args?: Args): string {
  const words = find(id, args);
  if (words === null) {
    onMissing(id);
    return `⟦${id}⟧`;
  }
  return words;
}

/**
 * The words of an id in a language of their own, without direction marks: for text that leaves
 * the window, such as a letter.
 */
export function tIn(language: Language, id: string, args?: Args): string {
  const words = find(id, args, bundleOf(language, false));
  if (words !== null) return words;
  onMissing(id);
  return `⟦${id}⟧`;
}

/** The words of an id, or null when there are none: for codes that a newer service may send. */
export function tMaybe(id: string, args?: Args): string | null {
  return find(id, args);
}

/**
 * What a person typed, beside other words in one text: its direction ends where it ends. What
 * goes into a message is isolated by the message.
 */
export function isolate(typed: string): string {
  return isolating && typed !== '' ? `\u2068${typed}\u2069` : typed;
}

/** A code as part of an id. */
export function kebab(code: string): string {
  return code.replaceAll('_', '-').toLowerCase();
}

/** The words for a code, such as `term('service', 'contact_center')`; an unknown one as it is. */
export function term(prefix: string, code: string): string {
  return tMaybe(`${prefix}-${kebab(code)}`) ?? code.replaceAll('_', ' ');
}

/**
 * A sentence that crossed as code and values. Values stand as text; those that are whole numbers
 * are given as numbers, so that plurals and digits follow the language. A code without words gets
 * `fallback`, with the code in it.
 */
export function sentence(
  prefix: string,
  said: { code: string; params: Record<string, string> },
  fallback?: string,
): string {
  const args: Args = {};
  for (const [name, value] of Object.entries(said.params)) {
    args[name] = /^-?(0|[1-9]\d{0,8})$/.test(value) ? Number(value) : value;
  }
  const words = tMaybe(`${prefix}-${kebab(said.code)}`, args);
  if (words !== null) return words;
  return fallback === undefined ? term(prefix, said.code) : t(fallback, { code: said.code });
}

/** For tests: words without direction marks, and a loud answer to a missing id. */
export function forTests(options: { isolating: boolean; onMissing?: (id: string) => void }): void {
  isolating = options.isolating;
  onMissing = options.onMissing ?? onMissing;
  bundles.clear();
}
