/** A page of rows that open: the list of purchases, later of approvals and journal entries. */
import { type Badge, type Bar, badgeWords, barElements } from './badge.ts';
import { type Around, type Button, type Card, execute, shorten, template } from './card.ts';
import { present } from './when.ts';

export interface List extends Around {
  title: string;
  /** What the list holds and how old it is, in the house's words. */
  subtitle: string;
  /** Whatever the reader should know before the rows: the filter in force, a page that does not exist. */
  remarks?: readonly string[];
  /** How what is listed divides up. */
  bar?: Bar | undefined;
  filter?: Filter;
  rows: readonly Row[];
  /** Said where there are no rows. */
  empty: string;
  /** "Page 2 of 7"; left out where there is one page. */
  pageOf?: string | undefined;
  notes?: readonly string[];
}

export interface Row {
  /** What it stands under with its neighbours: said once, above the first of them. */
  group?: string | undefined;
  /** The first thing to read, e.g. the product. */
  title: string;
  /** Behind the title, where it is a word or two: how many. */
  beside?: string;
  /** The second, e.g. the person. */
  subtitle: string;
  /** Its state, as coloured words behind the second; in a row with an aside, behind the detail. */
  badges?: readonly Badge[];
  detail?: string;
  /** The right-hand side: what it is about, when, and how far off. Without it a row is a line and a half. */
  aside?: { label: string; text: string; hint: string; urgent: boolean };
  /** Beneath, small: what comes last, e.g. the id. */
  small?: string;
  open: Button;
}

/** Inputs behind a Filter button; what is chosen goes along with the button that has `inputs`. */
export interface Filter {
  toggle: string;
  words: { label: string; placeholder: string; value: string };
  choices: readonly {
    id: string;
    label: string;
    value: string;
    options: readonly { title: string; value: string }[];
  }[];
  /** Applies the filter, clears it. */
  buttons: readonly Button[];
  /** What the foot of the card has no room for: each a line that is pressed. */
  lines?: readonly Button[];
}

/** Ten rows fit a phone's patience and Teams' size limit (design: at most 10 rows a page, 25 KB). */
export const rowsPerPage = 10;

/** One page of many rows: the one asked for, or the last where there are not so many. */
export interface Page<T> {
  shown: readonly T[];
  page: number;
  pages: number;
}

export function pageOf<T>(rows: readonly T[], asked = 1): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const page = Math.min(asked, pages);
  return { shown: rows.slice((page - 1) * rowsPerPage, page * rowsPerPage), page, pages };
}

const filterId = 'filter';

interface Data extends Omit<List, 'filter' | 'rows' | 'pageOf' | 'bar'> {
  bar: object[];
  filter: object[];
  groups: object[];
  pageOf: string[];
}

const expand = template<Data>('list');

export function list({ filter, rows, empty, pageOf, bar, remarks = [], notes = [], ...rest }: List): Card {
  return expand({
    ...rest,
    empty,
    remarks: rows.length === 0 ? [...remarks, empty] : remarks,
    notes,
    bar: barElements(bar),
    filter: filter ? [filterElement(filter)] : [],
    groups: groupsOf(rows),
    pageOf: pageOf ? [pageOf] : [],
    toggles: filter ? [{ title: filter.toggle, target: filterId }] : [],
  });
}

function filterElement({ buttons, lines = [], ...filter }: Filter): object {
  const pressed = lines.map((button) => ({ title: button.title, open: execute(button) }));
  return { ...filter, id: filterId, buttons: buttons.map(execute), lines: pressed };
}

/** Neighbours of one group, in the order of the rows. */
function groupsOf(rows: readonly Row[]): object[] {
  const groups: { group: string | undefined; rows: Row[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.group === row.group) last.rows.push(row);
    else groups.push({ group: row.group, rows: [row] });
  }
  return groups.map(({ group, rows: own }) => ({
    heading: present(group),
    rows: own.map((row, at) => ({ ...rowElement(row), apart: at > 0 || !group ? true : null })),
  }));
}

/** A row is no place for a paragraph, and ten of them share the 25 KB of a card. */
const longestTitle = 80;
const longestName = 60;

function rowElement({ title, beside, subtitle, badges, detail, aside, small, open }: Row): object {
  const words = { title: shorten(title, longestTitle), beside: present(beside) };
  return {
    compact: aside ? [] : [{ ...words, half: halfLine({ subtitle, badges, detail, small }) }],
    full: aside
      ? [
          {
            ...words,
            subtitle: shorten(subtitle, longestName),
            detail: detailLine(detail, badges),
            aside,
            hint: hintOf(aside),
          },
        ]
      : [],
    small: aside ? present(small) : [],
    open: execute({ ...open, title: shorten(open.title, longestName) }),
  };
}

type Half = { [name in 'subtitle' | 'badges' | 'detail' | 'small']: Row[name] | undefined };

/** Small, and in one line where there is room: who and when, the state in colour, the rest. */
function halfLine({ subtitle, badges, detail, small }: Half): object[] {
  const run = (text: string): object[] => [{ type: 'TextRun', text, size: 'Small' }];
  const last = (text: string): object[] => [{ type: 'TextRun', text, size: 'Small', isSubtle: true }];
  const parts = [
    ...present(subtitle && shorten(subtitle, longestName)).map(run),
    ...badgeWords(badges),
    ...present(detail).map(run),
    ...present(small).map(last),
  ];
  return parts.flatMap((part, at) => (at === 0 ? part : [...run(' · '), ...part]));
}

/** A row with an aside says its state last: beside what is due. */
function detailLine(detail = '', badges: Row['badges'] = []): object[] {
  const run = (text: string): object => ({ type: 'TextRun', text });
  const between = detail ? [run(' · ')] : [];
  return [
    run(detail),
    ...badgeWords(badges).flatMap((words, at) => [...(at === 0 ? between : [run(' · ')]), ...words]),
  ];
}

function hintOf({ hint, urgent }: NonNullable<Row['aside']>): object[] {
  return hint ? [{ text: hint, tone: urgent ? 'Attention' : 'Default' }] : [];
}
