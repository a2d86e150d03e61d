/** Whether the folder of a store lies on a network share that tells late what others have done to its files. */
import { readFile, realpath } from 'node:fs/promises';

/** Longer, and a holder whose lease was taken may see its claim after it was removed. */
const mostSeconds = 1;
/** What Linux goes by where nothing is said. */
const usualSeconds = { nfs: 60, cifs: 1 } as const;

interface Mount {
  at: string;
  type: string;
  options: ReadonlyMap<string, string>;
}

/** In words what is amiss, and what helps; undefined where nothing is, or the system doesn't tell. */
export async function shareTrouble(folder: string): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const [mounts, path] = await Promise.all([readFile('/proc/self/mounts', 'utf8'), realpath(folder)]);
    return troubleIn(mounts, path);
  } catch {
    return undefined;
  }
}

/** @param mounts as in /proc/self/mounts */
export function troubleIn(mounts: string, path: string): string | undefined {
  const under = mountsIn(mounts).filter(({ at }) => at === '/' || path === at || path.startsWith(`${at}/`));
  // Of two at one place the later covers the earlier.
  const mount = under.reduce<Mount | undefined>(
    (best, each) => (each.at.length >= (best?.at.length ?? 0) ? each : best),
    undefined,
  );
  const kind = mount && kindOf(mount.type);
  if (!mount || !kind) return undefined;
  const why = whyNot(kind, mount.options);
  const helps = kind === 'nfs' ? 'vers=4.1,actimeo=1' : 'actimeo=1';
  return (
    why &&
    `${path} is on a network share (${mount.type} at ${mount.at}) ${why}. Two processes could have the store at once for so long; mount it with ${helps}.`
  );
}

function whyNot(kind: 'nfs' | 'cifs', options: Mount['options']): string | undefined {
  if (kind === 'nfs' && /^[23]/.test(options.get('vers') ?? '4')) return `of NFS version ${options.get('vers')}`;
  if (options.has('noac')) return undefined;
  const seconds = Math.max(...['acregmax', 'acdirmax'].map((name) => secondsOf(name, kind, options)));
  return seconds > mostSeconds ? `that may show others’ changes ${seconds} seconds late` : undefined;
}

function secondsOf(name: string, kind: 'nfs' | 'cifs', options: Mount['options']): number {
  const text = options.get(name) ?? options.get('actimeo');
  return text === undefined ? usualSeconds[kind] : Number(text);
}

function kindOf(type: string): 'nfs' | 'cifs' | undefined {
  if (/^nfs4?$/.test(type)) return 'nfs';
  return /^(cifs|smb3)$/.test(type) ? 'cifs' : undefined;
}

function mountsIn(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, at, type, options] = line.split(' ');
    if (!at || !type || options === undefined) return [];
    return [{ at: unescaped(at), type, options: optionsIn(options) }];
  });
}

function optionsIn(text: string): Map<string, string> {
  return new Map(
    text.split(',').map((option) => {
      const [name = '', value = ''] = option.split('=');
      return [name, value];
    }),
  );
}

/** A space is written \040. */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
