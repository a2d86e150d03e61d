/** What a licence request says to its reader: who it is to them, where it stands, what happens next. */
import type { Badge } from '../../cards/badge.ts';
import { present } from '../../cards/when.ts';
import type { LicenceRequest } from '../../store/records.ts';
import { lastTurn, type RequestRefusal, requestPartsOf, turnBy } from '../../store/request/advance.ts';
import type { RequestPart } from '../../store/request/table.ts';
import type { Context } from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { listedNames, shortName } from '../core/lines.ts';
import { whyOf, whyText } from '../jobs/failure-reasons.ts';
import type { Language } from '../language/index.ts';
import type { EnglishMessages } from '../language/translation.ts';
import { leftOrganisation } from '../microsoft/commerce.ts';
import { calledIn } from '../people/told-apart.ts';
import { grantedThisMonth, isRunning } from './grants.ts';
import { type Seats, seatsOf, waitingFor } from './seats.ts';

export interface Viewer {
  language: Language;
  now: Date;
  dependencies: Dependencies;
  /** What the reader is to it; a chat reads what those who decide read. */
  parts: ReadonlySet<RequestPart>;
  /** Null where a chat reads it. */
  reader: string | null;
}

export interface View extends Viewer {
  request: LicenceRequest;
  /** Somebody who asked for it, or is to have it. */
  isTheirs: boolean;
  requester: string;
  person: string;
  isForOther: boolean;
  seats: Seats;
}

export function viewOf(request: LicenceRequest, viewer: Viewer): View {
  const { store } = viewer.dependencies;
  return {
    ...viewer,
    request,
    isTheirs: viewer.parts.has('requester'),
    requester: shortName(calledIn(store, request.requester)),
    person: shortName(calledIn(store, request.person)),
    isForOther: request.requester.id !== request.person.id,
    seats: seatsOf(request.product.sku, store),
  };
}

export function viewerOf(request: LicenceRequest, context: Context): Viewer {
  const { language, now, dependencies, speaker, place } = context;
  const told = { language, now, dependencies };
  if (place === 'chat') return { ...told, ...asChat };
  const by = { ...speaker, approver: speaker.roles.has('approver'), admin: speaker.roles.has('admin') };
  return { ...told, parts: requestPartsOf(request, by), reader: speaker.id };
}

/** Buttons of a card in a chat are for those who decide. */
export const asChat: Pick<Viewer, 'parts' | 'reader'> = { parts: new Set(['decider']), reader: null };

/** Where it stands, as the reader would say it. */
export function titleOf(view: View): string {
  const { request, requester, person, language } = view;
  const { t, format } = language;
  const product = shortName(request.product.name);
  const date = request.endsOn ? format.date(request.endsOn) : '';
  return t(`request.title.${titleFor(view)}`, { product, person, name: requester, date });
}

type Title = keyof EnglishMessages['request']['title'];

function titleFor(view: View): Title {
  const { request, isTheirs, isForOther, reader } = view;
  const isOwn = reader === request.person.id;
  const isEnding = request.state === 'given' && (isWarned(request) || isLongerAsked(request));
  if (isEnding && isLongerAsked(request) && !isTheirs) return 'longer';
  if (isEnding) return isOwn ? 'endsSoon' : 'endsSoonTo';
  if (!isTheirs) return isForOther ? 'asksFor' : 'asks';
  const { state } = request;
  if (state === 'rejected') return 'rejected';
  if (state === 'given' || state === 'waiting') return isOwn ? state : `${state}To`;
  if (reader !== request.requester.id) return 'forYou';
  return isForOther ? 'ownFor' : 'own';
}

export function stateText({ state, endsOn }: LicenceRequest, { t, format }: Language): string {
  if (state === 'given' && endsOn) return t('request.state.givenUntil', { date: format.date(endsOn) });
  return t(`request.state.${state}`);
}

const tones: Record<LicenceRequest['state'], Pick<Badge, 'tone' | 'icon'>> = {
  pending: { tone: 'informative', icon: 'Clock' },
  waiting: { tone: 'warning', icon: 'Clock' },
  assigning: { tone: 'informative', icon: 'Play' },
  given: { tone: 'good', icon: 'CheckmarkCircle' },
  failed: { tone: 'attention', icon: 'Warning' },
  removing: { tone: 'neutral', icon: 'CalendarClock' },
  kept: { tone: 'attention', icon: 'Warning' },
  ended: { tone: 'neutral', icon: 'CalendarClock' },
  rejected: { tone: 'attention', icon: 'DismissCircle' },
  withdrawn: { tone: 'neutral', icon: 'DismissCircle' },
};

export function badgeOf(request: LicenceRequest, language: Language): Badge {
  return { text: stateText(request, language), ...tones[request.state] };
}

/** What happens next, in the words for this reader. */
export function nextTexts(view: View): string[] {
  return view.isTheirs ? followTexts(view) : decideTexts(view);
}

function followTexts(view: View): string[] {
  const { request, language, isForOther, reader, person } = view;
  const { t, format } = language;
  const date = request.endsOn ? format.date(request.endsOn) : '';
  const isTo = isForOther && reader === request.requester.id;
  const given = (): string[] => {
    if (isLongerAsked(request)) return [t('request.next.longerAsked', { name: decisionName(view), date })];
    if (isWarned(request)) return [t('request.next.endsSoon', { date })];
    const had = request.given?.ours === false;
    return present(
      had ? t('request.next.notOurs') : isTo ? t('request.next.givenTo', { person }) : t('request.next.given'),
      date && !had && t('request.next.until', { date }),
    );
  };
  const texts: Record<LicenceRequest['state'], () => string[]> = {
    pending: () => [pendingText(view)],
    waiting: () => [t(isTo ? 'request.next.waitingTo' : 'request.next.waiting', { place: placeOf(view), person })],
    assigning: () => [t('request.next.assigning')],
    given,
    failed: () => [t('request.next.failed', { why: failureText(view), name: decisionName(view) })],
    removing: () => [t('request.next.removing', { date })],
    kept: () => [t('request.next.removing', { date })],
    ended: () => [t(request.given?.ours === false ? 'request.next.endedNotOurs' : 'request.next.ended', { date })],
    rejected: () => [t('request.next.rejected')],
    withdrawn: () => [withdrawnText(view)],
  };
  return texts[request.state]();
}

/** More are counted. */
const mostNamed = 3;

function pendingText({ request, dependencies: { store }, language }: View): string {
  const { t, format } = language;
  const { deciders, dueAt, admins } = request;
  if (admins.length > 0) return t('request.next.escalated');
  const names = listedNames(
    deciders.map((each) => shortName(calledIn(store, each))),
    { most: mostNamed },
    language,
  );
  return t('request.next.pending', { names, date: dueAt ? format.moment(format.lastMoment(dueAt)) : '' });
}

function decideTexts(view: View): string[] {
  const { request, language, person, requester, seats } = view;
  const { t, format } = language;
  const date = request.endsOn ? format.date(request.endsOn) : '';
  const given = (): string[] => {
    if (isLongerAsked(request)) return [t('request.decide.longer', { name: requester, date })];
    return isWarned(request) ? [t('request.decide.endsSoon', { date })] : [];
  };
  const pending = (): string[] => {
    const was = turnBy(request, 'unapprove') && turnBy(request, 'approve', 'grant');
    const out = was?.by;
    const again = request.admins.length > 0 ? 'escalated' : 'again';
    const isAgain = lastTurn(request)?.move === 'remind' || request.admins.length > 0;
    const what = seats.all === 0 ? 'noneOwned' : seats.free > 0 ? 'pending' : 'noSeat';
    return present(
      out && t('request.decide.unapproved', { name: shortName(out.name) }),
      was?.move === 'grant' && t('request.decide.ungranted'),
      !was && isUsedUp(view) && t('request.decide.used'),
      isAgain && t(`request.decide.${again}`, { name: requester }),
      t(`request.decide.${what}`, { name: person }),
    );
  };
  const texts: Partial<Record<LicenceRequest['state'], () => string[]>> = {
    pending,
    given,
    waiting: () => [t('request.decide.waiting', { place: placeOf(view) })],
    failed: () => [t('request.decide.failed', { why: failureText(view) })],
    kept: () => [t('request.decide.kept', { date, why: failureText(view) })],
    withdrawn: () => present(isGone(view) && withdrawnText(view)),
  };
  return texts[request.state]?.() ?? [];
}

/** It would have been granted, were there not so many this month. */
function isUsedUp({ request, now, dependencies: { store, config } }: View): boolean {
  const grant = store.get('grants', request.product.sku);
  const at = { now, zone: config.takeovers.calendar };
  return grant !== undefined && isRunning(grant, at) && grantedThisMonth(grant.id, store, at) >= grant.monthly;
}

function isGone({ request }: View): boolean {
  return lastTurn(request)?.words === leftOrganisation;
}

function withdrawnText(view: View): string {
  const { t } = view.language;
  return isGone(view) ? t('request.next.left', { person: view.person }) : t('request.next.withdrawn');
}

/** On the waiting list, from one on. */
function placeOf({ request, dependencies: { store } }: View): number {
  return waitingFor(request.product.sku, store).findIndex(({ id }) => id === request.id) + 1;
}

function decisionName({ request, dependencies: { store }, language: { t } }: View): string {
  return request.decision ? shortName(calledIn(store, request.decision.by)) : t('refused.contact');
}

/** A sentence, with its full stop. */
function failureText({ request, language }: View): string {
  const why = whyOf({ why: turnBy(request, 'fail')?.words ?? 'fault' }) ?? 'fault';
  const text = whyText(why, language).replace(/(?<![.!?…])[”»]$|[^.!?…”»]$/, '$&.');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Since it was given or extended last. */
function since({ history }: LicenceRequest): LicenceRequest['history'] {
  return history.slice(history.findLastIndex(({ move }) => move === 'give' || move === 'extend') + 1);
}

export function isWarned(request: LicenceRequest): boolean {
  return since(request).some(({ move }) => move === 'warn');
}

export function isLongerAsked(request: LicenceRequest): boolean {
  return since(request).some(({ move }) => move === 'ask-longer');
}

const deciding = ['approve', 'reject', 'withdraw'] as const;

/** Why a move could not be made; of one that comes too late, who was faster. */
export function refusalText(
  refused: RequestRefusal['refused'],
  request: LicenceRequest,
  { language: { t, format }, dependencies: { store } }: Pick<Viewer, 'language' | 'dependencies'>,
): string {
  const { id } = request;
  if (refused !== 'over' && refused !== 'not-now') return t(`request.refused.${refused}`, { id });
  const turn = turnBy(request, ...deciding);
  if (!turn?.by || (turn.move === 'withdraw' && request.state !== 'withdrawn'))
    return t(refused === 'over' ? 'request.refused.over.other' : 'request.refused.not-now', { id });
  const move = deciding.find((each) => each === turn.move) ?? 'approve';
  return t(`request.refused.over.${move}`, {
    name: shortName(calledIn(store, turn.by)),
    when: format.dateTime(turn.at),
  });
}
