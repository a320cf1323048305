import { readFileSync } from 'node:fs';

import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';

import { setLanguage } from '../../shared/i18n.svelte';
import { expectNoViolations } from '../../testing/axe';
import { guides } from './guides';
import { calls, openPage, orders } from './testing';

describe('Cisco’s guides', () => {
  it('are all on the program’s own list of pages', () => {
    const listed = readFileSync('../src-tauri/app/src/commands/session.rs', 'utf8');
    for (const name of guides) {
      expect(listed).toMatch(new RegExp(`\\("${name}", "https://help\\.webex\\.com/article/`));
    }
  });

  it.each([
    ['who', 'guide', 'provisioning an order'],
    ['partner', 'organizations', 'partner and customer organizations'],
    ['customer', 'organizations', 'partner and customer organizations'],
    ['subscription', 'guide', 'provisioning an order'],
    ['meetings', 'sites', 'Meetings sites'],
    ['calling', 'locations', 'Calling locations'],
    ['review', 'guide', 'provisioning an order'],
    ['confirm', 'organizations', 'partner and customer organizations'],
  ])('are led to from %s', async (step, name, topic) => {
    const { user, host } = await openPage(orders.draft, step);
    await user.click(screen.getByRole('button', { name: `Cisco’s guide: ${topic}` }));
    await waitFor(() => expect(calls(host, 'openLink')).toEqual([[name]]));
  });

  it('are led to from Contact Center, in French too', async () => {
    setLanguage('fr');
    const { user, host } = await openPage(orders.mapped, 'contact_center');
    await user.click(screen.getByRole('button', { name: /^Guide de Cisco/ }));
    await waitFor(() => expect(calls(host, 'openLink')).toEqual([['contact_center']]));
  });

  it('say when the browser does not open', async () => {
    const { user, host, app } = await openPage(orders.draft, 'who');
    host.fail('openLink', 'internal');
    await user.click(screen.getByTestId('guide-guide'));
    await waitFor(() => expect(app.told).toHaveLength(1));
  });
});

describe('a choice of the wizard says what it means', () => {
  it.each([
    ['partner', /can never be merged later/],
    ['customer', /users, sites and licenses live in this organization/],
    ['calling', /More locations can be added later in Control Hub/],
  ])('on %s', async (step, words) => {
    await openPage(orders.draft, step);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('for a new organization: what becomes final with it', async () => {
    const { user } = await openPage(orders.draft, 'customer');
    await user.click(await screen.findByTestId('create-organization'));
    expect(
      screen.getByText(/neither its country nor its first administrator can be changed/),
    ).toBeVisible();
  });

  it('for the role at an existing customer, with the guide to it', async () => {
    const { user, host } = await openPage(orders.draft, 'customer');
    expect(await screen.findByText(/A Provisioning Admin sets the services up/)).toBeVisible();
    await expectNoViolations();
    await user.click(screen.getByTestId('guide-rights'));
    await waitFor(() => expect(calls(host, 'openLink')).toEqual([['rights']]));
  });

  it('for the partner’s organization there is no such role', async () => {
    await openPage(orders.draft, 'partner');
    await waitFor(() => expect(screen.queryByText('Looking…')).toBeNull());
    expect(screen.queryByText(/A Provisioning Admin sets the services up/)).toBeNull();
  });

  it('for a service that starts later', async () => {
    await openPage(orders.draft, 'subscription');
    expect(screen.getByTestId('when-calling-later')).toHaveAccessibleDescription(
      /stays in your inbox and offers it again/,
    );
  });

  it('for the site name: what a change costs, also while its availability is told', async () => {
    const { user } = await openPage(orders.draft, 'meetings');
    const name = screen.getByTestId('field-meetings.sites.0.name');
    expect(name).toHaveAccessibleDescription(/takes up to 24 hours.*90 days.*Lower-case/);
    await user.clear(name);
    await user.type(name, 'zurita-es');
    await user.tab();
    expect(await screen.findByText('zurita-es.webex.com is free')).toBeVisible();
    expect(name).toHaveAccessibleDescription(/takes up to 24 hours/);
  });

  it('for early release: what it brings, and that it stays', async () => {
    await openPage(orders.draft, 'meetings');
    expect(screen.getByTestId('early-0-yes')).toHaveAccessibleDescription(/before the normal/);
    expect(screen.getAllByText('Cannot be changed later').length).toBeGreaterThan(0);
  });

  it('for the first location: what can never be changed', async () => {
    await openPage(orders.draft, 'calling');
    expect(screen.getByTestId('field-calling.location_name')).toHaveAccessibleDescription(
      /default one and cannot be deleted/,
    );
    expect(screen.getByTestId('field-calling.country')).toHaveAccessibleDescription(
      /final for the first location/,
    );
    expect(screen.getByTestId('field-calling.sip_name')).toHaveAccessibleDescription(
      /own address for calls by SIP/,
    );
  });

  it('for the country of a contact center', async () => {
    await openPage(orders.mapped, 'contact_center');
    expect(screen.getByText(/in which data center.*cannot be moved later/)).toBeVisible();
  });
});
