// Forgetting what was answered, and bringing it back.

import type { Failure } from '../../host/types';
import { chooseAgain } from './forms';
import type { OrderSession } from './order.svelte';

export interface Dropped {
  failure: Failure | null;
  undo: () => Promise<Failure | null>;
}

/** Forgets the draft; the answer brings it back. */
export async function dropDraft(session: OrderSession): Promise<Dropped> {
  const form = $state.snapshot(session.form);
  const partner = session.choiceOf('partner');
  const customer = session.choiceOf('customer');
  const role = session.customerRole;
  const failure = await session.act((host) => host.dropDraft(session.id));
  const undo = async (): Promise<Failure | null> => {
    session.edit((now) => Object.assign(now, form));
    const restored = await session.choose('partner', chooseAgain(partner));
    return restored ?? (await session.choose(role, chooseAgain(customer)));
  };
  return { failure, undo };
}
