/** The second confirmation [33, 39]: what exactly will happen, what is in the way of it, who loses what, who decides. */
import type { Button, Card, Link } from '../../../cards/card.ts';
import { type Fact, type Report, report, type Section } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { Draft, Finding, Notice } from '../../../store/records.ts';
import type { Reader } from '../../../store/store.ts';
import { mayDecide, type ToDecide } from '../../../store/takeover/deciders.ts';
import { blocks, severities } from '../../../store/takeover/preflight.ts';
import { press } from '../../core/command.ts';
import { listedNames, shortName } from '../../core/lines.ts';
import { nextCheck } from '../../core/what-next.ts';
import { isDepartmental } from '../../microsoft/departmental.ts';
import { adminCentre } from '../../microsoft/links.ts';
import { calledIn } from '../../people/told-apart.ts';
import { accessBadges, unusualSections } from '../cards/badges.ts';
import { causeText } from '../cards/causes.ts';
import { shownRows } from '../cards/facts.ts';
import { findingLines } from '../cards/finding-lines.ts';
import { oldSeatsReason, oldSeatsText } from '../cards/old-seats.ts';
import { getsOther, unnamedIn } from '../cards/view/summary.ts';
import { unusualOf } from '../cards/view/unusual.ts';
import { times } from '../state/decision-deadline.ts';
import { type About, continueButton, type Drafting, namesLine } from './drafting.ts';
import { digestOf, foundIn, troubleIn } from './drafts.ts';
import { askedFor } from './obstacles.ts';

type Chosen = Draft & { act: NonNullable<Draft['act']> };

interface Confirming {
  about: About;
  /** The reader should know this first, e.g. what has changed since they chose. */
  remark?: string | undefined;
}

export function confirmCard(draft: Chosen, { about, remark }: Confirming, view: Drafting): Card {
  const { t, words } = view.language;
  const { act } = draft;
  const findings = foundIn(draft.check)?.findings ?? [];
  const affected = affectedBy(draft, findings);
  const count = affected.length;
  const what = sentenceOf(draft, { about, count }, view);
  return report({
    title: t(`draft.confirm.title.${act.kind}`),
    subtitle: about.line,
    badges: accessBadges(
      { act: act.kind, count, unnamed: unnamedIn(findings), otherProduct: getsOther(act, about.product) },
      t,
    ),
    paragraphs: present(remark, what, stateOf(draft, view)),
    sections: [
      ...unusualSections({ unusual: unusualIn(draft, about, view) }),
      { lines: linesOf(findings, { about, act }, view) },
      // Whom it costs something is read before anything else; who keeps what they have, on request.
      ...when(act.kind === 'cancel', { heading: t('draft.losing'), lines: namesLine(affected, view) }),
      { facts: factsOf(draft, about, view) },
    ],
    more: { title: t('button.more'), sections: detailsOf(draft, { about, affected, findings }, view) },
    ...(isReady(draft) && { answer: whyInput(view) }),
    buttons: buttonsOf(draft, view),
    links: linksOf(findings, view),
    summary: what,
    fallback: t('fallback', { command: `${words.commands.takeover.names[0]} ${draft.purchase}` }),
  });
}

interface Found {
  about: About;
  affected: readonly string[];
  findings: readonly Finding[];
}

/** In a badge it is said that they lose access; who is named by what is only good to know stands with the details. */
function linesOf(findings: readonly Finding[], { about, act }: { about: About; act: Chosen['act'] }, view: Drafting) {
  const told = findings.filter(({ what }) => what !== 'loses-access');
  return findingLines(told, targetOf(act, about), view).map(({ text, ...line }, at) => {
    const isNamed = text !== undefined && severities[told[at]?.what ?? 'loses-access'] !== 'tells';
    return isNamed ? { ...line, text } : line;
  });
}

/** Who they are, and how it ends. */
function detailsOf({ act }: Chosen, { about, affected, findings }: Found, view: Drafting): Section[] {
  const { t } = view.language;
  const named = findings.filter((finding) => severities[finding.what] === 'tells' && 'who' in finding);
  const isDepartment = isDepartmental(about.purchase.skuPart);
  return [
    { lines: findingLines(named, targetOf(act, about), view) },
    ...when(act.kind !== 'cancel', { heading: t('draft.confirm.about'), lines: namesLine(affected, view) }),
    {
      facts: shownRows([
        [t('draft.confirm.ending'), t(`draft.confirm.endings.${view.dependencies.config.takeovers.ending.kind}`)],
        [t('takeoverCard.fact.oldSeats'), isDepartment ? oldSeatsReason(act.kind, view) : undefined],
      ]),
    },
  ];
}

function unusualIn({ holders }: Chosen, { purchase: { id, sku } }: About, view: Drafting): string[] {
  return holders ? unusualOf({ holders, purchase: { id, sku } }, view) : [];
}

/** Looked at, and nothing is in the way. */
function isReady({ check }: Draft): boolean {
  const found = foundIn(check);
  return found !== undefined && !blocks(found.findings);
}

function targetOf(act: Chosen['act'], { product }: About): string {
  return act.kind === 'move' ? shortName(act.to.product) : product;
}

/** People who have left, or hold no licence of it, are not affected. */
function affectedBy({ holders }: Draft, findings: readonly Finding[]): string[] {
  const spared = new Set(
    findings.flatMap((finding) => (finding.what === 'left' || finding.what === 'not-holding' ? finding.who : [])),
  );
  return (holders?.ids ?? []).filter((id) => !spared.has(id));
}

function sentenceOf(
  { act, holders }: Chosen,
  { about, count }: { about: About; count: number },
  { language: { t } }: Drafting,
): string {
  const { product, purchaser } = about;
  const isUnnamed = act.kind === 'cancel' && holders?.known === 'unsure';
  if (isUnnamed) return t('draft.confirm.what.cancelUnnamed', { product, purchaser });
  return t(`draft.confirm.what.${act.kind}`, { count, product, purchaser, target: targetOf(act, about) });
}

function stateOf({ check }: Draft, { language: { t } }: Drafting): string | undefined {
  const trouble = troubleIn(check);
  if (trouble) return t('draft.confirm.trouble', { trouble: t(`trouble.${trouble}`), next: nextCheck(trouble, t) });
  return foundIn(check) ? undefined : t('draft.confirm.checking');
}

function factsOf({ act, by }: Chosen, about: About, view: Drafting): Fact[] {
  const { purchase } = about;
  const { language, dependencies, now } = view;
  const { t, format } = language;
  const { takeovers } = dependencies.config;
  return shownRows([
    [t('draft.cause.label'), act.kind === 'cancel' ? causeText(act.reason, t) : undefined],
    [t('takeoverCard.fact.oldSeats'), isDepartmental(purchase.skuPart) ? oldSeatsText(act.kind, view) : undefined],
    [t('takeoverCard.fact.undo'), t(`takeoverCard.undo.${act.kind}`)],
    [t('draft.confirm.deciders'), decidersText({ requester: by.id, purchaser: purchase.purchaser }, view)],
    [t('draft.confirm.decideBy'), format.moment(format.lastMoment(times(purchase.nextAt, now, takeovers).decideBy))],
  ]);
}

/** A fact has room for so many names. */
const mostNamed = 8;

/** Who is asked, where; and how many of them it takes. */
function decidersText(parties: ToDecide, { language, dependencies, now }: Drafting): string {
  const { t, format } = language;
  const { people, store, config } = dependencies;
  const all = people.approversLately() ?? [];
  const deciders = all.filter(({ id }) => mayDecide(parties, { id, approver: true }));
  const asked = askedFor(store, { parties, deciders, now });
  const named = asked.people.map((each) => shortName(calledIn(store, each)));
  const chats = asked.chats.map((to) => placeName(to, store) ?? t('draft.confirm.aChat'));
  return present(
    named.length > 0 && t('draft.confirm.called', { names: listedNames(named, { most: mostNamed }, language) }),
    chats.length > 0 && t('draft.confirm.chats', { chats: format.list(chats) }),
    t('draft.confirm.needed', { count: config.takeovers.approvalsNeeded }),
  ).join(' ');
}

function placeName(to: Notice['to'], store: Reader): string | undefined {
  const name = 'person' in to ? store.get('people', to.person)?.name : store.get('chats', to.chat)?.name;
  return name ? shortName(name) : undefined;
}

function whyInput({ language: { t }, why = '' }: Drafting): NonNullable<Report['answer']> {
  return { id: 'reason', label: t('draft.confirm.reason'), placeholder: t('draft.confirm.reasonHint'), value: why };
}

function buttonsOf(draft: Chosen, view: Drafting): Button[] {
  const { t } = view.language;
  const isCancel = draft.act.kind === 'cancel';
  // The words they wrote go along and are kept. The step before a cancellation is its reason, before a move its product.
  const before = isCancel ? { act: 'cancel' } : {};
  const back: Button = {
    ...continueButton(t('button.back'), draft, before, view),
    ...(isReady(draft) && { inputs: true }),
  };
  if (!isReady(draft)) return [continueButton(t('button.checkAgain'), draft, { again: 'again' }, view), back];
  const confirm = press(t(isCancel ? 'button.requestCancellation' : 'button.requestTakeover'), 'takeover', {
    draft: draft.id,
    purchase: draft.purchase,
    digest: digestOf(draft),
    confirm: 'confirm',
  });
  return [{ ...confirm, inputs: true, style: isCancel ? 'destructive' : 'positive' }, back];
}

/** Where the missing seats can be bought. */
function linksOf(findings: readonly Finding[], { language: { t } }: Drafting): readonly Link[] {
  const isShort = findings.some(({ what }) => what === 'target-short' || what === 'pool-short');
  return when(isShort, { title: t('draft.button.buy'), url: adminCentre.worldwide.purchaseServices });
}
