/** Somebody decides about a licence request, takes it back, has it tried again, or asks for more time. */
import type { Card } from '../../cards/card.ts';
import { isRequestProven } from '../../store/proof.ts';
import type { LicenceRequest } from '../../store/records.ts';
import { type By, isRefused, type Made } from '../../store/request/advance.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { dayOf } from '../../store/takeover/calendar.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { RoleNeeded } from '../core/to-activate.ts';
import { tellUnproven } from '../jobs/unproven.ts';
import { maySeeRequest } from './ask.ts';
import { showRequest } from './card.ts';
import { beginJob, moveRequest } from './decide.ts';
import { endingOf } from './terms.ts';
import { refusalText } from './view.ts';

export type Act = 'approve' | 'reject' | 'withdraw' | 'retry' | 'ask-longer';

export interface Said {
  act: Act;
  words: string | null;
  /** As it was given: `always`, or how long; undefined where nothing was said of it. */
  term: string | undefined;
}

/** @throws UserError where there is none, or it is none of theirs to see */
export function requestFor(id: string, reader: Pick<Reader, 'get'>, context: Context): LicenceRequest {
  const { t } = context.language;
  const request = reader.get('requests', id);
  if (request && maySeeRequest(request, context)) return request;
  throw new UserError(t('request.unknown', { id }), [press(t('request.button.mine'), 'request')]);
}

function byOf({ speaker: { id, name, roles } }: Context): By {
  return { id, name, approver: roles.has('approver'), admin: roles.has('admin') };
}

export async function decideRequest(id: string, said: Said, context: Context): Promise<Card> {
  const { t } = context.language;
  const came = await context.transact((tx) => {
    const before = requestFor(id, tx, context);
    if (said.act === 'retry' && before.decision && !isRequestProven(before, tx)) tellUnproven(tx, id, context.now);
    return moveRequest(tx, before, {
      made: madeOf(before, said, { tx, context }),
      by: byOf(context),
      now: context.now,
    });
  });
  if (!isRefused(came)) return showRequest(came, context);
  const request = requestFor(id, context.dependencies.store, context);
  const text = refusalText(came.refused, request, context);
  if (came.refused === 'not-yours' && deciding.has(said.act) && !context.speaker.roles.has('approver'))
    throw new RoleNeeded('approver', context.language);
  if (came.refused !== 'own' && came.refused !== 'not-yours') return showRequest(request, context, text);
  throw new UserError(text, [press(`${t('button.open')} ${id}`, 'approval', { request: id })]);
}

const deciding: ReadonlySet<Act> = new Set<Act>(['approve', 'reject']);

interface Within {
  tx: Transaction;
  context: Context;
}

function madeOf(request: LicenceRequest, { act, words, term }: Said, { tx, context }: Within): Made {
  const { now, dependencies } = context;
  if (act === 'reject') return { kind: 'reject', words: words ?? '' };
  if (act === 'withdraw' || act === 'ask-longer') return { kind: act, words };
  if (act === 'retry')
    return { kind: 'retry', job: request.state === 'kept' ? beginJob(tx, request, 'remove', now) : null };
  const chosen = term === undefined ? request.term : term === 'always' ? null : term;
  if (request.endsOn === null) return { kind: 'approve', term: chosen, words };
  const { calendar } = dependencies.config.takeovers;
  // More time counts from its end; where that is over, from today.
  const today = dayOf(now, calendar);
  const from = request.endsOn > today ? request.endsOn : today;
  return { kind: 'extend', term: chosen, words, ...endingOf(chosen, from, { now, calendar }) };
}
