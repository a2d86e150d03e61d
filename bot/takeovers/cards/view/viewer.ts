/** The reader of a takeover's card. */
import type { Takeover } from '../../../../store/records.ts';
import { type ObjectionReader, readsObjection } from '../../../../store/takeover/objectors.ts';
import type { Part } from '../../../../store/takeover/table.ts';
import type { Dependencies } from '../../../core/dependencies.ts';
import type { Language } from '../../../language/index.ts';

/** Everything needed to put something into words: the reader's language, the time, and what Purser knows. */
export interface Told {
  language: Language;
  now: Date;
  dependencies: Dependencies;
}

/** The reader of a takeover's card, and the place where they read it. */
export interface Viewer extends Told {
  /** In a channel or group only purchaser and approvers are named, and objections are counted, not quoted. */
  place: 'person' | 'chat';
  /** The reader's parts in the takeover. They decide which buttons there are; the server decides whether a press counts. */
  parts: ReadonlySet<Part>;
  /** Who reads what objectors wrote, if they may; null where that is a chat. */
  reader: ObjectionReader | null;
}

/** Whether they read who objects, and in which words. */
export function readsOf(
  { requester }: Pick<Takeover, 'requester'>,
  objector: string | null,
  { place, reader }: Pick<Viewer, 'place' | 'reader'>,
): boolean {
  return readsObjection(place === 'person' ? reader : null, { objector, requester: requester.id });
}

/** People who decide read who holds it; a channel doesn't, nor does a person who may only look. */
export function isTrusted({ place, parts }: Pick<Viewer, 'place' | 'parts'>): boolean {
  return place === 'person' && (parts.has('requester') || parts.has('approver') || parts.has('admin'));
}
