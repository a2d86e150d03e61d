import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { audit } from '../../store/audit.ts';
import { readBackup } from '../../store/file/backup.ts';
import { lines, seal } from '../../store/file/lines.ts';
import { openFileStore } from '../../store/file/open.ts';
import { contentOf, onDisk, storeOf } from './backups.ts';
import { inFolder, news } from './history.ts';
import { ended, kill, run, startWriter } from './processes.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the commands of whoever runs Purser', () => {
  it('back up and restore, and say how many records of what there are, and up to when', async () => {
    await inFolder(async (place) => {
      const held = await storeOf(join(place, 'data'), 50);
      const file = join(place, 'backup');
      const taken = await run('backup', file, join(place, 'data'));
      assert.equal(taken.code, 0, taken.said);
      assert.match(
        taken.said,
        /42 records \(40 purchases, 1 products, 1 counters\), all that was committed up to 20\S+Z/,
      );
      assert.match(taken.said, /transaction 50\.\nThe audit holds/);
      const restored = await run('restore', file, join(place, 'data'));
      assert.equal(restored.code, 0, restored.said);
      assert.match(restored.said, /What was there before is in \S+replaced-20\S+; remove it when nobody misses it/);
      assert.equal(await contentOf(join(place, 'data')), held);
    });
  });

  it('refuse with one sentence and exit code 1, and change nothing', async () => {
    await inFolder(async (place) => {
      const [data, file] = [join(place, 'data'), join(place, 'backup')];
      const writer = await startWriter(data, 1e9);
      assert.equal((await run('backup', file, data)).code, 0, 'a store in use is backed up');
      const refusals: [Parameters<typeof run>, RegExp][] = [
        [['restore', file, data], /^Nothing was restored: .*in use by process \d+ on .*Stop that one first/],
        [['backup', file, join(place, 'nothing')], /^No backup was taken: There is no store in /],
        [['restore', join(place, 'none'), data], /^Nothing was restored: ENOENT.*none'\.$/],
      ];
      for (const [args, words] of refusals) {
        const { code, said } = await run(...args);
        assert.equal(code, 1);
        assert.match(said.trim(), words);
        assert.equal(said.trim().split('\n').length, 1, said);
      }
      assert.equal(writer.child.exitCode, null);
      await kill(writer);
    });
  });

  it('tell of an audit that does not hold, and take the backup all the same', async () => {
    await inFolder(async (place) => {
      const [data, file] = [join(place, 'data'), join(place, 'backup')];
      const store = await openFileStore(data);
      for (const why of ['one', 'two']) await store.transact((tx) => audit(tx, { ...news, why }));
      await store.close();
      const [name = ''] = (await fs.readdir(data)).filter((each) => each.startsWith('snapshot'));
      const sealed = [...lines(await fs.readFile(join(data, name)))].map(({ value }) =>
        seal(JSON.parse(JSON.stringify(value).replace('"two"', '"three"'))),
      );
      await fs.writeFile(join(data, name), sealed.join(''));
      const { code, said } = await run('backup', file, data);
      assert.equal(code, 1);
      assert.match(said, /is backed up to .*The audit does not hold from A-2 on; keep every older backup/s);
      assert.equal((await readBackup(onDisk(place), file)).tables.get('audit', 'A-2')?.why, 'three');
    });
  });

  it('run as they were compiled where only that is at hand, as after npm ci --omit=dev, and else say what to do', async () => {
    await inFolder(async (place) => {
      await storeOf(join(place, 'data'), 5);
      for (const name of ['package.json', 'store/command.mjs'])
        await fs.cp(join(root, name), join(place, name), { recursive: true });
      const npm = (name: string) => ended(spawn('npm', ['run', '--silent', name, '--', 'kept'], { cwd: place }));
      const without = await npm('backup');
      assert.equal(without.code, 1);
      assert.match(without.said, /^Nothing was done: run "npm run build" first/);
      await build({
        ...{ absWorkingDir: root, entryPoints: ['store/command.ts'], outfile: join(place, 'dist/store/command.js') },
        ...{ bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
      });
      await fs.cp(join(root, 'package.json'), join(place, 'dist', 'package.json'));
      for (const name of ['backup', 'restore']) {
        const { code, said } = await npm(name);
        assert.equal(code, 0, said);
        assert.match(said, /transaction 5\./);
      }
    });
  });
});
