/** Makes commits durable in a journal, and keeps that journal short. */
import type { Engine } from '../group.ts';
import type { Changes, Tables } from '../tables.ts';
import type { Folder } from './folder.ts';
import { Journal } from './journal.ts';
import type { Lease } from './lease.ts';
import type { Recovered } from './recover.ts';
import { type Snapshot, viewOf, writeSnapshot } from './snapshot.ts';

interface Means {
  folder: Folder;
  lease: Lease;
  journal: Journal;
  snapshotAfter: number;
}

export class FileEngine implements Engine {
  readonly #folder: Folder;
  readonly #lease: Lease;
  readonly #snapshotAfter: number;
  #journal: Journal;
  /** The last transaction that is durable, and the last one in a snapshot. */
  #seq: number;
  #snapshotSeq: number;
  #snapshotBytes: number;
  /** How much was written to journals since a snapshot was last begun. */
  #grown: number;
  #writing: Promise<void> | undefined;

  constructor({ folder, lease, journal, snapshotAfter }: Means, { seq, base, journals }: Recovered) {
    this.#folder = folder;
    this.#lease = lease;
    this.#snapshotAfter = snapshotAfter;
    this.#journal = journal;
    this.#seq = seq;
    this.#snapshotSeq = base.snapshot.seq;
    this.#snapshotBytes = base.bytes;
    this.#grown = journals.reduce((sum, { length }) => sum + length, 0);
  }

  async append(transactions: readonly Changes[]): Promise<void> {
    const group = this.#seq + 1;
    this.#grown += await this.#journal.append(
      transactions.map((changes, i) => ({ seq: group + i, group, changes })),
      this.#lease,
    );
    this.#seq += transactions.length;
  }

  /** Only the change of journals holds up commits; the snapshot is written while they go on. */
  async rest(tables: Tables): Promise<void> {
    if (this.#writing || this.#grown < Math.max(this.#snapshotAfter, this.#snapshotBytes / 2)) return;
    this.#grown = 0; // If it fails, it is tried again when as much has come anew.
    const view = await this.#changeJournal(tables);
    if (!view) return;
    this.#writing = this.#snapshot(view).finally(() => {
      this.#writing = undefined;
    });
  }

  async close(tables: Tables): Promise<void> {
    await this.#writing;
    const view = this.#seq > this.#snapshotSeq ? await this.#changeJournal(tables) : undefined;
    if (view) await this.#snapshot(view);
    try {
      await this.#journal.close();
    } finally {
      await this.#lease.release();
    }
  }

  /** Resolves with what was stored before the new journal; undefined if there is none, and the old one goes on. */
  async #changeJournal(tables: Tables): Promise<Snapshot | undefined> {
    if (this.#journal.isBroken) return undefined;
    try {
      await this.#lease.check();
      const lease = this.#lease.generation;
      const next = await Journal.create(this.#folder, this.#journal.number + 1, { after: this.#seq, lease });
      await this.#journal.close();
      this.#journal = next;
      return viewOf(tables, this.#seq);
    } catch (error) {
      this.#report(`no new journal could be begun, the old one goes on: ${String(error)}`);
      return undefined;
    }
  }

  async #snapshot(view: Snapshot): Promise<void> {
    try {
      const path = this.#folder.file('snapshot', this.#journal.number);
      this.#snapshotBytes = await writeSnapshot(this.#folder, path, view);
      this.#snapshotSeq = view.seq;
      await this.#lease.check();
      await this.#removeOld();
      this.#folder.ended('snapshots');
    } catch (error) {
      this.#report(`no snapshot could be written, journals go on: ${String(error)}`);
    }
  }

  /** Where the store is another process's now, that alone is told. */
  #report(what: string): void {
    if (!this.#lease.isLost()) this.#folder.report(`${this.#folder.path}: ${what}`, 'snapshots');
  }

  /** The snapshot before the last is kept with all that came since, in case the last one can't be read some day. */
  async #removeOld(): Promise<void> {
    const oldest = (await this.#folder.generations('snapshot')).at(-2) ?? 0;
    for (const kind of ['snapshot', 'journal'] as const)
      for (const generation of await this.#folder.generations(kind))
        if (generation < oldest) await this.#folder.remove(this.#folder.file(kind, generation));
  }
}
