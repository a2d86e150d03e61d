/** Cards about the person and about Purser itself: the welcome, help, who am I, language, and what the chat is told. */
import { allCommands } from '../../../bot/commands.ts';
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { languageFiles } from '../../../bot/language/index.ts';
import { keepLearnt, trials } from '../../../store/learnt.ts';
import { troubleKinds } from '../../../store/troubles.ts';
import { groups, people, roleTemplates } from '../../stand-ins/tenant/index.ts';
import { hour } from '../../world/clock.ts';
import { forgotten } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfGeneral: readonly Scene[] = [
  { play: atHome },
  { play: withoutGroups, world: () => ({ environment: { APPROVERS_GROUP: '', VIEWERS_GROUP: '' } }) },
  { play: withoutViewers, world: () => ({ environment: { VIEWERS_GROUP: '' } }) },
  { play: withoutApprovers, world: () => ({ environment: { APPROVERS_GROUP: '' } }) },
  { play: groupsAmiss },
  { play: personForGroup, world: () => ({ environment: { APPROVERS_GROUP: people.alex } }) },
  ...languageCodes.map(
    (language): Scene => ({
      play: (stage) => welcomes(stage, language),
      world: () => ({ environment: { LANGUAGE: language } }),
    }),
  ),
  { play: beforeTheFirstReading, world: () => ({ unread: true }) },
  { play: recordsInTrouble },
  { play: silentChats },
  { play: allotments },
  { play: triedOut },
  { play: oddRows, world: () => ({ unread: true }) },
];

async function atHome(stage: Stage): Promise<void> {
  const { alex, adele, isaiah, lee, patti, megan, bare } = stage.world.people;
  await stage.ask('hello, connected', alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('help for an admin', alex, { en: 'help', fr: 'aide' });
  await stage.ask('help for a colleague', adele, { en: 'help', fr: 'aide' });
  await stage.ask('notify, to somebody who is no admin', adele, { en: 'notify', fr: 'notifications' });
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
  isEligible(stage, people.adele, 'billingAdministrator');
  await stage.ask('whoami, eligible', adele, { en: 'whoami again', fr: 'mes droits encore' });
  await stage.ask('refused, eligible', adele, { en: 'take P-1', fr: 'je m’en occupe P-1' });
  isEligible(stage, people.lee, 'globalAdministrator');
  await stage.ask('whoami, viewer who is eligible', lee, whoami);
  isEligible(stage, people.bare, 'globalReader');
  await stage.ask('whoami, eligible as Global Reader', bare, whoami);
  await stage.ask('language', adele, { en: 'language', fr: 'langue' });
  await stage.ask('language, just chosen', bare, { en: 'language english', fr: 'langue français' });
  await waits(stage);
  await notChecked(stage);
}

async function waits(stage: Stage): Promise<void> {
  const { alex, adele } = stage.world.people;
  const waiting = { en: 'waiting', fr: 'à traiter' };
  await stage.ask('waiting, nothing', adele, waiting);
  const [one, another] = [...stage.world.purser.store.all('purchases')]
    .filter(
      ({ purchaser, kind, status }) => purchaser === people.adele && kind === 'self-service' && status === 'Enabled',
    )
    .map(({ id }) => id);
  for (const id of [one, another]) {
    await alex.ask(`classify ${id} self-service`);
    await alex.ask(`ask ${id} confirm`);
  }
  await stage.world.purser.outbox.drain();
  await stage.ask('waiting, messages', adele, waiting);
  await alex.ask('block power bi pro');
  await alex.ask('block saas');
  await stage.ask('waiting, changes', alex, waiting);
}

/** Somebody may activate a role. */
function isEligible({ world }: Stage, principalId: string, role: keyof typeof roleTemplates): void {
  const roleDefinitionId = roleTemplates[role];
  world.tenant.company.eligible.push({ principalId, roleDefinitionId, directoryScopeId: '/' });
  world.clock.advance(forgotten);
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
  await stage.ask('refused, can’t decide', people.alex, { en: 'take P-1', fr: 'je m’en occupe P-1' }, { before });
  const refuse = (): void => {
    clock.advance(forgotten);
    tenant.faults.splice(0, 99, { match: 'POST /graph/v1.0/$batch', kind: 'status', code: 403, times: 2 });
  };
  const take = { en: 'take P-1', fr: 'je m’en occupe P-1' };
  await stage.ask('refused, can’t decide until somebody mends it', people.alex, take, { before: refuse });
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

async function groupsAmiss(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  const { company, faults } = stage.world.tenant;
  const status = { en: 'status', fr: 'état' };
  const viewers = `/graph/v1.0/groups/${groups.viewers}/`;
  const approvers = company.groups.find(({ id }) => id === groups.approvers);
  if (approvers) approvers.members = [people.diego, people.guestAlex];
  faults.push({ match: viewers, kind: 'status', code: 403, times: 99 });
  await stage.ask('status, nobody in the approvers’ group, viewers’ group not to be read', alex, status);
  faults.length = 0;
  company.groups = company.groups.filter((group) => group !== approvers);
  faults.push({ match: viewers, kind: 'status', code: 400, times: 99 });
  await stage.ask('status, no such approvers’ group, viewers’ group refused', alex, status);
  await stage.ask('hello, no such approvers’ group', alex, { en: 'hello', fr: 'bonjour' });
}

async function personForGroup(stage: Stage): Promise<void> {
  const { alex } = stage.world.people;
  await stage.ask('status, a person in place of the approvers’ group', alex, { en: 'status', fr: 'état' });
}

async function welcomes(stage: Stage, language: LanguageCode): Promise<void> {
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

async function recordsInTrouble(stage: Stage): Promise<void> {
  const { store } = stage.world.purser;
  store.troubles = () => troubleKinds.map((kind) => ({ kind, words: 'the disk is full' }));
  await stage.ask('status, trouble with the records', stage.world.people.alex, { en: 'status', fr: 'état' });
}

/** Channels that asked to be told of something, each out of reach in another way. */
async function silentChats(stage: Stage): Promise<void> {
  const { teams, people, purser, clock } = stage.world;
  const since = new Date(clock.now().getTime() - 2 * hour).toISOString();
  const whys = ['blocked', 'removed', 'gone', 'absent'] as const;
  for (const why of whys) {
    const team = teams.team({ name: `IT ${why}`, members: [people.alex] });
    await team.install(people.alex);
    await people.alex.say('notify on approvals', { in: team.general, mention: true });
    await purser.store.transact((tx) => {
      const chat = tx.get('chats', team.general.id);
      if (chat) tx.put('chats', { ...chat, away: { why, since } });
    });
  }
  await stage.ask('status, chats that can’t be told', people.alex, { en: 'status', fr: 'état' });
}

/** What a tenant may answer when it is asked whose seats are whose. */
async function allotments(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  const answers = [
    { name: 'told', allotments: 'single', times: 0 },
    { name: 'refused', allotments: 'refused', times: 0 },
    { name: 'half answered', allotments: 'single', times: 5 },
  ] as const;
  for (const { name, allotments, times } of answers) {
    tenant.company.allotments = allotments;
    const match = '/graph/beta/admin/cloudLicensing';
    if (times > 0) tenant.faults.push({ match, kind: 'status', code: 503, times });
    await purser.sync.run();
    tenant.faults.length = 0;
    await stage.ask(`status, allotments ${name}`, people.alex, { en: 'status', fr: 'état' });
  }
}

/** The operator has tried out with the doctor what no document says. */
async function triedOut(stage: Stage): Promise<void> {
  const { folder, people } = stage.world;
  const at = '2026-11-16T18:00:00.000Z';
  const status = { en: 'status', fr: 'état' };
  await keepLearnt(folder, 'departmental-seat', { outcome: 'refused', status: 400, at });
  await stage.ask('status, removing a seat was refused', people.alex, status);
  await keepLearnt(folder, 'rule', { outcome: 'refused', status: 403, at });
  await stage.ask('status, changing a rule was refused', people.alex, status);
  for (const trial of trials) await keepLearnt(folder, trial, { outcome: 'allowed', status: 200, at });
  await stage.ask('status, both were allowed', people.alex, status);
}

async function oddRows(stage: Stage): Promise<void> {
  const { tenant, people, purser } = stage.world;
  const rows = tenant.company.subscriptions.slice(0, 2);
  const whole = rows.map(({ skuId, skuPartNumber }) => ({ skuId, skuPartNumber }));
  for (const row of rows) Object.assign(row, { skuId: null, skuPartNumber: null });
  await purser.sync.run();
  rows.forEach((row, at) => void Object.assign(row, whole[at]));
  await stage.ask('status, rows that can’t be read', people.alex, { en: 'status', fr: 'état' });
}

async function beforeTheFirstReading(stage: Stage): Promise<void> {
  const { alex, adele } = stage.world.people;
  await stage.ask('hello, nothing read yet', alex, { en: 'hello', fr: 'bonjour' });
  await stage.ask('status, nothing read yet', alex, { en: 'status', fr: 'état' });
  await stage.ask('purchases, nothing read yet', alex, { en: 'purchases', fr: 'achats' });
  await stage.ask('purchases, own, nothing read yet', adele, { en: 'purchases', fr: 'achats' });
}
