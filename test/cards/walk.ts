/** A card as a list of everything on it, each with the place where it stands. */
export type Node = Readonly<Record<string, unknown>>;

export type Role = 'card' | 'element' | 'inline' | 'action' | 'select' | 'fallback' | 'choice' | 'fact';

export interface Place {
  node: Node;
  /** The node's own word for itself; what has none (a choice, a fact, a column) gets that of its place. */
  type: string;
  /** `body[2].items[0]` */
  path: string;
  as: Role;
  /** What it stands in; undefined for the card. */
  parent: Place | undefined;
}

/** Properties that hold other nodes, and what those are there. */
const holders: Readonly<Record<string, Role>> = {
  body: 'element',
  items: 'element',
  columns: 'element',
  rows: 'element',
  cells: 'element',
  images: 'element',
  inlines: 'inline',
  actions: 'action',
  inlineAction: 'action',
  selectAction: 'select',
  choices: 'choice',
  facts: 'fact',
  fallback: 'fallback',
  card: 'card',
};
const nameless: Readonly<Record<string, string>> = { columns: 'Column', choices: 'Choice', facts: 'Fact' };

export function isHolder(property: string): boolean {
  return property in holders;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined ? [] : [value];
}

/** In reading order, the card itself first. */
export function placesOf(content: Node): Place[] {
  return [...visit({ node: content, type: String(content['type']), path: '', as: 'card', parent: undefined })];
}

function* visit(place: Place): Generator<Place> {
  yield place;
  for (const [property, as] of Object.entries(holders)) {
    const value = place.node[property];
    for (const [at, node] of listOf(value).entries()) {
      if (!isNode(node)) continue;
      const own = Array.isArray(value) ? `${property}[${at}]` : property;
      const path = place.path === '' ? own : `${place.path}.${own}`;
      yield* visit({ node, type: String(node['type'] ?? nameless[property]), path, as, parent: place });
    }
  }
}

/** What it stands in, the nearest first. */
export function* around(place: Place): Generator<Place> {
  for (let at = place.parent; at; at = at.parent) yield at;
}

export interface Leaf {
  value: unknown;
  /** `body[2].items[0].text` */
  path: string;
}

/** Every value that is neither list nor object, wherever it is. */
export function* leavesOf(value: unknown, path = ''): Generator<Leaf> {
  if (typeof value !== 'object' || value === null) {
    yield { value, path };
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
    yield* leavesOf(inner, `${path}${step}`);
  }
}
