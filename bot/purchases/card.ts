/** One purchase, whole [2, 3, 6, 7, 10]: what it is, who holds it, why Purser thinks it is what it is. */

import type { Badge } from '../../cards/badge.ts';
import { type Button, type Card, type Link, shorten } from '../../cards/card.ts';
import { type Fact, type Line, report, type Section } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import type { Notice } from '../../store/records.ts';
import { readsObjection } from '../../store/takeover/objectors.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { lastEvent, noticesAbout, readerOf } from '../core/delivery-history.ts';
import { ageNote, dataAge } from '../core/freshness.ts';
import { listedNames } from '../core/lines.ts';
import { adminCentre, isPowerPlatform, powerPlatformCentre } from '../microsoft/links.ts';
import { objectionReader } from '../people/people.ts';
import { calledIn, nameAmong, otherMail } from '../people/told-apart.ts';
import { speaksFor } from './evidence.ts';
import { renewalSections } from './maybe-renewed.ts';
import { decidingButtons, nextStep } from './next-step.ts';
import { decisionNow, isLive, purchaseIndex, type Row } from './purchase-index.ts';
import type { Whose } from './seat-sources.ts';
import { stateBadges } from './state-badges.ts';
import { noDateOf, purchaserOf, seatsOf, statusOf } from './wording.ts';

/** Beyond this many, names are counted; `licences` lists them all. */
const mostNames = 10;
const longestName = 80;
/** Teams shows six; more than five crowd a phone. */
const mostActions = 6;

/** @throws UserError if there is no such purchase, or the speaker may not see it */
export function showPurchase(id: string, context: Context, remark?: string): Card {
  const { t, words } = context.language;
  const row = visibleRow(id, context);
  const step = nextStep(row, context);
  const links = linksOf(row, context);
  const all = decidingButtons(row, step, context);
  const decisions = fitting(all, mostActions - 2 - links.length);
  // More is one of the six.
  const room = mostActions - 1 - decisions.length - links.length;
  return report({
    icon: 'Receipt',
    name: row.productName,
    subtitle: [id, dataAge(context)].join(' · '),
    badges: badgesOf(row, context),
    paragraphs: present(remark, step?.advice),
    sections: [
      ...renewalSections(row.purchase, context),
      { facts: factsOf(row, context) },
      holdersSection(row, context),
      toldSection(id, context),
    ],
    more: {
      title: t('button.more'),
      sections: [
        { lines: linesFor(all.filter((button) => !decisions.includes(button))) },
        { facts: furtherFacts(row, context) },
        furtherHolders(row, context),
        evidenceSection(row, context),
      ],
      notes: notesOf(row, context),
    },
    buttons: [
      ...decisions,
      ...when(room > 0, press(t('button.back'), 'purchases')),
      ...when(room > 1, press(t('button.refresh'), 'purchase', { purchase: id })),
    ],
    links,
    summary: t('purchase.summary', { product: row.productName, purchaser: purchaserOf(row, context) }),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${id}` }),
  });
}

/** Beside more and back. What only says who handles it gives way first; what has no room stands behind the former. */
function fitting(decisions: readonly Button[], most: number): readonly Button[] {
  if (decisions.length <= most) return decisions;
  return decisions.filter(({ verb }) => verb !== 'take').slice(0, most);
}

function linesFor(buttons: readonly Button[]): Line[] {
  return buttons.map((button) => ({ title: button.title, press: button }));
}

/** Viewers see every purchase, others their own; they must not even learn which other ids exist. */
function visibleRow(id: string, context: Context): Row {
  const { t } = context.language;
  const row = purchaseIndex(context.dependencies.store).row(id);
  const list = [press(t('button.listPurchases'), 'purchases')];
  if (!isViewer(context) && row?.purchase.purchaser !== context.speaker.id) {
    const contact = contactName(context);
    throw new UserError(t('purchase.notYours', { id, contact }), list);
  }
  if (!row) throw new UserError(t('purchase.unknown', { id }), list);
  return row;
}

/** What runs as it should says so here: alone it is the state. */
function badgesOf(row: Row, context: Context): Badge[] {
  const badges = stateBadges(row, context);
  return badges.length > 0 ? badges : [{ text: statusOf(row.purchase, context), tone: 'good' }];
}

function isViewer({ speaker }: Context): boolean {
  return speaker.roles.has('viewer');
}

function evidenceSection(row: Row, context: Context): Section {
  const { t } = context.language;
  const { kind, sure, evidence } = row.purchase;
  const because = evidence.map((each): Line => {
    const why = t(`purchase.because.${each}`);
    const isAgainst = sure === 'probable' && !speaksFor(kind, each);
    return { title: `• ${isAgainst ? t('purchase.although', { why }) : why}` };
  });
  return {
    heading: t(`purchase.evidence.${sure}`, { kind: t(`kind.${kind}`) }),
    lines: [...because, ...settling(row, context)],
  };
}

function notesOf({ purchase, purchaser }: Row, context: Context): string[] {
  const { t } = context.language;
  const { id, commerceId, skuPart, kind } = purchase;
  return [
    ...when(isViewer(context) && kind === 'self-service', `${t('purchase.readOnly')} ${t('purchase.inCentre')}`),
    ...when(isLive(purchase) && purchase.nextAt !== null, t('purchase.nextNote')),
    ...ageNote(context),
    // On a line of its own: an address can't be broken, and a fact's column is narrow on a phone.
    ...present(
      purchaser?.userName &&
        t('purchase.account', { account: present(purchaser.userName, otherMail(purchaser)).join(', ') }),
    ),
    t('purchase.ids', { id, commerce: commerceId ?? t('purchase.noCommerce'), part: skuPart }),
  ];
}

/** What one decides by. */
function factsOf(row: Row, context: Context): Fact[] {
  const { purchase, purchaser } = row;
  const { t, format } = context.language;
  const isRunning = isLive(purchase);
  return [
    { label: t('purchase.by'), text: [purchaserOf(row, context), purchaser?.department].filter(Boolean).join(' · ') },
    {
      label: t('purchase.quantity'),
      text: purchase.quantity === null ? t('list.unknownNumber') : format.number(purchase.quantity),
    },
    ...when(isRunning, {
      label: t(purchase.trial ? 'purchase.nextTrial' : 'purchase.next'),
      text: nextText(purchase, context),
    }),
    ...when(isRunning, { label: t('purchase.pays'), text: t(payerOf(purchase)) }),
    ...when(purchase.settled !== null, { label: t('purchase.kind'), text: kindOf(purchase, context) }),
    ...decisionFact(purchase, context),
  ];
}

/** What seldom changes a decision, and what Microsoft doesn't tell. */
function furtherFacts({ purchase }: Row, context: Context): Fact[] {
  const { t, format } = context.language;
  return [
    { label: t('purchase.status'), text: statusOf(purchase, context) },
    ...when(purchase.settled === null, { label: t('purchase.kind'), text: kindOf(purchase, context) }),
    { label: t('purchase.bought'), text: purchase.createdAt ? format.date(purchase.createdAt) : t('list.unknown') },
    { label: t('purchase.price'), text: t('purchase.unknownPrice') },
    { label: t('purchase.orders'), text: t('purchase.unknownOrders') },
  ];
}

function nextText(purchase: Row['purchase'], { language: { t, format }, now }: Context): string {
  const { nextAt } = purchase;
  return nextAt ? `${format.date(nextAt)} (${format.relative(nextAt, now)})` : t(noDateOf(purchase));
}

/** The decision in force about it, if there is one. */
function decisionFact(
  purchase: Row['purchase'],
  { language: { t, format }, now, dependencies: { store } }: Context,
): Fact[] {
  const decision = decisionNow(purchase, now);
  if (!decision) return [];
  const { kind } = decision;
  const name = calledIn(store, { id: decision.by, name: decision.name });
  const label = t(`purchase.decision.${kind}`);
  if (kind === 'takeover') return [{ label, text: t('purchase.takeoverBy', { id: decision.takeover, name }) }];
  if (kind === 'kept')
    return [
      { label, text: t('purchase.inHandOf', { name, date: format.date(decision.until) }) },
      { label: t('purchase.keptFor'), text: decision.why },
    ];
  const text = kind === 'asked' ? 'purchase.askedBy' : 'purchase.inHandOf';
  return [{ label, text: t(text, { name, date: format.date(decision.until) }) }];
}

function payerOf({ kind, purchaser }: Row['purchase']) {
  return kind === 'self-service' && !purchaser ? 'purchase.paysUnknown' : payers[kind];
}

function kindOf(
  { kind: of, sure, settled }: Row['purchase'],
  { language: { t, format }, dependencies: { store } }: Context,
): string {
  const kind = t(`kind.${of}`);
  if (settled)
    return t('purchase.settled', {
      kind,
      name: calledIn(store, { id: settled.by, name: settled.name }),
      date: format.date(settled.at),
    });
  return t(`purchase.${sure}`, { kind });
}

/** A line beside the evidence: as a button it would leave no room for Microsoft's pages. */
function settling({ purchase }: Row, { speaker, language: { t } }: Context): Line[] {
  if (purchase.sure === 'confirmed' || !isLive(purchase) || !speaker.roles.has('admin')) return [];
  return [{ title: t('button.settle'), press: press(t('button.settle'), 'classify', { purchase: purchase.id }) }];
}

/** The journal has the rest. */
const mostTold = 4;

/** The ledger: who was told what about it, and whether it reached them. */
function toldSection(id: string, context: Context): Section {
  const { dependencies, language, speaker } = context;
  const { t } = language;
  const notices = noticesAbout(dependencies.store, id)
    // A purchaser sees what they were told themselves.
    .filter(({ to }) => isViewer(context) || ('person' in to && to.person === speaker.id));
  const isHidden = (notice: Notice): boolean => !readsAnswer(notice, context);
  // To be answered, one must have objected.
  const shown = notices.filter((notice) => notice.saying.card !== 'replied' || !isHidden(notice)).slice(0, mostTold);
  const objected = notices.some((notice) => notice.answer?.what === 'objected' && isHidden(notice));
  const lines = shown.map((notice) => toldLine(notice, context));
  return { heading: t('ledger.title'), lines: [...lines, ...when(objected, { title: t('ledger.someoneObjected') })] };
}

/** People who may not read of an objection read that the notice was seen. */
function toldLine(notice: Notice, context: Context): Line {
  const { dependencies, language, now } = context;
  const { t } = language;
  const { answer, saying } = notice;
  const mayRead = readsAnswer(notice, context);
  const who = readerOf(notice, dependencies.store, language);
  const text = present(
    answer && t(`purchaserAnswer.${mayRead ? answer.what : 'seen'}`),
    mayRead && answer?.words,
    lastEvent(notice, { language, now, isHeldBack: dependencies.isHeldBack(notice) }),
    notice.id,
  );
  return { title: t('ledger.line', { who, what: t(`ledger.about.${saying.card}`) }), text: text.join(' · ') };
}

/** By the rule for objections; what else people answer is no secret, but nothing would tell the two apart. */
function readsAnswer({ to, saying }: Notice, { speaker, dependencies: { store } }: Context): boolean {
  const takeover = 'takeover' in saying ? store.get('takeovers', saying.takeover) : undefined;
  return readsObjection(objectionReader(speaker), {
    objector: 'person' in to ? to.person : null,
    requester: saying.card === 'asked' ? saying.by.id : (takeover?.requester.id ?? null),
  });
}

const payers = {
  'self-service': 'purchase.paysSelf',
  partner: 'purchase.paysPartner',
  central: 'purchase.paysCentral',
} as const;

/** Who has a licence, as far as it can be told; a purchase that has ended gives nobody one. */
function holdersSection({ purchase }: Row, context: Context): Section {
  const { t } = context.language;
  const heading = t('purchase.holders');
  if (!isLive(purchase)) return { heading, lines: [] };
  const holders = purchaseIndex(context.dependencies.store).holdersOf(purchase);
  const say = (title: string): Section => ({ heading, lines: [{ title }] });
  if (!holders) return say(t(purchase.kind === 'self-service' ? 'purchase.holdersUnknown' : 'purchase.holdersNotRead'));
  if (holders.ids.length === 0) return say(t('purchase.holdersNone'));
  if (holders.whose.known) return say(namesText(holders.ids, context));
  return say(t('purchase.holdersShared', { count: holders.ids.length, seats: seatsOf(purchase.quantity, context) }));
}

/** How that is known; and who has the product at all, for who may see it: a purchaser sees the holders of their own purchase alone. */
function furtherHolders({ purchase }: Row, context: Context): Section {
  const { t } = context.language;
  const holders = isLive(purchase) ? purchaseIndex(context.dependencies.store).holdersOf(purchase) : undefined;
  if (!holders) return { lines: [] };
  const { ids, whose } = holders;
  const isShared = !whose.known && ids.length > 0 && isViewer(context);
  return {
    heading: t(whose.known ? 'purchase.holders' : 'purchase.holdersOfProduct'),
    lines: [
      ...when(isViewer(context), ...whoseLine(whose, context)),
      ...when(isShared, { title: namesText(ids, context) }),
    ],
  };
}

/** What Microsoft's allotments say of whose seats these are; nothing where nobody needs them to. */
function whoseLine(whose: Whose, { language: { t, format } }: Context): Line[] {
  if (whose.known === 'sole') return [];
  if (whose.known)
    return [{ title: t('purchase.whose.told', { date: whose.at ? format.date(whose.at) : t('list.unknown') }) }];
  return whose.why ? [{ title: t(`purchase.whose.why.${whose.why}`) }] : [];
}

function namesText(ids: readonly string[], { dependencies: { store }, language }: Context): string {
  const { t, format } = language;
  const names = ids.map((id) =>
    shorten(nameAmong(store, store.get('people', id)) ?? t('purchases.unknownPurchaser'), longestName),
  );
  return listedNames(names.sort(format.compare), { most: mostNames, counted: 'purchase.more' }, language);
}

/** An admin's pages; a purchaser has no use for them. */
function linksOf({ purchase }: Row, { language: { t }, speaker }: Context): Link[] {
  if (!speaker.roles.has('admin')) return [];
  return [
    { title: t('button.adminCentre'), url: adminCentre.worldwide.products },
    ...when(isPowerPlatform(purchase.skuPart), { title: t('button.powerPlatform'), url: powerPlatformCentre }),
  ];
}
