import { describe, expect, it } from 'vitest';

import type { ReviewView } from '../../../host/types';
import { setLanguage } from '../../../shared/i18n.svelte';
import { reviewLook, standingOf } from './reviews';

const me = 'ana@andaluza.example';
const luis = 'luis@andaluza.example';

describe('the words of a review', () => {
  const view = (more: Partial<ReviewView>): ReviewView => ({
    id: 'rev_1',
    reviewer: luis,
    asked_by: me,
    asked_at: '2026-11-22T09:00:00Z',
    state: 'pending',
    queued: false,
    note: '',
    decided_at: null,
    part: 'asked_by_me',
    current: true,
    readable: true,
    rows: [],
    ...more,
  });

  it.each(['en', 'fr'] as const)('are there for everybody at every point: %s', (language) => {
    setLanguage(language);
    for (const state of ['pending', 'approved', 'declined', 'delegated']) {
      for (const part of ['asked_by_me', 'asked_of_me', 'others']) {
        for (const current of [true, false]) {
          const look = reviewLook(view({ state, part, current, queued: true }));
          expect(look?.title).toMatch(/@andaluza\.example/);
          expect(look?.title).not.toMatch(/⟦|\{/);
        }
      }
    }
  });

  it('are none for a question that is withdrawn', () => {
    expect(reviewLook(view({ state: 'withdrawn' }))).toBeNull();
    expect(standingOf(view({ state: 'withdrawn' }))).toBe('none');
  });

  it('tell what a newer service says without guessing', () => {
    const look = reviewLook(view({ state: 'delegated' }));
    expect(look?.hue).toBe('grey');
    expect(look?.title).toContain('delegated');
  });

  it('do not call an approval good that is about other answers', () => {
    expect(reviewLook(view({ state: 'approved' }))?.hue).toBe('green');
    for (const part of ['asked_by_me', 'others']) {
      expect(reviewLook(view({ state: 'approved', current: false, part }))?.hue).toBe('amber');
    }
  });

  it('say of answers that cannot be compared why', () => {
    const look = reviewLook(view({ state: 'approved', current: false, readable: false }));
    expect(look?.details.join(' ')).toMatch(/cannot be compared/);
  });
});
