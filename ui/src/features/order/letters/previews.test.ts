import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { setLanguage } from '../../../shared/i18n.svelte';
import { expectNoViolations } from '../../../testing/axe';
import { openPage, orders } from '../testing';

describe('handing an order over', () => {
  async function handsOver() {
    const page = await openPage(orders.fresh, 'who');
    expect(screen.queryByTestId('preview-handover')).toBeNull();
    await page.user.click(screen.getByTestId('who-someone_else'));
    return { ...page, preview: within(screen.getByTestId('preview-handover')) };
  }

  it('shows the letter that they get while it is typed', async () => {
    const { user, host, preview } = await handsOver();
    const { number, subscription } = host.order(orders.fresh);
    expect(preview.getByText('their address, once it is given')).toBeVisible();
    expect(
      preview.getByText(`Provisioning information required for order ${number}`),
    ).toBeVisible();
    expect(preview.getByText(/Ana Ruiz asks you to complete/)).toHaveTextContent(subscription);
    expect(preview.queryByText(/Ana Ruiz writes/)).toBeNull();
    await user.type(screen.getByTestId('field-handover.email'), 'eva@example.com');
    await user.type(screen.getByTestId('field-handover.note'), 'Call <b>Maria</b>');
    expect(preview.getByText('eva@example.com')).toBeVisible();
    expect(preview.getByText('Ana Ruiz writes: Call <b>Maria</b>')).toBeVisible();
    await expectNoViolations();
  });

  it('says when the order closes and that the work here ends', async () => {
    const { preview } = await handsOver();
    expect(preview.getByText(/^The order closes .*, for them too\.$/)).toBeVisible();
    expect(preview.getByText(/only they can complete the order/)).toBeVisible();
    expect(preview.getByText(/Your work on it ends here/)).toBeVisible();
  });

  it('speaks the language of the window', async () => {
    setLanguage('fr');
    const { preview } = await handsOver();
    expect(preview.getByText(/Informations requises pour activer la commande/)).toBeVisible();
    expect(preview.getByText(/Votre travail s’arrête ici/)).toBeVisible();
    await expectNoViolations();
  });

  it('goes without a day where the order has none', async () => {
    const { user } = await openPage(orders.fresh, 'who', {}, (host) => {
      host.order(orders.fresh).closesIn = null;
    });
    await user.click(screen.getByTestId('who-someone_else'));
    const preview = within(screen.getByTestId('preview-handover'));
    expect(preview.queryByText(/for them too/)).toBeNull();
    expect(preview.getByText(/Closes on: –/)).toBeVisible();
  });
});

describe('a customer who sets up alone', () => {
  async function setsUp(language: 'en' | 'fr' = 'en') {
    setLanguage(language);
    const page = await openPage(orders.draft, 'customer');
    await waitFor(() => expect(screen.getByTestId('customer-sets-up')).toBeVisible());
    expect(screen.queryByTestId('preview-sets-up')).toBeNull();
    await page.user.click(screen.getByTestId('customer-sets-up'));
    return { ...page, preview: within(screen.getByTestId('preview-sets-up')) };
  }

  it('gets a letter, after the approval that is asked of them', async () => {
    const { host, preview } = await setsUp();
    const { number } = host.order(orders.draft);
    expect(preview.getByText('an administrator of Zurita y Compañía')).toBeVisible();
    expect(preview.getByText(`Set up your services of order ${number}`)).toBeVisible();
    expect(preview.getByText(/Andaluza de Comunicaciones leaves the set-up/)).toBeVisible();
    expect(preview.getByText(/approval is asked first/)).toBeVisible();
    await waitFor(() => expect(screen.queryByText('Looking…')).toBeNull());
    await expectNoViolations();
  });

  it('leaves the partner their access, and the order in sight', async () => {
    const { preview, user } = await setsUp();
    expect(preview.getByText(/keeps its access/)).toBeVisible();
    expect(preview.getByText(/stays visible here/)).toBeVisible();
    await user.click(screen.getByTestId('customer-sets-up'));
    expect(screen.queryByTestId('preview-sets-up')).toBeNull();
  });

  it('is written to in French as well', async () => {
    const { preview } = await setsUp('fr');
    expect(preview.getByText(/^Configurez les services de la commande/)).toBeVisible();
  });

  it('is written to at the address that a new organization is given', async () => {
    const { user } = await openPage(orders.draft, 'customer', {}, (host) => {
      host.order(orders.draft).customer = {
        choice: 'create',
        name: 'Zurita',
        vertical: '',
        country: 'ES',
        admin_email: 'first@zurita.example',
        create_anyway: true,
      };
    });
    await user.click(await screen.findByTestId('customer-sets-up'));
    const preview = within(screen.getByTestId('preview-sets-up'));
    expect(preview.getByText('first@zurita.example')).toBeVisible();
    expect(preview.queryByText(/approval is asked first/)).toBeNull();
  });
});
