/** The digest: all that a chat should know of since the last one, on one card. Names nobody who may not be named there. */
import type { Button } from '../../cards/card.ts';
import { type Line, report, type Section } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { press } from '../core/command.ts';
import { listed, listedNames, shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { barOf } from '../purchases/list-rows.ts';
import { lineOf } from '../purchases/notices/purchase-lines.ts';
import { isLive, purchaseIndex } from '../purchases/purchase-index.ts';
import type { Digest } from './digest.ts';

const card: CardOf<'digest'> = (digest, shown) => {
  const { language, dependencies, now } = shown;
  const { t, format, words } = language;
  const all = purchaseIndex(dependencies.store).sorted('next', 'self-service', now);
  const bar = barOf(
    all.filter(({ purchase }) => isLive(purchase)),
    shown,
  );
  const title = t('digest.title', { date: format.date(digest.day) });
  return report({
    title,
    subtitle: t('digest.since', { date: format.date(digest.since) }),
    ...(bar && { bar }),
    sections: [
      { heading: t('digest.waiting'), lines: waitingLines(digest, shown) },
      purchases('due', digest.due, shown),
      purchases('fresh', digest.fresh, shown),
      { heading: t('digest.outside'), lines: outsideLines(digest, shown) },
    ],
    notes: [t('digest.stop', { command: stopping(words) })],
    buttons: buttonsOf(digest, shown),
    summary: title,
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
};

export const digest: NoticeKind<'digest'> = { card, urgency: 3, topic: 'digest', audience: ['viewer'] };

/** "notify off digest" */
function stopping({ commands, valueWords }: Shown['language']['words']): string {
  return [commands.notify.names[0], valueWords.switch.off[0], valueWords.topic.digest[0]].join(' ');
}

function waitingLines({ waiting }: Digest, { language: { t } }: Shown): Line[] {
  return [
    ...when(waiting.requests > 0, {
      title: t('digest.requests', { count: waiting.requests }),
      press: press(t('button.listApprovals'), 'approvals'),
    }),
    ...when(waiting.reviews > 0, {
      title: t('digest.reviews', { count: waiting.reviews }),
      press: press(t('digest.showKept'), 'purchases', { status: 'kept' }),
    }),
  ];
}

/** As they are now: what ended since says so. */
function purchases(heading: 'due' | 'fresh', ids: readonly string[], shown: Shown): Section {
  const { language, dependencies } = shown;
  const { t, format } = language;
  const index = purchaseIndex(dependencies.store);
  const rows = ids.flatMap((id) => index.row(id) ?? []);
  const lines = listed(
    rows,
    (row) => lineOf(row, shown, heading === 'due' && row.purchase.nextAt ? format.date(row.purchase.nextAt) : ''),
    language,
  );
  return { heading: t(`digest.${heading}`, { count: rows.length }), lines };
}

const mostNamed = 6;

function outsideLines({ outside }: Digest, { language }: Shown): Line[] {
  if (outside.length === 0) return [];
  const names = listedNames(outside.map(shortName), { most: mostNamed }, language);
  return [{ title: names, press: press(language.t('button.rules'), 'rules') }];
}

function buttonsOf({ due, waiting }: Digest, { language: { t } }: Shown): Button[] {
  const decide = press(t('button.listApprovals'), 'approvals');
  const list = press(t('button.listPurchases'), 'purchases', due.length > 0 ? { expires: '14' } : {});
  return waiting.requests > 0 ? [{ ...decide, style: 'positive' }, list] : [list];
}
