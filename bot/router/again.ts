/** What can be pressed to see an answer again that didn't arrive. Pure. */
import type { Again } from '../../store/records.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** What shows a thing of each kind; where a command names several, the first. */
const shows = [
  ['request', 'approval'],
  ['change', 'change'],
  ['purchase', 'purchase'],
] as const;

/** Where a command had its effect it must not run again: what it was about is shown. Null where that has no id. */
export function shownBy(args: Arguments): Again | null {
  for (const [name, verb] of shows) {
    const id = args[name];
    if (typeof id === 'string') return { verb, data: { [name]: id } };
  }
  return null;
}

/** The same question; null where there is none, or where a button can't carry it. */
export function againOf(command: string, args: Arguments): Again | null {
  if (command === 'none') return null;
  const data: Again['data'] = {};
  for (const [name, value] of Object.entries(args)) {
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    data[name] = value;
  }
  return { verb: command, data };
}
