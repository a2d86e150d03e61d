/** `npm run cards`: the gallery, or with `pictures` those of the main cards, in a process that trusts the stand-in tenant. */
import { fileURLToPath } from 'node:url';
import { runTrusting } from '../world/trusting.ts';

const script = process.argv.includes('pictures') ? './pictures.ts' : './gallery.ts';
const path = fileURLToPath(new URL(script, import.meta.url));
process.exit(await runTrusting(['--import', 'tsx', path, ...process.argv.slice(2)]));
