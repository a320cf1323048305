// Transfer codes in memory: one is known, and what lies on it differs from every order.

import type { TransferRow, TransferView } from '../views';
import type { StoredOrder } from './orders';

/** The code that the service in memory knows. */
export const KNOWN_CODE = 'TR-100';

export function transferOf(order: StoredOrder, online: boolean, code: string): TransferView {
  const told = (outcome: string): TransferView => ({ outcome, code, sites: [], rows: [] });
  if (!online || code.trim() === '') return told('unasked');
  if (code.trim().toUpperCase() !== KNOWN_CODE) return told('unknown');
  const [first, ...rest] = order.lines;
  const row = (name: string, service: string, ordered: number, found: number): TransferRow => {
    const verdict = ordered === found ? 'same' : ordered === 0 ? 'not_ordered' : 'more';
    return { name, service, ordered, found, verdict };
  };
  return {
    outcome: 'found',
    code: KNOWN_CODE,
    sites: ['zuriaga.webex.com', 'zuriaga-formacion.webex.com'],
    rows: [
      ...(first ? [row(first.name, first.service, first.quantity, first.quantity + 20)] : []),
      ...rest.map((line) => row(line.name, line.service, line.quantity, line.quantity)),
      row('Webex Webinars 1000', 'meetings', 0, 5),
    ],
  };
}
