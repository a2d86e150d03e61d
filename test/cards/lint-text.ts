/** Rules about words: where other people's may stand, and what must not be left over in any. */
import { inert } from '../../cards/card.ts';
import { isOfTeams, wordsInTeamsElement } from './teams-elements.ts';
import { leavesOf, listOf, type Place } from './walk.ts';

/** Many cards share one list. */
const ordered = new WeakMap<readonly string[], readonly string[]>();

/** In the order the rules want it: longer pieces first, so that a name within a name takes nothing away from it. */
export function longestFirst(texts: readonly string[]): readonly string[] {
  const known =
    ordered.get(texts) ?? texts.filter((text) => text.trim().length > 1).sort((a, b) => b.length - a.length);
  ordered.set(texts, known);
  return known;
}

/** Too short a beginning would be found anywhere. */
const leastPrefix = 8;

/**
 * The text without what others wrote in it, whole or visibly shortened.
 *
 * @param untrusted longest first, here and below
 */
export function without(text: string, untrusted: readonly string[]): string {
  let left = text;
  for (const theirs of untrusted) {
    left = left.replaceAll(theirs, '');
    if (!left.includes('…')) continue;
    const from = left.indexOf(theirs.slice(0, leastPrefix));
    const to = left.indexOf('…', from);
    if (from >= 0 && theirs.startsWith(left.slice(from, to))) left = left.slice(0, from) + left.slice(to);
  }
  return left;
}

/** A name of two letters is in many words; it counts only where it stands alone. */
export function holds(text: string, theirs: string): boolean {
  const word = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(theirs); at >= 0; at = text.indexOf(theirs, at + 1)) {
    const before = at > 0 && word.test(text[at - 1] ?? '') && word.test(theirs[0] ?? '');
    const after = word.test(text[at + theirs.length] ?? '') && word.test(theirs.at(-1) ?? '');
    if (!before && !after) return true;
  }
  return false;
}

/** Where Teams reads Markdown, or where only the house's words belong: the properties of a node that are such text. */
const houseText: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text'],
  Fact: ['title', 'value'],
  Choice: ['title'],
};

/** A mention is the one place of a TextBlock for a name: Teams finds it by its words, in which Markdown finds nothing. */
function withoutMentions(text: string): string {
  return text.replace(/<at>([^<]*)<\/at>/g, (whole, name: string) => (inert(name) === name ? '' : whole));
}

function houseWords(place: Place): [property: string, text: string][] {
  const { node, type } = place;
  const teams = wordsInTeamsElement(place);
  if (teams.length > 0) return teams.map((text) => ['text', text]);
  const names = type.startsWith('Input.') ? ['label', 'title', 'placeholder', 'errorMessage'] : (houseText[type] ?? []);
  return names.flatMap((name): [string, string][] =>
    typeof node[name] === 'string' ? [[name, withoutMentions(node[name])]] : [],
  );
}

/** A choice can hold no TextRun, and neither can a badge; there other people's words must be such that Markdown finds nothing in them. */
export function untrustedText(place: Place, untrusted: readonly string[]): string[] {
  const takesNoRun = place.type === 'Choice' || isOfTeams(place.type);
  return houseWords(place).flatMap(([property, text]) =>
    (takesNoRun && inert(text) === text ? [] : untrusted)
      .filter((theirs) => holds(text, theirs))
      .slice(0, 1)
      .map((theirs) => `${property} holds “${theirs}”, which someone else wrote; that belongs in a TextRun`),
  );
}

const markup: readonly [RegExp, string][] = [
  [/\[[^\]]*\]\(/, 'a Markdown link'],
  [/\*\*|__/, 'bold in Markdown'],
  [/(^|[\s(])[*_][^\s*_][^*_]*[*_]/, 'emphasis in Markdown'],
  [/^\s*([-*+]|\d+\.)\s/m, 'a Markdown list'],
  [/<\/?[a-z][^>]*>/i, 'HTML'],
];

export function markupIn(place: Place): string[] {
  return houseWords(place).flatMap(([property, text]) =>
    markup.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${property} looks like ${what}: “${text}”`),
  );
}

const texts: readonly string[] = ['TextBlock', 'TextRun'];
const fillers: Readonly<Record<string, string>> = {
  AdaptiveCard: 'body',
  Container: 'items',
  Column: 'items',
  ColumnSet: 'columns',
  RichTextBlock: 'inlines',
  ActionSet: 'actions',
  FactSet: 'facts',
  'Input.ChoiceSet': 'choices',
};

export function emptiness({ node, type }: Place): string[] {
  const filler = fillers[type];
  if (filler && listOf(node[filler]).length === 0) return [`${type} has nothing in ${filler}`];
  if (!texts.includes(type)) return [];
  if (typeof node['text'] !== 'string') return [`${type} has no text`];
  return node['text'].trim() === '' ? [`${type} has an empty text`] : [];
}

/** A shape that only its colour tells from another. */
const bare = /^[\s•·●○■□▪◆▲▼-]*$/u;

export function colourAlone({ node, type }: Place): string[] {
  const { color, text } = node;
  const coloured = texts.includes(type) && typeof color === 'string' && color.toLowerCase() !== 'default';
  return coloured && typeof text === 'string' && bare.test(text) ? [`only its colour (${color}) says something`] : [];
}

const placeholder = /\$\{|\{\{/;

/** Placeholders that nobody filled, and nulls, anywhere in the card. */
export function leftovers(content: object, untrusted: readonly string[]): string[] {
  const found: string[] = [];
  for (const { value, path } of leavesOf(content)) {
    if (value === null || value === undefined) found.push(`${path}: is ${value}`);
    if (typeof value === 'string' && placeholder.test(value) && placeholder.test(without(value, untrusted)))
      found.push(`${path}: a placeholder is left over: “${value}”`);
  }
  return found;
}
