/** The recipes of CONTRIBUTING.md hold: a command and a notice are added with the files they name, and with no other. */
import assert from 'node:assert/strict';
import { type ExecFileOptions, execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { program } from '../built.ts';
import { goesOn } from '../patience.ts';
import { command, type Edits, names, notice } from './made-up.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const run = promisify(execFile);

/** The files that the numbered steps under a heading name, before what they say of them. */
function filesOf(recipe: string): string[] {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [, section = ''] = text.split(new RegExp(`^### ${recipe}$`, 'm'));
  const steps = section.split(/^#+ /m)[0]?.match(/^\d+\. [^:]*:/gm) ?? [];
  return steps.flatMap((step) => [...step.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file));
}

const placeOf = (file: string): string => file.replace(/[A-Z]{4,}/g, (word) => names[word] ?? word);

/** Follows a recipe, step by step, in its order. */
function follow(recipe: string, edits: Edits, tree: string): void {
  for (const step of filesOf(recipe)) {
    const file = join(tree, placeOf(step));
    const edit = edits[step];
    assert.ok(edit, `the recipe names ${step}`);
    writeFileSync(file, edit(readOr(file)));
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** What a process says until it ends well. */
async function said(args: string[], options: ExecFileOptions = {}): Promise<string> {
  const running = run(process.execPath, args, { ...options, encoding: 'utf8' });
  running.child.stdout?.on('data', goesOn);
  return (await running).stdout;
}

interface Tried {
  help: Record<'en' | 'fr', string>;
  answers: Record<'en' | 'fr', string>;
  told: Record<'en' | 'fr', { posts: number; card: string }>;
}

describe('the recipes', () => {
  let folder: string;
  let tree: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'purser-recipes-'));
    tree = join(folder, 'tree');
    const copied = ['bot', 'cards', 'store', 'test/world', 'test/stand-ins', 'test/recipes', 'test/patience.ts'];
    for (const part of [...copied, 'package.json', 'tsconfig.json'])
      cpSync(join(root, part), join(tree, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    follow('A command', command, tree);
    follow('A notice', notice, tree);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** A folder with the files of one place that are as they were before the recipes were followed. */
  function asBefore(place: string): string {
    const other = join(folder, 'before');
    cpSync(join(root, place), join(other, place), { recursive: true });
    return other;
  }

  it('name the files that are needed', () => {
    assert.deepEqual(filesOf('A command'), Object.keys(command));
    assert.deepEqual(filesOf('A notice'), Object.keys(notice));
  });

  it('compile once they are followed, and not without the French words', async () => {
    const stdout = await said([...program('test/recipes/types.ts'), tree, asBefore('bot/language/fr')]);
    const [followed, french = ''] = stdout.split('--\n');
    assert.equal(followed, '');
    assert.match(french, /^bot\/language\/fr\/general\.ts:\d+ Property 'applaud' is missing/m);
    assert.match(french, /^bot\/language\/fr\/general\.ts:\d+ .* is missing .*: applause, applaud$/m);
    assert.match(french, /^bot\/language\/fr\/purchases\.ts:\d+ Property 'applause' is missing/m);
  });

  it('work: help lists the command, it answers in both languages, and its notice is posted to those who asked', async () => {
    const { PATH = '', NODE_EXTRA_CA_CERTS = '', PURSER_TLS_DIR = '' } = process.env;
    const stdout = await said([`--import=${tsx}`, join(tree, 'test/recipes/world.ts')], {
      cwd: tree,
      env: { PATH, NODE_EXTRA_CA_CERTS, PURSER_TLS_DIR },
    });
    const { help, answers, told } = JSON.parse(stdout) as Tried;
    assert.match(help.en, /applaud\n?.*Applaud whoever listens/s);
    assert.match(help.fr, /applaudir\n?.*Applaudir qui écoute/s);
    assert.match(answers.en, /^You applaud/);
    assert.match(answers.fr, /^Vous applaudissez/);
    // Applauded twice: the same key is the same notice.
    assert.deepEqual([told.en.posts, told.fr.posts], [1, 1]);
    assert.match(told.en.card, /^Adele Vance applauds/);
    assert.match(told.fr.card, /^Adele Vance applaudit/);
  });
});
