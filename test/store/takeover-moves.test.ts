import assert from 'node:assert/strict';
import { Takeover } from '../../store/records.ts';
import { advance, countingApprovals, openObjections } from '../../store/takeover/advance.ts';
import { actionNow, fingerprintOf, moveTo } from '../../store/takeover/fingerprint.ts';
import { type Actor, auditOf, isRefusal, type Move, purser, turnOf } from '../../store/takeover/moves.ts';
import { approvalRound, newsRound, timesApproved, timesRevised } from '../../store/takeover/turns.ts';
import { hours, movesOn, now, pending, person, standing, visio } from './takeover-scene.ts';

const alex = person('alex', { admin: true });
const megan = person('megan', { approver: true });
const patti = person('patti', { approver: true });
const henri = person('henri');

function made(takeover: Takeover, move: Move, actor: Actor, at: Date = now): Takeover {
  const after = advance(takeover, move, actor, at);
  if (isRefusal(after)) assert.fail(`${move.kind}: ${after.refused}`);
  return Takeover.parse(after);
}

function refused(takeover: Takeover, move: Move, actor: Actor, at: Date = now): string {
  const after = advance(takeover, move, actor, at);
  return isRefusal(after) ? after.refused : assert.fail(`${move.kind} was made`);
}

/** The moves as they would be made on it now, one after the other. */
function through(takeover: Takeover, ...steps: [kind: keyof ReturnType<typeof movesOn>, actor: Actor][]): Takeover {
  return steps.reduce((at, [kind, actor]) => made(at, movesOn(at)[kind], actor), takeover);
}

describe('a takeover', () => {
  it('goes from the request to done, and its history tells every turn [29–41]', () => {
    const done = through(
      pending(),
      ['approve', megan],
      ['start', purser],
      ['wait', purser],
      ['report', alex],
      ['finish', purser],
    );
    assert.equal(done.state, 'done');
    assert.equal(done.job, 'J-9');
    assert.deepEqual(
      done.history.map(({ move, to, by }) => `${move} → ${to}, ${by?.name ?? 'Purser'}`),
      [
        'request → pending, Alex',
        'approve → approved, Megan',
        'start → running, Purser',
        'wait → waiting, Purser',
        'report → waiting, Alex',
        'finish → done, Purser',
      ],
    );
    assert.equal(turnOf(done).move, 'finish');
  });

  it('is approved by the last of as many different people as it needs', () => {
    const once = made(pending({ needed: 2 }), movesOn(pending()).approve, megan);
    assert.equal(once.state, 'pending');
    assert.equal(once.notBefore, null);
    assert.equal(refused(once, movesOn(once).approve, megan), 'approved-already');
    const twice = made(once, { ...movesOn(once).approve, notBefore: hours(48) }, patti);
    assert.equal(twice.state, 'approved');
    assert.equal(twice.notBefore, hours(48).toISOString());
    assert.deepEqual(
      countingApprovals(twice).map(({ by }) => by.name),
      ['Megan', 'Patti'],
    );
  });

  it('tells a second approver who decided, and when', () => {
    const rejected = made(pending(), { kind: 'reject', words: 'Too many drawings' }, megan, hours(1));
    const late = advance(rejected, movesOn(rejected).approve, patti, hours(2));
    assert.deepEqual(isRefusal(late) && late, {
      refused: 'over',
      state: 'rejected',
      turn: {
        at: hours(1).toISOString(),
        by: { id: 'megan', name: 'Megan' },
        move: 'reject',
        to: 'rejected',
        words: 'Too many drawings',
      },
    });
  });

  it('is rejected only with words', () => {
    assert.equal(refused(pending(), { kind: 'reject', words: ' ' }, megan), 'no-words');
  });

  it('is not decided after its time, whether the clock has noticed or not', () => {
    assert.equal(refused(pending(), movesOn(pending()).approve, megan, hours(72)), 'too-late');
    assert.equal(refused(pending(), { kind: 'reject', words: 'No' }, megan, hours(72)), 'too-late');
    assert.equal(refused(pending(), { kind: 'expire' }, purser, hours(71)), 'too-early');
    assert.equal(made(pending(), { kind: 'expire' }, purser, hours(72)).state, 'expired');
  });

  it('reminds when it is due, and not before', () => {
    assert.equal(refused(pending(), { kind: 'remind', next: null }, purser, hours(23)), 'too-early');
    const reminded = made(pending(), { kind: 'remind', next: hours(48) }, purser, hours(24));
    assert.equal(reminded.remindAt, hours(48).toISOString());
    const last = made(reminded, { kind: 'remind', next: null }, purser, hours(48));
    assert.equal(refused(last, { kind: 'remind', next: null }, purser, hours(60)), 'too-early');
  });

  it('is put only to somebody who could approve it', () => {
    const to = (id: string, approves = true): Move => ({ kind: 'reassign', to: { id, name: id, approves } });
    for (const id of ['alex', 'adele']) assert.equal(refused(pending(), to(id), alex), 'cannot-decide');
    assert.equal(refused(pending(), to('nestor', false), alex), 'cannot-decide');
    const put = made(pending(), to('megan'), alex);
    assert.deepEqual(put.putTo, { id: 'megan', name: 'megan' });
    assert.equal(refused(put, to('megan'), alex), 'nothing-changes');
    assert.equal(made(put, movesOn(put).approve, patti).state, 'approved');
    assert.equal(made(put, { kind: 'reassign', to: null }, alex).putTo, null);
  });
});

describe('an approval', () => {
  const approved = made(pending(), { ...movesOn(pending()).approve, notBefore: hours(48) }, megan);
  const start = { ...movesOn(approved).start };

  it('is for exactly what was requested: another owner, holder, target or ending is something else', () => {
    const { purchase, holders } = visio;
    const others = [
      { ...visio, purchase: { ...purchase, purchaser: { id: 'lynne', name: 'Lynne' } } },
      { ...visio, purchase: { ...purchase, subscription: 'another' } },
      { ...visio, holders: { ...holders, ids: [...holders.ids, 'irvin'] } },
      { ...visio, holders: { ...holders, ids: holders.ids.slice(1) } },
      { ...visio, act: { kind: 'move' as const, to: { sku: 'visio-1', product: 'Visio Plan 1' } } },
      { ...visio, act: { kind: 'cancel' as const, reason: 'unused' } },
      { ...visio, ending: 'webhook' as const },
    ];
    for (const other of others) {
      const fingerprint = fingerprintOf(other);
      assert.equal(refused(pending(), { kind: 'approve', fingerprint, notBefore: now }, megan), 'changed');
      assert.equal(refused(approved, { ...start, fingerprint }, purser, hours(48)), 'changed');
    }
  });

  it('holds when a name, the quantity, the renewal or the order of the holders is another', () => {
    const purchase = { ...visio.purchase, product: 'Visio', quantity: 13, nextAt: null };
    const ids = [...visio.holders.ids].reverse();
    assert.equal(fingerprintOf({ ...visio, purchase, holders: { known: 'sole', ids } }), approved.fingerprint);
  });

  it('is void when what would be done has changed: it must be approved again, by the same people if they like', () => {
    const action = actionNow(visio, { purchase: visio.purchase, holders: ['adele', 'irvin'] });
    assert.deepEqual(action.holders.ids, ['adele', 'irvin'], 'the people as they are now');
    const revised = made(approved, { kind: 'revise', action, decideBy: hours(96), remindAt: hours(24) }, purser);
    assert.equal(revised.state, 'pending');
    assert.deepEqual(revised.approvals, []);
    assert.equal(revised.notBefore, null);
    assert.equal(revised.decideBy, hours(96).toISOString());
    assert.equal(made(revised, movesOn(revised).approve, megan).state, 'approved');
    assert.equal(
      refused(pending(), { kind: 'revise', action: visio, decideBy: hours(96), remindAt: null }, purser),
      'nothing-changes',
    );
  });

  it('of people who left, or of a list that was picked, stays the same list', () => {
    assert.equal(fingerprintOf(actionNow(visio, { purchase: visio.purchase, holders: [] })), approved.fingerprint);
    const picked = { ...visio, holders: { known: 'picked' as const, ids: ['henri'] } };
    const found = actionNow(picked, { purchase: visio.purchase, holders: ['adele', 'henri', 'lynne'] });
    assert.deepEqual(found.holders.ids, ['henri']);
  });

  it('lets it run after the notice period, with a requester and approvers who still may be heard', () => {
    assert.equal(refused(approved, start, purser, hours(47)), 'too-early');
    assert.equal(
      refused(approved, { ...start, standing: { requester: false, out: [] } }, purser, hours(48)),
      'requester-out',
    );
    const out = { requester: true, out: ['megan'] };
    assert.equal(refused(approved, { ...start, standing: out }, purser, hours(48)), 'approver-out');
    assert.equal(
      made(approved, { ...start, standing: { requester: true, out: ['patti'] } }, purser, hours(48)).state,
      'running',
    );
  });

  it('of somebody who is out counts no longer; the others’ does', () => {
    const both = through(pending({ needed: 2 }), ['approve', megan], ['approve', patti]);
    const left = made(both, { kind: 'unapprove', whose: ['megan'], decideBy: hours(96), remindAt: null }, purser);
    assert.equal(left.state, 'pending');
    assert.deepEqual(
      left.approvals.map(({ by }) => by.id),
      ['patti'],
    );
    assert.equal(made(left, movesOn(left).approve, henriApproves).state, 'approved');
    assert.equal(
      refused(left, { kind: 'unapprove', whose: ['megan'], decideBy: hours(96), remindAt: null }, purser),
      'nothing-changes',
    );
  });

  it('is asked for again before what was stopped goes on', () => {
    const stopped = through(made(approved, start, purser, hours(48)), ['stop', patti]);
    const retry: Move = { ...movesOn(stopped).retry, standing: { ...standing, out: ['megan'] } };
    assert.equal(refused(stopped, retry, alex), 'approver-out');
    assert.equal(refused(stopped, { ...movesOn(stopped).retry, fingerprint: 'another' }, alex), 'changed');
    assert.equal(refused({ ...stopped, approvals: [] }, movesOn(stopped).retry, alex), 'unapproved');
    assert.equal(made(stopped, movesOn(stopped).retry, alex).state, 'running');
  });

  const henriApproves = person('henri', { approver: true });
});

describe('an objection', () => {
  const approved = through(pending(), ['approve', megan]);
  const objected = made(approved, { kind: 'object', words: 'My drawings' }, henri);

  it('holds the run until the requester answers', () => {
    assert.equal(refused(objected, movesOn(objected).start, purser), 'objected');
    assert.equal(refused(objected, { kind: 'object', words: 'My drawings' }, henri), 'objected-already');
    const answer: Move = { kind: 'answer', to: 'henri', how: 'went-on', words: 'They are in SharePoint' };
    assert.equal(refused(objected, { ...answer, words: '' }, alex), 'no-words');
    assert.equal(refused(objected, { ...answer, to: 'lynne' }, alex), 'no-objection');
    const answered = made(objected, answer, alex);
    assert.deepEqual(openObjections(answered), []);
    assert.equal(answered.objections[0]?.answer?.how, 'went-on');
    assert.equal(made(answered, movesOn(answered).start, purser).state, 'running');
  });

  it('says what its person said last, and is news once, until it is answered', () => {
    const again = made(objected, { kind: 'object', words: 'Once more' }, henri);
    assert.deepEqual(
      again.objections.map(({ words }) => words),
      ['Once more'],
    );
    assert.equal(newsRound(again), newsRound(objected));
    const other = made(again, { kind: 'object', words: 'Mine too' }, person('lynne'));
    assert.equal(newsRound(other), newsRound(objected) + 1, 'another person’s first words are news');
  });

  describe('of a person who was overruled', () => {
    const wentOn: Move = { kind: 'answer', to: 'henri', how: 'went-on', words: 'They are in SharePoint' };
    const overruled = made(objected, wentOn, alex);

    it('holds nothing, however often it comes, and its last words are kept', () => {
      let after = overruled;
      for (const words of ['Not those', 'Nor these', 'Nor these'])
        after = made(after, { kind: 'object', words }, henri);
      assert.deepEqual(openObjections(after), []);
      assert.equal(after.objections.length, 1);
      assert.deepEqual(after.objections[0]?.later, { words: 'Nor these', at: now.toISOString(), times: 3 });
      assert.equal(newsRound(after), newsRound(overruled), 'the requester’s card is edited');
      assert.equal(made(after, movesOn(after).start, purser).state, 'running');
    });

    it('holds nothing of what is approved once more either', () => {
      const revised = made(overruled, movesOn(overruled).revise, purser);
      const after = made(revised, { kind: 'object', words: 'Still not' }, henri);
      assert.deepEqual(openObjections(after), []);
    });

    it('leaves everybody else’s objection as it is', () => {
      const after = made(overruled, { kind: 'object', words: 'Mine too' }, person('lynne'));
      assert.equal(refused(after, movesOn(after).start, purser), 'objected');
    });
  });

  it('may be answered and come again as often as they like: the record keeps the first few of a person, and the last', () => {
    let after = objected;
    for (let nth = 1; nth <= 40; nth++) {
      after = made(after, { kind: 'answer', to: 'henri', how: 'replied', words: `Answer ${nth}` }, alex);
      after = made(after, { kind: 'object', words: `Words ${nth}` }, henri);
    }
    assert.deepEqual(
      after.objections.map(({ words }) => words),
      ['My drawings', 'Words 1', 'Words 40'],
    );
    assert.equal(refused(after, movesOn(after).start, purser), 'objected', 'a reply overrules nobody');
    assert.ok(newsRound(after) - newsRound(objected) < 5, 'a few posts a day');
    assert.ok(
      newsRound(made(after, { kind: 'object', words: 'Tomorrow' }, person('lynne'), hours(30))) > newsRound(after),
    );
  });

  it('may come again after an answer', () => {
    const answered = made(objected, { kind: 'answer', to: 'henri', how: 'replied', words: 'They stay' }, alex);
    const again = made(answered, { kind: 'object', words: 'They do not' }, henri);
    assert.equal(openObjections(again).length, 1);
    assert.equal(again.objections.length, 2);
  });

  it('is settled when the takeover is withdrawn', () => {
    const withdrawn = made(objected, { kind: 'withdraw', words: 'Henri is right' }, alex);
    assert.deepEqual(
      withdrawn.objections.map(({ answer }) => answer?.how),
      ['withdrawn'],
    );
  });

  it('also holds what was stopped and would go on', () => {
    const stopped = made(
      through(approved, ['start', purser], ['stop', alex]),
      { kind: 'object', words: 'Wait' },
      henri,
    );
    assert.equal(refused(stopped, movesOn(stopped).retry, alex), 'objected');
  });
});

describe('what is reported of an ending', () => {
  const waiting = through(pending(), ['approve', megan], ['start', purser], ['wait', purser]);
  const report = { kind: 'report', words: null, endsAt: null } as const;

  it('keeps who said it, and never ends the takeover by itself', () => {
    const off = made(waiting, { ...report, what: 'renewal-off', endsAt: '2026-12-24' }, person('adele'), hours(3));
    assert.equal(off.state, 'waiting');
    assert.deepEqual(off.reports, [
      {
        what: 'renewal-off',
        by: { id: 'adele', name: 'Adele' },
        at: hours(3).toISOString(),
        words: null,
        endsAt: '2026-12-24',
      },
    ]);
  });

  it('has a day where only the renewal is off, and words where it was refused', () => {
    assert.equal(refused(waiting, { ...report, what: 'renewal-off' }, alex), 'no-day');
    assert.equal(refused(waiting, { ...report, what: 'refused' }, alex), 'no-words');
    assert.equal(made(waiting, { ...report, what: 'no-button' }, alex).reports.length, 1);
  });
});

describe('the words around it', () => {
  it('moves nobody to a product they hold already', () => {
    assert.deepEqual(moveTo('visio', { sku: 'visio', product: 'Visio Plan 2' }), { kind: 'stay' });
    assert.equal(moveTo('visio-dept', { sku: 'visio', product: 'Visio Plan 2' }).kind, 'move');
  });

  it('has an entry of the journal for everything but a reminder', () => {
    const silent = Object.entries(auditOf).filter(([, action]) => action === null);
    assert.deepEqual(
      silent.map(([move]) => move),
      ['remind'],
    );
  });
});

describe('what people press over and over', () => {
  const running = through(pending(), ['approve', megan], ['start', purser]);
  const waiting = made(running, { kind: 'wait' }, purser);
  const adele = person('adele');
  const report = (nth: number): Move => ({ kind: 'report', what: 'refused', words: `CFQ7-${nth}`, endsAt: null });
  const size = (takeover: Takeover): number => JSON.stringify(takeover).length;

  /** A move every ten minutes. */
  function over(count: number, takeover: Takeover, moveFor: (nth: number) => [Move, Actor]): Takeover {
    return Array.from({ length: count }).reduce<Takeover>(
      (at, _, nth) => made(at, ...moveFor(nth), hours(nth / 6)),
      takeover,
    );
  }

  it('five hundred reports make a record no larger than sixty do: the first and the last are kept, the rest is counted', () => {
    const [sixty, many] = [60, 500].map((count) => over(count, waiting, (nth) => [report(nth), adele]));
    if (!sixty || !many) assert.fail();
    assert.ok(size(many) < size(sixty) * 1.1, `${size(many)} after ${size(sixty)}`);
    assert.equal(many.reports.length + (many.left?.reports ?? 0), 500);
    assert.equal(many.reports[0]?.words, 'CFQ7-0');
    assert.equal(many.reports.at(-1)?.words, 'CFQ7-499');
    assert.equal(many.history.length + (many.left?.turns ?? 0), waiting.history.length + 500);
    assert.deepEqual(many.history.slice(0, 2), waiting.history.slice(0, 2));
    assert.equal(turnOf(many).move, 'wait', 'what led to its state is never among those that are only counted');
    assert.equal(timesApproved(many), 1);
  });

  it('somebody else’s reports are a few posts a day to the requester, and the next day news again', () => {
    const day = over(144, waiting, (nth) => [report(nth), adele]);
    assert.equal(newsRound(day) - newsRound(waiting), 5);
    const week = over(1000, waiting, (nth) => [report(nth), adele]);
    const posts = newsRound(week) - newsRound(waiting);
    assert.ok(posts > 30 && posts <= 40, `${posts} in a week`);
  });

  it('an objection and its answer, to and fro, make no larger record either', () => {
    const approved = through(pending(), ['approve', megan]);
    const talk = (nth: number): [Move, Actor] =>
      nth % 2 === 0
        ? [{ kind: 'object', words: `No, ${nth}` }, henri]
        : [{ kind: 'answer', to: 'henri', how: 'replied', words: `Yes, ${nth}` }, alex];
    assert.ok(size(over(1000, approved, talk)) < size(over(100, approved, talk)) * 1.1);
  });

  it('handing it to and fro, and a purchaser who buys and gives back, make no larger record and no more posts a day', () => {
    const handed = (nth: number): [Move, Actor] => [
      { kind: 'reassign', to: { ...(nth % 2 === 0 ? patti : megan), approves: true } },
      alex,
    ];
    assert.ok(size(over(500, pending(), handed)) < size(over(100, pending(), handed)) * 1.1);
    const revised = (nth: number): [Move, Actor] => {
      const ids = nth % 2 === 0 ? [...visio.holders.ids, 'patti'] : visio.holders.ids;
      const action = { ...visio, holders: { ...visio.holders, ids } };
      return [{ kind: 'revise', action, decideBy: hours(960), remindAt: null }, purser];
    };
    const flipped = over(144, pending(), revised);
    assert.equal(approvalRound(flipped) - approvalRound(pending()), 5);
    assert.equal(timesRevised(flipped), 144);
  });
});
