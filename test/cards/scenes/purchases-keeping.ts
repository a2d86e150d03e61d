/** What is kept: asked for, done, refused, in the way of others, and reviewed on its day. */
import type { LanguageCode } from '../../../bot/language/codes.ts';
import { languageCodes } from '../../../bot/language/codes.ts';
import type { Purchase } from '../../../store/records.ts';
import type { Post } from '../../stand-ins/teams/teams.ts';
import { type Company, company, people, skus } from '../../stand-ins/tenant/index.ts';
import { day, testClock } from '../../world/clock.ts';
import { buyVisio } from '../../world/takeovers.ts';
import { asking, end, hostile, live, speak, write, wrote } from '../notices.ts';
import type { Scene, Stage, Words } from '../stage.ts';

export const scenesOfKeeping: readonly Scene[] = [
  { play: keeping },
  { play: inTheWay, world: () => ({ company: withVisio() }) },
  ...languageCodes.flatMap((language): Scene[] => {
    const world = () => ({ environment: { LANGUAGE: language } });
    return [
      { play: (stage) => told(stage, language), world },
      { play: (stage) => reviews(stage, language), world },
    ];
  }),
];

/** Of Adele’s Visio Plan 2 it is known who holds it. */
function withVisio(): Company {
  const its = company({ now: testClock().now() });
  buyVisio(its, { holders: 3, free: 9 });
  return its;
}

const keep = (ids: string, en: string, fr: string): Words => ({ en: `keep ${ids} ${en}`, fr: `garder ${ids} ${fr}` });
const until = {
  en: 'until 2027-03-01 because design needs it',
  fr: 'jusqu’au 01/03/2027 parce que le design s’en sert',
};

function adeles({ world }: Stage): [Purchase, Purchase] {
  const [one, two] = [...world.purser.store.all('purchases')].filter(
    (each) => each.kind === 'self-service' && live(each) && each.purchaser === people.adele,
  );
  if (!one || !two) throw new Error('Adele bought too little');
  return [one, two];
}

/** As they were before anything was decided. */
function undecided({ world }: Stage, purchases: readonly Purchase[]): () => Promise<void> {
  return () =>
    world.purser.store.transact((tx) => {
      for (const each of purchases) tx.put('purchases', { ...each, decision: null });
    });
}

async function keeping(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const [one, two] = adeles(stage);
  const before = undecided(stage, [one, two]);
  await stage.ask('keep, of nothing', alex, { en: 'keep', fr: 'garder' });
  await stage.ask('keep, of several by that name', alex, { en: 'keep the visio', fr: 'garder le visio' });
  await stage.ask('keep', alex, keep(one.id, '', ''));
  await stage.ask('keep, for a reason', alex, keep(one.id, `because ${hostile}`, `parce que ${hostile}`), { wrote });
  await stage.ask('keep, until a day past', alex, keep(one.id, 'until 2026-03-01', 'jusqu’au 01/03/2026'));
  await stage.ask('keep, until the far future', alex, keep(one.id, 'until 2036-03-01', 'jusqu’au 01/03/2036'));
  await stage.ask('keep, until nobody knows when', alex, keep(one.id, 'until design is done', 'jusqu’à la fin'), {
    wrote: ['until design is done', 'jusqu’à la fin'],
  });
  await stage.submit('keep, pressed without a reason', alex, {
    verb: 'keep',
    data: { purchase: one.id, confirm: 'confirm' },
  });
  await stage.submit('keep, pressed without a day', alex, {
    verb: 'keep',
    data: { purchase: one.id, confirm: 'confirm', reason: 'Design needs it' },
  });
  await stage.ask('keep, done', alex, keep(one.id, until.en, until.fr), { before });
  await stage.ask('keep, several', alex, keep(`${one.id} ${two.id} P-9999`, '', ''), { before });
  await stage.ask(
    'keep, several, confirmed',
    alex,
    keep(`${one.id} ${two.id} P-9999`, `confirm ${until.en}`, `confirmer ${until.fr}`),
    { before },
  );
  await stage.ask('keep, one of several', alex, keep(`${one.id} P-9999`, '', ''), { before });
  await stage.ask(
    'keep, one of several, confirmed',
    alex,
    keep(`${one.id} P-9999`, `confirm ${until.en}`, `confirmer ${until.fr}`),
    { before },
  );
}

/** What others read who want to decide about it. */
async function inTheWay(stage: Stage): Promise<void> {
  const { alex, isaiah } = stage.world.people;
  const one = { id: stage.purchase(({ sku, purchaser }) => sku === skus.visio2Dept.id && purchaser === people.adele) };
  await alex.say(`classify ${one.id} self-service`, { locale: 'en-GB' });
  await alex.say(`keep ${one.id} ${until.en}`, { locale: 'en-GB' });
  await stage.ask('purchases, kept', isaiah, { en: 'purchases kept', fr: 'achats gardés' });
  await stage.ask('purchase, kept', isaiah, { en: `purchase ${one.id}`, fr: `achat ${one.id}` });
  await stage.ask('keep, of what is kept', isaiah, keep(one.id, '', ''));
  await stage.ask('take, of what is kept', isaiah, { en: `take ${one.id}`, fr: `je m’en occupe ${one.id}` });
  await stage.ask('ask, of what is kept', isaiah, { en: `ask ${one.id}`, fr: `contacter ${one.id}` });
  const { store } = stage.world.purser;
  await alex.say('notify on approvals', { in: alex.chat, locale: 'en-GB' });
  await stage.ask('takeover, of what is kept', isaiah, {
    en: `takeover ${one.id}`,
    fr: `prendre le contrôle ${one.id}`,
  });
  const draft = [...store.all('drafts')].at(-1)?.id ?? '';
  const cause = { purchase: one.id, draft, act: 'cancel', cause: 'cost' };
  await stage.submit('takeover, of what is kept, to be confirmed', isaiah, { verb: 'takeover', data: cause });
}

/** What the purchaser reads who was asked to cancel it, and the admin who kept it. */
async function told(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex, adele, isaiah } = world.people;
  await speak(language, adele, alex);
  const [one] = adeles(stage);
  await alex.say(`classify ${one.id} self-service`);
  await alex.say(`ask ${one.id} confirm`);
  await world.purser.outbox.drain();
  const letter = adele.inbox().at(-1);
  world.clock.advance(day);
  await alex.say(`keep ${one.id} ${until.en}`);
  world.clock.advance(60_000);
  await world.purser.outbox.drain();
  stage.take('kept, to the purchaser', language, adele.inbox().at(-1));
  stage.take('asked, and kept since', language, letter, wrote);
  await isaiah.say(`release ${one.id}`, { locale: 'en-GB' });
  await world.purser.outbox.drain();
  stage.take('released, to whoever kept it', language, alex.inbox().at(-1));
  await end(stage, one.id);
  await world.purser.outbox.drain();
  stage.take('kept, and ended since', language, adele.inbox().at(-1));
  await write(stage, adele, asking(one.id));
}

async function reviews(stage: Stage, language: LanguageCode): Promise<void> {
  const { world } = stage;
  const { alex } = world.people;
  const { purser, clock } = world;
  await speak(language, alex);
  const [one, two] = adeles(stage);
  const due = async (name: string, post?: Post): Promise<void> => {
    clock.advance(60_000);
    await purser.watch.drain();
    clock.advance(60_000);
    await purser.outbox.drain();
    stage.take(name, language, post ?? alex.inbox().at(-1), wrote);
  };
  await alex.say(`keep ${one.id} until 2026-12-01 because ${hostile}`);
  clock.advance(14 * day);
  await due('review');
  const first = alex.inbox().at(-1);
  await stage.ask(`waiting, a review (${language})`, alex, { en: 'waiting', fr: 'en attente' }, { wrote });
  await stage.ask(
    `purchase, to be reviewed (${language})`,
    alex,
    { en: `purchase ${one.id}`, fr: `achat ${one.id}` },
    { wrote },
  );
  await stage.ask(`purchases, to be reviewed (${language})`, alex, { en: 'purchases kept', fr: 'achats gardés' });
  await speak(language, alex);
  clock.advance(7 * day);
  await due('review, a week later');
  stage.take('review, asked again since', language, first, wrote);
  const second = alex.inbox().at(-1);
  await alex.say(`keep ${one.id} again`);
  await due('review, answered', second);
  for (const { id } of [one, two]) {
    await alex.say(`release ${id}`);
    await alex.say(`keep ${id} until 2026-12-20 because design needs it`);
  }
  clock.advance(14 * day);
  await due('review, of several');
  const several = alex.inbox().at(-1);
  clock.advance(7 * day);
  await due('review, of several, a week later');
  stage.take('review, of several, asked again since', language, several, wrote);
  const later = alex.inbox().at(-1);
  for (const { id } of [one, two]) await alex.say(`release ${id}`);
  await due('review, of several, answered', later);
}
