/** What `npm start` runs. */
import { runProcess } from './process.ts';

await runProcess(process.env, { leaseWaitMs: 30_000, graceMs: 3000 });
