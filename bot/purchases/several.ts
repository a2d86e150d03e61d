/**
 * The same decision about several purchases: one confirmation says of each what will be done, or why it won't; the answer says
 * what was. Each is decided as if it had been named alone, with an entry of the journal of its own.
 */
import { type Button, type Card, shorten } from '../../cards/card.ts';
import { type Line, type Report, report, type Section } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import type { Purchase } from '../../store/records.ts';
import type { Reader, Transaction } from '../../store/store.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { purchaseIndex } from './purchase-index.ts';
import { purchaserOf } from './wording.ts';

/** What can be decided about several. */
export const deeds = ['take', 'ask', 'keep', 'classify', 'release'] as const;

/** Of a command that decides about one purchase, or several. */
export const severalArguments = {
  purchase: argument.purchase.optional(),
  several: argument.several.optional(),
  confirm: argument.confirm.optional(),
};

export interface Deed {
  name: (typeof deeds)[number];
  /** @throws UserError where it can't be done, or is so already */
  check(id: Purchase['id'], reader: Reading, context: Context): unknown;
  /** Does it after the same check. @throws UserError */
  act(tx: Transaction, id: Purchase['id'], context: Context): void;
}
export type Reading = Pick<Reader, 'get' | 'all' | 'revision'>;

interface Asked {
  ids: readonly Purchase['id'][];
  isConfirmed: boolean;
  /** What the confirming press carries beside the ids. */
  data?: Button['data'];
  /** As what they are classified, in words. */
  kind?: string;
  /** Where something is to be written first. */
  form?: Pick<Report, 'date' | 'answer' | 'notes'>;
  /** What was wrong with what they wrote. */
  remark?: string;
  /** Whether it can't be done only because its kind is not settled. */
  isToSettle?: (id: Purchase['id']) => boolean;
}

export const mostAtOnce = 25;

/** @throws UserError for more than can be read on one card */
export async function decideSeveral(deed: Deed, asked: Asked, context: Context): Promise<Card> {
  const { t } = context.language;
  if (asked.ids.length > mostAtOnce)
    throw new UserError(t('several.tooMany', { most: mostAtOnce, count: asked.ids.length }), [listButton(context)]);
  if (!asked.isConfirmed) return preview(deed, asked, context);
  const outcomes = await context.transact((tx) =>
    outcomesOf(asked.ids, (id) => {
      deed.act(tx, id, context);
    }),
  );
  return done(deed, outcomes, context);
}

/** Undefined where it can be done, or was; otherwise why not. */
type Outcomes = ReadonlyMap<Purchase['id'], string | undefined>;

function outcomesOf(ids: readonly Purchase['id'][], attempt: (id: Purchase['id']) => void): Outcomes {
  return new Map(ids.map((id) => [id, refusalIn(() => attempt(id))]));
}

function refusalIn(attempt: () => void): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function preview(deed: Deed, { ids, data = {}, kind = '', form, remark, isToSettle }: Asked, context: Context): Card {
  const { dependencies, language } = context;
  const { t, words } = language;
  const outcomes = outcomesOf(ids, (id) => deed.check(id, dependencies.store, context));
  const [able, unable] = split(outcomes);
  const title = able.length > 0 ? t(`several.${deed.name}.title`, { count: able.length }) : t('several.none');
  const settling = unable.filter((id) => isToSettle?.(id));
  const same = { several: able.join(), ...data };
  return report({
    title,
    paragraphs: present(remark, able.length > 0 && t(`several.${deed.name}.what`, { kind })),
    sections: sectionsOf(
      outcomes,
      { done: t('several.will', { count: able.length }), not: t('several.wont', { count: unable.length }) },
      context,
    ),
    ...(able.length > 0 && form),
    buttons: [
      ...when(able.length > 0, {
        ...press(t(`several.${deed.name}.do`, { count: able.length }), deed.name, { ...same, confirm: 'confirm' }),
        ...(form?.answer && { inputs: true as const }),
      }),
      ...when(settling.length > 0, settleButton(settling, context)),
      listButton(context),
    ],
    summary: title,
    fallback: t('fallback', { command: words.commands[deed.name].names[0] }),
  });
}

function settleButton(ids: readonly Purchase['id'][], { language: { t } }: Context): Button {
  return press(t('several.settle', { count: ids.length }), 'classify', { several: ids.join(), kind: 'self-service' });
}

function split(outcomes: Outcomes): [able: string[], unable: string[]] {
  const all = [...outcomes];
  const idsWhere = (fits: (why: string | undefined) => boolean): string[] =>
    all.filter(([, why]) => fits(why)).map(([id]) => id);
  return [idsWhere((why) => why === undefined), idsWhere((why) => why !== undefined)];
}

function done(deed: Deed, outcomes: Outcomes, context: Context): Card {
  const { t, words } = context.language;
  const [able, unable] = split(outcomes);
  const title = able.length > 0 ? t(`several.${deed.name}.done`, { count: able.length }) : t('several.nothingDone');
  return report({
    title,
    sections: sectionsOf(
      outcomes,
      { done: t('several.were', { count: able.length }), not: t('several.werent', { count: unable.length }) },
      context,
    ),
    buttons: [listButton(context)],
    summary: title,
    fallback: t('fallback', { command: words.commands.purchases.names[0] }),
  });
}

function sectionsOf(outcomes: Outcomes, headings: { done: string; not: string }, context: Context): Section[] {
  const lines = [...outcomes].map(([id, why]) => ({ why, line: lineOf(id, why, context) }));
  const section = (heading: string, isDone: boolean): Section => ({
    heading,
    lines: lines.filter(({ why }) => (why === undefined) === isDone).map(({ line }) => line),
  });
  return [section(headings.done, true), section(headings.not, false)];
}

const longestTitle = 60;

function lineOf(id: Purchase['id'], why: string | undefined, context: Context): Line {
  const { t } = context.language;
  const row = purchaseIndex(context.dependencies.store).row(id);
  const text = why === undefined ? {} : { text: why };
  if (!row) return { title: id, ...text };
  const [product, purchaser] = [
    shorten(row.productName, longestTitle),
    shorten(purchaserOf(row, context), longestTitle),
  ];
  return {
    title: [product, purchaser, id].join(' · '),
    ...text,
    press: press(`${t('button.open')} ${id}`, 'purchase', { purchase: id }),
  };
}

function listButton({ language: { t } }: Context): Button {
  return press(t('button.listPurchases'), 'purchases');
}
