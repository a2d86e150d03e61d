/** The FAQ: every answer there is, the subjects, and whether a message is really from Purser. */
import { faqKeys, topics } from '../../../bot/faq/entries.ts';
import { type LanguageCode, languageCodes } from '../../../bot/language/codes.ts';
import { asking, of, speak, write } from '../notices.ts';
import { pages } from '../pages.ts';
import type { Scene, Stage } from '../stage.ts';

export const scenesOfFaq: readonly Scene[] = [
  { play: answers },
  ...languageCodes.map(
    (language): Scene => ({
      play: (stage) => real(stage, language),
      world: () => ({ environment: { ...pages, MAIL_FROM: 'purser@contoso.example' } }),
    }),
  ),
  { play: unread, world: () => ({ unread: true, environment: { CONTACT_NAME: '', VERIFY_URL: '' } }) },
];

async function answers(stage: Stage): Promise<void> {
  const { adele } = stage.world.people;
  await stage.ask('faq', adele, 'faq');
  await stage.ask('faq, nothing found', adele, { en: 'faq the weather', fr: 'faq la météo' });
  await stage.ask('faq, several fit', adele, 'faq licence');
  for (const topic of topics) await stage.ask(`faq, subject: ${topic}`, adele, `faq ${topic}`);
  for (const key of faqKeys) await stage.ask(`faq: ${key}`, adele, `faq ${key}`);
}

async function real(stage: Stage, language: LanguageCode): Promise<void> {
  const { adele } = stage.world.people;
  await speak(language, adele);
  await write(stage, adele, asking(of(stage, adele)));
  await stage.world.purser.outbox.drain();
  const said = { en: 'is this a scam?', fr: 'c’est une arnaque ?' }[language];
  await adele.say(said, { locale: language === 'fr' ? 'fr-FR' : 'en-GB' });
  stage.take('is this real, after a message, with a page to check and mail', language, adele.chat.last, []);
  for (let more = 0; more < 6; more++) await write(stage, adele, asking(of(stage, adele)));
  await stage.world.purser.outbox.drain();
  await adele.say(said, { locale: language === 'fr' ? 'fr-FR' : 'en-GB' });
  stage.take('is this real, after many messages', language, adele.chat.last, []);
}

async function unread(stage: Stage): Promise<void> {
  const { adele } = stage.world.people;
  await stage.ask('is this real, while Microsoft has told nothing yet', adele, {
    en: 'is this real?',
    fr: 'est-ce bien vous ?',
  });
}
