/** Purser on hold: how it is said, what an admin sees before it goes on, and that it goes on. */
import { languageCodes } from '../../../bot/language/codes.ts';
import type { Hold, Job, Notice } from '../../../store/records.ts';
import { hour, minute } from '../../world/clock.ts';
import { asking, became, live, long, longName, of, settle, speak, write } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';
import { begun, bought, turns } from '../takeovers.ts';

export const scenesOfHold: readonly Scene[] = [
  { play: paused },
  { play: waiting, world: bought },
  { play: restored },
  ...languageCodes.flatMap((language): Scene[] => [
    { play: (stage) => told(stage, language) },
    { play: (stage) => announced(stage, language), world: bought },
  ]),
];

const resume = { en: 'resume', fr: 'reprendre' };
const [alex, longest] = [
  { id: 'a', name: 'Alex Wilber' },
  { id: 'l', name: longName },
];

function holds({ world }: Stage, hold: Partial<Hold> | null, ago = minute): Promise<void> {
  const since = new Date(world.clock.now().getTime() - ago).toISOString();
  const whole = { id: 'hold', why: 'paused', since, by: alex, words: null, ...hold };
  const { by, words, ...bare } = whole;
  return world.purser.store.transact((tx) => {
    if (hold === null) tx.delete('holds', 'hold');
    else tx.put('holds', (bare.why === 'restored' ? bare : { ...bare, by, words }) as Hold);
  });
}

async function paused(stage: Stage): Promise<void> {
  const { alex: admin, adele, megan } = stage.world.people;
  const say = { en: 'pause everything because …', fr: 'tout suspendre parce que …' };
  await stage.ask('resume, not on hold', admin, resume);
  await stage.ask('pause everything', admin, say, { before: () => holds(stage, null) });
  await stage.ask('pause everything, on hold already', admin, say);
  await stage.ask('hello, on hold', admin, { en: 'hello', fr: 'bonjour' });
  await holds(stage, { by: longest });
  await stage.ask(
    'hello, on hold by somebody with a long name',
    admin,
    { en: 'hello', fr: 'bonjour' },
    { wrote: [longName] },
  );
  await stage.ask('hello, on hold, for a colleague', adele, { en: 'hello', fr: 'bonjour' });
  await stage.ask('approvals, on hold, for an approver', megan, { en: 'approvals', fr: 'approbations' });
  await stage.ask('retry, on hold', admin, { en: 'retry CH-1', fr: 'réessayer CH-1' });
  await stage.ask('resume, nothing waits', admin, resume);
  const stale = { verb: 'resume', data: { confirm: 'confirm', digest: '000000000000' } };
  await stage.submit('resume, confirmed after something has changed', admin, stale);
  await stage.ask('audit, on hold', admin, { en: 'audit action:paused', fr: 'journal action:paused' });
  await holds(stage, { why: 'restored', backup: null });
  await stage.ask('hello, on hold, restored from who knows when', admin, { en: 'hello', fr: 'bonjour' });
}

const works: readonly Job['work'][] = [
  { kind: 'change', change: 'CH-1' },
  { kind: 'takeover', takeover: 'TK-1' },
  { kind: 'announcement', takeover: 'TK-1', stage: 'before' },
  { kind: 'preflight', draft: 'D-1' },
  { kind: 'licences', what: 'assign', sku: 'x', product: 'Visio Plan 2', by: alex },
  { kind: 'request', request: 'LR-1', what: 'assign' },
  { kind: 'request', request: 'LR-1', what: 'remove' },
  { kind: 'licences', what: 'remove', sku: 'x', product: 'Visio Plan 2', by: alex },
];

async function waiting(stage: Stage): Promise<void> {
  const { world } = stage;
  const { store, outbox, jobs } = world.purser;
  await outbox.stop();
  await jobs.stop();
  const { purchase } = await begun(stage);
  await holds(stage, {});
  const at = world.clock.now().toISOString();
  const [todo, done] = (['todo', 'done'] as const).map((state) => ({ key: state, state, tries: 0, at, why: null }));
  await store.transact((tx) => {
    for (const [n, work] of works.entries())
      tx.put('jobs', { id: `J-${n + 1}`, work, createdAt: at, dueAt: at, steps: [todo, done] as Job['steps'] });
  });
  await stage.ask('resume, a request waits', world.people.alex, resume);
  await turns(
    stage,
    { move: 'approve', to: 'approved' },
    { notBefore: new Date(world.clock.now().getTime() + hour).toISOString() },
  );
  await edited(stage, 1);
  await stage.ask('resume, a takeover is announced', world.people.alex, resume);
  // More than a card lists: the first have ended meanwhile.
  await store.transact((tx) => {
    for (const id of ['J-1', 'J-2', 'J-3']) tx.delete('jobs', id);
  });
  await edited(stage, 3);
  const holding = store.get('holdings', purchase.sku);
  await store.transact((tx) =>
    tx.put('holdings', { id: purchase.sku, holders: [...(holding?.holders ?? []), 'another'] }),
  );
  await stage.ask('resume, people of a takeover have changed', world.people.alex, resume);
  const gone = store.get('purchases', purchase.id);
  const ended = world.tenant.company.subscriptions.find(({ id }) => id === gone?.subscription);
  if (ended) ended.status = 'Deleted';
  await world.purser.sync.run();
  await stage.ask('resume, a purchase has ended', world.people.alex, resume);
}

/** So many cards were posted that now say something else. */
async function edited({ world }: Stage, count: number): Promise<void> {
  const { store } = world.purser;
  const at = world.clock.now().toISOString();
  const all = [...store.all('notices')];
  await store.transact((tx) => {
    for (let n = 0; n < count; n++) {
      const notice = all[n] ?? (all[0] as Notice);
      const id = all[n]?.id ?? `N-${900 + n}`;
      tx.put('notices', {
        ...notice,
        id,
        key: `edited ${id}`,
        dueAt: at,
        delivered: { chat: 'c', activity: 'a', revision: 0, at },
      });
    }
  });
}

async function restored(stage: Stage): Promise<void> {
  const { world } = stage;
  const { alex: admin, adele } = world.people;
  await world.purser.outbox.stop();
  const purchase = of(stage, adele, live);
  await settle(stage, purchase);
  await write(stage, adele, asking(purchase));
  const backup = new Date(world.clock.now().getTime()).toISOString();
  world.clock.advance(hour);
  await holds(stage, { why: 'restored', backup }, 0);
  world.tenant.faults.push({ match: 'GET /graph/v1.0/directory/subscriptions', kind: 'slow', ms: 3_500 });
  world.tenant.faults.push({ match: 'GET /graph/v1.0/directory/subscriptions', kind: 'slow', ms: 3_500 });
  const [part] = [...world.purser.store.all('parts')].filter(({ id }) => id === 'subscriptions');
  await stage.ask('resume, not compared yet', admin, resume, {
    before: async () => {
      if (part) await world.purser.store.transact((tx) => tx.put('parts', { ...part, triedAt: backup }));
    },
  });
  world.clock.advance(minute);
  await world.purser.sync.run();
  await stage.ask('resume, one old message', admin, resume);
  await write(stage, adele, asking(purchase, 'again'), [purchase], -2 * hour);
  await stage.ask('resume, two old messages', admin, resume);
  world.tenant.faults.push({ match: 'GET /graph/v1.0/subscribedSkus', kind: 'status', code: 400, times: 99 });
  await world.purser.sync.run();
  await stage.ask('resume, compared in part', admin, resume);
}

/** To an admin, as soon as Purser was started with a restored store: what is held, by how much of each. */
async function announced(stage: Stage, language: 'en' | 'fr'): Promise<void> {
  const { world } = stage;
  const { alex: admin, adele } = world.people;
  await speak(language, admin);
  await admin.say(language === 'en' ? 'notify on alerts' : 'notifications activer alertes');
  const { store } = world.purser;
  const show = async (name: string, backup: string | null): Promise<void> => {
    await holds(stage, { why: 'restored', backup });
    const since = store.get('holds', 'hold')?.since ?? '';
    await write(stage, admin, { card: 'hold', since, by: null, words: null });
    await world.purser.outbox.drain();
    stage.take(name, language, admin.chat.last);
  };
  const at = new Date(world.clock.now().getTime() - 2 * hour).toISOString();
  await world.purser.watch.stop();
  await world.purser.jobs.stop();
  await show('alert: on hold after a restore, nothing waits', null);
  await holds(stage, null);
  const taken = await begun(stage);
  for (const many of [false, true]) {
    await store.transact((tx) => {
      for (const nth of many ? [1, 2] : [1]) {
        const id = `J-${nth}`;
        tx.put('jobs', { id, work: { kind: 'change', change: 'CH-1' }, createdAt: at, dueAt: at, steps: [] });
        tx.put('takeovers', { ...taken, id: `TK-${nth}`, fingerprint: 'of other people' });
      }
    });
    const asks = asking(of(stage, adele, live));
    if (many) await write(stage, adele, asks, [], -2 * hour);
    await write(stage, { chat: 'nowhere' }, asks, [], 0);
    world.clock.advance(2 * minute);
    await show(`alert: on hold after a restore, ${many ? 'several of each' : 'one of each'}`, at);
  }
  const last = admin.chat.last;
  await holds(stage, null);
  const said = [...store.all('notices')].findLast(({ saying }) => saying.card === 'hold');
  if (said) await became(stage, said.id, { revision: 2, dueAt: world.clock.now().toISOString() });
  await world.purser.outbox.drain();
  stage.take('alert: on hold after a restore, and over', language, last);
}

async function told(stage: Stage, language: 'en' | 'fr'): Promise<void> {
  const { world } = stage;
  const { alex: admin, isaiah } = world.people;
  await speak(language, isaiah, admin);
  await isaiah.say(language === 'en' ? 'notify on alerts' : 'notifications activer alertes');
  const last = () => isaiah.chat.last;
  await admin.say(
    language === 'en'
      ? `pause everything because ${long.slice(0, 400)}`
      : `tout suspendre parce que ${long.slice(0, 400)}`,
  );
  await world.purser.outbox.drain();
  const said = last();
  stage.take('alert: on hold', language, said, [long.slice(0, 400).trim()]);
  await admin.say(resume[language]);
  await admin.press(language === 'en' ? 'Resume' : 'Reprendre');
  const answer = admin.newestCard()?.post;
  const card = answer && admin.view(answer);
  stage.take('resume, goes on', language, answer && card && { ...answer, card });
  world.clock.advance(10_000);
  await world.purser.outbox.drain();
  stage.take('alert: on hold, and over', language, said, [long.slice(0, 400).trim()]);
  stage.take('alert: goes on', language, last());
  for (const left of [1, 2]) {
    const at = world.clock.now().toISOString();
    await write(stage, isaiah, { card: 'resumed', since: at, at, by: alex, left });
    world.clock.advance(10_000);
    await world.purser.outbox.drain();
    stage.take(`alert: goes on, ${left} left out`, language, last());
  }
}
