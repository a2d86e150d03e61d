/** What a read-only pilot kept from happening: from records that are kept anyway. */
import { isReadOnly } from '../../store/hold.ts';
import type { Entry, Job, Notice, Takeover } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { ends } from '../../store/takeover/table.ts';
import { purchaseIndex, type Row } from '../purchases/purchase-index.ts';
import { type Drifted, driftNow } from '../rules/baseline/drift.ts';

export interface Period {
  from: string;
  until: string;
}

export interface Withheld {
  /** What people tried. */
  tried: Entry[];
  /** Rules that are not what the baseline wants: it would have set them. */
  toSet: Drifted[];
  /** Rules that somebody changed elsewhere. */
  changed: Entry[];
  /** Self-service purchases that nobody sees to: they would have been asked about, or taken over. */
  undecided: readonly Row[];
  /** Messages that only mail, or the app installed for somebody, would have brought. */
  unsent: Notice[];
  /** Begun before, and waiting. */
  paused: Job[];
  takeovers: Takeover[];
}

export function withheldIn(reader: Reader, { from, until }: Period, now: Date): Withheld {
  const entries = [...reader.all('audit')].filter(({ at }) => at >= from && at < until);
  return {
    tried: entries.filter(({ action }) => action === 'withheld'),
    toSet: driftNow(reader, now),
    changed: entries.filter(({ action }) => action === 'rule-found'),
    undecided: purchaseIndex(reader).sorted('next', 'decide', now),
    unsent: [...reader.all('notices')].filter((notice) => waitsInPilot(notice, reader)),
    paused: [...reader.all('jobs')].filter(isPaused),
    takeovers: [...reader.all('takeovers')].filter(({ state }) => !ends.has(state)),
  };
}

/** What a takeover does is told with the takeover. */
function isPaused({ dueAt, work }: Job): boolean {
  return dueAt !== null && !('takeover' in work) && work.kind !== 'preflight';
}

/** It would have gone out another way than a chat. */
function waitsInPilot({ dueAt, rung }: Notice, reader: Reader): boolean {
  return dueAt !== null && (rung === 'install' || rung === 'mail') && isReadOnly(reader);
}
