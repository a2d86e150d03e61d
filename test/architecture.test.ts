/** The laws of the house, read from its imports. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  /** The importing file, from the root: `bot/app.ts`. */
  file: string;
  /** A file from the root, or the name of a package. */
  from: string;
  typeOnly: boolean;
}

function filesOf(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.split(sep).join('/')));
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const statements = source.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)'|^import '([^']+)'/gms);
  return [...statements].map(([, type, named, bare]) => {
    const from = named ?? bare ?? '';
    const path = from.startsWith('.')
      ? relative(root, join(root, dirname(file), from))
          .split(sep)
          .join('/')
      : packageOf(from);
    return { file, from: path, typeOnly: type !== undefined };
  });
}

function packageOf(from: string): string {
  if (from.startsWith('node:')) return 'node';
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

const imports = ['bot', 'cards', 'store', 'manifest'].flatMap(filesOf).flatMap(importsOf);
const inFolder = (folder: string) => imports.filter(({ file }) => file.startsWith(`${folder}/`));
const said = (each: Import): string => `${each.file} imports ${each.from}`;

function assertOnly(found: readonly Import[], allowed: (each: Import) => boolean): void {
  assert.deepEqual(found.filter((each) => !allowed(each)).map(said), []);
}

describe('the architecture', () => {
  it('has five source folders and docs at the top', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .filter((name) => !['node_modules', 'dist', 'out', 'data'].includes(name));
    assert.deepEqual(new Set(folders), new Set(['bot', 'cards', 'docs', 'manifest', 'store', 'test']));
  });

  it('store knows only itself, zod and lowdb', () => {
    assertOnly(inFolder('store'), ({ from }) => from.startsWith('store/') || ['zod', 'lowdb', 'node'].includes(from));
  });

  it('cards know only themselves, the shapes of the store and the template engine', () => {
    const packages = ['adaptivecards-templating', 'adaptive-expressions', 'node'];
    assertOnly(
      inFolder('cards'),
      ({ from, typeOnly }) =>
        from.startsWith('cards/') || packages.includes(from) || (from.startsWith('store/') && typeOnly),
    );
  });

  it('only app, messenger and server know the Bot Framework, teams-ai and restify', () => {
    const edge = ['bot/app.ts', 'bot/messenger.ts', 'bot/server.ts'];
    const sdk = /^(botbuilder|botframework|restify|@microsoft\/teams-ai|@azure\/core)/;
    assertOnly(
      imports.filter(({ from }) => sdk.test(from)),
      ({ file }) => edge.includes(file),
    );
  });

  it('only microsoft/ knows what speaks to Microsoft', () => {
    assertOnly(
      imports.filter(({ from }) => /^@azure\/msal|^@microsoft\/microsoft-graph/.test(from)),
      ({ file }) => file.startsWith('bot/microsoft/'),
    );
  });

  it('commands know neither Teams nor how Microsoft is asked', () => {
    const outside =
      /^bot\/(app|messenger|server|start|index)\.ts$|^bot\/microsoft\/(gateway|graph|licensing|tokens|shapes)/;
    assertOnly(inFolder('bot/commands'), ({ from }) => !outside.test(from));
  });

  it('what runs at an organisation knows nothing of tests, and only what is started reads the environment', () => {
    assertOnly(imports, ({ from }) => !from.startsWith('test/'));
    const readers = ['bot', 'cards', 'store']
      .flatMap(filesOf)
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    assert.deepEqual(readers, ['bot/index.ts', 'store/command.ts']);
  });

  it('uses every package it depends on, and depends on every package it uses', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    const used = new Set(
      ['bot', 'cards', 'store']
        .flatMap(filesOf)
        .flatMap(importsOf)
        .map(({ from }) => from),
    );
    const packages = [...used].filter((from) => !/^(node|bot\/|cards\/|store\/)/.test(from));
    // Peers that another dependency asks for: the template engine's expressions, teams-ai's client for a model.
    const peers = ['adaptive-expressions', 'openai'];
    assert.deepEqual(new Set([...packages, ...peers]), new Set(Object.keys(dependencies)));
  });
});
