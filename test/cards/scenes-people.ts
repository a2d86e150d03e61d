/** Cards about the person and about Purser itself: the welcome, help, who am I, language, and every no. */
import { allCommands } from '../../bot/commands.ts';
import { languageFiles } from '../../bot/language/index.ts';
import { minute } from '../world/clock.ts';
import { onStage, type Stage, type State } from './stage.ts';

const contact = { CONTACT_NAME: 'Service Desk', CONTACT_URL: 'https://intranet.contoso.example/it' };
/** Hosts of the pages the operator has set in these worlds. */
export const hosts: readonly string[] = ['intranet.contoso.example', 'purser.contoso.example'];
/** Until roles are asked for again. */
const forgotten = 6 * minute;

export async function scenesOfPeople(): Promise<State[]> {
  return [
    ...(await onStage(atHome)),
    ...(await onStage(withoutGroups, { environment: { APPROVERS_GROUP: '', VIEWERS_GROUP: '' } })),
    ...(await onStage(withoutViewers, { environment: { VIEWERS_GROUP: '' } })),
    ...(await onStage(withoutApprovers, { environment: { APPROVERS_GROUP: '' } })),
    ...(await onStage(withContact, { environment: contact })),
    ...(await onStage((stage) => welcomes(stage, 'en'), { environment: { LANGUAGE: 'en' } })),
    ...(await onStage((stage) => welcomes(stage, 'fr'), { environment: { LANGUAGE: 'fr' } })),
    ...(await onStage(beforeTheFirstReading, { unread: true })),
  ];
}

async function atHome(stage: Stage): Promise<void> {
  const { alex, adele, isaiah, lee, patti, megan, bare } = stage.world.people;
  await stage.ask('hello, connected', alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('help for an admin', alex, { en: 'help', fr: 'aide' });
  await stage.ask('help for a colleague', adele, { en: 'help', fr: 'aide' });
  for (const { name } of allCommands) {
    const [en, fr] = [languageFiles.en.commands[name].names[0], languageFiles.fr.commands[name].names[0]];
    await stage.ask(`help, ${name}`, alex, { en: `help ${en}`, fr: `aide ${fr}` });
  }
  const whoami = { en: 'whoami', fr: 'mes droits' };
  await stage.ask('whoami, Global Administrator', alex, whoami);
  await stage.ask('whoami, Billing Administrator', isaiah, whoami);
  await stage.ask('whoami, Global Reader and viewers’ group', lee, whoami);
  await stage.ask('whoami, viewers’ group', patti, whoami);
  await stage.ask('whoami, approver', megan, whoami);
  await stage.ask('whoami, colleague', adele, { en: 'whoami again', fr: 'mes droits encore' });
  await stage.ask('language', adele, { en: 'language', fr: 'langue' });
  await stage.ask('language, just chosen', bare, { en: 'language english', fr: 'langue français' });
  await refusals(stage);
  await notChecked(stage);
}

async function notChecked(stage: Stage): Promise<void> {
  const { tenant, clock, people } = stage.world;
  const before = (): void => {
    clock.advance(forgotten);
    tenant.faults.push({ match: 'POST /graph/v1.0/$batch', kind: 'status', code: 503, times: 2 });
  };
  await stage.ask('whoami, not checked', people.alex, { en: 'whoami', fr: 'mes droits' }, { before });
  await stage.ask('help for someone not checked', people.alex, { en: 'help', fr: 'aide' }, { before });
  await stage.ask('refused, can’t check', people.alex, { en: 'purchases', fr: 'achats' }, { before });
}

async function refusals(stage: Stage): Promise<void> {
  const { alex, adele, guestAlex } = stage.world.people;
  const gone = stage.world.teams.person({
    id: '7e9a0000-0000-4000-8000-00000000dead',
    name: 'Nobody',
    installed: true,
  });
  await stage.ask('refused, guest', guestAlex, { en: 'purchases', fr: 'achats' });
  await stage.ask('refused, stranger', gone, { en: 'hello', fr: 'bonjour' });
  await stage.ask('refused, unknown, did you mean', alex, { en: 'purchsaes', fr: 'ahcats' });
  const strange = { en: 'what is the weather like', fr: 'quel temps fait-il' };
  await stage.ask('refused, unknown', alex, strange, { wrote: Object.values(strange) });
  await stage.ask('refused, too long', alex, `purchases ${'x'.repeat(1200)}`);
  await stage.ask('refused, stray word', alex, { en: 'status tomorrow', fr: 'état demain' });
  await stage.ask('refused, bad status', alex, { en: 'purchases status:rusty', fr: 'achats état:rouillé' });
  await stage.ask('refused, bad sort', alex, { en: 'purchases sort:colour', fr: 'achats tri:couleur' });
  await stage.ask('refused, bad date', alex, { en: 'purchases since:yesterday', fr: 'achats depuis:hier' });
  await stage.ask('refused, bad days', alex, { en: 'purchases expires<soon', fr: 'achats expire<bientôt' });
  await stage.ask('refused, bad page', alex, { en: 'purchases page:0', fr: 'achats page:0' });
  await stage.ask('refused, bad id', alex, { en: 'purchase P-0', fr: 'achat P-0' });
  await stage.ask('refused, twice', alex, { en: 'purchases by:a by:b', fr: 'achats par:a par:b' });
  await stage.ask('refused, no such language', alex, { en: 'language klingon', fr: 'langue klingon' });
  await stage.ask('refused, no such purchase', alex, { en: 'purchase P-4711', fr: 'achat P-4711' });
  await stage.ask('refused, someone else’s purchase', adele, { en: 'purchase P-1', fr: 'achat P-1' });
  await stage.submit('refused, unknown button', alex, { verb: 'teleport', data: {} });
  await stage.submit('refused, broken button', alex, { verb: 'purchases', data: { kind: 'nonsense' } });
}

async function withoutGroups(stage: Stage): Promise<void> {
  const { alex, lee } = stage.world.people;
  await stage.ask('hello, no groups set', alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('whoami, admins approve', alex, { en: 'whoami', fr: 'mes droits' });
  await stage.ask('whoami, Global Reader', lee, { en: 'whoami', fr: 'mes droits' });
}

async function withoutViewers(stage: Stage): Promise<void> {
  await stage.ask('hello, no viewers’ group set', stage.world.people.alex, { en: 'hello', fr: 'bonjour' });
}

async function withoutApprovers(stage: Stage): Promise<void> {
  await stage.ask('hello, no approvers’ group set', stage.world.people.alex, { en: 'hello', fr: 'bonjour' });
}

/** The operator has said whom to ask. */
async function withContact(stage: Stage): Promise<void> {
  const { alex, adele, guestAlex } = stage.world.people;
  await stage.ask('refused, guest, with a contact', guestAlex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('refused, unknown, with a contact', alex, { en: 'weather', fr: 'météo' });
  await stage.ask('refused, someone else’s purchase, with a contact', adele, { en: 'purchase P-1', fr: 'achat P-1' });
  await damage(stage);
  await stage.ask('fault, with a contact', alex, { en: 'purchases', fr: 'achats' });
}

/** Nothing people or Microsoft do leads to a fault that we know of; a disk that takes no more does. */
export async function damage({ world: { people, purser } }: Stage): Promise<void> {
  // Only what would change something is written: that somebody's client speaks another language, say.
  await people.alex.say('help', { locale: 'de-DE' });
  await purser.store.close();
}

async function welcomes(stage: Stage, language: 'en' | 'fr'): Promise<void> {
  const { world } = stage;
  const { alex, megan } = world.people;
  const team = world.teams.team({ name: 'IT', members: [alex] });
  await team.install(alex);
  await world.purser.outbox.drain();
  stage.take('hello, added to a team by someone', language, team.general.last);
  megan.locale = language === 'en' ? 'en-GB' : 'fr-FR';
  await megan.install();
  await world.purser.outbox.drain();
  stage.take('hello, added for oneself', language, megan.chat.last);
}

async function beforeTheFirstReading(stage: Stage): Promise<void> {
  const { alex, adele } = stage.world.people;
  await stage.ask('hello, nothing read yet', alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('status, nothing read yet', alex, { en: 'status', fr: 'état' });
  await stage.ask('purchases, nothing read yet', alex, { en: 'purchases', fr: 'achats' });
  await stage.ask('purchases, own, nothing read yet', adele, { en: 'purchases', fr: 'achats' });
}
