/** What a line of the list of calls says, and whether something that was sent is one of them. */

export type Service = 'graph' | 'licensing' | 'billing' | 'sign-in' | 'connector' | 'connector-keys';

/** Where each is reached in Microsoft's own cloud. */
export const hosts: Readonly<Record<Service, string>> = {
  graph: 'https://graph.microsoft.com',
  licensing: 'https://licensing.m365.microsoft.com',
  billing: 'https://management.azure.com',
  'sign-in': 'https://login.microsoftonline.com',
  connector: 'https://smba.trafficmanager.net/teams',
  'connector-keys': 'https://login.botframework.com',
};

/**
 * The shape of a body. A word that begins with `=` stands for itself; a name that ends with `?` may be left out; a list of one
 * shape may have any number of such elements, and an empty list must be empty.
 */
export type Shape =
  | 'text'
  | 'number'
  | 'yes or no'
  | 'anything'
  | `=${string}`
  | readonly []
  | readonly [Shape]
  | { readonly [name: string]: Shape };

/** How sure it is that Microsoft answers this so. */
export type Sureness = 'documented' | 'seen in code' | 'nobody knows';

export interface Listed {
  /**
   * Method, path and query, with a name in braces for what changes: `{id}` and the like have no slash, quote or comma, `{ids}` is
   * a quoted list, `{any text}` may be anything. The order of the query says nothing.
   */
  readonly call: string;
  /** What it is asked for. */
  readonly purpose: string;
  /** One of these; no body if not given. */
  readonly bodies?: readonly Shape[];
  /** Microsoft's page, or where it was seen. */
  readonly source: string;
  readonly sure: Sureness;
  /** The application permission that Purser asks it with; a dash where none is needed. */
  readonly permission: string;
  /** Microsoft may lead on to further pages of it, by links of its own. */
  readonly paged?: true;
}

/** Something that was sent. */
export interface Sent {
  readonly service: Service;
  readonly method: string;
  /** Decoded, with the version: `/v1.0/users`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** As it came. */
  readonly body: string;
}

interface Compiled {
  readonly method: string;
  readonly path: RegExp;
  readonly query: ReadonlyMap<string, RegExp>;
}

const known = new WeakMap<Listed, Compiled>();

function compiled(line: Listed): Compiled {
  const [method = '', address = ''] = [line.call.slice(0, line.call.indexOf(' ')), line.call.replace(/^\S+ /, '')];
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  const parts = query === '' ? [] : query.split('&').map((part) => part.split(/=(.*)/s) as [string, string]);
  const all = { method, path: pattern(path), query: new Map(parts.map(([name, value]) => [name, pattern(value)])) };
  known.set(line, all);
  return all;
}

function pattern(template: string): RegExp {
  const source = template
    .split(/(\{[^}]+\})/)
    .map((part) => (part.startsWith('{') ? blank(part) : part.replaceAll(/[.$()*+?[\]|\\^]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`, 'is');
}

function blank(name: string): string {
  if (name === '{ids}') return "'[^']*'(?:,'[^']*')*";
  return name === '{any text}' ? '.*' : "[^/'(),]+";
}

/** The line of the list that it is; undefined where there is none. */
export function lineOf(sent: Sent, list: readonly Listed[]): Listed | undefined {
  return list.find((line) => isOne(sent, line));
}

function isOne(sent: Sent, line: Listed): boolean {
  const { method, path, query } = known.get(line) ?? compiled(line);
  if (method !== sent.method || !path.test(sent.path)) return false;
  const asked = [...sent.query].filter(([name]) => !(line.paged && (name === '$skiptoken' || name === '$skip')));
  if (asked.length !== query.size || !asked.every(([name, value]) => query.get(name)?.test(value))) return false;
  const { bodies } = line;
  if (bodies === undefined) return sent.body === '';
  const body = contentOf(sent.body);
  return bodies.some((shape) => fits(body, shape));
}

/** A body is JSON, or a form. */
function contentOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

export function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'anything') return true;
  if (shape === 'text') return typeof value === 'string';
  if (shape === 'number') return typeof value === 'number';
  if (shape === 'yes or no') return typeof value === 'boolean';
  if (typeof shape === 'string') return value === shape.slice(1);
  if (isList(shape))
    return Array.isArray(value) && value.every((each) => shape[0] !== undefined && fits(each, shape[0]));
  return typeof value === 'object' && value !== null && !Array.isArray(value) && hasFields(value, shape);
}

function isList(shape: Shape): shape is readonly [] | readonly [Shape] {
  return Array.isArray(shape);
}

function hasFields(value: object, shape: Readonly<Record<string, Shape>>): boolean {
  const fields = new Map<string, unknown>(Object.entries(value));
  const isAllThere = Object.entries(shape).every(([name, each]) => {
    const plain = name.replace(/\?$/, '');
    return fields.has(plain) ? fits(fields.get(plain), each) : plain !== name;
  });
  return isAllThere && [...fields.keys()].every((name) => name in shape || `${name}?` in shape);
}

/** What was sent, in one line that holds no token, no secret and nothing that people wrote into a body. */
export function described({ service, method, path, query, body }: Sent): string {
  const asked = [...query].map(([name, value]) => `${name}=${value}`).join('&');
  const shape = body === '' ? '' : ` with ${shapeIn(contentOf(body))}`;
  return `${service}: ${method} ${path}${asked === '' ? '' : `?${asked}`}${shape}`;
}

function shapeIn(value: unknown, depth = 0): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map((each) => shapeIn(each, depth + 1)))].join(', ')}]`;
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  if (depth > 4) return '{…}';
  const fields = Object.entries(value).map(
    ([name, each]) => `${name}: ${name === 'content' ? '…' : shapeIn(each, depth + 1)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
