/**
 * Random people do random things to a takeover in a random order while the clock goes on and Microsoft changes under them.
 * What must always hold is held against a diary the test writes itself, not against what the takeover says of itself.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Takeover, type TakeoverMove, type TakeoverState, takeoverMoves } from '../../store/records.ts';
import { advance } from '../../store/takeover/advance.ts';
import { type Action, actionNow, fingerprintOf } from '../../store/takeover/fingerprint.ts';
import { type Actor, isRefusal, type Move, purser } from '../../store/takeover/moves.ts';
import { movesOn, now, pending, person, visio } from './takeover-scene.ts';

const hourMs = 3_600_000;

/** Alex requested, Adele bought, Henri and Lynne hold a licence; the first two approve as well, to be kept from it. */
const cast: Actor[] = [
  person('alex', { approver: true, admin: true }),
  person('adele', { approver: true, admin: true }),
  person('henri', { approver: true }),
  person('lynne'),
  person('megan', { approver: true }),
  person('patti', { approver: true, admin: true }),
  person('nestor'),
  purser,
];

/** What lies outside: as it would be done now, and who is out. */
interface World {
  found: Action;
  out: Set<string>;
  now: Date;
}

type Happening =
  | { what: 'move'; usual: boolean; move: number; actor: number; sloppy: boolean; words: boolean }
  | { what: 'wait'; hours: number }
  | { what: 'owner'; owner: string }
  | { what: 'holder'; holder: string }
  | { what: 'out'; who: string };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      what: fc.constant('move' as const),
      move: fc.nat(takeoverMoves.length - 1),
      actor: fc.nat(cast.length - 1),
      usual: fc.boolean(),
      /** Made upon something that is not so any more. */
      sloppy: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
      words: fc.integer({ min: 0, max: 9 }).map((die) => die > 0),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('wait' as const), hours: fc.constantFrom(1, 2, 5, 30, 80) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('owner' as const), owner: fc.constantFrom('adele', 'megan', 'lynne') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('holder' as const), holder: fc.constantFrom('irvin', 'pradeep') }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('out' as const), who: fc.constantFrom('megan', 'patti') }) },
);

/** What is most tried in a state, and by whom, so that the walks get far: half of the moves are one of these. */
const likely: Partial<Record<TakeoverState, readonly string[]>> = {
  pending: [
    'megan approve',
    'patti approve',
    'henri approve',
    'purser unapprove',
    'alex answer',
    'purser revise',
    'purser expire',
  ],
  approved: ['purser start', 'purser start', 'alex answer', 'purser revise'],
  running: ['purser wait', 'purser wait', 'purser fail', 'alex stop'],
  stopped: ['alex retry', 'alex answer'],
  failed: ['megan retry', 'alex answer', 'alex leave-out'],
  waiting: ['alex report', 'purser retry', 'purser finish'],
};

type Made = Happening & { what: 'move' };

function pick({ state }: Takeover, { usual, move, actor }: Made): { kind: TakeoverMove; by: Actor } {
  const known = usual ? likely[state] : undefined;
  const [who, kind] = known?.[move % known.length]?.split(' ') ?? [];
  return {
    kind: takeoverMoves.find((each) => each === kind) ?? takeoverMoves[move] ?? 'wait',
    by: cast.find((each) => (each.kind === 'person' ? each.id : each.kind) === who) ?? cast[actor] ?? purser,
  };
}

function moveFor(takeover: Takeover, kind: TakeoverMove, world: World, { sloppy, words }: Made): Move {
  const moves = movesOn(takeover);
  const fingerprint = sloppy ? takeover.fingerprint : fingerprintOf(world.found);
  const run = { fingerprint, standing: { requester: true, out: [...world.out] }, job: 'J-9' };
  const open = takeover.objections.find(({ answer }) => answer === null);
  const later = { decideBy: new Date(world.now.getTime() + 72 * hourMs), remindAt: null };
  switch (kind) {
    case 'approve':
      return { ...moves.approve, fingerprint, notBefore: new Date(world.now.getTime() + hourMs) };
    case 'start':
      return { kind, untold: [], ...run };
    case 'retry':
      return { kind, ...run };
    case 'leave-out':
      return { ...moves[kind], ...run };
    case 'revise':
      return { kind, action: world.found, ...later };
    case 'unapprove':
      return { kind, whose: [...world.out], ...later };
    case 'answer':
      return { ...moves.answer, to: open?.by.id ?? 'nobody' };
    case 'reject':
    case 'object':
      return { kind, words: words ? 'For a reason' : '  ' };
    default:
      return moves[kind];
  }
}

/** Everything of which the test itself knows that it happened. */
interface Diary {
  reached: TakeoverState[];
  /** Since what is to be done last changed on record: who approved, and for what. */
  approvals: Map<string, string>;
  objecting: Set<string>;
}

function walk(needed: number, happenings: readonly Happening[], seen: Map<string, number>): void {
  let takeover = pending({ needed });
  const world: World = { found: visio, out: new Set(), now };
  const diary: Diary = { reached: ['pending'], approvals: new Map(), objecting: new Set() };
  for (const each of happenings) {
    if (each.what === 'wait') world.now = new Date(world.now.getTime() + each.hours * hourMs);
    else if (each.what === 'owner')
      world.found = actionNow(world.found, {
        purchase: { ...visio.purchase, purchaser: { id: each.owner, name: each.owner } },
        holders: undefined,
      });
    else if (each.what === 'holder')
      world.found = actionNow(world.found, { purchase: world.found.purchase, holders: [each.holder] });
    else if (each.what === 'out') world.out.add(each.who);
    else takeover = step(takeover, world, each, diary);
  }
  for (const state of diary.reached) seen.set(state, (seen.get(state) ?? 0) + 1);
}

const ended: readonly TakeoverState[] = ['done', 'rejected', 'withdrawn', 'expired'];

function step(before: Takeover, world: World, each: Made, diary: Diary): Takeover {
  const { kind, by: actor } = pick(before, each);
  const move = moveFor(before, kind, world, each);
  const frozen = JSON.stringify(before);
  const after = advance(before, move, actor, world.now);
  assert.equal(JSON.stringify(before), frozen, 'a move changes no record in place');
  if (isRefusal(after)) {
    assert.equal(after.turn.to, before.state);
    return before;
  }
  Takeover.parse(after);
  assert.ok(!ended.includes(before.state), `${before.state} never moves`);
  write(diary, before, after, move, actor);
  if (after.state === 'running' && before.state !== 'running') assertMayRun(before, move, world, diary);
  assert.equal(after.history.length, before.history.length + 1);
  if (after.state !== before.state) diary.reached.push(after.state);
  const decisions = diary.reached.filter((state) => ended.includes(state));
  assert.ok(decisions.length <= 1, `at most one ending: ${decisions.join()}`);
  return after;
}

function write(diary: Diary, before: Takeover, after: Takeover, move: Move, actor: Actor): void {
  const id = actor.kind === 'person' ? actor.id : '';
  if (move.kind === 'approve') {
    assert.notEqual(id, before.requester.id, 'nobody approves what they requested');
    assert.notEqual(id, before.purchase.purchaser?.id, 'nobody approves what they bought');
    assert.ok(actor.kind === 'person' && actor.approver, 'only approvers approve');
    assert.ok(!diary.approvals.has(id), 'the same approver twice is one');
    diary.approvals.set(id, move.fingerprint);
    assert.equal(after.state, diary.approvals.size >= before.needed ? 'approved' : 'pending');
  }
  if (move.kind === 'reject') {
    assert.ok(id !== before.requester.id && id !== before.purchase.purchaser?.id, 'nor rejects');
    assert.ok(move.words.trim(), 'without a word nothing is rejected');
  }
  if (move.kind === 'revise') diary.approvals.clear();
  if (move.kind === 'unapprove') for (const who of move.whose) diary.approvals.delete(who);
  if (move.kind === 'object') diary.objecting.add(id);
  if (move.kind === 'answer') diary.objecting.delete(move.to);
}

function assertMayRun(before: Takeover, move: Move, world: World, diary: Diary): void {
  assert.ok(move.kind === 'start' || move.kind === 'retry' || move.kind === 'leave-out');
  // What the machine was told of the present; that it is told the truth is for its one caller.
  const valid = [...diary.approvals].filter(([who, what]) => what === move.fingerprint && !world.out.has(who));
  assert.ok(valid.length >= before.needed, 'nothing runs without enough approvals of exactly this');
  assert.equal(valid.length, diary.approvals.size, 'nor on one of somebody who is out');
  assert.equal(diary.objecting.size, 0, 'nor while somebody objects and has no answer');
  assert.ok(before.notBefore !== null && world.now.toISOString() >= before.notBefore, 'nor within the notice period');
}

describe('a takeover among random people', () => {
  it('ends once, runs only as approved, and never moves again', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(happening, { maxLength: 120, size: 'max' }),
        (needed, happenings) => walk(needed, happenings, seen),
      ),
      { numRuns: 2_000 },
    );
    // A walk that never gets there would prove nothing.
    const missed = Takeover.shape.state.options.filter((state) => (seen.get(state) ?? 0) < 10);
    assert.deepEqual(missed, []);
  });
});
