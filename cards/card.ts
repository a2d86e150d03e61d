/**
 * What every card is made of. A card is a template and plain data: templates hold the layout and no words, data holds words
 * already in the reader's language. Text that people or Microsoft wrote goes only where a template has a TextRun, which Teams
 * never reads as Markdown.
 */
import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { shorten } from './characters.ts';
import { isolated } from './isolate.ts';

export { shorten } from './characters.ts';
export { inert } from './inert.ts';

export interface Card {
  /** The Adaptive Card itself. */
  content: Readonly<Record<string, unknown>>;
  /** What a notification and a screen reader's list of messages say. */
  summary: string;
  /** A word in passing, in the house's own words: said without a card. */
  said?: string;
  /** The takeover or order that it shows, whose news belong on it. */
  shows?: string;
}

/** Runs a command of the house: `verb` is its name, `data` its arguments. */
export interface Button {
  title: string;
  verb: string;
  data: Readonly<Record<string, string | number>>;
  /** Sends the card's inputs along. */
  inputs?: true;
  /** The one step that is recommended; or a step that can't be undone. Said in the title as well. */
  style?: 'positive' | 'destructive';
}

/** Leads to one of `allowedHosts`. */
export interface Link {
  title: string;
  url: string;
  /** The one step that is recommended, which then stands before the buttons. */
  style?: 'positive';
}

/** Shows or hides a part of the card, without asking anyone; one of the six actions. */
export interface Toggle {
  title: string;
  target: string;
}

/** Buttons and links at the foot of a card; at most six in all, which is what Teams shows. */
interface Foot {
  buttons?: readonly Button[];
  links?: readonly Link[];
  toggles?: readonly Toggle[];
}

/** What every card says beside its content. */
export interface Around extends Foot {
  summary: string;
  /** Shown by clients that know no Adaptive Cards 1.5. */
  fallback: string;
}

/** The card with one more sentence in the house's own words, below its title and what stands close under that. */
export function withRemark(card: Card, text: string): Card {
  const body: unknown[] = Array.isArray(card.content['body']) ? card.content['body'] : [];
  const below = body.slice(1).findIndex((element) => !isClose(element));
  return withElement(card, below === -1 ? body.length : below + 1, {
    type: 'TextBlock',
    text,
    wrap: true,
    isSubtle: true,
    spacing: 'Small',
  });
}

function isClose(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 'spacing' in element && element.spacing === 'None';
}

/** The card with whom it comes from, below its title: the organisation's own name. */
export function withSender(card: Card, text: string): Card {
  const inlines = [{ type: 'TextRun', text, isSubtle: true, size: 'Small' }];
  return withElement(card, 1, { type: 'RichTextBlock', inlines, spacing: 'None' });
}

/** The card with one more line in small print, above its buttons. */
export function withSmallPrint(card: Card, text: string): Card {
  const body: unknown[] = Array.isArray(card.content['body']) ? card.content['body'] : [];
  const inlines = [{ type: 'TextRun', text, isSubtle: true, size: 'Small' }];
  const foot = body.findLastIndex((element) => !isActions(element)) + 1;
  return withElement(card, foot, { type: 'RichTextBlock', inlines, spacing: 'Small' });
}

function isActions(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 'type' in element && element.type === 'ActionSet';
}

const mostActions = 6;
/** A notification shows a line or two. */
const longestSummary = 300;

/**
 * Reads `templates/<name>.json` and gives the function that makes a card of its data. The template is parsed once, and each
 * card expanded once: expanding a card again would evaluate what its data happens to contain.
 */
export function template<Data extends Around>(name: string): (data: Data) => Card {
  const source = readFileSync(new URL(`./templates/${name}.json`, import.meta.url), 'utf8');
  const parsed = new Template(JSON.parse(source));
  return (data) => ({
    content: asShown(parsed.expand({ $root: { ...data, actions: actionsOf(data) } })) as Card['content'],
    // One line: where Teams shows it, a second would look like a message of its own.
    summary: isolated(shorten(data.summary.replace(/[ \t\v\f\r\n\u0085\u2028\u2029]+/g, ' ').trim(), longestSummary)),
  });
}

/** What people read on a card; the rest is for Teams, and comes back with a press as it was. */
const read: ReadonlySet<string> = new Set([
  'text',
  'title',
  'label',
  'legend',
  'placeholder',
  'errorMessage',
  'fallbackText',
]);

/** A template can't leave a property out, only make it null; Teams wants it gone. */
function asShown(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return read.has(name) ? isolated(value) : value;
  if (Array.isArray(value)) return value.map((each) => asShown(each, name));
  if (typeof value !== 'object' || value === null || name === 'data') return value;
  const kept = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(kept.map(([key, each]) => [key, asShown(each, key)]));
}

/** The foot as elements: every `Action.Execute` has a Submit with the same verb and data for clients that know no Execute. */
function actionsOf({ buttons = [], links = [], toggles = [] }: Foot): object[] {
  const [first, others] = [links.filter(({ style }) => style), links.filter(({ style }) => !style)];
  const actions = [
    ...first.map(openUrl),
    ...buttons.map(execute),
    ...toggles.map(({ title, target }) => ({ type: 'Action.ToggleVisibility', title, targetElements: [target] })),
    ...others.map(openUrl),
  ];
  if (actions.length > mostActions) throw new Error(`A card has ${actions.length} actions; Teams shows ${mostActions}`);
  return actions;
}

/** Marks a button that opens a browser. */
export const outside = ' ↗';

/** A deep link of Teams' own stays in it; any other address is opened in a browser. */
export function leavesTeams(url: string): boolean {
  return !/^https:\/\/teams\.microsoft\.com\/l\//i.test(url);
}

function openUrl({ title, url, style }: Link): object {
  const shown = leavesTeams(url) ? `${title}${outside}` : title;
  return { type: 'Action.OpenUrl', title: shown, url, ...(style && { style }) };
}

/** A button as an element; also what a row's `selectAction` is. */
export function execute({ title, verb, data, inputs, style }: Button): object {
  const same = { title, associatedInputs: inputs ? 'auto' : 'none', ...(style && { style }) };
  return {
    type: 'Action.Execute',
    ...same,
    verb,
    data,
    fallback: { type: 'Action.Submit', ...same, data: { verb, data } },
  };
}

/** The only hosts a card links to. */
export const allowedHosts = [
  'go.microsoft.com',
  'admin.microsoft.com',
  'admin.powerplatform.microsoft.com',
  'entra.microsoft.com',
  'learn.microsoft.com',
  'support.microsoft.com',
  'teams.microsoft.com',
] as const;

/** The card with an id of its own that nobody reads: the last element bears it. */
export function marked(card: Card, id: string): Card {
  const body: unknown[] = Array.isArray(card.content['body']) ? card.content['body'] : [];
  const last = body.at(-1);
  if (typeof last !== 'object' || last === null || 'id' in last) return card;
  return { ...card, content: { ...card.content, body: [...body.slice(0, -1), { ...last, id }] } };
}

/** The card with a sentence above everything else, for whatever is more urgent than what it says itself. */
export function headed(card: Card, text: string): Card {
  const inlines = [{ type: 'TextRun', text, weight: 'Bolder' }];
  return withElement(card, 0, { type: 'RichTextBlock', inlines });
}

/** @param at how many elements stay before it */
function withElement(card: Card, at: number, element: object): Card {
  const body: unknown[] = Array.isArray(card.content['body']) ? card.content['body'] : [];
  return { ...card, content: { ...card.content, body: body.toSpliced(at, 0, element) } };
}
