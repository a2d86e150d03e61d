/** To the chats that asked for alerts: rules that are not what the baseline wants, and products that Microsoft has added. */
import type { Button } from '../../../cards/card.ts';
import { type Line, report } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import { press } from '../../core/command.ts';
import { listed } from '../../core/lines.ts';
import type { CardOf, NoticeKind, SayingOf, Shown } from '../../core/notice.ts';
import { calledIn } from '../../people/told-apart.ts';
import { wantedFor } from '../catalogue/wanted.ts';
import { capital, namesOf, ruleName, ruleValue } from '../catalogue/wording.ts';
import { widens } from '../change/plan.ts';
import { progressOf, tallyOf } from '../change/progress.ts';
import { newProducts } from './desired.ts';
import { type Drifted, driftNow, isOpen } from './drift.ts';
import { driftLine, openRule, originOf } from './drift-lines.ts';

const card: CardOf<'drift'> = (saying, shown) => {
  const { language, notice, now, dependencies } = shown;
  const { t, words } = language;
  const all = new Map(driftNow(dependencies.store, now).map((each) => [each.rule.id, each]));
  const ids = [...saying.drifted, ...saying.added];
  const still = ids.flatMap((id) => all.get(id) ?? []);
  const open = still.filter(isOpen);
  // Drift that was over before it could be posted is no news; an added product is.
  if (still.length === 0 && saying.added.length === 0 && !notice.delivered && !saying.change) return undefined;
  const title = titleOf(saying, still, shown);
  const origin = originOfAll(still, shown);
  const line = (id: string): Line | undefined => lineOf(id, { drifted: all.get(id), origin }, shown);
  return report({
    title,
    ...(origin && { subtitle: capital(origin) }),
    paragraphs: [...changeText(saying, shown), ...widening(open, shown)],
    sections: [
      { lines: listed(saying.drifted, line, language) },
      {
        ...(saying.drifted.length > 0 && { heading: t('drift.added', { count: saying.added.length }) }),
        lines: listed(saying.added, line, language),
      },
    ],
    notes: [
      ...when(saying.added.length > 0, forNewOnes(shown)),
      t('notice.stop', { command: words.commands.notify.examples[2] }),
    ],
    buttons: buttonsFor(open, saying, shown),
    summary: summaryOf(title, still, shown),
    fallback: t('fallback', { command: words.commands.baseline.names[0] }),
  });
};

export const drift: NoticeKind<'drift'> = { card, urgency: 2, topic: 'alerts', audience: ['viewer'] };

/** What all of them have in common is said once. */
function originOfAll(still: readonly Drifted[], { language }: Shown): string | undefined {
  const [origin, ...others] = new Set(still.map((each) => originOf(each, language)));
  return others.length === 0 ? origin || undefined : undefined;
}

function titleOf({ drifted, added }: SayingOf<'drift'>, still: readonly Drifted[], { language: { t } }: Shown): string {
  if (drifted.length === 0) return t('drift.added', { count: added.length });
  return still.length > 0 ? t('drift.title', { count: still.length }) : t('drift.settled');
}

/** A phone shows no more than this, so a single rule is named. */
function summaryOf(title: string, still: readonly Drifted[], { language: { t } }: Shown): string {
  const [only, ...others] = still;
  return only && others.length === 0 ? t('drift.summary', { title, name: ruleName(only.rule, t) }) : title;
}

/** The progress of the change that sets them back, and whose it is. */
function changeText({ change: id }: SayingOf<'drift'>, { dependencies, language: { t, format } }: Shown): string[] {
  const change = dependencies.store.get('changes', id ?? '');
  if (!change) return [];
  const progress = progressOf(change, dependencies.store.get('jobs', change.job ?? ''));
  const { done, already } = tallyOf(progress);
  const tally = { id: change.id, done: format.number(done + already), total: format.number(progress.length) };
  const state = change.state === 'running' ? 'running' : 'ended';
  return [
    change.by
      ? t(`drift.change.${state}`, { ...tally, name: calledIn(dependencies.store, change.by) })
      : t(`drift.changeAlone.${state}`, tally),
  ];
}

/** Setting back may let people buy more, which an admin should see before pressing. */
function widening(open: readonly Drifted[], { language }: Shown): string[] {
  const wider = open.filter(({ rule, wanted }) => widens({ before: rule.value, wanted: wanted.value }));
  if (wider.length === 0) return [];
  const names = namesOf(
    wider.map(({ rule }) => rule),
    language,
  );
  return [language.t('drift.widens', { names })];
}

/** A rule that is right again says so: a card that stays must not go on warning of it. */
function lineOf(
  id: string,
  { drifted, origin }: { drifted: Drifted | undefined; origin: string | undefined },
  shown: Shown,
): Line | undefined {
  const { dependencies, now, language } = shown;
  const { t } = language;
  const rule = dependencies.store.get('rules', id);
  if (!rule) return undefined;
  if (drifted) return driftLine(drifted, shown, origin);
  const value = ruleValue(id, rule.value, t);
  const [title, press] = [ruleName(rule, t), openRule(rule, shown)];
  if (rule.goneAt) return { title, text: t('drift.gone') };
  if (wantedFor(rule, dependencies.store.all('wishes'), now))
    return { mark: { text: '✓', tone: 'good' }, title, text: t('drift.asWanted', { value }), press };
  return { title, text: t('drift.unwanted', { value }), press };
}

/** It is new, somebody can buy it, and the baseline says nothing about it. */
function isUnsaid(id: string, { dependencies: { store }, now }: Shown): boolean {
  const rule = store.get('rules', id);
  return rule?.goneAt === null && rule.value !== 'Disabled' && !wantedFor(rule, store.all('wishes'), now);
}

function forNewOnes({ dependencies, now, language: { t } }: Shown): string {
  const wanted = wantedFor({ id: newProducts }, dependencies.store.all('wishes'), now);
  return wanted ? t('rules.newWanted', { value: t(`rules.value.${wanted.value}`) }) : t('rules.newFree');
}

function buttonsFor(open: readonly Drifted[], { added }: SayingOf<'drift'>, shown: Shown): Button[] {
  const {
    language: { t },
    notice,
  } = shown;
  const data = { notice: notice.id };
  const unsaid = added.filter((id) => isUnsaid(id, shown));
  return [
    ...when(
      open.length > 0,
      press(t('button.setBack'), 'baseline', { task: 'fix', ...data }),
      press(t('button.makeBaseline'), 'baseline', { task: 'accept', ...data }),
    ),
    ...when(
      unsaid.length > 0,
      press(t('button.blockAdded', { count: unsaid.length }), 'block', { products: unsaid.join(',') }),
    ),
    press(t('button.baseline'), 'baseline'),
    press(t('button.rules'), 'rules'),
  ];
}
