// Sample orders: those of the drawings by hand, any number more by arithmetic (never by chance,
// so that a test sees the same list each time).

import type {
  ChoiceView,
  ConflictView,
  DeclinedView,
  DraftForm,
  LineView,
  MappingView,
  OperationView,
  QueueEntryView,
  ServiceView,
  TimelineEntry,
} from '../views';
import { daysAgo } from './directory';
import { afterMapping, operationFor } from './operation';

/** What somebody was asked to look at. */
export interface Proposal {
  form: DraftForm;
  partner: ChoiceView;
  customer: ChoiceView;
}

export interface StoredReview {
  /** None while it waits here to be asked. */
  id: string | null;
  reviewer: string;
  asked_by: string;
  asked_at: string;
  state: string;
  note: string;
  decided_at: string | null;
  /** Null when another program wrote it. */
  proposal: Proposal | null;
}

/** An order as it is kept: what its views are made from. */
export interface StoredOrder {
  id: string;
  number: string;
  subscription: string;
  kind: string;
  offer: string;
  status: string;
  company: string;
  email: string | null;
  city: string;
  country: string;
  /** Days until it closes; null when it does not. */
  closesIn: number | null;
  lines: LineView[];
  services: ServiceView[];
  /** As the service has it. */
  assignee: string | null;
  /** Who shall be it, while that waits here. */
  assigning: { to: string | null } | null;
  note: string;
  noteQueued: boolean;
  /** As the service has it. */
  noteBefore: string;
  noteTyped: string | null;
  canResend: boolean;
  contact: string;
  mapping: MappingView | null;
  operation: OperationView | null;
  form: DraftForm | null;
  savedAt: string | null;
  partner: ChoiceView;
  customer: ChoiceView;
  /** As the service has it. */
  review: StoredReview | null;
  /** A question that waits here. */
  asking: StoredReview | null;
  /** An answer that waits here. */
  verdict: { state: string; note: string; at: string } | null;
  queue: QueueEntryView[];
  reminder: string | null;
  snoozedUntil: string | null;
  declined: DeclinedView | null;
  /** What somebody else changed. */
  conflict: ConflictView | null;
  timeline: TimelineEntry[];
}

export const operator = { name: 'Ana Ruiz', email: 'ana@andaluza.example' };

const lineOf: Record<string, [string, number]> = {
  meetings: ['Webex Meetings, named user', 250],
  messaging: ['Messaging', 250],
  calling: ['Webex Calling Professional', 180],
  contact_center: ['Webex Contact Center, standard agent', 40],
  devices: ['Cloud device registration', 12],
};
const withInput = ['meetings', 'calling', 'contact_center'];

function linesOf(kinds: string[]): LineView[] {
  const lines = kinds.map((service, at) => {
    const [name, quantity] = lineOf[service] ?? [service, 10];
    return { id: String(at + 1), service, name, quantity, pending_quantity: null, term_months: 36 };
  });
  if (kinds.includes('calling') && kinds.includes('meetings')) {
    lines.push({
      id: String(lines.length + 1),
      service: 'calling',
      name: 'Webex Calling Workspace',
      quantity: 24,
      pending_quantity: null,
      term_months: 36,
    });
  }
  return lines;
}

function servicesOf(kinds: string[], status: string): ServiceView[] {
  return kinds.map((kind) => {
    const needsInput = withInput.includes(kind);
    let state = needsInput ? 'not_set_up' : 'automatic';
    if (needsInput && status === 'deferred') state = 'deferred';
    if (needsInput && afterMapping.includes(status)) {
      state = status === 'provisioned_with_errors' ? 'provisioned' : status;
    }
    return { kind, state, needs_input: needsInput, problems: [] };
  });
}

type Row = [
  number: string,
  company: string,
  city: string,
  country: string,
  kinds: string,
  closesIn: number | null,
  status: string,
];

const byHand: Row[] = [
  [
    '4410-228301',
    'Zürcher Präzisionstechnik AG',
    'Zürich',
    'CH',
    'meetings calling',
    2,
    'awaiting_details',
  ],
  [
    '4410-228290',
    'Zurita y Compañía, S.L.',
    'Sevilla',
    'ES',
    'meetings messaging calling',
    3,
    'awaiting_details',
  ],
  [
    '4410-227954',
    'Zürn Maschinenbau SE',
    'Ulm',
    'DE',
    'meetings calling messaging devices',
    4,
    'awaiting_details',
  ],
  ['4410-227921', 'Zurich Coffee Roasters Ltd', 'Leeds', 'GB', 'calling', 5, 'awaiting_details'],
  ['4410-227880', 'Zurab Logistics', 'Тбилиси', 'GE', 'meetings calling', 5, 'provisioning'],
  [
    '4410-227741',
    'Etablissements Zurier & Fils',
    'Besançon',
    'FR',
    'meetings',
    6,
    'awaiting_approval',
  ],
  ['4410-227690', 'Zuriaga Logística', 'Valencia', 'ES', 'meetings calling', 6, 'deferred'],
  ['4410-227614', 'Zurbrügg Söhne', 'Bern', 'CH', 'meetings', 6, 'awaiting_details'],
  ['4410-226120', '株式会社ひかり商会', '東京', 'JP', 'meetings contact_center', 12, 'mapped'],
  ['4410-225800', 'Hôtellerie du Lac', 'Annecy', 'FR', 'meetings calling', 19, 'customer_sets_up'],
  ['4410-221077', 'Okonkwo & Daughters', 'Bristol', 'GB', 'meetings', null, 'provisioned'],
  [
    '4410-220951',
    'Nordlicht Energie GmbH',
    'Kiel',
    'DE',
    'meetings calling',
    null,
    'provisioned_with_errors',
  ],
  ['4410-219402', 'Papelería Goya', 'Zaragoza', 'ES', 'calling', -2, 'closed'],
];

function stored(row: Row, at: number): StoredOrder {
  const [number, company, city, country, kindWords, closesIn, status] = row;
  const kinds = kindWords.split(' ');
  const domain = `${
    company
      .normalize('NFD')
      .replace(/[^A-Za-z ]/g, '')
      .trim()
      .split(' ')[0]
      ?.toLowerCase() || 'customer'
  }.example`;
  const mappedStates = [
    'mapped',
    'deferred',
    'customer_sets_up',
    'awaiting_approval',
    ...afterMapping,
  ];
  const mapped = mappedStates.includes(status);
  return {
    id: `ord_${number.replace('-', '')}`,
    number,
    subscription: `Sub-${country}${77190 + at}`,
    kind: at % 7 === 6 ? 'transfer' : 'new',
    offer: at % 3 === 0 ? 'A-FLEX-3' : 'A-FLEX',
    status,
    company,
    email: at % 9 === 8 ? null : `maria@${domain}`,
    city,
    country,
    closesIn,
    lines: linesOf(kinds),
    services: servicesOf(kinds, status),
    assignee: null,
    assigning: null,
    note: '',
    noteQueued: false,
    noteBefore: '',
    noteTyped: null,
    canResend: at % 2 === 0,
    contact: operator.email,
    mapping: mapped
      ? {
          own_company: false,
          partner: 'Andaluza de Comunicaciones',
          customer: company,
          customer_created: at % 2 === 1,
          customer_sets_up: status === 'customer_sets_up',
          approval: status === 'awaiting_approval' ? 'required' : null,
          by: operator.email,
          at: daysAgo(1),
        }
      : null,
    operation: operationFor(kinds, status, company),
    form: null,
    savedAt: null,
    partner: { choice: 'undecided' },
    customer: { choice: 'undecided' },
    review: null,
    asking: null,
    verdict: null,
    queue: [],
    reminder: null,
    snoozedUntil: null,
    declined: null,
    conflict: null,
    timeline: [
      {
        at: daysAgo(4),
        actor: '',
        code: 'order_received',
        params: { offer: 'A-FLEX', days: '7' },
        source: 'service',
      },
    ],
  };
}

const generatedNames = [
  'Albright',
  'Bakker',
  'Çelik',
  'Dvořák',
  'Eriksen',
  'Ferreira',
  'Grünwald',
  'Hansen',
  'Ionescu',
  'Jansen',
  'Kowalski',
  'López',
];
const generatedKinds = [
  'Logistics',
  'Motors',
  'Foods',
  'Textiles',
  'Systems',
  'Partners',
  'Clinics',
  'Energy',
];
const places: [string, string][] = [
  ['Porto', 'PT'],
  ['Lyon', 'FR'],
  ['Graz', 'AT'],
  ['Leeds', 'GB'],
  ['Gent', 'BE'],
  ['Turku', 'FI'],
  ['Aarhus', 'DK'],
];
const statuses = [
  'awaiting_details',
  'awaiting_details',
  'awaiting_details',
  'mapped',
  'deferred',
  'provisioned',
  'provisioned',
];

/** The hand-made orders and `more` by arithmetic. */
export function sampleOrders(more: number): StoredOrder[] {
  const rows = [...byHand];
  for (let at = 0; at < more; at++) {
    const [city, country] = places[at % places.length] ?? ['', ''];
    const status = statuses[at % statuses.length] ?? 'awaiting_details';
    const name = `${generatedNames[at % generatedNames.length] ?? ''} ${generatedKinds[Math.trunc(at / 12) % 8] ?? ''}`;
    const closes = status === 'provisioned' ? null : 7 + (at % 23);
    rows.push([
      `4410-${String(200_000 - at)}`,
      at < 96 ? name : `${name} ${Math.trunc(at / 96) + 1}`,
      city,
      country,
      at % 3 === 0 ? 'meetings calling' : at % 3 === 1 ? 'meetings' : 'calling messaging',
      closes,
      status,
    ]);
  }
  return rows.map(stored);
}
