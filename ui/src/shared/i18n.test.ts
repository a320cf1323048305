import { describe, expect, it } from 'vitest';

import {
  forTests,
  kebab,
  language,
  resolveLanguage,
  sentence,
  setLanguage,
  t,
  term,
  tIn,
} from './i18n.svelte';

describe('words', () => {
  it('follow the language chosen while the program runs', () => {
    expect(t('view-drafts')).toBe('Drafts');
    setLanguage('fr');
    expect(language()).toBe('fr');
    expect(t('view-drafts')).toBe('Brouillons');
    expect(document.documentElement.lang).toBe('fr');
  });

  it('keep the direction of values apart from their own', () => {
    const missing: string[] = [];
    forTests({ isolating: true, onMissing: (id) => missing.push(id) });
    try {
      expect(t('detail-number-only', { number: '4410' })).toBe('Order \u20684410\u2069');
      expect(t('no-such-words')).toBe('⟦no-such-words⟧');
      expect(missing).toEqual(['no-such-words']);
    } finally {
      forTests({ isolating: false, onMissing: (id) => expect.fail(id) });
    }
  });

  it('can be had in another language than the window’s, for text that leaves it', () => {
    forTests({ isolating: true });
    try {
      expect(tIn('fr', 'detail-number-only', { number: '4410' })).toBe('Commande 4410');
      expect(t('detail-number-only', { number: '4410' })).toBe('Order \u20684410\u2069');
      expect(language()).toBe('en');
    } finally {
      forTests({ isolating: false });
    }
  });

  it.each([
    ['fr', ['en-GB'], 'fr'],
    ['system', ['fr-CA', 'en'], 'fr'],
    ['system', ['ja', 'fr'], 'fr'],
    ['system', ['ja'], 'en'],
    ['nonsense', ['en-US'], 'en'],
  ])('for the setting %s and the system %j are %s', (setting, preferred, expected) => {
    expect(resolveLanguage(setting, preferred)).toBe(expected);
  });

  it('show a code of a newer service as it is', () => {
    expect(term('service', 'contact_center')).toBe('Webex Contact Center');
    expect(term('service', 'hologram_rooms')).toBe('hologram rooms');
    expect(kebab('provisioned_with_errors')).toBe('provisioned-with-errors');
  });

  it('count in sentences that crossed as text', () => {
    const said = (left: string) => ({ code: 'licenses_left_over', params: { left } });
    expect(sentence('problem', said('1'))).toBe('1 license has no site yet.');
    expect(sentence('problem', said('12'))).toBe('12 licenses have no site yet.');
    expect(
      sentence('order-timeline', { code: 'new_thing', params: {} }, 'order-timeline-other'),
    ).toContain('new');
  });
});
