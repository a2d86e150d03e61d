/** To the admins: people whom nothing could be told, neither in Teams nor by mail. */
import { type Line, report } from '../../cards/report.ts';
import type { LedgerEvent, Notice } from '../../store/records.ts';
import { press } from '../core/command.ts';
import { readerOf } from '../core/delivery-history.ts';
import { listed, shortName } from '../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../core/notice.ts';
import type { Language } from '../language/index.ts';

const card: CardOf<'unreached'> = ({ notices }, shown) => {
  const { language, notice, dependencies } = shown;
  const { t, words } = language;
  const still = notices
    .map((id) => dependencies.store.get('notices', id))
    .filter((each): each is Notice => each?.outcome === 'unreached');
  const named = still.filter((each) => isNamed(each, shown));
  const others = still.length - named.length;
  const isMended = still.length === 0;
  if (isMended && !notice.delivered) return undefined;
  const title = isMended ? t('unreached.mended') : t('unreached.title', { count: still.length });
  return report({
    title,
    paragraphs: adviceFor(still, language),
    sections: [
      { lines: listed(named, (each) => lineOf(each, shown), language) },
      { lines: others > 0 ? [{ title: t('unreached.others', { count: others }) }] : [] },
    ],
    summary: title,
    fallback: t('fallback', { command: words.commands.status.names[0] }),
  });
};

/** What helps with people, and what with channels and groups. */
function adviceFor(still: readonly Notice[], { t }: Language): string[] {
  const people = still.filter(({ to }) => 'person' in to).length;
  return [
    ...(people > 0 ? [t('unreached.why'), t('unreached.help')] : []),
    ...(still.length > people ? [t('unreached.whyChat'), t('unreached.helpChat')] : []),
  ];
}

export const unreached: NoticeKind<'unreached'> = {
  card,
  urgency: 3,
  topic: 'alerts',
  isNews: () => false,
  audience: ['viewer'],
  missed: false,
};

/** Pressed, it opens what the message was about. */
function lineOf(notice: Notice, { dependencies, language }: Shown): Line {
  const { t } = language;
  const [purchase] = notice.purchases;
  const who = shortName(readerOf(notice, dependencies.store, language));
  const title = t('ledger.line', { who, what: t(`ledger.about.${notice.saying.card}`) });
  const ids = purchase ? notice.purchases.slice(0, 3) : [notice.id];
  return {
    title,
    text: [...reasonsOf(notice).map((what) => t(`ledger.${what}`)), ...ids].join(' · '),
    ...(purchase ? { press: press(`${t('button.open')} ${title}`, 'purchase', { purchase }) } : {}),
  };
}

/** A chat is told who bought something; who else a takeover is about is nothing for everybody there. */
function isNamed({ to, saying, purchases }: Notice, { notice, dependencies: { store } }: Shown): boolean {
  if ('person' in notice.to || !('person' in to)) return true;
  const isBuyer = purchases.some((id) => store.get('purchases', id)?.purchaser === to.person);
  return isBuyer || (saying.card !== 'announced' && saying.card !== 'replied');
}

/** Why each way to them failed: that nothing reached them is the title already. */
const failures: ReadonlySet<LedgerEvent> = new Set(['away', 'refused', 'not-installed', 'mail-failed']);

function reasonsOf({ ledger }: Notice): LedgerEvent[] {
  return [...new Set(ledger.map(({ what }) => what).filter((what) => failures.has(what)))];
}
