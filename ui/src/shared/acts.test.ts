// The list of acts against itself, against the words and against what lends them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { sources } from '../testing/sources';
import { actOf, acts, menus, pressed, readActs, type ActId } from './acts';
import { icons } from './icons';
import { presses, writes } from './keys';

const locales = join(import.meta.dirname, '../../../locales');
const listed = menus.flatMap(({ items }) => items).filter((id) => id !== '-') as ActId[];

describe('the acts', () => {
  it.each([
    ['macOS', true],
    ['other systems', false],
  ])('have no key twice on %s', (_, mac) => {
    const keys = readActs(mac).flatMap((act) => act.keys);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it.each(readdirSync(locales))('have words in %s, and no words stand for none', (language) => {
    const text = readFileSync(join(locales, language, 'acts.ftl'), 'utf8');
    const words = [...text.matchAll(/^act-([a-z-]+) = .+$/gm)].map(([, id]) => id);
    expect(words.sort()).toEqual(acts.map(({ id }) => id.replaceAll('_', '-')).sort());
    for (const { id } of menus) {
      const menu = readFileSync(join(locales, language, 'menu.ftl'), 'utf8');
      expect(menu).toMatch(new RegExp(`^menu-${id} = .+$`, 'm'));
    }
  });

  it('stand in the menu at most once, and those of rows not at all', () => {
    expect(listed.filter((id, at) => listed.indexOf(id) !== at)).toEqual([]);
    expect(listed.filter((id) => actOf(id).by === 'rows')).toEqual([]);
  });

  it('that a screen lends are lent by one', () => {
    const lent = sources
      .filter(({ path }) => path.startsWith('features/') && !path.endsWith('.test.ts'))
      .flatMap(({ text }) => [
        ...[...text.matchAll(/\bact: '([a-z_]+)'/g)].map(([, id]) => id),
        ...[...text.matchAll(/: '(many_[a-z_]+)',/g)].map(([, id]) => id),
      ]);
    const expected = acts.filter(({ by }) => by === 'screen').map(({ id }) => id);
    expect(expected.filter((id) => !lent.includes(id))).toEqual([]);
  });

  it('are drawn with icons that there are', () => {
    expect(acts.filter(({ icon }) => icon !== undefined && !(icon in icons))).toEqual([]);
  });

  it('with keys stand on the page of keys', () => {
    expect(acts.filter(({ keys, where }) => keys.length > 0 && where === undefined)).toEqual([]);
  });
});

function press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...more });
}

describe('a key', () => {
  it.each<[string, string, KeyboardEventInit, boolean]>([
    ['Mod+K', 'k', { ctrlKey: true }, true],
    ['Mod+K', 'K', { ctrlKey: true }, true],
    ['Mod+K', 'k', {}, false],
    ['Mod+K', 'k', { ctrlKey: true, altKey: true }, false],
    ['Mod+K', 'k', { ctrlKey: true, shiftKey: true }, false],
    ['Mod+K', 'л', { ctrlKey: true, code: 'KeyK' }, true],
    ['Mod+K', 'k', { ctrlKey: true, code: 'KeyV' }, true],
    ['Mod+Comma', ',', { ctrlKey: true }, true],
    ['Mod+Shift+Enter', 'Enter', { ctrlKey: true, shiftKey: true }, true],
    ['Mod+Enter', 'Enter', { ctrlKey: true, shiftKey: true }, false],
    ['Alt+ArrowLeft', 'ArrowLeft', { altKey: true }, true],
    ['Alt+ArrowLeft', 'ArrowLeft', { altKey: true, ctrlKey: true }, false],
    ['Shift+F10', 'F10', { shiftKey: true }, true],
    ['Shift+F10', 'F10', {}, false],
    ['?', '?', { shiftKey: true }, true],
    ['?', '?', {}, true],
    ['F5', 'F5', {}, true],
  ])('%s is pressed by "%s" with %o: %s', (keys, key, more, is) => {
    expect(presses(press(key, more), keys)).toBe(is);
  });

  it('leads to its act, and those of rows are left to the rows', () => {
    expect(pressed(press('k', { ctrlKey: true }))?.id).toBe('open_palette');
    expect(pressed(press('Home'))).toBeUndefined();
    expect(pressed(press('x', { ctrlKey: true }))).toBeUndefined();
  });

  it('that writes a character is for whoever types', () => {
    expect(writes(press('/'))).toBe(true);
    expect(writes(press('F5'))).toBe(false);
    expect(writes(press('f', { ctrlKey: true }))).toBe(false);
  });
});
