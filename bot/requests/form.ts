/** The form for a licence: what is known is filled in, what is missing is asked for. */
import { type Card, shorten } from '../../cards/card.ts';
import { type Choice, report } from '../../cards/report.ts';
import { present } from '../../cards/when.ts';
import { type Context, press } from '../core/command.ts';
import { shortName } from '../core/lines.ts';
import type { NamedProduct } from '../licences/seat-pools.ts';
import type { Whom } from '../licences/which-people.ts';
import { seatsOf } from './seats.ts';
import { termText } from './terms.ts';
import { offered } from './which-product.ts';

export interface Filled {
  /** The one that is meant, or those that may be. */
  products: readonly NamedProduct[];
  person: Whom | undefined;
  why: string | undefined;
  term: string | null;
  ticket: string | null;
}

/** A list has room for so many. */
const mostOffered = 60;
const longestOption = 90;

/** @param remark why it is shown */
export function requestForm(filled: Filled, context: Context, remark?: string): Card {
  const { t, words } = context.language;
  const { products, person, why, term, ticket } = filled;
  const [only, ...others] = products;
  const chosen = others.length === 0 ? only : undefined;
  const options = products.length > 0 ? products : offered(context);
  if (!chosen && options.length === 0) return nothingToOffer(context, remark);
  const data = {
    ...(chosen && { product: chosen.sku }),
    ...(person && { person: person.id }),
    ...(term && { limit: term }),
    ...(ticket && { ticket }),
  };
  return report({
    title: t('request.form.title'),
    ...(chosen && { name: shortName(chosen.name) }),
    paragraphs: [remark ?? t('request.form.whatNext')],
    sections: [
      {
        facts: present(
          person && { label: t('request.fact.for'), text: shortName(person.name ?? person.userName ?? person.id) },
          term && { label: t('request.fact.term'), text: termText(term, context.language) },
          ticket && { label: t('request.fact.ticket'), text: ticket },
        ),
      },
    ],
    ...(!chosen && { choice: choiceOf(options, context) }),
    answer: {
      id: 'reason',
      label: t('request.form.why'),
      placeholder: t('request.form.whyHint'),
      value: why ?? '',
      missing: t('request.form.whyMissing'),
    },
    buttons: [
      { ...press(t('request.button.send'), 'request', data), inputs: true },
      press(t('request.button.mine'), 'request'),
    ],
    summary: t('request.form.title'),
    fallback: t('fallback', { command: words.commands.request.examples[1] }),
  });
}

export function choiceOf(
  options: readonly NamedProduct[],
  { language: { t }, dependencies: { store } }: Context,
): Choice {
  return {
    id: 'product',
    label: t('request.form.product'),
    missing: t('request.form.missing'),
    search: true,
    options: options.slice(0, mostOffered).map(({ sku, name }) => {
      const { free } = seatsOf(sku, store);
      const told = { product: shorten(name, longestOption), free };
      return { title: t(free > 0 ? 'request.form.option' : 'request.form.optionNone', told), value: sku };
    }),
  };
}

function nothingToOffer({ language: { t, words } }: Context, remark: string | undefined): Card {
  const example = words.commands.request.examples[1];
  return report({
    title: t('request.form.title'),
    paragraphs: present(remark, t('request.form.none', { example })),
    buttons: [press(t('request.button.mine'), 'request')],
    summary: t('request.form.title'),
    fallback: t('fallback', { command: example }),
  });
}
