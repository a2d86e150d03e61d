/** Shared by the commands that change rules: a plan is kept in the store, and confirmed by its id alone. */
import { shorten } from '../../../cards/card.ts';
import { longestAnswer } from '../../../cards/report.ts';
import type { Change, Rule } from '../../../store/records.ts';
import { retention, wasHere } from '../../../store/retention.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { type Context, press, UserError } from '../../core/command.ts';
import { changeCard } from './change-card.ts';
import { type Item, isTooOld } from './plan.ts';
import type { Viewed } from './viewed.ts';

interface Draft {
  items: readonly Item[];
  why: string | undefined;
  undoes?: string;
}

/** The same plan twice, as when a press reaches Purser twice, is one plan. */
export function keepPlan(tx: Transaction, { items, why, undoes }: Draft, { speaker, now }: Context): Change {
  const by = { id: speaker.id, name: speaker.name };
  const draft = {
    by,
    why: why ? shorten(why, longestAnswer) : null,
    undoes: undoes ?? null,
    state: 'planned' as const,
    job: null,
    items: [...items],
  };
  const same = plansOf(tx, by.id).find((plan) => !isTooOld(plan, now) && isSame(plan, draft));
  if (same) return same;
  const change: Change = { id: tx.nextId('CH'), at: now.toISOString(), ...draft };
  tx.put('changes', change);
  return change;
}

function isSame(plan: Change, draft: Pick<Change, 'why' | 'undoes' | 'items'>): boolean {
  const told = ({ why, undoes, items }: Pick<Change, 'why' | 'undoes' | 'items'>) =>
    JSON.stringify([why, undoes, items.map(({ rule, before, wanted }) => [rule, before, wanted])]);
  return told(plan) === told(draft);
}

/** A person's plans that nobody has confirmed, oldest first. */
export function plansOf(reader: Pick<Reader, 'all'>, person: string): Change[] {
  return [...reader.all('changes')].filter(({ state, by }) => state === 'planned' && by?.id === person);
}

/** @throws UserError if there is no such change */
export function changeFor(id: string, reader: Pick<Reader, 'get'>, { language: { t } }: Context): Change {
  const change = reader.get('changes', id);
  if (change) return change;
  const rules = press(t('button.rules'), 'rules');
  if (!wasHere(id, reader)) throw new UserError(t('change.unknown', { id }), [rules]);
  const { plans, changes } = retention;
  const journal = press(t('button.journal'), 'audit');
  throw new UserError(t('change.removed', { id, plans: plans.days, changes: changes.days }), [rules, journal]);
}

/** The change that is still setting one of these rules. */
export function busyWith(reader: Pick<Reader, 'all' | 'get'>, rules: readonly Rule['id'][]): Change | undefined {
  return [...reader.all('changes')].find(
    ({ state, job }) =>
      state === 'running' &&
      reader
        .get('jobs', job ?? '')
        ?.steps.some(({ key, state: of }) => (of === 'todo' || of === 'begun') && rules.includes(key)),
  );
}

export function viewedBy({ language, now, dependencies, speaker }: Context): Viewed {
  return { language, now, dependencies, decides: speaker.roles.has('admin') };
}

export function showChange(change: Change, context: Context, remark?: string) {
  return changeCard(change, viewedBy(context), remark);
}
