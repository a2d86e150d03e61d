/** An export of the journal holds everything its chain is made of, so that others can check it without Purser. */
import type { Entry } from '../../store/records.ts';
import { doerOf, spell, whyOf } from '../journal/entry.ts';
import { someone } from '../journal/redacted.ts';
import type { Language } from '../language/index.ts';
import type { Column } from './sheet.ts';

export function entryColumns(language: Language): Column<Entry>[] {
  const { t } = language;
  return [
    { key: 'id', title: t('export.column.entry'), value: ({ id }) => id },
    // To the second and in UTC: it is part of what the hash covers.
    { key: 'at', title: t('export.column.at'), value: ({ at }) => at },
    {
      key: 'who',
      title: t('export.column.who'),
      value: ({ actor }) => actor?.name ?? null,
      words: (entry) => (entry.actor && !isSomeone(entry) ? entry.actor.name : doerOf(entry, language)),
    },
    {
      key: 'whoId',
      title: t('export.column.whoId'),
      value: (entry) => (isSomeone(entry) ? null : (entry.actor?.id ?? null)),
    },
    {
      key: 'action',
      title: t('export.column.action'),
      value: ({ action }) => action,
      words: ({ action }) => t(`audit.action.${action}`),
    },
    { key: 'purchase', title: t('export.column.purchase'), value: ({ purchase }) => purchase },
    { key: 'product', title: t('export.column.product'), value: ({ product }) => product },
    { key: 'purchaser', title: t('export.column.purchaser'), value: ({ purchaser }) => purchaser },
    valueColumn('before', language),
    valueColumn('after', language),
    {
      key: 'why',
      title: t('export.column.why'),
      value: ({ why }) => why,
      words: (entry) => (entry.why === null ? '' : (whyOf(entry, language) ?? entry.why)),
    },
    { key: 'previous', title: t('export.column.previous'), value: ({ previous }) => previous },
    { key: 'hash', title: t('export.column.hash'), value: ({ hash }) => hash },
  ];
}

/** Who it was is hidden from the reader of the file. */
export function isSomeone({ actor }: Pick<Entry, 'actor'>): boolean {
  return actor?.id === someone.id;
}

function valueColumn(key: 'before' | 'after', language: Language): Column<Entry> {
  return {
    key,
    title: language.t(`export.column.${key}`),
    value: (entry) => entry[key],
    words: (entry) => (entry[key] === null ? '' : spell(entry, entry[key], language)),
  };
}
