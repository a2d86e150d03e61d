/** What an admin reads before Purser goes on: what goes out, what is done, which deadlines move, what has changed meanwhile. */
import type { Button, Card } from '../../cards/card.ts';
import { type Line, report, type Section } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { idleSince } from '../../store/hold.ts';
import { type Hold, type Job, parts, type Takeover } from '../../store/records.ts';
import { type Context, press } from '../core/command.ts';
import { listed, shortName } from '../core/lines.ts';
import { namedPurchase } from '../purchases/named-purchase.ts';
import { laterThan } from '../takeovers/state/postpone.ts';
import { digestOf, type Preview } from './preview.ts';

/** @param remark why it is asked once more */
export function resumeCard(
  preview: Preview,
  hold: Hold,
  { remark }: { remark?: string | undefined },
  context: Context,
): Card {
  const { t, words } = context.language;
  const isEmpty = preview.posts.length + preview.edits + preview.old.length + preview.jobs.length === 0;
  return report({
    title: t('hold.resumeTitle'),
    paragraphs: [...present(remark), ...when(isEmpty, t('hold.nothingWaits')), ...comparedText(preview, hold, context)],
    sections: sectionsOf(preview, hold, context),
    notes: when(preview.old.length > 0, t('hold.oldHint')),
    buttons: buttonsFor(preview, hold, context),
    summary: t('hold.resumeTitle'),
    fallback: t('fallback', { command: words.commands.resume.names[0] }),
  });
}

/** A restored store is of yesterday until Microsoft has been read. */
function comparedText({ isCompared }: Preview, { why }: Hold, { language: { t }, dependencies }: Context): string[] {
  if (!isCompared) return [t('hold.notCompared')];
  const troubled = parts.find((id) => dependencies.store.get('parts', id)?.trouble);
  const trouble = troubled && dependencies.store.get('parts', troubled)?.trouble;
  return why === 'restored' && trouble ? [t('hold.halfCompared', { why: t(`trouble.${trouble.what}`) })] : [];
}

function sectionsOf(preview: Preview, hold: Hold, context: Context): Section[] {
  const { language } = context;
  const { t } = language;
  const { posts, edits, old, jobs, waiting, differing, gone } = preview;
  return [
    {
      heading: t('hold.posts'),
      lines: [
        ...posts.map(({ card, count }) => ({ title: t('hold.post', { count, what: t(`ledger.about.${card}`) }) })),
        ...when(edits > 0, { title: t('hold.edits', { count: edits }) }),
      ],
    },
    {
      heading: t('hold.old'),
      lines: when(old.length > 0, { title: t('hold.oldCount', { count: old.length }) }),
    },
    { heading: t('hold.jobs'), lines: listed(jobs, (job) => ({ title: jobText(job, context) }), language) },
    { heading: t('hold.deadlines'), lines: listed(waiting, (each) => deadlineLine(each, hold, context), language) },
    {
      heading: t('hold.differs'),
      lines: [
        ...listed(differing, ({ takeover, how }) => takeoverLine(takeover, t(`hold.${how}`)), language),
        ...listed(
          gone,
          (purchase) => ({
            title: `${purchase.id} · ${shortName(namedPurchase(purchase, context.dependencies.store).product)}`,
            text: t('hold.gone'),
          }),
          language,
        ),
      ],
    },
  ];
}

function takeoverLine({ id, purchase }: Takeover, text: string): Line {
  return { title: `${id} · ${shortName(purchase.product)}`, text };
}

/** When it will be, should Purser go on now. */
function deadlineLine(takeover: Takeover, hold: Hold, { now, dependencies, language: { t, format } }: Context): Line {
  const { calendar } = dependencies.config.takeovers;
  const later = laterThan(takeover, { from: idleSince(hold), until: now }, calendar);
  const date = format.date(later.notBefore ?? later.decideBy);
  return takeoverLine(takeover, t(later.state === 'pending' ? 'hold.decideBy' : 'hold.notBefore', { date }));
}

/** "Rule change CH-2: 3 of 10 done" */
export function jobText({ work, steps }: Job, { language: { t, format } }: Pick<Context, 'language'>): string {
  const told = {
    done: format.number(steps.filter(({ state }) => state === 'done').length),
    total: format.number(steps.length),
  };
  switch (work.kind) {
    case 'change':
      return t('hold.job.change', { id: work.change, ...told });
    case 'takeover':
      return t('hold.job.takeover', { id: work.takeover, ...told });
    case 'announcement':
      return t('hold.job.announcement', { id: work.takeover });
    case 'preflight':
      return t('hold.job.preflight');
    case 'request':
      return t(`hold.job.request.${work.what}`, { id: work.request });
    case 'licences':
      return t(`hold.job.${work.what}`, { product: shortName(work.product), ...told });
  }
}

function buttonsFor(preview: Preview, hold: Hold, { language: { t } }: Context): Button[] {
  const again = press(t('button.refresh'), 'resume');
  const back = press(t('button.back'), 'status');
  if (!preview.isCompared) return [again, back];
  const data = { digest: digestOf(preview, hold), confirm: 'confirm' };
  const { length } = preview.old;
  if (length === 0) return [press(t('button.resume'), 'resume', data), again, back];
  return [
    press(t('hold.leaveOut', { count: length }), 'resume', { ...data, old: 'leave-out' }),
    press(t('hold.sendToo', { count: length }), 'resume', { ...data, old: 'send' }),
    ...[again, back],
  ];
}
