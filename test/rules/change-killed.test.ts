import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { Change } from '../../store/records.ts';
import { change, openIn, type Seen, watch } from '../soak/changes.ts';
import { type Outage, openOutage } from '../soak/outage.ts';
import { figure, progress } from '../soak/tell.ts';
import { seeded } from '../store/history.ts';

/** So many changes, and so many kills in each. More of both: `npm run soak -- changes`. */
const { CHANGE_ROUNDS = '1', CHANGE_KILLS = '1', CHANGE_SEED = '1' } = process.env;
const rounds = Number(CHANGE_ROUNDS);
const kills = Number(CHANGE_KILLS);

describe(`a change of many rules, Purser killed meanwhile (${rounds} × ${kills})`, () => {
  let stage: Outage;
  let seen: Seen;
  let wanted: string[];
  let changes: Change[];
  before(async function () {
    this.timeout(300_000 + rounds * (60_000 + kills * 30_000));
    stage = await openOutage(0, 20);
    const watched = watch(stage);
    seen = watched;
    wanted = openIn(stage.tenant.company);
    const chance = seeded(Number(CHANGE_SEED));
    for (let round = 1; round <= rounds; round++) {
      await change(round, kills, chance, stage, watched);
      progress(round, rounds, 1, 'changes');
    }
    changes = await stage.look((store) => [...store.all('changes')]);
    figure(
      `${rounds} changes of ${wanted.length} rules, ${rounds * kills} kills, ${seen.inTheMiddle} of them in the middle; ${watched.requests()} requests to Microsoft, ${seen.cards} cards looked at`,
    );
  });
  after(() => stage.close());

  it('ends, every rule at the wanted value', () => {
    assert.equal(changes.length, rounds);
    for (const { items, state } of changes) {
      assert.deepEqual(new Set(items.map(({ rule }) => rule)), new Set(wanted));
      assert.equal(state, 'ended');
      for (const { before, found, wanted: to, after } of items) assert.deepEqual([found, after], [before, to]);
    }
    assert.deepEqual(openIn(stage.tenant.company), rounds % 2 === 1 ? [] : wanted);
  });
  it('is killed in the middle, and writes nothing that was written already', () => {
    assert.ok(seen.inTheMiddle > 0);
    assert.deepEqual(seen.needless, []);
  });
  it('has a card that never tells of more than is done, and in the end of all', () => {
    assert.ok(seen.cards > 1);
    assert.deepEqual(seen.lies, []);
    const { log } = stage.teams;
    for (const { id } of changes) {
      const last = log.findLast(({ body, status }) => status < 300 && JSON.stringify(body ?? '').includes(`"${id} ·`));
      assert.match(JSON.stringify(last?.body), new RegExp(`${wanted.length} of ${wanted.length} done`), id);
    }
  });
  it('has each rule in the journal once, as changed by whoever confirmed it, and the journal holds', async () => {
    const { holds, entries } = await stage.look((store) => ({
      holds: verifyAudit(store).holds,
      entries: [...store.all('audit')].filter(({ action }) => action.startsWith('rule-')),
    }));
    assert.equal(holds, true);
    assert.equal(entries.length, rounds * wanted.length);
    assert.ok(entries.every(({ action, actor }) => action === 'rule-set' && actor?.id === stage.alex.id));
  });
});
