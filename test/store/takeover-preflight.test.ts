import assert from 'node:assert/strict';
import type { Finding } from '../../store/records.ts';
import {
  blocks,
  type Given,
  type HolderFacts,
  preflight,
  type Scene,
  severities,
  shortfalls,
} from '../../store/takeover/preflight.ts';
import { type Asking, obstacleTo } from '../../store/takeover/request.ts';

function holder(id: string, but: Partial<HolderFacts> = {}, licences: Record<string, Given> = { dept: 'direct' }) {
  const facts: HolderFacts = {
    id,
    left: false,
    guest: false,
    enabled: true,
    usageLocation: true,
    licences: new Map(Object.entries(licences)),
  };
  return { ...facts, ...but };
}

const three = [holder('adele'), holder('henri'), holder('lynne')];
const visio = { sku: 'visio', product: 'Visio Plan 2', free: 5 };

function scene(but: Partial<Scene> = {}): Scene {
  return {
    purchase: { sku: 'dept', quantity: 3 },
    holders: { known: 'sole', people: three },
    pool: { seats: 3, used: 3 },
    act: { kind: 'move', to: visio },
    ...but,
  };
}

const whats = (found: readonly Finding[]): string[] => found.map(({ what }) => what);

describe('a preflight', () => {
  it('finds nothing where everybody gets a seat', () => {
    assert.deepEqual(preflight(scene()), []);
  });

  it('says how many seats are missing in a target that is short [31]', () => {
    const found = preflight(scene({ act: { kind: 'move', to: { ...visio, free: 1 } } }));
    assert.deepEqual(found, [{ what: 'target-short', need: 3, free: 1, missing: 2 }]);
    assert.ok(blocks(found));
  });

  it('counts what is in use beyond the seats as missing too, but only where somebody needs one', () => {
    const to = { ...visio, free: -4, warning: 4 };
    const found = preflight(scene({ act: { kind: 'move', to } }));
    assert.deepEqual(found, [{ what: 'target-short', need: 3, free: -4, missing: 7, warning: 4 }]);
    const people = three.map(({ id }) => holder(id, {}, { dept: 'direct', visio: 'direct' }));
    const none = preflight(scene({ holders: { known: 'sole', people }, act: { kind: 'move', to } }));
    assert.ok(!whats(none).includes('target-short'));
  });

  it('counts expired seats of the pool as seats that still work, and says how many they are', () => {
    const pool = { seats: 3, used: 10, warning: 10, suspended: 5 };
    assert.deepEqual(preflight(scene({ act: { kind: 'stay' }, pool })), [
      { what: 'pool-covers', left: 10, used: 10, missing: 0, warning: 10, suspended: 5 },
    ]);
  });

  it('needs no seat for those who have the target, who left, or who hold nothing any more [31]', () => {
    const people = [
      holder('adele'),
      holder('henri', {}, { dept: 'direct', visio: 'group' }),
      holder('lynne', { left: true }),
      holder('irvin', {}, {}),
    ];
    const to = { ...visio, free: 1 };
    const found = preflight(scene({ holders: { known: 'sole', people }, act: { kind: 'move', to } }));
    assert.deepEqual(found, [
      { what: 'has-target', who: ['henri'] },
      { what: 'not-holding', who: ['irvin'] },
      { what: 'left', who: ['lynne'] },
    ]);
  });

  it('stops where nobody knows how many seats there are', () => {
    for (const broken of [
      scene({ act: { kind: 'move', to: { ...visio, free: null } } }),
      scene({ act: { kind: 'stay' }, pool: null }),
      scene({ holders: { known: 'picked', people: three }, pool: null }),
    ])
      assert.deepEqual(preflight(broken), [{ what: 'seats-unread' }]);
  });

  it('orders the targets by what they lack, those with enough first [32]', () => {
    const targets = [
      { ...visio, sku: 'unread', free: null },
      { ...visio, sku: 'short', free: 1 },
      { ...visio, sku: 'enough', free: 3 },
    ];
    assert.deepEqual(
      shortfalls('dept', three, targets).map(({ target, need, missing }) => [target.sku, need, missing]),
      [
        ['enough', 3, 0],
        ['short', 3, 2],
        ['unread', 3, null],
      ],
    );
  });

  it('asks for the holders where Microsoft doesn’t say which they are', () => {
    const found = preflight(
      scene({ holders: undefined, pool: { seats: 500, used: 412 }, purchase: { sku: 'dept', quantity: 12 } }),
    );
    assert.deepEqual(found, [{ what: 'holders-unknown', bought: 12, holding: 412 }]);
    assert.ok(blocks(found));
  });

  it('sees that others than those on a picked list would lose their seats', () => {
    // 3 of 10 seats go; of 9 who hold one, 2 are on the list, so 7 must fit into 7.
    const holders = { known: 'picked' as const, people: three.slice(1) };
    assert.deepEqual(preflight(scene({ holders, pool: { seats: 10, used: 9 } })), []);
    const found = preflight(scene({ holders, pool: { seats: 10, used: 10 } }));
    assert.deepEqual(found, [{ what: 'list-short', missing: 1 }]);
    assert.ok(blocks(found));
  });

  it('wonders at a list that is longer than what was bought', () => {
    const holders = { known: 'picked' as const, people: [...three, holder('irvin')] };
    const found = preflight(scene({ holders, pool: { seats: 20, used: 15 } }));
    assert.deepEqual(found, [{ what: 'list-long', bought: 3, listed: 4 }]);
    assert.ok(!blocks(found));
  });

  it('checks that the pool still covers everybody where source and target are one product', () => {
    const stay = (seats: number) => preflight(scene({ act: { kind: 'stay' }, pool: { seats, used: 10 } }));
    assert.deepEqual(stay(13), [{ what: 'pool-covers', left: 10, used: 10, missing: 0 }]);
    assert.deepEqual(stay(11), [{ what: 'pool-short', left: 8, used: 10, missing: 2 }]);
    assert.deepEqual([blocks(stay(13)), blocks(stay(11))], [false, true]);
  });

  it('names who loses access when it is cancelled [37]', () => {
    const people = [...three, holder('irvin', { left: true })];
    const found = preflight(scene({ act: { kind: 'cancel' }, holders: { known: 'sole', people } }));
    assert.deepEqual(found, [
      { what: 'loses-access', who: ['adele', 'henri', 'lynne'] },
      { what: 'left', who: ['irvin'] },
    ]);
  });

  it('tells of licences by groups, missing usage locations and disabled accounts', () => {
    const people = [
      holder('adele', {}, { dept: 'group' }),
      holder('henri', { usageLocation: false }),
      holder('lynne', { enabled: false, usageLocation: null }),
    ];
    assert.deepEqual(preflight(scene({ holders: { known: 'sole', people } })), [
      { what: 'no-usage-location', who: ['henri'] },
      { what: 'group-assigned', who: ['adele'] },
      { what: 'disabled', who: ['lynne'] },
    ]);
  });

  it('is blocked by a departmental target, and where people would stay on departmental seats', () => {
    const sole = { known: 'sole' as const, people: [holder('adele')] };
    const act = { kind: 'move' as const, to: { ...visio, departmental: true } };
    assert.deepEqual(whats(preflight(scene({ holders: sole, act }))), ['target-departmental']);
    const staying = { kind: 'stay' as const, departmental: true };
    const found = preflight(scene({ holders: sole, pool: { seats: 40, used: 1 }, act: staying }));
    assert.deepEqual(whats(found), ['target-departmental']);
  });

  it('says first what blocks, and says where nobody holds it', () => {
    const people = [
      holder('gustav', { guest: true }),
      holder('henri', { usageLocation: false, enabled: false }),
      holder('irvin', {}, {}),
    ];
    const found = preflight(
      scene({ holders: { known: 'picked', people }, pool: { seats: 3, used: 3 }, act: { kind: 'move', to: visio } }),
    );
    assert.deepEqual(whats(found), ['list-short', 'no-usage-location', 'guest', 'disabled', 'not-holding']);
    assert.deepEqual(whats(preflight(scene({ holders: { known: 'sole', people: [] } }))), ['nobody-holds-it']);
    const order = ['blocks', 'warns', 'tells'];
    const told = found.map(({ what }) => order.indexOf(severities[what]));
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
  });
});

describe('a request', () => {
  const asking: Asking = {
    purchase: { kind: 'self-service', sure: 'confirmed', status: 'Enabled', absent: null },
    requester: 'alex',
    purchaser: 'adele',
    others: [{ id: 'TK-1', state: 'withdrawn' }],
    reached: 1,
    approvers: ['alex', 'adele', 'megan'],
    needed: 1,
    findings: [],
  };
  const purchase = asking.purchase;
  const gone = { since: '2026-11-01T00:00:00.000Z', syncs: 2, asked: 1, gone: true };

  it('may be made where somebody else can approve it and hears of it', () => {
    assert.equal(obstacleTo(asking), undefined);
  });

  it('is refused with the reason, each with what helps', () => {
    const cases: [Partial<Asking>, object][] = [
      [{ purchase: { ...purchase, status: 'Deleted' } }, { what: 'deleted' }],
      [{ purchase: { ...purchase, absent: gone } }, { what: 'deleted' }],
      [{ purchase: { ...purchase, kind: 'central' } }, { what: 'central' }],
      [{ purchase: { ...purchase, kind: 'partner' } }, { what: 'partner' }],
      [{ purchase: { ...purchase, sure: 'probable' } }, { what: 'probable' }],
      [{ others: [{ id: 'TK-3', state: 'waiting' }] }, { what: 'requested', takeover: 'TK-3' }],
      [{ reached: 0 }, { what: 'nobody-reached' }],
      [{ approvers: ['alex', 'adele'] }, { what: 'too-few-approvers', others: 0, needed: 1 }],
      [{ needed: 2 }, { what: 'too-few-approvers', others: 1, needed: 2 }],
      [{ findings: [{ what: 'seats-unread' }] }, { what: 'blocked' }],
    ];
    for (const [but, obstacle] of cases) assert.deepEqual(obstacleTo({ ...asking, ...but }), obstacle);
  });

  it('is not held up by what only warns', () => {
    assert.equal(obstacleTo({ ...asking, findings: [{ what: 'loses-access', who: ['henri'] }] }), undefined);
  });
});
