/** What people typed, or entered into a form: without what can't be seen, so that no command meets it. */
import { clean } from '../foreign.ts';
import type { Incoming } from './incoming.ts';

export function cleaned(incoming: Incoming): Incoming {
  const { said } = incoming;
  return {
    ...incoming,
    said: 'text' in said ? { ...said, text: clean(said.text) } : { verb: said.verb, data: cleanedData(said.data) },
  };
}

/** The data of a card is flat: what lies deeper is for no command, and its shape refuses it. */
function cleanedData(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return data;
  const entries = Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? clean(value) : value]);
  return Object.fromEntries(entries);
}
