/**
 * What an admin can do to a subscription in the admin centre. "Take control of this subscription" moves its users or cancels it,
 * each confirmed a second time (facts 4.2); the words in quotes there are the words here.
 */
import { cancel, moveUsers, needing, tellPurchaser } from './ending.ts';
import { escaped, html } from './html.ts';
import type { Answer } from './http.ts';
import type { Mailboxes } from './reaching.ts';
import { holdersOf, isSelfService } from './seats.ts';
import type { Company, Subscription } from './state.ts';

export interface Centre {
  readonly company: Company;
  readonly clock: { now(): Date };
  readonly mailboxes: Mailboxes;
}

export interface Visit extends Centre {
  readonly subscription: Subscription;
  readonly form: URLSearchParams;
}

export const HOME = '/admin-centre';
export const back = `<p><a href="${HOME}">Your products</a></p>`;

/** What can be done to a subscription: what is looked at before, and what is done then. */
export const acts: Readonly<Record<string, { ask: (visit: Visit) => Answer; act: (visit: Visit) => Answer }>> = {
  'take-control': { ask: takeControl, act: () => ({ status: 405 }) },
  cancel: { ask: askToCancel, act: doCancel },
  move: { ask: askToMove, act: doMove },
  'recurring-billing': { ask: askToStop, act: doStop },
};

/** "Select a reason": Microsoft publishes its list nowhere (facts 5.1), so this is none of Microsoft's. */
const reasons = ['The organization provides it centrally', 'No longer needed', 'Too expensive', 'Other'];

export function ownerOf({ users }: Company, { ownerId, ownerType }: Subscription): string {
  return ownerType === 'User' ? (users.get(ownerId ?? '')?.displayName ?? ownerId ?? '') : 'Organisation';
}

/** A form that carries the subscription on; what is to be pressed stands last. */
function form(method: 'get' | 'post', act: string, { subscription }: Visit, fields: string, button: string): string {
  return `<form method="${method}" action="${HOME}/${act}">
<input type="hidden" name="subscription" value="${escaped(subscription.id)}">
${fields}
<p><button>${button}</button></p>
</form>`;
}

function page({ company, subscription }: Visit, title: string, content: string): Answer {
  const { skuPartNumber, totalLicenses } = subscription;
  const what = `${skuPartNumber}, ${totalLicenses} seats, bought by ${ownerOf(company, subscription)}`;
  return html(title, `<p>${escaped(what)}</p>\n${content}\n${back}`);
}

function takeControl(visit: Visit): Answer {
  return page(
    visit,
    'Take control of this subscription',
    `${form('get', 'move', visit, '<p>Move users to another subscription. This one is canceled then.</p>', 'Move users')}
${form('get', 'cancel', visit, '<p>Cancel the subscription. Its users lose access.</p>', 'Cancel subscription')}`,
  );
}

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escaped(value)}">`;

function askToCancel(visit: Visit): Answer {
  const reason = visit.form.get('reason');
  if (reason !== null && reasons.includes(reason)) {
    const warning = `<p>${holdersOf(visit.company, visit.subscription).length} users lose access.</p>`;
    const fields = `${warning}${hidden('reason', reason)}`;
    return page(
      visit,
      'Are you sure you want to cancel?',
      form('post', 'cancel', visit, fields, 'Cancel subscription'),
    );
  }
  const options = reasons.map((each) => `<option>${escaped(each)}</option>`).join('');
  const choice = `<p><label>Select a reason <select name="reason" required><option value=""></option>${options}</select></label></p>`;
  return page(visit, 'Cancel subscription', form('get', 'cancel', visit, choice, 'Cancel subscription'));
}

function doCancel(visit: Visit): Answer {
  const { company, subscription, mailboxes, clock } = visit;
  if (!reasons.includes(visit.form.get('reason') ?? '')) return html('Select a reason', back, 400);
  return done(visit, 'cancelled', () => {
    cancel(company, subscription);
    tellPurchaser(company, subscription, mailboxes, clock.now());
  });
}

/** Where users can be moved to: what the organisation bought itself. */
function targetsOf({ company, subscription }: Visit): { target: Subscription; needed: number; free: number }[] {
  return company.subscriptions
    .filter((each) => each.id !== subscription.id && each.status === 'Enabled' && !isSelfService(each))
    .map((target) => {
      const free = target.totalLicenses - holdersOf(company, target).length;
      return { target, needed: needing(company, subscription, target).length, free };
    });
}

function askToMove(visit: Visit): Answer {
  const chosen = targetsOf(visit).find(({ target }) => target.id === visit.form.get('to'));
  if (chosen !== undefined && chosen.needed <= chosen.free) {
    const many = `${chosen.needed} of its ${holdersOf(visit.company, visit.subscription).length} users need a license.`;
    const wait = '<p>This may take several minutes. Don’t close your browser.</p>';
    const fields = `<p>${many}</p>${wait}${hidden('to', chosen.target.id)}`;
    const title = `Move users to ${chosen.target.skuPartNumber}`;
    return page(visit, title, form('post', 'move', visit, fields, 'Move users'));
  }
  const options = targetsOf(visit).map(({ target, needed, free }) => {
    const seats = needed <= free ? `${free} available` : `${needed} needed, ${free} available`;
    const off = needed <= free ? '' : ' disabled';
    return `<option value="${escaped(target.id)}"${off}>${escaped(target.skuPartNumber)} (${seats})</option>`;
  });
  const choice = `<p><label>Product <select name="to" required><option value=""></option>${options.join('')}</select></label></p>`;
  return page(visit, 'Move users', form('get', 'move', visit, choice, 'Move users'));
}

function doMove(visit: Visit): Answer {
  const { company, subscription, mailboxes, clock } = visit;
  const chosen = targetsOf(visit).find(({ target }) => target.id === visit.form.get('to'));
  if (chosen === undefined) return html('Pick a product', back, 400);
  if (chosen.needed > chosen.free) return html('There are not enough licenses', back, 409);
  return done(visit, 'moved', () => {
    moveUsers(company, subscription, chosen.target, clock.now());
    tellPurchaser(company, subscription, mailboxes, clock.now());
  });
}

function askToStop(visit: Visit): Answer {
  const ends = visit.subscription.nextLifecycleDateTime?.slice(0, 10) ?? 'its term ends';
  const fields = `<p>The subscription stays active until ${escaped(ends)}, and is not renewed then.</p>`;
  const button = 'Turn off recurring billing';
  return page(visit, button, form('post', 'recurring-billing', visit, fields, button));
}

function doStop(visit: Visit): Answer {
  return done(visit, 'stopped', () => {
    visit.subscription.recurringBilling = false;
  });
}

/** What the list says afterwards. */
export type Said = 'cancelled' | 'moved' | 'stopped';

/** Back to the list, at its row. */
function done({ subscription }: Visit, what: Said, commit: () => void): Answer {
  return { status: 303, headers: { location: `${HOME}?said=${what}#${encodeURIComponent(subscription.id)}` }, commit };
}
