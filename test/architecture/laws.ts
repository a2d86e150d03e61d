/** The law of imports, read from the imports of a tree. Types count: a type that climbs ties two rooms together as well. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** From the top down: a room imports only rooms further down, and equals don't import each other. */
const order = `
  index, doctor | process | start | commands, notices, front | server | general, pilot | desk, watches, requests | rules, centralise, exports, hold | licences, journal | takeovers, outbox
  | purchases, teams, faq | router, sync, orders | core | planner | jobs, people | microsoft | language, config, metrics | log | logging | clock, http, store | foreign | cards
`;

/** The same inside a room that has rooms of its own. */
const inside: Record<string, string> = {
  'bot/takeovers/': 'request | decision | cards | run | state',
  'bot/rules/': 'rules | rule, sync, bulletins | baseline | change | catalogue',
};

export interface Import {
  /** The importing file, from the root: `bot/server.ts`. */
  file: string;
  /** A file from the root, or the name of a package. */
  from: string;
  typeOnly: boolean;
}

export function filesOf(root: string, folder: string): string[] {
  return readdirSync(posix.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((name) => name.endsWith('.ts'));
}

export function importsOf(root: string, file: string): Import[] {
  const source = readFileSync(posix.join(root, file), 'utf8');
  const statements = source.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'|^import '([^']+)'/gms);
  const types = source.matchAll(/\bimport\('(\.[^']+)'\)/g);
  return [
    ...[...statements].map(([, type, named, bare]) => ({
      file,
      from: resolved(file, named ?? bare ?? ''),
      typeOnly: type !== undefined,
    })),
    ...[...types].map(([, from = '']) => ({ file, from: resolved(file, from), typeOnly: true })),
  ];
}

function resolved(file: string, from: string): string {
  if (from.startsWith('.')) return posix.join(posix.dirname(file), from);
  if (from.startsWith('node:')) return 'node';
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

export const said = ({ file, from }: Import): string => `${file} imports ${from}`;

const ranks = (text: string): Map<string, number> =>
  new Map(text.split('|').flatMap((equals, rank) => equals.split(',').map((name) => [name.trim(), rank] as const)));

/** `bot/purchases/card.ts` → `purchases`, `store/audit.ts` → `store` */
function roomOf(file: string, base = 'bot/'): string {
  const path = file.startsWith(base) ? file.slice(base.length) : file;
  return path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

/** Imports that go up, or to an equal; and files in a room that the order does not name. */
export function climbing(imports: readonly Import[]): string[] {
  const local = imports.filter(({ from }) => from.endsWith('.ts'));
  const ofHouse = local.filter(({ file }) => file.startsWith('bot/'));
  return [
    ...brokenBy(ofHouse, ranks(order), (file) => roomOf(file)),
    ...Object.entries(inside).flatMap(([base, text]) =>
      brokenBy(
        ofHouse.filter(({ file, from }) => file.startsWith(base) && from.startsWith(base)),
        ranks(text),
        (file) => roomOf(file, base),
      ),
    ),
  ];
}

function brokenBy(imports: readonly Import[], rank: Map<string, number>, room: (file: string) => string): string[] {
  return imports.flatMap((each) => {
    const [upper, lower] = [room(each.file), room(each.from)];
    const [above, below] = [rank.get(upper), rank.get(lower)];
    if (above === undefined || below === undefined)
      return [`${said(each)}: the order does not name ${upper} or ${lower}`];
    return upper === lower || below > above ? [] : [said(each)];
  });
}

/** Files that import each other in a ring, each ring in one line. */
export function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { file, from } of imports) next.set(file, [...(next.get(file) ?? []), from]);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const from of next.get(file) ?? []) visit(from, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
