/** One broken card for each rule, and what the linter must say of it. */
import type { Spoilt } from './good-card.ts';

export interface Case {
  /** What is wrong. */
  name: string;
  spoil(content: Spoilt, card: { summary: string }): void;
  /** The complaint, with its place. */
  says: RegExp;
}

const filterAt = 2;
const rowAt = 3;
export const footAt = 4;

const badgesOf = (c: Spoilt) => c.body[rowAt].items[3].items;

const more = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'Action.OpenUrl', title: 'x', url: 'https://learn.microsoft.com/' }));
const text = (body: string, extra: object = {}) => ({ type: 'TextBlock', text: body, wrap: true, ...extra });

export const cases: Case[] = [
  { name: 'another type', spoil: (c) => (c.type = 'Message'), says: /card: its type is Message/ },
  { name: 'a later version', spoil: (c) => (c.version = '1.6'), says: /card: its version is 1\.6, not 1\.5/ },
  { name: 'no fallbackText', spoil: (c) => delete c.fallbackText, says: /card: it has no fallbackText/ },
  { name: 'a blank summary', spoil: (_, card) => (card.summary = ' '), says: /card: it has no summary/ },
  {
    name: 'seven actions in a set',
    spoil: (c) => c.body[footAt].actions.push(...more(4)),
    says: /body\[4\]: 7 actions stand together/,
  },
  {
    name: 'seven actions in two sets',
    spoil: (c) => c.body[footAt].actions.push(...more(3)),
    says: /card: 7 actions in all/,
  },
  {
    name: 'eleven rows',
    spoil: (c) => (c.body = Array.from({ length: 11 }, () => structuredClone(c.body[rowAt]))),
    says: /card: 11 rows; a page has at most 10/,
  },
  {
    name: '26 KB',
    spoil: (c) => (c.body[1].inlines[0].text = 'y'.repeat(26 * 1024)),
    says: /card: it has \d+ bytes as UTF-8 and \d+ as UTF-16/,
  },
  {
    name: 'an unknown verb',
    spoil: (c) => (c.body[footAt].actions[0].verb = 'fly'),
    says: /actions\[0\]: no command is called fly/,
  },
  {
    name: 'an Execute outside of an ActionSet',
    spoil: (c) => (c.actions = c.body.pop().actions.slice(0, 1)),
    says: /actions\[0\]: Action\.Execute stands neither/,
  },
  {
    name: 'no fallback',
    spoil: (c) => delete c.body[footAt].actions[0].fallback,
    says: /has no Action\.Submit to fall back on/,
  },
  {
    name: 'a fallback to something else',
    spoil: (c) => (c.body[footAt].actions[0].fallback.data.data = { page: 3 }),
    says: /the fallback is not the same button/,
  },
  {
    name: 'data that is no argument',
    spoil: (c) => (c.body[footAt].actions[0].data.colour = 'red'),
    says: /purchases takes no argument colour/,
  },
  {
    name: 'data that the command can’t read',
    spoil: (c) => (c.body[footAt].actions[0].data.page = 'two'),
    says: /purchases can't read its data/,
  },
  {
    name: 'an input that goes along and is no argument',
    spoil: (c) => (c.body[filterAt].items[0].id = 'what'),
    says: /purchases takes no argument what/,
  },
  {
    name: 'a strange host',
    spoil: (c) => (c.body[footAt].actions[2].url = 'https://evil.example/'),
    says: /evil\.example is none of the hosts/,
  },
  {
    name: 'http',
    spoil: (c) => (c.body[footAt].actions[2].url = 'http://learn.microsoft.com/'),
    says: /is not https/,
  },
  {
    name: 'no address',
    spoil: (c) => (c.body[footAt].actions[2].url = 'javascript'),
    says: /javascript is no address/,
  },
  {
    name: 'an input without a label',
    spoil: (c) => delete c.body[filterAt].items[0].label,
    says: /Input\.Text has no label/,
  },
  { name: 'an input without an id', spoil: (c) => delete c.body[filterAt].items[0].id, says: /Input\.Text has no id/ },
  {
    name: 'a TextBlock that is cut off',
    spoil: (c) => delete c.body[0].wrap,
    says: /body\[0\]: TextBlock does not wrap/,
  },
  {
    name: 'an image without words',
    spoil: (c) => delete c.body[rowAt].items[2].altText,
    says: /items\[2\]: Image has no altText/,
  },
  { name: 'a name in a TextBlock', spoil: (c) => c.body.push(text('by Jo')), says: /body\[5\]: text holds “Jo”/ },
  {
    name: 'a name in a FactSet',
    spoil: (c) => (c.body[rowAt].items[1].facts[0].value = 'Mallory ${1+1}'),
    says: /facts\[0\]: value holds “Mallory/,
  },
  {
    name: 'a product as a choice that could be read as Markdown',
    spoil: (c) => (c.body[filterAt].items[1].choices[0].title = 'Visio [1]'),
    says: /choices\[0\]: title holds “Visio”/,
  },
  {
    name: 'a product as a label',
    spoil: (c) => (c.body[filterAt].items[0].label = 'In Visio'),
    says: /items\[0\]: label holds “Visio”/,
  },
  {
    name: 'a template’s placeholder',
    spoil: (c) => (c.body[1].inlines[0].text = 'by ${purchaser}'),
    says: /body\[1\]\.inlines\[0\]\.text: a placeholder is left over/,
  },
  {
    name: 'a message’s placeholder in data',
    spoil: (c) => (c.body[footAt].actions[0].data.words = '{{name}}'),
    says: /data\.words: a placeholder is left over/,
  },
  { name: 'an empty text', spoil: (c) => (c.body[0].text = ' '), says: /body\[0\]: TextBlock has an empty text/ },
  { name: 'a text that is none', spoil: (c) => (c.body[0].text = { a: 1 }), says: /body\[0\]: TextBlock has no text/ },
  {
    name: 'an empty Container',
    spoil: (c) => (c.body[rowAt].items = []),
    says: /body\[3\]: Container has nothing in items/,
  },
  {
    name: 'an empty ColumnSet',
    spoil: (c) => (c.body[rowAt].items[0].columns = []),
    says: /ColumnSet has nothing in columns/,
  },
  { name: 'a null', spoil: (c) => (c.body[0].color = null), says: /body\[0\]\.color: is null/ },
  {
    name: 'a coloured dot',
    spoil: (c) => (c.body[rowAt].items[0].columns[0].items[0].inlines[1].text = '● '),
    says: /only its colour \(Attention\) says something/,
  },
  {
    name: 'a Markdown link',
    spoil: (c) => (c.body[0].text = 'see [x](https://y)'),
    says: /text looks like a Markdown link/,
  },
  { name: 'bold in Markdown', spoil: (c) => (c.body[0].text = 'a **b**'), says: /text looks like bold/ },
  { name: 'emphasis in Markdown', spoil: (c) => (c.body[0].text = 'a _b_'), says: /text looks like emphasis/ },
  { name: 'a Markdown list', spoil: (c) => (c.body[0].text = '- a'), says: /text looks like a Markdown list/ },
  { name: 'HTML', spoil: (c) => (c.body[0].text = 'a <b>b</b>'), says: /text looks like HTML/ },
  {
    name: 'an element of a later schema',
    spoil: (c) => c.body.push({ type: 'Carousel', pages: [] }),
    says: /Carousel is nothing/,
  },
  {
    name: 'an element of nobody’s',
    spoil: (c) => c.body.push({ type: 'Rosette' }),
    says: /card: Unknown element type "Rosette"/,
  },
  {
    name: 'a badge without a fallback',
    spoil: (c) => c.body.push({ type: 'Badge', text: 'trial' }),
    says: /body\[5\]: Badge has no fallback/,
  },
  {
    name: 'an icon without a fallback',
    spoil: (c) => c.body.push({ type: 'Icon', name: 'Cart' }),
    says: /body\[5\]: Icon has no fallback/,
  },
  {
    name: 'a badge that no fallback says',
    spoil: (c) => (badgesOf(c)[1].text = 'suspended'),
    says: /Badge says “suspended”, and no fallback beside it does/,
  },
  {
    name: 'a badge without words',
    spoil: (c) => (badgesOf(c)[0].text = ''),
    says: /Badge says “”, and no fallback/,
  },
  {
    name: 'a colour that no badge has',
    spoil: (c) => (badgesOf(c)[0].style = 'Red'),
    says: /Badge: style can't be Red/,
  },
  {
    name: 'a property that no badge has',
    spoil: (c) => (badgesOf(c)[0].color = 'Good'),
    says: /Badge has no property color in Teams/,
  },
  {
    name: 'a name in a badge that could be read as Markdown',
    spoil: (c) => (badgesOf(c)[0].text = 'Visio [1]'),
    says: /text holds “Visio”/,
  },
  {
    name: 'a fallback of a badge that is no good element itself',
    spoil: (c) => (badgesOf(c)[0].fallback = { type: 'TextBlock', text: 'trial · asked' }),
    says: /fallback: TextBlock does not wrap/,
  },
  {
    name: 'a fallback that loses the colour of its button',
    spoil: (c) => (c.body[footAt].actions[0].style = 'destructive'),
    says: /the fallback is not the same button/,
  },
  {
    name: 'an unknown property',
    spoil: (c) => (c.body[0].colour = 'Good'),
    says: /body\[0\]: TextBlock has no property colour/,
  },
  {
    name: 'a property of a later schema',
    spoil: (c) => (c.body[filterAt].items[0].labelWidth = 3),
    says: /Input\.Text has no property labelWidth/,
  },
  {
    name: 'a value that is not allowed',
    spoil: (c) => (c.body[0].size = 'Huge'),
    says: /card: TextBlock: Invalid value "Huge"/,
  },
  { name: 'an action without a title', spoil: (c) => delete c.body[footAt].actions[1].title, says: /has no title/ },
  {
    name: 'an id twice',
    spoil: (c) => (c.body[filterAt].items[0].id = 'kind'),
    says: /kind is already the id of body\[2\]\.items\[0\]/,
  },
  {
    name: 'a toggle of nothing',
    spoil: (c) => (c.body[footAt].actions[1].targetElements = ['nothing']),
    says: /actions\[1\]: nothing on the card is called nothing/,
  },
  {
    name: 'a hidden part that stays hidden',
    spoil: (c) => c.body[footAt].actions.splice(1, 1),
    says: /body\[2\]: it is hidden, and nothing shows it/,
  },
];
