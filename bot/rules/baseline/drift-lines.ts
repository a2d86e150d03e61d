/** A rule that is not what the baseline wants, as a line of a card. */
import type { Line } from '../../../cards/report.ts';
import type { Change, Rule } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import type { Dependencies } from '../../core/dependencies.ts';
import { whyText } from '../../jobs/failure-reasons.ts';
import { outsideText } from '../../journal/changed-elsewhere.ts';
import type { Language } from '../../language/index.ts';
import { calledIn } from '../../people/told-apart.ts';
import { ruleName, ruleValue } from '../catalogue/wording.ts';
import { progressOf } from '../change/progress.ts';
import type { Drift } from './desired.ts';
import { type Drifted, mostTries } from './drift.ts';

export interface Telling {
  language: Language;
  dependencies: Dependencies;
}

const marks: Record<Drifted['status']['kind'], NonNullable<Line['mark']>> = {
  open: { text: '⚠', tone: 'attention' },
  stuck: { text: '⚠', tone: 'attention' },
  running: { text: '…', tone: 'plain' },
  meant: { text: '≠', tone: 'plain' },
};

/** @param origin how it came to be so, as far as the card says that already */
export function driftLine(drifted: Drifted, telling: Telling, origin?: string): Line {
  const { t } = telling.language;
  const { rule, wanted } = drifted;
  const values = t('drift.values', {
    now: ruleValue(rule.id, rule.value, t),
    wanted: ruleValue(rule.id, wanted.value, t),
  });
  return {
    mark: marks[drifted.status.kind],
    title: ruleName(rule, t),
    text: [
      values,
      ...[originOf(drifted, telling.language)].filter((each) => each && each !== origin),
      ...statusText(drifted, telling),
    ].join(' · '),
    press: openRule(rule, telling),
  };
}

/** What a press on a line opens: what the baseline says of the rule. */
export function openRule(rule: Pick<Rule, 'id' | 'name'>, { language: { t } }: Telling): NonNullable<Line['press']> {
  return press(`${t('button.open')} ${ruleName(rule, t)}`, 'baseline', { product: rule.id });
}

/** How the rule came to drift, as far as Purser knows. */
export function originOf({ found, wanted, since, status }: Drifted, { t, format }: Language): string {
  if (status.kind === 'meant') return '';
  if (found) return outsideText(found, { t, format });
  if (wanted.desired.until === wanted.since) return t('drift.exceptionOver', { date: format.dateTime(wanted.since) });
  return t('drift.since', { date: format.dateTime(since) });
}

function statusText(drifted: Drifted, telling: Telling): string[] {
  const { language } = telling;
  const { t } = language;
  const { status, failed } = drifted;
  switch (status.kind) {
    case 'running':
      return [t('drift.running', { id: status.change.id })];
    case 'meant': {
      const { by } = status.change;
      return [t('drift.meant', { id: status.change.id, name: by && calledIn(telling.dependencies.store, by) })];
    }
    case 'stuck':
      return [
        t(failed ? 'drift.stuckInVain' : 'drift.stuck', { count: mostTries }),
        ...failureText(failed, drifted, telling),
      ];
    case 'open':
      return failed ? [t('drift.failed', { id: failed.id }), ...failureText(failed, drifted, telling)] : [];
  }
}

/** Microsoft's reason, where there is one. */
function failureText(failed: Change | undefined, { rule }: Drift, { language, dependencies }: Telling): string[] {
  if (!failed) return [];
  const progress = progressOf(failed, dependencies.store.get('jobs', failed.job ?? ''));
  const why = progress.find(({ item }) => item.rule === rule.id)?.why;
  return why ? [whyText(why, language)] : [];
}
