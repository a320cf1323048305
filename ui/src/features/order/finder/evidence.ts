// What speaks for and against a candidate, row by row: the same evidence in the same row for
// each. Says what is good or bad; how that looks is the table's business.

import type { CandidateView, FlagView } from '../../../host/types';
import { formatDate, formatIdle, formatMonth, formatNumber } from '../../../shared/formats';
import { kebab, sentence, t, tMaybe } from '../../../shared/i18n.svelte';

export type Mark = 'good' | 'bad' | 'plain';

export interface Evidence {
  mark: Mark;
  words: string;
}

/** The rows of evidence, in the order in which they are compared. */
export const evidenceRows = [
  'domains',
  'active_users',
  'last_activity',
  'subscriptions',
  'created',
  'managed_by',
] as const;
export type EvidenceRow = (typeof evidenceRows)[number];

/** Idle for longer than this looks abandoned. */
const STALE_DAYS = 365;

/** More domains than these are counted, not named. */
const MOST_DOMAINS = 4;

function has(candidate: CandidateView, reason: string): boolean {
  return candidate.reasons.some((given) => given.code === reason);
}

function flagged(candidate: CandidateView, flag: string): boolean {
  return candidate.flags.some((given) => given.sentence.code === flag);
}

function domains(candidate: CandidateView): Evidence {
  if (candidate.domains.length === 0) return { mark: 'bad', words: t('finder-domains-none') };
  // The claimed ones speak loudest, and stand first in what is shown.
  const sorted = [...candidate.domains].sort(
    (a, b) => Number(b.state === 'claimed') - Number(a.state === 'claimed'),
  );
  const words = sorted
    .slice(0, MOST_DOMAINS)
    .map(
      (domain) =>
        tMaybe(`finder-domain-${kebab(domain.state)}`, { domain: domain.name }) ??
        t('finder-domain-other', { domain: domain.name }),
    );
  const more = sorted.length - words.length;
  if (more > 0) words.push(t('finder-domains-more', { count: more }));
  const ours = has(candidate, 'claimed_domain_equals') || has(candidate, 'verified_domain_equals');
  return { mark: ours ? 'good' : 'plain', words: words.join(', ') };
}

function activeUsers(candidate: CandidateView): Evidence {
  const words = t('finder-users', {
    active: formatNumber(candidate.active_users),
    users: formatNumber(candidate.users),
  });
  return { mark: candidate.active_users === 0 ? 'bad' : 'plain', words };
}

function lastActivity(candidate: CandidateView): Evidence {
  if (candidate.last_activity === null) return { mark: 'bad', words: t('finder-activity-never') };
  if (candidate.idle_days === null) {
    return { mark: 'plain', words: formatMonth(candidate.last_activity) };
  }
  const words = formatIdle(candidate.idle_days);
  if (candidate.idle_days > STALE_DAYS) return { mark: 'bad', words };
  return { mark: has(candidate, 'recent_activity') ? 'good' : 'plain', words };
}

function subscriptions(candidate: CandidateView): Evidence {
  if (candidate.consumer) return { mark: 'bad', words: t('finder-consumer') };
  if (candidate.trial === 'expired') return { mark: 'bad', words: t('finder-trial-expired') };
  if (candidate.trial === 'active') return { mark: 'plain', words: t('finder-trial-active') };
  if (candidate.subscriptions === 0)
    return { mark: 'plain', words: t('finder-subscriptions-none') };
  const active = t('finder-subscriptions-active', { count: candidate.subscriptions });
  const words =
    candidate.licenses === 0
      ? active
      : `${active} · ${t('finder-licenses', { count: candidate.licenses })}`;
  return { mark: 'plain', words };
}

function created(candidate: CandidateView): Evidence {
  const words = candidate.created === null ? t('finder-unknown') : formatMonth(candidate.created);
  return { mark: 'plain', words };
}

function managedBy(candidate: CandidateView): Evidence {
  return {
    mark: flagged(candidate, 'managed_by_other') ? 'bad' : 'plain',
    words: candidate.managed_by ?? t('finder-managed-by-nobody'),
  };
}

const rows: Record<EvidenceRow, (candidate: CandidateView) => Evidence> = {
  domains,
  active_users: activeUsers,
  last_activity: lastActivity,
  subscriptions,
  created,
  managed_by: managedBy,
};

export function evidence(row: EvidenceRow, candidate: CandidateView): Evidence {
  return rows[row](candidate);
}

/** Why it is listed, as one line. */
export function whyListed(candidate: CandidateView): string {
  return candidate.reasons
    .map((reason) => sentence('finder-reason', reason, 'finder-reason-other'))
    .join('; ');
}

function flagWords({ sentence: said }: FlagView): string {
  if (said.code !== 'declined_before') return sentence('finder-flag', said, 'finder-flag-other');
  return t('finder-flag-declined-before', { day: formatDate(said.params['at'] ?? '') });
}

/** What to mind; becoming Provisioning Admin belongs to the approval, or stands alone. */
export function whatToMind(candidate: CandidateView): { flag: FlagView; words: string }[] {
  const becomes =
    candidate.role_after_mapping === 'provisioning_admin'
      ? t('finder-flag-provisioning-admin')
      : '';
  const minded = candidate.flags.map((flag) => {
    const words = flagWords(flag);
    const joined = flag.sentence.code === 'approval_required' && becomes !== '';
    return { flag, words: joined ? `${words} ${becomes}` : words };
  });
  const likely = candidate.strength !== 'weak';
  if (becomes !== '' && likely && !flagged(candidate, 'approval_required')) {
    const sentenceOf = { code: 'provisioning_admin', params: {} };
    minded.push({ flag: { severity: 'info', sentence: sentenceOf }, words: becomes });
  }
  return minded;
}
