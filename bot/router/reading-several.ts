/** Several purchases in one sentence: `take P-3, P-5 and P-8`, `ask 3 5 because …`. Pure. */
import { hyphen, ids } from '../language/arguments.ts';
import { jointPattern } from '../language/joints.ts';

interface Several {
  /** `P-3,P-5`; undefined where fewer than two are named one after the other. */
  several: string | undefined;
  /** The words that are left. */
  tokens: readonly string[];
}

const id = `${ids.purchase}${hyphen}{0,3}\\d+`;
const one = new RegExp(`^${id}$`, 'iu');
const number = /^\d+$/;
/** Written without blanks: `P-3,P-5`, `3+5`. */
const glued = new RegExp(`^(?:(?:${id}|\\d+)[,;+&/]+)+(?:${id}|\\d+)?[,;.?!]*$`, 'iu');
const joint = new RegExp(`^(?:[,;+&]+|${jointPattern('and')})$`, 'iu');

/** The first run of ids; a number alone counts where the words begin with it, or behind another id. */
export function readSeveral(given: readonly string[]): Several {
  const tokens = given.flatMap((token) => (glued.test(token) ? (token.match(/[^,;+&/]+/g) ?? []) : [token]));
  const start = tokens.findIndex((_, at) => idAt(tokens, at, at === 0) !== undefined);
  const found: string[] = [];
  let end = start;
  while (start >= 0 && end < tokens.length) {
    const next = idAt(tokens, end, true);
    if (next) found.push(next.id);
    else if (!(joint.test(tokens[end] ?? '') && idAt(tokens, end + 1, true))) break;
    end += next?.length ?? 1;
  }
  const several = [...new Set(found)];
  if (several.length < 2) return { several: undefined, tokens: given };
  return { several: several.join(), tokens: [...tokens.slice(0, start), ...tokens.slice(end)] };
}

/** With blanks in it, `P - 3`, it is several words. */
function idAt(tokens: readonly string[], at: number, mayBeNumber: boolean): { id: string; length: number } | undefined {
  for (let length = 1; length <= 3 && at + length <= tokens.length; length++) {
    const text = unmarked(tokens.slice(at, at + length).join(''));
    if (one.test(text) || (length === 1 && mayBeNumber && number.test(text)))
      return { id: `${ids.purchase}-${text.replace(/\D/g, '')}`, length };
  }
  return undefined;
}

/** Without the mark that ends the sentence: `P-3?` */
export function unmarked(text: string): string {
  return text.replace(/[?!.,;]+$/, '');
}
