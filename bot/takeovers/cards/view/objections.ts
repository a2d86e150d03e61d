/** Objections to a takeover, and how many people don't know of it. */
import type { Notice, Somebody, Takeover } from '../../../../store/records.ts';
import { ends } from '../../../../store/takeover/table.ts';
import { noticesAbout } from '../../../core/delivery-history.ts';
import { shortName } from '../../../core/lines.ts';
import { readsOf, type Told, type Viewer } from './viewer.ts';

export interface ObjectionView {
  /** Its place among all objections: what is answered names it. */
  at: number;
  /** Undefined where the reader may not read it. */
  said: { name: string; words: string } | undefined;
  /** The requester's words. */
  answer: string | null;
}

export interface ObjectionsView {
  /** Oldest first. */
  open: readonly ObjectionView[];
  /** The requester goes on all the same. */
  overruled: readonly ObjectionView[];
}

export function objectionsOf(takeover: Takeover, viewer: Viewer): ObjectionsView {
  const saidBy = ({ id, name }: Somebody, words: string): ObjectionView['said'] =>
    readsOf(takeover, id, viewer) ? { name: shortName(name), words } : undefined;
  const all = takeover.objections.map(({ by, words, answer }, at) => ({
    view: { at, said: saidBy(by, words), answer: answer?.words ?? null },
    how: answer?.how,
  }));
  const those = (how: (typeof all)[number]['how']): ObjectionView[] =>
    all.filter((each) => each.how === how).map(({ view }) => view);
  return { open: those(undefined), overruled: those('went-on') };
}

/** How many of the people who should know of it could not be told; nobody counts once it has ended. */
export function countUnreached({ id, purchase, state }: Takeover, { dependencies }: Told): number {
  if (ends.has(state)) return 0;
  const newest = new Map<string, Notice['outcome']>();
  for (const { to, saying, outcome } of noticesAbout(dependencies.store, purchase.id))
    if ('person' in to && saying.card === 'announced' && saying.takeover === id && !newest.has(to.person))
      newest.set(to.person, outcome);
  return [...newest.values()].filter((outcome) => outcome === 'unreached').length;
}
