/** What is told at a glance of a takeover: who loses access, whether anybody objects; and what is unusual about it. */
import type { Badge, Tone } from '../../../cards/badge.ts';
import type { Section } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { TakeoverState } from '../../../store/records.ts';
import type { Translate } from '../../language/index.ts';
import type { TakeoverView } from './view/view.ts';

export function badgesOf(view: TakeoverView): Badge[] {
  const { decision, objections, untold, language } = view;
  return [
    stateBadge(view),
    ...objectsBadge(objections.open.length, language.t),
    ...when<Badge>(untold !== undefined, {
      text: language.t('takeoverCard.badge.untold', { count: untold?.ids.length ?? 0 }),
      tone: 'warning',
      icon: 'PersonDelete',
    }),
    ...(decision.isAhead ? accessBadges(view, language.t) : []),
  ];
}

/** An end that was wanted is no alarm, and neither is one that nobody has to do anything about. */
const tones: Readonly<Record<TakeoverState, Tone>> = {
  pending: 'informative',
  approved: 'good',
  running: 'informative',
  waiting: 'warning',
  stopped: 'attention',
  failed: 'attention',
  done: 'good',
  rejected: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
};

export function stateBadge({ state, stateText }: Pick<TakeoverView, 'state' | 'stateText'>): Badge {
  return { text: stateText, tone: tones[state] };
}

/** Who loses access. That nobody does is said only where everybody is known and gets the same product. */
export function accessBadges(
  { act, count, unnamed, otherProduct }: Pick<TakeoverView, 'act' | 'count' | 'unnamed' | 'otherProduct'>,
  t: Translate,
): Badge[] {
  const loses = (text: string): Badge => ({ text, tone: 'attention', icon: 'PersonDelete' });
  const isCancel = act === 'cancel';
  return [
    ...when(isCancel && count > 0, loses(t('takeoverCard.badge.lose', { count }))),
    ...when(unnamed > 0, loses(t('takeoverCard.badge.mayLose', { count: unnamed }))),
    ...when(isCancel && count + unnamed === 0, loses(t('takeoverCard.badge.unknown'))),
    ...when<Badge>(otherProduct, {
      text: t('takeoverCard.badge.other', { count }),
      tone: 'warning',
      icon: 'ArrowSwap',
    }),
    ...when<Badge>(!isCancel && unnamed === 0 && !otherProduct, {
      text: t('takeoverCard.badge.nobody'),
      tone: 'good',
      icon: 'ShieldCheckmark',
    }),
  ];
}

/** Wherever it is shown, in a channel too: that somebody objects, and nothing of who or why. */
export function objectsBadge(count: number, t: Translate): readonly Badge[] {
  return when<Badge>(count > 0, {
    text: t('takeoverCard.badge.objects', { count }),
    tone: 'attention',
    icon: 'Comment',
  });
}

/** Who decides should not overlook it. */
export function unusualSections({ unusual }: Pick<TakeoverView, 'unusual'>): readonly Section[] {
  const lines = unusual.map((title) => ({ mark: { text: '⚠', tone: 'attention' } as const, title }));
  return when(lines.length > 0, { lines });
}
