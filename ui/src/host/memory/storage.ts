// Backups and sizes over the state in memory.

import type { BackupView, RestoreView } from '../views';
import { fail, stamp, type Program } from './program';

const hours = (count: number) => new Date(Date.now() - count * 3_600_000).toISOString();

function backup(why: string, hoursAgo: number, more: Partial<BackupView> = {}): BackupView {
  const name = `${why}-${String(hoursAgo)}.sqlite`;
  const holds = { drafts: 3, acts: 2, lines: 41 };
  return { name, made_at: hours(hoursAgo), why, kib: 96, readable: true, ...holds, ...more };
}

export const sampleBackups: readonly BackupView[] = [
  backup('daily', 5),
  backup('daily', 29, { readable: false, drafts: 0, acts: 0, lines: 0 }),
  backup('before_update', 50),
  backup('weekly', 240, { drafts: 1, acts: 0 }),
];

const preview = (name: string): RestoreView => ({
  name,
  lines: 4,
  orders: [
    {
      order_id: 'ord_1',
      number: '4410-100001',
      company: 'Clínica Duero',
      fate: 'comes_back',
      reason: null,
      draft_there: hours(30),
      draft_here: null,
      acts: ['mapping', 'setup'],
    },
    {
      order_id: 'ord_2',
      number: '4410-100002',
      company: 'Bodegas Arlanza',
      fate: 'differs',
      reason: 'draft_here',
      draft_there: hours(30),
      draft_here: hours(2),
      acts: [],
    },
    {
      order_id: 'ord_3',
      number: '4410-100003',
      company: 'Talleres Ebro',
      fate: 'same',
      reason: null,
      draft_there: hours(30),
      draft_here: hours(30),
      acts: [],
    },
    {
      order_id: 'ord_4',
      number: '4410-100004',
      company: 'Puerto Norte',
      fate: 'waiting',
      reason: null,
      draft_there: hours(30),
      draft_here: hours(1),
      acts: [],
    },
  ],
});

export function storageDoors(memory: Program) {
  let backups = [...sampleBackups];
  const readable = (name: string) => {
    const found = backups.find((one) => one.name === name);
    if (!found?.readable) fail('file_unreadable', { name, reason: 'damaged' });
    return name;
  };
  return {
    storage: () => ({
      database_kib: 48_200,
      log_kib: 812,
      backups_kib: backups.reduce((sum, one) => sum + one.kib, 0),
      logs_kib: 240,
      backups: structuredClone(backups),
    }),
    backUp: () => {
      const made = backup('by_hand', 0);
      backups = [made, ...backups];
      return made;
    },
    previewRestore: (name: string) => preview(readable(name)),
    restore: (name: string, choices: unknown[]) => {
      readable(name);
      backups = [backup('before_restore', 0), ...backups];
      return { drafts: choices.length, acts: 2, lines: 4, left: 0 };
    },
    checkDatabase: () => ({ sound: true, checked_at: stamp() }),
    prepareErase: () => ({
      phrase: 'provisioning.example',
      drafts: 3,
      acts: memory.frame.waiting,
      backups: backups.length,
    }),
    eraseEverything: (typed: string) => {
      if (typed !== 'provisioning.example') fail('confirmation_mismatch', { number: '' });
      memory.account = null;
      memory.frame = { ...memory.frame, connection: 'none' };
      memory.emit('account_changed', { account: null });
    },
  };
}
