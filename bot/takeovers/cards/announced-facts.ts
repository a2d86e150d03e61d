/** The facts of an announced takeover: to which product, why, who decided, when, who pays. */
import type { Fact } from '../../../cards/report.ts';
import { type Row, shownRows } from './facts.ts';
import type { AnnouncedView } from './view/announced.ts';

export function announcedFacts(view: AnnouncedView): Fact[] {
  const { stage, who, pays, language } = view;
  const { t } = language;
  return shownRows([
    [t('announced.product'), productText(view)],
    [t('announced.instead'), insteadText(view)],
    ...(stage === 'called-off' ? givenUpRows(view) : reasonRows(view)),
    [t('announced.starts'), startsText(view)],
    [t('purchase.pays'), who === 'purchaser' && stage === 'before' ? pays : undefined],
  ]);
}

function productText({ names, who, seats, purchase, language: { t } }: AnnouncedView): string {
  const more = who === 'purchaser' ? [seats, purchase] : [t('announced.boughtBy', { name: names.purchaser })];
  return [names.product, ...more].join(' · ');
}

function insteadText({ names: { target }, who, fate, stage, language: { t } }: AnnouncedView): string | undefined {
  const isGiven = who === 'purchaser' || fate === 'move';
  return target && isGiven && stage !== 'called-off' ? t('announced.from', { target }) : undefined;
}

function reasonRows({ why, decided, language: { t } }: AnnouncedView): Row[] {
  return [
    [t('asked.why'), why],
    [t('announced.decidedBy'), decided],
  ];
}

function givenUpRows({ givenUp, language: { t } }: AnnouncedView): Row[] {
  return [
    [t('announced.decidedBy'), givenUp.by],
    [t('asked.why'), givenUp.why],
  ];
}

function startsText({ stage, state, start, isObjected, isPaused, language }: AnnouncedView): string | undefined {
  const { t, format } = language;
  const isKnown = stage === 'before' && state === 'approved' && !isObjected && !isPaused;
  return isKnown && start ? t('announced.soonAfter', { date: format.date(start) }) : undefined;
}
