/**
 * How a person ends a subscription, where no API does. The words are those of Microsoft's own page ("Take control of this
 * subscription", field.md §1.5); where its button is missing or refuses, Microsoft's support is asked [64].
 */
import type { Line, Section } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { EndingView } from './view/ending.ts';
import type { TakeoverView } from './view/view.ts';

export function endingSections(view: TakeoverView): readonly Section[] {
  const { ending, requester, language } = view;
  if (!ending) return [];
  const { t } = language;
  const reports = reportsSection(ending, view);
  const waits: Line = { title: t('takeoverCard.wait', { every: view.every }) };
  if (ending.who === 'automation')
    return [{ lines: [{ title: t('takeoverCard.automation', { when: ending.since }) }, waits] }, reports];
  if (ending.who === 'microsoft') return [{ lines: [waits] }, reports];
  if (!ending.isGuided) return [{ lines: [{ title: t('takeoverCard.guided', { name: requester }) }] }, reports];
  return [stepsSection(view), reports, ...when(ending.needsSupport, supportSection(ending, view))];
}

const steps = ['open', 'find', 'end', 'renewal'] as const;

function stepsSection({ names, seats, every, paused, language: { t } }: TakeoverView): Section {
  const blanks = { ...names, seats, every };
  // In a read-only pilot the head of the card says what is looked for, and when people are told.
  const last = paused ? ('tellPaused' as const) : ('tell' as const);
  return {
    heading: t('takeoverCard.guide.title'),
    lines: [
      { title: t('takeoverCard.guide.why') },
      ...[...steps, last].map((step, at) => ({ title: `${at + 1}. ${t(`takeoverCard.guide.${step}`, blanks)}` })),
    ],
  };
}

/** The newest reports say enough. */
const mostReports = 3;

function reportsSection({ reports, uncounted }: EndingView, { language: { t } }: TakeoverView): Section {
  const count = Math.max(0, reports.length - mostReports) + uncounted;
  const shown = reports.slice(0, mostReports).map(({ text, endsOn, name, at, words }) => ({
    title: present(text, endsOn && t('takeoverCard.endsOn', { date: endsOn })).join(' · '),
    text: present(name, at, words).join(' · '),
  }));
  const lines = [...shown, ...when(count > 0, { title: t('takeoverCard.earlierReports', { count }) })];
  return { heading: t('takeoverCard.reports'), lines };
}

/** Ready to be sent to support. */
function supportSection({ support }: EndingView, { names, seats, language: { t } }: TakeoverView): Section {
  const { id, tenant, refused } = support;
  const text = t('takeoverCard.support.text', { ...names, id, seats, tenant });
  const title = present(text, refused && t('takeoverCard.support.said', refused)).join(' ');
  return { heading: t('takeoverCard.support.title'), lines: [{ title }] };
}
