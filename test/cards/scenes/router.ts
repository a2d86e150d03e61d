/** Every no, and what becomes of a command when Purser fails. */
import { languageCodes } from '../../../bot/language/codes.ts';
import { startModel } from '../../stand-ins/model.ts';
import { contact } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfRouter: readonly Scene[] = [
  { play: refusals },
  { play: withContact, world: () => ({ environment: contact }) },
  { play: faults },
  { play: faultAfterTheCommit },
  { play: proposed },
];

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
  await stage.ask('refused, only asked', alex, { en: 'may I pause everything?', fr: 'puis-je tout suspendre ?' });
  const strange = { en: 'what is the weather like', fr: 'quel temps fait-il' };
  await stage.ask('refused, unknown', alex, strange, { wrote: Object.values(strange) });
  await stage.ask('refused, too long', alex, `purchases ${'x'.repeat(1200)}`);
  await stage.ask('refused, stray word', alex, { en: 'status tomorrow', fr: 'état demain' });
  await stage.ask('refused, bad status', alex, { en: 'purchases status:rusty', fr: 'achats état:rouillé' });
  await stage.ask('refused, bad sort', alex, { en: 'purchases sort:colour', fr: 'achats tri:couleur' });
  await stage.ask('refused, bad date', alex, { en: 'purchases since:someday', fr: 'achats depuis:unjour' });
  await stage.ask('refused, bad days', alex, { en: 'purchases expires<soon', fr: 'achats expire<bientôt' });
  await stage.ask('refused, bad page', alex, { en: 'purchases page:0', fr: 'achats page:0' });
  await stage.ask('refused, bad id', alex, { en: 'purchase P-0', fr: 'achat P-0' });
  await stage.ask('refused, twice', alex, { en: 'purchases by:a by:b', fr: 'achats par:a par:b' });
  await stage.ask('refused, no such language', alex, { en: 'language klingon', fr: 'langue klingon' });
  await stage.ask('refused, no such purchase', alex, { en: 'purchase P-4711', fr: 'achat P-4711' });
  await stage.ask('refused, someone else’s purchase', adele, { en: 'purchase P-1', fr: 'achat P-1' });
  await mentioned(stage, 'refused, nobody knows who was mentioned', '29:gone');
  await mentioned(stage, 'refused, a tag was mentioned', 'bWVnLW9r');
  await stage.submit('refused, unknown button', alex, { verb: 'teleport', data: {} });
  await stage.submit('refused, broken button', alex, { verb: 'purchases', data: { kind: 'nonsense' } });
}

async function mentioned(stage: Stage, name: string, id: string): Promise<void> {
  const { alex } = stage.world.people;
  for (const language of languageCodes) {
    const { activity } = await alex.say('help', { locale: language === 'en' ? 'en-GB' : 'fr-FR' });
    const mention = { type: 'mention', text: '<at>Meg Ok</at>', mentioned: { id, name: 'Meg Ok' } };
    const text = language === 'en' ? 'purchases by:<at>Meg Ok</at>' : 'achats par:<at>Meg Ok</at>';
    await stage.world.teams.post({ ...activity, id: `${activity.id}-mentioned`, text, entities: [mention] });
    stage.take(name, language, alex.chat.last, ['Meg Ok']);
  }
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
async function damage({ world: { people, purser } }: Stage): Promise<void> {
  // Only what would change something is written: that somebody's client speaks another language, say.
  await people.alex.say('help', { locale: 'de-DE' });
  await purser.store.close();
}

async function faults(stage: Stage): Promise<void> {
  await damage(stage);
  await stage.ask('fault', stage.world.people.alex, { en: 'purchases', fr: 'achats' });
}

/** It is on record, and then what is on record can't be read to answer. */
async function faultAfterTheCommit(stage: Stage): Promise<void> {
  const { people, purser } = stage.world;
  const { store } = purser;
  const { revision } = store;
  let known = 0;
  const before = (): void => {
    known = revision.call(store, 'purchases');
  };
  store.revision = (table) => {
    const now = revision.call(store, table);
    if (table === 'purchases' && now > known) throw new Error('memory fails');
    return now;
  };
  const id = stage.purchase(({ kind, status: at }) => kind === 'self-service' && at === 'Enabled');
  await stage.ask('fault, after the commit', people.alex, { en: `take ${id}`, fr: `je m’en occupe ${id}` }, { before });
}

/** A model proposes what would change something. */
async function proposed(stage: Stage): Promise<void> {
  const { world } = stage;
  const model = await startModel();
  try {
    await world.restart({ OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'small' });
    model.says = 'take P-2';
    const riddle = 'whither goeth the treasure of the realm';
    await stage.ask('refused, a model’s proposal', world.people.alex, riddle, { wrote: [riddle] });
  } finally {
    await model.close();
  }
}
