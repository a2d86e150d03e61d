/** What is asked of the doctor on its command line. */
import { parseArgs } from 'node:util';

export interface Asked {
  help?: boolean | undefined;
  report?: string | undefined;
  try?: string | undefined;
}

/** Why that can't be asked. `unknown` has the word that says nothing here; the others lack what the option is about. */
export type Misused = { why: 'unknown'; word: string } | { why: 'no-file' | 'no-user' };

const options = {
  help: { type: 'boolean', short: 'h' },
  report: { type: 'string' },
  try: { type: 'string' },
} as const;

const names = Object.keys(options);

export function readAsked(args: readonly string[]): Asked | Misused {
  const { values, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  if (values.help) return { help: true };
  if (lacks(values.report)) return { why: 'no-file' };
  if (lacks(values.try)) return { why: 'no-user' };
  const strange = tokens.find((token) => token.kind !== 'option' || !names.includes(token.name));
  if (strange) return { why: 'unknown', word: args[strange.index] ?? '' };
  return { report: asText(values.report), try: asText(values.try) };
}

/** An option in the place of a value is the next option: `--report --try`. */
function lacks(value: string | boolean | undefined): boolean {
  return value !== undefined && (typeof value === 'boolean' || value === '' || value.startsWith('--'));
}

function asText(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
