/** Every state × every move × every actor, against a description that is written here once more, in words. */
import assert from 'node:assert/strict';
import { type Takeover, type TakeoverMove, takeoverMoves, takeoverStates } from '../../store/records.ts';
import { advance } from '../../store/takeover/advance.ts';
import { type Actor, isRefusal, purser } from '../../store/takeover/moves.ts';
import { hours, movesOn, now, pending, person } from './takeover-scene.ts';

/** state: move → state (who). `other`: an approver, but neither the requester nor the purchaser. */
const description = `
  pending:  approve → approved (other)
  pending:  reject → rejected (other)
  pending:  withdraw → withdrawn (requester, admin, purser)
  pending:  expire → expired (purser)
  pending:  reassign → pending (requester, other, admin)
  pending:  remind → pending (purser)
  pending:  revise → pending (purser)
  pending:  unapprove → pending (purser)
  pending:  object → pending (purchaser, holder)
  pending:  answer → pending (requester)
  approved: start → running (purser)
  approved: fail → failed (purser)
  approved: revise → pending (purser)
  approved: unapprove → pending (purser)
  approved: withdraw → withdrawn (requester, other, admin, purser)
  approved: untold → approved (purser)
  approved: vouch → approved (other)
  approved: object → approved (purchaser, holder)
  approved: answer → approved (requester)
  running:  wait → waiting (purser)
  running:  stop → stopped (requester, other, admin, purser)
  running:  fail → failed (purser)
  waiting:  finish → done (purser)
  waiting:  withdraw → withdrawn (requester, admin)
  waiting:  retry → running (requester, other, admin, purser)
  waiting:  report → waiting (requester, purchaser, admin)
  stopped:  retry → running (requester, other, admin)
  stopped:  finish → done (purser)
  stopped:  withdraw → withdrawn (requester, admin, purser)
  stopped:  object → stopped (purchaser, holder)
  stopped:  answer → stopped (requester)
  failed:   retry → running (requester, other, admin)
  failed:   leave-out → running (requester, admin)
  failed:   finish → done (purser)
  failed:   withdraw → withdrawn (requester, admin, purser)
  failed:   object → failed (purchaser, holder)
  failed:   answer → failed (requester)
`;

interface Sentence {
  to: string;
  by: string[];
}
const sentences = new Map(
  [...description.matchAll(/(\w+): +([\w-]+) → (\w+) \((.+)\)/g)].map(([, state, move, to, by]): [string, Sentence] => [
    `${state} ${move}`,
    { to: to ?? '', by: by?.split(', ') ?? [] },
  ]),
);

/** Who stands before it, and as what the description knows them. Alex requested, Adele bought, Henri holds a licence. */
const actors: { who: string; actor: Actor; is: string[]; barred?: 'own-request' | 'own-purchase' }[] = [
  { who: 'the requester', actor: person('alex'), is: ['requester'] },
  {
    who: 'the requester, who approves',
    actor: person('alex', { approver: true }),
    is: ['requester'],
    barred: 'own-request',
  },
  {
    who: 'the requester, admin and approver',
    actor: person('alex', { approver: true, admin: true }),
    is: ['requester', 'admin'],
    barred: 'own-request',
  },
  { who: 'the purchaser', actor: person('adele'), is: ['purchaser', 'holder'] },
  {
    who: 'the purchaser, admin and approver',
    actor: person('adele', { approver: true, admin: true }),
    is: ['purchaser', 'holder'],
    barred: 'own-purchase',
  },
  { who: 'a holder', actor: person('henri'), is: ['holder'] },
  { who: 'a holder, who approves', actor: person('henri', { approver: true }), is: ['holder', 'other'] },
  { who: 'an approver', actor: person('megan', { approver: true }), is: ['other'] },
  { who: 'an admin', actor: person('patti', { admin: true }), is: ['admin'] },
  { who: 'an admin, who approves', actor: person('patti', { admin: true, approver: true }), is: ['admin', 'other'] },
  { who: 'somebody else', actor: person('nestor'), is: [] },
  { who: 'Purser', actor: purser, is: ['purser'] },
];

/** Brought to a state by nothing but the record: whether a move is legal must not depend on how it came there. */
function inState(state: Takeover['state'], move: TakeoverMove): Takeover {
  const start = pending();
  const { fingerprint } = start;
  const approvals =
    state === 'pending' && move === 'approve' ? [] : [{ by: megan, at: now.toISOString(), fingerprint }];
  const decideBy = hours(move === 'expire' ? 0 : 72).toISOString();
  const open = { by: { id: 'lynne', name: 'Lynne' }, words: 'My drawings', at: now.toISOString(), answer: null };
  const objections = move === 'answer' ? [open] : [];
  const history = [...start.history, { at: hours(1).toISOString(), by: megan, move, to: state, words: 'So be it' }];
  const untold = move === 'vouch' ? { ids: ['henri'], known: null } : null;
  return { ...start, state, untold, approvals, objections, decideBy, remindAt: now.toISOString(), history };
}
const megan = { id: 'megan', name: 'Megan' };

/** What the description makes of it: the new state, or the reason there is none. */
function described(state: string, move: string, { is, barred, actor }: (typeof actors)[number]): string {
  const sentence = sentences.get(`${state} ${move}`);
  const hasAny = [...sentences.keys()].some((key) => key.startsWith(`${state} `));
  if (!sentence) return hasAny ? 'not-now' : 'over';
  if (sentence.by.some((part) => is.includes(part))) return sentence.to;
  const could =
    actor.kind === 'person' && (sentence.by.includes('other') || (actor.admin && sentence.by.includes('admin')));
  return barred && could ? barred : 'not-yours';
}

describe('a takeover, every state × every move × every actor', () => {
  it('has a description for thirty-seven moves, and none for those that have ended', () => {
    assert.equal(sentences.size, 37);
    const ended = takeoverStates.filter((state) => ![...sentences.keys()].some((key) => key.startsWith(`${state} `)));
    assert.deepEqual(ended, ['done', 'rejected', 'withdrawn', 'expired']);
  });

  for (const state of takeoverStates) {
    it(`${state}: goes where the description says, for whom it says, and nowhere else`, () => {
      for (const move of takeoverMoves) {
        for (const each of actors) {
          const takeover = inState(state, move);
          const after = advance(takeover, movesOn(takeover)[move], each.actor, hours(2));
          const said = isRefusal(after) ? after.refused : after.state;
          assert.equal(said, described(state, move, each), `${state}: ${move} by ${each.who}`);
        }
      }
    });

    it(`${state}: a refusal tells the present state, who brought it there and when; a move is kept in the history`, () => {
      for (const move of takeoverMoves) {
        for (const { actor } of actors) {
          const takeover = inState(state, move);
          const after = advance(takeover, movesOn(takeover)[move], actor, hours(2));
          if (isRefusal(after)) {
            assert.equal(after.state, state);
            // A pending one has not left the state it began in.
            assert.deepEqual(after.turn, takeover.history[state === 'pending' ? 0 : 1]);
          } else {
            const by = actor.kind === 'purser' ? null : { id: actor.id, name: actor.name };
            const { words, ...told } = after.history.at(-1) ?? assert.fail();
            assert.deepEqual(told, { at: hours(2).toISOString(), by, move, to: after.state });
            assert.deepEqual(after.history.slice(0, -1), takeover.history);
          }
        }
      }
    });
  }
});
