// The answers of an order before anything is answered.

import type { DraftForm } from '../host/types';

export function blankForm(): DraftForm {
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
