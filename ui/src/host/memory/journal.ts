// The journal in memory: filtered and page by page, as the program does it.

import type { JournalEntryView, JournalQuery, JournalView } from '../views';
import { fold } from './view';

const windowSize = 200;

/** Codes of each kind of event; none = all. */
const codes: Record<string, RegExp | undefined> = {
  queue: /^(queued_.*|sent_.*|unanswered_.*|unparked|taken_back)$/,
  drafts: /^(draft_.*|.*_chosen|email_opened|summary_saved)$/,
  decisions: /^(parked|unparked|taken_back|draft_dropped)$/,
  service: /^(accepted_.*|unanswered_.*|parked)$/,
};

/** Every line that matches, the newest first. */
export function matching(journal: JournalEntryView[], query: JournalQuery): JournalEntryView[] {
  const text = fold(query.text.trim());
  const time = (at: string | null, otherwise: number) => (at === null ? otherwise : Date.parse(at));
  return journal
    .filter((entry) => {
      const at = Date.parse(entry.at);
      if (at < time(query.since, 0) || at >= time(query.until, Infinity)) return false;
      if (query.order_id !== null && entry.order_id !== query.order_id) return false;
      if (codes[query.about]?.test(entry.code) === false) return false;
      const said = [entry.actor, entry.number ?? '', entry.customer ?? ''].map(fold);
      return said.some((one) => one.includes(text));
    })
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || Number(b.id) - Number(a.id));
}

export function journalOf(journal: JournalEntryView[], query: JournalQuery): JournalView {
  const found = matching(journal, query);
  const from =
    query.before === null ? 0 : found.findIndex((entry) => entry.id === query.before) + 1;
  const entries = found.slice(from, from + windowSize);
  return structuredClone({ entries, more: from + windowSize < found.length });
}
