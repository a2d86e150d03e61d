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
    { lines: [...linesOf({ title: goesOn }, overruled, view), ...again(overruled, view)] },
  ];
}

/** Everybody reads that there are more objections, who may read them also what they say. */
function again(overruled: readonly ObjectionView[], { language: { t } }: TakeoverView): readonly Line[] {
  const count = overruled.filter(({ isAgain }) => isAgain).length;
  return when(count > 0, { title: t('takeoverCard.objectedAgain', { count }) });
}

/** People who may not read an objection still read why the requester goes on. */
function linesOf(title: Line, objections: readonly ObjectionView[], { language }: TakeoverView): Line[] {
  if (objections.length === 0) return [];
  const { t } = language;
  const reasonOf = ({ answer }: Pick<ObjectionView, 'answer'>) =>
    answer && t('takeoverCard.answeredWith', { words: answer });
  const read = objections.flatMap(({ said, answer }) => (said ? [{ ...said, reason: reasonOf({ answer }) }] : []));
  const reasons = present(...objections.filter(({ said }) => !said).map(reasonOf));
  const laterIn = (words: string | undefined) =>
    words && t('takeoverCard.again', { words: shorten(words, longestWords) });
  const whole = ({ name, words, reason, later }: (typeof read)[number]): Line => ({
    title: name,
    text: present(shorten(present(words, reason).join(' · '), longestWords), laterIn(later)).join(' · '),
  });
  return [title, ...firstLines(read, whole, { language }), ...reasons.map(lineOf)];
}

function lineOf(text: string): Line {
  return { title: shorten(text, longestWords) };
}

/** People who decide should know that somebody does not know. */
export function unreachedSections({ unreached, untold, reader, language: { t } }: TakeoverView): readonly Section[] {
  if (untold) {
    const waits = t('takeoverCard.untold', { count: untold.ids.length });
    return [{ lines: [{ mark: warning, title: waits, ...(reader.isTrusted && { text: untold.names }) }] }];
  }
  const title = t('takeoverCard.unreached', { count: unreached });
  return when(unreached > 0, { lines: [{ mark: warning, title }] });
}
