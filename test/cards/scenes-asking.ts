/** What is typed around notices: an admin asks a purchaser, who answers, and a chat chooses what it is told. */
import { audit } from '../../store/audit.ts';
import type { Purchase } from '../../store/records.ts';
import type { Person, Team } from '../stand-ins/teams/teams.ts';
import { day } from '../world/clock.ts';
import { asking, end, fate, hostile, live, settle, write, wrote } from './notices.ts';
import { onStage, type Stage, type State } from './stage.ts';

export async function scenesOfAsking(): Promise<State[]> {
  return [...(await onStage(commands)), ...(await onStage(topics))];
}

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
  await stage.ask('ask, confirmed', alex, ask(`${of(markdown)} confirm`), {
    before: () => undecided(stage, of(markdown)),
  });
  const tooMuch = 'word '.repeat(101);
  await stage.ask('ask, with too long a reason', alex, ask(`${of(markdown)} ${tooMuch}`));
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

/** Nobody sees to it any more, and all that was to be told about it is told. */
async function undecided({ world: { purser, clock } }: Stage, id: string): Promise<void> {
  const purchase = purser.store.get('purchases', id);
  await purser.outbox.drain();
  clock.advance(1_000);
  if (purchase) await purser.store.transact((tx) => tx.put('purchases', { ...purchase, decision: null }));
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
  await stage.ask('notify, everything', alex, name(''));
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
    for (const place of places) audit(tx, { ...same, before: 'alerts', after: `alerts, digest @ ${place}` });
    audit(tx, { ...same, before: 'alerts', after: ' @ group' });
  });
  await stage.ask('audit, notifications', alex, words('audit', 'journal', ''), { wrote: ['Procurement'] });
  const { general } = await addedToTeam(stage, alex);
  await stage.ask('notify, in a channel', alex, name(''), { chat: general });
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
