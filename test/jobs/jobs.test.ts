/** A change of rules as a job: every step's intention on disk before it, its outcome after. */
import assert from 'node:assert/strict';
import { createJobs, type Jobs } from '../../bot/jobs/jobs.ts';
import { createLog } from '../../bot/log.ts';
import { applyChange, createChangeWork, retryChange } from '../../bot/rules/change/job.ts';
import { verifyAudit } from '../../store/audit.ts';
import type { Change, RuleValue } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { hour, minute } from '../world/clock.ts';
import { useSync, watched } from '../world/syncing.ts';

describe('a change of rules', () => {
  const its = useSync();
  const alex = { id: 'alex', name: 'Alex Wilber' };

  const jobsOn = (store: Store): Jobs =>
    createJobs({
      store,
      clock: its.clock,
      log: createLog('silent'),
      standingOf: async () => ({ requester: true, out: [] }),
      work: { change: createChangeWork({ store, commerce: its.commerce, clock: its.clock }) },
      afterwards: () => undefined,
    });
  const writes = (): string[] =>
    its.tenant.requests
      .filter(({ method, path }) => method === 'PUT' && /\/policies\//.test(path))
      .map(({ path }) => path);
  const change = (): Change => its.store.get('changes', 'CH-1') ?? assert.fail();
  const states = (): string[] => (its.store.get('jobs', change().job ?? '')?.steps ?? []).map(({ state }) => state);

  /** Blocks the first products that people may buy now. */
  async function begun(count: number, wanted: RuleValue = 'Disabled'): Promise<void> {
    await its.sync.run();
    const rules = [...its.store.all('rules')].filter(
      ({ surface, value }) => surface === 'product' && value === 'Enabled',
    );
    const items = rules
      .slice(0, count)
      .map(({ id, name, value }) => ({ rule: id, name, before: value, found: null, wanted, after: null }));
    await its.store.transact((tx) => {
      const id = tx.nextId('CH');
      const planned: Change = {
        id,
        by: alex,
        at: its.clock.now().toISOString(),
        why: 'contract',
        undoes: null,
        state: 'planned',
        job: null,
        items,
      };
      applyChange(tx, planned, { now: its.clock.now() });
    });
    its.tenant.requests.length = 0;
  }

  it('sets every rule once, reads it back, and is on record with who, from what to what, and why', async () => {
    await begun(5);
    await jobsOn(its.store).drain();
    assert.deepEqual(states(), Array(5).fill('done'));
    assert.equal(change().state, 'ended');
    assert.equal(writes().length, 5);
    assert.ok(change().items.every(({ found, after }) => found === 'Enabled' && after === 'Disabled'));
    const told = [...its.store.all('audit')].filter(({ action }) => action === 'rule-set');
    assert.equal(told.length, 5);
    assert.ok(
      told.every(
        ({ actor, before, after, why }) =>
          actor?.name === 'Alex Wilber' && before === 'Enabled' && after === 'Disabled' && why === 'contract',
      ),
    );
    await its.sync.run();
    assert.equal(
      [...its.store.all('audit')].some(({ action }) => action === 'rule-found'),
      false,
      'it was Purser’s own',
    );
  });

  // Three commits a step (intention, what was found, what was kept, outcome) and one at the end.
  for (let commit = 1; commit <= 13; commit++)
    it(`killed before its commit ${commit}, ends as wanted after a restart, and writes nothing twice needlessly`, async () => {
      await begun(3);
      const killed = its.store;
      const dying = jobsOn(
        watched(killed, async (n) => {
          if (n === commit) await killed.close();
        }),
      );
      await dying.drain();
      await its.reopen();
      await jobsOn(its.store).drain();
      assert.deepEqual(states(), Array(3).fill('done'));
      assert.equal(change().state, 'ended');
      const wanted = change().items.map(({ rule }) => rule.slice('product:'.length));
      for (const id of wanted) {
        assert.equal(its.tenant.company.products.find(({ productId }) => productId === id)?.policyValue, 'Disabled');
        assert.equal(writes().filter((path) => path.endsWith(id)).length, 1, `${id} was written once`);
      }
      const told = [...its.store.all('audit')].filter(({ action }) => action === 'rule-set');
      assert.equal(told.length, 3, 'each is on record once');
      assert.equal(verifyAudit(its.store).holds, true);
    });

  it('whose outcome can’t be kept for a fault of ours is tried a minute later, not at once and for ever', async () => {
    await begun(1);
    let faults = 0;
    const work = createChangeWork({ store: its.store, commerce: its.commerce, clock: its.clock });
    const jobs = createJobs({
      standingOf: async () => ({ requester: true, out: [] }),
      ...{ store: its.store, clock: its.clock, log: createLog('silent'), afterwards: () => undefined },
      work: {
        change: {
          ...work,
          progressed(...all) {
            if (faults++ < 2) throw new RangeError('Invalid time value');
            work.progressed(...all);
          },
        },
      },
    });
    for (const tries of [1, 2]) {
      await jobs.drain();
      assert.equal(faults, tries);
      its.clock.advance(minute);
    }
    await jobs.drain();
    assert.deepEqual(states(), ['done']);
    assert.equal(change().state, 'ended');
  });

  it('a rule that Microsoft refuses is said so, in Microsoft’s words, and stops no other', async () => {
    await begun(4);
    const [, second] = change().items;
    const product =
      its.tenant.company.products.find(({ productId }) => second?.rule.endsWith(productId)) ?? assert.fail();
    product.refuses = 'This product is managed elsewhere.';
    await jobsOn(its.store).drain();
    assert.deepEqual(states(), ['done', 'failed', 'done', 'done']);
    const failed = [...its.store.all('audit')].find(({ action }) => action === 'rule-failed');
    assert.match(failed?.why ?? '', /managed elsewhere/);
    product.refuses = null;
    await its.store.transact((tx) => retryChange(tx, change(), its.clock.now()));
    its.tenant.requests.length = 0;
    await jobsOn(its.store).drain();
    assert.deepEqual(states(), Array(4).fill('done'));
    assert.equal(writes().length, 1, 'only what had failed');
  });

  it('what Microsoft puts off is tried again later, and given up in the end, never called done', async () => {
    await begun(3);
    const [first] = change().items;
    const id = first?.rule.slice('product:'.length) ?? '';
    its.tenant.faults.push({ match: ({ path }) => path.endsWith(id), kind: 'status', code: 503, times: 1_000 });
    const jobs = jobsOn(its.store);
    await jobs.drain();
    assert.deepEqual([...states()].sort(), ['done', 'done', 'todo']);
    assert.equal(change().state, 'running');
    for (let n = 0; n < 10; n++) {
      its.clock.advance(hour);
      await jobs.drain();
    }
    assert.deepEqual([...states()].sort(), ['done', 'done', 'failed']);
    assert.equal(change().state, 'ended');
    assert.equal(change().items[0]?.after, null);
  });
});
