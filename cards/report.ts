/** A page of words: a title, paragraphs, sections. Status, help, who am I, one purchase, the welcome. */
import { type Badge, type Bar, badgeRows, barElements, type Icon, type Progress } from './badge.ts';
import { type Around, type Button, type Card, execute, inert, shorten, template } from './card.ts';
import { present, when } from './when.ts';

export interface Report extends Around {
  /** Beside the title, for the eye alone. */
  icon?: Icon;
  /** In the house's own words: shown as a heading. */
  title?: string;
  /** In someone else's words, where that leads instead of a title. */
  name?: string;
  subtitle?: string;
  /** The state of what the card is about. */
  badges?: readonly Badge[];
  /** How what it is about divides up. */
  bar?: Bar;
  /** How far it is. */
  progress?: Progress;
  paragraphs?: readonly string[];
  sections?: readonly Section[];
  /** Of which the reader may tick some; they go along with the buttons that have `inputs`. */
  ticks?: Ticks;
  /** Of which the reader picks one; it goes along with the buttons that have `inputs`. */
  choice?: Choice;
  /** Where the reader may give a day; it goes along with the buttons that have `inputs`. */
  date?: Day;
  /** Where the reader may write; what they wrote goes along with the buttons that have `inputs`. */
  answer?: Answer;
  /** Small print. */
  notes?: readonly string[];
  /** What few need: behind a button of that title, which is one of the six actions. */
  more?: More;
}

export interface More {
  title: string;
  sections?: readonly Section[];
  notes?: readonly string[];
}

export type Section = { heading?: string; facts: readonly Fact[] } | { heading?: string; lines: readonly Line[] };

export interface Answer {
  /** The argument it becomes. */
  id: string;
  label: string;
  placeholder: string;
  /** Its text to begin with. */
  value?: string;
  /** How long it may be; as long as an answer if not given. */
  most?: number;
  /** What Teams says at the box where nothing is written, instead of sending it. */
  missing?: string;
}

export interface Choice {
  /** The argument it becomes. */
  id: string;
  label: string;
  options: readonly { title: string; value: string }[];
  /** What is picked already; without it, nothing is. */
  value?: string;
  /** What Teams says where nothing is picked, instead of sending it. */
  missing?: string;
  /** There may be many: typed letters narrow the list down. */
  search?: true;
}

export interface Day {
  /** The argument it becomes, as `yyyy-mm-dd`. */
  id: string;
  label: string;
  /** The day it shows to begin with. */
  value?: string;
  /** The first day that may be picked. */
  earliest?: string;
  /** What Teams says where no such day is picked, instead of sending it. */
  missing?: string;
}

interface Ticks {
  /** The argument they become: the values ticked, with commas between. */
  id: string;
  label: string;
  options: readonly { title: string; value: string; ticked?: boolean }[];
  /** What Teams says where nothing is ticked, instead of sending it. */
  missing?: string;
}

/** A label and the text beside it. */
export interface Fact {
  label: string;
  text: string;
}

/** A line of its own; pressed, it runs a command. */
export interface Line {
  /** Said in words, shown in colour as well. */
  mark?: { text: string; tone: keyof typeof tones };
  title: string;
  badges?: readonly Badge[];
  text?: string;
  press?: Button;
}

/** What the template sees: what may be missing is a list of none or one. */
interface Data extends Around {
  title: Heading[];
  name: Heading[];
  /** The same beside an icon. */
  framed: object[];
  subtitle: string[];
  badges: object[];
  bar: object[];
  progress: object[];
  paragraphs: string[];
  blocks: object[];
  ticks: object[];
  choice: object[];
  date: object[];
  answer: object[];
  notes: string[];
}

interface Heading {
  text: string;
  size: 'Large' | 'Medium';
}

const expand = template<Data>('report');

/** Graph gives a name up to 256 characters; a text of the house is never this long. */
const longestName = 256;
const longestText = 600;

/** Longer than anyone reads on a card; the store keeps no more either. */
export const longestAnswer = 500;

/** The hidden part of a card. */
const moreId = 'more';

export function report(content: Report): Card {
  const {
    icon,
    title,
    name,
    subtitle,
    badges,
    bar,
    progress,
    paragraphs = [],
    sections = [],
    notes = [],
    ...rest
  } = content;
  const { ticks, choice, date, answer, more, ...around } = rest;
  const head = { title: headingOf(title), name: headingOf(name && shorten(name, longestName)) };
  const hidden = more && blockOf(more, moreId);
  return expand({
    ...around,
    ...(icon ? { title: [], name: [], framed: [{ ...head, icon }] } : { ...head, framed: [] }),
    subtitle: optional(subtitle),
    badges: badgeRows(badges),
    bar: barElements(bar),
    progress: progress ? [progress] : [],
    paragraphs: [...paragraphs],
    blocks: present(blockOf({ sections }), hidden),
    ticks: ticks ? [ticksElement(ticks)] : [],
    choice: choice ? [choiceElement(choice)] : [],
    date: date ? [dateElement(date)] : [],
    answer: answer ? [answerElement(answer)] : [],
    notes: [...notes],
    toggles: [...(around.toggles ?? []), ...when(Boolean(hidden), { title: more?.title ?? '', target: moreId })],
  });
}

/** Sections that are shown or hidden together; null where there is nothing in them. */
function blockOf({ sections = [], notes = [] }: Omit<More, 'title'>, id?: string): object | null {
  const filled = sections.filter((section) => entries(section) > 0);
  if (filled.length + notes.length === 0) return null;
  return { id: id ?? null, isShown: id ? false : null, sections: filled.map(sectionElement), notes: [...notes] };
}

/** Two lines on a phone; a whole sentence in large letters would be half a screen. */
const longestLarge = 56;

function headingOf(text: string | undefined): Heading[] {
  return optional(text).map((each) => ({ text: each, size: each.length > longestLarge ? 'Medium' : 'Large' }));
}

function optional(text: string | undefined): string[] {
  return text ? [text] : [];
}

function entries(section: Section): number {
  return 'facts' in section ? section.facts.length : section.lines.length;
}

/** A tick list is no place for a paragraph. */
const longestOption = 100;

function ticksElement({ id, label, options, missing }: Ticks): object {
  const ticked = options.filter((option) => option.ticked).map(({ value }) => value);
  return {
    id,
    label,
    ticked: ticked.length > 0 ? ticked.join() : null,
    required: missing === undefined ? null : true,
    missing: missing ?? null,
    options: options.map(option),
  };
}

/** What is null leaves its property out. */
function answerElement({ missing, ...answer }: Answer): object {
  return {
    value: '',
    most: longestAnswer,
    ...answer,
    required: missing === undefined ? null : true,
    missing: missing ?? null,
  };
}

function dateElement({ id, label, value, earliest, missing }: Day): object {
  const required = missing === undefined ? null : true;
  return { id, label, value: value ?? null, earliest: earliest ?? null, required, missing: missing ?? null };
}

function choiceElement({ id, label, options, value, missing, search }: Choice): object {
  const required = missing === undefined ? null : true;
  const style = search ? 'filtered' : 'compact';
  return { id, label, style, picked: value ?? null, required, missing: missing ?? null, options: options.map(option) };
}

function option({ title, value }: Choice['options'][number]): object {
  return { title: inert(shorten(title, longestOption)), value };
}

const tones = { good: 'Good', attention: 'Attention', plain: 'Default' } as const;

function sectionElement(section: Section): object {
  const facts = 'facts' in section ? section.facts : [];
  const lines = 'lines' in section ? section.lines : [];
  return {
    heading: optional(section.heading),
    facts: facts.map(({ label, text }) => ({ label, text: shorten(text, longestText) })),
    lines: lines.map((line) => ({
      mark: line.mark ? [{ text: line.mark.text, tone: tones[line.mark.tone] }] : [],
      title: line.title,
      badges: badgeRows(line.badges),
      text: optional(line.text),
      press: line.press ? execute(line.press) : null,
      opens: line.press !== undefined,
    })),
  };
}
