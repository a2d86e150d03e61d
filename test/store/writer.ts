/**
 * A process of its own that takes steps in the store of a folder, many at a time, until it is killed or has taken as many as it
 * was told. It writes `open`, then the number of every step that was answered, and the words of every refusal.
 *
 * node --import=tsx test/store/writer.ts <folder> <steps> <snapshotAfter>
 *
 * `LEASE` has the times of its lease as JSON; with `CLOSES` it closes the store at the end.
 */
import { writeSync } from 'node:fs';
import { openFileStore } from '../../store/file/open.ts';
import { step } from './history.ts';

const [folder = '', count = '0', snapshotAfter = '20000'] = process.argv.slice(2);

/** Written before the next step is taken; where nobody reads just now, it waits. */
function say(words: string | number): void {
  try {
    writeSync(1, `${words}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    say(words);
  }
}

const { LEASE = '{}', CLOSES } = process.env;

function leave(words: string): never {
  say(words);
  process.exit(1);
}

const store = await openFileStore(folder, {
  snapshotAfter: Number(snapshotAfter),
  report: say,
  onLost: (words) => leave(`lost: ${words}`),
  ...JSON.parse(LEASE),
}).catch((error: Error) => leave(`${error.name}: ${error.message}`));
say('open');
let left = Number(count);
await Promise.all(
  Array.from({ length: 20 }, async () => {
    while (left-- > 0) await store.transact(step).then(say, (error: Error) => say(`${error.name}: ${error.message}`));
  }),
);
if (CLOSES) await store.close();
process.exit(); // As after a crash: nothing is closed.
