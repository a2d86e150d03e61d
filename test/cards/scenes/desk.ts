/** The purchaser's desk: one purchase and several, what can be done with it, and what IT reads that it is handed to. */
import { rights } from '../../../bot/desk/rights.ts';
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { company, people } from '../../stand-ins/tenant/index.ts';
import { day } from '../../world/clock.ts';
import { asking, end, hostile, longName, of, settle, speak, write, wrote } from '../notices.ts';
import { pages } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';
import { begun, bought, morning } from '../takeovers.ts';

export const scenesOfDesk: readonly Scene[] = [
  { play: several },
  { play: steps, world: () => ({ environment: pages }) },
  { play: lately, world: boughtLately },
  { play: open, world: () => bought() },
  { play: unused, world: () => bought({ holders: 0, seats: 5 }) },
  { play: buying },
  { play: nothing, world: () => ({ unread: true }) },
  ...languageCodes.map((language): Scene => ({ play: (stage) => handed(stage, language) })),
];

const mine = { en: 'mine', fr: 'mes achats' };
const say = (what: string) => ({ en: `mine ${what}`, fr: `mes achats ${what}` });

async function several(stage: Stage): Promise<void> {
  const { adele, elodie, megan, alex } = stage.world.people;
  await stage.ask('mine, several', adele, mine);
  await stage.ask('mine, for an admin who bought something', alex, mine);
  await stage.ask('mine, nothing bought', megan, mine);
  await stage.ask('mine, one by its name', adele, say('project'));
  await stage.ask('mine, not found', adele, say('nothing like it'));
  await stage.ask('mine, of somebody else', elodie, say(of(stage, adele)));
  await stage.ask('mine, of somebody else, for an admin', alex, say(of(stage, adele)));
  for (const rest of stage.world.tenant.company.subscriptions.filter(({ ownerId }) => ownerId === adele.id))
    rest.status = 'Deleted';
  const first = of(stage, adele);
  await end(stage, first);
  await stage.ask('mine, ended', adele, say(first));
  await stage.submit('how to cancel what has ended', adele, {
    verb: 'mine',
    data: { purchase: first, right: 'cancel' },
  });
}

async function steps(stage: Stage): Promise<void> {
  const { adele } = stage.world.people;
  const purchase = of(stage, adele, ({ trial }) => !trial);
  for (const right of rights)
    await stage.submit(`mine, step by step: ${right}`, adele, { verb: 'mine', data: { purchase, right } });
}

/** A trial, and a purchase of yesterday. */
function boughtLately() {
  const its = company({ now: morning });
  const [trial, today] = its.subscriptions.filter(
    ({ ownerId, status }) => ownerId === people.adele && status === 'Enabled',
  );
  if (trial) trial.isTrial = true;
  if (today) Object.assign(today, { isTrial: false, createdDateTime: new Date(morning.getTime() - day).toISOString() });
  return { company: its };
}

async function lately(stage: Stage): Promise<void> {
  const { adele } = stage.world.people;
  const yesterday = new Date(morning.getTime() - day).toISOString().slice(0, 10);
  const trial = of(stage, adele, (each) => each.trial);
  const today = of(stage, adele, ({ createdAt }) => createdAt === yesterday);
  await stage.ask('mine, a trial', adele, say(trial));
  await stage.submit('how to cancel a trial', adele, { verb: 'mine', data: { purchase: trial, right: 'cancel' } });
  await stage.submit('refund of what was bought yesterday', adele, {
    verb: 'mine',
    data: { purchase: today, right: 'refund' },
  });
}

async function open(stage: Stage): Promise<void> {
  const { adele, alex } = stage.world.people;
  const { purchase } = await begun(stage);
  await stage.ask('mine, with a takeover', adele, say(purchase.id));
  const data = { purchase: purchase.id };
  await stage.submit('how to cancel what is being taken over', adele, {
    verb: 'mine',
    data: { ...data, right: 'cancel' },
  });
  await stage.submit('to hand over what is being taken over', adele, { verb: 'mine', data: { ...data, right: 'it' } });
  const other = of(stage, adele, ({ id }) => id !== purchase.id);
  await settle(stage, other);
  await alex.say(`take ${other}`, { locale: 'en-GB' });
  await stage.ask('mine, somebody looks after it', adele, say(other));
  await alex.say(`release ${other}`, { locale: 'en-GB' });
  await alex.say(`ask ${other} confirm`, { locale: 'en-GB' });
  await write(stage, adele, asking(other));
  await stage.world.purser.outbox.drain();
  await stage.ask('mine, asked to cancel', adele, say(other));
}

async function unused(stage: Stage): Promise<void> {
  await stage.ask('mine, nobody has a licence', stage.world.people.adele, say('visio plan 2'));
}

async function nothing(stage: Stage): Promise<void> {
  await stage.ask('mine, before Microsoft was read', stage.world.people.adele, mine);
}

async function handed(stage: Stage, language: LanguageCode): Promise<void> {
  const { adele, alex } = stage.world.people;
  await speak(language, adele, alex);
  const purchase = of(stage, adele);
  const press = { verb: 'mine', data: { purchase, right: 'it', confirm: 'confirm' } };
  await stage.submitOnce('handed to IT, while nobody is told of alerts', language, adele, press);
  const saying = { card: 'handed', purchase, by: { id: adele.id, name: longName }, words: hostile } as const;
  const notice = async (name: string): Promise<void> => {
    await write(stage, alex, saying);
    await stage.world.purser.outbox.drain();
    stage.take(name, language, alex.chat.last, [...wrote, longName]);
  };
  await alex.say('notify on alerts', { locale: alex.locale });
  await notice('a purchase is handed to IT');
  await alex.say(`take ${purchase}`, { locale: alex.locale });
  await notice('a purchase was handed to IT, and somebody sees to it');
  const other = of(stage, adele, ({ id }) => id !== purchase);
  await stage.submitOnce('handed to IT', language, adele, { ...press, data: { ...press.data, purchase: other } });
}

const ask = (what: string) => ({ en: `can-buy ${what}`, fr: `puis-je acheter ${what}` });

/** What Microsoft has of a product or of somebody is changed, and read. */
async function buying(stage: Stage): Promise<void> {
  const { world } = stage;
  const { adele, alex } = world.people;
  const { company: its } = world.tenant;
  const rule = (name: string, policyValue: (typeof its.products)[number]['policyValue']): void => {
    for (const product of its.products) if (product.productName.startsWith(name)) product.policyValue = policyValue;
  };
  const lives = (usageLocation: string | null): void => {
    const user = its.users.get(people.adele);
    if (user) user.usageLocation = usageLocation;
  };
  rule('Visio Plan 1', 'OnlyTrialsWithoutPaymentMethod');
  rule('Visio Plan 2', 'OnlyTrialsWithoutPaymentMethod');
  rule('Power BI Pro', 'Enabled');
  rule('Clipchamp', 'Disabled');
  await world.purser.sync.run();
  lives('FR');
  await stage.ask('can-buy, which', adele, { en: 'can-buy', fr: 'puis-je acheter' });
  await stage.ask('can-buy, yes', adele, ask('power bi pro'));
  await stage.ask('can-buy, no', adele, ask('clipchamp'));
  await stage.ask('can-buy, trials only', adele, ask('visio plan 1'));
  await stage.ask('can-buy, several', adele, ask('visio'));
  await stage.ask('can-buy, misspelt', adele, ask('vizio plan 1'));
  await stage.ask('can-buy for somebody else, not allowed', adele, ask('megan visio'));
  await stage.ask('can-buy for somebody else', alex, ask('megan power bi pro'));
  await stage.ask('can-buy for a disabled account', alex, ask('diego power bi pro'));
  await stage.ask('can-buy for a guest', alex, ask('nadia power bi pro'));
  lives('IN');
  await stage.ask('can-buy, in India', adele, ask('power bi pro'));
  lives(null);
  await stage.ask('can-buy, who knows where', adele, ask('power bi pro'));
  const holds = (part: string, name: string): Promise<void> =>
    world.purser.store.transact((tx) => tx.put('products', { id: 'sector', part, name, seats: 1, used: 0 }));
  await holds('M365_G3_GOV', 'Microsoft 365 G3 GCC');
  await stage.ask('can-buy, in a government organisation', adele, ask('power bi pro'), {
    wrote: ['Microsoft 365 G3 GCC'],
  });
  await holds('M365EDU_A3_FACULTY', 'Microsoft 365 A3 for faculty');
  await stage.ask('can-buy, in a school', adele, ask('power bi pro'), { wrote: ['Microsoft 365 A3 for faculty'] });
  const at = world.clock.now().toISOString();
  await world.purser.store.transact((tx) => {
    for (const each of [...tx.all('rules')])
      if (each.name.startsWith('Python')) tx.put('rules', { ...each, goneAt: at });
    tx.delete('products', 'sector');
  });
  await stage.ask('can-buy, what Microsoft no longer lists', adele, ask('python in excel'));
  await world.purser.store.transact((tx) => {
    for (const { id } of [...tx.all('rules')]) tx.delete('rules', id);
  });
  await stage.ask('can-buy, before the rules were read', adele, ask('visio'));
}
