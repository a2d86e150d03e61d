/**
 * Those who can decide are called: what waits for a second person reaches each of them in their own chat, without their having
 * asked for it. They may say that they are away, or want to hear nothing of it.
 */
import { notify, notifyRarely, postsOf, showNotice, talkEveryMs, type Wanted } from './notices.ts';
import { hasApproved } from './order.ts';
import type { Member, Somebody } from './records.ts';
import { partiesOf } from './request/advance.ts';
import type { Reader, Transaction } from './store.ts';
import { countingApprovals, waitsForApprovers, waitsForWord } from './takeover/advance.ts';
import { isParty, toDecide } from './takeover/deciders.ts';

/** More people would each think that somebody else does it; a channel reaches the rest. */
export const mostCalled = 20;
/** So many are kept with a request, for when some of them are away. */
export const mostDeciders = 60;
/** Beyond so many open requests one message lists them all. */
const mostOpen = 5;
/** Lists that raise a notification; others are edits of the last. */
const mostListsADay = 3;

/** Until when somebody is not at work; undefined where they are. It ends by itself. */
export function awayUntil({ leave }: Pick<Member, 'leave'>, now: Date): Date | undefined {
  return leave && leave.until > now.toISOString() ? new Date(leave.until) : undefined;
}

export function isAway(reader: Pick<Reader, 'get'>, person: string, now: Date): boolean {
  const member = reader.get('members', person);
  return member !== undefined && awayUntil(member, now) !== undefined;
}

/** They have said that they want to hear nothing of approvals. */
export function isQuiet(reader: Pick<Reader, 'get'>, person: string): boolean {
  const chat = reader.get('chats', reader.get('members', person)?.chat?.id ?? '');
  return chat?.quiet?.includes('approvals') ?? false;
}

/**
 * Whom to call, of those who can decide: who is at work, and can be written to as far as is known. People whose chat is open come
 * first, since with others it may fail.
 */
export function called(reader: Pick<Reader, 'get'>, deciders: readonly Somebody[], now: Date): Somebody[] {
  const isOpen = ({ id }: Somebody): boolean => Boolean(reader.get('members', id)?.chat);
  const able = deciders.filter(
    ({ id }) => !isAway(reader, id, now) && !isQuiet(reader, id) && !reader.get('members', id)?.away,
  );
  return [...able.filter(isOpen), ...able.filter((each) => !isOpen(each))].slice(0, mostCalled);
}

/** What waits for the decision of somebody who is called. */
interface Open {
  takeovers: string[];
  orders: string[];
  requests: string[];
}

export function openFor(reader: Pick<Reader, 'all'>, person: string): Open {
  const takeovers = [...reader.all('takeovers')].filter(
    (takeover) =>
      waitsForApprovers(takeover) &&
      isIn(takeover.deciders ?? [], person) &&
      !isParty(toDecide(takeover), person) &&
      (waitsForWord(takeover) || !countingApprovals(takeover).some(({ by }) => by.id === person)),
  );
  const orders = [...reader.all('orders')].filter(
    (order) =>
      order.state === 'pending' &&
      order.requester.id !== person &&
      isIn(order.others, person) &&
      !hasApproved(order, person),
  );
  const requests = [...reader.all('requests')].filter(
    (request) =>
      request.state === 'pending' &&
      (isIn(request.deciders, person) || isIn(request.admins, person)) &&
      !isParty(partiesOf(request), person),
  );
  return { takeovers: idsOf(takeovers), orders: idsOf(orders), requests: idsOf(requests) };
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}

function isIn(people: readonly Somebody[], person: string): boolean {
  return people.some(({ id }) => id === person);
}

interface Call {
  person: string;
  /** What they are told, where there is not too much of it. */
  wanted: Omit<Wanted, 'to'>;
  /** What it is about, and the how-many-th time. */
  about: string;
}

/** Asks somebody to decide; where too much waits for them already, one list says it all. */
export function call(tx: Transaction, { person, wanted, about }: Call, now: Date): void {
  const to = { person };
  const { takeovers, orders, requests } = openFor(tx, person);
  if (takeovers.length + orders.length + requests.length <= mostOpen) {
    notify(tx, { ...wanted, to }, now);
    return;
  }
  const saying = { card: 'to-decide', about } as const;
  notifyRarely(tx, { key: listKey(person), to, saying, mostADay: mostListsADay }, now);
  showLists(tx, [person], now);
}

function listKey(person: string): string {
  return `to-decide ${person}`;
}

/** Whether another list was posted to them since. */
export function isOldList(reader: Pick<Reader, 'get'>, notice: { id: string; key: string }, person: string): boolean {
  return postsOf(reader, listKey(person)).at(-1)?.id !== notice.id;
}

/** Their lists show what waits for them now; of the older ones, that there is a newer. */
export function showLists(tx: Transaction, people: Iterable<string>, now: Date): void {
  for (const person of people)
    for (const { key } of postsOf(tx, listKey(person)).slice(-2)) showNotice(tx, key, now, talkEveryMs);
}
