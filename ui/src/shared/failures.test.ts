import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { failureCodes, failureWords } from './failures';
import { setLanguage } from './i18n.svelte';

const rust = readFileSync(
  join(import.meta.dirname, '../../../src-tauri/workbench/src/failure.rs'),
  'utf8',
);
/** What the program gives along with a code, where the words ask for it. */
const params: Record<string, Record<string, string>> = {
  number_unknown: { number: '4410-1' },
  reminder_day: { first: '2026-11-24', last: '2028-11-23' },
  snooze_day: { first: '2026-11-24', last: '2027-11-23' },
  start_at_login: { reason: 'Permission denied' },
  proxy_unreachable: { host: 'proxy.example' },
  file_in_use: { name: 'orders.xlsx', reason: 'in_use' },
  too_many_rows: { count: '1200000', max: '1048575' },
  table_unreadable: { name: 'sites.xls', reason: 'old_workbook' },
  table_changed: { name: 'sites.csv' },
  row_without_number: { row: '14' },
  number_not_here: { number: '4410-1' },
  cells_not_understood: { count: '2' },
  too_many_summaries: { count: '1001', max: '1000' },
  too_many_windows: { max: '12' },
  too_many_orders: { count: '1001', max: '1000' },
};
const known = [...rust.matchAll(/^\s*[A-Z_]+ = "([a-z_]+)";/gm)].map(([, code]) => code ?? '');

describe('the table of failures', () => {
  it('holds exactly the codes of the program', () => {
    expect(known.length).toBeGreaterThan(20);
    expect([...failureCodes].sort()).toEqual([...known].sort());
  });

  it.each(known)('says of %s what happened, why and what to do, in both languages', (code) => {
    for (const language of ['en', 'fr'] as const) {
      setLanguage(language);
      const words = failureWords({ code, params: params[code] ?? {} });
      expect(words.title).not.toMatch(/⟦|\{/);
      expect(words.detail).not.toBe('');
      expect(words.remedyLabel === '').toBe(words.remedy === 'none');
    }
  });

  it.each([
    ['device_sign_in_unsupported', 'Sign in'],
    ['proxy_invalid', 'Network settings'],
    ['proxy_sign_in', 'Network settings'],
    ['proxy_unreachable', 'Network settings'],
  ])('leads from %s to where it is mended', (code, label) => {
    expect(failureWords({ code, params: params[code] ?? {} }).remedyLabel).toBe(label);
  });

  it('tells a code of a newer program with the code in it', () => {
    const words = failureWords({ code: 'gremlins', params: {} });
    expect(words.severity).toBe('error');
    expect(words.title).toContain('gremlins');
  });
});
