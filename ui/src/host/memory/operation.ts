// What the service does after a set-up, step by step.

import type { OperationView } from '../views';

/** The states of an order whose set-up was accepted. */
export const afterMapping = ['provisioning', 'provisioned', 'provisioned_with_errors', 'failed'];

/** Provisioning at work, or what came of it. */
export function operationFor(
  kinds: string[],
  status: string,
  subject: string,
): OperationView | null {
  if (!afterMapping.includes(status)) return null;
  const codes: [string, string][] = [];
  if (kinds.includes('meetings'))
    codes.push(['create_site', 'meetings'], ['assign_licenses', 'meetings']);
  if (kinds.includes('calling'))
    codes.push(['create_location', 'calling'], ['register_sip', 'calling']);
  const running = status === 'provisioning';
  const ended = status === 'provisioned' ? 'succeeded' : 'failed';
  return {
    id: 'op_1',
    state: running ? 'running' : ended,
    can_retry: status === 'failed' || status === 'provisioned_with_errors',
    steps: codes.map(([code, service], at) => {
      let state = 'succeeded';
      if (running) state = at === 0 ? 'succeeded' : at === 1 ? 'running' : 'pending';
      else if (ended === 'failed' && at === codes.length - 1) state = 'failed';
      return {
        code,
        service,
        subject,
        state,
        problems: state === 'failed' ? [{ code: 'sip_name_taken', params: { name: subject } }] : [],
      };
    }),
  };
}
