/** Looks whether Microsoft shows that a takeover is done; and takes the report of the person who was to end the subscription. */
import { z } from 'zod/v4';
import type { Card } from '../../../cards/card.ts';
import type { Line } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { Takeover } from '../../../store/records.ts';
import type { Store } from '../../../store/store.ts';
import { type Command, type Context, press } from '../../core/command.ts';
import { patienceMs, within } from '../../core/time-limit.ts';
import { argument } from '../../language/arguments.ts';
import { endingOf } from '../cards/view/ending.ts';
import { askAbout, makeMove, showTakeover, takeoverArguments, takeoverFor, viewerOf } from './one-takeover.ts';

const args = z.strictObject({
  ...takeoverArguments,
  found: argument.found.optional(),
  until: argument.until.optional(),
});
type Asked = z.infer<typeof args>;

export const check: Command<'check', typeof args> = {
  name: 'check',
  role: 'anyone',
  args,
  reply: true,
  rest: 'reason',
  waits: endings,
  async run(asked, context) {
    const found = takeoverFor(asked.request, context, { name: 'check' });
    if (asked.found) return takeReport(found, { ...asked, found: asked.found }, context);
    if (asked.confirm) return askAbout(found, context, { question: 'report' });
    return found.state === 'waiting' ? lookNow(found, context) : showTakeover(found, context);
  },
};

/** What the speaker asked for and has to end at Microsoft. */
function endings(context: Context): Line[] {
  const { dependencies, speaker, language } = context;
  return [...dependencies.store.all('takeovers')]
    .filter(({ state, requester }) => state === 'waiting' && requester.id === speaker.id)
    .filter((takeover) => endingOf(takeover, { ...viewerOf(takeover, context), place: 'person' })?.isGuided)
    .map(({ id, purchase }) => ({
      title: language.t('waiting.ending', { product: purchase.product }),
      text: `${id} · ${purchase.id}`,
      press: press(`${language.t('button.open')} ${id}`, 'approval', { request: id }),
    }));
}

type Report = Pick<Asked, 'until' | 'reason'> & { found: NonNullable<Asked['found']> };

function takeReport(
  takeover: Takeover,
  { found: what, until, reason }: Report,
  context: Context,
): Card | Promise<Card> {
  const { t } = context.language;
  const endsAt = until ?? null;
  const isUnsaid = (what === 'refused' && !reason) || (what === 'renewal-off' && !endsAt);
  if (isUnsaid && takeover.state === 'waiting') {
    const remark = t(what === 'refused' ? 'takeover.wordless' : 'takeover.dayless');
    return askAbout(takeover, context, { question: 'report', remark, said: reason, picked: what });
  }
  const remark = t('takeover.check.noted', { every: everyOf(context) });
  const moveFor = () => ({ kind: 'report', what, words: reason ?? null, endsAt }) as const;
  return makeMove(takeover.id, context, { name: 'check', moveFor, remark });
}

/** How often the sync looks. */
function everyOf({ language: { t }, dependencies: { config } }: Context): string {
  return t('takeover.check.every', { count: config.syncMinutes });
}

async function lookNow(found: Takeover, context: Context): Promise<Card> {
  const { store, sync } = context.dependencies;
  const before = readAt(store);
  const isAsked = await within(patienceMs, sync.ask());
  const takeover = store.get('takeovers', found.id) ?? found;
  if (hasEnded(takeover.purchase.id, store)) return showTakeover(takeover, context);
  const { t } = context.language;
  // Only what was read anew proves anything.
  const isRead = readAt(store) !== before;
  const isGuided = endingOf(takeover, viewerOf(takeover, context))?.isGuided === true;
  const remark = [
    isAsked === false
      ? t('takeover.check.justRead', { every: everyOf(context) })
      : t(isRead ? 'takeover.check.notYet' : 'takeover.check.asking', { every: everyOf(context) }),
    ...when(isGuided, t('takeover.check.steps')),
  ].join(' ');
  return showTakeover(takeover, context, remark);
}

function readAt(store: Store): string | null | undefined {
  return store.get('parts', 'subscriptions')?.goodAt;
}

function hasEnded(purchase: string, store: Store): boolean {
  const record = store.get('purchases', purchase);
  return record === undefined || record.status === 'Deleted' || record.absent?.gone === true;
}
