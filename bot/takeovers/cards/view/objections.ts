/** Objections to a takeover, and how many people don't know of it. */
import type { Notice, Takeover } from '../../../../store/records.ts';
import { ends } from '../../../../store/takeover/table.ts';
import { noticesAbout } from '../../../core/delivery-history.ts';
import { shortName } from '../../../core/lines.ts';
import { calledIn } from '../../../people/told-apart.ts';
import { readsOf, type Told, type Viewer } from './viewer.ts';

export interface ObjectionView {
  /** Its place among all objections: what is answered names it. */
  at: number;
  /** Undefined where the reader may not read it. */
  said:
    | { name: string; words: string /** What they said last after they were overruled. */; later?: string }
    | undefined;
  /** The requester's words. */
  answer: string | null;
  /** They objected again after they were overruled. */
  isAgain: boolean;
}

export interface ObjectionsView {
  /** Oldest first. */
  open: readonly ObjectionView[];
  /** The requester goes on all the same. */
  overruled: readonly ObjectionView[];
}

export function objectionsOf(takeover: Takeover, viewer: Viewer): ObjectionsView {
  const all = takeover.objections.map((objection, at) => ({
    view: {
      at,
      said: readsOf(takeover, objection.by.id, viewer) ? saidIn(objection, viewer) : undefined,
      answer: objection.answer?.words ?? null,
      isAgain: objection.later !== undefined,
    },
    how: objection.answer?.how,
  }));
  const those = (how: (typeof all)[number]['how']): ObjectionView[] =>
    all.filter((each) => each.how === how).map(({ view }) => view);
  return { open: those(undefined), overruled: those('went-on') };
}

function saidIn(
  { by, words, later }: Takeover['objections'][number],
  { dependencies: { store } }: Told,
): ObjectionView['said'] {
  return { name: shortName(calledIn(store, by)), words, ...(later && { later: later.words }) };
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
