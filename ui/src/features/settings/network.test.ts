import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { createMemoryHost } from '../../host/memory';
import type { NetworkView } from '../../host/types';
import { setLanguage } from '../../shared/i18n.svelte';
import { renderIn, testApp } from '../../testing/app.svelte';
import { expectNoViolations } from '../../testing/axe';
import Network from './Network.svelte';

const kept: NetworkView = {
  proxy: 'address',
  address: 'http://proxy.example:3128',
  user: 'ana',
  has_password: true,
  system: null,
};

async function open(view?: Partial<NetworkView>) {
  const host = createMemoryHost({ account: 'service' });
  if (view?.has_password) await host.saveNetwork({ ...kept, password: 'kept' });
  else if (view) {
    const real = await host.network();
    host.network = () => Promise.resolve({ ...real, ...view });
  }
  const app = await testApp(host);
  renderIn(app, Network, {});
  await screen.findByTestId('network-form');
  const saved = () => host.called('saveNetwork')?.[0];
  return { host, app, saved, user: userEvent.setup() };
}

const save = () => screen.getByTestId('network-save');

describe('the way to the service', () => {
  it('says what the system says', async () => {
    await open();
    expect(screen.getByTestId('way-system')).toBeChecked();
    expect(screen.getByTestId('way-system')).toHaveAccessibleDescription(
      'Now http://proxy.andaluza.example:8080',
    );
    expect(screen.queryByTestId('proxy-address')).toBeNull();
    await expectNoViolations();
  });

  it('is chosen and saved by the keyboard alone', async () => {
    const { app, saved, user } = await open({ system: null });
    screen.getByTestId('way-system').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Tab}http://proxy.example:8080{Tab}ana{Tab}se cret');
    await expectNoViolations();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(saved()).toEqual({
        proxy: 'address',
        address: 'http://proxy.example:8080',
        user: 'ana',
        password: 'se cret',
      }),
    );
    await waitFor(() => expect(app.told[0]?.title).toBe('Network settings saved'));
  });

  it('never shows the password again', async () => {
    const { user } = await open({ system: null });
    await user.click(screen.getByTestId('way-address'));
    await user.type(screen.getByTestId('proxy-address'), 'http://proxy.example:1');
    expect(screen.getByTestId('proxy-password')).toHaveAttribute('type', 'password');
    await user.type(screen.getByTestId('proxy-password'), 'secret');
    await user.click(save());
    expect(await screen.findByTestId('password-kept')).toHaveTextContent(
      'Kept in the system’s keyring',
    );
    expect(screen.queryByDisplayValue('secret')).toBeNull();
  });

  it('keeps the password as it was unless it is replaced', async () => {
    const { saved, user } = await open(kept);
    await user.click(save());
    await waitFor(() => expect(saved()).toMatchObject({ user: 'ana', password: null }));
    await user.click(await screen.findByTestId('password-replace'));
    expect(screen.getByTestId('proxy-password')).toHaveFocus();
    await user.keyboard('new{Enter}');
    await waitFor(() => expect(saved()).toMatchObject({ password: 'new' }));
  });

  it('removes the password when that is saved, and not before', async () => {
    const { saved, user } = await open(kept);
    await user.click(screen.getByTestId('password-remove'));
    expect(screen.getByTestId('password-kept')).toHaveTextContent('It is removed when you save');
    const keep = screen.getByRole('button', { name: 'Keep the one that is there' });
    expect(keep).toHaveFocus();
    await user.click(keep);
    await user.click(screen.getByTestId('password-remove'));
    await user.click(save());
    await waitFor(() => expect(saved()).toMatchObject({ password: '' }));
  });

  it('says at the field what is wrong with the address, and stands there', async () => {
    const { user, host } = await open();
    await user.click(screen.getByRole('radio', { name: 'This proxy' }));
    await user.click(save());
    const field = screen.getByLabelText('Address of the proxy');
    expect(field).toHaveFocus();
    expect(field).toHaveAccessibleDescription(/Type the address of the proxy\./);
    expect(host.called('saveNetwork')).toBeUndefined();
    await user.type(field, 'proxy');
    expect(field).not.toBeInvalid();
    await user.click(save());
    await waitFor(() =>
      expect(field).toHaveAccessibleDescription(/This is not the address of a proxy\./),
    );
    await expectNoViolations();
  });

  it.each([
    ['proxy_unreachable', 'Address of the proxy', /The proxy proxy\.example did not answer/],
    ['proxy_sign_in', 'Name', /The proxy does not accept this name and password/],
  ])('says %s where it can be mended', async (code, label, words) => {
    const { user, host } = await open(kept);
    host.fail('saveNetwork', { code, params: { host: 'proxy.example' } });
    await user.click(save());
    const field = screen.getByLabelText(label);
    await waitFor(() => expect(field).toHaveAccessibleDescription(words));
    expect(field).toHaveFocus();
  });

  it('tells what is no field’s fault at the edge of the window', async () => {
    const { app, user, host } = await open();
    host.fail('saveNetwork', 'disk_full');
    await user.click(save());
    await waitFor(() => expect(app.told[0]?.title).toBe('The disk is full'));
  });

  it('takes a name for the system’s proxy by going on with its address', async () => {
    const { user, saved } = await open();
    await user.click(screen.getByTestId('proxy-adopt'));
    expect(screen.getByTestId('proxy-user')).toHaveFocus();
    await user.keyboard('ana{Enter}');
    await waitFor(() =>
      expect(saved()).toEqual({
        proxy: 'address',
        address: 'http://proxy.andaluza.example:8080',
        user: 'ana',
        password: null,
      }),
    );
  });

  it('says why it could not be read, and reads again', async () => {
    const host = createMemoryHost({ account: 'service' });
    host.fail('network', 'database_busy');
    renderIn(await testApp(host), Network, {});
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByTestId('network-form')).toBeVisible();
  });

  it('speaks French', async () => {
    setLanguage('fr');
    await open(kept);
    expect(screen.getByRole('group', { name: 'Proxy' })).toBeVisible();
    expect(screen.getByTestId('password-kept')).toHaveTextContent('Gardé dans le trousseau');
  });
});
