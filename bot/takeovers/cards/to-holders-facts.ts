/** What an announced takeover is, as labels and what stands beside them: to which product, why, who decided, when, who pays. */
import type { Fact } from '../../../cards/report.ts';
import type { Stage, Takeover } from '../../../store/records.ts';
import { countingApprovals, openObjections } from '../../../store/takeover/advance.ts';
import { turnOf } from '../../../store/takeover/moves.ts';
import { shortName } from '../../core/lines.ts';
import type { Shown } from '../../core/notice.ts';
import { transferOf } from '../run/transfers.ts';
import { namesIn, turnText, whyWanted, wordsOf } from './wording.ts';

export interface About {
  takeover: Takeover;
  stage: Stage;
  /** Who bought it pays for it; who holds it uses it. Who does both is told what the purchaser is. */
  who: 'purchaser' | 'holder';
  /** Of what was given up: it ended by itself, some had been moved already, or nothing was done. */
  off: 'over' | 'begun' | 'untouched' | undefined;
}

/** What becomes of whoever reads it: in the end, of those who were to be moved, some may not have been. */
export function fateOf({ takeover, stage }: About, { notice: { to }, house }: Shown): 'move' | 'cancel' {
  if (takeover.act.kind === 'cancel') return 'cancel';
  if (stage !== 'after' || !('person' in to)) return 'move';
  const given = transferOf(house.store, takeover.id, to.person)?.given;
  return given === 'done' || given === 'already' ? 'move' : 'cancel';
}

export function factsOf(about: About, shown: Shown): Fact[] {
  const { takeover, stage } = about;
  const { t } = shown.language;
  const rows: [label: string, text: string | undefined][] = [
    [t('announced.product'), productOf(about, shown)],
    [t('announced.instead'), insteadOf(about, shown)],
    ...(stage === 'called-off' ? turnFacts(takeover, shown) : reasonFacts(takeover, shown)),
    [t('announced.starts'), startsOf(about, shown)],
    [t('purchase.pays'), paysOf(about, shown)],
  ];
  return rows.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

function productOf({ takeover, who }: About, shown: Shown): string {
  const { t } = shown.language;
  const { product, purchaser } = namesIn(takeover, shown);
  const { id, quantity } = takeover.purchase;
  const more =
    who === 'purchaser'
      ? [t('purchases.seats', { count: quantity }), id]
      : [t('announced.boughtBy', { name: purchaser })];
  return [product, ...more].join(' · ');
}

function insteadOf(about: About, shown: Shown): string | undefined {
  const { target } = namesIn(about.takeover, shown);
  const isGiven = about.who === 'purchaser' || fateOf(about, shown) === 'move';
  return target && isGiven && about.stage !== 'called-off' ? shown.language.t('announced.from', { target }) : undefined;
}

type Rows = [label: string, text: string | undefined][];

/** Why it is done, and who decided. */
function reasonFacts(takeover: Takeover, shown: Shown): Rows {
  const { t, format } = shown.language;
  const approvers = countingApprovals(takeover).map(({ by }) => shortName(by.name));
  const name = shortName(takeover.requester.name);
  const decided =
    approvers.length > 0
      ? t('announced.decided', { name, names: format.list(approvers) })
      : t('announced.asks', { name });
  return [
    [t('asked.why'), whyWanted(takeover, shown)],
    [t('announced.decidedBy'), decided],
  ];
}

/** Who gave it up, and why. */
function turnFacts(takeover: Takeover, shown: Shown): Rows {
  const { t } = shown.language;
  const turn = turnOf(takeover);
  return [
    [t('announced.decidedBy'), turnText(turn, shown)],
    [t('asked.why'), wordsOf(turn, shown)],
  ];
}

function startsOf({ takeover, stage }: About, { language: { t, format } }: Shown): string | undefined {
  const { state, notBefore } = takeover;
  if (stage !== 'before' || state !== 'approved' || !notBefore || openObjections(takeover).length > 0) return undefined;
  return t('announced.soonAfter', { date: format.date(notBefore) });
}

/** Whoever bought it pays until Microsoft has ended it; where only its renewal is off, until that day. */
function paysOf({ takeover, stage, who }: About, { language: { t, format }, house }: Shown): string | undefined {
  if (who !== 'purchaser' || stage !== 'before') return undefined;
  const endsAt = takeover.reports.at(-1)?.endsAt;
  if (endsAt) return t('announced.paysUntil', { date: format.date(endsAt) });
  const isTrial = house.store.get('purchases', takeover.purchase.id)?.trial;
  return t(isTrial ? 'asked.paysTrial' : 'announced.pays');
}
