/** `npm run soak`: the long runs, all or those named: `npm run soak -- kills power`. Anew as before: `-- --seed=7`. */
import { fileURLToPath } from 'node:url';
import { runTrusting } from '../world/trusting.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
process.exit(await runTrusting(['--import', 'tsx', main, ...process.argv.slice(2)]));
