/** An admin asks a purchaser to cancel, and hears back. */
import type { Purchase } from '../../../store/records.ts';
import type { Person } from '../../stand-ins/teams/teams.ts';
import { asking, end, hostile, live, settle, write, wrote } from '../notices.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfAsking: readonly Scene[] = [{ play: commands }];

const words = (en: string, fr: string, rest: string) => ({ en: `${en} ${rest}`.trim(), fr: `${fr} ${rest}`.trim() });

/** Asked by the press of a button or in words: what admins and purchasers type. */
async function commands(stage: Stage): Promise<void> {
  const { alex, isaiah, adele, diego, lidia, elodie, markdown } = stage.world.people;
  const of = (owner: Person | undefined, rest: (purchase: Purchase) => boolean = live): string =>
    stage.purchase((purchase) => purchase.purchaser === (owner?.id ?? null) && rest(purchase));
  const ask = (rest: string) => words('ask', 'contacter', rest);
  await stage.ask('ask, of nothing', alex, ask(''));
  await stage.ask('ask, of what nobody bought', alex, {
    en: 'ask adele to cancel teapot',
    fr: 'demande à adele de résilier teapot',
  });
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
  await stage.world.purser.outbox.drain();
  await stage.ask('purchase, asked, to its purchaser', adele, words('purchase', 'achat', of(adele)));
  const seen = (rest: string) => words('seen', 'j’ai compris', rest);
  await stage.ask('seen, of nothing that waits', lidia, seen(''));
  await stage.ask('seen, of a message to somebody else', lidia, seen('N-1'));
  await stage.ask('seen, without its number', adele, seen(''));
  const over = await write(stage, elodie, asking(of(elodie)));
  await end(stage, of(elodie));
  await stage.ask('seen, of what is over', elodie, seen(over));
  await stage.ask('object, to one of two', lidia, words('I need it', 'j’en ai besoin', ''), {
    before: () => askedTwice(stage, of(lidia)),
  });
}

/** Two messages wait for an answer of its purchaser. */
async function askedTwice(stage: Stage, id: string): Promise<void> {
  const { store } = stage.world.purser;
  const purchase = store.get('purchases', id);
  const owner = [stage.world.people.lidia].find((person) => person.id === purchase?.purchaser);
  if (!purchase || !owner) return;
  const other = { ...purchase, id: 'P-900', decision: null };
  await store.transact((tx) => tx.put('purchases', other));
  for (const each of [id, other.id]) await write(stage, owner, asking(each));
}

/** Nobody sees to it any more, and all that was to be told about it is told. */
async function undecided({ world: { purser, clock } }: Stage, id: string): Promise<void> {
  const purchase = purser.store.get('purchases', id);
  await purser.outbox.drain();
  clock.advance(1_000);
  if (purchase) await purser.store.transact((tx) => tx.put('purchases', { ...purchase, decision: null }));
}
