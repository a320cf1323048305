import { describe, expect, it } from 'vitest';

import { closingOn, inState, inStateOfAge, ofAge, open, overdue, withState } from './links';

describe('where a bar leads', () => {
  it.each([
    [open, 'is:open'],
    [overdue, 'due:overdue'],
    [closingOn('2026-11-25'), 'due:2026-11-25'],
    [inState('awaiting_approval'), 'is:open state:awaiting_approval'],
    [withState('provisioned_with_errors'), 'state:provisioned_with_errors'],
    [ofAge({ from: 0, to: 3 }), 'is:open age:<3d'],
    [ofAge({ from: 7, to: 14 }), 'is:open age:>=7d age:<14d'],
    [ofAge({ from: 30, to: null }), 'is:open age:>=30d'],
    [
      inStateOfAge('provisioning', { from: 3, to: 7 }),
      'is:open state:provisioning age:>=3d age:<7d',
    ],
  ])('%s', (link, expected) => {
    expect(link).toBe(expected);
  });
});
