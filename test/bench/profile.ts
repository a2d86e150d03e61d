/** Where the time goes: a CPU profile, as a file for a viewer and as a list of the costliest. */
import { mkdir, writeFile } from 'node:fs/promises';
import { type Profiler, Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { round } from './figures.ts';

export const out = join(import.meta.dirname, '..', '..', 'out');

export async function profiled<T>(name: string, work: () => Promise<T>): Promise<T> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  const result = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  await mkdir(out, { recursive: true });
  await writeFile(join(out, `${name}.cpuprofile`), JSON.stringify(profile));
  process.stdout.write(`\n${name}: the costliest, share of the busy time\n${costliest(profile).join('\n')}\n`);
  return result;
}

/** By what they and all they call take, for functions of ours; by themselves, for all. */
function costliest({ nodes, samples = [] }: Profiler.Profile): string[] {
  const hits = new Map<number, number>();
  for (const id of samples) hits.set(id, (hits.get(id) ?? 0) + 1);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const [own, whole] = [new Map<string, number>(), new Map<string, number>()];
  let busy = 0;
  for (const [id, count] of hits) {
    const name = nameOf(byId.get(id));
    if (['(idle)', '(program)'].includes(name)) continue;
    busy += count;
    own.set(name, (own.get(name) ?? 0) + count);
    const above = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) above.add(nameOf(byId.get(at)));
    for (const each of above) whole.set(each, (whole.get(each) ?? 0) + count);
  }
  const told = (counts: Map<string, number>, holds: (name: string) => boolean): string[] =>
    [...counts]
      .filter(([name]) => holds(name))
      .sort(([, a], [, b]) => b - a)
      .slice(0, 25)
      .map(([name, count]) => `  ${`${round((100 * count) / busy)} %`.padStart(7)}  ${name}`);
  const isOurs = (name: string): boolean => /\((bot|cards|store)\//.test(name);
  return ['with what they call:', ...told(whole, isOurs), 'by themselves:', ...told(own, () => true)];
}

function nameOf(node: Profiler.ProfileNode | undefined): string {
  if (!node) return '?';
  const { functionName, url, lineNumber } = node.callFrame;
  const place = url.replace(/^.*\/node_modules\//, '').replace(/^.*\/(bot|cards|store|test)\//, '$1/');
  return `${functionName || '(nameless)'}${place ? ` (${place}:${lineNumber + 1})` : ''}`;
}
