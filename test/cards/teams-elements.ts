/**
 * What Teams draws beyond Adaptive Cards 1.5, as far as the house uses it: its properties, as the documentation of Adaptive Cards
 * for Teams names them (docs/cards.md). Whatever is not in here is nothing a card may hold.
 */
import { icons } from '../../cards/badge.ts';
import { inert } from '../../cards/inert.ts';
import { isNode, leavesOf, listOf, type Node, type Place } from './walk.ts';

interface TeamsElement {
  properties: readonly string[];
  /** The closed lists among them. */
  values?: Readonly<Record<string, readonly string[]>>;
  /** What it says, which its fallback must say as well; nothing where it only decorates. */
  says: (node: Node) => readonly string[];
}

const common = ['id', 'isVisible', 'separator', 'spacing', 'horizontalAlignment', 'targetWidth'];
const nothing = (): readonly string[] => [];

const elements: Readonly<Record<string, TeamsElement>> = {
  Badge: {
    properties: ['text', 'style', 'appearance', 'size', 'shape', 'icon', 'iconPosition', 'tooltip'],
    values: {
      style: ['Default', 'Subtle', 'Informative', 'Accent', 'Good', 'Attention', 'Warning'],
      appearance: ['Filled', 'Tint'],
      size: ['Medium', 'Large', 'ExtraLarge'],
      icon: icons,
    },
    says: ({ text }) => [String(text ?? '')],
  },
  Icon: {
    properties: ['name', 'size', 'style', 'color'],
    values: { name: icons, size: ['xxSmall', 'xSmall', 'Small', 'Standard', 'Medium', 'Large', 'xLarge', 'xxLarge'] },
    says: nothing,
  },
  // What these show is said beside them: the Playground draws a bar without its legend.
  ProgressBar: { properties: ['value', 'max', 'color'], says: nothing },
  'Chart.HorizontalBar.Stacked': { properties: ['title', 'data', 'colorSet', 'showLegend', 'color'], says: nothing },
};

/** The only property that Teams adds to an element of 1.5. */
const added: Readonly<Record<string, readonly string[]>> = {
  Container: ['layouts'],
  // Who is mentioned.
  AdaptiveCard: ['msteams'],
};

export function isOfTeams(type: string): boolean {
  return type in elements;
}

export function isAdded(type: string, property: string): boolean {
  return added[type]?.includes(property) ?? false;
}

/** The card as a client that knows 1.5 and no more draws it: a fallback in the place of whatever it doesn't know. */
export function asOlderClient(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((each) => drawn(each)).map(asOlderClient);
  if (!isNode(value)) return value;
  const { layouts: _, ...known } = value;
  return Object.fromEntries(Object.entries(known).map(([name, each]) => [name, asOlderClient(each)]));
}

function drawn(value: unknown): unknown[] {
  if (!isNode(value) || !isOfTeams(String(value['type']))) return [value];
  return isNode(value['fallback']) ? [value['fallback']] : [];
}

/** Each has a fallback, and whatever it says somebody reads who sees the fallbacks alone. */
export function teamsElement(place: Place): string[] {
  const { node, type, parent } = place;
  const element = elements[type];
  if (!element) return [];
  const unknown = Object.keys(node).filter(
    (name) => !['type', 'fallback', ...common, ...element.properties].includes(name),
  );
  const strange = Object.entries(element.values ?? {}).filter(
    ([name, allowed]) => node[name] !== undefined && !allowed.includes(String(node[name])),
  );
  const { fallback } = node;
  const beside = listOf(parent?.node['items'] ?? parent?.node['body']).filter(isNode);
  const words = inert(beside.map((each) => wordsOf(each['fallback'])).join(' '));
  return [
    ...unknown.map((name) => `${type} has no property ${name} in Teams`),
    ...strange.map(([name]) => `${type}: ${name} can't be ${String(node[name])}`),
    ...(fallback === 'drop' || isNode(fallback) ? [] : [`${type} has no fallback for clients that don't know it`]),
    ...element
      .says(node)
      .filter((text) => text.trim() === '' || !words.includes(inert(text)))
      .map((text) => `${type} says “${text}”, and no fallback beside it does`),
  ];
}

/** All that is written in an element. */
function wordsOf(value: unknown): string {
  return [...leavesOf(value)].map(({ value: leaf }) => String(leaf)).join(' ');
}

/** Other people's words in it, which it would read as Markdown, and which must be such that it finds nothing in them. */
export function wordsInTeamsElement({ node, type }: Place): string[] {
  return [
    ...(elements[type]?.says(node) ?? []),
    ...(typeof node['title'] === 'string' && isOfTeams(type) ? [node['title']] : []),
  ];
}
