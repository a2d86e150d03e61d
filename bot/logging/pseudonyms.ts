/**
 * Ids of people and of what they said, as the log may have them: two lines about the same person can be tied, and nobody can read
 * from them who it is. The key is this installation's own, so no other one's log can be compared with it.
 */
import { createHmac } from 'node:crypto';

export interface Pseudonyms {
  /** Twelve characters that stand for an id. */
  of(id: string): string;
  /** A text of others' with the ids, addresses and tokens taken out of it: an id is its pseudonym there, too. */
  within(text: string): string;
}

const length = 12;

/** Enough of each to be sure: an error's message, or a stack, is full of words and numbers. */
const telling = new RegExp(
  [
    // Entra's ids. The ids of requests are Microsoft's own, and what its support asks for.
    String.raw`(?<!request-id )\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b`,
    // Mail addresses, and conversations of Teams.
    String.raw`[^\s/<>()"',;:@]+@[\w-]+(?:\.[\w-]+)+`,
    // People and bots of Teams.
    String.raw`(?<![\w:.-])(?:29|28|8|a):[\w.:-]{6,}`,
  ].join('|'),
  'gi',
);
const tokens = /\beyJ[\w-]{8,}(?:\.[\w-]+)*/g;

export function createPseudonyms(key: string): Pseudonyms {
  const of = (id: string): string => createHmac('sha256', key).update(id.toLowerCase()).digest('hex').slice(0, length);
  return { of, within: (text) => text.replace(tokens, '…').replace(telling, (id) => `#${of(id)}`) };
}
