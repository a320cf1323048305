import { describe, expect, it } from 'vitest';

import { completed, completions, tokenAt } from './completing';

describe('what is completed', () => {
  it('is the run of letters at the cursor, quotes kept whole', () => {
    const table: [text: string, cursor: number, token: string][] = [
      ['', 0, ''],
      ['zurita', 3, 'zurita'],
      ['zurita state:dr', 15, 'state:dr'],
      ['state:dr zurita', 8, 'state:dr'],
      ['state:dr zurita', 3, 'state:dr'],
      ['zurita ', 7, ''],
      ['customer:"zurita fo', 19, 'customer:"zurita fo'],
      ['17" state:', 10, 'state:'],
      ['-"a b" st', 9, 'st'],
    ];
    for (const [text, cursor, token] of table) {
      expect(tokenAt(text, cursor).text, text).toBe(token);
    }
  });

  it('offers operators for what begins one, and values behind one', () => {
    const table: [typed: string, offered: string[]][] = [
      ['', []],
      ['s', []],
      ['st', ['state:']],
      ['-st', ['-state:']],
      ['zurita', []],
      ['due:', ['due:today', 'due:tomorrow', 'due:overdue', 'due:<3d', 'due:<1w', 'due:never']],
      ['DUE:to', ['due:today', 'due:tomorrow']],
      ['-has:p', ['-has:problem']],
      ['state:draft', []],
      ['state:with errors', ['state:provisioned_with_errors']],
      ['service:contact', ['service:contact_center']],
      ['customer:zur', []],
      ['10:30', []],
    ];
    for (const [typed, offered] of table) {
      const found = completions({ from: 0, to: typed.length, text: typed });
      expect(
        found.map(({ insert }) => insert),
        typed,
      ).toEqual(offered);
    }
  });

  it('takes the place of what was typed, and leaves room for the next word', () => {
    const take = (text: string, cursor: number, insert: string) =>
      completed(text, tokenAt(text, cursor), { insert, label: '' });
    expect(take('zurita st', 9, 'state:')).toEqual({ text: 'zurita state:', cursor: 13 });
    expect(take('state:dr', 8, 'state:draft')).toEqual({ text: 'state:draft ', cursor: 12 });
    expect(take('state:dr zurita', 8, 'state:draft')).toEqual({
      text: 'state:draft zurita',
      cursor: 12,
    });
  });
});
