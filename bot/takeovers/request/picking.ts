/** Picking the holders of a purchase, where Microsoft doesn't say whose seats it pays for. */
import { type Card, shorten } from '../../../cards/card.ts';
import { present, when } from '../../../cards/when.ts';
import type { Draft } from '../../../store/records.ts';
import type { Context } from '../../core/command.ts';
import type { Asked } from './arguments.ts';
import { aboutFor, afterChoice, showDraft } from './choosing.ts';
import { draftingFor, holdersOfSku } from './drafting.ts';
import { chooseInDraft } from './drafts.ts';
import { peopleNamed, type Recognised } from './people-named.ts';
import { isTicked, mostTicks, pickCard } from './pick-card.ts';

export function showPick(draft: Draft, { reason }: Asked, context: Context): Card {
  return pickCard(draft, { about: aboutFor(draft, context) }, draftingFor(context, reason));
}

export async function forgetPicked(draft: Draft, { reason }: Asked, context: Context): Promise<Card> {
  const open = await context.transact((tx) => chooseInDraft(tx, draft, { holders: null }));
  return showDraft(open, context, { why: reason });
}

export async function pickHolders(draft: Draft, asked: Asked, context: Context): Promise<Card> {
  const { ids, named } = pickedIn(draft, asked, context);
  const picked = await keepPicked(draft, ids, context);
  const left = [...named.unknown, ...named.several.map(({ words }) => words)];
  if (left.length === 0 && ids.length > 0) return afterChoice(picked, asked, context);
  const remarks =
    left.length > 0 ? unrecognised(named, ids.length, context) : [context.language.t('draft.pick.nobody')];
  return pickCard(picked, { about: aboutFor(picked, context), remarks, left }, draftingFor(context, asked.reason));
}

/** Lists those whose names have these words, to be ticked; what was ticked so far is kept. */
export async function findHolders(draft: Draft, asked: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const { ids } = pickedIn(draft, { ...asked, names: '' }, context);
  const picked = await keepPicked(draft, ids, context);
  const words = asked.names?.trim() ?? '';
  const remarks = when(words === '', t('draft.pick.searchWhat'));
  return pickCard(picked, { about: aboutFor(picked, context), remarks, words }, draftingFor(context, asked.reason));
}

function keepPicked(draft: Draft, ids: string[], context: Context): Promise<Draft> {
  const holders = ids.length > 0 ? ({ known: 'picked', ids } as const) : null;
  return context.transact((tx) => chooseInDraft(tx, draft, { holders }));
}

/** It goes on for those who are known, which may be nobody. */
export async function leaveUnnamed(draft: Draft, asked: Asked, context: Context): Promise<Card> {
  const { ids } = pickedIn(draft, asked, context);
  const picked = await context.transact((tx) => chooseInDraft(tx, draft, { holders: { known: 'unsure', ids } }));
  return afterChoice(picked, asked, context);
}

function pickedIn(draft: Draft, { people, names = '' }: Asked, context: Context): { ids: string[]; named: Recognised } {
  const { store } = context.dependencies;
  const holders = holdersOfSku(aboutFor(draft, context).purchase, store) ?? [];
  const ticked = (people ?? []).filter((id) => holders.includes(id));
  const known = holders.flatMap((id) => store.get('people', id) ?? []);
  const named = peopleNamed(names, known);
  // Of a list too long to be shown whole, those picked before are shown first: who is unticked is taken off.
  const picked = draft.holders?.ids ?? [];
  const before = isTicked(holders) ? [] : people ? picked.slice(mostTicks) : picked;
  return { ids: [...new Set([...before, ...ticked, ...named.found])], named };
}

/** So many of the words that were not recognised are said back; all of them stay in the field to be corrected. */
const mostSaid = 10;
const longestSaid = 60;

function unrecognised({ unknown, several }: Recognised, count: number, { language: { t, format } }: Context): string[] {
  const some = (names: readonly string[]): string => {
    const more = names.length - mostSaid;
    const said = names.slice(0, mostSaid).map((name) => shorten(name, longestSaid));
    return format.list(present(...said, more > 0 && t('draft.pick.more', { count: more })));
  };
  return [
    t('draft.pick.recognised', { count }),
    ...when(unknown.length > 0, t('draft.pick.unknown', { names: some(unknown) })),
    ...several
      .slice(0, mostSaid)
      .map(({ words, people }) =>
        t('draft.pick.several', { name: words, accounts: some(people.map(({ id, userName }) => userName ?? id)) }),
      ),
  ];
}
