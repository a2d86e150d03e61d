/** What is told at a glance of a takeover: who loses access, whether anybody objects; and what is unusual about it. */
import type { Badge } from '../../../cards/badge.ts';
import type { Section } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { Translate } from '../../language/index.ts';
import type { TakeoverView } from './view/view.ts';

export function badgesOf({ decision, objections, act, count, language: { t } }: TakeoverView): Badge[] {
  return [
    ...objectsBadge(objections.open.length, t),
    ...when<Badge>(decision.isAhead && act !== 'cancel', {
      text: t('takeoverCard.badge.nobody'),
      tone: 'good',
      icon: 'ShieldCheckmark',
    }),
    ...when<Badge>(decision.isAhead && act === 'cancel', {
      text: t('takeoverCard.badge.lose', { count }),
      tone: 'attention',
      icon: 'PersonDelete',
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
