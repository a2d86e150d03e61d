/** From the list: the purchases of a page to tick, and what can be done about those that are ticked. */
import { type Card, shorten } from '../../cards/card.ts';
import { rowsPerPage } from '../../cards/list.ts';
import { report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { type Context, given, press } from '../core/command.ts';
import { RoleNeeded } from '../core/to-activate.ts';
import { isLive, type Row } from './purchase-index.ts';
import type { Query } from './query.ts';
import { type Deed, mostAtOnce } from './several.ts';
import { purchaserOf } from './wording.ts';

/** A line of a tick list has room for two of them, a day and a number. */
const longestName = 32;

/** Whole pages of the list. */
const atOnce = mostAtOnce - (mostAtOnce % rowsPerPage);

/** @param rows those of the page first, then the ones that follow */
export function chooseSeveral(rows: readonly Row[], query: Query, context: Context): Card {
  const { speaker, language } = context;
  const { t, words } = language;
  if (!speaker.roles.has('admin')) throw new RoleNeeded('admin', language);
  const options = rows
    .slice(0, atOnce)
    .filter(({ purchase }) => isLive(purchase))
    .map((row) => ({ title: optionOf(row, context), value: row.purchase.id }));
  const further = { ...given(query), page: (query.page ?? 1) + atOnce / rowsPerPage, pick: 'show' };
  const more = press(t('button.next'), 'purchases', further);
  const back = press(t('button.back'), 'purchases', given(query));
  const does = (title: string, verb: Deed['name'], data = {}) => ({
    ...press(title, verb, data),
    inputs: true as const,
  });
  return report({
    title: t('several.choose.title'),
    paragraphs: [t(options.length > 0 ? 'several.choose.what' : 'several.choose.nothing')],
    ...(options.length > 0 && {
      ticks: { id: 'several', label: t('several.choose.label'), options, missing: t('several.choose.missing') },
    }),
    buttons:
      options.length > 0
        ? [
            does(t('button.take'), 'take'),
            does(t('button.ask'), 'ask'),
            does(t('button.keep'), 'keep'),
            does(t('several.choose.settle'), 'classify', { kind: 'self-service' }),
            does(t('button.release'), 'release'),
            // A card has room for six.
            rows.length > atOnce ? more : back,
          ]
        : [...when(rows.length > atOnce, more), back],
    summary: t('several.choose.title'),
    fallback: t('fallback', { command: words.commands.take.examples.at(-1) ?? '' }),
  });
}

function optionOf(row: Row, context: Context): string {
  const { purchase, productName } = row;
  const { format } = context.language;
  const names = [productName, purchaserOf(row, context)].map((name) => shorten(name, longestName));
  return [...names, ...(purchase.nextAt ? [format.date(purchase.nextAt)] : []), purchase.id].join(' · ');
}
