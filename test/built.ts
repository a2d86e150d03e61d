/**
 * The house compiled once for a run of its tests. Compiling each file as it is imported, in each worker and in each process
 * that a test starts, took a third of the run.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = join(import.meta.dirname, '..');
/** By its place: where a script runs in another folder, its name leads nowhere. */
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const folders = ['bot', 'cards', 'store', 'manifest', 'test'];

/** Names the folder of what is compiled, to whatever runs from there. */
const BUILT = 'PURSER_BUILT';
const REPORTER = 'test/reporter.ts';

export interface Built {
  folder: string;
  environment: Record<string, string>;
  remove(): Promise<void>;
}

/** Within the root, where packages are found. */
export async function buildAll(): Promise<Built> {
  await mkdir(join(root, 'out'), { recursive: true });
  const folder = await mkdtemp(join(root, 'out', 'built-'));
  const shared = {
    absWorkingDir: root,
    outdir: folder,
    outbase: root,
    target: 'node20.20',
    logLevel: 'warning',
  } as const;
  await Promise.all([
    writeFile(join(folder, 'package.json'), '{"type":"module"}'),
    build({
      ...{ ...shared, entryPoints: await sources(), format: 'esm', plugins: [inPlace] },
      ...{ sourcemap: true, sourcesContent: false },
    }),
    // mocha requires its reporter, so that one can be no module.
    build({ ...shared, entryPoints: [REPORTER], format: 'cjs', outExtension: { '.js': '.cjs' } }),
  ]);
  return {
    folder,
    environment: { [BUILT]: folder },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** @param path of the source, from the root */
export function compiled({ folder }: Pick<Built, 'folder'>, path: string): string {
  return join(folder, path.replace(/\.ts$/, '.js'));
}

export function reporter({ folder }: Built): string {
  return join(folder, REPORTER.replace(/\.ts$/, '.cjs'));
}

/** What Node is given to run a script of ours: what was compiled of it, in a run that has compiled it. */
export function program(path: string): string[] {
  const { [BUILT]: folder } = process.env;
  if (folder === undefined) return [`--import=${tsx}`, join(root, path)];
  return [compiled({ folder }, path)];
}

async function sources(): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(root, folder), { recursive: true });
      return names.map((name) => join(folder, name));
    }),
  );
  return found.flat().filter((name) => name.endsWith('.ts'));
}

/** A compiled file imports compiled ones; all else it finds where its source would. */
const inPlace: Plugin = {
  name: 'in place',
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: placed(await readFile(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};

function placed(source: string, path: string): string {
  const url = pathToFileURL(path);
  return source
    .replaceAll(/(?<=\bfrom '|^import ')\.[^'\n]*(?=')/gm, (from) =>
      from.endsWith('.ts') ? from.replace(/\.ts$/, '.js') : new URL(from, url).href,
    )
    .replaceAll('import.meta.url', JSON.stringify(url.href))
    .replaceAll('import.meta.dirname', JSON.stringify(path.slice(0, path.lastIndexOf(sep))));
}
