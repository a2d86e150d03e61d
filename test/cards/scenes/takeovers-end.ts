/** How a takeover ends: by a person, by the operator's automation, by a cancellation, or not at all. */

import { digest } from '../../../bot/core/shown-hash.ts';
import { languageCodes } from '../../../bot/language/codes.ts';
import type { Takeover } from '../../../store/records.ts';
import { people as ids } from '../../stand-ins/tenant/index.ts';
import { taken } from '../../world/takeovers.ts';
import { fate, hostile, write } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';
import {
  alex,
  approved,
  becomes,
  begun,
  bought,
  done,
  kept,
  megan,
  removed,
  takeoverIn,
  transferred,
  turns,
} from '../takeovers.ts';
import { both, failed, inChannel, showing, shown } from '../takeovers-shown.ts';

export const scenesOfEnd: readonly Scene[] = [
  { play: ending, world: () => bought() },
  { play: cancelling, world: () => bought({ sku: taken, holders: 120 }) },
  { play: alone, world: () => bought({ sku: taken, holders: 1 }) },
  { play: counted, world: () => bought({ sku: taken }) },
  { play: untold, world: () => bought({ sku: taken }) },
  { play: departmental, world: () => bought() },
  { play: oneDepartmental, world: () => bought({ holders: 1 }) },
  { play: oneLess, world: () => bought({ holders: 1 }) },
];

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
  await transferred(stage, ...Array.from({ length: 12 }, () => done));
  await turns(stage, { move: 'wait', to: 'waiting', words: 'seats-end' });
  await show('to be ended by a person');
  await asPurchase(stage, 'approved', 'running', 'stopped', 'failed', 'waiting');
  const waiting = { en: 'waiting', fr: 'à traiter' };
  await stage.ask('waiting, what is to be ended', requester, waiting);
  await stage.ask('waiting, nothing, while it is under way', world.people.adele, waiting);
  await stage.ask('approval, nothing named', requester, both('approval', 'approbation', ''));
  await requester.ask('block saas');
  await stage.ask('waiting, what is to be ended, and more', requester, waiting);
  await stage.ask('takeover, half done, to be withdrawn', requester, both('withdraw', 'abandonner'));
  const lost = takeoverIn(stage).holders.ids.filter((id) => id !== ids.adele);
  for (const [n, person] of [ids.adele, ...lost.slice(0, 1)].entries()) {
    const told = { card: 'announced', takeover: 'TK-1', stage: 'before' } as const;
    await fate(stage, await write(stage, { person }, told, [takeoverIn(stage).purchase.id], 86_400_000), 'unreached');
    await show(`to be ended, unreached: ${n + 1}`);
  }
  await stage.ask('takeover, what was found', requester, both('check', 'vérifier', 'TK-1 confirm'));
  await stage.ask('takeover, its end looked for', requester, both('check', 'vérifier'));
  await stage.ask('takeover, its end looked for again at once', requester, both('check', 'vérifier'));
  const at = world.clock.now().toISOString();
  const report = { by: alex, at, words: null, endsAt: null };
  const found: Takeover['reports'] = [
    { ...report, what: 'no-button' },
    { ...report, what: 'refused', words: hostile },
    { ...report, what: 'microsoft-moves' },
    { ...report, what: 'renewal-off', endsAt: '2026-12-24' },
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
  await asPurchase(stage, 'waiting');
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

/** What the card of the purchase says of it in these states. */
async function asPurchase(stage: Stage, ...states: Takeover['state'][]): Promise<void> {
  const { ending, purchase } = takeoverIn(stage);
  for (const state of states) {
    await becomes(stage, { state });
    const name = `purchase, its takeover ${state}, ${ending}`;
    await stage.ask(name, stage.world.people.alex, both('purchase', 'achat', purchase.id));
  }
}

async function cancelling(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage, { act: { kind: 'cancel', reason: 'cost' } }, taken);
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
  await transferred(stage, ...Array.from({ length: 100 }, () => ({ ...removed, given: null })));
  await show('a cancellation running');
  await turns(stage, { move: 'wait', to: 'waiting' });
  const refused = { ...kept, given: null };
  await transferred(stage, ...takeoverIn(stage).holders.ids.map(() => refused));
  await show('a cancellation to end, all licences kept');
  await transferred(
    stage,
    ...takeoverIn(stage)
      .holders.ids.slice(1)
      .map(() => ({ ...removed, given: null })),
  );
  await show('a cancellation to end, one licence kept');
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await show('a cancellation done');
}

/** A sentence for one person is another than for several. */
async function alone(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage, { act: { kind: 'cancel', reason: 'other' } }, taken);
  await stage.ask('takeover, of one person, to be approved', approver, both('approve', 'approuver'));
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, { ...removed, given: null });
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

const out = (why: string) => ({ given: null, taken: null, why }) as const;
const stays = { given: null, taken: null, why: null } as const;
const reasons = ['left-organisation', 'no-licence', 'licence-error', 'through-group', 'no-licence-state'];

/** Everybody who was approved is counted, and whoever is out of it is named with the reason. */
async function counted(stage: Stage): Promise<void> {
  const { alex: requester } = stage.world.people;
  await begun(stage, {}, taken);
  const chat = await inChannel(stage);
  const show = showing(stage, chat);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  const rest = Array.from({ length: 7 }, () => removed);
  await transferred(stage, ...reasons.map(out), ...rest);
  await turns(stage, { move: 'fail', to: 'failed', words: 'some-failed' });
  await show('a move, some are out of it');
  await stage.ask('takeover, to end for one of them', requester, both('proceed', 'poursuivre'));
  await transferred(stage, ...[...reasons, 'no-licence-state'].map(out), ...rest.slice(1));
  await stage.ask('takeover, to end for two of them', requester, both('proceed', 'poursuivre'));
  await turns(stage, { move: 'leave-out', to: 'running', by: alex, words: 'Lee Gu' });
  await turns(stage, { move: 'wait', to: 'waiting' }, { leftOut: takeoverIn(stage).holders.ids });
  await show('a move, ending without some');
  await becomes(stage, { act: { kind: 'stay' } });
  await transferred(stage, ...reasons.slice(0, 2).map(out), ...Array.from({ length: 10 }, () => stays));
  await show('some no longer stay');
  await becomes(stage, { act: { kind: 'cancel', reason: 'cost' }, leftOut: [] });
  const gone = { ...removed, given: null };
  await transferred(stage, ...reasons.map(out), ...Array.from({ length: 7 }, () => gone));
  await turns(stage, { move: 'fail', to: 'failed', words: 'some-unseen' });
  await show('a cancellation, some are out of it');
  await turns(stage, { move: 'fail', to: 'failed', words: 'approver-out' });
  await show('a cancellation, somebody who approved it is out');
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await show('a cancellation done, some were out of it');
}

/** People who lose access could not be told: twelve, then one. */
async function untold(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage, { act: { kind: 'cancel', reason: 'cost' } }, taken);
  const show = showing(stage, await inChannel(stage));
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  const { ids: all } = takeoverIn(stage).holders;
  for (const some of [all, all.slice(0, 1)]) {
    await turns(stage, { move: 'untold', to: 'approved' }, { untold: { ids: some, known: null } });
    await show(`a cancellation that waits, untold: ${some.length}`);
    await stage.ask(`takeover, do they know: ${some.length}`, approver, both('proceed', 'poursuivre'));
  }
  const waiting = takeoverIn(stage);
  for (const language of languageCodes) {
    await becomes(stage, waiting);
    const pressed = { verb: 'proceed', request: 'TK-1', digest: digest(all.slice(0, 1)), confirm: 'confirm' };
    await stage.submitOnce('takeover, they know', language, approver, pressed);
    await stage.ask(`takeover, they know (${language})`, approver, shown);
  }
}

/** Nobody takes the old seats one by one: they end with the purchase. */
async function departmental(stage: Stage): Promise<void> {
  await begun(stage, { act: { kind: 'cancel', reason: 'cost' } });
  const show = showing(stage, await inChannel(stage));
  await show('a cancellation of departmental seats requested');
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  const ends = { ...done, given: null };
  await transferred(stage, out('no-licence'), ...Array.from({ length: 11 }, () => ends));
  await turns(stage, { move: 'wait', to: 'waiting', words: 'seats-end' });
  await show('a cancellation of departmental seats to end');
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await show('a cancellation of departmental seats done');
}

async function oneDepartmental(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, done);
  await stage.ask('takeover, of one departmental seat, running', approver, shown);
  await becomes(stage, { act: { kind: 'cancel', reason: 'cost' } });
  await transferred(stage, { ...done, given: null });
  await stage.ask('takeover, of one departmental seat, a cancellation running', approver, shown);
}

async function oneLess(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await begun(stage);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, out('no-licence'));
  await stage.ask('takeover, of one person, out of it', approver, shown);
  await becomes(stage, { act: { kind: 'stay' } });
  await stage.ask('takeover, of one person, staying no longer', approver, shown);
  await becomes(stage, { act: { kind: 'cancel', reason: 'cost' } });
  await stage.ask('takeover, of one person, a cancellation without them', approver, shown);
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await stage.ask('takeover, of one person, none lost', approver, shown);
}
