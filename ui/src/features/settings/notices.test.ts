import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost } from '../../host/memory';
import { noticesAbout } from '../../shared/notices';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Notices from './Notices.svelte';

async function open(prepare?: (host: MemoryHost) => void) {
  const host = createMemoryHost();
  prepare?.(host);
  const app = await testApp(host);
  renderIn(app, Notices, {});
  await waitFor(() => expect(host.called('background')).toBeDefined());
  return { host, app, user: userEvent.setup() };
}

describe('notices', () => {
  it('are shown about everything, not at night, until somebody chooses', async () => {
    const { app, user } = await open();
    expect(screen.getByTestId('notices-on')).toBeChecked();
    expect(screen.getByTestId('notices-night')).toBeChecked();
    for (const what of noticesAbout) expect(screen.getByTestId(`notices-${what}`)).toBeChecked();
    await expectNoViolations();
    await user.click(screen.getByTestId('notices-week'));
    await user.click(screen.getByTestId('notices-night'));
    await waitFor(() => expect(app.settings.quiet_at_night).toBe(false));
    expect(app.settings.notices_about).toEqual(noticesAbout.filter((what) => what !== 'week'));
    await user.click(screen.getByTestId('notices-week'));
    await waitFor(() => expect(app.settings.notices_about).toEqual([...noticesAbout]));
  });

  it('are switched off as a whole, and say no more what they would be about', async () => {
    const { app, user } = await open();
    await user.click(screen.getByTestId('notices-on'));
    await waitFor(() => expect(app.settings.notices).toBe(false));
    expect(screen.queryByTestId('notices-week')).toBeNull();
    expect(app.settings.notices_about).toEqual([...noticesAbout]);
  });

  it('are all put off until tomorrow, and shown again', async () => {
    const { host, user } = await open();
    await user.selectOptions(await screen.findByTestId('silence'), 'tomorrow');
    expect(await screen.findByTestId('silent-until')).toHaveTextContent('No notices until');
    expect(host.called('silenceNotices')).toEqual(['tomorrow']);
    await user.click(screen.getByTestId('silence-drop'));
    expect(await screen.findByTestId('silence')).toBeVisible();
    expect(host.called('silenceNotices')).toEqual([null]);
  });

  it('say that the system shows none', async () => {
    await open((host) => host.systemShows({ notices: 'failed' }));
    expect(await screen.findByText('The system did not show the last notice')).toBeVisible();
  });
});

describe('going on while the window is closed', () => {
  it('is off until somebody wants it; only then the login is offered', async () => {
    const { app, user } = await open();
    expect(screen.getByTestId('keep-running')).not.toBeChecked();
    expect(screen.getByTestId('start-at-login')).toBeDisabled();
    await user.click(screen.getByTestId('keep-running'));
    await user.click(screen.getByTestId('start-at-login'));
    await waitFor(() => expect(app.settings.start_at_login).toBe(true));
    expect(screen.queryByText('This system shows no tray')).toBeNull();
    await user.click(screen.getByTestId('keep-running'));
    await waitFor(() => expect(app.settings.keep_running).toBe(false));
    expect(app.settings.start_at_login).toBe(false);
  });

  it('says how to come back where the system shows no tray', async () => {
    const { user } = await open((host) => host.systemShows({ tray: 'missing' }));
    expect(screen.queryByText('This system shows no tray')).toBeNull();
    await user.click(screen.getByTestId('keep-running'));
    expect(await screen.findByText('This system shows no tray')).toBeVisible();
    expect(screen.getByText(/Start it once more to see its window/)).toBeVisible();
    await expectNoViolations();
  });
});
