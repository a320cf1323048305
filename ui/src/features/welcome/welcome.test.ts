import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryOptions } from '../../host/memory';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Welcome from './Welcome.svelte';

async function open(options: MemoryOptions = { firstRun: true }) {
  const host = createMemoryHost(options);
  const app = await testApp(host);
  renderIn(app, Welcome, {});
  return { host, app, user: userEvent.setup() };
}

describe('the first run', () => {
  it('offers sample data first', async () => {
    const { host, user } = await open();
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: 'Explore' }));
    expect(host.called('exploreSample')).toBeDefined();
  });

  it.each([
    ['', 'This is not an address'],
    ['ftp://x', 'This is not an address'],
    ['http://service.example', 'This address is not secure'],
  ])('says of the address “%s” what is wrong with it, beside the field', async (typed, words) => {
    const { user } = await open();
    const field = screen.getByLabelText('Address of the service');
    if (typed !== '') await user.type(field, typed);
    await user.click(screen.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(field).toHaveAccessibleDescription(expect.stringContaining(words)));
    expect(field).toHaveFocus();
    await expectNoViolations();
    await user.type(field, 'x');
    expect(field).not.toBeInvalid();
  });

  it.each([
    ['not_this_protocol', 'There is no provisioning service at this address'],
    ['certificate_refused', 'The service’s certificate is not trusted'],
    ['unreachable', 'The service did not answer'],
  ])('says what came of asking: %s', async (code, words) => {
    const { host, user } = await open();
    host.fail('connect', code);
    await user.type(screen.getByLabelText('Address of the service'), 'https://a.example{Enter}');
    expect(await screen.findByText(new RegExp(words))).toBeInTheDocument();
  });

  it('leads to the network when a proxy is in the way, and leaves the address alone', async () => {
    const { app, host, user } = await open();
    host.fail('connect', 'proxy_sign_in');
    const field = screen.getByLabelText('Address of the service');
    await user.type(field, 'https://a.example{Enter}');
    expect(await screen.findByText('The proxy asks for a name and a password')).toBeVisible();
    expect(field).not.toBeInvalid();
    await expectNoViolations();
    await user.click(screen.getByRole('button', { name: 'Network settings…' }));
    expect(app.visited).toEqual(['network']);
  });

  it('goes on to the sign-in once connected', async () => {
    const { app, user } = await open();
    await user.type(screen.getByLabelText('Address of the service'), 'https://a.example{Enter}');
    await waitFor(() => expect(app.visited).toEqual(['sign in']));
  });

  it('lets one who never signed in do so, or name another address', async () => {
    const { app, user } = await open({ account: 'service', signedIn: false });
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await user.click(screen.getByRole('button', { name: 'Sign in with a code' }));
    expect(app.visited).toEqual(['sign in', 'sign in code']);
    await user.click(screen.getByRole('button', { name: 'Use another address' }));
    expect(screen.getByLabelText('Address of the service')).toBeInTheDocument();
  });
});
