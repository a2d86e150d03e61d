/**
 * Asks for a licence, and shows where one's requests stand. What others do with them is done here as well: `approve`, `reject`,
 * `withdraw`, `retry` and `approval` hand over to it what is about a licence.
 */

import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { type Command, type Context, UserError } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { isLicenceRequest } from '../core/licence-request.ts';
import { argument } from '../language/arguments.ts';
import { askFor } from './ask.ts';
import { showRequest } from './card.ts';
import { requestForm } from './form.ts';
import { ownList, ownRequests, requestsAt, rowOf, toDecideNow } from './list.ts';
import { decideRequest, requestFor } from './move.ts';
import { type Asked, readAsked } from './read-sentence.ts';

const args = z.strictObject({
  /** One of them. */
  request: argument.request.optional(),
  move: argument.move.optional(),
  /** As a sentence. */
  order: argument.order.optional(),
  /** As a form gives them. */
  product: argument.product.optional(),
  person: argument.person.optional(),
  reason: argument.reason.optional(),
  ticket: argument.ticket.optional(),
  limit: argument.limit.optional(),
  form: argument.form.optional(),
  page: argument.page.optional(),
});
type Args = z.infer<typeof args>;

export const request: Command<'request', typeof args> = {
  name: 'request',
  role: 'anyone',
  args,
  rest: 'order',
  sentence: true,
  reads: ({ move, order, product, reason }) =>
    move === undefined && order === undefined && (product === undefined || reason === undefined),
  orders: ({ move }) => move === 'approve' || move === 'retry',
  changes: ({ order, product, reason, move }) =>
    move === 'ask-longer' || order !== undefined || (product !== undefined && reason !== undefined),
  waits: (context) => toDecideNow(context).map((each) => lineOf(each, context)),
  decisions: (asked, context) => requestsAt(asked, context).map((each) => rowOf(each, context)),
  run: (asked, context) => answer(asked, context),
};

function answer(given: Args, context: Context): Card | Promise<Card> {
  const { request: id, move, order, form, page } = given;
  if (id && move) return decideRequest(id, { act: move, words: given.reason ?? null, term: given.limit }, context);
  if (id && !order) return showOne(id, context);
  const own = ownRequests(context);
  const asked = order ? readAsked(order) : filledIn(given);
  const isList = !asked.what && !order && !form && own.length > 0;
  if (isList) return ownList(own, page, context);
  refuseElsewhere(context);
  if (asked.what || order) return askFor(asked, context);
  return requestForm({ ...asked, products: [], person: undefined }, context);
}

/** @throws UserError where another system owns licence requests, with the way there */
function refuseElsewhere(context: Context): void {
  const { t } = context.language;
  const { here, link } = context.dependencies.config.requests;
  if (here) return;
  if (link) throw new UserError(t('request.off'), [], { links: [{ title: t('request.button.elsewhere'), url: link }] });
  throw new UserError(t('request.offNoLink', { contact: contactName(context) }));
}

function filledIn({ product, person, reason, ticket, limit }: Args): Asked {
  const term = limit === undefined || limit === 'always' ? null : limit;
  return { what: product ?? '', who: person ?? null, why: reason, ticket: ticket ?? null, term };
}

function showOne(id: string, context: Context): Card | Promise<Card> {
  if (isLicenceRequest(id)) return showRequest(requestFor(id, context.dependencies.store, context), context);
  const { command, args: read } = context.read(`approval ${id}`);
  return command.run(command.args.parse(read), context);
}

function lineOf(each: Parameters<typeof rowOf>[0], context: Context) {
  const { title, subtitle, detail, aside, open } = rowOf(each, context);
  return {
    title: `${title} · ${subtitle}`,
    text: [detail, aside && `${aside.label} ${aside.text}`].filter(Boolean).join(' · '),
    press: open,
  };
}
