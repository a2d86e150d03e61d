/** Puts Purser on hold at once: nothing is sent and nothing changed until an admin lets it go on. */
import { z } from 'zod/v4';
import { report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { audit } from '../../store/audit.ts';
import { holdOf } from '../../store/hold.ts';
import type { Transaction } from '../../store/store.ts';
import { type Command, type Context, press } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { newsOf } from '../purchases/deciding.ts';
import { announcePause } from './announce.ts';

const args = z.strictObject({ reason: argument.reason.optional() });

export const pause: Command<'pause-everything', typeof args> = {
  name: 'pause-everything',
  role: 'admin',
  args,
  async run({ reason = null }, context) {
    const { t, words } = context.language;
    const isNew = await context.transact((tx) => holdOf(tx) === undefined && putOnHold(tx, reason, context));
    return report({
      title: t('hold.title'),
      paragraphs: [t(isNew ? 'hold.begun' : 'hold.already'), ...present(isNew && t('hold.means'))],
      buttons: [press(t('button.resume'), 'resume'), press(t('button.status'), 'status')],
      summary: t('hold.title'),
      fallback: t('fallback', { command: words.commands.status.names[0] }),
    });
  },
};

function putOnHold(tx: Transaction, words: string | null, context: Context): true {
  const { speaker, now } = context;
  const by = { id: speaker.id, name: speaker.name };
  const since = now.toISOString();
  const hold = { id: 'hold', why: 'paused', since, by, words } as const;
  tx.put('holds', hold);
  audit(tx, newsOf(null, { action: 'paused', why: words }, context));
  announcePause(tx, hold, now);
  return true;
}
