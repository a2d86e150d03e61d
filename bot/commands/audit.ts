/** The journal: who did what, when, from what to what, why; and whether the chain of entries still holds. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { list, type Row, rowsPerPage } from '../../cards/list.ts';
import { report } from '../../cards/report.ts';
import { verifyAudit } from '../../store/audit.ts';
import { type Entry, kinds, statuses } from '../../store/records.ts';
import { unaccent } from '../words.ts';
import { argument } from './arguments.ts';
import { type Call, type Command, press } from './command.ts';

const args = z.strictObject({
  purchase: argument.purchase.optional(),
  verify: argument.verify.optional(),
  product: argument.product.optional(),
  by: argument.by.optional(),
  since: argument.since.optional(),
  page: argument.page.optional(),
  words: argument.words.optional(),
});
type Query = z.infer<typeof args>;

export const audit: Command<'audit', typeof args> = {
  name: 'audit',
  role: 'viewer',
  args,
  rest: 'words',
  run: ({ verify, ...query }, call) => (verify ? showVerdict(call) : showJournal(query, call)),
};

function showVerdict(call: Call): Card {
  const { t, format, words } = call.language;
  const verdict = verifyAudit(call.house.store);
  const sentence = verdict.holds
    ? t('audit.holds', { count: verdict.entries })
    : t('audit.broken', { id: verdict.brokenAt });
  return report({
    title: t('audit.title'),
    sections: [
      {
        lines: [
          {
            mark: verdict.holds ? { text: '✓', tone: 'good' } : { text: '⚠', tone: 'attention' },
            title: sentence,
            ...(verdict.holds && verdict.hash ? { text: t('audit.keep', { hash: verdict.hash }) } : {}),
          },
        ],
      },
    ],
    notes: [t('whoami.checked', { ago: format.relative(call.now, call.now) })],
    buttons: [press(t('button.back'), 'audit')],
    summary: sentence,
    fallback: t('fallback', { command: words.commands.audit.names[0] }),
  });
}

function showJournal(query: Omit<Query, 'verify'>, call: Call): Card {
  const { t, format, words } = call.language;
  const matches = [...call.house.store.all('audit')].filter(matcher(query)).reverse();
  const pages = Math.max(1, Math.ceil(matches.length / rowsPerPage));
  const page = Math.min(query.page ?? 1, pages);
  const { page: _, ...same } = query;
  const data = Object.fromEntries(
    Object.entries(same).filter((each): each is [string, string] => each[1] !== undefined),
  );
  return list({
    title: t('audit.title'),
    subtitle: t('audit.count', { count: matches.length }),
    remarks:
      Object.keys(data).length > 0 ? [t('purchases.filteredBy', { filter: format.list(Object.values(data)) })] : [],
    rows: matches.slice((page - 1) * rowsPerPage, page * rowsPerPage).map((entry) => rowOf(entry, call)),
    empty: t('audit.none'),
    ...(pages > 1 ? { pageOf: t('purchases.page', { page, pages }) } : {}),
    buttons: [
      ...(page > 1 ? [press(t('button.previous'), 'audit', { ...data, page: page - 1 })] : []),
      ...(page < pages ? [press(t('button.next'), 'audit', { ...data, page: page + 1 })] : []),
      press(t('button.verify'), 'audit', { verify: 'verify' }),
    ],
    summary: t('audit.count', { count: matches.length }),
    fallback: t('fallback', { command: words.commands.audit.names[0] }),
  });
}

/** Free words are looked for in everything an entry tells, in Purser's own terms too. */
function matcher({ purchase, product, by, since, words }: Query): (entry: Entry) => boolean {
  const has = (text: string | null | undefined, part: string | undefined): boolean =>
    part === undefined || unaccent(text ?? '').includes(unaccent(part));
  const wanted = words ? words.split(/\s+/) : [];
  return (entry) =>
    (!purchase || entry.purchase === purchase) &&
    (!since || entry.at >= since) &&
    has(entry.product, product) &&
    (has(entry.actor?.name, by) || has(entry.purchaser, by)) &&
    wanted.every((word) => has(Object.values({ ...entry, actor: entry.actor?.name }).join('\n'), word));
}

function rowOf(entry: Entry, { language: { t, format }, now }: Call): Row {
  const change = [entry.before, entry.after].map((value) => spell(entry, value, t)).join(' → ');
  return {
    title: t(`audit.action.${entry.action}`),
    subtitle: [entry.product, entry.purchaser].filter(Boolean).join(' · ') || entry.id,
    detail: entry.actor ? t('audit.by', { name: entry.actor.name }) : t('audit.seen'),
    aside: { label: format.dateTime(entry.at), text: format.relative(entry.at, now), hint: '', urgent: false },
    small: [change, entry.why, entry.purchase, entry.id].filter(Boolean).join(' · '),
    open: press(
      `${t('button.open')} ${entry.purchase ?? entry.id} ${t(`audit.action.${entry.action}`)}`,
      entry.purchase ? 'purchase' : 'audit',
      entry.purchase ? { purchase: entry.purchase } : {},
    ),
  };
}

/** What is kept in Purser's own terms, in the reader's. */
function spell({ action }: Entry, value: string | null, t: Call['language']['t']): string {
  if (value === null) return t('audit.nothing');
  const kind = kinds.find((each) => value.endsWith(each));
  if (action === 'classified' && kind)
    return t(value.startsWith('probable') ? 'purchase.probable' : 'purchase.confirmed', { kind: t(`kind.${kind}`) });
  const status = statuses.find((each) => each === value);
  return action === 'status' && status && status !== 'Unknown' ? t(`purchaseStatus.${status}`) : value;
}
