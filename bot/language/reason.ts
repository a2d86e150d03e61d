/** Why somebody decides something, as they wrote it. */
import { hasWords, paragraphs } from '../foreign.ts';
import { withoutBecause } from './joints.ts';

/**
 * The reason alone, without the "because" that people may write before it. Undefined where nothing in it can be read: signs and
 * pictures alone say nothing that somebody else could judge by.
 */
export function reasonIn(text: string): string | undefined {
  const why = paragraphs(withoutBecause(text));
  return hasWords(why) ? why : undefined;
}
