/** The way from people's own purchases to the organisation's licences [24–27]: six steps, each in its present state. */
import { z } from 'zod/v4';
import { shorten } from '../../cards/card.ts';
import { pageOf } from '../../cards/list.ts';
import { report } from '../../cards/report.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { pageButtons, pageLine, pastEnd } from '../core/paging.ts';
import { argument } from '../language/arguments.ts';
import { type BoughtProduct, boughtProducts, productsNamed, seatPools } from '../licences/seat-pools.ts';
import { productArguments, productText } from '../licences/which-product.ts';
import { purchaseFor } from '../purchases/deciding.ts';
import { isLive } from '../purchases/purchase-index.ts';
import { showChecklist } from './card.ts';
import { situationOf } from './situation.ts';

const args = z.strictObject({
  purchase: argument.purchase.optional(),
  ...productArguments,
  /** The product that holders are to have instead. */
  target: argument.product.optional(),
  page: argument.page.optional(),
});

export const centralise: Command<'centralise', typeof args> = {
  name: 'centralise',
  role: 'admin',
  args,
  reads: true,
  rest: 'words',
  bareNumberIsId: true,
  async run({ purchase, target, page, ...asked }, context) {
    const { store } = context.dependencies;
    const text = purchase ? purchaseFor(purchase, store, context).purchase.sku : productText(asked);
    const all = boughtProducts(store, context.now);
    const found = text
      ? productsNamed(text, all)
      : all.filter(({ rows, free }) => !free && rows.some(({ purchase }) => isLive(purchase)));
    const [source, ...others] = found;
    if (!source) throw nobody(text, context);
    if (!text || others.length > 0) return whichProduct(found, page ?? 1, context);
    return showChecklist(await situationOf(source, target, context), page ?? 1, context);
  },
};

function nobody(text: string, context: Context): UserError {
  const { t } = context.language;
  const list = [press(t('button.listLicences'), 'licences')];
  if (!context.dependencies.store.get('parts', 'subscriptions')?.goodAt) return new UserError(t('purchases.noneYet'));
  if (!text) return new UserError(t('licences.none'), list);
  const [known] = productsNamed(text, seatPools(context.dependencies.store, context.now));
  return new UserError(
    known ? t('centralise.nobody', { product: known.name }) : t('assign.noProduct', { what: text }),
    list,
  );
}

function whichProduct(products: readonly BoughtProduct[], asked: number, context: Context) {
  const { t, words } = context.language;
  const place = pageOf(products, asked);
  return report({
    title: t('licences.titleWhich'),
    sections: [
      {
        lines: place.shown.map(({ sku, name, part, rows }) => ({
          title: shorten(name, 80),
          text: [t('purchases.summary', { count: rows.filter(({ purchase }) => isLive(purchase)).length }), part].join(
            ' · ',
          ),
          press: press(`${t('button.open')} ${shorten(name, 80)}`, 'centralise', { product: sku }),
        })),
      },
    ],
    notes: [...pastEnd(place, asked, context), pageLine(place, context)].filter((note) => note !== undefined),
    buttons: pageButtons(place, { verb: 'centralise' }, context),
    summary: t('licences.titleWhich'),
    fallback: t('fallback', { command: words.commands.centralise.examples[0] }),
  });
}
