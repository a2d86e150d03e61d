/** What is unusual about a takeover: rejected before, or about people somebody picked. */
import { present } from '../../../../cards/when.ts';
import type { Takeover } from '../../../../store/records.ts';
import { shortName } from '../../../core/lines.ts';
import { calledIn } from '../../../people/told-apart.ts';
import type { Told } from './viewer.ts';

type About = Pick<Takeover, 'holders'> & { id?: Takeover['id']; purchase: Pick<Takeover['purchase'], 'id' | 'sku'> };

/** @param about a takeover, or what is to become one */
export function unusualOf(about: About, told: Told): string[] {
  return present(rejectedText(about, told), pickedText(about, told));
}

/** The last time that the same purchase was to be taken over. */
function rejectedText({ id, purchase }: About, { dependencies: { store }, language: { t, format } }: Told) {
  const rejections = [...store.all('takeovers')].flatMap((other) =>
    other.id !== id && other.purchase.id === purchase.id && other.state === 'rejected'
      ? (other.history.at(-1) ?? [])
      : [],
  );
  const last = rejections.at(-1);
  if (!last) return undefined;
  const name = last.by ? shortName(calledIn(store, last.by)) : 'Purser';
  return t('takeoverCard.unusual.rejected', { name, date: format.date(last.at) });
}

/** Microsoft doesn't say whose seats they are. */
function pickedText({ holders, purchase }: About, { dependencies: { store }, language: { t, format } }: Told) {
  if (holders.known !== 'picked') return undefined;
  const all = store.get('holdings', purchase.sku)?.holders.length;
  const count = holders.ids.length;
  return all === undefined || all < count
    ? undefined
    : t('takeoverCard.unusual.picked', { count, all: format.number(all) });
}
