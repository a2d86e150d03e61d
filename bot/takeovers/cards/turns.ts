/** The turns of a takeover in words: who did what, when, and what they said. */
import { shorten } from '../../../cards/card.ts';
import { present } from '../../../cards/when.ts';
import { reportedOutcomes } from '../../../store/records.ts';
import type { Turn } from '../../../store/takeover/moves.ts';
import { shortName } from '../../core/lines.ts';
import { didNotStick, whyOf, whyText } from '../../jobs/failure-reasons.ts';
import type { Language } from '../../language/index.ts';
import { calledIn } from '../../people/told-apart.ts';
import { failures } from '../run/run.ts';
import { seatsEnd } from '../state/departmental.ts';
import type { Told } from './view/viewer.ts';

/** "Megan Bowen rejected it · 21 Nov 2026, 10:02" */
export function turnText(turn: Turn, { language, dependencies: { store } }: Told): string {
  const what = turnedText(turn, turn.by && shortName(calledIn(store, turn.by)), language);
  return `${what} · ${language.format.dateTime(turn.at)}`;
}

/** "Megan Bowen rejected it", "Alex Wilber handed it to Miriam Graham" */
export function turnedText({ move, words }: Turn, by: string | null, { t }: Language): string {
  const to = move === 'leave-out' ? (words ?? '') : move === 'reassign' && words ? shortName(words) : '';
  return t(`takeover.turned.${move}`, { name: by ?? 'Purser', to });
}

/** A line of a card has room for the gist. */
const longestQuote = 200;

/** The same, with what they said. */
export function turnLine(turn: Turn, told: Told): string {
  const words = turnWords(turn, told.language);
  return present(turnText(turn, told), words && shorten(words, longestQuote)).join(' · ');
}

export function turnWords({ by, move, words }: Turn, language: Language): string | undefined {
  // These name the people in their own sentence.
  if (words === null || move === 'reassign' || move === 'leave-out' || move === 'vouch') return undefined;
  return spellWords(words, { isOwn: by === null, isReport: move === 'report' }, language);
}

/**
 * People's words are shown as they wrote them. Purser's own reasons are kept as codes, and so are reported outcomes:
 * `refused: CFQ7-41`.
 */
export function spellWords(
  words: string,
  { isOwn, isReport }: { isOwn: boolean; isReport: boolean },
  { t }: Language,
): string {
  const own = isOwn ? ownWords.find((code) => code === words) : undefined;
  if (own) return t(`takeover.words.${own}`);
  const found = isReport ? reportedOutcomes.find((what) => words === what || words.startsWith(`${what}: `)) : undefined;
  return found ? present(t(`takeoverCard.report.${found}`), words.slice(found.length + 2)).join(' · ') : words;
}

const ownWords = [...failures, 'over', 'deleted', 'gone', seatsEnd] as const;

/** Why a licence could not be assigned. */
export function failureText(why: string | null, language: Language): string {
  const read = whyOf({ why });
  if (read === null || read === didNotStick) return language.t('takeoverCard.didNotStick');
  return whyText(read, language);
}
