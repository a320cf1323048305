import { screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';

import { createMemoryHost } from '../../host/memory';
import { renderIn, testApp } from '../../testing/app.svelte';
import Inbox from './Inbox.svelte';
import { InboxState } from './inbox.svelte';

it('shows an order that says a thing twice, as it says it', async () => {
  const host = createMemoryHost();
  const zurita = host.order('ord_4410228290');
  const [line] = zurita.lines;
  zurita.lines.push(...zurita.lines);
  zurita.services.push(...zurita.services);
  zurita.timeline.push(...zurita.timeline);
  const app = await testApp(host);
  const list = new InboxState(app, 'test');
  renderIn(app, Inbox, { list, view: 'inbox' as const, order: 'ord_4410228290' });
  await waitFor(() => expect(screen.getAllByText(line?.name ?? '')).toHaveLength(2));
  list.stop();
});
