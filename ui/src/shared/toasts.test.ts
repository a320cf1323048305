import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import Toasts from './components/Toasts.svelte';
import { ToastList } from './toasts.svelte';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function shown(list: ToastList) {
  return list.list.map(({ title }) => title);
}

describe('what is said at the edge of the window', () => {
  it('goes by itself after the time to read it; with something to press, later', () => {
    const list = new ToastList();
    list.add({ severity: 'success', title: 'Copied' });
    list.add({ severity: 'info', title: 'Removed', actions: [{ label: 'Undo', run: vi.fn() }] });
    list.add({ severity: 'error', title: 'The disk is full' });
    vi.advanceTimersByTime(4_000);
    expect(shown(list)).toEqual(['Removed', 'The disk is full']);
    vi.advanceTimersByTime(4_000);
    expect(shown(list)).toEqual(['The disk is full']);
  });

  it('stays while the pointer rests on it, though clicks go through to what lies below', async () => {
    const list = new ToastList();
    const onhold = vi.fn((held: boolean) => list.hold(held));
    list.add({ severity: 'success', title: 'Copied' });
    render(Toasts, {
      toasts: list.list,
      onclose: (id: number) => list.close(id),
      onhold,
    });
    const toast = screen.getByText('Copied').closest<HTMLElement>('.toast');
    vi.spyOn(toast as HTMLElement, 'getBoundingClientRect').mockReturnValue(
      new DOMRect(100, 100, 200, 50),
    );
    await fireEvent.pointerMove(window, { clientX: 150, clientY: 120 });
    vi.advanceTimersByTime(10_000);
    expect(shown(list)).toEqual(['Copied']);
    await fireEvent.pointerMove(window, { clientX: 150, clientY: 20 });
    expect(onhold).toHaveBeenLastCalledWith(false);
    vi.advanceTimersByTime(4_000);
    expect(shown(list)).toEqual([]);
  });

  it('stands in another corner where it would cover a main act', async () => {
    vi.useRealTimers();
    const list = new ToastList();
    list.add({ severity: 'error', title: 'The disk is full' });
    const main = document.createElement('button');
    main.className = 'button primary';
    document.body.append(main);
    const low = new DOMRect(700, 600, 200, 50);
    vi.spyOn(main, 'getBoundingClientRect').mockReturnValue(low);
    render(Toasts, { toasts: list.list, onclose: vi.fn(), onhold: vi.fn() });
    const toast = screen.getByText('The disk is full').closest<HTMLElement>('.toast');
    vi.spyOn(toast as HTMLElement, 'getBoundingClientRect').mockReturnValue(
      new DOMRect(600, 580, 400, 80),
    );
    const corner = () => screen.getByRole('region', { name: 'Notices' }).dataset['corner'];
    await waitFor(() => expect(corner()).toBe('high-end'));
    main.remove();
  });

  it('stays while the focus is on its button', async () => {
    const list = new ToastList();
    list.add({ severity: 'success', title: 'Copied' });
    render(Toasts, {
      toasts: list.list,
      onclose: (id: number) => list.close(id),
      onhold: (held: boolean) => list.hold(held),
    });
    await fireEvent.focusIn(screen.getByRole('button', { name: 'Close' }));
    vi.advanceTimersByTime(10_000);
    expect(shown(list)).toEqual(['Copied']);
  });
});
