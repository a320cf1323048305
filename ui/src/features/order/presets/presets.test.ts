import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';

import type { MemoryHost } from '../../../host/memory';
import { setLanguage, t } from '../../../shared/i18n.svelte';
import { expectNoViolations } from '../../../testing/axe';
import { openPage, orders, shownPage } from '../testing';
import { changeLabel, changeValue, scopeWords } from '../../../shared/changes';

const spain = { scope: 'country', of: 'ES' };

/** Answers of one order are saved for its country; then another order is opened. */
function withPreset(host: MemoryHost) {
  void host.savePreset(orders.draft, 'Spain, early', spain);
  const preset = host.presets[0];
  const site = preset?.answers.meetings.sites[0];
  if (site) Object.assign(site, { time_zone: 'Atlantic/Canary', early_release: true });
}

function withWholePreset(host: MemoryHost) {
  withPreset(host);
  const calling = host.presets[0]?.answers.calling;
  if (calling === undefined) return;
  Object.assign(calling, { announcement_language: 'es_es', email_language: 'es_es' });
  Object.assign(calling.address, {
    street1: 'Calle Sierpes 12',
    city: 'Sevilla',
    state: 'Sevilla',
    postal_code: '41004',
  });
}

async function opened(prepare: (host: MemoryHost) => void = withPreset) {
  const page = await openPage(orders.draft, 'meetings', {}, prepare);
  await page.user.click(screen.getByTestId('presets'));
  const dialog = await screen.findByRole('dialog');
  return { ...page, dialog };
}

describe('presets', () => {
  it('say what they would change before they are given', async () => {
    const { dialog } = await opened();
    const table = await within(dialog).findByTestId('preset-changes');
    expect(within(table).getByRole('row', { name: /Time zone/ })).toHaveTextContent('Canary');
    expect(within(table).getByRole('row', { name: /[Ee]arly release/ })).toHaveTextContent('yes');
    expect(within(dialog).getByText('customers in Spain')).toBeVisible();
    await expectNoViolations();
  });

  it('are given at once, and undone', async () => {
    const { user, host, app, dialog } = await opened();
    await within(dialog).findByTestId('preset-changes');
    await user.click(within(dialog).getByTestId('preset-apply'));
    const zone = () => host.order(orders.draft).form?.meetings.sites[0]?.time_zone;
    await waitFor(() => expect(zone()).toBe('Atlantic/Canary'));
    expect(host.order(orders.draft).form?.completed_by).toBe('for_customer');
    app.told.at(-1)?.actions?.[0]?.run();
    await waitFor(() => expect(zone()).toBe('Europe/Madrid'));
  });

  it.each([
    // Calling is answered as well, but not as it must be.
    ['calling', withPreset],
    ['review', withWholePreset],
  ])('lead past the steps that they answer: to %s', async (page, prepare) => {
    const { user, dialog } = await opened(prepare);
    await within(dialog).findByTestId('preset-changes');
    await user.click(within(dialog).getByTestId('preset-apply'));
    await waitFor(() => expect(shownPage()).toBe(page));
  });

  it('are saved under a name for the nearest scope unless another is chosen', async () => {
    const { user, host, dialog } = await opened(() => undefined);
    expect(await within(dialog).findByText('No preset fits this order yet')).toBeVisible();
    await user.click(within(dialog).getByTestId('preset-save-as'));
    expect(within(dialog).getByTestId('preset-save')).toBeDisabled();
    await user.type(within(dialog).getByTestId('preset-name'), 'Seville{Enter}');
    await within(dialog).findByText('Everything is answered like this already.');
    const [saved] = host.presets;
    expect([saved?.name, saved?.scope.scope]).toEqual(['Seville', 'customer']);
  });

  it('say why a name cannot be used', async () => {
    const { user, host, dialog } = await opened(() => undefined);
    host.fail('savePreset', 'preset_name');
    await user.click(await within(dialog).findByTestId('preset-save-as'));
    await user.type(within(dialog).getByTestId('preset-name'), 'x{Enter}');
    expect(await within(dialog).findByText(/This name cannot be used/)).toBeVisible();
  });

  it('come back after they were deleted', async () => {
    const { user, host, app, dialog } = await opened();
    await user.click(await within(dialog).findByTestId('preset-delete'));
    await waitFor(() => expect(host.presets).toHaveLength(0));
    await waitFor(() => expect(app.told.at(-1)?.title).toBe('“Spain, early” is deleted'));
    app.told.at(-1)?.actions?.[0]?.run();
    await waitFor(() => expect(host.presets).toHaveLength(1));
  });

  it('are given to many orders at once, seen before, and undone', async () => {
    const { user, host, app, dialog } = await opened((program) => {
      withPreset(program);
      const preset = program.presets[0];
      if (preset) preset.scope = { scope: 'everywhere', of: '' };
    });
    await user.click(await within(dialog).findByTestId('preset-many'));
    const many = await screen.findByRole('dialog', { name: /other orders/ });
    const list = within(await within(many).findByTestId('preset-many-orders'));
    const boxes = list.getAllByRole('checkbox');
    expect(boxes.length).toBeGreaterThan(1);
    await expectNoViolations();
    await user.click(list.getByTestId('preset-many-4410-228290'));
    await user.click(within(many).getByTestId('preset-many-give'));
    await waitFor(() => expect(app.told.at(-1)?.title).toMatch(/“Spain, early” answered/));
    const [chosen] = host.calls.find((call) => call.method === 'runMany')?.args ?? [];
    expect((chosen as { ids: string[] }).ids).toHaveLength(boxes.length - 1);
    const given = () => host.orders.filter(({ savedAt }) => savedAt !== null).length;
    const after = given();
    app.told.at(-1)?.actions?.[0]?.run();
    await waitFor(() => expect(given()).toBeLessThan(after));
  });

  it('that would change nothing elsewhere say so', async () => {
    const { user, host, dialog } = await opened();
    vi.spyOn(host, 'presetTargets').mockResolvedValue({ orders: [], more: false });
    await user.click(await within(dialog).findByTestId('preset-many'));
    expect(await screen.findByTestId('preset-many-none')).toBeVisible();
    expect(screen.getByTestId('preset-many-give')).toBeDisabled();
    const many = within(screen.getByRole('dialog'));
    await user.click(many.getByRole('button', { name: 'Back' }));
    expect(await screen.findByTestId('preset-changes')).toBeVisible();
  });

  it('are not offered where nothing can be answered', async () => {
    await openPage(orders.provisioned, 'details');
    expect(screen.queryByTestId('presets')).toBeNull();
  });
});

describe('the words of presets', () => {
  it.each([
    ['en' as const, 'Site 2 · Time zone', 'later', 'nothing'],
    ['fr' as const, 'Site 2 · Fuseau horaire', 'plus tard', 'rien'],
  ])('name answers and values: %s', (language, label, later, nothing) => {
    setLanguage(language);
    const change = { pointer: '/meetings/sites/1/time_zone', before: '', after: '' };
    expect(changeLabel(change)).toBe(label);
    expect(changeValue(change.pointer, 'Europe/Dublin')).toContain('Dublin');
    expect(changeValue('/when/calling', 'later')).toBe(later);
    expect(changeValue('/completed_by', 'for_customer')).toBe(t('wizard-who-for-customer'));
    expect(changeValue(change.pointer, '')).toBe(nothing);
    expect(scopeWords({ scope: 'customer', of: 'zurita.example' })).toContain('zurita.example');
  });
});
