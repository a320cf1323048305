import { describe, expect, it } from 'vitest';

import type { LineView, SiteForm } from '../../host/types';
import { allTo, clearLicenses, parseCount, remainder, splitEqually } from './licenses';

function line(id: string, quantity: number): LineView {
  const rest = { pending_quantity: null, term_months: null };
  return { id, service: 'meetings', name: `Line ${id}`, quantity, ...rest };
}

function site(licenses: Record<string, number> = {}): SiteForm {
  return { name: '', time_zone: '', early_release: null, managed_in: 'control_hub', licenses };
}

describe('licences over sites', () => {
  it('leaves nothing over with one site alone', () => {
    expect(remainder(line('1', 250), [site()])).toBe(0);
  });

  it('gives out a count that changes as it will be', () => {
    const changing = { ...line('1', 25), pending_quantity: 30 };
    expect(remainder(changing, [site()])).toBe(0);
    const sites = [site(), site()];
    splitEqually([changing], sites);
    expect(sites.map((one) => one.licenses['1'])).toEqual([15, 15]);
    allTo([changing], sites, 1);
    expect(sites.map((one) => one.licenses['1'])).toEqual([0, 30]);
  });

  it('counts what is left, and what is too many, with several sites', () => {
    const sites = [site({ '1': 100 }), site()];
    expect(remainder(line('1', 250), sites)).toBe(150);
    expect(remainder(line('1', 90), sites)).toBe(-10);
  });

  it('splits equally and gives the rest to the first sites', () => {
    const sites = [site(), site(), site()];
    splitEqually([line('1', 11), line('2', 2)], sites);
    expect(sites.map((one) => one.licenses)).toEqual([
      { '1': 4, '2': 1 },
      { '1': 4, '2': 1 },
      { '1': 3, '2': 0 },
    ]);
  });

  it('gives everything to one site', () => {
    const sites = [site({ '1': 5 }), site()];
    allTo([line('1', 11)], sites, 1);
    expect(sites.map((one) => one.licenses['1'])).toEqual([0, 11]);
  });

  it('clears', () => {
    const sites = [site({ '1': 5 }), site({ '1': 6 })];
    clearLicenses(sites);
    expect(remainder(line('1', 11), sites)).toBe(11);
  });

  it.each([
    ['', 0],
    [' 12 ', 12],
    ['0', 0],
    ['-1', null],
    ['1.5', null],
    ['ten', null],
    ['9999999999', null],
  ])('reads %j as %j', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });
});
