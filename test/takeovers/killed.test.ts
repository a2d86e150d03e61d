import assert from 'node:assert/strict';
import type { AuditAction } from '../../store/records.ts';
import { type Moved, takeOver, type Wanted } from '../soak/takeovers.ts';
import { figure, progress } from '../soak/tell.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { seeded } from '../store/history.ts';

/**
 * So many holders are moved while Purser is killed at every so many-th boundary; then so many takeovers, each killed
 * so often at any time. More of all: `npm run soak -- takeovers`.
 */
const { BOUNDARY_HOLDERS = '21', BOUNDARY_EVERY = '20' } = process.env;
const { TAKEOVERS = '0', TAKEOVER_KILLS = '20', TAKEOVER_MOST = '200', TAKEOVER_SEED = '1' } = process.env;
const fewest = 40;

const seats = ['departmental', 'open', 'denied', 'departmental', 'locked'] as const;
const outcomes = { departmental: 'ends', open: 'done', denied: 'refused', locked: 'refused' } as const;

function planned(): Wanted[] {
  const chance = seeded(Number(TAKEOVER_SEED));
  const every = Number(BOUNDARY_EVERY);
  const stepwise = { holders: Number(BOUNDARY_HOLDERS), kills: { every }, isTroubled: every > 1, chance };
  const random = Array.from({ length: Number(TAKEOVERS) }, (_, n): Wanted => {
    const holders = fewest + Math.floor(chance() * (Number(TAKEOVER_MOST) - fewest + 1));
    const act = n % 4 === 3 ? 'cancel' : 'move';
    const kills = { times: Number(TAKEOVER_KILLS) };
    return { holders, act, seats: seats[n % seats.length] ?? 'open', kills, isTroubled: true, chance };
  });
  if (stepwise.holders === 0) return random;
  const both: Wanted[] = [
    { ...stepwise, act: 'move', seats: 'open' },
    { ...stepwise, act: 'move', seats: 'departmental' },
  ];
  return [...(every > 1 ? both.slice(0, 1) : both), ...random];
}

const inOrder = (ids: readonly string[]): string[] => ids.toSorted((a, b) => a.localeCompare(b));

describe('takeovers, Purser killed meanwhile', () => {
  const all: Moved[] = [];
  before(async function () {
    const plan = planned();
    this.timeout(
      plan.reduce((sum, { holders, kills }) => sum + 300_000 + ('every' in kills ? holders : kills.times) * 60_000, 0),
    );
    for (const wanted of plan) {
      all.push(await takeOver(wanted));
      progress(all.length, plan.length, 1, 'takeovers');
    }
    tell(all.filter(({ wanted }) => 'every' in wanted.kills));
    tell(all.filter(({ wanted }) => 'times' in wanted.kills));
  });

  function tell(some: readonly Moved[]): void {
    const sum = (count: (moved: Moved) => number): number => some.reduce((all, moved) => all + count(moved), 0);
    if (some.length === 0) return;
    const stepwise = some.some(({ wanted }) => 'every' in wanted.kills);
    const counts = [
      `${some.length} takeovers of ${some.map(({ wanted }) => `${wanted.holders} (${wanted.act}, ${wanted.seats})`).join(', ')}`,
      `${sum(({ kills }) => kills)} kills${stepwise ? ', one at each boundary' : `, ${sum(({ inTheMiddle }) => inTheMiddle)} of them in the middle`}`,
      `${sum(({ seen }) => seen.troubles)} troubles of Microsoft’s`,
      `${sum(({ seen }) => seen.came.size)} given, ${sum(({ seen }) => seen.lost.size)} taken`,
      `${sum(({ seen }) => seen.needless.length)} asked for again, nothing changed by it`,
      `${sum(({ told }) => told.filter(({ posts }) => posts.length > 1).length)} of ${sum(({ told }) => told.length)} notices posted twice`,
    ];
    figure(counts.join('; '));
  }

  it('give every holder the other licence, and take the old one where Microsoft lets it go', () => {
    for (const { wanted, takeover, ends } of all) {
      const { ids } = takeover.holders;
      assert.equal(ids.length, wanted.holders);
      assert.deepEqual(inOrder(ends.target), wanted.act === 'cancel' ? [] : inOrder(ids));
      assert.deepEqual(inOrder(ends.source), wanted.seats === 'open' ? [] : inOrder(ids));
    }
  });
  it('touch nobody else', () => {
    for (const { others, seen } of all) {
      assert.deepEqual(others.after, others.before);
      assert.deepEqual(seen.strangers, []);
    }
  });
  it('change each person’s licences once, and nothing of who had it already', () => {
    for (const { seen } of all) {
      assert.deepEqual(seen.harmful, []);
      for (const times of [...seen.came.values(), ...seen.lost.values()]) assert.equal(times, 1);
    }
  });
  it('are kept, for each holder, as they came about', () => {
    for (const { wanted, transfers, had, takeover } of all) {
      assert.equal(transfers.length, wanted.holders);
      for (const { id, given, taken } of transfers) {
        const [, person = ''] = id.split(' ');
        assert.equal(given, wanted.act === 'cancel' ? null : had.has(person) ? 'already' : 'done', id);
        assert.equal(taken, outcomes[wanted.seats], id);
      }
      assert.equal(new Set(transfers.map(({ id }) => id)).size, takeover.holders.ids.length);
    }
  });
  it('are in the journal, each licence once, and the journal holds', () => {
    for (const { seen, audit, holds } of all) {
      const names = (action: AuditAction): (string | null)[] =>
        audit.filter((entry) => entry.action === action).map(({ after }) => after);
      assert.equal(holds, true);
      assert.equal(names('licence-assigned').length, seen.came.size);
      assert.equal(names('licence-removed').length, seen.lost.size);
      assert.deepEqual(names('licence-failed'), []);
    }
  });
  it('run once, and are done once Microsoft shows the end', () => {
    for (const { takeover } of all)
      assert.deepEqual(
        takeover.history.map(({ move, to }) => `${move} → ${to}`),
        ['request → pending', 'approve → approved', 'start → running', 'wait → waiting', 'finish → done'],
      );
  });
  it('are told to each holder once before and once after, twice only where it was cut off', () => {
    for (const { told, takeover } of all) {
      for (const stage of ['before', 'after'] as const) {
        const theirs = told.filter(({ notice: { saying } }) => saying.card === 'announced' && saying.stage === stage);
        const to = theirs.flatMap(({ notice }) => ('person' in notice.to ? notice.to.person : []));
        assert.deepEqual(inOrder(to), inOrder(takeover.holders.ids.filter((id) => id !== people.alex)));
      }
      for (const { notice, posts, cuts } of told) {
        assert.ok(posts.length <= 1 + cuts, `${posts.length} posts, ${cuts} cuts: ${JSON.stringify(notice)}`);
        if (notice.outcome === 'posted') assert.ok(posts.length > 0, JSON.stringify(notice));
      }
    }
  });
  it('are killed in the middle', () => {
    for (const { inTheMiddle, wanted } of all) assert.ok(inTheMiddle > 0, JSON.stringify(wanted));
  });
});
