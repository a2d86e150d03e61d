/** Reads `all except visio and "power bi pro" because …`, in any language. Pure. */

import { fold, unquote } from '../../language/fold.ts';
import { cut, jointPattern, spellings, withoutQuoted } from '../../language/joints.ts';
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

function namesIn(text: string): string[] {
  const names: string[] = [];
  let from = 0;
  for (const { index, 0: joint } of withoutQuoted(text).matchAll(between)) {
    names.push(text.slice(from, index));
    from = index + joint.length;
  }
  return [...names, text.slice(from)].map(unquote).filter(Boolean);
}
