/**
 * The one way through the house: find → who → role → parse → run. A typed command and a pressed button take the same way.
 * Here, and only here, a no is told from a fault.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod/v4';
import type { Button, Card } from '../../cards/card.ts';
import { longestAnswer, report } from '../../cards/report.ts';
import type { Store } from '../../store/store.ts';
import { type Call, type Command, press, Refused } from '../core/command.ts';
import type { House } from '../core/house.ts';
import { type Language, languageOf } from '../language/index.ts';
import type { Log } from '../log.ts';
import { faq, support } from '../microsoft/links.ts';
import type { Speaker } from '../people/people.ts';
import type { Answer, Incoming } from './incoming.ts';
import { commandOf, readText } from './reading.ts';
import { remember } from './remember.ts';

export interface Router {
  /** @param transact commits what comes of this delivery */
  answer(incoming: Incoming, transact: Store['transact']): Promise<Answer>;
}

export function createRouter(house: House, log: Log): Router {
  return { answer: (incoming, transact) => answer(incoming, transact, house, log) };
}

async function answer(incoming: Incoming, transact: Store['transact'], house: House, log: Log): Promise<Answer> {
  let language = languageFor(incoming, null, house);
  let command = 'none';
  // A no before the command is begun says nothing of anybody; what the command itself says may name people.
  let isPublic = true;
  let isKept = false;
  const keep: Store['transact'] = async (work) => {
    const result = await transact(work);
    isKept = true;
    return result;
  };
  try {
    const speaker = await identify(incoming, house, language);
    await remember(incoming, house);
    language = languageFor(incoming, speaker, house);
    const found = find(incoming, language);
    command = found.command.name;
    const read = (text: string) => readText(text, language);
    const { chat, pressed } = incoming;
    const now = house.clock.now();
    admit(found.command, { speaker, language });
    const args = parse(found.command, found.args, 'text' in incoming.said, { language });
    const { public: mayStand = false } = found.command;
    isPublic = typeof mayStand === 'function' ? mayStand(args) : mayStand;
    const place = isPublic && chat.kind !== 'personal' ? 'chat' : 'person';
    const call: Call = { speaker, chat, place, pressed, language, now, house, transact: keep, read };
    return { card: await found.command.run(args, call), language, outcome: 'done', command, public: isPublic };
  } catch (error) {
    if (error instanceof Refused)
      return {
        ...refusal(error, language, house),
        language,
        outcome: 'refused',
        command,
        public: isPublic || error.public,
      };
    const id = randomUUID().slice(0, 8);
    log.error({ fault: id, command, error }, 'a command failed');
    const sentence = language.t(isKept ? 'fault.after' : 'fault.before', { id });
    return { card: faultCard(sentence, language, house), sentence, language, outcome: 'fault', command, public: true };
  }
}

/** @throws Refused for whoever is no colleague */
async function identify({ from }: Incoming, house: House, { t }: Language): Promise<Speaker> {
  if (!from.id) throw new Refused(t('refused.stranger'));
  const identity = await house.people.identify(from.id, from.name);
  if (identity.kind !== 'colleague') throw new Refused(t(`refused.${identity.kind}`));
  return identity.speaker;
}

/** Own choice, this activity's locale, the last one seen, the directory's, the house's: the first that Purser speaks. */
function languageFor(
  { from, locale }: Incoming,
  speaker: Speaker | null,
  { store, config, languages }: House,
): Language {
  const member = from.id ? store.get('members', from.id) : undefined;
  const code =
    member?.language ??
    languageOf(locale) ??
    languageOf(member?.locale) ??
    languageOf(speaker?.preferredLanguage) ??
    config.language;
  return languages[code];
}

/** @throws Refused */
function find({ said }: Incoming, language: Language): { command: Command; args: unknown } {
  if ('text' in said) return readText(said.text, language);
  const command = commandOf(said.verb);
  if (!command) throw new Refused(language.t('refused.unknownVerb'), [helpButton(language)]);
  return { command, args: said.data };
}

/** @throws Refused */
function admit(command: Command, { speaker, language: { t } }: Pick<Call, 'speaker' | 'language'>): void {
  if (command.open) return;
  if (speaker.unchecked) {
    const again = press(t('button.checkAgain'), 'whoami', { again: 'again' });
    throw new Refused(t('refused.cantCheck'), [again, press(t('button.status'), 'status')]);
  }
  if (command.role !== 'anyone' && !speaker.roles.has(command.role)) {
    throw new Refused(t('refused.role', { role: t(`refused.roles.${command.role}`) }));
  }
}

/** @throws Refused; data of a card is as untrusted as typed words */
function parse(
  command: Command,
  raw: unknown,
  typed: boolean,
  { language }: Pick<Call, 'language'>,
): z.infer<Command['args']> {
  const read = command.args.safeParse(withoutEmpty(raw));
  if (read.success) return read.data;
  const say = (typed ? wrongWords : wrongInputs).get(read.error.issues[0]?.path[0]);
  if (say) throw new Refused(say(language));
  throw new Refused(language.t(typed ? 'refused.seeHelp' : 'refused.badButton'), [helpButton(language)]);
}

type Sentences = ReadonlyMap<PropertyKey | undefined, (language: Language) => string>;

/** What to say of the argument that is wrong. The data of a button is Purser's own, except for what people write on the card. */
const wrongInputs: Sentences = new Map([['reason', ({ t }) => t('refused.longReason', { most: longestAnswer })]]);
const wrongWords: Sentences = new Map([
  ...wrongInputs,
  ['purchase', ({ t }) => t('refused.badId')],
  ['page', ({ t }) => t('refused.badPage')],
]);

/** Teams sends an input left empty as an empty string: nothing was said. */
function withoutEmpty(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw ?? {};
  return Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );
}

function helpButton({ t }: Language): Button {
  return press(t('button.help'), 'help');
}

function refusal(refused: Refused, language: Language, house: House): { card: Card; sentence: string } {
  const { t, words } = language;
  const card = report({
    paragraphs: [refused.message],
    buttons: refused.buttons,
    links: contactLinks(language, house),
    summary: refused.message,
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
  return { card, sentence: refused.message };
}

/** Ends with the FAQ, support and the contact [71]. */
function faultCard(sentence: string, language: Language, house: House): Card {
  const { t, words } = language;
  return report({
    title: t('fault.title'),
    paragraphs: [sentence],
    links: [
      { title: t('button.faq'), url: faq },
      { title: t('button.support'), url: support },
      ...contactLinks(language, house),
    ],
    summary: t('fault.title'),
    fallback: t('fallback', { command: words.commands.help.names[0] }),
  });
}

function contactLinks({ t }: Language, { config: { contact } }: House) {
  return contact.url
    ? [{ title: t('button.contact', { name: contact.name ?? t('refused.contact') }), url: contact.url }]
    : [];
}
