/** People looked up while somebody waits: whoever asks the same at once shares a question, and a no is remembered for a while. */
import type { Clock } from '../clock.ts';
import { type Afresh, createAfresh } from './afresh.ts';
import { type Commerce, MicrosoftFailed, type PersonFacts } from './commerce.ts';
import { createKnocks, type Knocks } from './knocks.ts';

type Lookups = Pick<Commerce, 'find' | 'people'>;

/** What Microsoft said: whom it found, or why it did not look. */
type Said = { found: PersonFacts[] } | { failed: MicrosoftFailed };

interface Asking {
  afresh: Afresh<Said>;
  knocks: Knocks<Said>;
}

/** The same lookups; those that nobody waits for are left as they are. */
export function sparingLookups({ find, people }: Lookups, clock: Clock): Lookups {
  const asking: Asking = { afresh: createAfresh(), knocks: createKnocks(clock) };
  return {
    find: (text) => look(`name ${text.toLowerCase()}`, () => find(text), asking),
    people(ids, haste) {
      if (!haste?.brisk) return people(ids, haste);
      return look(`ids ${[...ids].sort().join(' ')}`, () => people(ids, haste), asking);
    },
  };
}

/** @throws MicrosoftFailed */
async function look(
  key: string,
  ask: () => Promise<PersonFacts[]>,
  { afresh, knocks }: Asking,
): Promise<PersonFacts[]> {
  const askNow = async (): Promise<Said> => {
    const said = await ask().then((found): Said => ({ found }), failure);
    knocks.note(key, said, isNo(said));
    return said;
  };
  const said = knocks.remembered(key, isNo) ?? (await afresh(key, askNow));
  if ('failed' in said) throw said.failed;
  return said.found;
}

function failure(error: unknown): Said {
  if (error instanceof MicrosoftFailed) return { failed: error };
  throw error;
}

function isNo(said: Said): boolean {
  return 'failed' in said || said.found.length === 0;
}
