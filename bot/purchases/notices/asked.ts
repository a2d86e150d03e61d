/**
 * To a purchaser, on behalf of an admin: please cancel this. Its order is the design's (§8): what, which purchase, why and who,
 * when, who pays until then, what to do next, whom to ask; and it must not be mistaken for phishing.
 */

import type { Button, Link } from '../../../cards/card.ts';
import { type Fact, type Report, report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import { press } from '../../core/command.ts';
import { contactLinks, contactName } from '../../core/contact.ts';
import { noticesAbout } from '../../core/delivery-history.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { purchaserGuide } from '../../microsoft/links.ts';
import { calledIn } from '../../people/told-apart.ts';
import { isLive, purchaseIndex, type Row } from '../purchase-index.ts';
import { seatsOf, statusOf } from '../wording.ts';
import { namesOf } from './purchase-lines.ts';

/** Long enough to come back from a week's leave; then the person who asked is told that it still runs. */
export const daysToAnswer = 7;

/** `again`: a newer message asks for the same; `kept`: it is kept after all; `ended`: there is nothing left to ask for. */
type State = 'open' | 'again' | 'kept' | 'ended';

const titles = {
  open: 'asked.title',
  again: 'asked.again',
  kept: 'kept.title',
  ended: 'asked.ended',
} as const;

/** What to do next. */
const steps = { open: ['save', 'cancel', 'refund'], again: [], kept: [], ended: ['refund'] } as const;

interface Asked {
  row: Row;
  state: State;
  /** The name of the person who asked, short enough for a sentence. */
  name: string;
  why: string | null;
}

const card: CardOf<'asked'> = ({ purchase, by, why }, shown) => {
  const { language, notice, dependencies } = shown;
  const { t, words } = language;
  const row = purchaseIndex(dependencies.store).row(purchase);
  if (!row) return undefined;
  const state = stateOf(row, shown);
  // Cancelled before this could be delivered: there is nothing to ask for any more.
  if (state === 'ended' && !notice.delivered) return undefined;
  const about = { row, state, name: shortName(calledIn(dependencies.store, by)), why };
  const names = { name: about.name, product: namesOf(row, shown).product };
  return report({
    title: t(titles[state]),
    paragraphs: [t(`asked.what.${state}`, names)],
    sections: [{ facts: factsOf(about, shown) }, ...answerSection(about, shown), ...adviceSections(about, shown)],
    ...withQuestions(answering(about, shown), { state, links: linksOf(about, shown) }, shown),
    notes: [notice.id],
    summary: state === 'open' ? t('asked.summary', names) : t(titles[state]),
    fallback: t('fallback', { command: `${words.commands.purchase.names[0]} ${purchase}` }),
  });
};

export const asked: NoticeKind<'asked'> = { card, urgency: 4, audience: 'addressee' };

function stateOf({ purchase }: Row, { notice, dependencies }: Shown): State {
  if (!isLive(purchase)) return 'ended';
  const later = noticesAbout(dependencies.store, purchase.id).filter(({ createdAt }) => createdAt > notice.createdAt);
  if (later.some(({ saying }) => saying.card === 'asked')) return 'again';
  return later.some(({ saying }) => saying.card === 'kept') ? 'kept' : 'open';
}

function factsOf({ row, state, name, why }: Asked, shown: Shown): Fact[] {
  const { purchase } = row;
  const { t, format } = shown.language;
  const bought = purchase.createdAt && t('asked.bought', { date: format.date(purchase.createdAt) });
  const seats = seatsOf(purchase.quantity, shown);
  const what = [namesOf(row, shown).product, seats, bought, purchase.id].filter(Boolean).join(' · ');
  const facts: [string, string][] = [
    [t('asked.purchase'), what],
    [t('asked.why'), why ?? t('asked.noReason')],
    [t('asked.by'), name],
  ];
  if (state === 'ended') facts.push([t('purchase.status'), statusOf(purchase, shown)]);
  if (state === 'open') {
    facts.push([t('asked.when'), whenOf(row, shown)]);
    facts.push([t('purchase.pays'), t(purchase.trial ? 'asked.paysTrial' : 'asked.pays')]);
  }
  return facts.map(([label, text]) => ({ label, text }));
}

/** Before it costs again, and before the person who asked looks after it. In dates, since the card stays for days. */
function whenOf({ purchase: { nextAt } }: Row, { language: { t, format }, notice, now }: Shown): string {
  const end = new Date(Date.parse(notice.createdAt) + daysToAnswer * 86_400_000);
  if (!nextAt || nextAt <= format.isoDate(now)) return t('asked.until', { date: format.date(end) });
  const next = format.date(nextAt);
  return nextAt <= format.isoDate(end)
    ? t('asked.before', { next })
    : t('asked.untilNext', { date: format.date(end), next });
}

type Sections = NonNullable<Report['sections']>;

function answerSection({ name }: Asked, { language: { t }, notice: { answer } }: Shown): Sections {
  if (!answer) return [];
  const said = [t(`purchaserAnswer.${answer.what}`), answer.words].filter(Boolean).join(' · ');
  return [{ heading: t('asked.yourAnswer'), lines: [{ title: said, text: t('asked.passedOn', { name }) }] }];
}

/** What to do next, and whom to ask. */
function adviceSections({ state, name }: Asked, shown: Shown): Sections {
  const { language, dependencies } = shown;
  const { t } = language;
  const contact = contactName(shown);
  return [
    {
      heading: t('asked.next'),
      lines: steps[state].map((step) => ({ title: `• ${t(`asked.step.${step}`)}` })),
    },
    {
      heading: t('asked.questions'),
      lines: [
        { title: t('asked.whom', { name, contact }) },
        { title: t('asked.microsoft') },
        {
          title: [t('asked.safe'), t(dependencies.config.pages.verify ? 'asked.check' : 'asked.doubt')].join(' '),
        },
      ],
    },
  ];
}

/** After reading it, people may still object; after objecting in a hurry, they may still say why. */
function answering(
  { state }: Asked,
  { language: { t }, notice: { id, answer } }: Shown,
): Pick<Report, 'answer' | 'buttons'> {
  if (state !== 'open' || answer?.words) return {};
  const gotIt: Button[] = answer ? [] : [press(t('button.gotIt'), 'seen', { notice: id })];
  const object = press(t(answer?.what === 'objected' ? 'button.sendReason' : 'button.object'), 'object', {
    notice: id,
  });
  return {
    answer: { id: 'reason', label: t('asked.words'), placeholder: t('asked.wordsHint'), missing: t('answer.missing') },
    buttons: [...gotIt, { ...object, inputs: true }],
  };
}

/** What people ask who are asked to cancel, as far as there is room for it. */
function withQuestions(
  { answer, buttons = [] }: Pick<Report, 'answer' | 'buttons'>,
  { state, links }: { state: State; links: readonly Link[] },
  { language: { t } }: Shown,
): Pick<Report, 'answer' | 'buttons' | 'links'> {
  const questions = asks[state].map((key) => press(t(`faq.short.${key}`), 'faq', { words: key }));
  const room = mostActions - buttons.length - links.length;
  return { ...(answer && { answer }), buttons: [...buttons, ...questions.slice(0, room)], links };
}

const asks: Readonly<Record<State, readonly ('refund' | 'who-pays')[]>> = {
  open: ['refund', 'who-pays'],
  again: ['refund', 'who-pays'],
  kept: ['who-pays'],
  ended: ['refund'],
};

const mostActions = 6;

/** Beside the two buttons, more than three links crowd a phone; expenses can be claimed once the card is read. */
function linksOf({ state }: Asked, shown: Shown): Link[] {
  const { language, notice, dependencies } = shown;
  const { t } = language;
  const { pages } = dependencies.config;
  const isUnread = state === 'open' && !notice.answer;
  return [
    ...when<Link>(state === 'open', {
      ...{ title: t('button.howToCancel'), url: purchaserGuide },
      ...(isUnread && { style: 'positive' }),
    }),
    ...present(
      pages.verify && { title: t('button.isThisReal'), url: pages.verify },
      !isUnread && pages.expenses && { title: t('button.expenses'), url: pages.expenses },
    ),
    ...contactLinks(shown),
  ];
}
