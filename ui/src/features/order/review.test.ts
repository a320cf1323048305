import { screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';

import type { MemoryHost, MemoryOptions } from '../../host/memory';
import { expectNoViolations } from '../../testing/axe';
import { calls, complete, openPage, orders, shownPage, type OpenedPage } from './testing';

const me = 'ana@andaluza.example';
const luis = 'luis@andaluza.example';
const eva = 'eva@andaluza.example';
const byMe = { reviewer: luis, asked_by: me };
const required: MemoryOptions = { settings: { review_required: true } };

async function atTheWall(
  options: MemoryOptions = {},
  prepare: (host: MemoryHost) => void = () => undefined,
): Promise<OpenedPage> {
  const page = await openPage(orders.draft, 'confirm', options, (host) => {
    complete(host);
    prepare(host);
  });
  await screen.findByTestId('confirm-input');
  return page;
}

const standing = () => screen.getByTestId('review').dataset['standing'];
const field = () => screen.getByTestId('review-reviewer');

async function ask({ user }: OpenedPage, address: string) {
  const opener = screen.queryByTestId('review-ask');
  if (opener !== null) await user.click(opener);
  await user.clear(field());
  await user.type(field(), address);
}

describe('a colleague’s review before the point of no return', () => {
  it('is one quiet line until somebody wants it', async () => {
    const page = await atTheWall();
    expect(screen.getByRole('heading', { name: 'Ask a colleague to look first' })).toBeVisible();
    expect(screen.queryByTestId('review-reviewer')).toBeNull();
    await page.user.click(screen.getByTestId('review-ask'));
    expect(field()).toHaveFocus();
    await page.user.click(screen.getByTestId('review-cancel'));
    expect(screen.queryByTestId('review-reviewer')).toBeNull();
    expect(calls(page.host, 'askReview')).toEqual([]);
  });

  it('shows the letter that the colleague gets', async () => {
    const page = await atTheWall();
    await ask(page, luis);
    const preview = within(screen.getByTestId('preview-review'));
    expect(preview.getByText(luis)).toBeVisible();
    expect(preview.getByText('Your review is asked for order 4410-228290')).toBeVisible();
    expect(preview.getByText(/Ana Ruiz asks you to look at what is proposed/)).toBeVisible();
    expect(preview.getByText(/Its link, “Approve or decline”/)).toBeVisible();
    await expectNoViolations();
  });

  it('is asked with Enter, waits, and can be withdrawn', async () => {
    const page = await atTheWall();
    await ask(page, `${luis}{Enter}`);
    expect(await screen.findByTestId('review-standing')).toHaveTextContent(
      `You asked ${luis} to look at this`,
    );
    expect(calls(page.host, 'askReview')).toEqual([[orders.draft, luis]]);
    expect(screen.getByRole('heading', { name: 'A colleague’s review' })).toHaveFocus();
    page.host.deliver();
    expect(await screen.findByText('It waits for their answer.')).toBeVisible();
    expect(screen.queryByTestId('review-ask')).toBeNull();
    await expectNoViolations();
    await page.user.click(screen.getByTestId('review-withdraw'));
    await waitFor(() => expect(standing()).toBe('none'));
    expect(page.host.called('answerReview')).toEqual([
      orders.draft,
      expect.stringMatching(/^rev_/),
      'withdrawn',
      '',
    ]);
    expect(screen.queryByTestId('review-standing')).toBeNull();
    expect(screen.getByTestId('review-ask')).toBeVisible();
  });

  it('waits here offline, and is taken back without a word to anybody', async () => {
    const page = await atTheWall({ online: false });
    await ask(page, luis);
    await page.user.click(screen.getByTestId('review-send'));
    const told = await screen.findByTestId('review-standing');
    expect(told).toHaveTextContent('The question goes out when the service answers.');
    expect(page.host.order(orders.draft).queue.map(({ kind }) => kind)).toEqual(['review']);
    await page.user.click(screen.getByTestId('review-withdraw'));
    await waitFor(() => expect(page.host.order(orders.draft).queue).toEqual([]));
    expect(screen.queryByTestId('review-standing')).toBeNull();
  });

  it.each([
    ['luis', 'This is not a complete e-mail address'],
    ['ANA@andaluza.example', 'This is you. Name a colleague.'],
  ])('says of %s at the field what is wrong, and asks nobody', async (typed, words) => {
    const page = await atTheWall();
    await ask(page, typed);
    expect(screen.queryByText(new RegExp(words))).toBeNull();
    await page.user.tab();
    expect(field()).toHaveAccessibleDescription(new RegExp(words));
    await expectNoViolations();
    await page.user.click(screen.getByTestId('review-send'));
    expect(field()).toHaveFocus();
    expect(calls(page.host, 'askReview')).toEqual([]);
    await ask(page, luis);
    expect(screen.queryByText(new RegExp(words))).toBeNull();
  });

  it('says at the field what the program says of the address', async () => {
    const page = await atTheWall();
    page.host.fail('askReview', 'reviewer_not_an_address');
    await ask(page, `a@b.c{Enter}`);
    expect(await screen.findByText(/This is not a complete e-mail address/)).toBeVisible();
    await waitFor(() => expect(field()).toHaveFocus());
    expect(page.app.told).toEqual([]);
  });

  it('reports what failed otherwise, and keeps what was typed', async () => {
    const page = await atTheWall();
    page.host.fail('askReview', 'disk_full');
    await ask(page, `${luis}{Enter}`);
    await waitFor(() => expect(page.app.told[0]?.title).toBe('The disk is full'));
    expect(field()).toHaveValue(luis);
  });

  it('proposes whom one asked last', async () => {
    const page = await atTheWall();
    await ask(page, `${eva}{Enter}`);
    await screen.findByTestId('review-withdraw');
    await page.user.click(screen.getByTestId('review-withdraw'));
    await page.user.click(await screen.findByTestId('review-ask'));
    expect(field()).toHaveValue(eva);
  });

  it('takes back a question that the service refused before it asks anew', async () => {
    const page = await atTheWall({}, (host) => {
      void host.askReview(orders.draft, luis);
      host.refuse(orders.draft, 'forbidden');
    });
    expect(standing()).toBe('none');
    await ask(page, `${eva}{Enter}`);
    await screen.findByTestId('review-withdraw');
    const { queue } = page.host.order(orders.draft);
    expect(queue.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['review pending']);
  });

  it('tells who declined and why, and can be asked for again', async () => {
    const note = 'The customer moved\nto Cádiz.';
    const page = await atTheWall({}, (host) =>
      host.setReview(orders.draft, { ...byMe, state: 'declined', note }),
    );
    const told = screen.getByTestId('review-standing');
    expect(told).toHaveTextContent(`${luis} declined this On`);
    expect(told).toHaveTextContent('“The customer moved to Cádiz.”');
    expect(told).toHaveTextContent('Change what they mind, then ask again.');
    await expectNoViolations();
    await page.user.click(screen.getByTestId('review-ask'));
    expect(field()).toHaveValue(luis);
  });

  it('offers to ask again when the answers changed while it waits', async () => {
    const page = await atTheWall({}, (host) => {
      host.setReview(orders.draft, byMe);
      Object.assign(host.order(orders.draft).form?.calling ?? {}, { sip_name: 'other' });
    });
    const told = screen.getByTestId('review-standing');
    expect(told).toHaveTextContent('Your answers changed since: ask again.');
    expect(screen.getByTestId('review-withdraw')).toBeVisible();
    await ask(page, `${luis}{Enter}`);
    await waitFor(() => expect(standing()).toBe('waits'));
  });

  it('shows what others asked, without their question’s buttons', async () => {
    await atTheWall({}, (host) =>
      host.setReview(orders.draft, { reviewer: eva, asked_by: luis, proposal: null }),
    );
    const told = screen.getByTestId('review-standing');
    expect(told).toHaveTextContent(`${luis} asked ${eva} to look at what they propose`);
    expect(told).toHaveTextContent('It is about other answers than yours.');
    expect(screen.queryByTestId('review-withdraw')).toBeNull();
  });

  it('leads whoever is asked to what they are asked about', async () => {
    const page = await atTheWall({}, (host) => host.setReview(orders.draft));
    await page.user.click(screen.getByTestId('review-look'));
    await waitFor(() => expect(shownPage()).toBe('details'));
    expect(screen.getByTestId('review-card')).toBeVisible();
  });

  it('waits for the organizations to be chosen', async () => {
    await openPage(orders.fresh, 'confirm', required);
    expect(await screen.findByText(/Choose the organizations first/)).toBeVisible();
    expect(screen.queryByTestId('review-reviewer')).toBeNull();
    expect(screen.queryByTestId('review-ask')).toBeNull();
  });

  it('is not offered once the organizations are final', async () => {
    await openPage(orders.mapped, 'confirm', required);
    await screen.findByTestId('confirm-input');
    expect(screen.queryByTestId('review')).toBeNull();
    expect(screen.queryByTestId('review-missing')).toBeNull();
  });
});

describe('a setting that asks for a colleague’s approval', () => {
  const button = () => screen.getByTestId('confirm-button');
  const why = () => screen.getByTestId('review-missing');
  let page: OpenedPage;

  beforeEach(async () => {
    page = await atTheWall(required);
  });

  it('opens the section, keeps the button closed, and says why', async () => {
    expect(field()).toBeVisible();
    expect(field()).not.toHaveFocus();
    const number = screen.getByTestId('confirm-input');
    await page.user.type(number, '4410-228290');
    expect(button()).toBeDisabled();
    expect(screen.queryByText('The number matches. Enter confirms.')).toBeNull();
    expect(button()).toHaveAccessibleDescription(/A setting asks.*Ask a colleague above/);
    expect(number).toHaveAccessibleDescription(/A setting asks/);
    await page.user.keyboard('{Enter}');
    expect(screen.getByTestId('announced')).toHaveTextContent(/A setting asks/);
    expect(calls(page.host, 'confirm')).toEqual([]);
    await expectNoViolations();
  });

  it('is met by an approval of these answers, as it comes', async () => {
    await page.user.type(screen.getByTestId('confirm-input'), '4410-228290');
    await ask(page, `${luis}{Enter}`);
    await waitFor(() => expect(why()).toHaveTextContent(`opens once ${luis} approves`));
    page.host.deliver();
    page.host.setReview(orders.draft, { state: 'approved', note: 'Go ahead' });
    const told = await screen.findByText(/approved this/);
    expect(told).toHaveTextContent(`${luis} approved this`);
    expect(screen.getByText('“Go ahead”')).toBeVisible();
    await waitFor(() => expect(button()).toBeEnabled());
    expect(screen.queryByTestId('review-missing')).toBeNull();
    await expectNoViolations();
    await page.user.click(button());
    await waitFor(() => expect(calls(page.host, 'confirm')).toHaveLength(1));
  });

  it('is not met any more once the answers change', async () => {
    page.host.setReview(orders.draft, { ...byMe, state: 'approved' });
    await waitFor(() => expect(screen.queryByTestId('review-missing')).toBeNull());
    await page.user.click(screen.getByTestId('step-calling'));
    await page.user.type(await screen.findByTestId('field-calling.sip_name'), '2');
    await page.user.click(screen.getByTestId('step-confirm'));
    await page.user.type(await screen.findByTestId('confirm-input'), '4410-228290');
    expect(button()).toBeDisabled();
    expect(why()).toHaveTextContent(`Your answers changed since ${luis} was asked`);
    const told = screen.getByTestId('review-standing');
    expect(told).toHaveTextContent(`${luis} approved earlier answers`);
    expect(told).toHaveAttribute('data-hue', 'amber');
    expect(field()).toHaveValue(luis);
    await expectNoViolations();
  });

  it('says so when the program itself finds the approval missing', async () => {
    page.host.setReview(orders.draft, { ...byMe, state: 'approved' });
    await waitFor(() => expect(screen.queryByTestId('review-missing')).toBeNull());
    page.host.fail('confirm', 'review_missing');
    await page.user.type(screen.getByTestId('confirm-input'), '4410-228290{Enter}');
    await waitFor(() =>
      expect(page.app.told[0]?.title).toBe('A colleague’s approval is still missing'),
    );
  });

  it('is not met by a refusal, and says what to do next', async () => {
    page.host.setReview(orders.draft, { ...byMe, state: 'declined' });
    await waitFor(() => expect(why()).toHaveTextContent(`${luis} declined: change what they mind`));
  });
});

describe('whoever is asked for a review', () => {
  const details = (prepare: (host: MemoryHost) => void, options: MemoryOptions = {}) =>
    openPage(orders.draft, 'details', options, (host) => {
      complete(host);
      prepare(host);
    });
  const asked = (host: MemoryHost) => host.setReview(orders.draft);

  it('sees at the top of the order what is proposed', async () => {
    await details(asked);
    const card = within(screen.getByTestId('review-card'));
    expect(
      card.getByRole('heading', {
        name: `${luis} asks you to look at this before it becomes final`,
      }),
    ).toBeVisible();
    expect(card.getByRole('columnheader', { name: 'Your colleague chose' })).toBeInTheDocument();
    expect(card.getByTestId('compare-customer')).toHaveTextContent('Zurita y Compañía');
    await expectNoViolations();
  });

  it('approves with a note, and can have the answer back while it waits', async () => {
    const { user, host } = await details(asked, { online: false });
    await user.type(screen.getByTestId('review-note'), ' Looks right. ');
    await user.click(screen.getByTestId('review-approve'));
    const told = await screen.findByTestId('review-standing');
    expect(host.called('answerReview')).toEqual([
      orders.draft,
      'rev_1',
      'approved',
      'Looks right.',
    ]);
    expect(told).toHaveTextContent(`You approved what ${luis} proposes`);
    expect(told).toHaveTextContent('“Looks right.”');
    expect(told).toHaveTextContent('Your answer goes out when the service answers.');
    await waitFor(() => expect(told).toHaveFocus());
    await expectNoViolations();
    await user.click(screen.getByTestId('review-take-back'));
    expect(await screen.findByTestId('review-card')).toBeVisible();
    expect(host.order(orders.draft).queue).toEqual([]);
  });

  it('declines with a note that says why', async () => {
    const { user, host } = await details(asked);
    await user.type(screen.getByTestId('review-note'), 'Wrong customer');
    await user.click(screen.getByTestId('review-decline'));
    expect(await screen.findByText(/You declined what/)).toBeVisible();
    expect(host.called('answerReview')).toEqual([
      orders.draft,
      'rev_1',
      'declined',
      'Wrong customer',
    ]);
    host.deliver();
    await waitFor(() => expect(screen.queryByTestId('review-take-back')).toBeNull());
    expect(host.order(orders.draft).review?.state).toBe('declined');
  });

  it('is asked once for a word when declining, and not forced', async () => {
    const { user, host } = await details(asked);
    await user.click(screen.getByTestId('review-decline'));
    const note = screen.getByTestId('review-note');
    expect(note).toHaveFocus();
    expect(note).toHaveAccessibleDescription(/what should change, or decline without a note/);
    expect(calls(host, 'answerReview')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Decline without a note' }));
    await waitFor(() =>
      expect(host.called('answerReview')).toEqual([orders.draft, 'rev_1', 'declined', '']),
    );
  });

  it('is told when the answer could not be kept, and loses no word of it', async () => {
    const { user, host, app } = await details(asked);
    host.fail('answerReview', 'review_over');
    await user.type(screen.getByTestId('review-note'), 'Fine');
    await user.click(screen.getByTestId('review-approve'));
    await waitFor(() => expect(app.told[0]?.title).toBe('This review is over'));
    expect(screen.getByTestId('review-note')).toHaveValue('Fine');
  });

  it('finds what was typed again after looking elsewhere', async () => {
    const { user } = await details(asked);
    await user.type(screen.getByTestId('review-note'), 'Which Zurita?');
    await user.click(screen.getByTestId('step-customer'));
    expect(screen.queryByTestId('review-card')).toBeNull();
    await user.click(screen.getByTestId('step-details'));
    expect(screen.getByTestId('review-note')).toHaveValue('Which Zurita?');
    await user.click(screen.getByTestId('review-decline'));
    await waitFor(() => expect(screen.queryByTestId('review-card')).toBeNull());
  });

  it('cannot send a note that is too long', async () => {
    const { user } = await details(asked);
    await user.click(screen.getByTestId('review-note'));
    await user.paste('x'.repeat(4001));
    expect(screen.getByTestId('review-note')).toBeInvalid();
    expect(screen.getByTestId('review-approve')).toBeDisabled();
  });

  it('asks the colleague where the proposal cannot be read here', async () => {
    await details((host) => host.setReview(orders.draft, { proposal: null }));
    const card = screen.getByTestId('review-card');
    expect(card).toHaveTextContent('proposed with another program or version');
    expect(within(card).queryByRole('table')).toBeNull();
    await expectNoViolations();
  });

  it('is not asked any more once the organizations are final', async () => {
    await openPage(orders.provisioned, 'details', {}, (host) => host.setReview(orders.provisioned));
    expect(screen.queryByTestId('review-card')).toBeNull();
    expect(screen.queryByTestId('review-standing')).toBeNull();
  });

  it('can be somebody else: one line says how far it is, and leads to the confirmation', async () => {
    const { user } = await details((host) => host.setReview(orders.draft, byMe));
    expect(screen.getByTestId('review-standing')).toHaveTextContent(`You asked ${luis}`);
    await expectNoViolations();
    await user.click(screen.getByTestId('review-to-confirm'));
    await waitFor(() => expect(shownPage()).toBe('confirm'));
  });

  it('leaves the order open to be worked on while the question waits', async () => {
    const { host } = await details((prepared) => void prepared.askReview(orders.draft, luis));
    expect(screen.getByTestId('continue')).toBeVisible();
    expect(screen.queryByRole('list', { name: 'What waits to be sent' })).toBeNull();
    host.refuse(orders.draft, 'forbidden');
    expect(await screen.findByText('Ask a colleague for a review')).toBeVisible();
    expect(screen.getByTestId('continue')).toBeVisible();
  });
});
