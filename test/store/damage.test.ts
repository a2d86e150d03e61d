import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { StoreDamaged } from '../../store/file/errors.ts';
import { lines, seal } from '../../store/file/lines.ts';
import { openFileStore } from '../../store/file/open.ts';
import { figure, progress } from '../soak/tell.ts';
import { seeded, step, stepsIn } from './history.ts';
import { MemoryDisk } from './memory-disk.ts';

/** A longer run flips more bytes: `npm run soak -- damage`. */
const { FLIPS = '400', FLIP_SEED = '1' } = process.env;

type Files = [string, Buffer][];

/** The files of a store after so many steps: as it left them, or as the process was killed with them open. */
async function filesAfter(count: number, ending: 'closed' | 'killed'): Promise<Files> {
  const disk = new MemoryDisk();
  const store = await openFileStore('/store', { disk, snapshotAfter: 30_000 });
  for (let i = 0; i < count; i++) await store.transact(step);
  const open = disk.files();
  await store.close();
  return (ending === 'closed' ? disk.files() : open).filter(([name]) => !name.startsWith('lease-'));
}

/** Opens these files: how many steps they hold, and what was said. A refusal must name the file and what to do. */
async function open(files: Files): Promise<{ found: number | undefined; said: string; disk: MemoryDisk }> {
  const disk = MemoryDisk.of(files);
  let said = '';
  const report = (words: string) => {
    said += `${words}\n`;
  };
  try {
    const store = await openFileStore('/store', { disk, report });
    const found = stepsIn(store);
    await store.close();
    return { found, said, disk };
  } catch (error) {
    assert.ok(error instanceof StoreDamaged, String(error));
    assert.match(error.message, /ndjson, byte \d+: .*restore the folder from a backup/);
    assert.deepEqual(disk.files(), files, 'a store that was refused is left as it was');
    return { found: undefined, said: error.message, disk };
  }
}

function replaced(files: Files, name: string, bytes: Buffer | undefined): Files {
  return files.flatMap(([each, old]): Files => (each !== name ? [[each, old]] : bytes ? [[each, bytes]] : []));
}

function last(files: Files, kind: 'snapshot' | 'journal', back = 1): [string, Buffer] {
  const found = files
    .filter(([name]) => name.startsWith(kind))
    .sort(([a], [b]) => a.localeCompare(b))
    .at(-back);
  assert.ok(found);
  return found;
}

/** Only the end of the last journal may be missing; everything else is brought back, or refused. */
function judge(
  files: Files,
  name: string,
  total: number,
  { found, said }: { found: number | undefined; said: string },
) {
  if (found === total) return 'whole';
  assert.match(said || name, new RegExp(name), 'the words name the file');
  if (found === undefined) return 'refused';
  assert.equal(name, last(files, 'journal')[0], `${total - found} steps are lost`);
  assert.ok(found < total && found > total - 60, `${found} of ${total}`);
  return 'prefix';
}

function tally(outcomes: readonly string[]): string {
  const kinds = { whole: 'opened whole', prefix: 'opened but for its torn end', refused: 'refused in words' };
  return Object.entries(kinds)
    .map(([kind, words]) => `${outcomes.filter((each) => each === kind).length} ${words}`)
    .join(', ');
}

for (const ending of ['closed', 'killed'] as const)
  describe(`a store that was ${ending}`, () => {
    const total = 215;
    let files: Files;
    before(async () => {
      files = await filesAfter(total, ending);
    });

    it('cut at every 512th byte of any file opens at what was committed or refuses, never empty', async () => {
      const outcomes: string[] = [];
      for (const [name, bytes] of files)
        for (let at = 0; at < bytes.length; at += 512)
          outcomes.push(judge(files, name, total, await open(replaced(files, name, bytes.subarray(0, at)))));
      figure(`a store that was ${ending}: cut at ${outcomes.length} places: ${tally(outcomes)}`);
      assert.deepEqual(
        [...new Set(outcomes)].sort(),
        ending === 'closed' ? ['refused', 'whole'] : ['prefix', 'refused', 'whole'],
      );
    });

    it('with any byte flipped opens at what was committed, and says so, or refuses', async function () {
      this.timeout(300_000 + Number(FLIPS) * 500);
      const random = seeded(Number(FLIP_SEED));
      const outcomes: string[] = [];
      for (let i = 1; i <= Number(FLIPS); i++) {
        const [name, bytes] = files[Math.floor(random() * files.length)] ?? last(files, 'journal');
        const flipped = Buffer.from(bytes);
        const at = Math.floor(random() * bytes.length);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        const opened = await open(replaced(files, name, flipped));
        const outcome = judge(files, name, total, opened);
        if (outcome === 'prefix') assert.match(opened.said, /were cut off/);
        outcomes.push(outcome);
        progress(i, Number(FLIPS), 500, `bits flipped in a store that was ${ending}`);
      }
      figure(`a store that was ${ending}: ${FLIPS} bits flipped: ${tally(outcomes)}`);
    });

    it('with a file missing brings everything back or refuses', async () => {
      for (const [name] of files) {
        const { found } = await open(replaced(files, name, undefined));
        assert.ok(found === total || found === undefined, `${found} steps without ${name}`);
      }
    });
  });

describe('a damaged store', () => {
  let files: Files;
  before(async () => {
    files = await filesAfter(215, 'killed');
  });

  it('whose last line is torn is cut back to the line before, says so, and goes on', async () => {
    const [name, bytes] = last(files, 'journal');
    const torn = replaced(files, name, bytes.subarray(0, -10));
    const { found, said } = await open(torn);
    assert.equal(found, 214);
    assert.match(said, /journal-\d+\.ndjson, byte \d+: the last \d+ bytes were being written when Purser stopped/);
    const disk = MemoryDisk.of(torn);
    const store = await openFileStore('/store', { disk, report: () => undefined });
    await store.transact(step);
    const killed = disk.files().filter(([each]) => !each.startsWith('lease-'));
    await store.close();
    for (const then of [killed, disk.files()]) {
      const opened = await open(then);
      assert.deepEqual([opened.found, opened.said], [215, '']);
    }
  });

  it('with a line taken out, or a file cut between two lines, is refused: transactions are counted', async () => {
    const [name, bytes] = last(files, 'journal');
    const [first, , ...rest] = bytes.toString().split(/(?<=\n)/);
    const { said } = await open(replaced(files, name, Buffer.from([first, ...rest].join(''))));
    assert.match(said, /transaction \d+ comes after \d+, so files or lines are missing/);
    const [older, before] = last(files, 'journal', 2);
    const cut = replaced(files, older, before.subarray(0, before.lastIndexOf('\n', before.length - 2) + 1));
    const header = replaced(cut, name, bytes.subarray(0, bytes.indexOf('\n') + 1));
    const doubly = await open(replaced(header, last(files, 'snapshot')[0], Buffer.from('{}')));
    assert.match(doubly.said, /transaction \d+ comes after \d+, so files or lines are missing/);
  });

  it('whose last line is good, but the one before is not, is refused: what is behind a gap can not be trusted', async () => {
    const [name, bytes] = last(files, 'journal');
    const damaged = Buffer.from(bytes);
    damaged[bytes.lastIndexOf('\n', bytes.length - 2) - 5] = 0;
    const { found, said } = await open(replaced(files, name, damaged));
    assert.equal(found, undefined);
    assert.match(said, /this line is damaged, and later ones are not/);
  });

  it('whose last snapshot is damaged loses nothing: the one before and the journals since bring all back', async () => {
    const [name, bytes] = last(files, 'snapshot');
    const { found, said, disk } = await open(replaced(files, name, bytes.subarray(0, 1000)));
    assert.equal(found, 215);
    assert.match(said, /Everything was brought back from older files; this one was put aside/);
    assert.ok(disk.files().some(([each]) => each === `${name}.damaged`));
    assert.equal((await open(disk.files())).said, '');
  });

  it('both of whose snapshots are damaged is refused', async () => {
    const worse = [1, 2].reduce(
      (rest, back) => replaced(rest, last(files, 'snapshot', back)[0], Buffer.from('{}')),
      files,
    );
    assert.match((await open(worse)).said, new RegExp(`${basename(last(files, 'snapshot')[0])}, byte 0`));
  });

  it('put together from two backups is refused', async () => {
    const [name] = last(files, 'journal');
    const [, older] = last(await filesAfter(120, 'killed'), 'journal');
    const { found, said } = await open(replaced(files, name, older));
    assert.equal(found, undefined);
    assert.match(said, /transaction \d+ comes after \d+, so files or lines are missing/);
  });
});

describe('a store that holds what this version does not know', () => {
  for (const [from, to, words] of [
    ['"status":"Enabled"', '"status":"Surprise"', /purchases "P-\d+" does not fit: status: .*start the version/],
    ['"table":"products"', '"table":"sagas"', /there is no table sagas/],
    ['"format":1', '"format":2', /it has format 2, and this version reads 1/],
  ] as const)
    it(`refuses ${to}, and tries no older file`, async () => {
      const files = await filesAfter(30, 'closed');
      const [name, bytes] = last(files, 'snapshot');
      const changed = [...lines(bytes)].map(({ value }) =>
        seal(JSON.parse(JSON.stringify(value).replaceAll(from, to))),
      );
      const disk = MemoryDisk.of(replaced(files, name, Buffer.from(changed.join(''))));
      await assert.rejects(openFileStore('/store', { disk }), { name: 'StoreUnfit', message: words });
    });
});
