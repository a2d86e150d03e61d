/** Reads `visio at most 5 a month until 2027-03-01 because …`, in any language. Pure. */
import { unquote } from '../language/fold.ts';
import { cut, jointPattern } from '../language/joints.ts';
import { reasonIn } from '../language/reason.ts';
import { productIn } from './read-sentence.ts';

export interface Granted {
  /** The product, as it was called; empty where none was. */
  what: string;
  /** So many a month. */
  monthly: number | undefined;
  /** The last day, as it was said. */
  until: string | undefined;
  why: string | undefined;
}

const because = new RegExp(jointPattern('because'), 'iu');
const untilJoint = new RegExp(jointPattern('until'), 'iu');
const leadingFor = new RegExp(`^${jointPattern('for')}\\s*`, 'iu');
const licence = jointPattern('licence', { apart: false });
const monthlyIn = new RegExp(
  `[\\s,]*(?:${jointPattern('atMost')}\\s*)?(?<![\\p{L}\\p{N}])(\\d{1,4})\\s*(?:${licence})?\\s*${jointPattern('monthly', { apart: false })}[\\s,]*`,
  'iu',
);

export function readGrant(text: string): Granted {
  const [told, reason] = cut(text, because);
  const counted = monthlyIn.exec(told);
  const plain = counted ? told.replace(counted[0], ' ').trim() : told;
  const [what, until] = cut(plain, untilJoint);
  return {
    what: productIn(what.trim().replace(leadingFor, '')),
    monthly: counted ? Number(counted[1]) : undefined,
    until: until.trim() || undefined,
    why: reasonIn(unquote(reason)),
  };
}
