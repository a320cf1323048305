// What an act for many orders asks for, and the act that comes of it.

import type { ManyAct } from '../../../host/types';
import type { ActId } from '../../../shared/acts';

export type ManyKind = ManyAct['act'];

/** In the sequence in which they are offered. */
export const manyKinds: readonly ManyKind[] = [
  'check',
  'submit',
  'preset',
  'answer',
  'hand_over',
  'resend',
  'remind',
  'drop_draft',
];

export const actIds: Record<ManyKind, ActId> = {
  check: 'many_check',
  submit: 'many_submit',
  preset: 'many_preset',
  answer: 'many_answer',
  hand_over: 'many_hand_over',
  resend: 'many_resend',
  remind: 'many_remind',
  drop_draft: 'many_drop_draft',
};

/** Answers that can be the same for many orders. */
export const questions = [
  'when',
  'meetings_time_zone',
  'early_release',
  'calling_time_zone',
  'announcement_language',
  'email_language',
  'contact_center_country',
] as const;
export type Question = (typeof questions)[number];

export interface ManyForm {
  preset: string;
  question: Question;
  value: string;
  email: string;
  note: string;
  /** `YYYY-MM-DD`; empty forgets it, null while nothing is chosen. */
  on: string | null;
  /** The act; null while something is missing. */
  act: (typed: Record<string, string>) => ManyAct | null;
}

/** An empty form. */
export function formFor(kind: ManyKind): ManyForm {
  return {
    preset: '',
    question: 'when',
    value: '',
    email: '',
    note: '',
    on: null,
    act(typed) {
      switch (kind) {
        case 'preset':
          return this.preset === '' ? null : { act: kind, preset: this.preset };
        case 'answer': {
          const { question, value } = this;
          return value === '' ? null : { act: kind, question, value };
        }
        case 'hand_over': {
          const email = this.email.trim();
          return email === '' ? null : { act: kind, email, note: this.note.trim() };
        }
        case 'remind':
          return this.on === null ? null : { act: kind, on: this.on === '' ? null : this.on };
        case 'submit':
          return { act: kind, typed };
        default:
          return { act: kind };
      }
    },
  };
}
