/** How far a product is on its way to the organisation, by the store, and by Microsoft if it answers in time. */

import type { Notice } from '../../store/records.ts';
import type { Context } from '../core/command.ts';
import { noticesAbout } from '../core/delivery-history.ts';
import { lackingOf } from '../licences/assign-everyone.ts';
import { departmentalRefusal } from '../licences/departmental.ts';
import { isLicences } from '../licences/job.ts';
import { type BoughtProduct, isOwned, type SeatPool, seatPools } from '../licences/seat-pools.ts';
import { isNamesake } from '../microsoft/departmental.ts';
import { daysToAnswer } from '../purchases/notices/asked.ts';
import { inHand, isLive, type Row } from '../purchases/purchase-index.ts';
import { exportOf, type Fate, type Fated, type Situation } from './steps.ts';

export async function situationOf(
  source: BoughtProduct,
  wanted: string | undefined,
  context: Context,
): Promise<Situation> {
  const { store } = context.dependencies;
  const target = targetOf(source, wanted, context);
  const { holders, left, lacking, known } = await lackingOf(source.sku, target?.sku ?? source.sku, context);
  const assigning = [...store.all('jobs')].some(
    (job) => isLicences(job) && job.dueAt !== null && job.work.what === 'assign' && job.work.sku === target?.sku,
  );
  return {
    ...{ source, target, holders, left, known, assigning },
    lacking: target ? lacking : holders,
    exported: exportOf(source, store.all('audit')),
    purchases: source.rows.map((row) => fated(row, context)).sort(byUrgency),
  };
}

/** The product that was chosen; else the organisation's own seats of the same product, else its namesake. */
function targetOf(
  { sku: own, name: namesake }: BoughtProduct,
  wanted: string | undefined,
  context: Context,
): SeatPool | undefined {
  const all = seatPools(context.dependencies.store, context.now);
  const owned = all.filter((product) => product.central > 0 && isOwned(product));
  const refusal = departmentalRefusal(
    all.filter(({ sku }) => sku === wanted),
    context,
  );
  if (refusal) throw refusal;
  return (
    owned.find(({ sku }) => sku === wanted) ??
    owned.find(({ sku }) => sku === own) ??
    owned.find(({ name }) => isNamesake(name, namesake))
  );
}

function fated(row: Row, context: Context): Fated {
  const asked = noticesAbout(context.dependencies.store, row.purchase.id).find(({ saying }) => saying.card === 'asked');
  return { row, asked, fate: fateOf(row, asked, context.now) };
}

function fateOf({ purchase, purchaser }: Row, asked: Notice | undefined, now: Date): Fate {
  if (!isLive(purchase)) return 'ended';
  if (inHand(purchase, now)?.kind === 'takeover') return 'takeover';
  if (!purchaser || purchaser.leftAt || !purchaser.enabled) return 'left';
  if (!asked) return 'open';
  if (asked.answer) return asked.answer.what;
  return now.getTime() < Date.parse(asked.createdAt) + daysToAnswer * 86_400_000 ? 'asked' : 'silent';
}

const order: readonly Fate[] = ['left', 'objected', 'silent', 'open', 'asked', 'seen', 'takeover', 'ended'];

function byUrgency(a: Fated, b: Fated): number {
  return order.indexOf(a.fate) - order.indexOf(b.fate);
}
