/** A page of rows that open: the list of purchases, later of approvals and journal entries. */
import { type Around, type Button, type Card, execute, shorten, template } from './card.ts';

export interface List extends Around {
  title: string;
  /** What the list holds and how old it is, in the house's words. */
  subtitle: string;
  /** Whatever the reader should know before the rows: the filter in force, a page that does not exist. */
  remarks?: readonly string[];
  filter?: Filter;
  rows: readonly Row[];
  /** Said where there are no rows. */
  empty: string;
  /** "Page 2 of 7"; left out where there is one page. */
  pageOf?: string | undefined;
  notes?: readonly string[];
}

export interface Row {
  /** The first thing to read, e.g. the product. */
  title: string;
  /** The second, e.g. the person. */
  subtitle: string;
  detail: string;
  /** The right-hand side: what it is about, when, and how far off. */
  aside: { label: string; text: string; hint: string; urgent: boolean };
  /** Beneath, small: what comes last, e.g. the id. */
  small: string;
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

interface Data extends Omit<List, 'filter' | 'rows' | 'pageOf'> {
  filter: object[];
  rows: object[];
  pageOf: string[];
}

const expand = template<Data>('list');

export function list({ filter, rows, empty, pageOf, remarks = [], notes = [], ...rest }: List): Card {
  return expand({
    ...rest,
    empty,
    remarks: rows.length === 0 ? [...remarks, empty] : remarks,
    notes,
    filter: filter ? [{ ...filter, id: filterId, buttons: filter.buttons.map(execute) }] : [],
    rows: rows.map(rowElement),
    pageOf: pageOf ? [pageOf] : [],
    toggles: filter ? [{ title: filter.toggle, target: filterId }] : [],
  });
}

/** A row is no place for a paragraph, and ten of them share the 25 KB of a card. */
const longestTitle = 80;
const longestName = 60;

function rowElement({ title, subtitle, aside, open, ...row }: Row): object {
  const { hint, urgent } = aside;
  return {
    ...row,
    aside,
    title: shorten(title, longestTitle),
    subtitle: shorten(subtitle, longestName),
    hint: hint ? [{ text: hint, tone: urgent ? 'Attention' : 'Default' }] : [],
    open: execute({ ...open, title: shorten(open.title, longestName) }),
  };
}
