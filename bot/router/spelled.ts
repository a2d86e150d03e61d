/** Puts the people somebody mentioned into the arguments: by their sign-in name, which is nobody else's. */
import { UserError } from '../core/command.ts';
import type { Dependencies } from '../core/dependencies.ts';
import { patienceMs, within } from '../core/time-limit.ts';
import type { Language } from '../language/index.ts';
import type { Incoming, Mention } from './incoming.ts';

/** Arguments in which a name is a person; anywhere else it is part of a sentence. */
const takePeople: ReadonlySet<string> = new Set(['by', 'person', 'words']);

interface Spelled {
  args: unknown;
  /** Entra ids by the words that stand for them. */
  mentioned: ReadonlyMap<string, string>;
}

/** @throws UserError where a person is needed and nobody can tell who was meant */
export async function spelled(
  args: unknown,
  said: Incoming['said'],
  deps: { dependencies: Dependencies; language: Language },
): Promise<Spelled> {
  const mentioned = new Map<string, string>();
  const mentions = 'text' in said ? (said.mentions ?? []) : [];
  if (mentions.length === 0 || typeof args !== 'object' || args === null) return { args, mentioned };
  const whole: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(args)) {
    if (typeof value !== 'string' || !takePeople.has(name)) {
      whole[name] = typeof value === 'string' ? named(value, mentions) : value;
      continue;
    }
    let text = value;
    for (const mention of mentions.filter(({ mark }) => value.includes(mark))) {
      const found = await signInName(mention, deps);
      mentioned.set(found.words, found.id);
      text = text.replaceAll(mention.mark, found.words);
    }
    whole[name] = text;
  }
  return { args: whole, mentioned };
}

/** As people read it. */
export function named(text: string, mentions: readonly Mention[] = []): string {
  return mentions.reduce((whole, { mark, name }) => whole.replaceAll(mark, name), text);
}

async function signInName(
  { id, teamsId, name }: Mention,
  { dependencies: { store, commerce }, language: { t } }: { dependencies: Dependencies; language: Language },
): Promise<{ words: string; id: string }> {
  if (!id) throw new UserError(t(teamsId ? 'refused.whichPerson' : 'refused.noPerson', { name }));
  const known = store.get('people', id)?.userName;
  const asked = known ? undefined : commerce.people([id], { brisk: true }).catch(() => []);
  const words = known ?? (asked && (await within(patienceMs, asked))?.[0]?.userName);
  if (!words) throw new UserError(t('refused.whichPerson', { name }));
  return { words, id };
}
