/** A move in every state, as everybody who may see it reads it, and what is asked before something is done to it. */
import { people as ids } from '../../stand-ins/tenant/index.ts';
import { taken } from '../../world/takeovers.ts';
import { hostile, longName } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';
import {
  adele,
  alex,
  approved,
  becomes,
  begun,
  bought,
  kept,
  megan,
  morning,
  removed,
  takeoverIn,
  transferred,
  turns,
} from '../takeovers.ts';
import { both, failed, inChannel, type Show, showing, shown } from '../takeovers-shown.ts';

export const scenesOfMove: readonly Scene[] = [
  { play: moving, world: () => bought({ sku: taken }) },
  { play: staying, world: () => bought({ sku: taken }) },
  { play: named, world: () => bought({ owner: ids.longName }) },
];

async function moving(stage: Stage): Promise<void> {
  const { alex: requester, megan: approver } = stage.world.people;
  await begun(stage, {}, taken);
  const chat = await inChannel(stage);
  const show = showing(stage, chat, [hostile]);
  await show('a move requested');
  await stage.ask('takeover, to be rejected', approver, both('reject', 'refuser'));
  await stage.submit('takeover, rejected without words', approver, {
    verb: 'reject',
    data: { request: 'TK-1', confirm: 'confirm' },
  });
  await stage.submit('takeovers, none of which is meant', approver, {
    verb: 'approvals',
    data: { words: 'power bi' },
  });
  await stage.submit('takeover, pressed on a card of before', approver, {
    verb: 'approve',
    data: { request: 'TK-1', digest: 'aaaaaaaaaaaa' },
  });
  const [one = '', two = '', three = ''] = takeoverIn(stage).holders.ids;
  await becomes(stage, {
    needed: 2,
    putTo: megan,
    approvals: [{ by: alex, at: morning.toISOString(), fingerprint: takeoverIn(stage).fingerprint }],
    findings: [
      { what: 'no-usage-location', who: [one, two] },
      { what: 'group-assigned', who: takeoverIn(stage).holders.ids },
      { what: 'disabled', who: [three] },
      { what: 'list-long', bought: 10, listed: 12 },
    ],
  });
  await show('half approved, with findings');
  await becomes(stage, { needed: 1, putTo: null, approvals: [], findings: [] });
  const { ids: all, known } = takeoverIn(stage).holders;
  await turns(
    stage,
    { move: 'revise', to: 'pending' },
    { revisedFrom: all.slice(2), holders: { known, ids: all.slice(0, 11) } },
  );
  await show('revised, with who came and who went');
  await becomes(stage, { revisedFrom: null, holders: { known, ids: all } });
  await turns(stage, { move: 'unapprove', to: 'pending' });
  await turns(stage, { move: 'remind', to: 'pending' });
  await turns(stage, { move: 'reassign', to: 'pending', by: alex, words: 'Megan Bowen' });
  await stage.ask('takeover, revised, to an approver', approver, shown);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await show('approved');
  await stage.ask('takeover, to be withdrawn', requester, both('withdraw', 'abandonner'));
  await objected(stage, show);
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, ...Array.from({ length: 9 }, () => removed));
  await show('running');
  await turns(stage, { move: 'stop', to: 'stopped', by: megan, words: 'Wait for Monday' });
  await show('stopped');
  await turns(stage, { move: 'retry', to: 'running', by: alex });
  const whys = ['Invalid usage location', 'throttled', 'did-not-stick', ...Array(5).fill('no-permission'), hostile];
  await transferred(stage, ...whys.map(failed), kept, kept, removed);
  await turns(stage, { move: 'fail', to: 'failed', words: 'some-failed' });
  await show('failed for some');
  for (const words of ['blocked', 'unproven', 'changed', 'ending', 'trouble'] as const) {
    await becomes(stage, { state: 'running' });
    await turns(stage, { move: 'fail', to: 'failed', words });
    await stage.ask(`takeover, failed: ${words}`, approver, shown, { wrote: [hostile] });
  }
  for (const why of [hostile, 'no-automation', 'unreachable']) {
    await becomes(stage, { state: 'failed', job: await endedAs(stage, why) });
    await stage.ask(`takeover, the automation: ${why === hostile ? 'words' : why}`, approver, shown, {
      wrote: [hostile],
    });
  }
}

/** The last step of its run failed. */
function endedAs({ world }: Stage, why: string): Promise<string> {
  const at = world.clock.now().toISOString();
  return world.purser.store.transact((tx) => {
    const id = tx.nextId('J');
    const steps = [{ key: 'end', state: 'failed' as const, tries: 6, at, why }];
    tx.put('jobs', { id, work: { kind: 'takeover', takeover: 'TK-1' }, createdAt: at, dueAt: null, steps });
    return id;
  });
}

/** The purchaser has read it, objects, is overruled, and leaves. */
async function objected(stage: Stage, show: Show): Promise<void> {
  const { world } = stage;
  const { alex: requester } = world.people;
  const { store } = world.purser;
  const at = world.clock.now().toISOString();
  const [other = ''] = takeoverIn(stage).holders.ids.filter((id) => id !== ids.adele);
  const them = { id: other, name: store.get('people', other)?.name ?? '' };
  const objection = { by: adele, words: hostile, at, answer: null };
  await turns(stage, { move: 'object', to: 'approved', by: adele, words: hostile }, { objections: [objection] });
  await show('objected to');
  const wrote = [hostile];
  await stage.ask('takeover, an objection to be answered', requester, both('reply', 'répondre'), { wrote });
  await stage.ask('takeover, to go on all the same', requester, both('proceed', 'poursuivre'), { wrote });
  await becomes(stage, { objections: [objection, { by: them, words: 'I need it', at, answer: null }] });
  const words = both('reply', 'répondre', 'TK-1 one of them');
  await stage.ask('takeover, an answer to one of two', requester, words, { wrote: [...wrote, 'one of them'] });
  const third = { by: { ...them, id: 'a third one' }, words: 'So do I', at, answer: null };
  await becomes(stage, { objections: [...takeoverIn(stage).objections, third] });
  await stage.ask('takeover, an answer to one of three', requester, words, { wrote: [...wrote, 'one of them'] });
  await becomes(stage, { objections: takeoverIn(stage).objections.slice(0, 2) });
  await show('objected to by two');
  const answer = { how: 'went-on', by: alex, words: 'The same licence is there', at } as const;
  await turns(
    stage,
    { move: 'answer', to: 'approved', by: alex, words: answer.words },
    {
      objections: [
        { ...objection, answer },
        { by: them, words: 'I need it', at, answer },
      ],
    },
  );
  await show('gone on with all the same');
  await becomes(stage, { objections: [{ ...objection, answer }] });
  await stage.ask('takeover, gone on with against one', requester, shown, { wrote });
  const later = { words: hostile, at, times: 2 };
  await becomes(stage, { objections: [{ ...objection, answer, later }] });
  await stage.ask('takeover, objected to again by one', requester, shown, { wrote });
  const second = { by: them, words: 'I need it', at, answer, later: { ...later, words: 'I still do' } };
  await becomes(stage, { objections: [{ ...objection, answer, later }, second] });
  await show('objected to again');
  await becomes(stage, { objections: [{ ...objection, answer }] });
}

async function staying(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage, { act: { kind: 'stay' } }, taken);
  await stage.ask('takeover, to one’s own seats', approver, shown);
  await becomes(stage, { holders: { known: 'sole', ids: [ids.adele] } });
  await stage.ask('takeover, to one’s own seats, of one person', approver, shown);
  await turns(stage, { move: 'wait', to: 'waiting' }, { job: 'J-1' });
  await stage.ask('takeover, to one’s own seats, waiting', approver, shown);
}

/** Everybody is called as long as Microsoft allows, and says as much as Purser keeps. */
async function named(stage: Stage): Promise<void> {
  const { alex: requester } = stage.world.people;
  const words = `${hostile} ${longName}`.slice(0, 500);
  await begun(stage);
  const { purchase, holders } = takeoverIn(stage);
  const who = { id: 'x', name: longName };
  const at = stage.world.clock.now().toISOString();
  await becomes(stage, {
    purchase: { ...purchase, product: longName },
    act: { kind: 'move', to: { sku: 'x', product: longName } },
    requester: { ...alex, name: longName },
    putTo: who,
    why: words,
    findings: [{ what: 'no-usage-location', who: holders.ids }],
    objections: [1, 2, 3].map((n) => ({ by: { ...who, id: `${n}` }, words, at, answer: null })),
  });
  for (let n = 0; n < 7; n++) await turns(stage, { move: 'object', to: 'pending', by: who, words });
  await stage.ask('takeover, with long names', requester, shown, { wrote: [words, longName, hostile] });
}
