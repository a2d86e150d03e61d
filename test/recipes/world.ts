/** Runs in the tree in which the recipes were followed: people try what was added, and what they see is written as JSON. */
import { openWorld } from '../world/world.ts';

const world = await openWorld();
try {
  const { alex, isaiah, adele } = world.people;
  isaiah.locale = 'fr-FR';
  const says = async (person: typeof alex, text: string): Promise<string> => {
    await person.say(text);
    return person.card();
  };
  await says(alex, 'notify on alerts');
  await says(isaiah, 'notifications activer alertes');
  const helps = async (person: typeof alex, text: string, all: string): Promise<string> => {
    await says(person, text);
    await person.press(all);
    return person.card();
  };
  const help = {
    en: await helps(alex, 'help', 'All commands'),
    fr: await helps(isaiah, 'aide', 'Toutes les commandes'),
  };
  const before = { en: alex.inbox().length, fr: isaiah.inbox().length };
  const en = await says(adele, 'applaud');
  adele.locale = 'fr-FR';
  const fr = await says(adele, 'applaudir');
  await world.purser.outbox.drain();
  const told = {
    en: { posts: alex.inbox().length - before.en, card: alex.card() },
    fr: { posts: isaiah.inbox().length - before.fr, card: isaiah.card() },
  };
  process.stdout.write(JSON.stringify({ help, answers: { en, fr }, told }));
} finally {
  await world.close();
}
