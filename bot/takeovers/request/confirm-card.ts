/** The second confirmation [33, 39]: what exactly will happen, what is in the way of it, who loses what, who decides. */
import type { Button, Card, Link } from '../../../cards/card.ts';
import { type Fact, type Report, report } from '../../../cards/report.ts';
import { idOf, subscribers } from '../../../store/notices.ts';
import type { Draft, Finding, Notice } from '../../../store/records.ts';
import { blocks } from '../../../store/takeover/preflight.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { adminCentre } from '../../microsoft/links.ts';
import { causeText } from '../cards/causes.ts';
import { findingLines } from '../cards/finding-lines.ts';
import { sortedNames } from '../cards/names.ts';
import { times } from '../state/times.ts';
import { type About, type Drafting, goOn } from './drafting.ts';
import { digestOf, foundIn, troubleIn } from './drafts.ts';

type Chosen = Draft & { act: NonNullable<Draft['act']> };

/** @param remark what the reader should know first, e.g. what has changed since they chose */
export function confirmCard(draft: Chosen, about: About, view: Drafting, remark?: string): Card {
  const { t, words } = view.language;
  const { act } = draft;
  const findings = foundIn(draft.check)?.findings ?? [];
  const what = sentenceOf(draft, findings, about, view);
  return report({
    title: t(`draft.confirm.title.${act.kind}`),
    subtitle: about.line,
    paragraphs: [...(remark ? [remark] : []), what, ...stateOf(draft, view)],
    sections: [
      { heading: t('draft.confirm.found'), lines: findingLines(findings, targetOf(act, about), view) },
      peopleOf(draft, findings, view),
      { facts: factsOf(draft, about, view) },
    ],
    ...(isReady(draft) ? { answer: whyInput(view) } : {}),
    buttons: buttonsOf(draft, view),
    links: linksOf(findings, view),
    summary: what,
    fallback: t('fallback', { command: `${words.commands.takeover.names[0]} ${draft.purchase}` }),
  });
}

/** Looked at, and nothing is in the way. */
function isReady({ check }: Draft): boolean {
  const found = foundIn(check);
  return found !== undefined && !blocks(found.findings);
}

function targetOf(act: Chosen['act'], { product }: About): string {
  return act.kind === 'move' ? shortName(act.to.product) : product;
}

/** Whoever has left, or holds no licence of it, is on the list for nothing. */
function affectedBy({ holders }: Draft, findings: readonly Finding[]): string[] {
  const spared = new Set(
    findings.flatMap((finding) => (finding.what === 'left' || finding.what === 'not-holding' ? finding.who : [])),
  );
  return (holders?.ids ?? []).filter((id) => !spared.has(id));
}

function sentenceOf(draft: Chosen, findings: readonly Finding[], about: About, { language: { t } }: Drafting): string {
  const { act } = draft;
  const { product, purchaser } = about;
  const count = affectedBy(draft, findings).length;
  return t(`draft.confirm.what.${act.kind}`, { count, product, purchaser, target: targetOf(act, about) });
}

function stateOf({ check }: Draft, { language: { t } }: Drafting): string[] {
  const trouble = troubleIn(check);
  if (trouble) return [t('draft.confirm.trouble', { trouble: t(`trouble.${trouble}`) })];
  return foundIn(check) ? [] : [t('draft.confirm.checking')];
}

/** Whom it is about, by name: before a cancel, who loses it [37]. */
function peopleOf(
  draft: Chosen,
  findings: readonly Finding[],
  view: Drafting,
): NonNullable<Report['sections']>[number] {
  const ids = affectedBy(draft, findings);
  const heading = view.language.t(draft.act.kind === 'cancel' ? 'draft.losing' : 'draft.confirm.about');
  return { heading, lines: ids.length > 0 ? [{ title: sortedNames(ids, view) }] : [] };
}

function factsOf({ act, by }: Chosen, { purchase }: About, view: Drafting): Fact[] {
  const { language, house, now } = view;
  const { t, format } = language;
  const { takeovers } = house.config;
  const facts: [string, string][] = [
    ...(act.kind === 'cancel' ? [[t('draft.cause.label'), causeText(act.reason, t)] as [string, string]] : []),
    [t('takeoverCard.fact.cost'), t(`takeoverCard.cost.${act.kind}`)],
    [t('takeoverCard.fact.undo'), t(`takeoverCard.undo.${act.kind}`)],
    [t('draft.confirm.ending'), t(`draft.confirm.endings.${takeovers.ending.kind}`)],
    [
      t('draft.confirm.deciders'),
      t('draft.confirm.asked', { chats: format.list(chatsAsked(by.id, view)), count: takeovers.approvalsNeeded }),
    ],
    [t('draft.confirm.decideBy'), format.dateTime(format.lastMoment(times(purchase.nextAt, now, takeovers).decideBy))],
  ];
  return facts.map(([label, text]) => ({ label, text }));
}

function chatsAsked(requester: string, { language: { t }, house: { store } }: Drafting): string[] {
  const nameOf = (to: Notice['to']): string | null | undefined =>
    'person' in to ? store.get('people', to.person)?.name : store.get('chats', to.chat)?.name;
  return subscribers(store, 'approvals')
    .filter((to) => idOf(to) !== requester)
    .map((to) => shortName(nameOf(to) ?? t('draft.confirm.aChat')));
}

function whyInput({ language: { t }, why = '' }: Drafting): NonNullable<Report['answer']> {
  return { id: 'reason', label: t('draft.confirm.reason'), placeholder: t('draft.confirm.reasonHint'), value: why };
}

function buttonsOf(draft: Chosen, view: Drafting): Button[] {
  const { t } = view.language;
  // What they wrote goes along, and stays. Before a cancellation comes its reason, before a move where to.
  const before = draft.act.kind === 'cancel' ? { act: 'cancel' } : {};
  const back: Button = { ...goOn(t('button.back'), draft, before, view), ...(isReady(draft) ? { inputs: true } : {}) };
  if (!isReady(draft)) return [goOn(t('button.checkAgain'), draft, { again: 'again' }, view), back];
  const confirm = press(t('button.confirm'), 'takeover', {
    draft: draft.id,
    purchase: draft.purchase,
    digest: digestOf(draft),
    confirm: 'confirm',
  });
  return [{ ...confirm, inputs: true }, back];
}

/** Where what is missing is to be had. */
function linksOf(findings: readonly Finding[], { language: { t } }: Drafting): Link[] {
  const isShort = findings.some(({ what }) => what === 'target-short' || what === 'pool-short');
  return isShort ? [{ title: t('draft.button.buy'), url: adminCentre.worldwide.purchaseServices }] : [];
}
