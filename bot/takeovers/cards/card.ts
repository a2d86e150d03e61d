/** The card of a takeover: what would be done, what speaks for and against it, how far it is, and what its reader can do. */

import type { Card } from '../../../cards/card.ts';
import { type Report, report, type Section } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import type { Takeover } from '../../../store/records.ts';
import { ends } from '../../../store/takeover/table.ts';
import { press } from '../../core/command.ts';
import { badgesOf, unusualSections } from './badges.ts';
import { buttonsOf, linksOf } from './buttons.ts';
import { endingSections } from './cancel-steps.ts';
import { detailsOf, factsOf } from './facts.ts';
import { firstLines, mostShown } from './names.ts';
import { objectionSections, unreachedSections } from './objections.ts';
import { runSections } from './progress.ts';
import { type TakeoverView, takeoverView } from './view/view.ts';
import type { Viewer } from './view/viewer.ts';

/** @param remark what the reader should know first, e.g. why their press did nothing */
export function takeoverCard(takeover: Takeover, viewer: Viewer, remark?: string): Card {
  return { ...report(takeoverReport(takeoverView(takeover, viewer), remark)), shows: takeover.id };
}

export function takeoverReport(view: TakeoverView, remark?: string): Report {
  const buttons = buttonsOf(view);
  const links = linksOf(view);
  // What is over is read whole. Teams shows six actions: where there is no room for one more, all of it stands in the open.
  const isFolded = !ends.has(view.state) && buttons.length + links.length < mostActions;
  const less = [{ facts: detailsOf(view) }, ...namesSections(view), ...historySections(view)];
  return {
    name: view.title,
    subtitle: view.numbers,
    badges: badgesOf(view),
    paragraphs: present(remark, view.paused, view.history.latest, view.failure),
    sections: [
      ...endingSections(view),
      ...runSections(view),
      ...objectionSections(view),
      ...unreachedSections(view),
      ...unusualSections(view),
      { facts: factsOf(view) },
      ...findingSections(view),
      ...(isFolded ? [] : less),
    ],
    ...(isFolded && { more: { title: view.language.t('button.more'), sections: less } }),
    buttons,
    links,
    summary: view.state === 'done' ? view.title : `${view.stateText} · ${view.title}`,
    fallback: fallbackOf(view),
  };
}

const mostActions = 6;

/** The card names the first few; one press shows all of them. */
function namesSections({ id, count, decision, reader, language: { t } }: TakeoverView): readonly Section[] {
  const isShown = decision.isAhead && reader.isTrusted && count > mostShown;
  const title = t('takeoverCard.allNames', { count });
  return when(isShown, { lines: [{ title, press: press(title, 'approval', { request: id, list: 'holders' }) }] });
}

/** For clients that show no cards: the command that shows this one. */
export function fallbackOf({ id, language: { t, words } }: Pick<TakeoverView, 'id' | 'language'>): string {
  return t('fallback', { command: `${words.commands.approval.names[0]} ${id}` });
}

/** A chat reads what was found, but nobody's name. */
function findingSections({ findings, reader, language: { t } }: TakeoverView): readonly Section[] {
  if (!findings) return [];
  const lines = reader.place === 'person' ? findings : findings.map(({ text: _, ...line }) => line);
  return [{ heading: t('takeoverCard.findings'), lines }];
}

/** A takeover to which hardly anything has happened has no history. */
function historySections({ history: { earlier, uncounted }, reader, language }: TakeoverView): readonly Section[] {
  const isShown = reader.place === 'person' && earlier.length > 1;
  const lines = firstLines(earlier, (title) => ({ title }), { language, uncounted });
  return when(isShown, { heading: language.t('takeoverCard.history'), lines });
}
