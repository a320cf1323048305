import { beforeEach, describe, expect, it } from 'vitest';

import { Router } from './route.svelte';

let go: Router;
beforeEach(() => (go = new Router()));

/** Where one is, in short. */
function here(): string {
  const { route } = go;
  if (route.page === 'list') return [route.view, route.order].filter(Boolean).join(' ');
  if (route.page === 'order') return ['order', route.id, route.step].filter(Boolean).join(' ');
  return route.page;
}

describe('going back and forward', () => {
  it('leads the same way back as one came, and forth again', () => {
    go.list('due_soon');
    go.order('a');
    go.settings();
    const back = [0, 1, 2].map(() => (go.back(), here()));
    expect(back).toEqual(['order a', 'due_soon', 'inbox']);
    const forth = [0, 1, 2].map(() => (go.forward(), here()));
    expect(forth).toEqual(['due_soon', 'order a', 'settings']);
  });

  it('stays where nothing comes before or after', () => {
    expect([go.canBack, go.canForward]).toEqual([false, false]);
    go.back();
    go.forward();
    expect(here()).toBe('inbox');
  });

  it('forgets what lay ahead once one goes elsewhere', () => {
    go.list('drafts');
    go.back();
    go.queue();
    expect(go.canForward).toBe(false);
    go.back();
    expect(here()).toBe('inbox');
  });

  it('takes the steps of one order for one place, and comes back to the last of them', () => {
    go.order('a', 'who');
    go.turned('a', 'partner');
    go.turned('a', 'calling');
    go.order('b');
    go.back();
    expect(here()).toBe('order a calling');
    go.back();
    expect(here()).toBe('inbox');
  });

  it('tells only once what the service said about the fields of an order', () => {
    const said = { pointer: '/name', code: 'too_long', params: {}, step: 'calling' };
    go.order('a', 'calling', [said]);
    go.turned('a', 'calling');
    go.settings();
    go.back();
    expect(go.route).toMatchObject({ page: 'order', told: [] });
  });

  it('does not take the page of one order for that of another', () => {
    go.order('b', 'who');
    go.turned('a', 'calling');
    expect(here()).toBe('order b who');
  });

  it('is no place again where one is already', () => {
    go.list('inbox');
    go.list('inbox', 'a');
    go.settings();
    go.settings('network');
    go.back();
    expect(go.canBack).toBe(false);
  });

  it('comes back to the order on which the list stood', () => {
    go.standing = () => 'x';
    go.list('all');
    go.standing = () => 'y';
    go.back();
    expect(here()).toBe('inbox x');
    go.standing = () => 'x';
    go.forward();
    expect(here()).toBe('all y');
  });

  it('takes the way out of an order for the step back that it is', () => {
    go.list('drafts');
    go.order('a');
    go.leave('drafts', 'a');
    expect(here()).toBe('drafts a');
    go.forward();
    expect(here()).toBe('order a');
    go.leave('drafts', 'a');
    go.back();
    expect(here()).toBe('inbox');
  });

  it('leads out of an order that was opened from another one to the list below both', () => {
    go.list('drafts');
    go.order('a');
    go.order('b');
    go.leave('drafts', 'b');
    expect(here()).toBe('drafts b');
    go.back();
    expect(here()).toBe('order b');
  });

  it('ends with the account: nothing leads into the one before', () => {
    go.order('a');
    go.back();
    go.list('all');
    go.afresh();
    expect([here(), go.canBack, go.canForward]).toEqual(['inbox', false, false]);
  });

  it('keeps fifty places and no more', () => {
    for (let at = 0; at < 80; at += 1) go.order(`o${at}`);
    let steps = 0;
    while (go.canBack) {
      go.back();
      steps += 1;
    }
    expect(steps).toBe(50);
  });
});
