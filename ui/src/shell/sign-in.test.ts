import { render, screen, waitFor, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { createMemoryHost, type MemoryHost, type MemoryOptions } from '../host/memory';
import { setLanguage } from '../shared/i18n.svelte';
import { expectNoViolations } from '../testing/axe';
import Shell from './Shell.svelte';

const away: MemoryOptions = { account: 'service', signedIn: false };

async function start(options: MemoryOptions, prepare?: (host: MemoryHost) => void) {
  const host = createMemoryHost(options);
  prepare?.(host);
  render(Shell, { host });
  await screen.findByRole('main');
  return { host, user: userEvent.setup() };
}

/** Signed out, in front of the waiting browser. */
async function waiting(prepare?: (host: MemoryHost) => void) {
  const opened = await start(away, prepare);
  await opened.user.click(await screen.findByRole('button', { name: 'Sign in' }));
  return { ...opened, dialog: await screen.findByRole('dialog') };
}

/** In front of a code. */
async function withCode(prepare?: (host: MemoryHost) => void) {
  const opened = await waiting(prepare);
  await opened.user.click(screen.getByTestId('sign-in-code'));
  return opened;
}

describe('signing in by the browser', () => {
  it('waits for it and can stop waiting', async () => {
    const { host, user } = await start({ firstRun: true });
    await user.type(screen.getByTestId('address'), 'https://provisioning.example{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Waiting for your browser' });
    expect(await within(dialog).findByTestId('sign-in-url')).toHaveTextContent('authorize');
    await expectNoViolations();
    await user.click(within(dialog).getByTestId('sign-in-cancel'));
    expect(host.called('cancelSignIn')).toBeDefined();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says why it failed and begins it again', async () => {
    const { user, dialog } = await waiting((host) =>
      host.fail('finishSignIn', 'sign_in_state_mismatch'),
    );
    await waitFor(() => expect(dialog).toHaveAccessibleName('This sign-in was not begun here'));
    await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(dialog).toHaveAccessibleName('Waiting for your browser'));
  });

  it('leads to the network when a proxy is in the way', async () => {
    const { user, dialog } = await waiting((host) => host.fail('beginSignIn', 'proxy_sign_in'));
    await waitFor(() =>
      expect(dialog).toHaveAccessibleName('The proxy asks for a name and a password'),
    );
    await expectNoViolations();
    await user.click(screen.getByTestId('sign-in-network'));
    expect(await screen.findByTestId('network-form')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Network' })).toHaveFocus();
  });

  it('leads to the network in a dialog while there is no account to look at', async () => {
    const { host, user } = await start({ firstRun: true });
    host.fail('connect', { code: 'proxy_unreachable', params: { host: 'proxy.example' } });
    await user.type(screen.getByTestId('address'), 'https://provisioning.example{Enter}');
    expect(await screen.findByText('The proxy proxy.example did not answer')).toBeVisible();
    expect(screen.getByTestId('address')).not.toBeInvalid();
    await user.click(screen.getByTestId('network'));
    const dialog = await screen.findByRole('dialog', { name: 'Network' });
    await user.click(await within(dialog).findByTestId('way-none'));
    await user.click(within(dialog).getByTestId('network-save'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(host.called('saveNetwork')).toEqual([
      { proxy: 'none', address: '', user: '', password: null },
    ]);
  });
});

describe('signing in with a code', () => {
  it('shows the code to mark and says it letter by letter', async () => {
    const { host, dialog } = await withCode();
    expect(await screen.findByTestId('user-code')).toHaveTextContent('WDJB-MJHT');
    expect(dialog).toHaveAccessibleName('Sign in with a code');
    expect(screen.getByTestId('spoken-code')).toHaveTextContent(
      'The code is W, D, J, B, hyphen, M, J, H, T.',
    );
    expect(screen.getByTestId('code-url')).toHaveTextContent('https://provisioning.example/device');
    expect(host.called('cancelSignIn')).toBeDefined();
    await expectNoViolations();
  });

  it('keeps the focus in the dialog when what was pressed is gone', async () => {
    const { dialog } = await withCode();
    await screen.findByTestId('user-code');
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
  });

  it('copies the code, and the address with the code in it', async () => {
    const { user } = await withCode();
    await user.click(await screen.findByTestId('copy-code'));
    expect(await navigator.clipboard.readText()).toBe('WDJB-MJHT');
    await waitFor(() => expect(screen.getByTestId('copy-code')).toHaveTextContent('Code copied'));
    await user.click(screen.getByTestId('copy-url'));
    expect(await navigator.clipboard.readText()).toContain('user_code=WDJB-MJHT');
  });

  it('signs in once it was typed elsewhere', async () => {
    const { host } = await withCode();
    await screen.findByTestId('user-code');
    host.signInEnds();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByTestId('connection')).toHaveTextContent('Online');
  });

  it('goes back to the browser of this computer', async () => {
    const { host, user, dialog } = await withCode();
    await screen.findByTestId('user-code');
    await user.click(screen.getByTestId('sign-in-browser'));
    await waitFor(() => expect(dialog).toHaveAccessibleName('Waiting for your browser'));
    const begun = host.calls.map(({ method }) => method).filter((name) => /^begin.*In$/.test(name));
    expect(begun).toEqual(['beginSignIn', 'beginDeviceSignIn', 'beginSignIn']);
    expect(await screen.findByTestId('sign-in-url')).toBeVisible();
  });

  it('is cancelled by Escape as by its button', async () => {
    const { host, dialog } = await withCode();
    await screen.findByTestId('user-code');
    const cancelled = host.calls.filter(({ method }) => method === 'cancelSignIn').length;
    (dialog as HTMLDialogElement).close();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(host.calls.filter(({ method }) => method === 'cancelSignIn')).toHaveLength(
      cancelled + 1,
    );
  });

  it('leads back to the browser where the service knows no codes', async () => {
    const { user, dialog } = await withCode((host) =>
      host.fail('beginDeviceSignIn', 'device_sign_in_unsupported'),
    );
    await waitFor(() =>
      expect(dialog).toHaveAccessibleName('This service does not offer signing in with a code'),
    );
    await expectNoViolations();
    await user.click(screen.getByTestId('sign-in-again'));
    await waitFor(() => expect(dialog).toHaveAccessibleName('Waiting for your browser'));
  });

  it('says that the service refused, and tries again with a new code', async () => {
    const { host, user, dialog } = await withCode((prepared) => {
      const real = prepared.beginDeviceSignIn.bind(prepared);
      prepared.beginDeviceSignIn = () => {
        prepared.fail('finishSignIn', 'sign_in_refused');
        return real();
      };
    });
    await waitFor(() => expect(dialog).toHaveAccessibleName('The service refused the sign-in'));
    await user.click(screen.getByTestId('sign-in-again'));
    await waitFor(() =>
      expect(host.calls.filter(({ method }) => method === 'beginDeviceSignIn')).toHaveLength(2),
    );
  });

  it('speaks French', async () => {
    await withCode();
    await screen.findByTestId('user-code');
    setLanguage('fr');
    await waitFor(() =>
      expect(screen.getByTestId('spoken-code')).toHaveTextContent(
        'Le code est W, D, J, B, tiret, M, J, H, T.',
      ),
    );
  });
});

describe('a code that is not valid for ever', () => {
  let ends = '';
  beforeEach(() => {
    ends = new Date(Date.now() + 65_000).toISOString();
  });

  async function ending() {
    return withCode((host) => {
      const real = host.beginDeviceSignIn.bind(host);
      host.beginDeviceSignIn = async () => ({ ...(await real()), expires_at: ends });
    });
  }

  it('counts down for the eye alone', async () => {
    await ending();
    const left = await screen.findByTestId('code-left');
    expect(left).toHaveTextContent(/another 1:0\d/);
    expect(left).toHaveAttribute('aria-hidden', 'true');
    expect(left.closest('[role=status], [aria-live]')).toBeNull();
  });

  it('gives way to a new one when its time is over', async () => {
    ends = new Date(Date.now() + 900).toISOString();
    const { host, user, dialog } = await ending();
    await waitFor(() => expect(dialog).toHaveAccessibleName('This code is not valid any more'));
    expect(screen.queryByTestId('user-code')).toBeNull();
    await expectNoViolations();
    ends = new Date(Date.now() + 600_000).toISOString();
    await user.click(screen.getByRole('button', { name: 'New code' }));
    expect(await screen.findByTestId('user-code')).toBeVisible();
    expect(host.calls.filter(({ method }) => method === 'beginDeviceSignIn')).toHaveLength(2);
  });
});

describe('two beginnings', () => {
  it('do not cross: the code is asked for once the browser’s page is known', async () => {
    const { host, user } = await start(away);
    let answer: () => void = () => undefined;
    const real = host.beginSignIn.bind(host);
    host.beginSignIn = async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return real();
    };
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    await user.click(await screen.findByTestId('sign-in-code'));
    expect(screen.getByText('Asking the service for a code…')).toBeVisible();
    expect(host.called('beginDeviceSignIn')).toBeUndefined();
    answer();
    expect(await screen.findByTestId('user-code')).toBeVisible();
    const begun = host.calls.map(({ method }) => method).filter((name) => /SignIn$/.test(name));
    expect(begun).toEqual(['beginSignIn', 'cancelSignIn', 'beginDeviceSignIn', 'finishSignIn']);
  });
});
