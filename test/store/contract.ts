/** What every engine of the Store must hold. */
import assert from 'node:assert/strict';
import { type Store, StoreFailed, type Transaction } from '../../store/store.ts';
import { sameAsAList } from './contract-model.ts';
import { ordering, reading } from './contract-reading.ts';
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

    sameAsAList(() => store, reopen);
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
