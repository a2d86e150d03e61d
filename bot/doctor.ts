/** What `npm run doctor` runs: says what is missing of an operator's set-up, and what to do about it. */
import { runDoctor } from './doctor/run.ts';

process.exitCode = await runDoctor(process.argv.slice(2), process.env);
