/** What people are told without asking: each notice in every state it can be in. */
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { purchaseIndex } from '../../../bot/purchases/purchase-index.ts';
import { showAnew } from '../../../store/notices.ts';
import { dueKinds, type Saying } from '../../../store/records.ts';
import type { Person } from '../../stand-ins/teams/teams.ts';
import { skus } from '../../stand-ins/tenant/index.ts';
import { day } from '../../world/clock.ts';
import { asking, end, fate, hostile, live, long, longName, of, speak, write, wrote } from '../notices.ts';
import { pages } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfPurchaseNotices: readonly Scene[] = languageCodes.flatMap((language): Scene[] => {
  const environment = { LANGUAGE: language };
  return [
    { play: (stage) => purchasers(stage, language), world: () => ({ environment: { ...environment, ...pages } }) },
    { play: (stage) => plainly(stage, language), world: () => ({ environment }) },
    { play: (stage) => admins(stage, language), world: () => ({ environment }) },
    { play: (stage) => dues(stage, language), world: () => ({ environment }) },
    { play: (stage) => digests(stage, language), world: () => ({ environment }) },
  ];
});

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
  await post('absence, the clock was set forward', { card: 'absence', from, until, clockSet: true, purchases: [] });
  await post('absence, the clock was set back', {
    card: 'absence',
    from: until,
    until: from,
    clockSet: true,
    purchases: [],
  });
  // Less urgent, so it still waits when the admins are told.
  await write(stage, adele, asking(id));
  await post('absence, one found', { card: 'absence', from, until, purchases: [id] });
  for (const _ of [1, 2]) await write(stage, adele, asking(id));
  await post('absence, many found', { card: 'absence', from, until, purchases: some(9) });
  const answered = { card: 'answered', purchase: id, name: 'Adele Vance', words: null } as const;
  await post('answered, read', { ...answered, answer: 'seen' });
  await post('answered, objected', { ...answered, answer: 'objected' });
  await post('answered, objected in words', { ...answered, name: longName, answer: 'objected', words: hostile });
  await post('lapsed, one who was told of alerts', { card: 'lapsed', person: adele.id, topic: 'alerts' });
  await stillThere(stage, id, post);
  await end(stage, id);
  await anew('still there, ended since');
  await unreached(stage, language, post);
  await askedSince(stage, post);
  await oneToDecide(stage, post);
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

async function askedSince(stage: Stage, post: Posting): Promise<void> {
  const { isaiah, lidia } = stage.world.people;
  const id = of(stage, lidia);
  await isaiah.say(`classify ${id} self-service`);
  await isaiah.say(`ask ${id} confirm`);
  await post('new purchases, one, asked about since', { card: 'new-purchases', purchases: [id] }, [id]);
  for (const sku of [skus.powerBiProDept, skus.visio2Dept]) {
    const [another] = [...stage.world.purser.store.all('purchases')].filter(
      (each) => each.sku === sku.id && live(each),
    );
    const ids = another ? [another.id] : [];
    await post(
      `new purchases, one of ${sku.part}, which the organisation has`,
      { card: 'new-purchases', purchases: ids },
      ids,
    );
  }
}

/** Somebody has taken all others in hand. */
async function oneToDecide({ world }: Stage, post: Posting): Promise<void> {
  const { store } = world.purser;
  const now = world.clock.now();
  const [, ...others] = purchaseIndex(store).sorted('next', 'decide', now);
  const until = new Date(now.getTime() + day).toISOString();
  const decision = { kind: 'in-hand', by: 'nobody here', name: 'Isaiah Langer', until } as const;
  await store.transact((tx) => {
    for (const { purchase } of others) tx.put('purchases', { ...purchase, decision });
  });
  const [from, to] = ['2026-11-28T17:00:00.000Z', '2026-11-30T09:00:00.000Z'];
  await post('absence, one to decide', { card: 'absence', from, until: to, purchases: [] });
}

/** Whoever bought it is named there, whoever else a takeover is about is not. */
async function inChannel(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex, adele, lidia, elodie } = world.people;
  const team = world.teams.team({ name: 'IT', members: [alex] });
  await team.install(alex);
  await alex.say('notify on alerts', { in: team.general, mention: true });
  const saying = { card: 'announced', takeover: 'TK-1', stage: 'before' } as const;
  const missed: string[] = [];
  for (const person of [adele, lidia, elodie]) {
    const id = await write(stage, person, saying, [of(stage, adele)], day);
    await fate(stage, id, 'unreached');
    missed.push(id);
  }
  for (const count of [2, 3]) {
    await write(stage, { chat: team.general.id }, { card: 'unreached', notices: missed.slice(0, count) });
    world.clock.advance(60_000);
    await world.purser.outbox.drain();
    stage.take(`unreached in a channel, ${count}`, language, team.general.last);
  }
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
  await inChannel(stage, language);
  const shut = await write(stage, { chat: 'a channel' }, { card: 'welcome', addedBy: 'x' }, [], day);
  await fate(stage, shut, 'unreached');
  await post('unreached, a channel', { card: 'unreached', notices: [shut] });
  const id = await post('unreached, many', { card: 'unreached', notices: missed });
  for (const each of missed) await fate(stage, each, 'mailed');
  const { store, outbox } = stage.world.purser;
  const notice = store.get('notices', id);
  const dueAt = stage.world.clock.now().toISOString();
  if (notice) await store.transact((tx) => tx.put('notices', { ...notice, revision: notice.revision + 1, dueAt }));
  await outbox.drain();
  stage.take('unreached, mended', language, alex.inbox().at(-1));
}

/** What is told by the clock, in one card a day. */
async function dues(stage: Stage, language: LanguageCode): Promise<void> {
  const { alex, patti, adele } = stage.world.people;
  await speak(language, alex, patti, adele);
  for (const person of [alex, patti]) await person.say('notify on renewals');
  const id = of(stage, adele);
  const due = async (name: string, person: Person, items: Extract<Saying, { card: 'due' }>['items']): Promise<void> => {
    await write(stage, person, { card: 'due', day: '2026-11-17', items }, [id]);
    await stage.world.purser.outbox.drain();
    stage.take(name, language, person.inbox().at(-1), [longName]);
  };
  const daysTo = { due: 7, trial: 1 } as const;
  const itemOf = (kind: (typeof dueKinds)[number]) => ({
    ...{ purchase: id, kind },
    days: kind === 'due' || kind === 'trial' ? daysTo[kind] : null,
  });
  const leaves = async (leftAt: string | null): Promise<void> => {
    const { store } = stage.world.purser;
    const known = store.get('people', adele.id);
    if (known) await store.transact((tx) => tx.put('people', { ...known, leftAt }));
  };
  for (const kind of dueKinds) {
    if (kind === 'left') await leaves('2026-11-16T09:00:00.000Z');
    await due(`due, ${kind}`, alex, [itemOf(kind)]);
    await leaves(null);
  }
  const other = of(stage, stage.world.people.lidia);
  const ofBoth = dueKinds.map((kind, nth) => ({ ...itemOf(kind), purchase: nth % 2 === 0 ? id : other }));
  await due('due, several', alex, ofBoth);
  await leaves('2026-11-16T09:00:00.000Z');
  await due('due, left, for somebody who is no admin', patti, [itemOf('left')]);
  await stage.ask(`purchase, told of as due (${language})`, alex, { en: `purchase ${id}`, fr: `achat ${id}` });
}

async function digests(stage: Stage, language: LanguageCode): Promise<void> {
  const { alex, adele, lidia } = stage.world.people;
  await speak(language, alex, adele, lidia);
  await alex.say('notify on digest');
  const [one, other] = [of(stage, adele), of(stage, lidia)];
  const all = [...stage.world.purser.store.all('purchases')].map(({ id }) => id);
  const nothing = { due: [], fresh: [], outside: [], waiting: { requests: 0, reviews: 0 } };
  type Told = Partial<Omit<Extract<Saying, { card: 'digest' }>, 'card'>>;
  const told = async (name: string, what: Told): Promise<void> => {
    const saying = { card: 'digest', day: '2026-11-17', since: '2026-11-10', ...nothing, ...what } as const;
    await write(stage, alex, saying, [one]);
    await stage.world.purser.outbox.drain();
    stage.take(name, language, alex.inbox().at(-1), [longName]);
  };
  await told('digest, one of each', {
    ...{ due: [one], fresh: [other], outside: [longName] },
    waiting: { requests: 1, reviews: 1 },
  });
  await told('digest, many of each', {
    ...{ due: all.slice(0, 9), fresh: all.slice(5, 30), outside: ['Visio Plan 2', 'Project Plan 3'] },
    waiting: { requests: 12, reviews: 3 },
  });
  await told('digest, what is due alone', { due: [one, other] });
  const name = (en: string, fr: string): string => (language === 'en' ? en : fr);
  const words = { en: 'notify', fr: 'notifications' };
  await alex.say(name('notify on digest weekly', 'notifications synthèse hebdomadaire'));
  await stage.ask(`notify, a weekly digest (${language})`, alex, words);
  await alex.say(name('notify on digest daily', 'notifications synthèse quotidienne'));
  await stage.ask(`notify, a daily digest (${language})`, alex, words);
  await stage.ask(`purchase, told of in a digest (${language})`, alex, { en: `purchase ${one}`, fr: `achat ${one}` });
  await stage.ask(`audit, of a digest (${language})`, alex, { en: 'audit', fr: 'journal' });
}
