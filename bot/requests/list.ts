/** Licence requests as rows: those of the one who asks, and those there are to decide. */
import type { Card } from '../../cards/card.ts';
import { list, pageOf, type Row } from '../../cards/list.ts';
import { present } from '../../cards/when.ts';
import { isIdle } from '../../store/hold.ts';
import type { LicenceRequest } from '../../store/records.ts';
import { whyNotMove } from '../../store/request/advance.ts';
import { requestEnds } from '../../store/request/table.ts';
import type { DecisionStage } from '../core/command.ts';
import { type Context, press } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import { pageButtons, pageLine } from '../core/paging.ts';
import { finderOfAll, searchKey } from '../language/fold.ts';
import { addressesOf, calledIn } from '../people/told-apart.ts';
import { maySeeRequest } from './ask.ts';
import { stateText } from './view.ts';

/** What they asked for, or is for them; the newest first. */
export function ownRequests({ speaker, dependencies: { store } }: Context): LicenceRequest[] {
  return [...store.all('requests')]
    .filter(({ requester, person }) => requester.id === speaker.id || person.id === speaker.id)
    .reverse();
}

export function ownList(own: readonly LicenceRequest[], page: number | undefined, context: Context): Card {
  const { t, words } = context.language;
  const place = pageOf(own, page);
  const count = t('request.list.count', { count: own.length });
  return list({
    title: t('request.list.title'),
    subtitle: count,
    rows: place.shown.map((request) => rowOf(request, context)),
    empty: '',
    pageOf: pageLine(place, context),
    buttons: [
      ...pageButtons(place, { verb: 'request' }, context),
      press(t('request.button.another'), 'request', { form: 'form' }),
    ],
    summary: count,
    fallback: t('fallback', { command: words.commands.request.names[0] }),
  });
}

/** A licence that is given for good needs nobody any more. */
function isOver({ state, endsOn }: LicenceRequest): boolean {
  return requestEnds.has(state) || (state === 'given' && endsOn === null);
}

/** Newest first; of those the reader may see. */
export function requestsAt({ stage, words }: DecisionStage, context: Context): LicenceRequest[] {
  const { dependencies, speaker } = context;
  const isAt: Record<DecisionStage['stage'], (request: LicenceRequest) => boolean> = {
    waiting: ({ state }) => state === 'pending',
    running: (request) => request.state !== 'pending' && !isOver(request),
    mine: ({ requester, person }) => requester.id === speaker.id || person.id === speaker.id,
    ended: isOver,
    every: () => true,
  };
  const isMeant = finderOfAll(words);
  const textOf = ({ id, product, requester, person, ticket }: LicenceRequest): string => {
    const addresses = [requester.id, person.id].flatMap((each) => addressesOf(dependencies.store, each));
    return searchKey(id, product.name, requester.name, person.name, ticket, ...addresses);
  };
  return [...dependencies.store.all('requests')]
    .filter((request) => maySeeRequest(request, context) && isAt[stage](request))
    .filter((request) => isMeant(textOf(request)))
    .reverse();
}

/** What the speaker may decide now. */
export function toDecideNow(context: Context): LicenceRequest[] {
  const { id, name, roles } = context.speaker;
  const by = { id, name, approver: roles.has('approver'), admin: roles.has('admin') };
  return requestsAt({ stage: 'waiting', words: '' }, context).filter((each) => !whyNotMove(each, 'approve', by));
}

export function rowOf(request: LicenceRequest, { language, dependencies: { store }, now }: Context): Row {
  const { t, format } = language;
  const { id, product, person, requester, why, at, dueAt, state, history } = request;
  const isPending = state === 'pending' && dueAt !== null;
  const shown = isPending ? format.lastMoment(dueAt) : new Date(history.at(-1)?.at ?? at);
  const isPaused = isPending && isIdle(store);
  return {
    title: shortName(product.name),
    subtitle: shortName(calledIn(store, person)),
    detail: present(
      why,
      requester.id !== person.id && t('request.list.by', { name: shortName(calledIn(store, requester)) }),
    ).join(' · '),
    aside: {
      label: isPending ? t('approvals.decideBy') : stateText(request, language),
      text: format.date(shown),
      hint: isPaused ? t('takeoverCard.pausedShort') : format.relative(shown, now),
      urgent: isPending && !isPaused && shown.getTime() - now.getTime() < 86_400_000,
    },
    small: id,
    open: press(`${t('button.open')} ${id}`, 'approval', { request: id }),
  };
}
