// Giving the answers of a preset.

import type { DraftForm } from '../../../host/types';

/** Gives a draft's answers what a preset answers. */
export function give(form: DraftForm, answers: DraftForm): void {
  form.completed_by = answers.completed_by;
  form.when = { ...answers.when };
  form.meetings = structuredClone(answers.meetings);
  form.calling = structuredClone(answers.calling);
  form.contact_center = { ...answers.contact_center };
}
