/** The questions before a licence is given or taken: of which product, whose, and whether they are sure. */
import { type Card, shorten } from '../../cards/card.ts';
import { rowsPerPage } from '../../cards/list.ts';
import { type Fact, type Line, report } from '../../cards/report.ts';
import { type Context, press, UserError } from '../core/command.ts';
import type { AssignmentPath, SeatFacts } from '../microsoft/commerce.ts';
import { roomIn, sharesOf } from '../purchases/free-seats.ts';
import { lapsedSeats } from '../purchases/wording.ts';
import { heldNow, seatsNow, type What } from './assign-job.ts';
import type { NamedProduct, SeatPool } from './seat-pools.ts';
import type { Whom } from './which-people.ts';

const longestName = 80;

/** Several products of the organisation's fit. */
export function askWhich(
  what: What,
  { products, who }: { products: readonly SeatPool[]; who: string },
  context: Context,
): Card {
  const { t, words } = context.language;
  return report({
    title: t('licences.titleWhich'),
    sections: [
      {
        lines: products.slice(0, rowsPerPage).map(({ sku, name, part, ...pool }) => ({
          title: shorten(name, longestName),
          text: what === 'assign' ? `${seatText({ sku, ...pool }, context)} · ${part}` : part,
          press: press(`${t('button.open')} ${shorten(name, longestName)}`, what, {
            product: sku,
            ...(who && { person: who }),
          }),
        })),
      },
    ],
    notes: products.length > rowsPerPage ? [t('purchase.more', { count: products.length - rowsPerPage })] : [],
    summary: t('licences.titleWhich'),
    fallback: t('fallback', { command: words.commands[what].names[0] }),
  });
}

export function askWho(what: What, { sku, name }: NamedProduct, context: Context): Card {
  const { t, words } = context.language;
  return report({
    title: t(`${what}.title`),
    name,
    answer: { id: 'person', label: t(`${what}.who`), placeholder: t('assign.whoHint') },
    buttons: [
      { ...press(t('assign.goOn'), what, { product: sku }), inputs: true },
      press(t('button.back'), 'licences'),
    ],
    summary: t(`${what}.title`),
    fallback: t('fallback', { command: words.commands[what].examples[0] }),
  });
}

interface Unclear {
  product: NamedProduct;
  people: readonly Whom[];
  /** As it was typed. */
  who: string;
}

/** Several people fit. */
export function askWhom(what: What, { product: { sku, name }, people, who }: Unclear, context: Context): Card {
  const { t, words } = context.language;
  const shown = people.slice(0, rowsPerPage);
  return report({
    title: t('assign.whom'),
    paragraphs: [t('assign.several', { who })],
    sections: [
      { facts: [{ label: t('assign.product'), text: name }] },
      {
        lines: shown.map((person) => ({
          ...lineOf(person, context),
          press: press([nameOf(person, context), person.userName].filter(Boolean).join(', '), what, {
            product: sku,
            people: person.id,
          }),
        })),
      },
    ],
    notes: people.length > shown.length ? [t('purchase.more', { count: people.length - shown.length })] : [],
    summary: t('assign.whom'),
    fallback: t('fallback', { command: words.commands[what].examples[0] }),
  });
}

/** One product, and the people it is to be given to or taken from. */
interface Meant {
  product: NamedProduct;
  people: readonly Whom[];
}

/**
 * Shows what would be done, to be confirmed.
 *
 * @throws UserError if it is so already, or Microsoft would not do it
 */
export async function preview(what: What, { product, people }: Meant, context: Context): Promise<Card> {
  const { t, words } = context.language;
  const ids = people.map(({ id }) => id);
  const [seats, held] = await Promise.all([seatsNow(context), heldNow(product.sku, ids, context)]);
  for (const person of people)
    refuseNeedless(what, { product, person, held: held?.get(person.id.toLowerCase()) }, context);
  const facts = [{ label: t('assign.product'), text: `${product.name} (${product.part})` }];
  return report({
    title: t(`${what}.title`),
    paragraphs: [t(`${what}.confirm`)],
    sections: [
      { facts: what === 'assign' ? [...facts, seatFact(seats?.get(product.sku), context)] : facts },
      { heading: t(`${what}.job.which`), lines: people.map((person) => lineOf(person, context)) },
    ],
    buttons: [
      {
        ...press(confirmTitle(what, people, context), what, {
          product: product.sku,
          people: ids.join(),
          confirm: 'confirm',
        }),
        style: what === 'assign' ? 'positive' : 'destructive',
      },
      press(t('button.back'), 'licences'),
    ],
    summary: t(`${what}.title`),
    fallback: t('fallback', { command: words.commands[what].examples[0] }),
  });
}

const confirmTitles = {
  assign: { one: 'button.assignTo', several: 'button.assignMany' },
  remove: { one: 'button.removeFrom', several: 'button.removeMany' },
} as const;

/** "Assign to Megan Bowen", "Remove 3 licences" */
function confirmTitle(what: What, people: readonly Whom[], context: Context): string {
  const { t } = context.language;
  const [first] = people;
  const { one, several } = confirmTitles[what];
  return first && people.length === 1 ? t(one, { name: nameOf(first, context) }) : t(several, { count: people.length });
}

interface Case {
  product: NamedProduct;
  person: Whom;
  /** How they have it now; undefined if Microsoft did not say in time. */
  held: AssignmentPath | undefined;
}

function refuseNeedless(what: What, { product, person, held }: Case, context: Context): void {
  if (held === undefined) return;
  const isHeld = held !== 'none' && held !== 'error';
  const why = isHeld === (what === 'assign') ? 'already' : what === 'remove' && held === 'group' ? 'group' : undefined;
  const names = { name: nameOf(person, context), product: product.name };
  if (why === 'already') throw new UserError(context.language.t(`${what}.already`, names));
  if (why === 'group') throw new UserError(context.language.t('remove.group', names));
}

/** "8 of 20 are free" */
export function seatFact(seats: SeatFacts | undefined, context: Context): Fact {
  const { t } = context.language;
  return { label: t('assign.seats'), text: seats ? seatText(seats, context) : t('assign.seatsUnknown') };
}

type Pool = Pick<SeatPool, 'sku' | 'seats' | 'used' | 'warning' | 'suspended'>;

function seatText(seats: Pool, { language: { t, format }, dependencies: { store } }: Context): string {
  const { free, atLeast } = roomIn(seats, sharesOf(seats.sku, store));
  const sure = free > 0 ? 'assign.seatsFree' : 'assign.seatsNone';
  const text = t(atLeast ? 'assign.seatsAtLeast' : sure, {
    free: format.number(free),
    all: format.number(seats.seats),
  });
  return [text, ...lapsedSeats(seats, t)].join(' · ');
}

export function lineOf(person: Whom, context: Context): Line {
  const text = [person.userName, person.department].filter(Boolean).join(' · ');
  return { title: nameOf(person, context), text: shorten(text, 2 * longestName) };
}

export function nameOf({ name, userName }: Whom, { language: { t } }: Context): string {
  return shorten(name ?? userName ?? t('purchases.unknownPurchaser'), longestName);
}
