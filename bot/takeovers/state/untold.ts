/**
 * Nobody loses access untold. Before a cancellation begins, its purchaser and the holders must have been told; where somebody
 * could not be, an approver has to say that they know.
 */
import type { Notice, Takeover } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { areKnown, waitsForWord } from '../../../store/takeover/advance.ts';
import { audienceOf, isHere, toldLast } from './announcing.ts';

/** A message that is not out after so long may never be. */
const patienceMs = 3_600_000;

export interface Telling {
  /** They could not be told, and nobody has said that they know. */
  untold: string[];
  /** Somebody is being told just now. */
  isUnderWay: boolean;
}

/** Where nobody loses access, there is nobody to wait for; and who has left has none to lose. */
export function tellingOf(takeover: Takeover, reader: Pick<Reader, 'get' | 'all'>, now: Date): Telling {
  if (takeover.act.kind !== 'cancel') return { untold: [], isUnderWay: false };
  const told = audienceOf(takeover)
    .filter((id) => isHere(reader, id))
    .map((id) => ({ id, notice: toldLast(reader, takeover, id) }));
  // Not everybody has a message yet.
  if (told.some(({ notice }) => !notice) && isAnnouncing(takeover, reader)) return { untold: [], isUnderWay: true };
  const states = told.map(({ id, notice }) => ({ id, is: stateOf(notice, now) }));
  const untold = states.filter(({ is }) => is === 'untold').map(({ id }) => id);
  return {
    untold: areKnown(takeover, untold) ? [] : untold,
    isUnderWay: states.some(({ is }) => is === 'under way'),
  };
}

/** Those about whom it waits for the word of an approver, without those who have been told since. */
export function stillUntold(takeover: Takeover, reader: Pick<Reader, 'get' | 'all'>, now: Date): string[] {
  if (takeover.state !== 'approved' || !waitsForWord(takeover)) return [];
  const asked = new Set(takeover.untold?.ids);
  return tellingOf(takeover, reader, now).untold.filter((id) => asked.has(id));
}

function isAnnouncing({ id }: Takeover, reader: Pick<Reader, 'all'>): boolean {
  for (const { work, dueAt } of reader.all('jobs'))
    if (dueAt !== null && work.kind === 'announcement' && work.takeover === id) return true;
  return false;
}

function stateOf(notice: Notice | undefined, now: Date): 'told' | 'untold' | 'under way' {
  if (!notice || notice.outcome === 'unreached') return 'untold';
  if (notice.outcome !== 'waiting') return 'told';
  return now.getTime() - Date.parse(notice.createdAt) < patienceMs ? 'under way' : 'untold';
}
