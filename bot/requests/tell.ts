/**
 * Who is told of a licence request, in the transaction that makes a turn. Cards posted before are edited; what somebody must know
 * or act on is a new post, because Teams raises no notification for an edit.
 */
import { call, called, isAway, showLists } from '../../store/calls.ts';
import { idOf, noticeOf, notify, type Posted, showNotice, subscribers } from '../../store/notices.ts';
import type { LicenceRequest, Notice, Somebody } from '../../store/records.ts';
import { lastTurn, partiesOf } from '../../store/request/advance.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { isParty } from '../../store/takeover/deciders.ts';

interface Told {
  before: LicenceRequest | undefined;
  after: LicenceRequest;
  /** Where it was asked for: that card then shows its state. */
  card?: Posted | undefined;
}

export function tellRequest(tx: Transaction, { before, after, card }: Told, now: Date): void {
  showRequestCards(tx, after, now);
  if (!before || after.round > before.round) ask(tx, after, now);
  if (!before) tellOfNew(tx, { after, card }, now);
  else if (after.news > before.news) tellThoseWhoWantIt(tx, after, { by: lastTurn(after)?.by?.id, now });
}

/** Every copy of its cards is edited to show its present state. */
export function showRequestCards(tx: Transaction, { id, deciders, admins }: LicenceRequest, now: Date): void {
  for (const { key } of [...tx.all('notices')].filter(({ saying }) => isCardOf(saying, id))) showNotice(tx, key, now);
  showLists(
    tx,
    [...deciders, ...admins].map((each) => each.id),
    now,
  );
}

function isCardOf(saying: Notice['saying'], id: LicenceRequest['id']): boolean {
  if (saying.card === 'copy') return saying.about === id && !saying.old;
  return (saying.card === 'licence-asked' || saying.card === 'licence-news') && saying.request === id;
}

export function askedKey({ id }: Pick<LicenceRequest, 'id'>, round: number, to: Notice['to']): string {
  return `request ${id} asked ${round} ${idOf(to)}`;
}

export function newsKey({ id }: Pick<LicenceRequest, 'id'>, news: number, person: string): string {
  return `request ${id} news ${news} ${person}`;
}

/** There is a newer post to the same reader. */
export function isNewerPosted(
  reader: Pick<Reader, 'get'>,
  { from, to, keyOf }: { from: number; to: number; keyOf: (round: number) => string },
): boolean {
  for (let newer = to; newer > from; newer--) if (noticeOf(reader, keyOf(newer))) return true;
  return false;
}

/** While it is to be decided, everybody who can; afterwards, the one who approved it. */
function ask(tx: Transaction, request: LicenceRequest, now: Date): void {
  const isOpen = request.state === 'pending';
  const saying = { card: 'licence-asked', request: request.id, round: request.round } as const;
  const people = askedPeople(tx, request, now);
  const chats = isOpen || people.length === 0 ? subscribers(tx, 'approvals') : [];
  const to = new Map<string, Notice['to']>([
    ...chats.map((each) => [idOf(each), each] as const),
    ...people.map(({ id }) => [id, { person: id }] as const),
  ]);
  for (const [id, each] of to) {
    if (isParty(partiesOf(request), id) || isAway(tx, id, now)) continue;
    const wanted = { key: askedKey(request, request.round, each), saying };
    if ('person' in each && isOpen && people.some((person) => person.id === id))
      call(tx, { person: id, wanted, about: `${request.id} ${request.round}` }, now);
    else notify(tx, { ...wanted, to: each }, now);
  }
}

/** Who hears of it in their own chat. */
export function askedPeople(reader: Pick<Reader, 'get'>, request: LicenceRequest, now: Date): readonly Somebody[] {
  const { state, decision, deciders, admins } = request;
  const able = [...deciders, ...admins].filter(({ id }) => !isParty(partiesOf(request), id));
  const everybody = [...new Map(able.map((each) => [each.id, each])).values()];
  if (state === 'pending' || !decision) return called(reader, everybody, now);
  const own = called(reader, [decision.by], now);
  return own.length > 0 ? own : called(reader, everybody, now);
}

/** Who asked for it sees it in the answer: a card that was pressed shows it from then on, a typed one is a copy of it. */
export function tellOfNew(tx: Transaction, { after, card }: Omit<Told, 'before'>, now: Date): void {
  tellThoseWhoWantIt(tx, after, { by: card ? undefined : after.requester.id, card, now });
}

/** @param told `by`: who made the turn, and sees it in the answer */
function tellThoseWhoWantIt(
  tx: Transaction,
  after: LicenceRequest,
  told: { by: string | undefined; card?: Posted | undefined; now: Date },
): void {
  const { id, requester, person, news } = after;
  const saying = { card: 'licence-news', request: id, round: news } as const;
  for (const reader of new Set([requester.id, person.id])) {
    if (reader === told.by) continue;
    const card = reader === requester.id ? told.card : undefined;
    notify(tx, { key: newsKey(after, news, reader), to: { person: reader }, saying, card }, told.now);
  }
}
