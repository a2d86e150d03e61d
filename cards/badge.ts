/**
 * What Teams draws beyond Adaptive Cards 1.5: badges, an icon, a bar. Each has a fallback for clients that don't know it, which
 * says the same in words. None of them takes a TextRun, so other people's words in them are made inert. docs/cards.md says what
 * was found to work where.
 */
import { shorten } from './characters.ts';
import { inert } from './inert.ts';

/** A state, said in words and shown in colour as well. */
export interface Badge {
  text: string;
  tone: Tone;
  icon?: Icon;
}

export type Tone = keyof typeof tones;

/** As a badge calls it, and as a text does. */
const tones = {
  neutral: ['Default', 'Default'],
  informative: ['Informative', 'Accent'],
  good: ['Good', 'Good'],
  // The Playground writes it in yellow on white, which nobody can read; bold words do without.
  warning: ['Warning', 'Default'],
  attention: ['Attention', 'Attention'],
} as const;

/** Of Fluent's icons, those that the house uses. */
export const icons = [
  'Alert',
  'ArrowDownload',
  'ArrowSwap',
  'CalendarClock',
  'Cart',
  'CheckmarkCircle',
  'ClipboardTask',
  'Clock',
  'Comment',
  'DismissCircle',
  'Gavel',
  'HandWave',
  'History',
  'Info',
  'Key',
  'Mail',
  'Pause',
  'People',
  'Person',
  'PersonDelete',
  'Play',
  'Prohibited',
  'Pulse',
  'QuestionCircle',
  'Receipt',
  'Settings',
  'ShieldCheckmark',
  'Tag',
  'Warning',
] as const;
export type Icon = (typeof icons)[number];

/** A badge is a word or two. */
const longestBadge = 48;
/** More than these would be a row of flags, not a state. */
const mostBadges = 5;

/**
 * The badges as elements that stand in a Container with `Layout.Flow`. Where badges are unknown the first becomes one line of
 * coloured words for all, and the others go.
 */
export function badgeElements(all: readonly Badge[]): object[] {
  const shown = shownOf(all);
  return shown.map(({ text, tone, icon }, at) => ({
    type: 'Badge',
    text: inert(text),
    style: tones[tone][0],
    appearance: 'Tint',
    size: 'Large',
    ...(icon && { icon }),
    fallback: at === 0 ? { type: 'RichTextBlock', inlines: shown.flatMap(wordsOf) } : 'drop',
  }));
}

function shownOf(all: readonly Badge[]): Badge[] {
  return all.slice(0, mostBadges).map((badge) => ({ ...badge, text: shorten(badge.text, longestBadge) }));
}

/**
 * The badges as small coloured words, for the rows of a list: there they stand in the half line, and on an older client ten rows
 * of badges would be a screen higher.
 */
export function badgeWords(all: readonly Badge[] = []): object[][] {
  return shownOf(all).map((badge) => wordsOf(badge, 0).map(smaller));
}

const smaller = (run: object): object => ({ ...run, size: 'Small' });

function wordsOf({ text, tone }: Badge, at: number): object[] {
  const color = tones[tone][1];
  return [
    ...(at > 0 ? [{ type: 'TextRun', text: ' · ' }] : []),
    { type: 'TextRun', text, weight: 'Bolder', ...(color !== 'Default' && { color }) },
  ];
}

/** Data of a template: a row of badges is one or none. */
export function badgeRows(badges: readonly Badge[] = []): { items: object[] }[] {
  return badges.length > 0 ? [{ items: badgeElements(badges) }] : [];
}

/** How far something is. The words say it; the bar shows it where it is known. */
export interface Progress {
  done: number;
  of: number;
  text: string;
}

/** How many of which, as one bar of several colours. */
export interface Bar {
  /** What is counted, for who can't see it. */
  title: string;
  parts: readonly BarPart[];
}

export interface BarPart {
  label: string;
  value: number;
  /** The value as the reader's language writes it. */
  shown: string;
}

/** As many as can be told apart by colour. */
const colours = ['categoricalBlue', 'categoricalTeal', 'categoricalMarigold', 'categoricalPurple', 'neutral'] as const;

/** Data of a template: a bar is one or none. More parts than there are colours share the last. */
export function barElements(bar: Bar | undefined): object[] {
  if (!bar || bar.parts.length === 0) return [];
  return [
    {
      title: inert(bar.title),
      data: [{ title: inert(bar.title), data: bar.parts.map(barPart) }],
      inlines: bar.parts.flatMap(partWords).map(smaller),
    },
  ];
}

function barPart({ label, value }: BarPart, at: number): object {
  return { legend: inert(shorten(label, longestBadge)), value, color: colours[at] ?? 'neutral' };
}

function partWords({ label, shown }: BarPart, at: number): object[] {
  return [
    ...(at > 0 ? [{ type: 'TextRun', text: ' · ' }] : []),
    { type: 'TextRun', text: `${shown} `, weight: 'Bolder' },
    { type: 'TextRun', text: shorten(label, longestBadge) },
  ];
}
