/** The settings as the doctor reads them: what can't be read is told, and the rest is looked at all the same. */
import { type Config, ConfigProblem, readConfig } from '../config/config.ts';
import { Environment } from '../config/environment.ts';
import { type Finding, finding, type Gap } from './gaps.ts';

export type Given = Readonly<Record<string, string | undefined>>;

interface Read {
  /** Undefined where too little can be read to go on. */
  config: Config | undefined;
  finding: Finding;
}

export function readSettings(given: Given): Read {
  const set = Object.keys(Environment.shape).filter((name) => given[name]?.trim());
  const about = { count: String(set.length) };
  try {
    const config = readConfig({ ...given });
    const pilot = config.microsoft.readOnly ? 'yes' : '';
    return { config, finding: finding('settings', [], { ...about, pilot }) };
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    const gaps = error.problems.map((problem) => asGap(problem, given));
    const without = Object.fromEntries(Object.entries(given).filter(([name]) => !gaps.some(({ of }) => of === name)));
    return { config: asFarAsReadable(without), finding: finding('settings', gaps, about) };
  }
}

/** A problem begins with the name of its setting, right or misspelt; else it holds the name. */
function asGap(problem: string, given: Given): Gap {
  const isOurs = (name: string): boolean => Object.hasOwn(Environment.shape, name) && name !== 'DEV';
  const first = /^[^\s:]+/.exec(problem)?.[0] ?? '';
  const held = problem.match(/[A-Za-z][A-Za-z_]{2,}/g)?.find(isOurs);
  const of = isOurs(first) || given[first] !== undefined ? first : (held ?? first);
  return { name: 'setting', of, needed: true, about: { problem: /[.?!]$/.test(problem) ? problem : `${problem}.` } };
}

function asFarAsReadable(given: Given): Config | undefined {
  try {
    return readConfig({ ...given });
  } catch (error) {
    if (error instanceof ConfigProblem) return undefined;
    throw error;
  }
}

/** The setting that is in force of several that may say the same. */
export function settingOf(given: Given, ...names: string[]): string {
  return names.find((name) => given[name]?.trim()) ?? names[0] ?? '';
}
