/** One part after the other, each in a process of its own; then what held and what did not, also in `out/soak.txt`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { timed } from '../bench/figures.ts';
import { type Part, parts } from './parts.ts';

const root = join(import.meta.dirname, '..', '..');
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Outcome {
  part: Part;
  seconds: number;
  /** The facts that held, as the tests are named. */
  held: string[];
  broken: { fact: string; why: string }[];
  figures: string[];
}

let child: ChildProcess | undefined;
process.once('SIGTERM', () => {
  child?.kill();
  process.exit(1);
});

async function run(part: Part, seed: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-soak-'));
  const [report, figures] = [join(folder, 'report.json'), join(folder, 'figures')];
  const argv = [
    '--no-config',
    '--import=tsx',
    '--timeout=300000',
    '--reporter=json',
    `--reporter-option=output=${report}`,
  ];
  const env = { ...process.env, ...part.environment(seed), SOAK_FIGURES: figures };
  try {
    const { seconds } = await timed(async () => {
      child = spawn(process.execPath, [mocha, ...argv, ...part.files], { cwd: root, env, stdio: 'inherit' });
      await once(child, 'close');
    });
    const told = (await readFile(figures, 'utf8').catch(() => '')).trim();
    return { part, seconds, figures: told ? told.split('\n') : [], ...(await factsIn(report)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Report {
  passes: { fullTitle: string }[];
  failures: { fullTitle: string; err: { message?: string; stack?: string } }[];
  pending: { fullTitle: string }[];
}

/** A part that did not come to its end, or tested nothing, has not held. */
async function factsIn(report: string): Promise<Pick<Outcome, 'held' | 'broken'>> {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (!text) return { held: [], broken: [{ fact: 'the run', why: 'ended before its tests did' }] };
  const { passes, failures, pending } = JSON.parse(text) as Report;
  const broken = [
    ...failures.map(({ fullTitle, err }) => ({ fact: fullTitle, why: err.stack ?? err.message ?? 'failed' })),
    ...pending.map(({ fullTitle }) => ({ fact: fullTitle, why: 'was skipped' })),
    ...(passes.length === 0 ? [{ fact: 'the run', why: 'held no test that passed' }] : []),
  ];
  return { held: passes.map(({ fullTitle }) => fullTitle), broken };
}

function told({ part, seconds, held, broken, figures }: Outcome): string {
  return [
    `${part.name}: ${broken.length === 0 ? 'held' : 'VIOLATED'}, in ${seconds} s. ${part.says}`,
    ...figures.map((figure) => `    ${figure}`),
    ...held.map((fact) => `  ✔ ${fact}`),
    ...broken.map(({ fact, why }) => `  ✖ ${fact}\n${why.replaceAll(/^/gm, '      ')}`),
  ].join('\n');
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
  const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    say(`There is no part ${unknown.join(', ')}; there are ${parts.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  const seed = values.seed ?? `${Date.now() % 1_000_000}`;
  const outcomes: Outcome[] = [];
  for (const part of parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    say(`${part.name} …`);
    outcomes.push(await run(part, seed));
  }
  const violated = outcomes.filter(({ broken }) => broken.length > 0);
  const report = [
    `Soak, seed ${seed}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'a processor'}`,
    ...outcomes.map(told),
    violated.length === 0
      ? 'Every part held.'
      : `Violated: ${violated.map(({ part }) => part.name).join(', ')}. Again with --seed=${seed}.`,
  ].join('\n\n');
  await mkdir(join(root, 'out'), { recursive: true });
  await writeFile(join(root, 'out', 'soak.txt'), `${report}\n`);
  say(`\n${report}`);
  return violated.length === 0 ? 0 : 1;
}

process.exit(await main());
