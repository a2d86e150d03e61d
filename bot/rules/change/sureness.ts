/** How sure it is that Microsoft lets Purser set rules: nobody public has shown that it lets an app. */
import type { Reader } from '../../../store/store.ts';
import { surenessNote, surenessOf } from '../../core/learnt.ts';
import { isChanged } from './plan.ts';
import type { Viewed } from './viewed.ts';

/** A note for who is about to confirm a change; none once a rule was set here, by a change or by the doctor. */
export function ruleSureness({ language, dependencies }: Viewed): string[] {
  const { store, learnt } = dependencies;
  const { outcome, seenAt } = surenessOf('rule', learnt());
  const lastSet = lastSetAt(store);
  if (lastSet && (seenAt ?? '') < lastSet) return [];
  return seenAt !== null && outcome === 'allowed' ? [] : [`${surenessNote('rule', learnt(), language)}.`];
}

/** When a change last set one. */
function lastSetAt(store: Pick<Reader, 'all'>): string | undefined {
  return [...store.all('changes')].findLast(({ items }) => items.some(isChanged))?.at;
}
