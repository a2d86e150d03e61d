/** What holds of licence requests after every step of a walk, and what holds when everything has come to rest. */
import assert from 'node:assert/strict';
import { createLanguages } from '../../bot/language/index.ts';
import { newsKey } from '../../bot/requests/tell.ts';
import { stateText } from '../../bot/requests/view.ts';
import { verifyAudit } from '../../store/audit.ts';
import { noticeOf } from '../../store/notices.ts';
import { differencesIn } from '../../store/proof.ts';
import { LicenceRequest, type RequestMove } from '../../store/records.ts';
import { openStates } from '../../store/request/table.ts';
import { activityOf, shown } from '../soak/saying.ts';
import { ended } from './model-notes.ts';
import { admins, approvers, goods, holds, seatsOf, used, type Walk } from './model-world.ts';

export function holdLaws({ world, notes, its }: Walk): void {
  const { store } = world.purser;
  assert.deepEqual(notes.wrong, []);
  const faults = world.logged.filter(({ level }) => level === 'error' || (typeof level === 'number' && level >= 50));
  assert.deepEqual(faults.splice(0), [], 'nothing fails in a way nobody thought of');
  assert.equal(verifyAudit(store).holds, true, 'the audit holds');
  assert.deepEqual(differencesIn(store), [], 'the records are what the audit tells');
  const wanted = new Set<string>();
  for (const request of store.all('requests')) {
    LicenceRequest.parse(request);
    const { id, state, person, product } = request;
    const what = `${person.id} ${product.sku}`;
    if (openStates.has(state)) assert.ok(!wanted.has(what), `${id}: this is asked for twice`);
    if (openStates.has(state)) wanted.add(what);
    if (state === 'pending') assert.ok(request.dueAt, `${id}: nobody would be called again`);
    if (state === 'assigning' || state === 'removing')
      assert.ok(store.get('jobs', request.job ?? '')?.dueAt, `${id} is ${state}, and nothing is to be done`);
  }
  for (const { sku, part } of goods) assert.ok(used(its, sku) <= seatsOf(its, sku), `${part}: a seat is given twice`);
  for (const { displayName, licences } of its.users.values()) {
    const had = licences.map(({ skuId }) => skuId).filter((id) => goods.some(({ sku }) => sku === id));
    assert.equal(new Set(had).size, had.length, `${displayName} has one twice`);
  }
}

/** With all the time there is, and Microsoft well: nothing is stuck, nothing half done, nobody forgotten. */
export async function holdRest(walk: Walk): Promise<void> {
  holdLaws(walk);
  for (const request of [...walk.world.purser.store.all('requests')]) {
    holdState(request, walk);
    holdLicence(request, walk);
    holdTold(request, walk);
    await holdVisible(request, walk);
  }
  holdUntouched(walk);
}

/** It has ended, or somebody or something moves it on. */
function holdState({ id, state, dueAt, endsOn, product, history }: LicenceRequest, { world, its }: Walk): void {
  const now = world.clock.now().toISOString();
  const { sku } = product;
  if (state === 'pending') assert.ok(dueAt && dueAt > now, `${id} is due and nobody is called: ${dueAt}`);
  if (state === 'waiting') assert.equal(used(its, sku), seatsOf(its, sku), `${id} waits, and there is a seat`);
  assert.ok(state !== 'assigning' && state !== 'removing', `${id} is ${state} for ever`);
  if (state === 'failed' || state === 'kept')
    assert.ok(history.at(-1)?.words, `${id} is ${state}, and nobody knows why`);
  if (state === 'given' && endsOn) assert.ok(dueAt && dueAt > now, `${id} ends on ${endsOn}, and nothing ends it`);
}

/** Microsoft shows what the request says. */
function holdLicence({ id, state, person, product, given }: LicenceRequest, { its, notes, world }: Walk): void {
  const what = `${person.id} ${product.sku}`;
  if (notes.changedOutside.has(what) || !given) return;
  const others = [...world.purser.store.all('requests')].filter(
    (each) => each.id !== id && `${each.person.id} ${each.product.sku}` === what && each.given,
  );
  if (others.length > 0) return;
  const isHeld = holds(its, person.id, product.sku);
  if (state === 'given') assert.ok(isHeld, `${id} is given, and ${person.name} has none`);
  if (state === 'ended' && given.ours) assert.ok(!isHeld, `${id} has ended, and ${person.name} still has it`);
}

const english = createLanguages('Europe/Paris').en;

/** These are a post of their own to who asked and to whom it is for, since an edit raises no notification. */
const postedOf: ReadonlySet<RequestMove> = new Set<RequestMove>(['reject', 'withdraw', 'give', 'fail', 'remove']);

/** Who wants it was told the newest of it, or brought it about; and what they were told says what is so. */
function holdTold(request: LicenceRequest, walk: Walk): void {
  const { world, its, notes } = walk;
  const { id, news, requester, person } = request;
  const tellers = notes.known.get(id)?.tellers;
  for (const reader of new Set([requester.id, person.id])) {
    const user = its.users.get(reader);
    if (user?.userType === 'Guest' || notes.disabled.has(reader)) continue;
    for (const { move, by, at } of request.history.filter(
      (turn) => postedOf.has(turn.move) && turn.by?.id !== reader,
    )) {
      const posts = [...world.purser.store.all('notices')].filter(
        ({ saying, to, createdAt }) =>
          saying.card === 'licence-news' &&
          saying.request === id &&
          'person' in to &&
          to.person === reader &&
          createdAt >= at,
      );
      assert.ok(posts.length > 0, `${id}: ${user?.displayName} has no post of ${move} by ${by?.name ?? 'Purser'}`);
    }
    const notice = noticeOf(world.purser.store, newsKey(request, news, reader));
    if (!notice) {
      assert.ok(tellers?.has(reader), `${id} is ${request.state}, and ${user?.displayName} was not told`);
      continue;
    }
    const { outcome, delivered } = notice;
    assert.equal(
      outcome,
      'posted',
      `${id} is ${request.state}: ${user?.displayName} was to be told, and it is ${outcome}`,
    );
    const post = walk.person(reader).chat.posts.find((each) => each.id === delivered?.activity);
    assert.ok(post, `${id}: ${user?.displayName} has no such post`);
    const read = walk
      .person(reader)
      .card(post)
      .replace(/[\u00a0\u202f]/g, ' ');
    const state = stateText(request, english).replace(/[\u00a0\u202f]/g, ' ');
    assert.ok(read.includes(state), `${id}: ${user?.displayName} reads\n${read}\nand it is ${state}`);
  }
}

/** Somebody who can decide finds it among the approvals, and was called. */
async function holdVisible(
  { id, state, requester, person, admins: called }: LicenceRequest,
  walk: Walk,
): Promise<void> {
  if (ended.includes(state) || state === 'given') return;
  const able = [...approvers.filter((each) => !walk.notes.isOut(each)), ...(called.length > 0 ? admins : [])];
  const [somebody] = able.filter((each) => each !== requester.id && each !== person.id);
  if (!somebody) return;
  const stage = state === 'pending' ? 'waiting' : 'running';
  walk.pressed += 1;
  const activity = activityOf(walk.world.teams, walk.person(somebody), {
    ...{ id: `look-${walk.pressed}`, by: somebody, verb: 'approvals', data: { stage, words: id } },
  });
  const [answer] = await walk.world.teams.deliver(activity, { times: 1 });
  assert.ok(
    answer && JSON.stringify(shown(answer)).includes(`"${id}"`),
    `${id} is ${state}, and nobody sees it: ${answer?.text}`,
  );
  if (state !== 'pending') return;
  const asked = [...walk.world.purser.store.all('notices')].filter(
    ({ saying, to }) =>
      ((saying.card === 'licence-asked' && saying.request === id) || saying.card === 'to-decide') &&
      'person' in to &&
      able.includes(to.person),
  );
  assert.ok(
    asked.some(({ outcome }) => outcome === 'posted'),
    `${id} is pending, and nobody who can decide was called`,
  );
}

/** Who asked for nothing, and for whom nobody did, has what they had: nothing. */
function holdUntouched({ its, notes, world }: Walk): void {
  const concerned = new Set(
    [...world.purser.store.all('requests')].map(({ person, product }) => `${person.id} ${product.sku}`),
  );
  for (const { id, displayName } of its.users.values())
    for (const { sku, part } of goods) {
      if (concerned.has(`${id} ${sku}`) || notes.changedOutside.has(`${id} ${sku}`)) continue;
      assert.ok(!holds(its, id, sku), `${displayName} has ${part}, and nobody asked for it`);
    }
}
