/** The house rules of cards, as far as one card can show whether it keeps them. */
import type { Card } from '../../cards/card.ts';
import {
  fallbackOf,
  lost,
  misplaced,
  sameId,
  strangeLink,
  toggledNothing,
  tooManyActions,
  tooManyRows,
  unknownCommand,
  untitled,
} from './lint-actions.ts';
import { colourAlone, emptiness, leftovers, longestFirst, markupIn, untrustedText } from './lint-text.ts';
import { parserComplaints, unknownIn } from './schema.ts';
import { teamsElement } from './teams-elements.ts';
import { type Place, placesOf } from './walk.ts';

export interface LintOptions {
  /** Everything on the card that people or Microsoft wrote: names, products, reasons. */
  untrusted: readonly string[];
  /** Hosts of pages the operator has set. */
  hosts?: readonly string[];
}

const kilobyte = 1024;
const mostBytes = 25 * kilobyte;
/** Teams refuses messages over 100 KB of UTF-16 and asks to stay under 80 ("Message size", Teams documentation). */
const mostInTeams = 80 * kilobyte;

/** Each complaint is a sentence with the place in the card; none means the card is good. */
export function lint(card: Card, { untrusted, hosts = [] }: LintOptions): string[] {
  const places = placesOf(card.content);
  const theirs = longestFirst(untrusted);
  return [
    ...envelope(card),
    ...parserComplaints(card.content).map((what) => `card: ${what}`),
    ...leftovers(card.content, theirs),
    ...tooManyActions(places),
    ...tooManyRows(places),
    ...sameId(places),
    ...places.flatMap((place) =>
      [
        ...unknownIn(place),
        ...teamsElement(place),
        ...emptiness(place),
        ...accessibility(place),
        ...colourAlone(place),
        ...untrustedText(place, theirs),
        ...markupIn(place),
        ...misplaced(place),
        ...untitled(place),
        ...fallbackOf(place),
        ...unknownCommand(place, places),
        ...strangeLink(place, hosts),
        ...toggledNothing(place, places),
        ...lost(place, places),
      ].map((what) => `${place.path || 'card'}: ${what}`),
    ),
  ];
}

/** How large a card is: Teams counts UTF-16, the wire UTF-8. */
export function sizeOf({ content }: Card): { utf8: number; utf16: number } {
  const text = JSON.stringify(content);
  return { utf8: Buffer.byteLength(text), utf16: text.length * 2 };
}

function envelope(card: Card): string[] {
  const { type, version, fallbackText } = card.content;
  const { utf8, utf16 } = sizeOf(card);
  const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
  return [
    ...(type === 'AdaptiveCard' ? [] : [`card: its type is ${String(type)}, not AdaptiveCard`]),
    ...(version === '1.5' ? [] : [`card: its version is ${String(version)}, not 1.5`]),
    ...(isText(fallbackText) ? [] : ['card: it has no fallbackText']),
    ...(isText(card.summary) ? [] : ['card: it has no summary']),
    ...(utf8 > mostBytes || utf16 > mostInTeams
      ? [`card: it has ${utf8} bytes as UTF-8 and ${utf16} as UTF-16; at most ${mostBytes} and ${mostInTeams}`]
      : []),
  ];
}

function accessibility({ node, type }: Place): string[] {
  const lacks = (property: string): boolean => {
    const value = node[property];
    return typeof value !== 'string' || value.trim() === '';
  };
  if (type === 'TextBlock') return node['wrap'] === true ? [] : ['TextBlock does not wrap'];
  if (type === 'Image') return lacks('altText') ? ['Image has no altText'] : [];
  if (!type.startsWith('Input.')) return [];
  return ['label', 'id'].filter(lacks).map((property) => `${type} has no ${property}`);
}
