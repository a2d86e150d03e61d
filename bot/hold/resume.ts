/** Lets Purser go on: shows what would follow, and does so once an admin has confirmed exactly that. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { audit, purserItself } from '../../store/audit.ts';
import { holdOf, idleSince } from '../../store/hold.ts';
import { idOf, notify, renewed, subscribers } from '../../store/notices.ts';
import type { Hold, Notice } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Command, type Context, press } from '../core/command.ts';
import { patienceMs, within } from '../core/time-limit.ts';
import { argument } from '../language/arguments.ts';
import { newsOf } from '../purchases/deciding.ts';
import { postpone } from '../takeovers/state/postpone.ts';
import { digestOf, type Preview, previewOf } from './preview.ts';
import { resumeCard } from './resume-card.ts';

const args = z.strictObject({
  confirm: argument.confirm.optional(),
  digest: argument.digest.optional(),
  old: argument.old.optional(),
});
type Asked = z.infer<typeof args>;

export const resume: Command<'resume', typeof args> = {
  name: 'resume',
  role: 'admin',
  args,
  async run(asked, context) {
    const { store, sync } = context.dependencies;
    const hold = holdOf(store);
    if (!hold) return notHeld(context);
    if (!previewOf(store, hold, context.now).isCompared) await within(patienceMs, sync.run());
    if (!asked.confirm) return resumeCard(previewOf(store, hold, context.now), hold, {}, context);
    return confirmed(asked, context);
  },
};

async function confirmed(asked: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const came = await context.transact((tx) => goOn(tx, asked, context));
  if (came === 'gone-on') return notHeld(context);
  const remark = asked.digest && t('hold.otherwise');
  if ('preview' in came) return resumeCard(came.preview, came.hold, { remark }, context);
  return goesOn(came.leftOut, context);
}

type Came = 'gone-on' | { preview: Preview; hold: Hold } | { leftOut: number };

/** Only what was shown is confirmed; what became due since is shown first. */
function goOn(tx: Transaction, { digest, old = 'leave-out' }: Asked, context: Context): Came {
  const { now, speaker, dependencies } = context;
  const hold = holdOf(tx);
  if (!hold) return 'gone-on';
  const preview = previewOf(tx, hold, now);
  if (!preview.isCompared || digest !== digestOf(preview, hold)) return { preview, hold };
  const leftOut = old === 'leave-out' ? preview.old : [];
  for (const notice of leftOut) leaveOut(tx, notice, now);
  tx.delete('holds', hold.id);
  const { calendar } = dependencies.config.takeovers;
  postpone(tx, { absentSince: idleSince(hold), calendar }, now);
  if (hold.why === 'restored')
    audit(tx, {
      ...newsOf(null, { action: 'restored', before: hold.backup, after: hold.since }, context),
      actor: purserItself,
    });
  audit(tx, newsOf(null, { action: 'resumed', before: hold.since }, context));
  tellAdmins(tx, { since: hold.since, by: { id: speaker.id, name: speaker.name }, left: leftOut.length }, now);
  return { leftOut: leftOut.length };
}

function leaveOut(tx: Transaction, notice: Notice, now: Date): void {
  const event = { at: now.toISOString(), what: 'left-out' as const, why: null };
  tx.put('notices', { ...notice, outcome: 'moot', dueAt: null, begunAt: null, ledger: [...notice.ledger, event] });
}

/** What said that it is on hold says that this is over, and a new message that it goes on: an edit raises no notification. */
function tellAdmins(
  tx: Transaction,
  news: { since: string; by: { id: string; name: string }; left: number },
  now: Date,
): void {
  const at = now.toISOString();
  for (const notice of [...tx.all('notices')])
    if (notice.saying.card === 'hold' && notice.saying.since === news.since) tx.put('notices', renewed(notice, at));
  for (const to of subscribers(tx, 'alerts'))
    notify(tx, { key: `resumed ${at} ${idOf(to)}`, to, saying: { card: 'resumed', at, ...news } }, now);
}

function notHeld(context: Context): Card {
  return said(context.language.t('hold.notHeld'), context);
}

function goesOn(leftOut: number, context: Context): Card {
  const { t } = context.language;
  return said(t('hold.goesOn'), context, leftOut > 0 && t('hold.leftOut', { count: leftOut }));
}

function said(text: string, { language: { t, words } }: Context, more?: string | false): Card {
  return report({
    title: t('hold.over'),
    paragraphs: [text, ...present(more)],
    buttons: [press(t('button.status'), 'status')],
    summary: t('hold.over'),
    fallback: t('fallback', { command: words.commands.status.names[0] }),
  });
}
