/** Random people, presses, seats, syncs and crashes: the laws of licence requests hold after each step. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LicenceRequest, Somebody } from '../../store/records.ts';
import { advanceRequest, type By, isRefused, type Made } from '../../store/request/advance.ts';
import { requestEnds, requestTable } from '../../store/request/table.ts';

const names = ['adele', 'megan', 'miriam', 'alex', 'lidia'] as const;
const somebody = (name: string): Somebody => ({ id: name, name });
/** Megan and Miriam approve, Alex is an admin; the roles of a press may be others, as roles come and go. */
const person = fc.record({ name: fc.constantFrom(...names), approver: fc.boolean(), admin: fc.boolean() });
const words = fc.constantFrom('', '  ', 'because');
const later = new Date('2026-12-01T09:00:00Z');
const now = new Date('2026-11-17T09:15:00Z');

const made: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ kind: fc.constant('approve' as const), term: fc.constantFrom(null, '3m'), words: fc.constant(null) }),
  fc.record({ kind: fc.constant('grant' as const), by: fc.constant(somebody('miriam')), words: fc.constant('OR-1') }),
  fc.record({ kind: fc.constant('reject' as const), words }),
  fc.record({
    kind: fc.constantFrom('withdraw' as const, 'ask-longer' as const, 'remove' as const),
    words: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('fail' as const), words }),
  fc.record({ kind: fc.constantFrom('remind' as const, 'warn' as const), dueAt: fc.constant(later) }),
  fc.record({
    kind: fc.constant('escalate' as const),
    dueAt: fc.constant(later),
    admins: fc.constant([somebody('alex')]),
  }),
  fc.record({ kind: fc.constant('unapprove' as const), words, dueAt: fc.constant(later) }),
  fc.record({ kind: fc.constantFrom('seat' as const, 'end' as const), job: fc.constant('J-1') }),
  fc.record({ kind: fc.constant('retry' as const), job: fc.constantFrom(null, 'J-2') }),
  fc.constant({ kind: 'short' as const }),
  fc.record({
    kind: fc.constant('give' as const),
    ours: fc.boolean(),
    endsOn: fc.constantFrom(null, '2027-02-17'),
    dueAt: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('extend' as const),
    term: fc.constant('3m'),
    words: fc.constant(null),
    endsOn: fc.constant('2027-05-17'),
    dueAt: fc.constant(later),
  }),
);

const step = fc.record({ made, by: fc.option(person, { nil: null }) });

function opened(requester: string, forWhom: string): LicenceRequest {
  return {
    ...{ id: 'LR-1', state: 'pending', product: { sku: 'x', name: 'Visio' }, why: 'plans', ticket: null, term: null },
    ...{ person: somebody(forWhom), requester: somebody(requester), at: now.toISOString() },
    ...{ deciders: [somebody('megan'), somebody('miriam')], admins: [], round: 1, news: 0 },
    ...{ dueAt: now.toISOString(), decision: null, given: null, endsOn: null, job: null, history: [] },
  };
}

describe('any number of people and moves in any order', () => {
  it('decide a licence request once, never their own, and only those who may', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.array(step, { maxLength: 40 }),
        (asker, whose, steps) => {
          let request = opened(asker, whose);
          for (const { made: move, by } of steps) {
            const before = request;
            const actor: By = by && { ...somebody(by.name), approver: by.approver, admin: by.admin };
            const after = advanceRequest(before, move, actor, now);
            if (isRefused(after)) continue;
            request = after;
            const decides = move.kind === 'approve' || move.kind === 'reject' || move.kind === 'extend';
            if (decides) {
              assert.ok(actor, 'Purser itself decides nothing');
              assert.ok(actor.id !== asker && actor.id !== whose, 'four eyes');
              assert.ok(
                actor.approver || (actor.admin && before.admins.length > 0),
                'a role at the moment of the press',
              );
            }
            if (move.kind === 'approve') assert.equal(before.decision, null, 'it was approved already');
            if (after.state === 'assigning' || after.state === 'given') assert.ok(after.decision, 'on whose word?');
            assert.ok(!requestEnds.has(before.state), 'the end is the end');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never leave it where nobody has to do anything and nobody has what they asked for', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let request = opened('adele', 'adele');
        for (const { made: move, by } of steps) {
          const after = advanceRequest(request, move, by && { ...somebody(by.name), ...by }, now);
          if (!isRefused(after)) request = after;
        }
        if (request.state === 'pending') assert.ok(request.dueAt, 'nobody would be called again');
        if (request.state === 'assigning' || request.state === 'removing')
          assert.ok(request.job, 'no job would end it');
        const moves = Object.values(requestTable[request.state]).flatMap((rule) => rule?.by ?? []);
        assert.ok(requestEnds.has(request.state) || moves.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
