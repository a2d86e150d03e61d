/** Sets a rule to the value it has, to see whether Microsoft lets an app do so. */
import { MicrosoftFailed, type RuleFacts } from '../../microsoft/commerce.ts';
import type { Clients } from '../clients.ts';

export async function someRule({ rules }: Clients): Promise<RuleFacts | undefined> {
  const read = await rules.rules([]).catch(() => undefined);
  return read?.rules.find(({ surface }) => surface === 'product');
}

export type RuleTried =
  | { outcome: 'allowed'; status: number }
  | { outcome: 'refused'; status: number }
  | { outcome: 'unclear'; words: string };

/** Called only once a person has said so. */
export async function tryRule({ id, value }: RuleFacts, { rules }: Clients): Promise<RuleTried> {
  try {
    // Somebody may have set it since it was read.
    if ((await rules.rule(id)) !== value) return { outcome: 'unclear', words: 'it was changed meanwhile' };
    await rules.setRule(id, value);
    const now = await rules.rule(id);
    return now === value ? { outcome: 'allowed', status: 200 } : { outcome: 'unclear', words: `it reads ${now} now` };
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    const { status, detail } = error;
    if (status === 400 || status === 403) return { outcome: 'refused', status };
    return { outcome: 'unclear', words: detail };
  }
}
