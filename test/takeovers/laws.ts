/** What holds after every step of a walk, and what holds when everything has come to rest. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { isLive } from '../../bot/purchases/purchase-index.ts';
import { failures } from '../../bot/takeovers/run/run.ts';
import { purserItself, verifyAudit } from '../../store/audit.ts';
import { openFileStore } from '../../store/file/open.ts';
import { Takeover } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import { tableNames } from '../../store/tables.ts';
import { auditOf } from '../../store/takeover/moves.ts';
import { ended } from './diary.ts';
import type { Walk } from './model-world.ts';

export function holdLaws(walk: Walk): void {
  const { world, diary } = walk;
  const { store } = world.purser;
  assert.deepEqual(diary.wrong, []);
  const faults = world.logged.filter(({ level }) => level === 'error' || (typeof level === 'number' && level >= 50));
  assert.deepEqual(faults.splice(0), [], 'nothing fails in a way nobody thought of');
  assert.equal(verifyAudit(store).holds, true, 'the audit holds');
  for (const takeover of store.all('takeovers')) {
    Takeover.parse(takeover);
    assert.deepEqual(audited(takeover, store), turned(takeover), `${takeover.id}: the audit tells every turn once`);
  }
  holdDecisions(store);
  holdTold(walk);
}

function turned({ id, history }: Takeover) {
  return history.flatMap(({ move, by, at, to, words }) =>
    auditOf[move] ? [{ action: auditOf[move], by: (by ?? purserItself).id, at, after: `${id} ${to}`, why: words }] : [],
  );
}

function audited({ id }: Takeover, store: Reader) {
  return [...store.all('audit')]
    .filter(({ after }) => after?.startsWith(`${id} `))
    .map(({ action, actor, at, after, why }) => ({ action, by: actor?.id, at, after, why }));
}

/** A purchase is in the hand of the takeover that is open, and of no other. */
function holdDecisions(store: Reader): void {
  for (const { id, decision } of store.all('purchases')) {
    const open = [...store.all('takeovers')].filter(
      ({ purchase, state }) => purchase.id === id && !ended.includes(state),
    );
    assert.ok(open.length <= 1, `${id} has ${open.length} open takeovers`);
    const held = decision?.kind === 'takeover' ? decision.takeover : undefined;
    assert.equal(held, open[0]?.id, `${id} is in the hand of its open takeover`);
  }
}

/** Nobody is told whom it is nothing to. */
function holdTold({ world: { purser }, diary }: Walk): void {
  for (const { to, saying } of purser.store.all('notices')) {
    if (saying.card !== 'announced' && saying.card !== 'replied') continue;
    const known = diary.known.get(saying.takeover);
    const person = 'person' in to ? to.person : '';
    assert.ok(known, `${saying.takeover} is not known`);
    assert.ok(known.concerned.has(person), `${saying.takeover}: ${person} was told, whom it is nothing to`);
    const wasApproved = known.last.history.some((turn) => turn.to === 'approved');
    assert.ok(wasApproved, `${saying.takeover}: people were told of what nobody had approved`);
  }
}

/** With all the time there is, and Microsoft well: nothing is stuck, nothing half done, nobody forgotten. */
export async function holdRest(walk: Walk): Promise<void> {
  holdLaws(walk);
  const { world } = walk;
  for (const takeover of world.purser.store.all('takeovers')) {
    holdReason(takeover, walk);
    holdEffects(takeover, walk);
    holdLastWord(takeover, walk);
  }
  holdUntouched(walk);
  const shown = tellAll(world.purser.store);
  const copy = await mkdtemp(join(tmpdir(), 'purser-copy-'));
  await cp(walk.folder, copy, { recursive: true, filter: (path) => !basename(path).startsWith('lease-') });
  const store = await openFileStore(copy, { report: () => undefined });
  assert.deepEqual(tellAll(store), shown, 'opened again, the store shows the same');
  await store.close();
  await rm(copy, { recursive: true });
}

function tellAll(store: Reader): Record<string, unknown> {
  return Object.fromEntries(tableNames.map((table) => [table, [...store.all(table)]]));
}

/** It has ended, or waits for somebody, and says for whom or why. */
function holdReason({ id, state, history, objections, decideBy }: Takeover, { world, its, diary }: Walk): void {
  const { store, clock } = { store: world.purser.store, clock: world.clock };
  const last = history.findLast(({ to }, at) => to === state && history[at - 1]?.to !== state);
  const takeover = store.get('takeovers', id);
  const purchase = store.get('purchases', takeover?.purchase.id ?? '');
  if (ended.includes(state)) return;
  assert.ok(purchase && isLive(purchase), `${id} is ${state}, and what it is about has ended`);
  const subscription = its.subscriptions.find((each) => each.id === purchase.subscription);
  assert.ok(subscription && subscription.status !== 'Deleted', `${id} is ${state} although it has ended at Microsoft`);
  if (state === 'pending') assert.ok(clock.now().toISOString() < decideBy, `${id} should have expired`);
  if (state === 'approved')
    assert.ok(
      objections.some(({ answer }) => answer === null),
      `${id} should have started: ${JSON.stringify(last)}`,
    );
  if (state === 'failed')
    assert.ok(
      failures.some((each) => each === last?.words),
      `${id} failed by ${last?.words}`,
    );
  assert.notEqual(state, 'running', `${id} runs for ever: ${JSON.stringify(jobOf(id, store))}`);
  assert.ok(diary.known.has(id));
}

function jobOf(id: string, store: Reader): unknown {
  return store.get('jobs', store.get('takeovers', id)?.job ?? '');
}

/** What was to be done for each was done, or is on record as not done. */
function holdEffects(takeover: Takeover, { world: { purser }, its, diary }: Walk): void {
  const { id, state, act, holders, purchase, history } = takeover;
  if (!history.some(({ to }) => to === 'waiting') || state === 'failed') return;
  if (history.findLast(({ to }) => to === 'waiting' || to === 'running')?.to !== 'waiting') return;
  for (const person of holders.ids) {
    const transfer = purser.store.get('transfers', `${id} ${person}`);
    assert.ok(transfer, `${id}: nothing is on record for ${person}`);
    const { given, taken } = transfer;
    assert.ok(given !== 'open' && taken !== 'open', `${id}: ${person} is half done: ${JSON.stringify(transfer)}`);
    assert.notEqual(given, 'failed', `${id}: ${person} was not moved, and it goes on`);
    const held = new Set(its.users.get(person)?.licences.map(({ skuId }) => skuId));
    if (act.kind === 'move' && given === 'done' && !diary.takenOutside.has(`${person} ${act.to.sku}`))
      assert.ok(held.has(act.to.sku), `${id}: ${person} has no ${act.to.product}`);
    if (taken === 'done' && !diary.takenOutside.has(`${person} ${purchase.sku}`))
      assert.ok(!held.has(purchase.sku), `${id}: ${person} still has ${purchase.product}`);
  }
}

/** Whoever was told that it will happen is told what became of it. */
function holdLastWord({ id, state, requester }: Takeover, { world: { purser }, diary }: Walk): void {
  if (!ended.includes(state)) return;
  const told = [...purser.store.all('notices')].flatMap(({ saying, to, outcome }) =>
    saying.card === 'announced' && saying.takeover === id && 'person' in to
      ? [{ stage: saying.stage, to: to.person, isRead: outcome === 'posted' || outcome === 'mailed' }]
      : [],
  );
  const isHere = (person: string): boolean => {
    const known = purser.store.get('people', person);
    return known?.enabled === true && known.leftAt === null;
  };
  for (const { to } of told.filter(({ stage, isRead }) => stage === 'before' && isRead)) {
    if (!isHere(to) || to === requester.id) continue;
    const heard = told.some((each) => each.to === to && each.stage !== 'before');
    assert.ok(heard, `${id}: ${to} was told that it happens, and never that it was ${state}`);
  }
  assert.ok(diary.known.has(id));
}

/** Whom no takeover was about has what they had. */
function holdUntouched({ its, diary, before, changedOutside }: Walk): void {
  const concerned = new Set([...diary.known.values()].flatMap(({ last }) => last.holders.ids));
  for (const { id, displayName, licences } of its.users.values()) {
    if (concerned.has(id) || changedOutside.has(id)) continue;
    assert.deepEqual(licences, before.get(id), `${displayName} was touched`);
  }
}
