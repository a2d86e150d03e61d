/** A change of rules in its present state: one card for those who ask, and for the notice that is edited as it goes on. */
import type { Button, Card } from '../../../cards/card.ts';
import { type Line, report, type Section } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { Change, Job } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import type { Dependencies } from '../../core/dependencies.ts';
import { whyText } from '../../jobs/failure-reasons.ts';
import type { Language } from '../../language/index.ts';
import { calledIn } from '../../people/told-apart.ts';
import { namesOf, ruleName, ruleValue } from '../catalogue/wording.ts';
import { isChanged } from './plan.ts';
import { asRule, linesByStep, planCard } from './plan-card.ts';
import { type Progress, progressOf, type RuleOutcome, tallyOf } from './progress.ts';
import type { Viewed } from './viewed.ts';

/** More lines of trouble than this are counted. */
const mostTroubles = 8;

export function changeCard(change: Change, viewed: Viewed, remark?: string): Card {
  if (change.state === 'planned') return planCard(change, viewed, { remark });
  const { language, dependencies } = viewed;
  const { t, format, words } = language;
  const { id, by, at, state, why, undoes } = change;
  const job = dependencies.store.get('jobs', change.job ?? '');
  const progress = progressOf(change, job);
  const later = undoneBy(change, dependencies);
  return report({
    title: t(`change.title.${titleOf(change, progress)}`),
    subtitle: t('change.applied', {
      id,
      name: by ? calledIn(dependencies.store, by) : t('change.itself'),
      when: format.dateTime(job?.createdAt ?? at),
    }),
    paragraphs: [
      ...present(remark),
      state === 'dropped' ? t('change.replaced') : sumOf(progress, language),
      ...present(undoes && t('change.undoes', { id: undoes }), later && t('change.undone', { id: later.id })),
    ],
    sections: [...(state === 'dropped' ? [] : sectionsOf(progress, job, viewed)), ...reasonSection(why, language)],
    notes: isRefusedWhole(progress) ? [t('change.permission', { command: words.commands.status.names[0] })] : [],
    buttons: buttonsFor(change, { progress, isUndone: later !== undefined }, viewed),
    summary: t(`change.summary.${state}`, { id }),
    fallback: t('fallback', { command: `${words.commands.change.names[0]} ${id}` }),
  });
}

/** For what the baseline sets, the baseline is the reason. */
function reasonSection(why: string | null, { t }: Language): Section[] {
  const text = why === 'baseline' ? t('rules.baseline') : why;
  return text ? [{ facts: [{ label: t('change.because'), text }] }] : [];
}

/** The change that puts this one back, if there is one; an undo that Microsoft refused put nothing back. */
function undoneBy({ id }: Change, { store }: Dependencies): Change | undefined {
  return [...store.all('changes')].findLast(
    ({ undoes, state, items }) =>
      undoes === id && (state === 'running' || (state === 'ended' && items.some(isChanged))),
  );
}

function titleOf(
  { state }: Change,
  progress: readonly Progress[],
): 'running' | 'done' | 'partly' | 'failed' | 'dropped' {
  if (state === 'dropped') return 'dropped';
  if (state === 'running') return 'running';
  const { done, already } = tallyOf(progress);
  if (done + already === progress.length) return 'done';
  return done > 0 ? 'partly' : 'failed';
}

/** "21 of 24 done, 1 refused, 2 waiting" */
function sumOf(progress: readonly Progress[], { t, format }: Language): string {
  const { done, already, ...others } = tallyOf(progress);
  const total = format.number(progress.length);
  const told = (Object.entries(others) as [Exclude<RuleOutcome, 'done' | 'already'>, number][])
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => t(`change.tally.${outcome}`, { count }));
  return [t('change.progress', { done: format.number(done + already), total }), ...told].join(', ');
}

function isRefusedWhole(progress: readonly Progress[]): boolean {
  return progress.length > 0 && progress.every(({ outcome }) => outcome === 'refused');
}

/** Trouble comes first, since somebody must do something about it. */
function sectionsOf(progress: readonly Progress[], job: Job | undefined, viewed: Viewed): Section[] {
  const { language } = viewed;
  const { t } = language;
  const of = (...which: RuleOutcome[]) => progress.filter(({ outcome }) => which.includes(outcome));
  const waiting = of('waiting').map(({ item }) => asRule(item));
  const already = of('already').map(({ item }) => item);
  return [
    { heading: t('change.trouble'), lines: troubleLines(of('refused', 'unstuck', 'failed'), undefined, viewed) },
    { heading: t('change.retrying'), lines: troubleLines(of('again'), job?.dueAt ?? undefined, viewed) },
    { heading: t('change.waiting'), lines: waiting.length > 0 ? [{ title: namesOf(waiting, language) }] : [] },
    {
      heading: t('change.changed'),
      lines: linesByStep(
        of('done').map(({ item }) => item),
        viewed,
      ),
    },
    {
      lines:
        already.length > 0
          ? [
              {
                title: t(`change.already.${already[0]?.wanted ?? 'Disabled'}`, { count: already.length }),
                text: namesOf(already.map(asRule), language),
              },
            ]
          : [],
    },
  ];
}

function troubleLines(some: readonly Progress[], nextTry: string | undefined, { language }: Viewed): Line[] {
  const { t, format } = language;
  const lines = some.slice(0, mostTroubles).map(({ item, why }): Line => {
    const said = why === null ? '' : whyText(why, language);
    const text = nextTry ? t('change.retryAt', { when: format.dateTime(nextTry), why: said }) : said;
    return {
      mark: nextTry ? { text: '…', tone: 'plain' } : { text: '⚠', tone: 'attention' },
      title: ruleName(asRule(item), t),
      text: [text, t('change.wanted', { value: ruleValue(item.rule, item.wanted, t) })].filter(Boolean).join(' · '),
    };
  });
  const more = some.length - lines.length;
  return more > 0 ? [...lines, { title: t('change.more', { count: more }) }] : lines;
}

function buttonsFor(
  { id, state, items }: Change,
  { progress, isUndone }: { progress: readonly Progress[]; isUndone: boolean },
  { language: { t }, decides }: Viewed,
): Button[] {
  const { refused, unstuck, failed } = tallyOf(progress);
  const rules = press(t('button.rules'), 'rules');
  if (state === 'running') return [press(t('button.refresh'), 'change', { change: id }), rules];
  if (state !== 'ended' || !decides) return [rules];
  return [
    ...when(refused + unstuck + failed > 0, press(t('button.retry'), 'retry', { change: id })),
    ...when(
      items.some(isChanged) && !isUndone,
      press(t('button.undo'), 'undo', { change: id }),
      press(t('button.makeBaseline'), 'baseline', { change: id }),
    ),
    rules,
  ];
}
