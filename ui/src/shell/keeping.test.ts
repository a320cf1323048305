import { render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { createMemoryHost } from '../host/memory';
import type { RescueView } from '../host/types';
import { setLanguage } from '../shared/i18n.svelte';
import { expectNoViolations } from '../testing/axe';
import { rescuedToast } from './rescued';
import Shell from './Shell.svelte';

const rescue: RescueView = {
  damaged: true,
  drafts_from_file: 3,
  drafts_from_backup: 1,
  acts_from_file: 2,
  acts_from_backup: 0,
  unreadable: 1,
  lost: ['4410-1', '4410-2'],
  backup_at: '2026-11-21T09:00:00Z',
};

describe('a disk that takes nothing', () => {
  it('is a banner with what still works and the next step, and goes by itself', async () => {
    const host = createMemoryHost();
    render(Shell, { props: { host } });
    await screen.findByTestId('saved');
    expect(screen.queryByTestId('disk-banner')).toBeNull();
    host.setFrame({ saved: 'failed', problem: { code: 'disk_full', params: {} } });
    const banner = await screen.findByTestId('disk-banner');
    expect(banner).toHaveTextContent('The disk is full. You can read everything');
    expect(banner).toHaveTextContent('Free some space');
    await expectNoViolations();
    host.setFrame({ saved: 'saved', problem: null });
    await waitFor(() => expect(screen.queryByTestId('disk-banner')).toBeNull());
  });
});

describe('a rescue', () => {
  it('is told with how much came from where and what is lost', () => {
    setLanguage('en');
    const { title, detail } = rescuedToast(rescue);
    expect(title).toBe('The damaged file was replaced');
    expect(detail).toContain('From the damaged file: 3 drafts, 2 waiting to be sent.');
    expect(detail).toMatch(/From the backup of .*: 1 draft, 0 waiting to be sent\./);
    expect(detail).toContain('1 row could not be read.');
    expect(detail).toContain('The work on 4410-1 and 4410-2 is lost.');
  });

  it('of a database that was not there says nothing of a damaged file', () => {
    setLanguage('en');
    const quiet = { ...rescue, damaged: false, unreadable: 0, lost: [] };
    const { title, detail } = rescuedToast(quiet);
    expect(title).toBe('The database was not there and was made anew');
    expect(detail).not.toContain('damaged');
    expect(detail).not.toContain('lost');
  });
});
