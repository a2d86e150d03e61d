/** Who may know of a takeover: people who may not see all of them see those they requested, and those of their own purchases. */
import type { Takeover } from '../../store/records.ts';
import type { Speaker } from './people.ts';

export function mayKnowAll({ roles }: Pick<Speaker, 'roles'>): boolean {
  return roles.has('viewer') || roles.has('approver');
}

export function mayKnow({ requester, purchase }: Takeover, speaker: Pick<Speaker, 'id' | 'roles'>): boolean {
  return mayKnowAll(speaker) || requester.id === speaker.id || purchase.purchaser?.id === speaker.id;
}
