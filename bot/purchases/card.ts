/** One purchase, whole [2, 3, 6, 7, 10]: what it is, who holds it, why Purser thinks it is what it is. */
import { type Button, type Card, type Link, shorten } from '../../cards/card.ts';
import { type Fact, type Line, type Report, report } from '../../cards/report.ts';
import { type Call, press, Refused } from '../core/command.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { lastEvent, noticesAbout, readerOf } from '../core/ledger.ts';
import { adminCentre, isPowerPlatform, powerPlatformCentre } from '../microsoft/links.ts';
import { type Holders, inHand, isLive, purchaseIndex, type Row } from './purchase-index.ts';
import { purchaserOf, statusOf } from './wording.ts';

/** More names than this are counted, not listed; `licences` lists them all. */
const mostNames = 10;
const longestName = 80;
/** Teams shows six; more than five crowd a phone. */
const mostActions = 6;

/**
 * @throws Refused if there is no such purchase, or it is not the speaker's to see
 */
export function showPurchase(id: string, call: Call, remark?: string): Card {
  const { t, words } = call.language;
  const index = purchaseIndex(call.house.store);
  const row = index.row(id);
  const isViewer = call.speaker.roles.has('viewer');
  const isOwn = row?.purchase.purchaser === call.speaker.id;
  const back = press(t('button.back'), 'purchases');
  // Who may not see other people's purchases must not learn which ids exist either.
  if (!isViewer && !isOwn) {
    const contact = call.house.config.contact.name ?? t('refused.contact');
    throw new Refused(t('purchase.notYours', { id, contact }), [press(t('button.listPurchases'), 'purchases')]);
  }
  if (!row) throw new Refused(t('purchase.unknown', { id }), [press(t('button.listPurchases'), 'purchases')]);
  const { purchase } = row;
  const deciding = decidingButtons(row, call);
  const links = linksOf(row, call).slice(0, mostActions - 1 - deciding.length);
  const isRoomy = deciding.length + links.length < mostActions - 2;
  return report({
    name: row.productName,
    subtitle: dataAge(call),
    paragraphs: remark ? [remark] : [],
    sections: [
      { facts: factsOf(row, call) },
      // What has ended gives nobody a licence.
      ...(isLive(purchase) ? [holdersSection(index.holdersOf(purchase), row, isViewer, call)] : []),
      toldSection(id, isViewer, call),
      {
        heading:
          purchase.sure === 'confirmed'
            ? t('purchase.evidenceSettled')
            : t('purchase.evidence', { kind: t(`kind.${purchase.kind}`) }),
        lines: [
          ...purchase.evidence.map((each) => ({ title: `• ${t(`purchase.because.${each}`)}` })),
          ...settling(row, call),
        ],
      },
    ],
    notes: [
      ...(isViewer && purchase.kind === 'self-service' ? [`${t('purchase.readOnly')} ${t('purchase.inCentre')}`] : []),
      ...ageNote(call),
      // On a line of its own: an address can't be broken, and a fact's column is narrow on a phone.
      ...(row.purchaser?.userName ? [t('purchase.account', { account: row.purchaser.userName })] : []),
      t('purchase.ids', { id, commerce: purchase.commerceId ?? t('purchase.noCommerce'), part: purchase.skuPart }),
    ],
    buttons: [back, ...deciding, ...(isRoomy ? [press(t('button.refresh'), 'purchase', { purchase: id })] : [])],
    links,
    summary: t('purchase.summary', { product: row.productName, purchaser: purchaserOf(row, call) }),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${id}` }),
  });
}

function factsOf(row: Row, call: Call): Fact[] {
  const { purchase, purchaser } = row;
  const { t, format } = call.language;
  const holder = inHand(purchase, call.now);
  const next = purchase.nextAt
    ? `${format.date(purchase.nextAt)} (${format.relative(purchase.nextAt, call.now)}). ${t('purchase.nextNote')}`
    : t('list.unknown');
  const facts: [string, string][] = [
    [t('purchase.by'), [purchaserOf(row, call), purchaser?.department].filter(Boolean).join(' · ')],
    [t('purchase.quantity'), format.number(purchase.quantity)],
    [t('purchase.status'), [statusOf(purchase, call), ...(purchase.trial ? [t('purchases.trial')] : [])].join(' · ')],
    ...(isLive(purchase)
      ? [[t(purchase.trial ? 'purchase.nextTrial' : 'purchase.next'), next] as [string, string]]
      : []),
    [t('purchase.bought'), purchase.createdAt ? format.date(purchase.createdAt) : t('list.unknown')],
    [t('purchase.price'), t('purchase.unknownPrice')],
    [t('purchase.orders'), t('purchase.unknownOrders')],
    ...(isLive(purchase) ? [[t('purchase.pays'), t(payerOf(purchase))] as [string, string]] : []),
    [t('purchase.kind'), kindOf(purchase, call)],
    ...(holder
      ? [
          [
            t(`purchase.decision.${holder.kind}`),
            holder.kind === 'takeover'
              ? t('purchase.takeoverBy', { id: holder.takeover, name: holder.name })
              : t(holder.kind === 'asked' ? 'purchase.askedBy' : 'purchase.inHandOf', {
                  name: holder.name,
                  date: format.date(holder.until),
                }),
          ] as [string, string],
        ]
      : []),
  ];
  return facts.map(([label, text]) => ({ label, text }));
}

function payerOf({ kind, purchaser }: Row['purchase']) {
  return kind === 'self-service' && !purchaser ? 'purchase.paysUnknown' : payers[kind];
}

function kindOf({ kind: of, sure, settled }: Row['purchase'], { language: { t, format } }: Call): string {
  const kind = t(`kind.${of}`);
  if (settled) return t('purchase.settled', { kind, name: settled.name, date: format.date(settled.at) });
  return t(sure === 'confirmed' ? 'purchase.confirmed' : 'purchase.probable', { kind });
}

/** What an admin can decide about it from here. */
function decidingButtons({ purchase }: Row, { speaker, language: { t }, now }: Call): Button[] {
  if (!speaker.roles.has('admin') || !isLive(purchase)) return [];
  const decision = inHand(purchase, now);
  const isSelfService = purchase.kind === 'self-service';
  if (decision?.kind === 'takeover')
    return [press(`${t('button.open')} ${decision.takeover}`, 'approval', { request: decision.takeover })];
  const isTheirs = decision?.kind === 'in-hand' && decision.by === speaker.id;
  const canAsk = isSelfService && purchase.purchaser && purchase.purchaser !== speaker.id && (!decision || isTheirs);
  return [
    ...(isSelfService && purchase.purchaser !== speaker.id
      ? [press(t('button.takeOver'), 'takeover', { purchase: purchase.id })]
      : []),
    ...(isSelfService && decision?.by !== speaker.id
      ? [press(t('button.take'), 'take', { purchase: purchase.id })]
      : []),
    ...(canAsk ? [press(t('button.ask'), 'ask', { purchase: purchase.id })] : []),
  ];
}

/** Beside what speaks for its kind; a button of its own would leave no room for Microsoft's pages. */
function settling({ purchase }: Row, { speaker, language: { t } }: Call): Line[] {
  if (purchase.sure !== 'probable' || !isLive(purchase) || !speaker.roles.has('admin')) return [];
  return [{ title: t('button.settle'), press: press(t('button.settle'), 'classify', { purchase: purchase.id }) }];
}

/** More are told in the journal. */
const mostTold = 4;

/** The ledger: who was told what about it, and what became of that. */
function toldSection(
  id: string,
  isViewer: boolean,
  { house: { store }, language, speaker, now }: Call,
): NonNullable<Report['sections']>[number] {
  const { t } = language;
  const lines = noticesAbout(store, id)
    // A purchaser sees what they were told themselves.
    .filter(({ to }) => isViewer || ('person' in to && to.person === speaker.id))
    .slice(0, mostTold)
    .map((notice) => ({
      title: t('ledger.line', {
        who: readerOf(notice, store, language),
        what: t(`ledger.about.${notice.saying.card}`),
      }),
      text: [
        ...(notice.answer ? [t(`purchaserAnswer.${notice.answer.what}`), notice.answer.words] : []),
        lastEvent(notice, language, now),
        notice.id,
      ]
        .filter(Boolean)
        .join(' · '),
    }));
  return { heading: t('ledger.title'), lines };
}

const payers = {
  'self-service': 'purchase.paysSelf',
  partner: 'purchase.paysPartner',
  central: 'purchase.paysCentral',
} as const;

function holdersSection(
  holders: Holders | undefined,
  { purchase }: Row,
  isViewer: boolean,
  call: Call,
): NonNullable<Report['sections']>[number] {
  const { t, format } = call.language;
  const heading = t('purchase.holders');
  const say = (text: string) => ({ heading, lines: [{ title: text }] });
  if (!holders) return say(t(purchase.kind === 'self-service' ? 'purchase.holdersUnknown' : 'purchase.holdersNotRead'));
  if (holders.ids.length === 0) return say(t('purchase.holdersNone'));
  const shared = t('purchase.holdersShared', {
    count: holders.ids.length,
    seats: t('purchases.seats', { count: purchase.quantity }),
  });
  // A purchaser sees the holders of what they bought, not of what others bought of the same product.
  if (!holders.sole && !isViewer) return say(shared);
  const names = holders.ids.map((id) =>
    shorten(call.house.store.get('people', id)?.name ?? t('purchases.unknownPurchaser'), longestName),
  );
  const shown = names.sort(format.compare).slice(0, mostNames);
  const more = names.length - shown.length;
  const named = format.list([...shown, ...(more > 0 ? [t('purchase.more', { count: more })] : [])]);
  return { heading, lines: [...(holders.sole ? [] : [{ title: shared }]), { title: named }] };
}

/** An admin's pages; a purchaser has no use for them. */
function linksOf({ purchase }: Row, { language: { t }, speaker }: Call): Link[] {
  if (!speaker.roles.has('admin')) return [];
  return [
    { title: t('button.adminCentre'), url: adminCentre.worldwide.products },
    ...(isPowerPlatform(purchase.skuPart) ? [{ title: t('button.powerPlatform'), url: powerPlatformCentre }] : []),
  ];
}
