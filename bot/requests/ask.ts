/** Somebody asks for a licence: who and what is meant, whether there is anything to ask, and who is to decide. */

import type { Card } from '../../cards/card.ts';
import { rowsPerPage } from '../../cards/list.ts';
import { report } from '../../cards/report.ts';
import { mostDeciders } from '../../store/calls.ts';
import type { LicenceRequest, Somebody } from '../../store/records.ts';
import { openStates } from '../../store/request/table.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { decideByAtWork } from '../../store/takeover/deadlines.ts';
import { mayDecide } from '../../store/takeover/deciders.ts';
import { type Context, cardIn, press, UserError } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { shortName } from '../core/lines.ts';
import { lineOf, nameOf } from '../licences/assign-cards.ts';
import { heldNow } from '../licences/assign-job.ts';
import type { NamedProduct } from '../licences/seat-pools.ts';
import { peopleNamed, peopleWith, rememberPeople, type Whom } from '../licences/which-people.ts';
import { cannotAsk, mayApproveNow } from '../takeovers/decision/may-approve.ts';
import { askedFor } from '../takeovers/request/obstacles.ts';
import { showRequest } from './card.ts';
import { openRequest } from './decide.ts';
import { type Filled, requestForm } from './form.ts';
import type { Asked } from './read-sentence.ts';
import { productsAsked } from './which-product.ts';

/** @param asked as it was typed, or filled in */
export async function askFor(asked: Asked, context: Context): Promise<Card> {
  const { t, words } = context.language;
  const people = await whoIs(asked.who, context);
  const products = asked.what ? productsAsked(asked.what, context) : [];
  const [product, ...others] = products;
  const filled: Filled = { ...asked, products, person: people?.length === 1 ? people[0] : undefined };
  if (asked.who && people?.length === 0)
    return requestForm(
      filled,
      context,
      t('request.form.nobody', { who: asked.who, example: words.commands.request.examples[2] }),
    );
  if (people && people.length > 1) return askWhom({ ...filled, product }, { people, who: asked.who ?? '' }, context);
  if (asked.what && !product) return requestForm(filled, context, t('request.form.unknown', { what: asked.what }));
  if (!product || others.length > 0)
    return requestForm(filled, context, others.length > 0 ? t('request.form.which') : undefined);
  const person = filled.person ?? self(context);
  const already = await alreadyOne({ product, person }, context);
  if (already) return already;
  if (!asked.why) return requestForm(filled, context, t('request.form.whyMissing'));
  return send({ ...asked, why: asked.why, product, person }, context);
}

function self({ speaker: { id, name, userName } }: Context): Whom {
  return { id, name, userName, department: null };
}

const anId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined where they ask for themselves; none where nobody is called that. */
async function whoIs(who: string | null, context: Context): Promise<Whom[] | undefined> {
  if (!who) return undefined;
  if (anId.test(who)) return peopleWith([who], context);
  try {
    return await peopleNamed(who, context);
  } catch (error) {
    if (error instanceof UserError && error.message === context.language.t('assign.nobody', { who })) return [];
    throw error;
  }
}

/** Several people are called that. */
function askWhom(
  { product, why, term, ticket }: Filled & { product: NamedProduct | undefined },
  { people, who }: { people: readonly Whom[]; who: string },
  context: Context,
): Card {
  const { t, words } = context.language;
  const data = {
    ...(product && { product: product.sku }),
    ...(why && { reason: why }),
    ...(term && { limit: term }),
    ...(ticket && { ticket }),
    form: 'form',
  };
  const shown = people.slice(0, rowsPerPage);
  return report({
    title: t('assign.whom'),
    paragraphs: [t('assign.several', { who })],
    sections: [
      {
        lines: shown.map((person) => ({
          ...lineOf(person, context),
          press: press([nameOf(person, context), person.userName].filter(Boolean).join(', '), 'request', {
            ...data,
            person: person.id,
          }),
        })),
      },
    ],
    notes: people.length > shown.length ? [t('purchase.more', { count: people.length - shown.length })] : [],
    summary: t('assign.whom'),
    fallback: t('fallback', { command: words.commands.request.examples[2] }),
  });
}

interface Wanted {
  product: NamedProduct;
  person: Whom;
}

/** They have it, or it is asked for already. */
async function alreadyOne({ product, person }: Wanted, context: Context): Promise<Card | undefined> {
  const { language, speaker, dependencies } = context;
  const { t } = language;
  const open = sameIn(dependencies.store, { product, person });
  if (open && openStates.has(open.state)) return shownAgain(open, context);
  const held = (await heldNow(product.sku, [person.id], context))?.get(person.id.toLowerCase());
  if (held === undefined || held === 'none' || held === 'error') return undefined;
  // One for a time is where more of it is asked for.
  if (open && maySeeRequest(open, context)) return showRequest(open, context);
  const names = { product: product.name, person: nameOf(person, context) };
  throw new UserError(t(person.id === speaker.id ? 'request.hasOwn' : 'request.has', names), [
    press(t('request.button.another'), 'request', { form: 'form' }),
  ]);
}

function shownAgain(open: LicenceRequest, context: Context): Card {
  const { t } = context.language;
  if (maySeeRequest(open, context)) return showRequest(open, context, t('request.open'));
  const names = { product: open.product.name, person: shortName(open.person.name) };
  throw new UserError(t('request.openOther', names), [press(t('request.button.mine'), 'request')]);
}

/** The request for this product and person that isn't over. */
function sameIn(reader: Pick<Reader, 'all'>, { product, person }: Wanted): LicenceRequest | undefined {
  return [...reader.all('requests')].findLast(
    (request) =>
      request.product.sku === product.sku &&
      request.person.id === person.id &&
      (openStates.has(request.state) ||
        (request.endsOn !== null && (request.state === 'given' || request.state === 'kept'))),
  );
}

export function maySeeRequest(
  { requester, person }: Pick<LicenceRequest, 'requester' | 'person'>,
  { speaker: { id, roles } }: { speaker: Pick<Context['speaker'], 'id' | 'roles'> },
): boolean {
  return roles.has('viewer') || roles.has('approver') || requester.id === id || person.id === id;
}

/** Asked for twice it is one request. */
async function send(asked: Asked & Wanted & { why: string }, context: Context): Promise<Card> {
  const deciders = await decidersOf(asked.person, context);
  const zone = context.dependencies.config.takeovers.calendar;
  const came = await context.transact((tx) => {
    const same = sameIn(tx, asked);
    if (same && openStates.has(same.state)) return { request: same, isNew: false };
    rememberPeople(tx, [asked.person]);
    const request = newRequest(tx, asked, { deciders, context });
    return { request: openRequest(tx, request, { now: context.now, card: cardIn(context), zone }), isNew: true };
  });
  return came.isNew ? showRequest(came.request, context) : shownAgain(came.request, context);
}

/** @throws UserError where nobody can decide, or would hear of it */
async function decidersOf(person: Whom, context: Context): Promise<Somebody[]> {
  const { dependencies, speaker, now, language } = context;
  const { t } = language;
  const asked = await mayApproveNow(context);
  if (!asked.approvers || asked.amiss) throw cannotAsk(asked, context);
  const parties = { requester: speaker.id, purchaser: person.id };
  const deciders = asked.approvers.filter(({ id }) => mayDecide(parties, { id, approver: true }));
  if (deciders.length === 0) throw new UserError(t('request.nobodyDecides'));
  const reached = askedFor(dependencies.store, { parties, deciders, now });
  const contact = contactName(context);
  if (reached.chats.length + reached.people.length === 0) throw new UserError(t('request.nobodyReached', { contact }));
  return deciders.slice(0, mostDeciders).map(({ id, name }) => ({ id, name }));
}

function newRequest(
  tx: Transaction,
  { product, person, why, term, ticket }: Asked & Wanted & { why: string },
  { deciders, context }: { deciders: readonly Somebody[]; context: Context },
): LicenceRequest {
  const { speaker, now, dependencies } = context;
  const { approvalDays, calendar } = dependencies.config.takeovers;
  return {
    ...{ id: tx.nextId('LR'), state: 'pending', at: now.toISOString(), why, ticket, term },
    product: { sku: product.sku, name: product.name },
    person: { id: person.id, name: person.name ?? person.userName ?? person.id },
    requester: { id: speaker.id, name: speaker.name },
    deciders: [...deciders],
    dueAt: decideByAtWork(now, approvalDays, null, calendar).toISOString(),
    ...{ admins: [], round: 1, news: 0, decision: null, given: null, endsOn: null, job: null, history: [] },
  };
}
