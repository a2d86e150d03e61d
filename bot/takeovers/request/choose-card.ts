/** The cards on which an admin chooses what a takeover does: whether the holders move or lose it, and why. */
import type { Button, Card } from '../../../cards/card.ts';
import { type Choice, report } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { Draft } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import { shortName } from '../../core/lines.ts';
import { adminCentre } from '../../microsoft/links.ts';
import { lapsedSeats } from '../../purchases/wording.ts';
import { causesIn, causeText } from '../cards/causes.ts';
import { type About, continueButton, type Drafting, frameOf, namesLine } from './drafting.ts';
import { listedTargets, type Target } from './targets.ts';

interface Choosing {
  about: About;
  /** All there are, or those that fit what was typed. */
  targets: readonly Target[];
  remark?: string | undefined;
  /** The SKU that was chosen before they came back. */
  chosen?: string | undefined;
}

/** Move its holders, or cancel it [29]. */
export function chooseCard(draft: Draft, { about, targets, remark, chosen }: Choosing, drafting: Drafting): Card {
  const { t } = drafting.language;
  const ids = draft.holders?.ids ?? [];
  const known = draft.holders?.known ?? 'sole';
  const isPicked = known === 'picked' || known === 'unsure';
  const isUnnamed = known === 'unsure' && ids.length === 0;
  // Where nobody is known there is nobody to move.
  const listed = isUnnamed ? [] : listedTargets(targets);
  const hasTarget = listed.length > 0;
  const button = (title: string, data: Button['data']): Button => continueButton(title, draft, data, drafting);
  return report({
    ...frameOf(t('draft.choose.title'), about, drafting),
    paragraphs: present(
      remark,
      isUnnamed
        ? t('draft.choose.unnamed')
        : t(`draft.choose.${known === 'imported' ? 'picked' : known}`, { count: ids.length }),
      !isUnnamed && t(hasTarget ? 'draft.choose.how' : 'draft.choose.nowhere'),
    ),
    sections: [{ heading: t('purchase.holders'), lines: namesLine(ids, drafting) }],
    ...(hasTarget && { choice: targetChoice(listed, chosen, drafting) }),
    notes: when(
      !isUnnamed && listed.length < targets.length,
      t('draft.choose.others', { example: exampleOf(draft, drafting) }),
    ),
    buttons: [
      ...when(hasTarget, { ...button(t('draft.button.move'), { act: 'move' }), inputs: true as const }),
      button(t('draft.button.cancel'), { act: 'cancel' }),
      ...when(isPicked, button(t('draft.button.change'), { pick: 'show' })),
      press(t('button.back'), 'purchase', { purchase: draft.purchase }),
    ],
    links: when(
      listed.some(({ missing }) => missing > 0),
      { title: t('draft.button.buy'), url: adminCentre.worldwide.purchaseServices },
    ),
  });
}

/** How to name a product that is not listed. */
function exampleOf({ purchase }: Draft, { language: { words } }: Drafting): string {
  return `${words.commands.takeover.names[0]} ${purchase} ${words.argumentNames.product[0]}:"visio plan 2"`;
}

function targetChoice(listed: readonly Target[], chosen: string | undefined, { language: { t } }: Drafting): Choice {
  const isListed = listed.some(({ sku }) => sku === chosen);
  const counted = ({ same, free, atLeast, missing }: Target): string => {
    const least = atLeast && !same;
    if (missing > 0)
      return t(least ? 'draft.choose.shortAtLeast' : 'draft.choose.short', { free: Math.max(0, free), missing });
    if (same) return t('draft.choose.same');
    return least
      ? t('draft.choose.freeAtLeast', { free: Math.max(0, free) })
      : t('draft.choose.free', { count: Math.max(0, free) });
  };
  const seats = (target: Target): string => [counted(target), ...lapsedSeats(target, t)].join(' · ');
  return {
    id: 'product',
    label: t('draft.choose.label'),
    missing: t('draft.choose.none'),
    ...(chosen && isListed && { value: chosen }),
    options: listed.map((target) => ({ title: `${shortName(target.product)} · ${seats(target)}`, value: target.sku })),
  };
}

/** Why it is cancelled, and who loses it [37, 38]. */
export function causeCard(draft: Draft, { about, remark }: Omit<Choosing, 'targets'>, drafting: Drafting): Card {
  const { t } = drafting.language;
  const { act } = draft;
  const ids = draft.holders?.ids ?? [];
  const causes = causesIn(drafting.dependencies.config.takeovers);
  const options = causes.map((cause) => ({ title: causeText(cause, t), value: cause }));
  const chosen = act?.kind === 'cancel' && causes.includes(act.reason) && { value: act.reason };
  return report({
    ...frameOf(t('draft.cause.title'), about, drafting),
    paragraphs: present(remark, t('draft.cause.what', { count: ids.length })),
    sections: [{ heading: t('draft.losing'), lines: namesLine(ids, drafting) }],
    choice: { id: 'cause', label: t('draft.cause.label'), options, missing: t('draft.cause.none'), ...chosen },
    buttons: [
      { ...continueButton(t('button.next'), draft, { act: 'cancel' }, drafting), inputs: true },
      continueButton(t('button.back'), draft, {}, drafting),
    ],
  });
}
