/** The purchaser's answer so far, to the takeover or to the request to end the subscription themselves. */
import { present } from '../../../../cards/when.ts';
import type { Notice, Takeover } from '../../../../store/records.ts';
import { noticesAbout } from '../../../core/delivery-history.ts';
import type { TakeoverSummary } from './summary.ts';
import { readsOf, type Viewer } from './viewer.ts';

type Says = 'left' | 'objected' | 'answered' | 'seen' | 'silent' | 'unreached' | 'unasked';

/** Between the purchaser and those who decide. */
const personal: ReadonlySet<Says> = new Set<Says>(['objected', 'answered', 'seen', 'silent', 'unasked']);

interface Answer {
  what: Says;
  words: string | null;
}

/** "Adele Vance · has seen it"; undefined where the owner is no person. */
export function purchaserAnswer(
  takeover: Takeover,
  { names, language: { t } }: TakeoverSummary,
  viewer: Viewer,
): string | undefined {
  const { purchaser } = takeover.purchase;
  if (!purchaser) return undefined;
  const { what, words } = answerOf(takeover, purchaser.id, viewer);
  // People who may not read of an objection read that the purchaser knows of the takeover.
  const isObjection = what === 'objected' || what === 'answered';
  const mayRead = readsOf(takeover, purchaser.id, viewer);
  const shown = isObjection && !mayRead ? 'seen' : what;
  // That they have read it is nobody's business in a channel, nor that they have not.
  if (viewer.place === 'chat' && personal.has(shown)) return undefined;
  return present(names.purchaser, t(`takeoverCard.answer.${shown}`), mayRead && words).join(' · ');
}

function answerOf(takeover: Takeover, purchaser: string, viewer: Viewer): Answer {
  if (hasLeft(purchaser, viewer)) return { what: 'left', words: null };
  const objection = takeover.objections.findLast(({ by }) => by.id === purchaser);
  // An objection that is open or overruled has a section of its own on the card.
  const words = objection?.answer?.how === 'replied' ? objection.words : null;
  if (objection) return { what: objection.answer ? 'answered' : 'objected', words };
  const asked = noticesAbout(viewer.dependencies.store, takeover.purchase.id).filter(asks(takeover, purchaser));
  const answer = asked.find((notice) => notice.answer)?.answer;
  if (answer) return answer;
  const newest = asked.find(({ outcome }) => outcome !== 'moot');
  if (!newest) return { what: 'unasked', words: null };
  return { what: newest.outcome === 'unreached' ? 'unreached' : 'silent', words: null };
}

export function hasLeft(person: string, { dependencies }: Pick<Viewer, 'dependencies'>): boolean {
  const known = dependencies.store.get('people', person);
  return known !== undefined && (known.leftAt !== null || !known.enabled);
}

function asks({ id }: Takeover, purchaser: string): (notice: Notice) => boolean {
  return ({ to, saying }) =>
    'person' in to &&
    to.person === purchaser &&
    (saying.card === 'asked' || (saying.card === 'announced' && saying.takeover === id));
}
