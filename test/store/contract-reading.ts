/** The part of the store contract about what is read, and in which order. */
import assert from 'node:assert/strict';
import type { Store } from '../../store/store.ts';
import { product, purchase } from './history.ts';

export function reading(store: () => Store): void {
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

export function ordering(store: () => Store, reopen: () => Promise<void>): void {
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

export function listed(from: Pick<Store, 'all'>): [string, number][] {
  return [...from.all('products')].map(({ id, used }) => [id, used]);
}
