// Giving the licences of order lines out over sites. Pure.

import type { LineView, SiteForm } from '../../host/types';

/** What there is to give out: of a count that changes, what it will be. */
export function licensesOf(line: LineView): number {
  return line.pending_quantity ?? line.quantity;
}

/** Licences of a line at a site. Without a number a site alone holds everything. */
export function licensesAt(line: LineView, site: SiteForm, sites: number): number {
  return site.licenses[line.id] ?? (sites === 1 ? licensesOf(line) : 0);
}

/** What is left of a line to give out; negative when too many are. */
export function remainder(line: LineView, sites: SiteForm[]): number {
  return sites.reduce(
    (left, site) => left - licensesAt(line, site, sites.length),
    licensesOf(line),
  );
}

/** Every line in equal parts; what does not divide goes to the first sites. */
export function splitEqually(lines: LineView[], sites: SiteForm[]): void {
  for (const line of lines) {
    const part = Math.floor(licensesOf(line) / sites.length);
    const rest = licensesOf(line) % sites.length;
    sites.forEach((site, index) => (site.licenses[line.id] = part + (index < rest ? 1 : 0)));
  }
}

/** Every line to one site. */
export function allTo(lines: LineView[], sites: SiteForm[], index: number): void {
  for (const line of lines) {
    sites.forEach((site, at) => (site.licenses[line.id] = at === index ? licensesOf(line) : 0));
  }
}

/** Nothing given out. */
export function clearLicenses(sites: SiteForm[]): void {
  for (const site of sites) site.licenses = {};
}

/** A count as typed: digits only, none when it is no whole number. */
export function parseCount(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  if (!/^\d{1,9}$/.test(trimmed)) return null;
  return Number(trimmed);
}

/** The lines whose licences sites hold. */
export function licensedLines(lines: LineView[]): LineView[] {
  return lines.filter((line) => line.service === 'meetings');
}
