/** `npm test`: mocha, in a process that trusts the stand-ins. */
import { createRequire } from 'node:module';
import { runTrusting } from './world/trusting.ts';

const mocha = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');
process.exit(await runTrusting([mocha, ...process.argv.slice(2)]));
