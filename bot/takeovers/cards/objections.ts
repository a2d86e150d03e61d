/** The sections about people: objections that hold a takeover or were overruled, and people who could not be told. */
import { shorten } from '../../../cards/card.ts';
import type { Line, Section } from '../../../cards/report.ts';
import { present, when } from '../../../cards/when.ts';
import { firstLines } from './names.ts';
import type { ObjectionView } from './view/objections.ts';
import type { TakeoverView } from './view/view.ts';

/** A dozen people may object at length; the requester reads an objection in full when answering it. */
const longestWords = 240;

const warning = { text: '⚠', tone: 'attention' } as const;

export function objectionSections(view: TakeoverView): readonly Section[] {
  const { language, objections, requester, hasEnded } = view;
  const { t } = language;
  const { open, overruled } = objections;
  if (hasEnded) return [];
  const holds = t('takeoverCard.objected', { count: open.length, name: requester });
  const goesOn = t('takeoverCard.wentOn', { count: overruled.length });
  return [
    { lines: linesOf({ mark: warning, title: holds }, open, view) },
    { lines: linesOf({ title: goesOn }, overruled, view) },
  ];
}

/** People who may not read the objections still read why the requester goes on. */
function linesOf(title: Line, objections: readonly ObjectionView[], { reader, language }: TakeoverView): Line[] {
  if (objections.length === 0) return [];
  const { t } = language;
  const reasonOf = ({ answer }: ObjectionView) => answer && t('takeoverCard.answeredWith', { words: answer });
  if (!reader.isTrusted) return [title, ...present(...objections.map(reasonOf)).map((text) => lineOf(text))];
  const whole = (objection: ObjectionView): Line => ({
    title: objection.name,
    text: shorten(present(objection.words, reasonOf(objection)).join(' · '), longestWords),
  });
  return [title, ...firstLines(objections, whole, { language })];
}

function lineOf(text: string): Line {
  return { title: shorten(text, longestWords) };
}

/** People who decide should know that somebody does not know. */
export function unreachedSections({ unreached, language: { t } }: TakeoverView): readonly Section[] {
  const title = t('takeoverCard.unreached', { count: unreached });
  return when(unreached > 0, { lines: [{ mark: warning, title }] });
}
