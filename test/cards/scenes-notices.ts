/** What people are told without asking, and the commands around it: each notice in every state it can be in. */
import { type LanguageCode, languageCodes } from '../../bot/language/index.ts';
import { audit } from '../../store/audit.ts';
import { notify, showAnew } from '../../store/notices.ts';
import { ledgerEvents, type Notice, type Purchase, type Saying } from '../../store/records.ts';
import { day } from '../clock.ts';
import type { Person } from '../teams/teams.ts';
import { onStage, type Stage, type State } from './stage.ts';

const pages = {
  CONTACT_NAME: 'Service Desk',
  CONTACT_URL: 'https://intranet.contoso.example/it',
  VERIFY_URL: 'https://intranet.contoso.example/purser',
  EXPENSES_URL: 'https://intranet.contoso.example/expenses',
};

export async function scenesOfNotices(): Promise<State[]> {
  const states = [...(await onStage(commands)), ...(await onStage(topics))];
  for (const language of languageCodes) {
    const environment = { LANGUAGE: language };
    const told = { environment: { ...environment, ...pages } };
    states.push(
      ...(await onStage((stage) => purchasers(stage, language), told)),
      ...(await onStage((stage) => plainly(stage, language), { environment })),
      ...(await onStage((stage) => admins(stage, language), { environment })),
      ...(await onStage((stage) => ledgers(stage, language), { environment })),
    );
  }
  return states;
}

const hostile = '**bold** [here](https://evil.example) ${1+1}<at>Alex</at>';
const long = 'We have an agreement that covers this product for everybody here, so nobody need pay twice. '.repeat(6);
const wrote = [hostile, long.slice(0, 500)];
const longName = 'Alexandra-Maria von und zu Hohenstein '.repeat(7).slice(0, 256).trim();

const live = ({ status }: Purchase): boolean => status === 'Enabled';
const words = (en: string, fr: string, rest: string) => ({ en: `${en} ${rest}`.trim(), fr: `${fr} ${rest}`.trim() });

/** Asked by the press of a button or in words: what admins and purchasers type. */
async function commands(stage: Stage): Promise<void> {
  const { alex, isaiah, adele, diego, lidia, elodie, markdown } = stage.world.people;
  const of = (owner: Person | undefined, rest: (purchase: Purchase) => boolean = live): string =>
    stage.purchase((purchase) => purchase.purchaser === (owner?.id ?? null) && rest(purchase));
  const ask = (rest: string) => words('ask', 'contacter', rest);
  await stage.ask('ask, of nothing', alex, ask(''));
  await stage.ask('ask, of what is probably self-service', alex, ask(of(adele)));
  for (const person of [adele, diego, lidia, markdown, alex]) await settle(stage, of(person));
  const nobodys = stage.purchase(
    ({ purchaser, kind, status }) => !purchaser && kind === 'central' && status === 'Enabled',
  );
  await settle(stage, nobodys);
  await stage.ask('ask', alex, ask(of(adele)));
  await stage.ask('ask, with a reason', alex, ask(`${of(markdown)} ${hostile}`), { wrote });
  await stage.ask('ask, of what has ended', alex, ask(stage.purchase(({ status }) => status === 'Deleted')));
  await stage.ask('ask, who is nobody', alex, ask(nobodys));
  await stage.ask('ask, who has left', alex, ask(of(diego)));
  await stage.ask('ask, oneself', alex, ask(of(alex)));
  await settle(stage, nobodys, 'central');
  await stage.ask('ask, of what is central', alex, ask(nobodys));
  await isaiah.say(`take ${of(lidia)}`);
  await stage.ask('ask, of what somebody has', alex, ask(of(lidia)));
  await isaiah.say(`ask ${of(adele)} confirm`);
  await stage.ask('ask, of what somebody has asked', alex, ask(of(adele)));
  await stage.ask('purchase, asked', alex, words('purchase', 'achat', of(adele)));
  const seen = (rest: string) => words('seen', 'j’ai compris', rest);
  await stage.ask('seen, of nothing that waits', lidia, seen(''));
  await stage.ask('seen, of a message to somebody else', lidia, seen('N-1'));
  await stage.ask('seen, without its number', adele, seen(''));
  const over = await write(stage, elodie, asking(of(elodie)));
  await end(stage, of(elodie));
  await stage.ask('seen, of what is over', elodie, seen(over));
}

async function topics(stage: Stage): Promise<void> {
  const { alex, isaiah } = stage.world.people;
  const { store } = stage.world.purser;
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
  await stage.ask('notify, everything', alex, name(''));
  await stage.ask('status, alerts go to oneself', alex, words('status', 'état', ''));
  await isaiah.say('notify on alerts');
  for (const n of [1, 2, 3]) await subscribed(stage, `Channel ${n}`);
  await write(stage, alex, { card: 'welcome', addedBy: null });
  await stage.ask('status, one waits', alex, words('status', 'état', ''));
  await write(stage, alex, { card: 'welcome', addedBy: 'x' });
  for (const n of [1, 2])
    await fate(stage, await write(stage, isaiah, { card: 'welcome', addedBy: `${n}` }), 'unreached');
  await stage.ask('status, alerts go to several', alex, words('status', 'état', ''), { wrote: ['Channel 1'] });
  const at = stage.world.clock.now().toISOString();
  const actor = { id: alex.id, name: 'Alex Wilber' };
  const same = { at, actor, action: 'subscribed', purchase: null, product: null, purchaser: null, why: null } as const;
  const places = ['personal', 'group', 'channel', 'channel Procurement'];
  await store.transact((tx) => {
    for (const place of places) audit(tx, { ...same, before: 'alerts', after: `alerts, digest @ ${place}` });
    audit(tx, { ...same, before: 'alerts', after: ' @ group' });
  });
  await stage.ask('audit, notifications', alex, words('audit', 'journal', ''), { wrote: ['Procurement'] });
}

/** What a purchaser gets, where the operator has set every page there is. */
async function purchasers(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex, adele, elodie, lidia, bare, longName: long256 } = world.people;
  await speak(language, alex, adele, elodie, lidia, bare, long256);
  const id = stage.purchase(({ purchaser, status }) => purchaser === adele.id && status === 'Enabled');
  const take = (name: string, person: Person) =>
    stage.take(name, language, person.inbox().at(-1), [...wrote, longName]);
  const post = async (name: string, person: Person, saying: Saying): Promise<string> => {
    const notice = await write(stage, person, saying);
    await world.purser.outbox.drain();
    take(name, person);
    return notice;
  };
  const first = await post('asked', adele, asking(id, long.slice(0, 500)));
  const letter = adele.inbox().at(-1);
  const answer = async (name: string, verb: string): Promise<void> => {
    world.clock.advance(day);
    await adele.say(verb);
    await world.purser.outbox.drain();
    stage.take(name, language, letter, wrote);
  };
  await answer('asked, read', `seen ${first}`);
  await answer('asked, objected without words', `object ${first}`);
  await answer('asked, objected', `object ${first} because ${hostile}`);
  await post('asked, by a long name for a hostile reason', long256, asking(of(stage, long256), hostile, longName));
  await post('asked, of a trial', elodie, asking(of(stage, elodie, ({ trial }) => trial)));
  await post('asked, of what renews in months', lidia, asking(of(stage, lidia)));
  await post('asked, of what has no date', bare, asking(of(stage, bare)));
  await post('asked, anew', adele, asking(id));
  await world.purser.store.transact((tx) => showAnew(tx, new Set([id]), world.clock.now()));
  await world.purser.outbox.drain();
  stage.take('asked, and asked anew', language, letter, wrote);
  await end(stage, id);
  await world.purser.outbox.drain();
  take('asked, of what has ended since', adele);
}

/** The same, where no page is set. */
async function plainly(stage: Stage, language: LanguageCode): Promise<void> {
  const { adele } = stage.world.people;
  await speak(language, adele);
  await write(stage, adele, asking(of(stage, adele)));
  await stage.world.purser.outbox.drain();
  stage.take('asked, without any page set', language, adele.inbox().at(-1));
}

/** What admins are told. */
async function admins(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex, adele, isaiah } = world.people;
  await speak(language, alex, adele);
  await alex.say('notify on alerts');
  const { drain } = world.purser.outbox;
  const all = [...world.purser.store.all('purchases')]
    .filter((each) => live(each) && each.kind === 'self-service')
    .map(({ id }) => id);
  const some = (count: number): string[] => Array.from({ length: count }, (_, n) => all[n % all.length] ?? '');
  const post = async (name: string, saying: Saying, purchases: readonly string[] = []): Promise<string> => {
    const notice = await write(stage, alex, saying, purchases);
    await drain();
    stage.take(name, language, alex.inbox().at(-1), [...wrote, longName]);
    return notice;
  };
  const found = (count: number): Saying => ({ card: 'new-purchases', purchases: some(count) });
  for (const count of [6, 7, 600]) await post(`new purchases, ${count}`, found(count));
  const id = of(stage, adele);
  await post('new purchases, one', { card: 'new-purchases', purchases: [id] }, [id]);
  const anew = async (name: string): Promise<void> => {
    await drain();
    stage.take(name, language, alex.inbox().at(-1), [longName]);
  };
  await isaiah.say(`take ${id}`);
  await anew('new purchases, one, taken since');
  const [from, until] = ['2026-11-14T17:00:00.000Z', '2026-11-17T09:00:00.000Z'];
  await write(stage, adele, asking(id), [], day);
  await post('absence, nothing found', { card: 'absence', from, until, purchases: [] });
  // Less urgent, so it still waits when the admins are told.
  await write(stage, adele, asking(id));
  await post('absence, one found', { card: 'absence', from, until, purchases: [id] });
  for (const _ of [1, 2]) await write(stage, adele, asking(id));
  await post('absence, many found', { card: 'absence', from, until, purchases: some(9) });
  const answered = { card: 'answered', purchase: id, name: 'Adele Vance', words: null } as const;
  await post('answered, read', { ...answered, answer: 'seen' });
  await post('answered, objected', { ...answered, answer: 'objected' });
  await post('answered, objected in words', { ...answered, name: longName, answer: 'objected', words: hostile });
  await stillThere(stage, id, post);
  await end(stage, id);
  await anew('still there, ended since');
  await unreached(stage, language, post);
}

type Posting = (name: string, saying: Saying, purchases?: readonly string[]) => Promise<string>;

async function stillThere({ world }: Stage, id: string, post: Posting): Promise<void> {
  const { adele, isaiah } = world.people;
  world.clock.advance(8 * day);
  await isaiah.say(`classify ${id} self-service`);
  await isaiah.say(`ask ${id} confirm`);
  await world.purser.outbox.drain();
  const question = [...world.purser.store.all('notices')].findLast(({ saying }) => saying.card === 'asked');
  const askedAt = question?.createdAt ?? '';
  const still: Saying = { card: 'still-there', purchase: id, askedAt };
  world.clock.advance(7 * day);
  await post('still there, silent', still, [id]);
  await adele.say(`seen ${question?.id}`);
  await post('still there, read', still, [id]);
  await adele.say(`object ${question?.id} ${hostile}`);
  await post('still there, objected', still, [id]);
}

async function unreached(stage: Stage, language: LanguageCode, post: Posting): Promise<void> {
  const { alex, adele, longName: long256 } = stage.world.people;
  const missed: string[] = [];
  for (let n = 0; n < 9; n++) {
    const to = n === 1 ? long256 : adele;
    const id = await write(stage, to, { card: 'welcome', addedBy: `${n}` }, n === 0 ? [] : [of(stage, long256)], day);
    await fate(stage, id, 'unreached');
    missed.push(id);
  }
  await post('unreached, one', { card: 'unreached', notices: missed.slice(0, 1) });
  const id = await post('unreached, many', { card: 'unreached', notices: missed });
  for (const each of missed) await fate(stage, each, 'mailed');
  const { store, outbox } = stage.world.purser;
  const notice = store.get('notices', id);
  const dueAt = stage.world.clock.now().toISOString();
  if (notice) await store.transact((tx) => tx.put('notices', { ...notice, revision: notice.revision + 1, dueAt }));
  await outbox.drain();
  stage.take('unreached, mended', language, alex.inbox().at(-1));
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
    { card: 'unreached', notices: [] },
    { card: 'change', change: 'CH-1' },
    { card: 'drift', drifted: [], added: [], change: null },
  ];
  const events = [...ledgerEvents, undefined];
  const all = [...store.all('purchases')].filter(live);
  for (const [n, what] of events.entries()) {
    const id = all[Math.floor(n / 4)]?.id ?? '';
    const to: Notice['to'] = n % 4 === 1 ? { chat: `chat ${n}` } : { person: n % 4 === 2 ? 'stranger' : adele.id };
    const saying = cards[n] ?? { card: 'answered', purchase: id, name: 'x', answer: 'seen', words: `${n}` };
    const notice = await write(stage, to, saying, [id], day);
    await became(stage, notice, { ledger: what ? [{ at: '2026-11-17T09:00:00.000Z', what, why: null }] : [] });
    if (n % 4 < 3 && n + 1 < events.length) continue;
    await alex.say(`purchase ${id}`);
    stage.take(`purchase, told ${Math.ceil((n + 1) / 4)}`, language, alex.chat.last);
  }
}

function asking(purchase: string, why: string | null = null, name = 'Alex Wilber'): Saying {
  return { card: 'asked', purchase, by: { id: 'nobody here', name }, why };
}

function of({ world }: Stage, { id }: Person, fits: (purchase: Purchase) => boolean = () => true): string {
  const all = [...world.purser.store.all('purchases')];
  return all.find((each) => each.purchaser === id && live(each) && fits(each))?.id ?? '';
}

async function settle({ world }: Stage, id: string, kind = 'self-service'): Promise<void> {
  await world.people.alex.say(`classify ${id} ${kind}`, { locale: 'en-GB' });
}

/** From now on they are written to in this language. */
async function speak(language: LanguageCode, ...people: Person[]): Promise<void> {
  for (const person of people) {
    person.locale = language === 'en' ? 'en-GB' : 'fr-FR';
    await person.say('help');
  }
}

/** As a command or the sync would write it. @returns its id */
async function write(
  { world }: Stage,
  to: Person | Notice['to'],
  saying: Saying,
  purchases: readonly string[] = 'purchase' in saying ? [saying.purchase] : [],
  later = 0,
): Promise<string> {
  const { store } = world.purser;
  const now = world.clock.now();
  const key = `scene ${store.count('notices')}`;
  const whom: Notice['to'] = 'id' in to ? { person: to.id } : to;
  world.clock.advance(1);
  return store.transact((tx) =>
    notify(tx, { key, to: whom, saying, purchases, dueAt: new Date(now.getTime() + later) }, now),
  );
}

async function became({ world }: Stage, id: string, change: Partial<Notice>): Promise<void> {
  const { store } = world.purser;
  const notice = store.get('notices', id);
  if (notice) await store.transact((tx) => tx.put('notices', { ...notice, ...change }));
}

function fate(stage: Stage, id: string, outcome: Notice['outcome']): Promise<void> {
  const at = stage.world.clock.now().toISOString();
  const ledger = (['away', 'mail-failed', 'unreached'] as const).map((what) => ({ at, what, why: null }));
  return became(stage, id, { outcome, dueAt: null, ledger });
}

async function subscribed({ world }: Stage, name: string): Promise<void> {
  const { store } = world.purser;
  const [chat] = store.all('chats');
  if (!chat) return;
  await store.transact((tx) =>
    tx.put('chats', { ...chat, id: name, name, kind: 'channel', person: null, topics: ['alerts'] }),
  );
}

/** It ends at Microsoft, and Purser sees it. */
async function end({ world }: Stage, id: string): Promise<void> {
  const { subscription } = world.purser.store.get('purchases', id) ?? {};
  const theirs = world.tenant.company.subscriptions.find((each) => each.id === subscription);
  if (theirs) theirs.status = 'Deleted';
  await world.purser.sync.run();
}
