import { render, screen } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../host/memory';
import { expectNoViolations } from '../testing/axe';
import Shell from './Shell.svelte';

async function start(options: MemoryOptions, prepare: (host: MemoryHost) => void) {
  const host = createMemoryHost(options);
  prepare(host);
  render(Shell, { host });
  await screen.findByRole('main');
  return { host, user: userEvent.setup() };
}

describe('a start that fails', () => {
  it.each([
    ['database_damaged', 'The data file is damaged'],
    ['database_from_future', 'This data was written by a newer Turnup'],
  ])('by %s says what happened and where the data lies', async (code, words) => {
    const { host, user } = await start({}, (prepared) => prepared.cannotOpen(code));
    expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
    expect(screen.getByText('/home/ana/.local/share/turnup')).toBeInTheDocument();
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText(new RegExp(words))).toBeInTheDocument();
    host.cannotOpen(null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
    expect(host.called('startAgain')).toBeDefined();
  });

  it('lets one begin afresh beside a database that is damaged, and only then', async () => {
    const { host, user } = await start({}, (prepared) => prepared.cannotOpen('database_damaged'));
    await user.click(screen.getByTestId('start-aside'));
    expect(await screen.findByRole('grid')).toBeInTheDocument();
    expect(host.called('setDatabaseAside')).toBeDefined();
  });

  it('looks as it was chosen all the same', async () => {
    const settings = { appearance: 'dark' };
    await start({ settings }, (prepared) => prepared.cannotOpen('database_damaged'));
    expect(screen.getByTestId('start-failed')).toBeInTheDocument();
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('offers no way around data of a newer program', async () => {
    await start({}, (prepared) => prepared.cannotOpen('database_from_future'));
    expect(screen.queryByTestId('start-aside')).toBeNull();
  });
});
