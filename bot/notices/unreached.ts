/** To the admins: people whom nothing could be told, neither in Teams nor by mail. */
import { report } from '../../cards/report.ts';
import type { Notice } from '../../store/records.ts';
import { lastEvent, readerOf } from '../outbox/ledger.ts';
import type { CardOf, Shown } from './notice.ts';

const mostListed = 8;

export const unreached: CardOf<'unreached'> = ({ notices }, shown) => {
  const { language, notice, house } = shown;
  const { t, words } = language;
  const still = notices
    .map((id) => house.store.get('notices', id))
    .filter((each): each is Notice => each?.outcome === 'unreached');
  if (still.length === 0 && !notice.delivered) return undefined;
  const more = still.length - mostListed;
  return report({
    title: still.length > 0 ? t('notice.unreached.title', { count: still.length }) : t('notice.unreached.mended'),
    paragraphs: still.length > 0 ? [t('notice.unreached.why')] : [],
    sections: [
      {
        lines: [
          ...still
            .slice(0, mostListed)
            .map((each) => ({ title: lineOf(each, shown), text: lastEvent(each, language) })),
          ...(more > 0 ? [{ title: t('notice.more', { count: more }) }] : []),
        ],
      },
    ],
    notes: [notice.id],
    summary: t('notice.unreached.title', { count: still.length }),
    fallback: t('fallback', { command: words.commands.status.names[0] }),
  });
};

function lineOf(notice: Notice, { house, language }: Shown): string {
  const { t } = language;
  const who = readerOf(notice, house.store, language);
  const line = t('ledger.line', { who, what: t(`ledger.about.${notice.saying.card}`) });
  return [line, ...notice.purchases.slice(0, 3), notice.id].join(' · ');
}
