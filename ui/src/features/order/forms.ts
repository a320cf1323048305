// A choice as it is made again.

import type { ChoiceView, Choose } from '../../host/types';

export function chooseAgain(choice: ChoiceView): Choose {
  return choice.choice === 'existing'
    ? { choice: 'existing', organization_id: choice.candidate.organization_id }
    : choice;
}
