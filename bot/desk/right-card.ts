/** One right of a purchaser, step by step. */

import type { Card, Link } from '../../cards/card.ts';
import { type Line, report } from '../../cards/report.ts';
import { present, when } from '../../cards/when.ts';
import { type Context, press, UserError } from '../core/command.ts';
import { contactName } from '../core/contact.ts';
import { shortName } from '../core/lines.ts';
import type { Right } from '../language/arguments.ts';
import { inHand, isLive, type Row } from '../purchases/purchase-index.ts';
import { afterTheEnd, type Guide, guides, type Step } from './rights.ts';

const dayMs = 86_400_000;
/** Microsoft pays back in this time, of a purchase under its Customer Agreement ("Cancel your subscription"). */
const refundDays = 7;

/** @throws UserError where it has ended, and this can no longer be done */
export function rightCard(row: Row, right: Exclude<Right, 'it'>, context: Context): Card {
  const { t, words } = context.language;
  const { purchase } = row;
  const back = press(t('button.back'), 'mine', { purchase: purchase.id });
  if (!isLive(purchase) && !afterTheEnd.has(right))
    throw new UserError(t('mine.ended', { product: shortName(row.productName) }), [back]);
  const guide = guides[right];
  const title = t(`mine.right.${right}`);
  return report({
    icon: icons[right],
    title,
    subtitle: [shortName(row.productName), purchase.id].join(' · '),
    paragraphs: [...refundText(row, right, context), ...takeoverText(row, right, context)],
    sections: [{ lines: [...numbered(guide, row, context), ...bulleted(guide, row, context)] }],
    notes: when(guide.steps.length > 0, t('mine.adminCentre')),
    buttons: [back, ...guide.asks.map((key) => press(t(`faq.short.${key}`), 'faq', { words: key }))],
    links: linksOf(right, guide, context),
    summary: title,
    fallback: t('fallback', { command: `${words.commands.mine.names[0]} ${purchase.id}` }),
  });
}

const icons = {
  cancel: 'DismissCircle',
  more: 'Cart',
  assign: 'Key',
  pay: 'Receipt',
  refund: 'Receipt',
  files: 'ArrowDownload',
} as const;

function numbered({ steps }: Guide, row: Row, context: Context): Line[] {
  return steps.map((step, at) => ({ title: `${at + 1}. ${stepText(step, row, context)}` }));
}

function bulleted({ remarks }: Guide, row: Row, context: Context): Line[] {
  return remarks.map((remark) => ({ title: `• ${stepText(remark, row, context)}` }));
}

function stepText(step: Step, row: Row, context: Context): string {
  const names = { product: shortName(row.productName), contact: contactName(context) };
  return context.language.t(`mine.step.${step}`, names);
}

/** How far the days are gone in which Microsoft pays back; the day of a renewal is not known to be one. */
function refundText({ purchase }: Row, right: Right, { language: { t, format }, now }: Context): string[] {
  if (right !== 'refund' && right !== 'cancel') return [];
  if (right === 'cancel' && purchase.trial) return [t('mine.trialEnds')];
  if (!purchase.createdAt) return [];
  const until = new Date(Date.parse(purchase.createdAt) + refundDays * dayMs).toISOString().slice(0, 10);
  const bought = format.date(purchase.createdAt);
  const isOpen = until >= format.isoDate(now);
  return [t(isOpen ? 'mine.refundOpen' : 'mine.refundOver', { bought, until: format.date(until) })];
}

/** Somebody is about to end it for them. */
function takeoverText({ purchase }: Row, right: Right, { language: { t }, now }: Context): string[] {
  const decision = inHand(purchase, now);
  if (right !== 'cancel' || decision?.kind !== 'takeover') return [];
  return [t('mine.takenOver', { name: shortName(decision.name), takeover: decision.takeover })];
}

function linksOf(
  right: Right,
  { place, guide }: Guide,
  { language: { t }, dependencies: { config } }: Context,
): Link[] {
  const { expenses } = config.pages;
  return present(
    place && {
      title: place.title === 'support' ? t('button.support') : t(`mine.place.${place.title}`),
      url: place.url,
    },
    guide && { title: t('faq.microsoft'), url: guide },
    right === 'refund' && expenses && { title: t('button.expenses'), url: expenses },
  );
}
