/**
 * How much of Purser one person may have: so many turns at once, then one every few seconds, which nobody meets who reads the
 * answers. Beyond that they are told once, and then hear nothing until there is room again. A message that is not taken in
 * costs no question to Microsoft and no commit.
 */
import { LRUCache } from 'lru-cache';
import { type Clock, elapsedOn } from '../clock.ts';

const burst = 60;
const everyMs = 2_000;
/** Of so many people something is remembered; who was quiet the longest is forgotten first. */
const mostPeople = 10_000;
/** Nobody is told again before there is room for a few turns, or every other answer would be that sentence. */
const roomBeforeTold = 5;

export type Admission = 'in' | 'told' | 'silent';

interface Bucket {
  room: number;
  at: number;
  isTold: boolean;
}

/** @returns whether this turn of somebody is taken in; else whether they are told so */
export type TurnLimit = (person: string) => Admission;

export function createTurnLimit(clock: Pick<Clock, 'now' | 'monotonic'>): TurnLimit {
  const buckets = new LRUCache<string, Bucket>({ max: mostPeople });
  return (person) => {
    const now = elapsedOn(clock);
    const before = buckets.get(person) ?? { room: burst, at: now, isTold: false };
    const room = Math.min(burst, before.room + (now - before.at) / everyMs);
    const isTold = before.isTold && room < roomBeforeTold;
    if (room >= 1) buckets.set(person, { room: room - 1, at: now, isTold });
    else buckets.set(person, { room, at: now, isTold: true });
    if (room >= 1) return 'in';
    return isTold ? 'silent' : 'told';
  };
}
