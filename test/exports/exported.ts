/** What people do with an export in the tests: they ask, press Download, and open the file. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { Person } from '../stand-ins/teams/teams.ts';

/** The address behind the button. */
export async function linkOf(person: Person, text: string, button = 'Download'): Promise<string> {
  await person.ask(text);
  return (await person.press(button)).url ?? '';
}

export async function rowsOf(url: string, delimiter = ','): Promise<Record<string, string>[]> {
  const text = await (await fetch(url)).text();
  assert.ok(!text.includes('\ufffd'));
  return parse(text, { columns: true, bom: true, delimiter });
}
