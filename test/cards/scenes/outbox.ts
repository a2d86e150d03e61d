/** What a chat chooses to be told, and what became of what was told. */
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { audit } from '../../../store/audit.ts';
import { ledgerEvents, type Notice, type Saying } from '../../../store/records.ts';
import type { Person, Team } from '../../stand-ins/teams/teams.ts';
import { day, minute } from '../../world/clock.ts';
import { asking, became, fate, live, of, settle, speak, write } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfOutbox: readonly Scene[] = [
  { play: topics },
  { play: lateAnswers },
  { play: withdrawn },
  { play: firstMessages, world: () => ({ environment: { CONTACT_NAME: '', VERIFY_URL: '' } }) },
  ...languageCodes.map(
    (language): Scene => ({
      play: (stage) => ledgers(stage, language),
      world: () => ({ environment: { LANGUAGE: language } }),
    }),
  ),
];

const words = (en: string, fr: string, rest: string) => ({ en: `${en} ${rest}`.trim(), fr: `${fr} ${rest}`.trim() });

/** Nobody has set what people need to check that a message is no fraud. */
async function firstMessages(stage: Stage): Promise<void> {
  const { alex, adele, lidia, patti } = stage.world.people;
  const purchase = of(stage, adele);
  await settle(stage, purchase);
  await write(stage, lidia, asking(purchase));
  await stage.world.purser.outbox.drain();
  await stage.ask('status, a first message waits', alex, { en: 'status', fr: 'état' });
  await write(stage, patti, asking(purchase));
  await stage.ask('status, two first messages wait', alex, { en: 'status', fr: 'état' });
  await stage.ask('purchase, a first message waits', alex, words('purchase', 'achat', purchase));
  await stage.ask('ask, refused before people can check', alex, words('ask', 'contacter', `${purchase} confirm`));
  await stage.ask('is this real, with no page to check', adele, { en: 'is this real?', fr: 'c’est une arnaque ?' });
  for (const language of languageCodes) {
    await speak(language, adele);
    await write(stage, adele, asking(purchase));
    await stage.world.purser.outbox.drain();
    stage.take('asked, with no page to check', language, adele.chat.last);
  }
}

async function topics(stage: Stage): Promise<void> {
  const { alex, isaiah } = stage.world.people;
  const { store, outbox } = stage.world.purser;
  const name = (rest: string) => words('notify', 'notifications', rest);
  await stage.ask('notify', alex, name(''));
  await stage.ask('notify, about nothing', alex, words('notify on', 'notifications activer', ''));
  await stage.ask('notify, alerts', alex, words('notify on alerts', 'notifications activer alertes', ''));
  await alex.say('notify on approvals');
  await stage.ask(
    'notify, what is not sent yet',
    alex,
    words('notify on digest', 'notifications activer synthèse', ''),
  );
  await alex.say('notify on report');
  await alex.say('notify on renewals');
  await stage.ask('notify, everything', alex, name(''));
  await stage.ask(
    'notify, hours nobody can read',
    alex,
    words('notify quiet:never', 'notifications silence:jamais', ''),
    {
      wrote: ['never', 'jamais'],
    },
  );
  await stage.ask('notify, quiet hours', alex, words('notify quiet 18-8', 'notifications silence de 18 h à 8 h', ''));
  const group = stage.world.teams.groupChat({ name: 'Buyers', members: [alex, isaiah] });
  await group.install(alex);
  await stage.ask('notify, in a group', alex, words('notify', 'notifications', ''), { chat: group });
  await stage.ask('notify, at any hour', alex, words('notify quiet off', 'notifications silence:désactiver', ''));
  const mute = (rest: string, reste: string) => words(`mute ${rest}`, `sourdine ${reste}`, '');
  await stage.ask('mute, nothing', alex, mute('', ''));
  await stage.ask('mute, of nothing bought', alex, mute('zeppelin', 'zeppelin'), { wrote: ['zeppelin'] });
  await stage.ask('mute, of too many', alex, mute('p', 'p'));
  await stage.ask('mute, until whenever', alex, mute('visio until whenever', 'visio jusqu’au jour J'), {
    wrote: ['whenever', 'jour J'],
  });
  await stage.ask(
    'mute, until a day that has passed',
    alex,
    mute('visio until 01/01/2020', 'visio jusqu’au 01/01/2020'),
  );
  await stage.ask('mute, for years', alex, mute('visio until 01/01/2036', 'visio jusqu’au 01/01/2036'));
  await stage.ask('mute', alex, mute('visio until 31/12/2026', 'visio jusqu’au 31/12/2026'));
  await stage.ask('status, alerts go to oneself', alex, words('status', 'état', ''));
  await isaiah.say('notify on alerts');
  for (const n of [1, 2, 3]) await subscribed(stage, `Channel ${n}`);
  await write(stage, alex, { card: 'welcome', addedBy: null });
  const status = words('status', 'état', '');
  const waiting = async (count: number): Promise<void> => {
    await outbox.drain();
    for (let n = 0; n < count; n++) await write(stage, alex, { card: 'welcome', addedBy: null });
  };
  await stage.ask('status, one waits', alex, status, { before: () => waiting(1), wrote: ['Channel 1'] });
  for (const n of [1, 2])
    await fate(stage, await write(stage, isaiah, { card: 'welcome', addedBy: `${n}` }, [], day), 'unreached');
  await stage.ask('status, alerts go to several', alex, status, { before: () => waiting(2), wrote: ['Channel 1'] });
  const at = stage.world.clock.now().toISOString();
  const actor = { id: alex.id, name: 'Alex Wilber' };
  const same = { at, actor, action: 'subscribed', purchase: null, product: null, purchaser: null, why: null } as const;
  const places = ['personal', 'group', 'channel', 'channel Procurement'];
  await store.transact((tx) => {
    for (const place of places)
      audit(tx, { ...same, before: 'alerts', after: `alerts, renewals, digest, quiet 18-8 @ ${place}` });
    audit(tx, { ...same, before: 'alerts', after: ' @ group' });
  });
  await stage.ask('audit, notifications', alex, words('audit', 'journal', ''), { wrote: ['Procurement'] });
  const { general } = await addedToTeam(stage, alex);
  await stage.ask('notify, in a channel', alex, name(''), { chat: general });
  const mention = words('notify on approvals mention', 'notifications activer approbations mention', '');
  await stage.ask(
    'notify, approvals in a channel',
    alex,
    words('notify on approvals', 'notifications activer approbations', ''),
    {
      chat: general,
    },
  );
  await stage.ask('notify, nobody to be mentioned', alex, mention);
  await stage.ask('notify, with mentions', alex, mention, { chat: general });
}

/** What Teams did not take: in brief at once, or owed for later. */
async function lateAnswers(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex } = world.people;
  const tooBig = { match: 'send', kind: 'status', status: 413 } as const;
  const before = () => world.teams.faults.push({ ...tooBig });
  await stage.ask('an answer too big for Teams', alex, words('purchases', 'achats', ''), { before });
  for (const language of languageCodes) {
    await speak(language, alex);
    const at = world.clock.now().toISOString();
    const asked = [
      { command: 'purchases', at, recorded: false, again: { verb: 'purchases', data: { page: 2 } } },
      { command: 'take', at, recorded: true, again: { verb: 'purchase', data: { purchase: 'P-1' } } },
      { command: 'none', at, recorded: false, again: null },
    ];
    await write(stage, alex, { card: 'late-answer', asked });
    await world.purser.outbox.drain();
    stage.take('answers owed', language, alex.chat.last);
    const id = await write(stage, alex, { card: 'late-answer', asked });
    await became(stage, id, { replacedAt: at });
    await world.purser.outbox.drain();
    stage.take('a card in place of one that can’t be changed', language, alex.chat.last);
    await became(stage, await write(stage, alex, { card: 'late-answer', asked }), { unsure: true });
    await world.purser.outbox.drain();
    stage.take('a card that was perhaps sent twice', language, alex.chat.last);
    const { activity } = await alex.say(language === 'en' ? 'notify' : 'notifications');
    const { conversationType: _, ...conversation } = activity.conversation ?? { id: '' };
    await world.teams.post({ ...activity, id: `unclear-${language}`, conversation });
    stage.take('notify, where nobody knows what chat it is', language, alex.chat.last);
  }
}

/** What somebody was told while they had a role, once they have it no more. */
async function withdrawn(stage: Stage): Promise<void> {
  const { world } = stage;
  const { isaiah } = world.people;
  const { roles, users } = world.tenant.company;
  const user = users.get(isaiah.id);
  for (const language of languageCodes) {
    for (const kind of ['Member', 'Guest'] as const) {
      const before = roles.map(({ members }) => members);
      await speak(language, isaiah);
      const saying = { card: 'answered', purchase: 'P-1', name: 'x', answer: 'seen', words: null } as const;
      const id = await write(stage, isaiah, saying);
      await world.purser.outbox.drain();
      const said = isaiah.chat.last;
      for (const role of roles) role.members = role.members.filter((member) => member !== isaiah.id);
      if (user) user.userType = kind;
      world.clock.advance(2 * minute);
      await became(stage, id, { dueAt: world.clock.now().toISOString(), revision: 2 });
      await world.purser.outbox.drain();
      stage.take(kind === 'Guest' ? 'withdrawn, a member no more' : 'withdrawn, the role is gone', language, said);
      for (const [nth, role] of roles.entries()) role.members = before[nth] ?? [];
      if (user) user.userType = 'Member';
      world.clock.advance(6 * minute);
    }
  }
}

async function addedToTeam({ world }: Stage, by: Person): Promise<Team> {
  const team = world.teams.team({ name: 'IT', members: [by] });
  await team.install(by);
  await world.purser.outbox.drain();
  return team;
}

async function subscribed({ world }: Stage, name: string): Promise<void> {
  const { store } = world.purser;
  const [chat] = store.all('chats');
  if (!chat) return;
  await store.transact((tx) =>
    tx.put('chats', { ...chat, id: name, name, kind: 'channel', person: null, topics: ['alerts'] }),
  );
}

/** A purchase with whatever can have become of what was told about it. */
async function ledgers(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex, adele } = world.people;
  const { store } = world.purser;
  await speak(language, alex);
  const cards: Saying[] = [
    { card: 'welcome', addedBy: null },
    { card: 'new-purchases', purchases: [] },
    { card: 'absence', from: '2026-11-14T17:00:00.000Z', until: '2026-11-17T09:00:00.000Z', purchases: [] },
    { card: 'still-there', purchase: 'P-1', askedAt: '2026-11-14T17:00:00.000Z' },
    { card: 'released', purchase: 'P-1', by: { id: 'a', name: 'Alex Wilber' } },
    { card: 'kept', purchase: 'P-1', by: { id: 'a', name: 'Alex Wilber' }, until: '2027-03-01T07:00:00.000Z' },
    { card: 'review', purchases: ['P-1'], until: '2027-03-01T07:00:00.000Z', round: 0 },
    { card: 'handed', purchase: 'P-1', by: { id: 'a', name: 'Alex Wilber' }, words: null },
    { card: 'unreached', notices: [] },
    { card: 'change', change: 'CH-1' },
    { card: 'drift', drifted: [], added: [], change: null },
    { card: 'bulletin', post: 'MC1300001' },
    { card: 'order', round: 1, order: 'OR-1' },
    { card: 'licence-asked', round: 1, request: 'LR-1' },
    { card: 'licence-news', round: 1, request: 'LR-1' },
    { card: 'hold', since: '2026-11-14T17:00:00.000Z', by: { id: 'a', name: 'Alex Wilber' }, words: null },
    { card: 'late-answer', asked: [] },
    { card: 'approvals-lost', takeover: 'TK-1', to: { chat: 'somewhere' } },
    { card: 'to-decide', about: 'TK-1' },
    { card: 'copy', about: 'TK-1', old: false },
  ];
  const events = [...ledgerEvents, undefined];
  const all = [...store.all('purchases')].filter(live);
  const count = Math.max(events.length, cards.length + 1);
  for (let n = 0; n < count; n++) {
    const what = events[n];
    const id = all[Math.floor(n / 4)]?.id ?? '';
    const to: Notice['to'] = n % 4 === 1 ? { chat: `chat ${n}` } : { person: n % 4 === 2 ? 'stranger' : adele.id };
    const saying = cards[n] ?? { card: 'answered', purchase: id, name: 'x', answer: 'seen', words: `${n}` };
    const notice = await write(stage, to, saying, [id], day);
    await became(stage, notice, { ledger: what ? [{ at: '2026-11-17T09:00:00.000Z', what, why: null }] : [] });
    if (n % 4 < 3 && n + 1 < count) continue;
    await alex.say(`purchase ${id}`);
    stage.take(`purchase, told ${Math.ceil((n + 1) / 4)}`, language, alex.chat.last);
  }
}
