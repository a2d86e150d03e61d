/** A takeover in every state, as everybody who may see it reads it, and what is asked before something is done to it. */
import type { Takeover } from '../../store/records.ts';
import type { Chat } from '../stand-ins/teams/teams.ts';
import { people as ids } from '../stand-ins/tenant/index.ts';
import { fate, hostile, longName, write } from './notices.ts';
import { onStage, type Stage, type State, type Words } from './stage.ts';
import {
  adele,
  alex,
  approved,
  becomes,
  begun,
  bought,
  done,
  kept,
  megan,
  morning,
  takeoverIn,
  transferred,
  turns,
} from './takeovers.ts';

export async function scenesOfTakeovers(): Promise<State[]> {
  return [
    ...(await onStage(moving, bought())),
    ...(await onStage(ending, bought())),
    ...(await onStage(cancelling, bought({ holders: 120 }))),
    ...(await onStage(staying, bought())),
    ...(await onStage(alone, bought({ holders: 1 }))),
    ...(await onStage(named, bought({ owner: ids.longName }))),
  ];
}

const failed = (why: string) => ({ given: 'failed', taken: 'open', why }) as const;

const both = (en: string, fr: string, rest = 'TK-1'): Words => ({ en: `${en} ${rest}`, fr: `${fr} ${rest}` });
const shown = both('approval', 'approbation');

async function inChannel({ world }: Stage): Promise<Chat> {
  const { alex: admin, megan: approver } = world.people;
  const team = world.teams.team({ name: 'IT', members: [admin, approver] });
  await team.install(admin);
  await world.purser.outbox.drain();
  return team.general;
}

/** To who decides, to who requested it, and in a channel. */
function showing(stage: Stage, chat: Chat, wrote: readonly string[] = []) {
  const { alex: requester, megan: approver } = stage.world.people;
  return async (name: string): Promise<void> => {
    await stage.ask(`takeover, ${name}, to an approver`, approver, shown, { wrote });
    await stage.ask(`takeover, ${name}, to its requester`, requester, shown, { wrote });
    // Typed there it is read in person; back from a question, it stands there.
    const back = { verb: 'approval', data: { request: 'TK-1', back: 'back' } };
    await stage.submit(`takeover, ${name}, in a channel`, approver, back, chat, wrote);
  };
}

async function moving(stage: Stage): Promise<void> {
  const { alex: requester, megan: approver } = stage.world.people;
  await begun(stage);
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
    data: { words: 'clipchamp' },
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
  await turns(stage, { move: 'revise', to: 'pending' });
  await turns(stage, { move: 'unapprove', to: 'pending' });
  await turns(stage, { move: 'remind', to: 'pending' });
  await turns(stage, { move: 'reassign', to: 'pending', by: alex, words: 'Megan Bowen' });
  await stage.ask('takeover, revised, to an approver', approver, shown);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await show('approved');
  await stage.ask('takeover, to be withdrawn', requester, both('withdraw', 'abandonner'));
  await objected(stage, show);
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, ...Array.from({ length: 9 }, () => done));
  await show('running');
  await turns(stage, { move: 'stop', to: 'stopped', by: megan, words: 'Wait for Monday' });
  await show('stopped');
  await turns(stage, { move: 'retry', to: 'running', by: alex });
  const whys = ['Invalid usage location', 'throttled', 'did-not-stick', ...Array(5).fill('no-permission'), hostile];
  await transferred(stage, ...whys.map(failed), kept, kept, done);
  await turns(stage, { move: 'fail', to: 'failed', words: 'some-failed' });
  await show('failed for some');
  for (const words of ['blocked', 'changed', 'ending', 'trouble'] as const) {
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

type Show = ReturnType<typeof showing>;

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
}

/** A person ends the subscription, or the operator's automation does. */
async function ending(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex: requester, megan: approver } = world.people;
  const { store } = world.purser;
  await begun(stage);
  const chat = await inChannel(stage);
  const show = showing(stage, chat, [hostile]);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, ...Array.from({ length: 11 }, () => done), kept);
  await turns(stage, { move: 'wait', to: 'waiting' });
  await show('to be ended by a person');
  await stage.ask('takeover, half done, to be withdrawn', requester, both('withdraw', 'abandonner'));
  const lost = takeoverIn(stage).holders.ids.filter((id) => id !== ids.adele);
  for (const [n, person] of [ids.adele, ...lost.slice(0, 1)].entries()) {
    const told = { card: 'announced', takeover: 'TK-1', stage: 'before' } as const;
    await fate(stage, await write(stage, { person }, told, [takeoverIn(stage).purchase.id], 86_400_000), 'unreached');
    await show(`to be ended, unreached: ${n + 1}`);
  }
  await stage.ask('takeover, what was found', requester, both('check', 'vérifier', 'TK-1 confirm'));
  await stage.ask('takeover, its end looked for', requester, both('check', 'vérifier'));
  const at = world.clock.now().toISOString();
  const report = { by: alex, at, words: null, endsAt: null };
  const found: Takeover['reports'] = [
    { ...report, what: 'no-button' },
    { ...report, what: 'refused', words: hostile },
    { ...report, what: 'microsoft-moves' },
    { ...report, what: 'renewal-off', endsAt: '2026-12-24T00:00:00.000Z' },
    { ...report, what: 'cancelled' },
  ];
  for (const [n, { what }] of found.entries()) {
    await turns(stage, { move: 'report', to: 'waiting', by: alex }, { reports: found.slice(0, n + 1) });
    await stage.ask(`takeover, found: ${what}`, requester, shown, { wrote: [hostile] });
  }
  await becomes(stage, { reports: [] });
  const purchaser = store.get('people', ids.adele);
  if (purchaser) await store.transact((tx) => tx.put('people', { ...purchaser, enabled: false }));
  await show('to be ended, its purchaser has left');
  if (purchaser) await store.transact((tx) => tx.put('people', purchaser));
  await becomes(stage, { reports: [] });
  await stage.submit('takeover, a day is missing', requester, {
    verb: 'check',
    data: { request: 'TK-1', found: 'renewal-off' },
  });
  await becomes(stage, { ending: 'webhook' });
  await show('to be ended by an automation');
  for (const words of ['deleted', 'gone'] as const) {
    await becomes(stage, { state: 'waiting' });
    await turns(stage, { move: 'finish', to: 'done', words });
    await show(`a move done: ${words}`);
  }
  const ends: [name: string, turn: Parameters<typeof turns>[1]][] = [
    ['rejected', { move: 'reject', to: 'rejected', by: megan, words: hostile }],
    ['expired', { move: 'expire', to: 'expired' }],
    ['withdrawn', { move: 'withdraw', to: 'withdrawn', by: alex }],
    ['withdrawn, for it has ended', { move: 'withdraw', to: 'withdrawn', words: 'over' }],
    ['withdrawn, for its requester has left', { move: 'withdraw', to: 'withdrawn', words: 'requester-out' }],
  ];
  const { history } = takeoverIn(stage);
  for (const [name, turn] of ends) {
    await becomes(stage, { state: 'pending', job: null, approvals: [], history: history.slice(0, 1) });
    await turns(stage, turn);
    await show(name);
  }
  await stage.ask('takeover, approved too late', approver, both('approve', 'approuver'));
}

async function cancelling(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage, { act: { kind: 'cancel', reason: 'cost' } });
  const chat = await inChannel(stage);
  const show = showing(stage, chat);
  await becomes(stage, { findings: [{ what: 'loses-access', who: takeoverIn(stage).holders.ids }] });
  await show('a cancellation requested');
  await stage.ask('takeover, a cancellation to be approved', approver, both('approve', 'approuver'));
  await stage.ask('takeover, a cancellation to be approved, in a channel', approver, both('approve', 'approuver'), {
    chat,
  });
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await show('a cancellation approved');
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, ...Array.from({ length: 100 }, () => ({ ...done, given: null })));
  await show('a cancellation running');
  await turns(stage, { move: 'wait', to: 'waiting' });
  const refused = { ...kept, given: null };
  await transferred(stage, ...takeoverIn(stage).holders.ids.map(() => refused));
  await show('a cancellation to end, all licences kept');
  await transferred(
    stage,
    ...takeoverIn(stage)
      .holders.ids.slice(1)
      .map(() => ({ ...done, given: null })),
  );
  await show('a cancellation to end, one licence kept');
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await show('a cancellation done');
}

async function staying(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage, { act: { kind: 'stay' } });
  await stage.ask('takeover, to one’s own seats', approver, shown);
  await becomes(stage, { holders: { known: 'sole', ids: [ids.adele] } });
  await stage.ask('takeover, to one’s own seats, of one person', approver, shown);
  await turns(stage, { move: 'wait', to: 'waiting' }, { job: 'J-1' });
  await stage.ask('takeover, to one’s own seats, waiting', approver, shown);
}

/** A sentence for one person is another than for several. */
async function alone(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage, { act: { kind: 'cancel', reason: 'other' } });
  await stage.ask('takeover, of one person, to be approved', approver, both('approve', 'approuver'));
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, { ...done, given: null });
  await stage.ask('takeover, of one person, running', approver, shown);
  await turns(stage, { move: 'wait', to: 'waiting' });
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await stage.ask('takeover, of one person, lost', approver, shown);
  const act = { kind: 'move', to: { sku: 'x', product: 'Visio Plan 2' } } as const;
  await turns(stage, { move: 'start', to: 'running' }, { act });
  await transferred(stage, kept);
  await stage.ask('takeover, of one person, moved', approver, shown);
  await transferred(stage, failed('unreachable'));
  await turns(stage, { move: 'fail', to: 'failed', words: 'some-failed' });
  await stage.ask('takeover, of one person, failed', approver, shown);
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
