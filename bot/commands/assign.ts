/**
 * Giving and taking licences [15]: not while a purchase is self-service. Microsoft lets only the purchaser do it until an admin
 * has taken the purchase over; and what is central is assigned where Microsoft has it.
 */
import { z } from 'zod/v4';
import type { Button } from '../../cards/card.ts';
import { overviewOf } from '../overview.ts';
import { argument } from './arguments.ts';
import { type Call, type Command, press, Refused } from './command.ts';
import { productArguments, productsMatching, productText } from './products.ts';

const args = z.strictObject({ purchase: argument.purchase.optional(), ...productArguments });
type Asked = z.infer<typeof args>;

export const assign = refusing('assign');
export const remove = refusing('remove');

type Refusing = 'assign' | 'remove';

function refusing<Name extends Refusing>(name: Name): Command<Name, typeof args> {
  return {
    name,
    role: 'admin',
    args,
    rest: 'words',
    single: true,
    run: (asked, call) => {
      throw no(name, asked, call);
    },
  };
}

function no(what: Refusing, { purchase: id, ...asked }: Asked, call: Call): Refused {
  const { t } = call.language;
  if (id) {
    const row = overviewOf(call.house.store).row(id);
    if (!row) return new Refused(t('purchase.unknown', { id }), [press(t('button.listPurchases'), 'purchases')]);
    const open = press(t('button.openPurchase'), 'purchase', { purchase: id });
    const why = row.purchase.kind === 'self-service' ? 'no' : 'central';
    return new Refused(t(`${what}.${why}`, { what: `${row.productName}, ${id}` }), [open]);
  }
  const text = productText(asked);
  const [only, ...others] = text ? productsMatching(text, call) : [];
  const back: Button = only
    ? press(t('button.listLicences'), 'licences', others.length > 0 ? { words: text } : { product: only.sku })
    : press(t('button.listLicences'), 'licences');
  return new Refused(t(`${what}.no`, { what: only && others.length === 0 ? only.name : t('licences.any') }), [back]);
}
