import assert from 'node:assert/strict';
import { seal } from '../../store/file/lines.ts';
import { openFileStore } from '../../store/file/open.ts';
import { restore } from '../../store/file/restore.ts';
import { migrated } from '../../store/migrations.ts';
import type { Store } from '../../store/store.ts';
import { inMemory, now } from './backups.ts';
import { content } from './history.ts';
import { MemoryDisk } from './memory-disk.ts';

/** As version 0.1.0 wrote them, before chats had topics and anybody could be away. */
const old = {
  chats: {
    id: '19:meeting@thread.tacv2',
    kind: 'channel',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    name: 'Purchases',
    person: null,
    addedBy: null,
    welcomedAt: '2026-01-02T03:04:05.000Z',
  },
  members: { id: '9f2a3b4c-0000-4000-8000-000000000001', teamsId: '29:1abc', language: 'fr', locale: null, chat: null },
};

function journalOf(records: Record<string, object>): [string, Buffer] {
  const changes = Object.fromEntries(
    Object.entries(records).map(([table, record]) => [table, { gone: [], puts: [record] }]),
  );
  return ['journal-000000.ndjson', Buffer.from(seal({ after: 0 }) + seal({ seq: 1, group: 1, changes }))];
}

function isToday(store: Store): void {
  assert.deepEqual(store.get('chats', old.chats.id), { ...old.chats, topics: [], away: null });
  assert.deepEqual(store.get('members', old.members.id), { ...old.members, away: null });
}

describe('a store an older version wrote', () => {
  it('keeps the days that Microsoft and people gave as days, though they were instants', () => {
    const purchase = { id: 'P-3', createdAt: '2026-01-02T03:04:05.000Z', nextAt: '2027-03-01T00:00:00.000Z' };
    assert.deepEqual(migrated('purchases', purchase), {
      ...{ id: 'P-3', createdAt: '2026-01-02', nextAt: '2027-03-01' },
      endless: false,
    });
    const report = { what: 'renewal-off', endsAt: '2026-12-31T12:00:00.000Z' };
    const takeover = migrated('takeovers', { purchase, reports: [report] }) as Record<string, unknown>;
    assert.deepEqual(takeover['reports'], [{ ...report, endsAt: '2026-12-31' }]);
    assert.equal((takeover['purchase'] as { nextAt: string }).nextAt, '2027-03-01');
  });

  it('opens with its records in today’s shape, and from then on is one of today', async () => {
    const disk = MemoryDisk.of([journalOf(old)]);
    const store = await openFileStore('/store', { disk });
    isToday(store);
    const held = content(store);
    await store.close();
    const again = await openFileStore('/store', { disk });
    assert.equal(content(again), held);
    await again.close();
    const snapshot = disk.files().find(([name]) => name.startsWith('snapshot'));
    assert.match(String(snapshot?.[1]), /"topics":\[\]/);
  });

  it('comes back from an old backup in today’s shape', async () => {
    const slices = Object.entries(old).map(([table, record]) => seal({ table, records: [record] }));
    const backup = [seal({ format: 1, seq: 7 }), ...slices, seal({ lines: slices.length + 1 })].join('');
    const disk = MemoryDisk.of([['backup', Buffer.from(backup)]]);
    await restore(inMemory(disk), '/store/backup', now);
    const store = await openFileStore('/store', { disk });
    isToday(store);
    await store.close();
  });

  it('keeps what a newer record says: only what is missing is filled in', async () => {
    const away = { why: 'blocked', since: '2026-01-02T03:04:05.000Z' };
    const disk = MemoryDisk.of([journalOf({ chats: { ...old.chats, topics: ['alerts'], away } })]);
    const store = await openFileStore('/store', { disk });
    assert.deepEqual(store.get('chats', old.chats.id), { ...old.chats, topics: ['alerts'], away });
    await store.close();
  });

  it('is still refused where a record lacks what nobody can fill in', async () => {
    const { kind: _, ...chat } = old.chats;
    const disk = MemoryDisk.of([journalOf({ chats: chat })]);
    await assert.rejects(openFileStore('/store', { disk }), {
      name: 'StoreUnfit',
      message: /chats "19:meeting@thread.tacv2" does not fit: kind: /,
    });
  });
});
