/**
 * `npm run bench`: the figures of `docs`, each beside something that can't be avoided. Smaller: `-- --subscriptions=10000`;
 * with CPU profiles in `out/`: `-- --profile`.
 */
import { fileURLToPath } from 'node:url';
import { runTrusting } from '../world/trusting.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
process.exit(await runTrusting(['--expose-gc', '--import', 'tsx', main, ...process.argv.slice(2)]));
