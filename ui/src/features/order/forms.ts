// Answers before anything is answered, and a choice as it is made again.

import type { ChoiceView, Choose, DraftForm } from '../../host/types';

export function chooseAgain(choice: ChoiceView): Choose {
  return choice.choice === 'existing'
    ? { choice: 'existing', organization_id: choice.candidate.organization_id }
    : choice;
}

export function emptyForm(): DraftForm {
  return {
    step: null,
    completed_by: null,
    handover: { email: '', note: '' },
    customer_sets_up: false,
    when: {},
    meetings: { sites: [] },
    calling: {
      location_name: '',
      country: '',
      address: { street1: '', street2: '', city: '', state: '', postal_code: '' },
      time_zone: '',
      announcement_language: '',
      email_language: '',
      sip_name: '',
    },
    contact_center: { country: '' },
    transfer: { code: '', current_site: '' },
  };
}
