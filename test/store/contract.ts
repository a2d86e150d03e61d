/** What every engine of the Store must hold. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Store, StoreFailed, type Transaction } from '../../store/store.ts';
import { content, product, purchase, step, stepsIn } from './history.ts';

/** A place of its own for one store, empty at first. */
export interface Home {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

export function storeContract(name: string, makeHome: () => Promise<Home>): void {
  describe(`${name} keeps the store contract`, () => {
    let home: Home;
    let store: Store;
    const reopen = async () => {
      await store.close();
      store = await home.open();
    };
    beforeEach(async () => {
      home = await makeHome();
      store = await home.open();
    });
    afterEach(async () => {
      await store.close();
      await home.remove();
    });

    reading(() => store);
    ordering(() => store, reopen);
    grouping(() => store, reopen);
    refusing(() => store, reopen);

    it('holds the same as a plain list after any transactions', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(anyWork, { maxLength: 5 }), { maxLength: 12 }), async (groups) => {
          await empty(store);
          const model = new Map<string, number>();
          for (const group of groups) {
            await Promise.all(group.map((work) => store.transact((tx) => run(work, tx)).catch(expectThrown)));
            for (const work of group) if (!work.throws) runOnModel(work, model);
            assert.deepEqual(listed(store), [...model]);
          }
          await reopen();
          assert.deepEqual(listed(store), [...model]);
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  });
}

function reading(store: () => Store): void {
  it('a record is read back with every field', async () => {
    await store().transact((tx) => tx.put('purchases', purchase(3)));
    assert.deepEqual(store().get('purchases', 'P-3'), purchase(3));
    assert.equal(store().get('purchases', 'P-4'), undefined);
  });

  it('a transaction reads what it put and deleted, and nobody else does before it is durable', async () => {
    await store().transact((tx) => tx.put('products', product('a', 1)));
    const done = store().transact((tx) => {
      tx.put('products', product('a', 2));
      tx.put('products', product('b', 3));
      tx.delete('products', 'b');
      tx.put('products', product('c', 4));
      return { seen: listed(tx), count: tx.count('products'), b: tx.get('products', 'b') };
    });
    await null;
    assert.deepEqual(listed(store()), [['a', 1]]);
    assert.deepEqual(await done, {
      seen: [
        ['a', 2],
        ['c', 4],
      ],
      count: 2,
      b: undefined,
    });
    assert.deepEqual(listed(store()), [
      ['a', 2],
      ['c', 4],
    ]);
  });

  it('a loop over a table may put and delete in it', async () => {
    await store().transact((tx) => ['a', 'b', 'c'].map((id, i) => tx.put('products', product(id, i))));
    await store().transact((tx) => {
      tx.put('products', product('d', 3));
      for (const { id, used } of tx.all('products')) {
        if (id === 'b') tx.delete('products', id);
        else tx.put('products', product(id, used + 10));
        tx.put('products', product(`${id}${id}`, used));
      }
    });
    assert.deepEqual(listed(store()), [
      ['a', 10],
      ['c', 12],
      ['d', 13],
      ['aa', 0],
      ['bb', 1],
      ['cc', 2],
      ['dd', 3],
    ]);
  });
}

function ordering(store: () => Store, reopen: () => Promise<void>): void {
  it('lists the oldest first: a replaced record keeps its place, one deleted and put anew is the youngest', async () => {
    await store().transact((tx) => ['a', 'b', 'c'].map((id) => tx.put('products', product(id, 0))));
    await store().transact((tx) => tx.put('products', product('a', 1)));
    await store().transact((tx) => {
      tx.delete('products', 'b');
      tx.put('products', product('b', 2));
      assert.deepEqual(listed(tx), [
        ['a', 1],
        ['c', 0],
        ['b', 2],
      ]);
    });
    assert.deepEqual(listed(store()), [
      ['a', 1],
      ['c', 0],
      ['b', 2],
    ]);
    await reopen();
    assert.deepEqual(listed(store()), [
      ['a', 1],
      ['c', 0],
      ['b', 2],
    ]);
  });

  it('never gives a short id twice, also after a delete and a new start', async () => {
    assert.equal(await store().transact((tx) => tx.nextId('P')), 'P-1');
    await store().transact((tx) => tx.put('purchases', purchase(1)));
    await store().transact((tx) => tx.delete('purchases', 'P-1'));
    await reopen();
    const ids = await Promise.all([1, 2].map(() => store().transact((tx) => [tx.nextId('P'), tx.nextId('TK')])));
    assert.deepEqual(ids, [
      ['P-2', 'TK-1'],
      ['P-3', 'TK-2'],
    ]);
  });

  it('the revision of a table grows with every commit that touches it, and with no other', async () => {
    const before = store().revision('products');
    await store().transact((tx) => tx.put('purchases', purchase(1)));
    await store().transact((tx) => tx.delete('products', 'never was'));
    assert.equal(store().revision('products'), before);
    await store().transact((tx) => tx.put('products', product('a', 1)));
    const put = store().revision('products');
    await store().transact((tx) => tx.delete('products', 'a'));
    assert.ok(before < put && put < store().revision('products'));
  });

  it('a revision seen in a transaction that failed never stands for other content', async () => {
    let seen: number | undefined;
    const failed = store().transact((tx) => {
      tx.put('products', product('a', 1));
      seen = tx.revision('products');
      throw new Error('no');
    });
    await assert.rejects(failed, /no/);
    await store().transact((tx) => tx.put('products', product('b', 1)));
    assert.notEqual(store().revision('products'), seen);
  });
}

function grouping(store: () => Store, reopen: () => Promise<void>): void {
  it('transactions asked for at once run in that order, each on top of the one before, and end in that order', async () => {
    const ended: number[] = [];
    const asked = Array.from({ length: 1200 }, () =>
      store()
        .transact(step)
        .then((n) => ended.push(n)),
    );
    await Promise.all(asked);
    assert.deepEqual(
      ended,
      Array.from({ length: 1200 }, (_, i) => i + 1),
    );
    assert.equal(stepsIn(store()), 1200);
    await reopen();
    assert.equal(stepsIn(store()), 1200);
  });

  it('work that throws rejects with its own error, and leaves nothing behind but its neighbours', async () => {
    const results = await Promise.allSettled([
      store().transact(step),
      store().transact((tx) => {
        step(tx);
        throw new RangeError('changed my mind');
      }),
      store().transact(step),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.match(String((results[1] as PromiseRejectedResult).reason), /RangeError: changed my mind/);
    assert.equal(stepsIn(store()), 2);
  });

  it('closing waits for what was asked for before', async () => {
    const asked = Promise.all([store().transact(step), store().transact(step)]);
    await reopen();
    assert.deepEqual(await asked, [1, 2]);
    assert.equal(stepsIn(store()), 2);
  });

  it('what changes nothing is answered too', async () => {
    assert.equal(await store().transact((tx) => tx.count('purchases')), 0);
  });
}

function refusing(store: () => Store, reopen: () => Promise<void>): void {
  it('a record that does not fit is refused with table, id and reason, and its transaction with it', async () => {
    const before = content(store());
    const work = (tx: Transaction) => {
      step(tx);
      tx.put('purchases', { ...purchase(2), quantity: 1.5 });
    };
    await assert.rejects(store().transact(work), /purchases "P-2" does not fit: quantity: /);
    assert.equal(content(store()), before);
  });

  it('nobody changes a record in place', async () => {
    const mine = purchase(1);
    await store().transact((tx) => tx.put('purchases', mine));
    mine.evidence.push('owner-left');
    const theirs = store().get('purchases', 'P-1');
    assert.deepEqual(theirs, purchase(1));
    assert.throws(() => theirs?.evidence.push('owner-left'), TypeError);
    await reopen();
    assert.throws(() => Object.assign(store().get('purchases', 'P-1') ?? {}, { quantity: 9 }), TypeError);
  });

  it('work that awaits is refused, and a transaction that is over takes nothing more', async () => {
    await assert.rejects(
      store().transact(async (tx) => tx.put('products', product('a', 1))),
      /must not be async/,
    );
    const late = await store().transact((tx) => tx);
    assert.throws(() => late.put('products', product('b', 1)), /is over/);
    assert.equal(store().count('products'), 0);
  });

  it('a closed store refuses', async () => {
    const old = store();
    await reopen();
    await assert.rejects(old.transact(step), StoreFailed);
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

function listed(from: Pick<Store, 'all'>): [string, number][] {
  return [...from.all('products')].map(({ id, used }) => [id, used]);
}

async function empty(store: Store): Promise<void> {
  await store.transact((tx) => {
    for (const { id } of tx.all('products')) tx.delete('products', id);
  });
}
