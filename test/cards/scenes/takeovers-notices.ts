/** What people are told of a takeover without asking: those who decide, who requested it, who bought it and who uses it. */
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { notify, showNotice } from '../../../store/notices.ts';
import type { Member, Notice, Saying, Stage as Told } from '../../../store/records.ts';
import type { Person, Post } from '../../stand-ins/teams/teams.ts';
import { people as ids } from '../../stand-ins/tenant/index.ts';
import { taken } from '../../world/takeovers.ts';
import { hostile, longName, speak, write, wrote } from '../notices.ts';
import { pages } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';
import {
  adele,
  alex,
  approved,
  becomes,
  begun,
  bought,
  done,
  megan,
  removed,
  takeoverIn,
  transferred,
  turns,
} from '../takeovers.ts';

export const scenesOfTakeoverNotices: readonly Scene[] = languageCodes.flatMap((language): Scene[] => {
  const plain = () => ({ ...bought(), environment: { LANGUAGE: language } });
  const told = () => ({ ...bought(), environment: { LANGUAGE: language, ...pages } });
  return [
    { play: (stage) => deciding(stage, language), world: plain },
    { play: (stage) => announcing(stage, language, 'move'), world: told },
    { play: (stage) => announcing(stage, language, 'cancel'), world: plain },
    { play: (stage) => announcingStay(stage, language), world: plain },
    {
      play: (stage) => announcingTaken(stage, language),
      world: () => ({ ...bought({ sku: taken }), environment: { LANGUAGE: language } }),
    },
    { play: (stage) => replying(stage, language), world: told },
  ];
});

/** Written, delivered, and looked at. */
function posting(stage: Stage, language: LanguageCode) {
  return async (name: string, person: Person, saying: Saying): Promise<string> => {
    const id = await write(stage, person, saying);
    await stage.world.purser.outbox.drain();
    stage.take(name, language, person.inbox().at(-1), [hostile, longName]);
    return id;
  };
}

/** What was told before, as it reads now. */
async function anew({ world }: Stage): Promise<void> {
  const { store, outbox } = world.purser;
  const keys = [...store.all('notices')].filter(({ saying }) => 'takeover' in saying).map(({ key }) => key);
  await store.transact((tx) => {
    for (const key of keys) showNotice(tx, key, world.clock.now());
  });
  await outbox.drain();
}

async function deciding(stage: Stage, language: LanguageCode): Promise<void> {
  const { alex: requester, megan: approver } = stage.world.people;
  await speak(language, requester, approver);
  for (const each of [requester, approver]) await subscribe(stage, each);
  await begun(stage);
  const post = posting(stage, language);
  const round = (n: number): Saying => ({ card: 'approval', takeover: 'TK-1', round: n });
  await post('approval, asked', approver, round(1));
  const first = approver.inbox().at(-1);
  await turns(stage, { move: 'remind', to: 'pending' });
  const again = await post('approval, reminded', approver, round(2));
  await stage.world.purser.store.transact((tx) =>
    tx.put('noticeKeys', { id: `approval TK-1 2 ${approver.id}`, notice: again }),
  );
  await anew(stage);
  stage.take('approval, a newer one below', language, first);
  await inChannel(stage, language);
  const { id } = takeoverIn(stage).purchase;
  await post('new purchases, one taken over', requester, { card: 'new-purchases', purchases: [id] });
  const news = (n: number): Saying => ({ card: 'takeover', takeover: 'TK-1', round: n });
  await post('news of a takeover, requested', requester, news(1));
  const mine = requester.inbox().at(-1);
  const second = approver.inbox().at(-1);
  const lost = await lostPlaces(stage);
  await post('approvals lost, a channel', requester, { card: 'approvals-lost', takeover: 'TK-1', to: lost.channel });
  const lostFirst = requester.inbox().at(-1);
  await post('approvals lost, a person', requester, { card: 'approvals-lost', takeover: 'TK-1', to: lost.person });
  await approverIs(stage, { why: 'blocked', since: stage.world.clock.now().toISOString() });
  await post('approvals lost, nobody else', requester, { card: 'approvals-lost', takeover: 'TK-1', to: lost.channel });
  await approverIs(stage, null);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  await post('news of a takeover, approved', requester, news(2));
  await anew(stage);
  stage.take('news of a takeover, newer ones below', language, mine);
  stage.take('approval, decided', language, second);
  stage.take('approvals lost, decided meanwhile', language, lostFirst);
}

async function approverIs({ world }: Stage, away: Member['away']): Promise<void> {
  const { store } = world.purser;
  const member = store.get('members', world.people.megan.id);
  if (member) await store.transact((tx) => tx.put('members', { ...member, away }));
}

/** Where those who can decide are mentioned: one of them, or two. */
async function inChannel(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex: requester, megan: approver, miriam } = world.people;
  const { store, outbox } = world.purser;
  const team = world.teams.team({ name: 'Procurement', members: [requester, approver, miriam] });
  await team.install(requester);
  await outbox.drain();
  for (const deciders of [[megan], [megan, { id: ids.miriam, name: 'Miriam Graham' }]]) {
    await becomes(stage, { deciders });
    const chat = store.get('chats', team.general.id);
    const saying = { card: 'approval', takeover: 'TK-1', round: 2 } as const;
    const key = `mention ${deciders.length}`;
    await store.transact((tx) => {
      if (chat) tx.put('chats', { ...chat, topics: ['approvals'], mentions: true });
      notify(tx, { key, to: { chat: team.general.id }, saying }, world.clock.now());
    });
    await outbox.drain();
    stage.take(`approval, in a channel that mentions ${deciders.length}`, language, team.general.last, [
      hostile,
      longName,
    ]);
  }
  const chat = store.get('chats', team.general.id);
  if (chat) await store.transact((tx) => tx.put('chats', { ...chat, topics: [] }));
  await becomes(stage, { deciders: [] });
}

/** A channel that is gone, with nobody else to ask; and a person, who is not the only one. */
async function lostPlaces({ world }: Stage): Promise<{ channel: Notice['to']; person: Notice['to'] }> {
  const { store } = world.purser;
  const [chat] = store.all('chats');
  const id = 'lost';
  const away = { why: 'gone', since: world.clock.now().toISOString() } as const;
  const lost = { id, name: 'Approvals', kind: 'channel', person: null, topics: ['approvals'], away } as const;
  if (chat) await store.transact((tx) => tx.put('chats', { ...chat, ...lost, topics: ['approvals'] }));
  return { channel: { chat: id }, person: { person: world.people.adele.id } };
}

/** As an admin does with “notify on …” in a chat. */
async function subscribe({ world }: Stage, { id }: Person): Promise<void> {
  const { store } = world.purser;
  const chat = [...store.all('chats')].find(({ person }) => person === id);
  if (chat) await store.transact((tx) => tx.put('chats', { ...chat, topics: ['alerts', 'approvals'] }));
}

const kindOf = { move: 'moved', cancel: 'lost' } as const;

/** Purchaser and holder, at every stage. */
async function announcing(stage: Stage, language: LanguageCode, kind: 'move' | 'cancel'): Promise<void> {
  const { world } = stage;
  const { alex: requester, adele: purchaser } = world.people;
  await begun(stage, kind === 'cancel' ? { act: { kind, reason: 'not-needed' } } : {});
  const holder = await holderOf(stage);
  await speak(language, requester, purchaser, holder);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  const post = posting(stage, language);
  const saying = (at: Told): Saying => ({ card: 'announced', takeover: 'TK-1', stage: at });
  const what = kindOf[kind];
  const toBoth = async (name: string, at: Told = 'before'): Promise<string> => {
    await post(`announced, ${what}, ${name}, to a holder`, holder, saying(at));
    return post(`announced, ${what}, ${name}, to the purchaser`, purchaser, saying(at));
  };
  const first = await toBoth('approved');
  const letter = purchaser.inbox().at(-1);
  if (kind === 'move') await answered(stage, language, first);
  await turns(stage, { move: 'revise', to: 'pending' }, { objections: [], approvals: [] });
  await toBoth('to be approved again');
  await turns(stage, { move: 'start', to: 'running' }, { ...approved(stage), job: 'J-1' });
  await toBoth('running');
  await post(`announced, ${what}, on the day, to a holder`, holder, saying('today'));
  if (kind === 'cancel') await tooLate(stage, language, post);
  await turns(stage, { move: 'stop', to: 'stopped', by: alex });
  await toBoth('on hold');
  await turns(stage, { move: 'wait', to: 'waiting' });
  await toBoth('to end');
  const report = { by: alex, at: world.clock.now().toISOString(), words: null };
  await becomes(stage, { reports: [{ ...report, what: 'renewal-off', endsAt: '2026-12-24' }] });
  await toBoth('to end on its day');
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  if (kind === 'move') {
    await toBoth('done, but not for everybody', 'after');
    await transferred(stage, ...takeoverIn(stage).holders.ids.map(() => done));
  }
  await toBoth('done', 'after');
  await anew(stage);
  stage.take(`announced, ${what}, a newer one below`, language, letter, [hostile]);
  await calledOff(stage, toBoth);
  if (kind === 'move') await notTheirs(stage, language, letter);
}

/** The purchaser objects once it has begun; then there is nobody any more who asked for it. */
async function tooLate(stage: Stage, language: LanguageCode, post: ReturnType<typeof posting>): Promise<void> {
  const { alex: requester, adele: purchaser } = stage.world.people;
  const { store, outbox } = stage.world.purser;
  const letter = purchaser.inbox().at(-1);
  const id = [...store.all('notices')].findLast(({ to }) => 'person' in to && to.person === purchaser.id)?.id;
  await purchaser.say(`object ${id} because ${hostile}`);
  await outbox.drain();
  stage.take('announced, lost, objected to too late', language, letter, wrote);
  const saying = { card: 'late-objection', takeover: 'TK-1', by: adele, words: hostile } as const;
  await post('an objection that came too late', requester, saying);
  const known = store.get('people', requester.id);
  if (known) await store.transact((tx) => tx.put('people', { ...known, enabled: false }));
  stage.world.clock.advance(60_000);
  await anew(stage);
  stage.take('announced, lost, objected to, and nobody hears it', language, letter, wrote);
  if (known) await store.transact((tx) => tx.put('people', known));
}

/** Microsoft shows another owner by now, and they hold none. */
async function notTheirs(stage: Stage, language: LanguageCode, letter: Post | undefined): Promise<void> {
  const { purchase, holders } = takeoverIn(stage);
  const ids = holders.ids.filter((id) => id !== adele.id);
  await becomes(stage, { purchase: { ...purchase, purchaser: megan }, holders: { ...holders, ids } });
  await anew(stage);
  stage.take('announced, to whoever owns it no more', language, letter, [hostile]);
  await becomes(stage, { revisedFrom: holders.ids });
  await anew(stage);
  stage.take('announced, to whoever holds it no more', language, letter, [hostile]);
  await becomes(stage, { revisedFrom: null });
}

/** Somebody who only uses it. */
async function holderOf(stage: Stage): Promise<Person> {
  const { world } = stage;
  const id = takeoverIn(stage).holders.ids.find((each) => each !== ids.adele) ?? '';
  return world.teams.person({ id, name: world.purser.store.get('people', id)?.name ?? '', installed: true });
}

async function calledOff(stage: Stage, toBoth: (name: string, at: Told) => Promise<string>): Promise<void> {
  await turns(stage, { move: 'withdraw', to: 'withdrawn', by: alex, words: hostile }, { reports: [] });
  await toBoth('called off', 'called-off');
  await transferred(stage, done, done);
  await toBoth('called off on the way', 'called-off');
  await turns(stage, { move: 'stop', to: 'stopped', by: alex });
  await turns(stage, { move: 'withdraw', to: 'withdrawn', words: 'over' });
  await toBoth('called off, for it has ended', 'called-off');
}

/** What the purchaser answers. */
async function answered(stage: Stage, language: LanguageCode, id: string): Promise<void> {
  const { adele: purchaser } = stage.world.people;
  const { outbox } = stage.world.purser;
  const letter = purchaser.inbox().at(-1);
  const says = async (name: string, words: string): Promise<void> => {
    stage.world.clock.advance(60_000);
    await purchaser.say(words);
    await outbox.drain();
    stage.take(name, language, letter, wrote);
  };
  await says('announced, moved, read', `seen ${id}`);
  await purchaser.say(`object ${id}`);
  await outbox.drain();
  stage.take('announced, moved, objected to without words', language, purchaser.inbox().at(-1), wrote);
  await says('announced, moved, objected to', `object ${id} because ${hostile}`);
  stage.take('announced, moved, objected to in typed words', language, purchaser.chat.last, wrote);
  const answer = { how: 'went-on', by: alex, words: 'It stays', at: stage.world.clock.now().toISOString() } as const;
  await becomes(stage, { objections: takeoverIn(stage).objections.map((each) => ({ ...each, answer })) });
  await says('announced, moved, objected to again', `object ${id} because I still need it`);
}

/** Of a purchase whose seats are taken, once the new licences are there. */
async function announcingTaken(stage: Stage, language: LanguageCode): Promise<void> {
  const { alex: requester, adele: purchaser } = stage.world.people;
  await begun(stage, {}, taken);
  const holder = await holderOf(stage);
  await speak(language, requester, purchaser, holder);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  const post = posting(stage, language);
  const toBoth = async (name: string, at: Told): Promise<void> => {
    const saying: Saying = { card: 'announced', takeover: 'TK-1', stage: at };
    await post(`announced, seats taken, ${name}, to a holder`, holder, saying);
    await post(`announced, seats taken, ${name}, to the purchaser`, purchaser, saying);
  };
  await toBoth('approved', 'before');
  await turns(stage, { move: 'start', to: 'running' }, { job: 'J-1' });
  await transferred(stage, ...takeoverIn(stage).holders.ids.map(() => removed));
  await turns(stage, { move: 'wait', to: 'waiting' });
  await toBoth('to end', 'before');
  await turns(stage, { move: 'finish', to: 'done', words: 'deleted' });
  await toBoth('done', 'after');
}

async function announcingStay(stage: Stage, language: LanguageCode): Promise<void> {
  const { alex: requester, adele: purchaser } = stage.world.people;
  await speak(language, requester, purchaser);
  await begun(stage, { act: { kind: 'stay' } });
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  const post = posting(stage, language);
  await post('announced, staying, to the purchaser', purchaser, {
    card: 'announced',
    takeover: 'TK-1',
    stage: 'before',
  });
  await turns(stage, { move: 'finish', to: 'done', words: 'gone' });
  await post('announced, stayed, to the purchaser', purchaser, { card: 'announced', takeover: 'TK-1', stage: 'after' });
}

async function replying(stage: Stage, language: LanguageCode): Promise<void> {
  const { alex: requester, adele: purchaser } = stage.world.people;
  await speak(language, requester, purchaser);
  await begun(stage);
  await turns(stage, { move: 'approve', to: 'approved', by: megan }, approved(stage));
  const at = stage.world.clock.now().toISOString();
  const objection = { by: adele, words: hostile, at };
  const post = posting(stage, language);
  for (const how of ['replied', 'went-on'] as const) {
    const answer = { how, by: alex, words: hostile, at };
    await becomes(stage, { objections: [{ ...objection, answer }] });
    await post(`replied: ${how}`, purchaser, { card: 'replied', takeover: 'TK-1', objection: 0 });
  }
  const answer = { how: 'replied', by: alex, words: 'You get the same from us', at } as const;
  await becomes(stage, {
    objections: [
      { ...objection, answer },
      { ...objection, by: { id: 'x', name: longName }, answer: null },
    ],
  });
  await post('replied, others object', purchaser, { card: 'replied', takeover: 'TK-1', objection: 0 });
  const before: Saying = { card: 'announced', takeover: 'TK-1', stage: 'before' };
  await post('announced, moved, on hold for somebody else', purchaser, before);
  await becomes(stage, { objections: [{ ...objection, answer }] });
  await turns(stage, { move: 'stop', to: 'stopped', by: alex });
  await post('replied, on hold', purchaser, { card: 'replied', takeover: 'TK-1', objection: 0 });
  await turns(stage, { move: 'withdraw', to: 'withdrawn', by: alex });
  await post('replied, over', purchaser, { card: 'replied', takeover: 'TK-1', objection: 0 });
}
