/**
 * `npm run golden [ROOM …]`: plays the scenes of these rooms, or of all, and writes their golden anew. The rest of their tests
 * run along, so that a card which breaks a rule of the house is not taken for meant.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { runTrusting } from '../world/trusting.ts';
import { roomNames } from './rooms.ts';

const asked = process.argv.slice(2);
const strange = asked.filter((room) => !roomNames.some((name) => name === room));
if (strange.length > 0) {
  process.stderr.write(`No room is called ${strange.join(', ')}. There are ${roomNames.join(', ')}.\n`);
  process.exit(1);
}
process.env['UPDATE_GOLDEN'] = '1';
const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
const files = (asked.length > 0 ? asked : roomNames).map((room) =>
  fileURLToPath(new URL(`./${room}.test.ts`, import.meta.url)),
);
process.exit(await runTrusting([mocha, '--no-config', '--timeout=120000', '--node-option', 'import=tsx', ...files]));
