/** Reads `visio for Megan for 3 months because … ref INC0012345`, in any language. Pure. */
import { fold, unquote } from '../language/fold.ts';
import { cut, jointPattern, spellings } from '../language/joints.ts';
import { reasonIn } from '../language/reason.ts';
import { readValue } from '../router/reading-values.ts';

export interface Asked {
  /** The product, as it was called; empty where none was. */
  what: string;
  /** Somebody's name; null: the one who asks. */
  who: string | null;
  term: string | null;
  ticket: string | null;
  why: string | undefined;
}

const because = new RegExp(jointPattern('because'), 'iu');
const forJoint = new RegExp(jointPattern('for'), 'iu');
const meWords = new Set(spellings('me').map(fold));
const articles = new RegExp(`^(?:${jointPattern('article')}\\s*)+`, 'iu');
const licence = jointPattern('licence');
const aLicence = new RegExp(`^(?:${jointPattern('article')}\\s*)*${licence}\\s*|\\s*${licence}$`, 'giu');

/** A reference has a digit: "ref INC0012345"; "the ticket office" is none. */
const ticketIn = new RegExp(
  `[\\s,(]*${jointPattern('ticket')}\\s*:?\\s*#?([\\p{L}\\p{N}][\\p{L}\\p{N}._/-]*\\d[\\p{L}\\p{N}._/-]*)[)\\s]*`,
  'iu',
);

export function readAsked(text: string): Asked {
  const found = ticketIn.exec(text);
  const ticket = found?.[1]?.slice(0, longestTicket) ?? null;
  const plain = found ? text.replace(found[0], ' ').trim() : text;
  const [rest, reason] = cut(plain, because);
  const [first, ...parts] = split(rest);
  const term = parts.map(termIn).find((each) => each !== null) ?? null;
  const others = parts.filter((part) => termIn(part) === null && !meWords.has(fold(part)));
  const what = productIn(first ?? '');
  // "a licence for visio"
  const [named, who] = what ? [what, others[0]] : [productIn(others[0] ?? ''), others[1]];
  return { what: named, who: who ? unquote(who) : null, term, ticket, why: reasonIn(unquote(reason)) };
}

const longestTicket = 60;

/** At each "for". */
function split(text: string): string[] {
  const [before, after] = cut(text, forJoint);
  return after ? [before.trim(), ...split(after)] : [before.trim()];
}

function termIn(text: string): string | null {
  const read = readValue('term', text.trim());
  return typeof read === 'string' ? read : null;
}

/** What is left once "a licence of the" is taken away. */
export function productIn(text: string): string {
  return unquote(text.trim().replace(aLicence, '').replace(articles, '').trim());
}
