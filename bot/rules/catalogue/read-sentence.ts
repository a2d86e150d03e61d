/** Reads `all except visio and "power bi pro" because …`, in any language. Pure. */

import { fold, unquote } from '../../language/fold.ts';
import { jointPattern, spellings } from '../../language/joints.ts';
import { reasonIn } from '../../language/reason.ts';

export interface Order {
  all: boolean;
  names: string[];
  except: string[];
  reason: string | undefined;
}

export function readOrder(text: string): Order {
  const [rest, reason] = cut(text, because);
  const [which, but] = cut(rest, except);
  const names = namesIn(which);
  return {
    all: names.some(isAll),
    names: names.filter((name) => !isAll(name)),
    except: namesIn(but),
    reason: reasonIn(unquote(reason)),
  };
}

const because = new RegExp(jointPattern('because'), 'iu');
const except = new RegExp(jointPattern('except'), 'iu');
const between = new RegExp(`[,;&]|${jointPattern('and')}`, 'giu');
const allWords = new Set(spellings('all').map(fold));

function isAll(name: string): boolean {
  return allWords.has(fold(name));
}

/** Words in quotes are no joints, so they are blanked out; everything else keeps its place. */
function masked(text: string): string {
  return text.replace(/"[^"]*"/g, (quoted) => '\u0000'.repeat(quoted.length));
}

/** The text before the joint, and the text after it. */
export function cut(text: string, joint: RegExp): [before: string, after: string] {
  const found = joint.exec(masked(text));
  if (!found) return [text, ''];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

function namesIn(text: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (const { index, 0: joint } of masked(text).matchAll(between)) {
    names.push(text.slice(from, index));
    from = index + joint.length;
  }
  return [...names, text.slice(from)].map(unquote).filter(Boolean);
}
