// Organizations to choose from: a right one, a stale trial, one of another country, and what a
// domain search finds.

import type { CandidateView, FinderView } from '../views';

const day = 86_400_000;

/** RFC 3339, so many days ago. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * day).toISOString().replace(/\.\d+Z$/, 'Z');
}

function candidate(
  more: Partial<CandidateView> & { organization_id: string; name: string },
): CandidateView {
  return {
    city: '',
    country: '',
    score: 20,
    strength: 'weak',
    domains: [],
    users: 0,
    active_users: 0,
    last_activity: null,
    idle_days: null,
    subscriptions: 0,
    licenses: 0,
    created: null,
    managed_by: null,
    trial: 'none',
    consumer: false,
    approval: 'not_needed',
    role_after_mapping: 'provisioning_admin',
    reasons: [],
    flags: [],
    ...more,
  };
}

/** The partner's own organization: the address is an administrator's. */
export const partnerOrganization = candidate({
  organization_id: 'org_partner',
  name: 'Andaluza de Comunicaciones',
  city: 'Sevilla',
  country: 'ES',
  score: 100,
  strength: 'recommended',
  domains: [{ name: 'andaluza.example', state: 'claimed' }],
  users: 84,
  active_users: 79,
  last_activity: daysAgo(0),
  idle_days: 0,
  subscriptions: 3,
  licenses: 120,
  created: '2017-05-11',
  role_after_mapping: 'full_admin',
  reasons: [{ code: 'admin_email_equals', params: { email: 'ana@andaluza.example' } }],
});

/** Candidates for a customer: the first one is made to fit it. */
export function customerCandidates(
  company: string,
  city: string,
  country: string,
  domain: string,
): CandidateView[] {
  const short = company.replace(/,?\s+(S\.L\.|AG|SE|Ltd|GmbH|S\.A\.|SAS|Inc\.?)$/u, '');
  const word = short.split(/\s+/)[0] ?? short;
  return [
    candidate({
      organization_id: 'org_customer',
      name: short,
      city,
      country,
      score: 96,
      strength: 'recommended',
      domains: [
        { name: domain, state: 'claimed' },
        { name: domain.replace(/\.[^.]+$/, '.eu'), state: 'verified' },
      ],
      users: 236,
      active_users: 212,
      last_activity: daysAgo(1),
      idle_days: 1,
      subscriptions: 1,
      licenses: 200,
      created: '2019-03-04',
      managed_by: 'Andaluza de Comunicaciones',
      approval: 'required',
      reasons: [
        { code: 'claimed_domain_equals', params: { domain } },
        { code: 'similar_name', params: { percent: '100' } },
      ],
      flags: [
        { severity: 'info', sentence: { code: 'approval_required', params: { users: '236' } } },
      ],
    }),
    candidate({
      organization_id: 'org_stale',
      name: `${word} (test)`,
      city,
      country,
      score: 21,
      users: 4,
      last_activity: daysAgo(520),
      idle_days: 520,
      trial: 'expired',
      created: '2023-06-14',
      reasons: [{ code: 'similar_name', params: { percent: '71' } }],
      flags: [
        { severity: 'red', sentence: { code: 'stale_unverified', params: { days: '520' } } },
        { severity: 'amber', sentence: { code: 'consumer_or_trial', params: {} } },
      ],
    }),
    candidate({
      organization_id: 'org_abroad',
      name: `${word} Foods Inc.`,
      city: 'Austin',
      country: 'US',
      score: 18,
      domains: [{ name: `${word.toLowerCase()}foods.example`, state: 'verified' }],
      users: 61,
      active_users: 58,
      last_activity: daysAgo(3),
      idle_days: 3,
      subscriptions: 2,
      licenses: 75,
      created: '2021-01-20',
      managed_by: 'Lone Star Voice',
      reasons: [{ code: 'similar_name', params: { percent: '64' } }],
      flags: [
        { severity: 'amber', sentence: { code: 'other_country', params: { country: 'US' } } },
        {
          severity: 'amber',
          sentence: { code: 'managed_by_other', params: { partner: 'Lone Star Voice' } },
        },
      ],
    }),
  ];
}

/** What a domain search finds, page by page. */
export function searchAnswer(found: FinderView, domain: string, cursor: string | null): FinderView {
  const page = cursor === null ? 0 : Number(cursor);
  const candidates = domain.includes('nothing')
    ? []
    : [0, 1].map((at) =>
        candidate({
          organization_id: `org_found_${page}_${at}`,
          name: `${domain} ${page * 2 + at + 1}`,
          city: 'Madrid',
          country: 'ES',
          score: 40 - page * 4 - at,
          strength: 'good',
          domains: [{ name: domain, state: 'verified' }],
          users: 30,
          active_users: 12,
          last_activity: daysAgo(6),
          idle_days: 6,
          created: '2022-02-02',
          reasons: [{ code: 'verified_domain_equals', params: { domain } }],
        }),
      );
  return {
    ...found,
    outcome: candidates.length > 0 ? 'candidates' : 'none',
    candidates,
    next_cursor: page < 1 && candidates.length > 0 ? String(page + 1) : null,
  };
}
