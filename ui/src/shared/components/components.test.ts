import { render, screen, within } from '@testing-library/svelte';
import { userEvent } from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';

import { expectNoViolations } from '../../testing/axe';
import Badge from './Badge.svelte';
import Banner from './Banner.svelte';
import Button from './Button.svelte';
import Checkbox from './Checkbox.svelte';
import Combobox from './Combobox.svelte';
import Dialog from './Dialog.svelte';
import Kbd from './Kbd.svelte';
import Menu from './Menu.svelte';
import RadioCards from './RadioCards.svelte';
import Select from './Select.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';
import VirtualList from './VirtualList.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const countries = [
  { value: 'ES', label: 'Spain', keywords: 'ES' },
  { value: 'SE', label: 'Sweden', keywords: 'SE' },
  { value: 'CI', label: 'Côte d’Ivoire', keywords: 'CI' },
];

describe('a field', () => {
  it('is tied to its label, its hint and what is wrong with it', async () => {
    render(TextField, { label: 'Site name', value: 'x', hint: 'Lower case', problem: 'Taken' });
    const field = screen.getByLabelText('Site name');
    expect(field).toHaveAccessibleDescription('Lower case Taken');
    expect(field).toBeInvalid();
    await expectNoViolations();
  });

  it('of several lines or of choices is tied the same way', async () => {
    render(TextArea, { label: 'Note', value: '', problem: 'Too long' });
    render(Select, {
      label: 'Zone',
      value: '',
      options: [{ value: 'a', label: 'A' }],
      placeholder: 'Choose',
      problem: 'Needed',
    });
    render(Checkbox, { label: 'Create anyway', checked: false, detail: 'Twice is allowed' });
    expect(screen.getByLabelText('Note')).toHaveAccessibleDescription('Too long');
    expect(screen.getByLabelText('Zone')).toHaveAccessibleDescription('Needed');
    expect(screen.getByLabelText('Create anyway')).toHaveAccessibleDescription('Twice is allowed');
    await expectNoViolations();
  });
});

describe('a field of several lines', () => {
  it('is three lines high when empty', () => {
    render(TextArea, { label: 'Note', value: '' });
    expect(screen.getByLabelText('Note')).toHaveAttribute('rows', '3');
  });

  it('is as high as what is typed', async () => {
    render(TextArea, { label: 'Note', value: '' });
    const field = screen.getByLabelText('Note');
    await userEvent.type(field, 'one{Enter}two');
    expect(field.parentElement).toHaveAttribute('data-text', 'one\ntwo');
  });
});

describe('a long list', () => {
  it('is found by typing, without its accents, and taken by Enter', async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(Combobox, { label: 'Country', value: 'ES', options: countries, onchange });
    const field = screen.getByRole('combobox', { name: 'Country' });
    expect(field).toHaveValue('Spain');
    await user.click(field);
    await user.clear(field);
    await user.type(field, 'cote');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await expectNoViolations();
    await user.keyboard('{Enter}');
    expect(onchange).toHaveBeenCalledExactlyOnceWith('CI');
    expect(field).toHaveValue('Côte d’Ivoire');
  });

  it('keeps its choice when what is typed matches nothing', async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(Combobox, { label: 'Country', value: 'ES', options: countries, onchange });
    const field = screen.getByRole('combobox');
    await user.click(field);
    await user.clear(field);
    await user.type(field, 'zzz');
    expect(screen.getByText('Nothing in the list matches')).toBeInTheDocument();
    await user.tab();
    expect(field).toHaveValue('Spain');
    expect(onchange).not.toHaveBeenCalled();
  });

  it('is walked through by arrows and left by Escape', async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(Combobox, { label: 'Country', value: 'ES', options: countries, onchange });
    await user.click(screen.getByRole('combobox'));
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Sweden');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onchange).not.toHaveBeenCalled();
  });
});

describe('one of few answers', () => {
  it('is chosen by a click or by arrows', async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(RadioCards, {
      legend: 'Who completes it?',
      value: null,
      cards: [
        { value: 'me', label: 'I do', detail: 'At once', tag: 'recommended' },
        { value: 'you', label: 'You do' },
      ],
      problem: 'This is needed',
      onchange,
    });
    expect(screen.getByRole('group')).toHaveAccessibleDescription('This is needed');
    await user.click(screen.getByRole('radio', { name: 'I do, recommended' }));
    expect(onchange).toHaveBeenLastCalledWith('me');
    await expectNoViolations();
  });
});

describe('a menu', () => {
  const items = (run: () => void) => [
    { label: 'Copy', run },
    { kind: 'line' as const },
    { kind: 'check' as const, label: 'Drafts', on: true, run },
  ];

  it('opens by the arrow key, moves by arrows, acts by Enter and gives the focus back', async () => {
    const user = userEvent.setup();
    const run = vi.fn();
    render(Menu, { label: 'More', icon: 'more', items: items(run) });
    const opener = screen.getByRole('button', { name: 'More' });
    opener.focus();
    await user.keyboard('{ArrowDown}');
    expect(await screen.findByRole('menuitem', { name: 'Copy' })).toHaveFocus();
    await expectNoViolations();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitemcheckbox', { name: 'Drafts' })).toHaveFocus();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(run).toHaveBeenCalledOnce();
    expect(opener).toHaveFocus();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('stays open while several filters are ticked, and closes by Escape', async () => {
    const user = userEvent.setup();
    render(Menu, { label: 'State', items: items(() => undefined) });
    await user.click(screen.getByRole('button', { name: 'State' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Drafts' }));
    expect(screen.getByRole('menu')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('a dialog', () => {
  it('begins at its title and says when it was left', async () => {
    const user = userEvent.setup();
    const onclose = vi.fn();
    render(Dialog, { open: true, title: 'Drop the draft?', children: words('Gone'), onclose });
    const dialog = screen.getByRole('dialog', { name: 'Drop the draft?' });
    expect(within(dialog).getByRole('heading')).toHaveFocus();
    await expectNoViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(onclose).toHaveBeenCalledOnce();
    expect(screen.queryByText('Gone')).toBeNull();
  });
});

describe('a button', () => {
  it('shows its key and tells it', () => {
    render(Button, { kind: 'primary', shortcut: 'Mod+Enter', children: words('Continue') });
    const button = screen.getByRole('button', { name: 'Continue' });
    expect(button).toHaveAttribute('aria-keyshortcuts', 'Control+Enter');
    expect(button).toHaveTextContent('Ctrl ↵');
  });

  it('does nothing twice while it is busy', async () => {
    const onclick = vi.fn();
    render(Button, { busy: true, onclick, children: words('Send') });
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(onclick).not.toHaveBeenCalled();
    expect(screen.getByRole('button')).toHaveAttribute('aria-busy', 'true');
  });
});

describe('a state', () => {
  it.each(['draft', 'queued', 'needs_attention', 'provisioned', 'never_heard_of'])(
    '%s is an icon and a word, not a colour alone',
    (code) => {
      const { container } = render(Badge, { badge: { code, step: null, steps: null } });
      expect(container.querySelector('svg')).toBeInTheDocument();
      expect(container.textContent.trim()).not.toBe('');
    },
  );

  it('that matters now is said at once', () => {
    render(Banner, { urgent: true, title: 'Not accepted', children: words('Look') });
    expect(screen.getByRole('alert')).toHaveTextContent('Not accepted');
  });

  it('of a key is said in words', () => {
    const { container } = render(Kbd, { keys: 'Enter' });
    expect(container.querySelector('.unseen')).toHaveTextContent('Enter');
  });
});

describe('a list of any length', () => {
  const row = createRawSnippet<[number]>((index) => ({
    render: () => `<div>row ${String(index())}</div>`,
  }));

  it('draws only what is seen', () => {
    const onrange = vi.fn();
    render(VirtualList, { total: 1_000_000, rowHeight: 38, row, onrange });
    expect(screen.getAllByText(/^row/).length).toBeLessThan(40);
    expect(onrange).toHaveBeenCalledWith(0, expect.any(Number), 0);
  });

  it('reaches the last of a million rows although no element may be that tall', async () => {
    const { component, container } = render(VirtualList, { total: 1_000_000, rowHeight: 38, row });
    const space = container.querySelector<HTMLElement>('.space');
    expect(parseFloat(space?.style.blockSize ?? '')).toBeLessThan(17_000_000);
    const list = component as { reveal: (index: number) => void; toTop: () => void };
    list.reveal(999_999);
    expect(await screen.findByText('row 999999')).toBeInTheDocument();
    list.toTop();
    expect(await screen.findByText('row 0')).toBeInTheDocument();
  });
});
