/**
 * To the purchaser and the holders of what is taken over: that it will happen, that it won't after all, that it has. Its order
 * is the design's (§8): what, to which product, why and who decided, when, who pays until then, what to do, whom to ask; and it
 * must not be mistaken for phishing.
 */
import type { Button, Card, Link } from '../../../cards/card.ts';
import { type Report, report } from '../../../cards/report.ts';
import type { Takeover } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import { turnOf } from '../../../store/takeover/moves.ts';
import { ends, table } from '../../../store/takeover/table.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import type { CardOf, NoticeKind, Shown } from '../../core/notice.ts';
import { hasBegun, tallyOf } from '../run/transfers.ts';
import { toldBefore } from '../state/announcing.ts';
import { type About, factsOf, fateOf } from './to-holders-facts.ts';
import { namesIn } from './wording.ts';

const card: CardOf<'announced'> = ({ takeover: id, stage }, shown) => {
  const { language, notice, house } = shown;
  const takeover = house.store.get('takeovers', id);
  if (!takeover || !('person' in notice.to)) return undefined;
  const isPurchaser = notice.to.person === takeover.purchase.purchaser?.id;
  if (!isPurchaser && !takeover.holders.ids.includes(notice.to.person)) return former(takeover, shown);
  const off = stage === 'called-off' ? offOf(takeover, shown) : undefined;
  const about: About = { takeover, stage, who: isPurchaser ? 'purchaser' : 'holder', off };
  const isOver = stage === 'before' && (ends.has(takeover.state) || isSaidAnew(takeover, shown));
  // It has ended before this could be delivered: what became of it is told anyway.
  if (isOver && !notice.delivered) return undefined;
  const title = titleOf(about, shown);
  const { t, words } = language;
  const around = {
    title,
    notes: [notice.id],
    summary: `${title} · ${namesIn(takeover, shown).product}`,
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  };
  return isOver ? report({ ...around, paragraphs: [t('takeoverCard.newer')] }) : whole(about, around, shown);
};

export const announced: NoticeKind<'announced'> = { card, urgency: 4 };

/** Whoever bought it and owns it no more: Microsoft shows another owner since they were told. */
function former(takeover: Takeover, { language, notice }: Shown): Card | undefined {
  if (!notice.delivered) return undefined;
  const { t, words } = language;
  const text = t('announced.former', namesIn(takeover, { language }));
  const fallback = t('fallback', { command: words.commands.help.names[0] });
  return report({ paragraphs: [text], notes: [notice.id], summary: text, fallback });
}

/** It was approved once more since, and announced anew. */
function isSaidAnew(takeover: Takeover, { notice, house }: Shown): boolean {
  if (!('person' in notice.to)) return false;
  return toldBefore(house.store, takeover, notice.to.person).some(({ createdAt }) => createdAt > notice.createdAt);
}

function whole(about: About, around: Omit<Report, 'sections'>, shown: Shown): Card {
  return report({
    ...around,
    paragraphs: [...standing(about, shown), whatOf(about, shown)],
    sections: [{ facts: factsOf(about, shown) }, ...answerSection(about, shown), ...adviceSections(about, shown)],
    ...answering(about, shown),
    links: linksOf(about, shown),
  });
}

function titleOf(about: About, shown: Shown): string {
  const { stage, who, off } = about;
  const { t } = shown.language;
  // It has come about by itself: for whoever reads it, it has happened.
  if (off === 'over') return t(`announced.title.after.${who === 'purchaser' ? who : 'cancel'}`);
  if (off === 'begun') return t('announced.title.begun');
  if (stage === 'called-off') return t('announced.title.called-off');
  if (who === 'purchaser') return t(`announced.title.${stage}.purchaser`);
  return t(`announced.title.${stage}.${fateOf(about, shown)}`);
}

/** How it stands, where that is not what was announced. */
function standing({ takeover, stage }: About, { language: { t } }: Shown): string[] {
  const { state } = takeover;
  if (stage !== 'before') return [];
  if (state === 'approved' && openObjections(takeover).length === 0) return [];
  return [t(`announced.when.${whenOf(takeover)}`)];
}

type When = 'objected' | 'pending' | 'running' | 'held' | 'ending';

/** In a word, from when it is approved until it ends. */
export function whenOf(takeover: Takeover): When {
  const { state } = takeover;
  if (openObjections(takeover).length > 0) return 'objected';
  if (state === 'pending' || state === 'running') return state;
  return state === 'waiting' ? 'ending' : 'held';
}

function whatOf(about: About, shown: Shown): string {
  const { takeover, stage, who, off } = about;
  const { t } = shown.language;
  const blanks = namesIn(takeover, shown);
  if (stage === 'called-off') return t(`announced.off.${who}.${off ?? 'untouched'}`, blanks);
  if (who === 'holder') return t(`announced.${stage}.holder.${fateOf(about, shown)}`, blanks);
  const { of, done } = tallyOf(takeover, shown.house.store);
  const isShort = stage === 'after' && takeover.act.kind === 'move' && done < of;
  return t(isShort ? 'announced.after.someMoved' : `announced.${stage}.purchaser.${takeover.act.kind}`, blanks);
}

function offOf(takeover: Takeover, { house }: Shown): NonNullable<About['off']> {
  const { by, words } = turnOf(takeover);
  if (by === null && words === 'over') return 'over';
  return hasBegun(takeover, house.store) ? 'begun' : 'untouched';
}

type Sections = NonNullable<Report['sections']>;

function answerSection({ takeover }: About, { language: { t }, notice: { answer } }: Shown): Sections {
  if (!answer) return [];
  const said = [t(`purchaserAnswer.${answer.what}`), answer.words].filter(Boolean).join(' · ');
  const name = shortName(takeover.requester.name);
  const passedOn = answer.what === 'objected' ? { text: t('asked.passedOn', { name }) } : {};
  return [{ heading: t('asked.yourAnswer'), lines: [{ title: said, ...passedOn }] }];
}

/** What to do next, and whom to ask. */
function adviceSections(about: About, shown: Shown): Sections {
  const { takeover, who } = about;
  const { language, house } = shown;
  const { t } = language;
  const contact = house.config.contact.name ?? t('refused.contact');
  const name = shortName(takeover.requester.name);
  const safe = [t('asked.safe'), t(house.config.pages.verify ? 'asked.check' : 'asked.doubt')];
  return [
    { heading: t('asked.next'), lines: stepsOf(about, shown).map((step) => ({ title: `• ${step}` })) },
    {
      heading: t('asked.questions'),
      lines: [
        { title: t('asked.whom', { name, contact }) },
        ...(who === 'purchaser' ? [{ title: t('asked.microsoft') }] : []),
        { title: safe.join(' ') },
      ],
    },
  ];
}

function stepsOf(about: About, shown: Shown): string[] {
  const { language, house, notice } = shown;
  const { t } = language;
  const { product } = namesIn(about.takeover, { language });
  const contact = house.config.contact.name ?? t('refused.contact');
  const hasEnded = about.off === 'over';
  const isMoved = !hasEnded && fateOf(about, shown) === 'move';
  const licence = isMoved ? [] : [t('announced.step.licence', { product, contact })];
  const refund = about.who === 'purchaser' ? [t('asked.step.refund')] : [];
  if (about.stage === 'called-off' && !hasEnded) return [];
  if (about.stage !== 'before')
    return [...(isMoved && about.who === 'holder' ? [t('announced.step.signIn')] : licence), ...refund];
  const isHeld = about.takeover.holders.ids.some((id) => 'person' in notice.to && id === notice.to.person);
  const own = isMoved ? 'announced.step.goOn' : 'announced.step.save';
  return [...(isHeld ? [t(own)] : []), ...(about.who === 'purchaser' ? [t('announced.step.alone')] : []), ...refund];
}

/** Whoever has read it may object after all, as long as an objection can hold anything. */
function answering(
  { takeover, stage }: About,
  { language: { t }, notice: { id, to, answer } }: Shown,
): Pick<Report, 'answer' | 'buttons'> {
  const isOpen = stage === 'before' && table[takeover.state].object !== undefined;
  const gotIt: Button[] = answer ? [] : [press(t('button.gotIt'), 'seen', { notice: id })];
  const own = 'person' in to ? to.person : undefined;
  // Whoever was answered may object once more.
  if (!isOpen || openObjections(takeover).some(({ by }) => by.id === own)) return { buttons: gotIt };
  return {
    answer: { id: 'reason', label: t('asked.words'), placeholder: t('asked.wordsHint') },
    buttons: [...gotIt, { ...press(t('button.object'), 'object', { notice: id }), inputs: true }],
  };
}

function linksOf({ stage, who }: About, { language: { t }, notice, house }: Shown): Link[] {
  const { contact, pages } = house.config;
  const isToRead = stage === 'before' && !notice.answer;
  return [
    ...(pages.verify ? [{ title: t('button.isThisReal'), url: pages.verify }] : []),
    ...(pages.expenses && who === 'purchaser' && !isToRead
      ? [{ title: t('button.expenses'), url: pages.expenses }]
      : []),
    ...(contact.url
      ? [{ title: t('button.contact', { name: contact.name ?? t('refused.contact') }), url: contact.url }]
      : []),
  ];
}
