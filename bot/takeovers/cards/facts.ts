/** The facts people need to decide about a takeover, in the order in which they ask: costs, way back, reason, time. */
import type { Fact } from '../../../cards/report.ts';
import type { TakeoverView } from './view/view.ts';

/** A label, and what is shown beside it; without a text there is no such row. */
export type Row = [label: string, text: string | undefined];

export function shownRows(rows: readonly Row[]): Fact[] {
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

export function factsOf(view: TakeoverView): Fact[] {
  const { decision, reader, why, holderNames, language } = view;
  const { t } = language;
  const { isAhead } = decision;
  return shownRows([
    [t('takeoverCard.fact.cost'), isAhead ? decision.cost : undefined],
    [t('takeoverCard.fact.oldSeats'), isAhead ? decision.oldSeats : undefined],
    [t('takeoverCard.fact.undo'), isAhead ? decision.undo : undefined],
    [t('takeoverCard.fact.why'), why],
    [t('takeoverCard.fact.by'), decision.requested],
    [t('takeoverCard.fact.came'), changedText('came', view)],
    [t('takeoverCard.fact.went'), changedText('went', view)],
    [t('draft.confirm.about'), isAhead && reader.isTrusted ? holderNames : undefined],
    [t('takeoverCard.fact.decideBy'), decision.decideBy],
    [t('takeoverCard.fact.starts'), decision.starts],
    [t('takeoverCard.fact.purchaser'), decision.purchaser],
    [t('takeoverCard.fact.approved'), decision.approvals],
    [t('takeoverCard.fact.putTo'), decision.putTo],
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
