/** The lists of takeovers, and what whoever asks for what can't be done is told. */
import { languageCodes } from '../../../bot/language/codes.ts';
import { notify, showNotice } from '../../../store/notices.ts';
import type { Saying } from '../../../store/records.ts';
import { groups, people as ids } from '../../stand-ins/tenant/index.ts';
import { day } from '../../world/clock.ts';
import { speak, write } from '../notices.ts';
import type { Scene, Stage, Words } from '../stage.ts';
import { approved, becomes, begun, bought, megan, takeoverIn, turns } from '../takeovers.ts';

export const scenesOfDecision: readonly Scene[] = [
  { play: lists, world: () => bought() },
  { play: refusals, world: () => bought() },
  { play: awayFirst, world: () => bought() },
  { play: retries, world: () => bought() },
  { play: ownPurchase, world: () => ({ ...bought({ owner: ids.isaiah }), environment: { APPROVERS_GROUP: '' } }) },
];

const both = (en: string, fr: string, rest = 'TK-1'): Words => ({
  en: `${en} ${rest}`.trim(),
  fr: `${fr} ${rest}`.trim(),
});

async function lists(stage: Stage): Promise<void> {
  const { alex: requester } = stage.world.people;
  const stages: [name: string, en: string, fr: string][] = [
    ['to decide', '', ''],
    ['under way', 'running', 'en cours'],
    ['mine', 'mine', 'les miennes'],
    ['ended', 'ended', 'terminées'],
    ['all', 'all', 'toutes'],
  ];
  const show = async (which: string): Promise<void> => {
    for (const [name, en, fr] of stages)
      await stage.ask(`approvals, ${name}, ${which}`, requester, {
        en: `approvals ${en}`.trim(),
        fr: `approbations ${fr}`.trim(),
      });
  };
  await show('none');
  await begun(stage, { act: { kind: 'cancel', reason: 'cost' } });
  await show('one requested');
  await stage.ask('approvals, with words', requester, both('approvals', 'approbations', 'visio'));
  await turns(stage, { move: 'wait', to: 'waiting' }, { holders: { known: 'sole', ids: [ids.adele] } });
  await show('one that waits for its end');
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await show('one done');
  const approval = both('approval', 'approbation');
  const { purchase, holders } = takeoverIn(stage);
  const to = { kind: 'move', to: { sku: purchase.sku, product: purchase.product } } as const;
  await becomes(stage, { act: to });
  await stage.ask('approval, one moved', requester, approval);
  await becomes(stage, { act: { kind: 'stay' } });
  await stage.ask('approval, one stayed', requester, approval);
  await becomes(stage, { holders: { ...holders, ids: [ids.adele, ids.lidia] } });
  await stage.ask('approval, two stayed', requester, approval);
  const unsure = { act: { kind: 'cancel', reason: 'cost' }, holders: { known: 'unsure', ids: [] } } as const;
  await becomes(stage, { ...unsure, holders: { known: 'unsure', ids: [] }, state: 'pending' });
  await stage.ask('approval, of nobody who is known', requester, approval);
  await stage.ask('approvals, of nobody who is known', requester, both('approvals', 'approbations', ''));
}

async function refusals(stage: Stage): Promise<void> {
  const { alex: requester, megan: approver, lee, lidia, isaiah } = stage.world.people;
  const approve = both('approve', 'approuver');
  await stage.ask('approve, nothing named', approver, both('approve', 'approuver', ''));
  await stage.ask('approval, of none', requester, both('approval', 'approbation', 'TK-9'));
  await begun(stage);
  await stage.ask('approval, of others', lidia, both('approval', 'approbation'));
  await stage.ask('stop, what waits for a decision', requester, both('stop', 'arrêter'));
  await stage.ask('withdraw, by a viewer', lee, both('withdraw', 'abandonner'));
  const reassign = (rest: string) => both('reassign', 'réaffecter', `TK-1 ${rest}`.trim());
  await stage.ask('reassign, to nobody', requester, reassign(''));
  await stage.ask('reassign, to whom nobody knows', requester, reassign('Zed'));
  await stage.ask('reassign, to one of several', requester, reassign('m'));
  await stage.ask('reassign, by a part of a name', requester, reassign('Mir'));
  await away(stage);
  const { faults } = stage.world.tenant;
  const silent = { match: '/graph/v1.0/groups/', kind: 'status', code: 503, times: 100 } as const;
  faults.push(silent);
  await stage.ask('reassign, Microsoft does not tell who may decide', requester, reassign('Megan'));
  faults.splice(faults.indexOf(silent), 1);
  await becomes(stage, { putTo: megan });
  await stage.ask('reassign, to whom it is put', requester, reassign('Megan'));
  const { fingerprint, purchase, decideBy } = takeoverIn(stage);
  await stage.ask('take, what is taken over', isaiah, both('take', 'je m’en occupe', purchase.id));
  await ledger(stage, purchase.id);
  await becomes(stage, { needed: 2, approvals: [{ by: megan, at: decideBy, fingerprint }] });
  await stage.ask('approve, twice', approver, approve);
  await becomes(stage, { approvals: [], decideBy: '2026-11-01T00:00:00.000Z' });
  await stage.ask('approve, too late', approver, approve);
}

/** Before anybody had reason to ask who decides. */
async function awayFirst(stage: Stage): Promise<void> {
  const { megan: approver } = stage.world.people;
  await stage.ask('away, before it is known who else decides', approver, both('away', 'absent', '31/12/2026'));
}

/** Somebody who decides is not at work, says so in several ways, and is back. */
async function away(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex: requester, megan: approver, miriam, adele } = world.people;
  const said = (en: string, fr: string) => ({ en: `away ${en}`.trim(), fr: `absent ${fr}`.trim() });
  await stage.ask('away, by somebody who decides nothing', adele, said('', ''));
  await stage.ask('away, asked until when', approver, said('', ''));
  await stage.ask('away, a day nobody knows', approver, said('zz', 'zz'), { wrote: ['zz'] });
  await stage.submit('away, no day picked', approver, { verb: 'away', data: { confirm: 'confirm' } });
  await stage.ask('away, a day that is over', approver, said('until 1/1/2026', 'jusqu’au 1/1/2026'));
  await stage.ask('away, for too long', approver, said('until 1/1/2099', 'jusqu’au 1/1/2099'));
  await stage.ask('away, before it is known who decides', approver, said('until 31/12/2026', 'jusqu’au 31/12/2026'));
  await requester.say('reassign TK-1');
  await stage.ask('away', approver, said('until friday', 'jusqu’à vendredi'));
  await stage.ask('away, nobody else is there', miriam, said('until friday', 'jusqu’à vendredi'));
  await stage.ask('away, as it is', approver, said('', ''));
  await stage.ask('approvals, of somebody who is away', approver, both('approvals', 'approbations', ''));
  await stage.ask('reassign, to somebody who is away', requester, both('reassign', 'réaffecter', 'TK-1 Miriam'));
  await stage.ask('reassign, to whom', requester, both('reassign', 'réaffecter', 'TK-1'));
  await becomes(stage, { deciders: [megan] });
  await stage.ask('approval, of its requester, and who decides is away', requester, both('approval', 'approbation'));
  const before = () => approver.say('away until friday');
  await stage.ask('away no more', approver, both('away off', 'absent désactiver', ''), { before });
  await stage.ask('away no more, said again', approver, both('away off', 'absent désactiver', ''));
  await becomes(stage, { deciders: [] });
  await miriam.say('away off');
  await becomes(stage, { putTo: megan });
  await stage.ask('reassign, nobody else is left', miriam, both('reassign', 'réaffecter', 'TK-1'));
  await becomes(stage, { putTo: null });
  await several(stage);
}

/** More than one could be handed over, and more than five wait. */
async function several(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex: requester, megan: approver } = world.people;
  const { store, outbox } = world.purser;
  const plain = takeoverIn(stage);
  const takeover = { ...plain, deciders: [megan] };
  const others = ['TK-2', 'TK-3', 'TK-4', 'TK-5', 'TK-6'] as const;
  const put = (ids: readonly string[]) =>
    store.transact((tx) => {
      for (const id of ids) tx.put('takeovers', { ...takeover, id });
    });
  await put(others);
  await stage.ask('reassign, one of several', requester, { en: 'reassign', fr: 'réaffecter' });
  await stage.ask('away no more, several wait', approver, both('away off', 'absent désactiver', ''));
  await stage.ask('approvals, too many for single messages', approver, both('approvals', 'approbations', ''));
  for (const language of languageCodes) {
    await speak(language, approver);
    const take = async (name: string): Promise<void> => {
      await outbox.drain();
      stage.take(name, language, approver.chat.last);
    };
    const key = `to-decide ${approver.id}`;
    const lists = [...store.all('notices')].filter(({ saying }) => saying.card === 'to-decide').length;
    const anew = lists === 0 ? key : `${key} #${lists + 1}`;
    const saying = { card: 'to-decide', about: `TK-6 ${language}` } as const;
    const list = async (nth: string): Promise<void> =>
      void (await store.transact((tx) =>
        notify(tx, { key: nth, to: { person: approver.id }, saying }, world.clock.now()),
      ));
    await put(['TK-1', ...others]);
    await list(anew);
    await take('to decide, several in one list');
    const first = approver.chat.last;
    await store.transact((tx) => {
      for (const id of others) tx.put('takeovers', { ...takeover, id, state: 'rejected' });
      showNotice(tx, anew, world.clock.now());
    });
    world.clock.advance(60_000);
    await take('to decide, one left');
    await list(`${key} #${lists + 2}`);
    await outbox.drain();
    await store.transact((tx) => showNotice(tx, anew, world.clock.now()));
    world.clock.advance(60_000);
    await outbox.drain();
    stage.take('to decide, a newer list below', language, first);
    await becomes(stage, { state: 'rejected' });
    await store.transact((tx) => showNotice(tx, `${key} #${lists + 2}`, world.clock.now()));
    world.clock.advance(60_000);
    await take('to decide, nothing left');
    await becomes(stage, { state: 'pending' });
  }
  await unusual(stage);
  await store.transact((tx) => {
    for (const id of others) tx.delete('takeovers', id);
  });
  await becomes(stage, { deciders: [], ...plain });
}

/** Rejected before, picked by hand, ended for one person or for many; and all their names. */
async function unusual(stage: Stage): Promise<void> {
  const { alex: requester, megan: approver, lee } = stage.world.people;
  const { store } = stage.world.purser;
  const { holders, act } = takeoverIn(stage);
  const open = both('approval', 'approbation');
  const names = both('approval', 'approbation', 'TK-1 holders');
  const cancel = { kind: 'cancel', reason: 'cost' } as const;
  const last = { by: megan, move: 'reject', to: 'rejected', at: '2026-11-12T09:00:00.000Z', words: null } as const;
  const rejected = store.get('takeovers', 'TK-6');
  await store.transact((tx) => {
    if (rejected) tx.put('takeovers', { ...rejected, history: [...rejected.history, last] });
  });
  await becomes(stage, { holders: { ...holders, known: 'picked' } });
  await stage.ask('approval, rejected before and picked by hand', approver, open);
  await stage.ask('approval, all the names', approver, names);
  await stage.ask('approval, all the names, for a viewer', lee, names);
  await becomes(stage, { act: cancel, holders: { known: 'picked', ids: [ids.adele] } });
  await stage.ask('approval, of a cancellation for one', approver, open);
  await stage.ask('approval, the one name', approver, names);
  await stage.ask('approve, of a cancellation, once more', approver, both('approve', 'approuver'));
  await becomes(stage, { act, holders });
  const before = () => becomes(stage, { putTo: null });
  await stage.ask('reassign, done', requester, both('reassign', 'réaffecter', 'TK-1 Megan'), { before });
  await becomes(stage, { putTo: null });
}

/** Everything that is told of it, as its purchase lists it: the newest few. */
async function ledger(stage: Stage, purchase: string): Promise<void> {
  const { alex: requester } = stage.world.people;
  const takeover = 'TK-1';
  const told: Saying[] = [
    { card: 'draft', draft: 'D-1' },
    { card: 'approval', takeover, round: 1 },
    { card: 'takeover', takeover, round: 1 },
    { card: 'announced', takeover, stage: 'before' },
    { card: 'replied', takeover, objection: 0 },
    { card: 'licences', job: 'J-1' },
    { card: 'late-objection', takeover, by: { id: 'x', name: 'x' }, words: 'x' },
  ];
  for (const saying of told.slice(0, 3)) await write(stage, requester, saying, [purchase], day);
  await stage.ask('purchase, taken over', requester, both('purchase', 'achat', purchase));
  for (const saying of told.slice(3)) await write(stage, requester, saying, [purchase], day);
  await stage.ask('purchase, taken over, told more', requester, both('purchase', 'achat', purchase));
}

async function retries(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex: requester, megan: approver, adele: purchaser, isaiah } = world.people;
  const retry = both('retry', 'réessayer');
  await begun(stage);
  await stage.ask('reply, to nobody', requester, both('reply', 'répondre', 'TK-1 ok'));
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  const notice = await write(stage, purchaser, { card: 'announced', takeover: 'TK-1', stage: 'before' });
  await world.purser.outbox.drain();
  const object = (rest: string) => both('object', 'je m’oppose', `${notice} ${rest}`.trim());
  await stage.ask('object, in no words', purchaser, object(''));
  await purchaser.say(`object ${notice} because I need it`);
  await stage.ask('object, twice', purchaser, object('because I need it'));
  await turns(stage, { move: 'fail', to: 'failed', words: 'trouble' });
  await stage.ask('retry, objected to', approver, retry);
  const { approvals, fingerprint } = takeoverIn(stage);
  await becomes(stage, { objections: [], approvals: [] });
  await stage.ask('retry, unapproved', approver, retry);
  await becomes(stage, { fingerprint: 'another' });
  await stage.ask('retry, what has changed', approver, retry);
  await becomes(stage, { fingerprint, approvals });
  const { users, groups: all } = world.tenant.company;
  const [who, approving] = [users.get(ids.alex), all.find(({ id }) => id === groups.approvers)];
  if (!who || !approving) throw new Error('Nobody is there');
  const members = [...approving.members];
  approving.members = members.filter((id) => id !== ids.megan);
  await stage.ask('retry, its approver is none any more', isaiah, retry);
  approving.members = members;
  who.accountEnabled = false;
  await stage.ask('retry, its requester is out', approver, retry);
  who.accountEnabled = true;
  world.tenant.faults.push({ match: ({ path }) => path.includes('/users/'), kind: 'status', code: 503, times: 99 });
  await stage.ask('retry, while Microsoft fails', approver, retry);
  world.tenant.faults.length = 0;
  await turns(stage, { move: 'wait', to: 'waiting' }, { objections: [] });
  await stage.ask('check, cancelled', requester, {
    en: 'check TK-1 cancelled',
    fr: 'vérifier TK-1 résilié',
  });
}

/** Who bought it decides nothing about it, nor does who requested it. */
async function ownPurchase(stage: Stage): Promise<void> {
  const { alex: requester, isaiah: purchaser } = stage.world.people;
  await begun(stage);
  await stage.ask('approve, one’s own request', requester, both('approve', 'approuver'));
  await stage.ask('approve, about one’s own purchase', purchaser, both('approve', 'approuver'));
}
