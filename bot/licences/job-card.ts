/** Tells the person who gives or takes licences how far it is: the card they confirmed it on, edited as it goes on. */
import type { Tone } from '../../cards/badge.ts';
import { type Card, shorten } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import type { Step } from '../../store/records.ts';
import { press } from '../core/command.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import { whyOf, whyText } from '../jobs/failure-reasons.ts';
import { calledIn } from '../people/told-apart.ts';
import { isLicences, type LicencesJob } from './job.ts';

const card: CardOf<'licences'> = ({ job: id }, shown) => {
  const job = shown.dependencies.store.get('jobs', id);
  return isLicences(job) ? licencesCard(job, shown) : undefined;
};

export const licences: NoticeKind<'licences'> = { card, urgency: 1, audience: ['admin'] };

/** More people than this are counted. */
const mostNamed = 8;
const longestName = 80;

type Viewed = Pick<Shown, 'language' | 'dependencies'>;

/** @param remark what the reader should know first */
export function licencesCard(job: LicencesJob, viewed: Viewed, remark?: string): Card {
  const { what, product, by } = job.work;
  const { t, format, words } = viewed.language;
  const failed = job.steps.filter(({ state }) => state === 'failed');
  const done = job.steps.filter(({ state }) => state === 'done');
  const open = job.steps.filter(({ state }) => state === 'todo' || state === 'begun');
  const state = stateOf(done.length, failed.length, open.length);
  const title = t(`${what}.job.${state}`);
  const text = t('assign.job.progress', { done: format.number(done.length), total: format.number(job.steps.length) });
  const again = press(t('button.retry'), what, { job: job.id, confirm: 'confirm' });
  return report({
    title,
    subtitle: t('assign.job.by', {
      id: job.id,
      name: calledIn(viewed.dependencies.store, by),
      when: format.dateTime(job.createdAt),
    }),
    badges: [{ text: t(`assign.job.state.${state}`), tone: tones[state] }],
    progress: { done: done.length, of: job.steps.length, text },
    paragraphs: present(remark),
    sections: [
      { facts: [{ label: t('assign.product'), text: product }] },
      { heading: t('assign.job.failed'), lines: lines(failed, viewed) },
      { heading: t('assign.job.open'), lines: lines(open, viewed) },
      { heading: t(`${what}.job.which`), lines: lines(done, viewed) },
    ],
    buttons: open.length > 0 ? [press(t('button.refresh'), what, { job: job.id })] : failed.length > 0 ? [again] : [],
    summary: title,
    fallback: t('fallback', { command: words.commands.licences.names[0] }),
  });
}

const tones = {
  running: 'informative',
  done: 'good',
  partly: 'warning',
  none: 'attention',
} as const satisfies Record<ReturnType<typeof stateOf>, Tone>;

function stateOf(done: number, failed: number, open: number): 'running' | 'done' | 'partly' | 'none' {
  if (open > 0) return 'running';
  if (failed === 0) return 'done';
  return done > 0 ? 'partly' : 'none';
}

const marks = {
  done: { text: '✓', tone: 'good' },
  failed: { text: '⚠', tone: 'attention' },
  todo: { text: '…', tone: 'plain' },
  begun: { text: '…', tone: 'plain' },
} as const;

function lines(steps: readonly Step[], { language, dependencies }: Viewed): Line[] {
  const { t } = language;
  const named = steps.slice(0, mostNamed).map((step): Line => {
    const person = dependencies.store.get('people', step.key);
    const why = whyOf(step);
    return {
      mark: marks[step.state],
      title: shorten(person?.name ?? t('purchases.unknownPurchaser'), longestName),
      text: [person?.userName, why && step.state !== 'done' ? whyText(why, language) : null]
        .filter(Boolean)
        .join(' · '),
    };
  });
  const more = steps.length - named.length;
  return more > 0 ? [...named, { title: t('purchase.more', { count: more }) }] : named;
}
