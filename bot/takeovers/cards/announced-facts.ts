/** The facts of an announced takeover: why, who decided, when, who pays; and, for those who ask, which purchase it is. */
import type { Fact } from '../../../cards/report.ts';
import { type Row, shownRows } from './facts.ts';
import type { AnnouncedView } from './view/announced.ts';

export function announcedFacts(view: AnnouncedView): Fact[] {
  const { stage, who, language } = view;
  const { t } = language;
  return shownRows([
    [t('announced.instead'), insteadText(view)],
    ...(stage === 'called-off' ? givenUpRows(view) : reasonRows(view)),
    [t('announced.starts'), startsText(view)],
    [t('announced.ended'), stage === 'after' ? view.endedOn : undefined],
    [t('purchase.pays'), who === 'purchaser' ? paysText(view) : undefined],
  ]);
}

/** Which purchase it is, which the first sentence has said already, with its numbers. */
export function announcedDetails(view: AnnouncedView): Fact[] {
  return shownRows([[view.language.t('announced.product'), productText(view)]]);
}

function productText({ names, who, seats, purchase, language: { t } }: AnnouncedView): string {
  const more = who === 'purchaser' ? [seats, purchase] : [t('announced.boughtBy', { name: names.purchaser })];
  return [names.product, ...more].join(' · ');
}

function paysText({ stage, pays, language: { t } }: AnnouncedView): string | undefined {
  if (stage === 'called-off') return undefined;
  return stage === 'after' ? t('announced.paysNobody') : pays;
}

function insteadText(view: AnnouncedView): string | undefined {
  const { names, who, fate, stage, replacement, contact, language } = view;
  const { target } = names;
  const { t } = language;
  if (replacement && stage !== 'called-off')
    return t('announced.askFor', { product: replacement, contact: contact.name });
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

function startsText({ firmStart, language: { t, format } }: AnnouncedView): string | undefined {
  return firmStart && t('announced.soonAfter', { date: format.date(firmStart) });
}
