/**
 * Records as older versions wrote them, made into today's. A record's new field needs a line here: what it is where an
 * older version wrote none; a field that is renamed or split is rewritten here. What is read is migrated, then checked, so
 * nobody else meets an older shape; it is written anew with the next snapshot. A line may go when no backup is that old.
 */
import type { Archived, RecordOf, Table, Takeover } from './records.ts';

type Migrations = { readonly [K in Table]?: (older: Partial<RecordOf<K>>) => Partial<RecordOf<K>> };

const migrations: Migrations = {
  chats: (older) => ({ topics: [], away: null, ...older }),
  answered: (older) => ({ answered: true, ...older }),
  purchases: (older) => ({ endless: false, ...older, createdAt: dayOf(older.createdAt), nextAt: dayOf(older.nextAt) }),
  takeovers: (older) => withDays({ leftOut: [], revisedFrom: null, ...older }),
  transfers: (older) => ({ shown: null, ...older }),
  members: (older) => ({ away: null, ...older }),
  // What was put aside keeps up with the table it came from.
  archive: (older) => ({ ...older, record: migrated(older.table ?? 'purchases', older.record) }) as Partial<Archived>,
};

/** Microsoft's dates were kept as instants, though they are days. */
function dayOf(older: string | null | undefined): string | null {
  return older?.slice(0, 10) ?? null;
}

function withDays(older: Partial<Takeover>): Partial<Takeover> {
  const { purchase, reports } = older;
  return {
    ...older,
    ...(purchase && { purchase: { ...purchase, nextAt: dayOf(purchase.nextAt) } }),
    ...(reports && { reports: reports.map((report) => ({ ...report, endsAt: dayOf(report.endsAt) })) }),
  };
}

/** The record as this version would have written it. What is no record at all is left for the check to refuse. */
export function migrated(table: Table, record: unknown): unknown {
  const migrate = migrations[table] as ((older: object) => object) | undefined;
  return migrate && typeof record === 'object' && record !== null ? migrate(record) : record;
}
