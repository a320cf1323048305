// The plain structures that cross from the program: codes, RFC 3339 times and ISO codes, never
// words for people. Field for field the Rust structs of `workbench::views`.

export interface Failure {
  code: string;
  params: Record<string, string>;
}

export interface Sentence {
  code: string;
  params: Record<string, string>;
}

export interface ProblemView {
  pointer: string;
  code: string;
  params: Record<string, string>;
  step: string;
}

// The frame of the window and the settings.

export interface StartupView {
  version: string;
  data_dir: string;
  settings: SettingsView;
  account: AccountView | null;
  problem: Failure | null;
}

export interface SettingsView {
  language: string;
  appearance: string;
  density: string;
}

export interface AccountView {
  kind: string;
  address: string;
  operator_name: string;
  operator_email: string;
  signed_in: boolean;
  tokens: string;
  keyring_problem: string | null;
  sample_online: boolean | null;
  database: string;
}

export interface FrameView {
  saved: string;
  waiting: number;
  needs_attention: number;
  connection: string;
  since: string | null;
  last_sync: string | null;
  sync: SyncProgressView | null;
  problem: Failure | null;
}

export interface SyncProgressView {
  step: string;
  done: number;
  total: number | null;
}

export interface SignInView {
  url: string;
}

// The list of orders.

export interface OrderQuery {
  view: string;
  text: string;
  states: string[];
  services: string[];
  sort: string;
  descending: boolean;
  offset: number;
  limit: number;
}

export interface OrderWindow {
  rows: OrderRow[];
  offset: number;
  total: number;
}

export interface OrderRow {
  id: string;
  number: string;
  customer: string;
  city: string;
  country: string;
  services: string[];
  deadline: DeadlineView;
  badge: BadgeView;
}

export interface DeadlineView {
  closes_at: string | null;
  days: number | null;
  urgency: string;
}

export interface BadgeView {
  code: string;
  step: number | null;
  steps: number | null;
}

export interface ViewCounts {
  inbox: number;
  due_soon: number;
  drafts: number;
  queue: number;
  needs_attention: number;
  provisioned: number;
  all: number;
}

export interface EmailOpened {
  outcome: string;
  number: string;
  order_id: string | null;
}

// One order.

export interface OrderView {
  id: string;
  number: string;
  subscription: string;
  kind: string;
  offer: string;
  status: string;
  local_state: string;
  badge: BadgeView;
  deadline: DeadlineView;
  requested_start: string | null;
  mail_sent_at: string | null;
  contact: ContactView;
  seller: PersonView | null;
  can_resend: boolean;
  assignee: string | null;
  note: string;
  note_queued: boolean;
  end_customer: EndCustomerView;
  lines: LineView[];
  services: ServiceView[];
  mapping: MappingView | null;
  operation: OperationView | null;
  wizard: WizardView;
  queue: QueueEntryView[];
  timeline: TimelineEntry[];
  stamp: string;
}

export interface ContactView {
  email: string;
  name: string;
  time_zone: string | null;
  frozen: boolean;
}

export interface PersonView {
  name: string;
  email: string;
}

export interface EndCustomerView {
  company: string;
  email: string | null;
  country: string;
  city: string;
}

export interface LineView {
  id: string;
  service: string;
  name: string;
  quantity: number;
  pending_quantity: number | null;
  term_months: number | null;
}

export interface ServiceView {
  kind: string;
  state: string;
  needs_input: boolean;
  problems: ProblemView[];
}

export interface MappingView {
  own_company: boolean;
  partner: string | null;
  customer: string;
  customer_created: boolean;
  customer_sets_up: boolean;
  approval: string | null;
  by: string;
  at: string;
}

export interface OperationView {
  id: string;
  state: string;
  steps: OperationStepView[];
  can_retry: boolean;
}

export interface OperationStepView {
  code: string;
  service: string;
  subject: string;
  state: string;
  problems: Sentence[];
}

export interface WizardView {
  editable: boolean;
  frozen_because: string | null;
  mapped: boolean;
  form: DraftForm;
  partner: ChoiceView;
  customer: ChoiceView;
  steps: StepView[];
  current: string;
  saved_at: string | null;
  outdated: boolean;
  set_up_now: string[];
}

export interface StepView {
  id: string;
  progress: string;
  answer: Sentence | null;
  problems: ProblemView[];
}

export interface DraftSaved {
  saved_at: string;
  steps: StepView[];
  set_up_now: string[];
  badge: BadgeView;
}

export interface QueueEntryView {
  id: string;
  order_id: string;
  number: string;
  customer: string;
  kind: string;
  state: string;
  created_at: string;
  attempts: number;
  next_attempt_at: string | null;
  problem: Sentence | null;
  errors: ProblemView[];
  can_take_back: boolean;
}

export interface TimelineEntry {
  at: string;
  actor: string;
  code: string;
  params: Record<string, string>;
  source: string;
}

export interface ConfirmationView {
  phrase: string;
  rows: ComparisonRow[];
  problems: ProblemView[];
  warnings: ProblemView[];
  checked: boolean;
  online: boolean;
  act: string;
  set_up_now: string[];
}

export interface ComparisonRow {
  code: string;
  order_says: Sentence;
  chosen: Sentence;
  verdict: string;
}

export interface SummarySaved {
  path: string;
  pages: number;
  bytes: number;
}

// The wizard's answers.

export interface DraftForm {
  step: string | null;
  completed_by: string | null;
  handover: HandoverForm;
  customer_sets_up: boolean;
  when: Record<string, string>;
  meetings: MeetingsForm;
  calling: CallingForm;
  contact_center: ContactCenterForm;
  transfer: TransferForm;
}

export interface HandoverForm {
  email: string;
  note: string;
}

export interface MeetingsForm {
  sites: SiteForm[];
}

export interface SiteForm {
  name: string;
  time_zone: string;
  early_release: boolean | null;
  managed_in: string;
  licenses: Record<string, number>;
}

export interface CallingForm {
  location_name: string;
  country: string;
  address: AddressForm;
  time_zone: string;
  announcement_language: string;
  email_language: string;
  sip_name: string;
}

export interface AddressForm {
  street1: string;
  street2: string;
  city: string;
  state: string;
  postal_code: string;
}

export interface ContactCenterForm {
  country: string;
}

export interface TransferForm {
  code: string;
  current_site: string;
}

// Finding the right organization.

export interface FinderView {
  role: string;
  email: string | null;
  company: string;
  country: string;
  outcome: string;
  from_cache: boolean;
  as_of: string | null;
  candidates: CandidateView[];
  next_cursor: string | null;
}

export interface CandidateView {
  organization_id: string;
  name: string;
  city: string;
  country: string;
  score: number;
  strength: string;
  domains: DomainView[];
  users: number;
  active_users: number;
  last_activity: string | null;
  idle_days: number | null;
  subscriptions: number;
  licenses: number;
  created: string | null;
  managed_by: string | null;
  trial: string;
  consumer: boolean;
  approval: string;
  role_after_mapping: string;
  reasons: Sentence[];
  flags: FlagView[];
}

export interface DomainView {
  name: string;
  state: string;
}

export interface FlagView {
  severity: string;
  sentence: Sentence;
}

export type ChoiceView =
  | { choice: 'undecided' }
  | {
      choice: 'existing';
      candidate: CandidateView;
      outcome: string;
      as_of: string;
      from_cache: boolean;
      chosen_at: string;
    }
  | {
      choice: 'create';
      name: string;
      vertical: string;
      country: string;
      admin_email: string;
      create_anyway: boolean;
    };

export type Choose =
  | { choice: 'undecided' }
  | { choice: 'existing'; organization_id: string }
  | {
      choice: 'create';
      name: string;
      vertical: string;
      country: string;
      admin_email: string;
      create_anyway: boolean;
    };

export interface NameAnswer {
  name: string;
  result: string;
  suggestions: string[];
}

export interface ChoicesView {
  verticals: string[];
  countries: CountryView[];
  time_zones: string[];
  languages: string[];
  site_suffix: string;
  sip_suffix: string;
  max_sites: number;
  can_search: boolean;
}

export interface CountryView {
  code: string;
  required: string[];
  order: string[];
  state_label: string;
  postal_label: string;
  states: string[];
  postal_example: string;
  time_zones: string[];
  languages: string[];
  data_region: string;
}
