/**
 * Tells purchaser and holders of a takeover, or brings what they were told up to date: as a job, so many people in one
 * transaction, since a purchase may have thousands of holders and nobody else should wait for them.
 */
import { present } from '../../../cards/when.ts';
import { noticeOf, notify, showNotice } from '../../../store/notices.ts';
import type { Notice, Stage, Takeover } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { ends } from '../../../store/takeover/table.ts';
import { timesApproved } from '../../../store/takeover/turns.ts';
import { begin, type Work } from '../../jobs/jobs.ts';
import { showTakeover } from './posted-cards.ts';

const peoplePerStep = 100;

/**
 * The lot of people who were told that it happens and are no longer concerned, such as a former owner. What they were told is
 * brought up to date, and they are told nothing more.
 */
const former = 'former';

interface Announcing {
  takeover: Takeover;
  stage: Stage;
}

export function beginAnnouncing(tx: Transaction, { takeover, stage }: Announcing, now: Date): void {
  const count = Math.ceil(audienceOf(takeover).length / peoplePerStep);
  const keys = [...Array.from({ length: count }, (_, lot) => String(lot)), former];
  begin(tx, { kind: 'announcement', takeover: takeover.id, stage }, { keys, now });
}

/** Purchaser first. The requester knows already, and holders whose seats don't change need not be told. */
export function audienceOf({ purchase, act, holders, requester }: Takeover): string[] {
  const people = [...present(purchase.purchaser?.id), ...(act.kind === 'stay' ? [] : holders.ids)];
  return [...new Set(people)].filter((id) => id !== requester.id);
}

export function createAnnouncementWork(): Work<'announcement'> {
  return {
    carry: async () => ({ state: 'done' }),
    progressed(tx, { job: { work }, step: { key } }, now) {
      const takeover = tx.get('takeovers', work.takeover);
      if (!takeover) return;
      for (const person of lotOf(tx, takeover, key)) {
        const told = toldBefore(tx, takeover, person);
        for (const { key: before } of present(...told, toldToday(tx, takeover, person))) showNotice(tx, before, now);
        if (key !== former) announce(tx, { takeover, stage: work.stage, person, told }, now);
      }
      // The purchaser is told with the first lot, and the takeover's own cards say whether.
      if (key === '0') showTakeover(tx, takeover.id, now);
    },
  };
}

function lotOf(tx: Transaction, takeover: Takeover, key: string): string[] {
  const audience = audienceOf(takeover);
  const from = Number(key) * peoplePerStep;
  if (key !== former) return audience.slice(from, from + peoplePerStep);
  const concerned = new Set([...audience, takeover.requester.id]);
  const told = [...tx.all('notices')].flatMap(({ to, saying }) =>
    saying.card === 'announced' && saying.takeover === takeover.id && saying.stage === 'before' && 'person' in to
      ? [to.person].filter((id) => !concerned.has(id))
      : [],
  );
  return [...new Set(told)];
}

/** What somebody was told on the day, if they were. */
export function toldToday(reader: Pick<Reader, 'get'>, takeover: Takeover, person: string): Notice | undefined {
  return noticeOf(reader, keyOf(takeover, person, { stage: 'today', round: roundsOf(takeover).length }));
}

/** The announcements that somebody got: one for each time it was approved, oldest first. */
export function toldBefore(reader: Pick<Reader, 'get'>, takeover: Takeover, person: string): Notice[] {
  return roundsOf(takeover).flatMap(
    (round) => noticeOf(reader, keyOf(takeover, person, { stage: 'before', round })) ?? [],
  );
}

interface Announcement extends Announcing {
  person: string;
  /** The earlier announcements they got. */
  told: readonly Notice[];
}

function announce(tx: Transaction, announcement: Announcement, now: Date): void {
  const { takeover, stage, person } = announcement;
  if (!isDue(announcement, now) || !isHere(tx, person)) return;
  const saying = { card: 'announced', takeover: takeover.id, stage } as const;
  const key = keyOf(takeover, person, { stage, round: roundsOf(takeover).length });
  notify(tx, { key, to: { person }, saying, purchases: [takeover.purchase.id] }, now);
}

/**
 * That it will happen is said anew each time it is approved, as the day is another; not while it has to be approved again. What
 * was never said needs no taking back.
 */
function isDue({ takeover, stage, person, told }: Announcement, now: Date): boolean {
  if (stage === 'today') return isDueToday({ takeover, person, told }, now);
  if (stage === 'after') return told.length > 0;
  if (stage === 'called-off')
    return told.some(({ delivered, outcome, begunAt }) => delivered ?? begunAt ?? outcome === 'mailed');
  return told.length < roundsOf(takeover).length && takeover.state !== 'pending' && !ends.has(takeover.state);
}

/** So recently they were told which day it is. */
const lateEnoughMs = 12 * 3_600_000;

/** The purchaser pays for it, and reads that it has ended; holders lose it, or get another, on that day. */
function isDueToday(
  { takeover, person, told }: Pick<Announcement, 'takeover' | 'person' | 'told'>,
  now: Date,
): boolean {
  const last = told.at(-1);
  const isUnderWay = takeover.state === 'running' || takeover.state === 'waiting';
  if (!last || !isUnderWay || person === takeover.purchase.purchaser?.id) return false;
  return now.getTime() - Date.parse(last.createdAt) >= lateEnoughMs;
}

/** One for each time it was approved. */
function roundsOf(takeover: Takeover): number[] {
  return Array.from({ length: timesApproved(takeover) }, (_, nth) => nth + 1);
}

/** What somebody was told when it was last approved. */
export function toldLast(reader: Pick<Reader, 'get'>, takeover: Takeover, person: string): Notice | undefined {
  return noticeOf(reader, keyOf(takeover, person, { stage: 'before', round: roundsOf(takeover).length }));
}

/** People who have left can't be told. */
export function isHere(tx: Pick<Reader, 'get'>, person: string): boolean {
  const known = tx.get('people', person);
  return known !== undefined && known.leftAt === null && known.enabled;
}

function keyOf({ id }: Takeover, person: string, { stage, round }: { stage: Stage; round: number }): string {
  return `announced ${id} ${stage} ${round} ${person}`;
}
