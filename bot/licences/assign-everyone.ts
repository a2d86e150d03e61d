/** Gives a licence of a product the organisation owns to everyone who has one that was bought by people themselves [24, 27]. */
import type { Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import type { Person } from '../../store/records.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { digest } from '../core/shown-hash.ts';
import { sortedNames } from '../takeovers/cards/names.ts';
import { lineOf, seatFact } from './assign-cards.ts';
import { heldNow, seatsNow, startAssignJob } from './assign-job.ts';
import { departmentalRefusal } from './departmental.ts';
import {
  boughtProducts,
  isOwned,
  type NamedProduct,
  poolsNamed,
  productsNamed,
  type SeatPool,
  seatPools,
} from './seat-pools.ts';

interface Asked {
  product?: string | undefined;
  confirm?: string | undefined;
  digest?: string | undefined;
}

/** More names than this are counted. */
const mostNamed = 10;

/** Only the people who were shown can be confirmed; if they have changed meanwhile, they are shown again. */
export async function assignRest(from: string, asked: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  const { source, target } = productsOf(from, asked.product, context);
  const back = [press(t('button.back'), 'centralise', { product: source.sku, target: target.sku })];
  if (source.sku === target.sku) throw new UserError(t('centralise.pooled', { product: source.name }), back);
  const { lacking, left } = await lackingOf(source.sku, target.sku, context);
  const remark = leftText(left, context);
  if (lacking.length === 0)
    throw new UserError(present(t('assign.rest.nobody', { product: target.name }), remark).join(' '), back);
  const shown = digest(lacking.map(({ id }) => id).sort());
  if (asked.confirm && asked.digest === shown)
    return startAssignJob('assign', { product: target, people: lacking, remark }, context);
  const isChanged = asked.confirm !== undefined;
  return preview({ source, target, people: lacking, remark, digest: shown, isChanged }, context);
}

function productsOf(
  from: string,
  to: string | undefined,
  context: Context,
): { source: NamedProduct; target: SeatPool } {
  const { store } = context.dependencies;
  const [source] = productsNamed(from, boughtProducts(store, context.now));
  const named = to ? poolsNamed(to, seatPools(store, context.now)) : [];
  const [target] = named.filter(isOwned);
  if (source && !target && named.length > 0) throw departmentalRefusal(named, context) ?? noProduct(to, context);
  if (!source || !target) throw noProduct(source ? to : from, context);
  return { source, target };
}

function noProduct(what: string | undefined, { language: { t } }: Context): UserError {
  return new UserError(t('assign.noProduct', { what: what ?? '' }));
}

/**
 * The people who have the one, and those of them who lack the other. Those who can be given nothing any more are in `left`: they are
 * told of, so that no number becomes smaller without a word.
 *
 * @returns `lacking` is everyone if Microsoft takes too long (`known` is false); those who have it then keep it as it is
 */
export async function lackingOf(source: string, target: string, context: Context) {
  const { store } = context.dependencies;
  const holding = store.get('holdings', source);
  const all = holding?.holders ?? [];
  const holders = all.flatMap((id): Person[] => {
    const person = store.get('people', id);
    return person && !person.leftAt ? [person] : [];
  });
  const here = new Set(holders.map(({ id }) => id));
  const held = await heldNow(
    target,
    holders.map(({ id }) => id),
    context,
  );
  const has = ({ id }: Person): boolean => {
    const how = held?.get(id.toLowerCase());
    return how !== undefined && how !== 'none' && how !== 'error';
  };
  return {
    holders,
    left: all.filter((id) => !here.has(id)),
    lacking: holders.filter((person) => !has(person)),
    known: held !== undefined && holding !== undefined,
  };
}

/** Undefined where nobody is left out. */
export function leftText(left: readonly string[], context: Context): string | undefined {
  if (left.length === 0) return undefined;
  return context.language.t('assign.rest.left', { count: left.length, names: sortedNames(left, context) });
}

interface Preview {
  source: NamedProduct;
  target: SeatPool;
  people: readonly Person[];
  /** Who is left out. */
  remark: string | undefined;
  /** The digest of exactly these people. */
  digest: string;
  /** The people have changed since somebody confirmed them. */
  isChanged: boolean;
}

async function preview(
  { source, target, people, remark, digest: shown, isChanged }: Preview,
  context: Context,
): Promise<Card> {
  const { t, words } = context.language;
  const seats = (await seatsNow(context))?.get(target.sku);
  const more = people.length - mostNamed;
  const same = { product: target.sku, source: source.sku };
  return report({
    title: t('assign.rest.title'),
    paragraphs: [
      ...when(isChanged, t('assign.rest.otherwise')),
      t('assign.rest.what', { count: people.length, source: source.name }),
      ...present(remark),
    ],
    sections: [
      { facts: [{ label: t('assign.product'), text: `${target.name} (${target.part})` }, seatFact(seats, context)] },
      { heading: t('assign.job.which'), lines: people.slice(0, mostNamed).map((person) => lineOf(person, context)) },
    ],
    notes: more > 0 ? [t('purchase.more', { count: more })] : [],
    buttons: [
      press(t('button.assignMany', { count: people.length }), 'assign', { ...same, digest: shown, confirm: 'confirm' }),
      press(t('button.back'), 'centralise', { product: source.sku, target: target.sku }),
    ],
    summary: t('assign.rest.title'),
    fallback: t('fallback', { command: `${words.commands.centralise.names[0]} ${source.name}` }),
  });
}
