/** What a person can read and press on an Adaptive Card. */
import type { CardNode } from './shapes.ts';

const shown = (node: CardNode) => node.isVisible !== false;
/** Everything that lies inside a node, besides its actions. */
const children = (node: CardNode): CardNode[] => [
  ...(node.body ?? []),
  ...(node.items ?? []),
  ...(node.columns ?? []),
  ...(node.rows ?? []),
  ...(node.cells ?? []),
  ...(node.images ?? []),
];

/** What Teams draws and the Playground doesn't know: read here as its fallback says it. */
const beyond = /^(Badge|Icon|ProgressBar|Chart\..+)$/;

function lines(node: CardNode): string[] {
  if (!shown(node)) return [];
  if (beyond.test(node.type ?? '')) return typeof node.fallback === 'object' ? lines(node.fallback) : [];
  const inner = [...children(node).flatMap(lines), ...(node.actions ?? []).flatMap(actionLines)];
  // Things that stand beside each other are read as one line.
  if (node.columns && node.type === 'ColumnSet') return [beside(node.columns)];
  if (node.type === 'TableRow' || node.cells) return [beside(node.cells ?? [])];
  return [...own(node), ...inner];
}

const beside = (nodes: CardNode[]) =>
  nodes
    .map((node) => lines(node).join(' '))
    .filter((text) => text !== '')
    .join(' | ');

/** The words of the node itself. */
function own(node: CardNode): string[] {
  const run = node.inlines?.map((inline) => (typeof inline === 'string' ? inline : (inline.text ?? ''))).join('');
  const facts = node.facts?.map((fact) => `${fact.title ?? ''}: ${fact.value ?? ''}`) ?? [];
  const choices = node.choices?.map((choice) => `( ) ${choice.title ?? ''}`) ?? [];
  const title = node.type?.startsWith('Input.') ? node.title : undefined;
  const value = node.type === 'Input.Text' || node.type === 'Input.Number' ? node.value : undefined;
  const words = [node.label, title, node.text, run, node.altText, value?.toString()];
  return [...words.filter((text) => text !== undefined && text !== ''), ...facts, ...choices] as string[];
}

const actionLines = (action: CardNode): string[] => [
  `[${action.title ?? ''}]`,
  ...(action.opened && action.card ? lines(action.card) : []),
];

/** All text on a card, a line each; columns and cells beside each other with ` | ` between, buttons in brackets. */
export const visibleText = (card: CardNode): string =>
  lines(card)
    .filter((line) => line !== '')
    .join('\n');

export interface Button {
  /** The title; for something that is pressed as a whole (`selectAction`), its title or its text. */
  title: string;
  /** Pressed by touching an element, not a button. */
  select: boolean;
  enabled: boolean;
  action: CardNode;
  /** The inputs that go with it: those of its card and of the cards around that. */
  inputs: CardNode[];
}

/** Everything on a card that can be pressed as it stands, in reading order. */
export function buttons(card: CardNode, around: CardNode[] = []): Button[] {
  const inputs = [...around, ...inputsOf(card)];
  return pressable(card, inputs);
}

const inputsOf = (node: CardNode): CardNode[] =>
  children(node).flatMap((child) => [...(child.type?.startsWith('Input.') ? [child] : []), ...inputsOf(child)]);

function pressable(node: CardNode, inputs: CardNode[]): Button[] {
  if (!shown(node)) return [];
  const found: Button[] = [];
  const add = (action: CardNode, select: boolean, text: string) => {
    const title = action.title ?? text;
    found.push({ title, select, enabled: action.isEnabled !== false, action, inputs });
  };
  if (node.selectAction) add(node.selectAction, true, lines(node).join(' '));
  if (node.inlineAction) add(node.inlineAction, false, '');
  for (const inline of node.inlines ?? [])
    if (typeof inline !== 'string' && inline.selectAction) add(inline.selectAction, true, inline.text ?? '');
  for (const child of children(node)) found.push(...pressable(child, inputs));
  for (const action of node.actions ?? []) {
    add(action, false, '');
    if (action.opened && action.card) found.push(...buttons(action.card, inputs));
  }
  return found;
}

/** The node with this id, wherever it is on the card. */
export function byId(node: CardNode, id: string): CardNode | undefined {
  if (node.id === id) return node;
  for (const child of children(node)) {
    const found = byId(child, id);
    if (found) return found;
  }
  for (const action of node.actions ?? []) {
    const found = action.card && byId(action.card, id);
    if (found) return found;
  }
  return undefined;
}
