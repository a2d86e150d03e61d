/** The facts people need to decide about a takeover, in the order in which they ask: who loses, way back, reason, time. */
import type { Fact } from '../../../cards/report.ts';
import type { TakeoverView } from './view/view.ts';

/** A label, and what is shown beside it; without a text there is no such row. */
export type Row = [label: string, text: string | undefined];

export function shownRows(rows: readonly Row[]): Fact[] {
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** What people need to decide; the rest is a press away. */
export function factsOf(view: TakeoverView): Fact[] {
  const { decision, reader, why, holderNames, act, language } = view;
  const { t } = language;
  const { isAhead } = decision;
  return shownRows([
    [t('takeoverCard.fact.loses'), isAhead && act === 'cancel' && reader.isTrusted ? holderNames : undefined],
    [t('takeoverCard.fact.oldSeats'), isAhead ? decision.oldSeats : undefined],
    [t('takeoverCard.fact.undo'), isAhead ? decision.undo : undefined],
    [t('takeoverCard.fact.why'), why],
    [t('takeoverCard.fact.by'), decision.requested],
    [t('takeoverCard.fact.came'), changedText('came', view)],
    [t('takeoverCard.fact.went'), changedText('went', view)],
    [t('takeoverCard.fact.decideBy'), decision.decideBy],
    [t('takeoverCard.fact.starts'), decision.isAhead && view.state === 'pending' ? undefined : decision.starts],
    [t('takeoverCard.fact.purchaser'), decision.purchaser],
    [t('takeoverCard.fact.approved'), decision.approvals],
    [t('takeoverCard.fact.putTo'), decision.putTo],
    [t('takeoverCard.fact.deciders'), decision.deciders],
  ]);
}

/** What is good to know, and not needed to decide. */
export function detailsOf(view: TakeoverView): Fact[] {
  const { decision, reader, holderNames, act, language } = view;
  const { t } = language;
  const { isAhead } = decision;
  return shownRows([
    [t('draft.confirm.about'), isAhead && act !== 'cancel' && reader.isTrusted ? holderNames : undefined],
    [t('takeoverCard.fact.oldSeats'), isAhead ? decision.oldSeatsReason : undefined],
    [t('takeoverCard.fact.starts'), isAhead && view.state === 'pending' ? decision.starts : undefined],
  ]);
}

/** Who came onto the list since it was last approved, or went; people who may not read names read how many. */
function changedText(
  which: 'came' | 'went',
  { decision, changedNames, reader, language }: TakeoverView,
): string | undefined {
  const count = decision[which].length;
  if (count === 0) return undefined;
  return reader.isTrusted ? changedNames[which] : language.t('takeoverCard.people', { count });
}
