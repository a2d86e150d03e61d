/** Purser as a process that waits for nobody: neither for another one that has the store, nor for requests that may still come. */
import { runProcess } from '../bot/process.ts';

await runProcess(process.env, { leaseWaitMs: 0, graceMs: 0 });
