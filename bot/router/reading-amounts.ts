/** How many are meant: "of more than 10 licences", "qui ont au moins 20 places". Pure. */
import { type Joint, jointPattern } from '../language/joints.ts';

/** What is said of a number, and the sign it stands for. */
const amounts = [
  ['>', 'moreThan'],
  ['>=', 'atLeast'],
  ['<', 'fewerThan'],
  ['<=', 'atMost'],
] as const satisfies readonly (readonly [string, Joint])[];

const opener = `(?:${jointPattern('article')}|${jointPattern('having')})`;
const anyAmount = amounts.map(([, joint]) => `(${jointPattern(joint)})`).join('|');
const pattern = new RegExp(
  `^(?:${opener}\\s+)?(?:${anyAmount})\\s+(\\d{1,7})(?:\\s+${jointPattern('licence')})?(?=\\s|$)`,
  'iu',
);

/** The amount at the start of these words, `>10`, and how many of them say it. */
export function amountAt(words: readonly string[]): { amount: string; tokens: number } | undefined {
  const found = pattern.exec(words.join(' '));
  if (!found) return undefined;
  const [all, ...parts] = found;
  const sign = amounts.find((_, at) => parts[at])?.[0] ?? '';
  return { amount: `${sign}${parts.at(-1)}`, tokens: all.split(' ').length };
}
