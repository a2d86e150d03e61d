/** Looks whether Microsoft shows that a takeover is done; and takes what the person who was to end it says of that. */
import { z } from 'zod/v4';
import { when } from '../../../cards/when.ts';
import type { Takeover } from '../../../store/records.ts';
import type { Command } from '../../core/command.ts';
import { patienceMs, within } from '../../core/within.ts';
import { argument } from '../../language/arguments.ts';
import { endingOf } from '../cards/view/ending.ts';
import { ask, makeMove, showTakeover, takeoverArguments, takeoverFor, viewerOf } from './one-takeover.ts';

const args = z.strictObject({
  ...takeoverArguments,
  found: argument.found.optional(),
  until: argument.until.optional(),
});

export const check: Command<'check', typeof args> = {
  name: 'check',
  role: 'anyone',
  args,
  reply: true,
  rest: 'reason',
  async run({ request, confirm, found: what, until, reason }, call) {
    const { store, sync, config } = call.house;
    const { t } = call.language;
    const found = takeoverFor(request, store, call, 'check');
    const every = t('takeover.check.every', { count: config.syncMinutes });
    if (what) {
      const endsAt = until ? new Date(`${until}T12:00:00.000Z`) : null;
      const isUnsaid = (what === 'refused' && !reason) || (what === 'renewal-off' && !endsAt);
      if (isUnsaid && found.state === 'waiting')
        return ask(found, 'report', call, t(what === 'refused' ? 'takeover.wordless' : 'takeover.dayless'), {
          said: reason,
          picked: what,
        });
      const noted = t('takeover.check.noted', { every });
      return makeMove(found.id, call, 'check', () => ({ kind: 'report', what, words: reason ?? null, endsAt }), noted);
    }
    if (confirm) return ask(found, 'report', call);
    if (found.state !== 'waiting') return showTakeover(found, call);
    const before = readAt();
    await within(patienceMs, sync.run());
    // Only what was read anew says anything.
    const isRead = readAt() !== before;
    const remark = [
      t(isRead ? 'takeover.check.notYet' : 'takeover.check.asking', { every }),
      ...when(endingOf(now(found), viewerOf(found, call))?.isGuided === true, t('takeover.check.steps')),
    ].join(' ');
    return showTakeover(now(found), call, hasEnded(found.purchase.id) ? undefined : remark);

    function now({ id }: Takeover): Takeover {
      return store.get('takeovers', id) ?? found;
    }
    function readAt(): string | null | undefined {
      return store.get('parts', 'subscriptions')?.goodAt;
    }
    function hasEnded(purchase: string): boolean {
      const record = store.get('purchases', purchase);
      return record === undefined || record.status === 'Deleted' || record.absent?.gone === true;
    }
  },
};
