/**
 * Looks into Microsoft's message centre, where it may be read, and tells the chats with alerts what is new there about
 * self-service. It is looked at beside the sync and never holds it up: whatever fails here is the log's alone.
 */
import { isDeepStrictEqual } from 'node:util';
import { shorten } from '../../../cards/card.ts';
import { idOf, notify, subscribers } from '../../../store/notices.ts';
import type { Bulletin } from '../../../store/records.ts';
import { type Store, StoreClosed, type Transaction } from '../../../store/store.ts';
import type { Clock } from '../../clock.ts';
import { within } from '../../core/time-limit.ts';
import { oneLine } from '../../foreign.ts';
import type { Log } from '../../log.ts';
import { type BulletinFacts, type Commerce, MicrosoftFailed } from '../../microsoft/commerce.ts';
import { showBulletins } from '../change/posted-bulletins.ts';
import { subjectOf } from './subjects.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'bulletins'>;
  clock: Clock;
  log: Log;
}

/**
 * Four times a day: Microsoft announces weeks before, the list is some megabytes, and whoever begins in the morning reads what
 * was announced in the night.
 */
const everyMs = 6 * 3_600_000;
/** Where it failed, or may not be read, so that a permission granted now is of use within the hour. */
const againMs = 3_600_000;
/** The sync is not over before this is, so this does not go on for ever; what comes later still counts. */
const mostMs = 60_000;
/** What was last changed before that is no news, however late Purser sees it: it was away, or may read it only now. */
const newsForMs = 30 * 86_400_000;
/** Microsoft publishes a few of them a month. More at once is some mistake, and nobody would read them. */
const mostAtOnce = 10;

/** @returns what looks if it is time to; it never rejects */
export function bulletinWatch({ store, commerce, clock, log }: Deps): () => Promise<unknown> {
  let triedAt = Number.NEGATIVE_INFINITY;
  let current: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    try {
      const posts = await commerce.bulletins();
      await store.transact((tx) => keep(tx, posts, clock.now()));
      triedAt = Number.NEGATIVE_INFINITY;
    } catch (error) {
      // Purser does not wait for Microsoft before it leaves, and looks again when it is back.
      if (error instanceof StoreClosed) return;
      if (!(error instanceof MicrosoftFailed)) log.error({ error }, 'the message centre could not be looked at');
      // Not to grant it is a choice.
      else if (error.trouble !== 'no-permission')
        log.warn({ trouble: error.trouble, detail: error.detail }, 'Microsoft’s message centre could not be read');
    }
  };
  return async () => {
    const now = clock.now().getTime();
    const lookedAt = Date.parse(store.get('marks', 'bulletins-looked')?.value ?? '');
    if (current || now - triedAt < againMs || now - lookedAt < everyMs) return;
    triedAt = now;
    current = look().finally(() => {
      current = undefined;
    });
    await within(mostMs, current);
  };
}

/** What stood there at the first look is known from then on, and no news. */
function keep(tx: Transaction, posts: readonly BulletinFacts[], now: Date): void {
  const isFirst = !tx.get('marks', 'bulletins-looked');
  const since = new Date(now.getTime() - newsForMs).toISOString();
  const fresh: Bulletin[] = [];
  for (const facts of posts) {
    const known = tx.get('bulletins', facts.id);
    const subject = known?.subject ?? subjectOf(facts);
    if (!subject) continue;
    const bulletin = recordOf(facts, { subject, seenAt: known?.seenAt ?? now.toISOString() });
    if (known) update(tx, known, { bulletin, now });
    else {
      tx.put('bulletins', bulletin);
      if (!isFirst && facts.changedAt > since) fresh.push(bulletin);
    }
  }
  const newest = fresh.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1)).slice(0, mostAtOnce);
  for (const { id } of newest.reverse())
    for (const to of subscribers(tx, 'alerts'))
      notify(tx, { key: `bulletin ${id} ${idOf(to)}`, to, saying: { card: 'bulletin', post: id } }, now);
  tx.put('marks', { id: 'bulletins-looked', value: now.toISOString() });
}

/** What was posted says what Microsoft says now; an edit tells nobody anew. */
function update(tx: Transaction, known: Bulletin, { bulletin, now }: { bulletin: Bulletin; now: Date }): void {
  if (isDeepStrictEqual(known, bulletin)) return;
  tx.put('bulletins', bulletin);
  showBulletins(tx, now, bulletin.id);
}

function recordOf(facts: BulletinFacts, rest: Pick<Bulletin, 'subject' | 'seenAt'>): Bulletin {
  const { id, title, text, changedAt, actBy } = facts;
  return { id, ...rest, title: oneLine(title), text: firstSentences(text), changedAt, actBy };
}

/** As much as is read at a glance; the rest is a press away. */
const longestExcerpt = 400;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** As many whole sentences as there is room for, and a cut one where not even the first fits. */
export function firstSentences(text: string): string {
  // Whatever is beyond this isn't shown in any case.
  const line = text
    .slice(0, longestExcerpt * 4)
    .replace(/\s+/g, ' ')
    .trim();
  let excerpt = '';
  for (const { segment } of sentences.segment(line)) {
    if ((excerpt + segment).trimEnd().length > longestExcerpt) break;
    excerpt += segment;
  }
  return excerpt.trimEnd() || shorten(line, longestExcerpt);
}
