/** A network share that shows late what others did to its files is named when the store is opened. */
import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shareTrouble, troubleIn } from '../../store/file/share.ts';

const disks = ['overlay / overlay rw,relatime 0 0', 'proc /proc proc rw 0 0'];
const mounted = (...lines: string[]) => troubleIn([...disks, ...lines, ''].join('\n'), '/data/purser');

describe('a store on a network share', () => {
  for (const [what, line, says] of [
    [
      'NFS as it is mounted by default',
      'nas:/x /data nfs4 rw,vers=4.2,hard 0 0',
      /nfs4 at \/data.* 60 seconds late.*vers=4\.1,actimeo=1/,
    ],
    ['NFS with a shorter time for files alone', 'nas:/x /data nfs4 rw,vers=4.2,acregmax=1 0 0', /60 seconds late/],
    ['NFS of version 3', 'nas:/x /data nfs rw,vers=3,acregmax=1,acdirmax=1 0 0', /of NFS version 3/],
    [
      'SMB that remembers for longer',
      '//nas/x /data cifs rw,vers=3.1.1,actimeo=30 0 0',
      /30 seconds late.*mount it with actimeo=1\.$/,
    ],
    ['newer SMB, folders alone', '//nas/x /data/purser cifs rw,acregmax=1,acdirmax=60 0 0', /60 seconds late/],
    ['a share at a place with a space', 'nas:/x /data\\040old nfs4 rw 0 0', undefined],
    ['NFS as the docs say', 'nas:/x /data nfs4 rw,vers=4.1,acregmin=1,acregmax=1,acdirmin=1,acdirmax=1 0 0', undefined],
    ['NFS without a memory', 'nas:/x /data nfs4 rw,vers=4.1,noac 0 0', undefined],
    ['SMB as it is mounted by default', '//nas/x /data cifs rw,vers=3.1.1,actimeo=1 0 0', undefined],
    ['a share beside it', 'nas:/x /data/purser-old nfs4 rw 0 0', undefined],
    ['a disk on top of a share', 'nas:/x /data nfs4 rw 0 0\n/dev/sda1 /data/purser ext4 rw 0 0', undefined],
    ['a share on top of a disk', '/dev/sda1 /data ext4 rw 0 0\nnas:/x /data nfs4 rw 0 0', /60 seconds late/],
  ] as const)
    it(`is ${says ? 'named, with what helps' : 'nothing to tell'}: ${what}`, () => {
      const words = mounted(line);
      if (says) assert.match(words ?? '', says);
      else assert.equal(words, undefined);
    });

  it('is asked of the system that runs', async () => {
    assert.equal(await shareTrouble(await mkdtemp(join(tmpdir(), 'purser-share-'))), undefined);
    assert.equal(await shareTrouble('/nowhere/at/all'), undefined);
  });
});
