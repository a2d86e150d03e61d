/** Loaded before the tests: one that sends Microsoft what is not on the list fails, whatever else it looks at. */
import { takeUnlisted } from './noted.ts';

function listedOnly(): void {
  const unlisted = takeUnlisted();
  if (unlisted.length === 0) return;
  const where = 'test/stand-ins/calls/ has no line for it: add one that says where Microsoft documents it';
  throw new Error(`Purser sent what is not on the list of calls to Microsoft (${where}):\n  ${unlisted.join('\n  ')}`);
}

export const mochaHooks = { afterEach: listedOnly, afterAll: listedOnly };
