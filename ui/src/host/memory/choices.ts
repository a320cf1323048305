// What forms offer, as a service would send it; a few countries with their address rules.

import type { ChoicesView, CountryView } from '../views';

function country(
  code: string,
  required: string,
  zones: string[],
  languages: string[],
  more: Partial<CountryView> = {},
): CountryView {
  return {
    code,
    required: required.split(' '),
    order: ['street1', 'street2', 'postal_code', 'city'],
    state_label: '',
    postal_label: 'postal',
    states: [],
    postal_example: '',
    time_zones: zones,
    languages,
    data_region: 'eu',
    ...more,
  };
}

const usStates = ['CA', 'FL', 'IL', 'MA', 'NY', 'TX', 'WA'];

export const sampleChoices: ChoicesView = {
  verticals: [
    'education',
    'finance',
    'government',
    'healthcare',
    'manufacturing',
    'retail',
    'technology',
    'other',
  ],
  countries: [
    country('AT', 'street1 city postal_code', ['Europe/Vienna'], ['de_de'], {
      postal_example: '1010',
    }),
    country('BE', 'street1 city postal_code', ['Europe/Brussels'], ['nl_nl', 'fr_fr'], {
      postal_example: '4000',
    }),
    country(
      'CA',
      'street1 city state postal_code',
      ['America/Toronto', 'America/Montreal', 'America/Vancouver'],
      ['en_ca', 'fr_ca'],
      {
        order: ['street1', 'street2', 'city', 'state', 'postal_code'],
        state_label: 'province',
        states: ['AB', 'BC', 'ON', 'QC'],
        postal_example: 'H3Z 2Y7',
        data_region: 'ca',
      },
    ),
    country('CH', 'street1 city postal_code', ['Europe/Zurich'], ['de_de', 'fr_fr', 'it_it'], {
      postal_example: '2544',
    }),
    country('DE', 'street1 city postal_code', ['Europe/Berlin'], ['de_de'], {
      postal_example: '26133',
    }),
    country(
      'ES',
      'street1 city state postal_code',
      ['Europe/Madrid', 'Atlantic/Canary'],
      ['es_es'],
      {
        order: ['street1', 'street2', 'postal_code', 'city', 'state'],
        state_label: 'province',
        states: ['Barcelona', 'Madrid', 'Sevilla', 'Valencia'],
        postal_example: '28039',
      },
    ),
    country('FR', 'street1 city postal_code', ['Europe/Paris'], ['fr_fr'], {
      postal_example: '33380',
    }),
    country('GB', 'street1 city postal_code', ['Europe/London'], ['en_gb'], {
      postal_example: 'EC1Y 8SY',
    }),
    country('GE', 'street1 city', ['Asia/Tbilisi'], ['en_us']),
    country('JP', 'street1 state postal_code', ['Asia/Tokyo'], ['ja_jp'], {
      state_label: 'prefecture',
      data_region: 'jp',
      postal_example: '154-0023',
    }),
    country(
      'US',
      'street1 city state postal_code',
      ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'],
      ['en_us', 'es_us'],
      {
        order: ['street1', 'street2', 'city', 'state', 'postal_code'],
        state_label: 'state',
        postal_label: 'zip',
        states: usStates,
        postal_example: '95014',
        data_region: 'us',
      },
    ),
  ],
  time_zones: [
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/New_York',
    'America/Toronto',
    'Asia/Tbilisi',
    'Asia/Tokyo',
    'Atlantic/Canary',
    'Australia/Sydney',
    'Europe/Berlin',
    'Europe/Brussels',
    'Europe/London',
    'Europe/Madrid',
    'Europe/Paris',
    'Europe/Vienna',
    'Europe/Zurich',
    'UTC',
  ],
  languages: [
    'de_de',
    'en_gb',
    'en_us',
    'es_es',
    'es_us',
    'fr_ca',
    'fr_fr',
    'it_it',
    'ja_jp',
    'nl_nl',
  ],
  site_suffix: '.webex.com',
  sip_suffix: '.calls.webex.com',
  max_sites: 50,
  can_search: true,
};
