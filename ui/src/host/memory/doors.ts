// The commands over the state in memory, one by one.

import type { Host } from '../types';
import type { AccountView } from '../views';
import { dayAhead } from '../../shared/reminders';
import { merged } from '../../shared/merge';
import { assign, colleaguesOf } from './assigning';
import { sampleChoices } from './choices';
import { searchAnswer } from './directory';
import { customerDoors } from './customers';
import { exportDoors, jobsOf } from './exports';
import { journalOf, matching } from './journal';
import { countsOf, facetsOf, listOf } from './list';
import { manyDoors } from './many';
import { networkDoors } from './network';
import { overviewOf } from './overview';
import { accountOf, fail, failure, stamp, type Method, type Program } from './program';
import { presetDoors } from './presets';
import { answerReview, askReview, isApproved } from './reviews';
import { savedDoors } from './saved';
import { snoozedUntil } from './snooze';
import { queueOf, retryEntry, settleConflict, takeBack } from './queue';
import { transferOf } from './transfers';
import { storageDoors } from './storage';
import { badgeOf, confirmationOf, formOf, viewOf } from './view';
import { problemsOf, setUpNow, stepsOf } from './wizard';

function nameAnswer(online: boolean, name: string, rule: RegExp) {
  if (!rule.test(name)) return { name, result: 'invalid', suggestions: [] };
  if (!online) return { name, result: 'unknown', suggestions: [] };
  const taken = name === 'taken' || name === 'acme';
  return {
    name,
    result: taken ? 'taken' : 'available',
    suggestions: taken ? [`${name}-es`, `${name}2`] : [],
  };
}

export type Doors = { [Name in Method]: (...args: Parameters<Host[Name]>) => unknown };

/** A method per command. What it throws, the command rejects with. */
export function doorsOf(memory: Program): Doors {
  const jobs = jobsOf(memory);
  const doors: Omit<Doors, keyof ReturnType<typeof manyDoors>> = {
    startup: () => memory.startup(),
    startAgain: () => memory.startup(),
    setDatabaseAside: () => {
      memory.problem = null;
      return memory.startup();
    },
    closeWindow: () => null,
    stayOpen: () => null,
    offerActs: () => null,
    openOrderWindow: (id) => {
      memory.need(id);
      return null;
    },
    showInMain: () => null,
    beginListening: () => memory.early.splice(0),
    saveSettings: (settings) => {
      memory.settings = structuredClone(settings);
      memory.emit('settings_changed', { settings });
      return memory.settings;
    },
    background: () => memory.background(),
    silenceNotices: (until) => {
      memory.silentUntil = snoozedUntil(until);
      return memory.background();
    },
    exploreSample: () => memory.enter(accountOf('sample', true)),
    leaveSample: () => {
      memory.account = null;
      memory.frame = { ...memory.frame, connection: 'none' };
      memory.emit('account_changed', { account: null });
    },
    setSampleOnline: (online) => {
      memory.setOnline(online);
      return memory.account;
    },
    connect: (address) => {
      const text = address.trim();
      if (!/^https?:\/\/[^\s/]+/.test(text)) fail('address_invalid', { address: text });
      if (text.startsWith('http:') && !text.includes('127.0.0.1'))
        fail('address_not_https', { address: text });
      return memory.enter({ ...accountOf('service', false), address: text });
    },
    beginSignIn: () => ({ url: 'https://provisioning.example/oauth/authorize?state=sample' }),
    beginDeviceSignIn: () => ({
      url: 'https://provisioning.example/device',
      complete_url: 'https://provisioning.example/device?user_code=WDJB-MJHT',
      user_code: 'WDJB-MJHT',
      expires_at: new Date(Date.now() + 600_000).toISOString(),
    }),
    finishSignIn: () =>
      new Promise<AccountView>((resolve, reject) => {
        memory.signIn = { finish: (account) => resolve(memory.enter(account)), cancel: reject };
        if (memory.options.pace !== undefined) {
          setTimeout(
            () => memory.signIn?.finish(accountOf('service', true)),
            memory.options.pace * 4,
          );
        }
      }),
    cancelSignIn: () => memory.signIn?.cancel(failure('sign_in_aborted')),
    knownAccounts: () => structuredClone(memory.known),
    switchAccount: (id) => {
      for (const known of memory.known) known.open = known.id === id;
      return memory.enter(accountOf('service', true));
    },
    signOut: (erase) => {
      memory.account = erase ? null : accountOf('service', false);
      memory.frame = { ...memory.frame, connection: erase ? 'none' : 'signed_out' };
      memory.emit('account_changed', { account: memory.account });
      memory.emit('frame_changed', { frame: structuredClone(memory.frame) });
    },
    frame: () => structuredClone(memory.frame),
    syncNow: () => {
      if (!memory.online) fail('offline');
      memory.deliver();
    },
    cancelSync: () => {
      memory.frame = { ...memory.frame, sync: null };
      memory.emit('frame_changed', { frame: structuredClone(memory.frame) });
    },
    openLink: () => undefined,
    composeEmail: ({ to }) => {
      if (!/^[^\s@?&,;]+@[^\s@?&,;]+$/.test(to)) fail('mail_address_invalid');
    },
    showDataFolder: () => undefined,
    ...networkDoors(),
    ...storageDoors(memory),
    ...presetDoors(memory),
    ...savedDoors(memory),
    countViews: () => countsOf(memory.orders),
    listOrders: (query) => listOf(memory.orders, query),
    countOrders: (query) => facetsOf(memory.orders, query),
    readOverview: () => overviewOf(memory.orders),
    ...customerDoors(memory),
    openEmail: () => {
      const order = memory.need('ord_4410228290');
      return {
        files: 1,
        orders: [
          {
            outcome: 'opened',
            number: order.number,
            order_id: order.id,
            company: order.company,
            file: 'order.eml',
          },
        ],
        again: 0,
        failures: [],
        links: [],
      };
    },
    openOrder: (id) => viewOf(memory.need(id)),
    choices: () => sampleChoices,
    saveDraft: (id, typed, before) => {
      const order = memory.need(id);
      const form = merged(before, typed, formOf(order));
      order.form = structuredClone(form);
      order.savedAt = stamp();
      memory.changed(id);
      return {
        saved_at: order.savedAt,
        form: structuredClone(form),
        steps: stepsOf(order, form),
        set_up_now: setUpNow(order, form),
        badge: badgeOf(order),
      };
    },
    dropDraft: (id) => {
      const order = memory.need(id);
      Object.assign(order, {
        form: null,
        savedAt: null,
        partner: { choice: 'undecided' },
        customer: { choice: 'undecided' },
      });
      memory.changed(id);
      return viewOf(order);
    },
    findOrganizations: (id, role) => memory.findOrganizations(id, role),
    searchOrganizations: (id, role, domain, cursor) => {
      if (!memory.online) fail('offline');
      const found = searchAnswer(memory.findOrganizations(id, role), domain, cursor);
      memory.findings.set(`${id} ${role}`, found);
      return found;
    },
    chooseOrganization: (id, role, choose) => memory.choose(id, role, choose),
    checkSiteName: (name) => nameAnswer(memory.online, name, /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/),
    checkSipName: (name) => nameAnswer(memory.online, name, /^[a-z0-9]+$/i),
    lookUpTransfer: (id, code) => transferOf(memory.need(id), memory.online, code),
    prepareConfirmation: (id) =>
      confirmationOf(memory.need(id), memory.online, memory.settings.review_required),
    confirm: (id, typed) => {
      const order = memory.need(id);
      if (typed !== order.number) fail('confirmation_mismatch', { number: order.number });
      const problems = problemsOf(order, formOf(order));
      if (problems.length > 0) fail('not_ready', { count: String(problems.length) });
      const asksReview = memory.settings.review_required && order.mapping === null;
      if (asksReview && !isApproved(order)) fail('review_missing');
      if (order.mapping === null) memory.enqueue(order, 'mapping');
      if (!formOf(order).customer_sets_up) memory.enqueue(order, 'setup');
      memory.note(order, 'confirmed');
      return memory.queued(order);
    },
    handOver: (id) => {
      const order = memory.need(id);
      memory.enqueue(order, 'handover');
      return memory.queued(order);
    },
    assign: (id, assignee) => assign(memory, id, assignee),
    listColleagues: () => colleaguesOf(memory.orders),
    askReview: (id, reviewer) => askReview(memory, id, reviewer),
    answerReview: (id, review, verdict, note) => answerReview(memory, [id, review], verdict, note),
    resendEmail: (id) => {
      const order = memory.need(id);
      memory.enqueue(order, 'resend');
      return memory.queued(order);
    },
    keepNote: (id, text) => {
      memory.need(id).noteTyped = text;
      memory.changed(id);
      return null;
    },
    saveNote: (id, note) => {
      const order = memory.need(id);
      order.noteTyped = null;
      if (!order.noteQueued) order.noteBefore = order.note;
      order.note = note;
      order.noteQueued = true;
      order.queue = order.queue.filter((entry) => entry.kind !== 'note');
      memory.enqueue(order, 'note');
      return memory.queued(order);
    },
    retryOperation: (id) => {
      const order = memory.need(id);
      memory.enqueue(order, 'retry');
      return memory.queued(order);
    },
    remind: (id, on) => {
      const order = memory.need(id);
      if (on !== null && on <= dayAhead(0)) {
        fail('reminder_day', { first: dayAhead(1), last: dayAhead(730) });
      }
      order.reminder = on;
      memory.changed(id);
      return viewOf(order);
    },
    snoozeOrder: (id, until) => {
      memory.need(id).snoozedUntil = snoozedUntil(until);
      memory.changed(id);
      return viewOf(memory.need(id));
    },
    dueReminders: () =>
      memory.orders
        .filter((order) => order.reminder !== null && order.reminder <= dayAhead(0))
        .map((order) => ({
          order_id: order.id,
          number: order.number,
          customer: order.company,
          on: order.reminder,
        })),
    listQueue: (offset) => queueOf(memory, offset),
    takeBack: (entry) => takeBack(memory, entry),
    retryEntry: (entry) => retryEntry(memory, entry),
    settleConflict: (id, keep) => settleConflict(memory, id, keep),
    listJournal: (query) => journalOf(memory.journal, query),
    exportJournal: (query) => ({
      path: '/home/ana/Documents/Turnup activity 2026-11-22.csv',
      rows: matching(memory.journal, query).length,
    }),
    saveSummary: (id) => ({
      path: `/home/ana/Documents/Order ${memory.need(id).number}.pdf`,
      pages: 2,
      bytes: 38_400,
    }),
    ...exportDoors(memory, jobs),
    openSummary: () => undefined,
    showSummary: () => undefined,
  };
  return { ...doors, ...manyDoors(memory, doors, jobs.run) };
}
