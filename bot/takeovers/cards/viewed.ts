/** A takeover, looked at. */
import type { Part } from '../../../store/takeover/table.ts';
import type { Told } from './wording.ts';

/** Who looks at it, and from where. */
export interface Viewed extends Told {
  /** In a channel or group nobody is named but purchaser and approvers, and nobody's objection is told. */
  place: 'person' | 'chat';
  /** What the reader is to it: decides which buttons there are. The server decides whether a press counts. */
  parts: ReadonlySet<Part>;
}

/** The words of who objects are for those who decide, not for a channel, nor for whoever may only look. */
export function isTrusted({ place, parts }: Viewed): boolean {
  return place === 'person' && (parts.has('requester') || parts.has('approver') || parts.has('admin'));
}
