/** `npm run cards`: the gallery, in a process that trusts the stand-in tenant. */
import { fileURLToPath } from 'node:url';
import { runTrusting } from '../world/trusting.ts';

const gallery = fileURLToPath(new URL('./gallery.ts', import.meta.url));
process.exit(await runTrusting(['--import', 'tsx', gallery, ...process.argv.slice(2)]));
