/** What the Graph routes share: `$select`, `$filter`, `$top`, `$count` and pages. */
import { badRequest, graphError, unsupportedQuery } from './graph-errors.ts';
import { type Answer, type Call, header } from './http.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Listings under way. A next page needs what the first one found, as Graph's own tokens stand for it. */
export interface Listings {
  next: number;
  readonly open: Map<string, { readonly rows: readonly unknown[]; readonly from: number }>;
}

export function listings(): Listings {
  return { next: 1, open: new Map() };
}

/** More pages than any reader has open at once; the oldest expire, as Graph's do. */
const OPEN_LISTINGS = 256;

/** How one kind of object is shown. */
export interface Shape<T> {
  /** `microsoft.graph.user` */
  readonly type: string;
  /** What `@odata.context` calls the set. */
  readonly set: string;
  readonly properties: Readonly<Record<string, (from: T) => unknown>>;
  /** What comes where `$select` asks for nothing; everything if not given. */
  readonly usual?: readonly string[];
}

/** The names `$select` asks for, the usual ones, or the error for a name this type doesn't have. */
export function selected<T>(shape: Shape<T>, query: URLSearchParams): readonly string[] | Answer {
  const asked = query.get('$select');
  if (asked === null) return shape.usual ?? Object.keys(shape.properties);
  const names: string[] = [];
  for (const name of asked.split(',').map((each) => each.trim())) {
    const known = Object.keys(shape.properties).find((each) => each.toLowerCase() === name.toLowerCase());
    if (known === undefined) {
      const message = `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type '${shape.type}'.`;
      return graphError(400, 'BadRequest', message);
    }
    names.push(known);
  }
  return names;
}

export function shown<T>(shape: Shape<T>, names: readonly string[], from: T): Row {
  return Object.fromEntries(names.map((name) => [name, shape.properties[name]?.(from) ?? null]));
}

export interface Listing<T> {
  readonly call: Call;
  readonly base: string;
  readonly listings: Listings;
  readonly shape: Shape<T>;
  readonly rows: () => readonly T[];
  /** Page size where `$top` asks for none. Infinity: everything at once. */
  readonly size: number;
  /** Whether `$top` is heeded; 1 to 999 then. */
  readonly top?: boolean;
  /** Whether the listing needs the advanced query parameters on every page. */
  readonly advanced?: boolean;
  /** Says more of a row: its type where a collection is mixed, less where it may not be read. */
  readonly as?: (row: T, names: readonly string[]) => Row;
}

/** One page of a listing. */
export function page<T>(listing: Listing<T>): Answer {
  const { call, shape, top = false } = listing;
  const names = selected(shape, call.query);
  if ('status' in names) return names;
  const size = top && call.query.has('$top') ? Number(call.query.get('$top')) : listing.size;
  if (size !== Number.POSITIVE_INFINITY && !(Number.isInteger(size) && size >= 1 && size <= 999)) {
    // Code and sentence as callers of the directory quote them.
    const asked = call.query.get('$top');
    return unsupportedQuery(`Invalid page size specified: '${asked}'. Must be between 1 and 999 inclusive.`);
  }
  if (listing.advanced === true && !isAdvanced(call)) return notAdvanced();
  const at = position(listing);
  if (at === null) {
    const message = 'The specified page token value has expired and can no longer be included in your request.';
    return graphError(400, 'Directory_ExpiredPageToken', message);
  }
  const rows = at.rows.slice(at.from, at.from + size) as T[];
  const as = listing.as ?? ((row: T): Row => shown(shape, names, row));
  const end = at.from + rows.length;
  const counted = call.query.get('$count') === 'true' && isEventual(call) && at.from === 0;
  return {
    status: 200,
    body: {
      '@odata.context': `${listing.base}/$metadata#${shape.set}`,
      // Only on the first page, and silently missing without the header ("Paging", "Advanced query capabilities").
      ...(counted ? { '@odata.count': at.rows.length } : {}),
      ...(end < at.rows.length ? { '@odata.nextLink': nextLink(listing, at.rows, end) } : {}),
      value: rows.map((row) => as(row, names)),
    },
  };
}

function position<T>({
  call,
  listings: { open },
  rows,
}: Listing<T>): { rows: readonly unknown[]; from: number } | null {
  const token = call.query.get('$skiptoken');
  if (token === null) return { rows: rows(), from: 0 };
  return open.get(token) ?? null;
}

/** "The URL also contains all the other query parameters present in the original request" ("Paging"). */
function nextLink<T>({ call, base, listings: all }: Listing<T>, rows: readonly unknown[], from: number): string {
  const token = `m~${(all.next++).toString(36)}`;
  all.open.set(token, { rows, from });
  const [oldest] = all.open.keys();
  if (all.open.size > OPEN_LISTINGS && oldest !== undefined) all.open.delete(oldest);
  const kept = [...call.query].filter(([name]) => name !== '$skiptoken');
  const query = [...kept, ['$skiptoken', token] as const].map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${base}${call.path.replace(/^.*?\/(v1\.0|beta)/, '')}?${query.join('&')}`;
}

export function isEventual(call: Call): boolean {
  return header(call, 'consistencylevel')?.toLowerCase() === 'eventual';
}

/** Header and `$count`: on later pages the header has to be sent again, `$count` is in the link ("Paging"). */
export function isAdvanced(call: Call): boolean {
  return isEventual(call) && call.query.get('$count') === 'true';
}

/** The sentence is the one for `endsWith` in "Advanced query capabilities"; for casts the exact one isn't documented. */
export function notAdvanced(): Answer {
  return unsupportedQuery(
    'The request is not supported because the required parameters might be missing. Try adding $count=true query ' +
      'parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information',
  );
}

/** What is the same for every list: a body that should be an object. */
export function malformed(): Answer {
  return badRequest(
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
  );
}
