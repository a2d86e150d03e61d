/** Everybody a takeover is about, by name: for those who decide. */
import type { Card } from '../../../cards/card.ts';
import { report } from '../../../cards/report.ts';
import { when } from '../../../cards/when.ts';
import type { Takeover } from '../../../store/records.ts';
import { press } from '../../core/command.ts';
import { fallbackOf } from './card.ts';
import { allNames } from './names.ts';
import { summaryOf } from './view/summary.ts';
import type { Viewer } from './view/viewer.ts';

/** A card has room for so many. */
const mostNamed = 200;

export function allHoldersCard(takeover: Takeover, viewer: Viewer): Card {
  const { language } = viewer;
  const { t } = language;
  const summary = summaryOf(takeover, viewer);
  const names = allNames(takeover.holders.ids, viewer);
  const more = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).map((title) => ({ title }));
  const lines = [...shown, ...when(more > 0, { title: t('notice.more', { count: more }) })];
  const title = t('takeoverCard.allNames', { count: names.length });
  return report({
    name: summary.title,
    subtitle: summary.stateLine,
    sections: [{ heading: title, lines }],
    buttons: [press(t('button.back'), 'approval', { request: takeover.id, back: 'back' })],
    summary: title,
    fallback: fallbackOf(summary),
  });
}
