/** The laws of the house, read from its imports. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { circles, climbing, filesOf, type Import, importsOf, said } from './laws.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = ['bot', 'cards', 'store', 'manifest'];

/** Every import of a tree. */
const readTree = (tree: string, folders = source): Import[] =>
  folders.flatMap((folder) => filesOf(tree, folder)).flatMap((file) => importsOf(tree, file));

const imports = readTree(root);
const inFolder = (folder: string) => imports.filter(({ file }) => file.startsWith(`${folder}/`));

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

  it('only app, messenger and server know the Bot Framework, teams-ai and restify, and completion teams-ai’s part for models', () => {
    const edge = ['bot/teams/app.ts', 'bot/teams/messenger.ts', 'bot/server.ts'];
    const forModels = (file: string, from: string): boolean =>
      file === 'bot/planner/completion.ts' && from === '@microsoft/teams-ai';
    const sdk = /^(botbuilder|botframework|restify|@microsoft\/teams-ai|@azure\/core)/;
    assertOnly(
      imports.filter(({ from }) => sdk.test(from)),
      ({ file, from }) => edge.includes(file) || forModels(file, from),
    );
  });

  it('only microsoft/ knows what speaks to Microsoft', () => {
    assertOnly(
      imports.filter(({ from }) => /^@azure\/msal|^@microsoft\/microsoft-graph/.test(from)),
      ({ file }) => file.startsWith('bot/microsoft/'),
    );
  });

  it('what goes to Microsoft leaves by the one wire that a read-only pilot watches, and tokens alone by another', () => {
    const asks = /\b(fetchDirectly|fetch|undici|https?\.request)\(/;
    const files = filesOf(root, 'bot/microsoft').filter((file) => asks.test(readFileSync(join(root, file), 'utf8')));
    assert.deepEqual(files, ['bot/microsoft/tokens.ts', 'bot/microsoft/wire.ts']);
  });

  it('what people ask for knows neither Teams nor how Microsoft is asked', () => {
    const outside =
      /^bot\/(server|start|index)\.ts$|^bot\/teams\/|^bot\/microsoft\/(gateway|graph|licensing|tokens|shapes)/;
    const rooms = /^bot\/(general|rules|centralise|exports|licences|journal|takeovers|purchases)\//;
    assertOnly(
      imports.filter(({ file }) => rooms.test(file)),
      ({ from }) => !outside.test(from),
    );
  });

  it('imports go down the list of rooms, types too', () => {
    assert.deepEqual(climbing(imports), []);
  });

  it('no file is in a circle, types counted', () => {
    assert.deepEqual(circles(imports), []);
  });

  it('at most twelve files lie loose in bot/, and none of code is longer than 320 lines', () => {
    const loose = readdirSync(join(root, 'bot'), { withFileTypes: true }).filter((entry) => entry.isFile());
    assert.ok(loose.length <= 12, loose.map(({ name }) => name).join(', '));
    const isWords = (file: string): boolean => /^bot\/language\/(en|fr)\//.test(file);
    const long = source
      .flatMap((folder) => filesOf(root, folder))
      .filter((file) => !isWords(file) && readFileSync(join(root, file), 'utf8').split('\n').length > 321);
    assert.deepEqual(long, []);
  });

  it('what runs at an organisation knows nothing of tests, and only what is started reads the environment', () => {
    assertOnly(imports, ({ from }) => !from.startsWith('test/'));
    const readers = ['bot', 'cards', 'store']
      .flatMap((folder) => filesOf(root, folder))
      .filter((file) => readFileSync(join(root, file), 'utf8').includes('process.env'));
    assert.deepEqual(new Set(readers), new Set(['bot/doctor.ts', 'bot/index.ts', 'store/command.ts']));
  });

  it('what is built has every file of data that the code reads beside it', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { build: string } };
    const read = ['bot', 'cards', 'store']
      .flatMap((folder) => filesOf(root, folder))
      .flatMap((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        const named = [...text.matchAll(/new URL\([`'](\.[^`'$]*\.(?:csv|json))[`'], import\.meta\.url\)/g)];
        return named.map(([, name = '']) => posix.join(posix.dirname(file), name));
      });
    assert.ok(read.length > 1, read.join());
    assert.deepEqual(
      read.filter((path) => !scripts.build.includes(`'${path}'`)),
      [],
    );
  });

  it('uses every package it depends on, and depends on every package it uses', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object };
    const used = new Set(readTree(root, ['bot', 'cards', 'store']).map(({ from }) => from));
    const packages = [...used].filter((from) => !/^(node|bot\/|cards\/|store\/)/.test(from));
    // Peers that another dependency asks for: the template engine's expressions, teams-ai's client for a model.
    const peers = ['adaptive-expressions', 'openai'];
    assert.deepEqual(new Set([...packages, ...peers]), new Set(Object.keys(dependencies)));
  });
});

/** A copy of the tree in which one file imports what it must not. */
function broken(file: string, line: string): Import[] {
  const tree = mkdtempSync(join(tmpdir(), 'purser-law-'));
  try {
    for (const folder of source) cpSync(join(root, folder), join(tree, folder), { recursive: true });
    writeFileSync(join(tree, file), `${line}\n${readFileSync(join(tree, file), 'utf8')}`);
    return readTree(tree);
  } finally {
    rmSync(tree, { recursive: true });
  }
}

/** Put together, so that nothing that compiles this file takes it for an import of its own. */
const statement = (what: string, from: string): string => `${what} from '${from}';`;

describe('the law of imports, broken', () => {
  const cases: [what: string, file: string, line: string, caught: RegExp][] = [
    [
      'a room imports one above it',
      'bot/purchases/query.ts',
      "import '../takeovers/state/decide.ts';",
      /^bot\/purchases\/query\.ts imports bot\/takeovers/,
    ],
    [
      'by a type alone',
      'bot/language/format.ts',
      statement('import type { House }', '../core/dependencies.ts'),
      /^bot\/language\/format\.ts imports bot\/core/,
    ],
    [
      'by a type in the middle of a line',
      'bot/clock.ts',
      "export type Bad = import('./log.ts').Log;",
      /^bot\/clock\.ts imports bot\/log/,
    ],
    [
      'an equal imports its equal',
      'bot/licences/licensed-products.ts',
      "import '../journal/entry.ts';",
      /^bot\/licences\/licensed-products\.ts imports bot\/journal/,
    ],
    [
      'inside takeovers',
      'bot/takeovers/state/tell.ts',
      statement('export *', '../cards/card.ts'),
      /^bot\/takeovers\/state\/tell\.ts imports bot\/takeovers\/cards/,
    ],
    [
      'inside rules',
      'bot/rules/catalogue/read-sentence.ts',
      "import '../baseline/drift.ts';",
      /^bot\/rules\/catalogue\/read-sentence\.ts imports bot\/rules\/baseline/,
    ],
  ];
  for (const [what, file, line, caught] of cases)
    it(`is caught where ${what}`, () => {
      const found = climbing(broken(file, line));
      assert.ok(found.length > 0 && found.every((each) => caught.test(each)), found.join('\n'));
    });

  it('is caught where a file stands in no room of the list', () => {
    const [found = ''] = climbing([{ file: 'bot/helpers/x.ts', from: 'bot/clock.ts', typeOnly: false }]);
    assert.match(found, /does not name helpers/);
  });

  it('is caught where two files of one room import each other, by a type alone', () => {
    const [found = '', ...others] = circles(broken('bot/clock.ts', statement('import type { Log }', './metrics.ts')));
    assert.match(
      found,
      /bot\/clock\.ts → bot\/metrics\.ts → bot\/clock\.ts|bot\/metrics\.ts → bot\/clock\.ts → bot\/metrics\.ts/,
    );
    assert.deepEqual(others, []);
  });
});
