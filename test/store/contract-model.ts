/** The part of the store contract that tries anything: a store is nothing but a list of records. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Store, Transaction } from '../../store/store.ts';
import { listed } from './contract-reading.ts';
import { product } from './history.ts';

export function sameAsAList(store: () => Store, reopen: () => Promise<void>): void {
  it('holds the same as a plain list after any transactions', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyWork, { maxLength: 5 }), { maxLength: 12 }), async (groups) => {
        await empty(store());
        const model = new Map<string, number>();
        for (const group of groups) {
          await Promise.all(
            group.map((work) =>
              store()
                .transact((tx) => run(work, tx))
                .catch(expectThrown),
            ),
          );
          for (const work of group) if (!work.throws) runOnModel(work, model);
          assert.deepEqual(listed(store()), [...model]);
        }
        await reopen();
        assert.deepEqual(listed(store()), [...model]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
}

interface Work {
  ops: { id: string; used: number | null }[];
  throws: boolean;
}

const anyWork: fc.Arbitrary<Work> = fc.record({
  ops: fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), used: fc.option(fc.nat(99)) }), {
    maxLength: 6,
  }),
  throws: fc.boolean(),
});

function run({ ops, throws }: Work, tx: Transaction): void {
  for (const { id, used } of ops) {
    if (used === null) tx.delete('products', id);
    else tx.put('products', product(id, used));
    assert.equal([...tx.all('products')].length, tx.count('products'));
  }
  if (throws) throw new Error('thrown on purpose');
}

function runOnModel({ ops }: Work, model: Map<string, number>): void {
  for (const { id, used } of ops) {
    if (used === null) model.delete(id);
    else model.set(id, used);
  }
}

function expectThrown(error: unknown): void {
  assert.match(String(error), /thrown on purpose/);
}

async function empty(store: Store): Promise<void> {
  await store.transact((tx) => {
    for (const { id } of tx.all('products')) tx.delete('products', id);
  });
}
