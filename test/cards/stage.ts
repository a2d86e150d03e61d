/** Where cards come from in these tests: people of a real world who ask for them, in both languages. */

import type { LanguageCode } from '../../bot/language/codes.ts';
import { languageCodes } from '../../bot/language/codes.ts';
import { skuName } from '../../bot/microsoft/sku-names.ts';
import type { Card } from '../../cards/card.ts';
import type { Purchase } from '../../store/records.ts';
import type { Chat, Person, Post, Said } from '../stand-ins/teams/teams.ts';
import { openWorld, type World, type WorldOptions } from '../world/world.ts';

/** What people do in a world of its own, until they have seen the cards it is about. */
export interface Scene {
  play: (stage: Stage) => Promise<void>;
  /** Made as the scene begins; the usual world if not given. */
  world?: () => WorldOptions;
}

/** Plays scenes one after the other. */
export async function played(scenes: readonly Scene[]): Promise<State[]> {
  const states: State[] = [];
  for (const scene of scenes) states.push(...(await onStage(scene)));
  return states;
}

async function onStage({ play, world }: Scene): Promise<State[]> {
  const stage = await Stage.open(world?.());
  try {
    await play(stage);
    return stage.states;
  } finally {
    await stage.close();
  }
}

/** One card as somebody got it. */
export interface State {
  name: string;
  language: LanguageCode;
  card: Card;
  /** What people and Microsoft wrote, as far as it could be on the card. */
  untrusted: readonly string[];
}

export interface Asking {
  /** Done each time before it is said. */
  before?: () => unknown;
  /** Words of the person's own that the card may repeat. */
  wrote?: readonly string[];
  /** Where it is said; in their own chat if not given. */
  chat?: Chat;
}

/** What is said; once for each language where the words differ. */
export type Words = string | Readonly<Record<LanguageCode, string>>;

const locales: Readonly<Record<LanguageCode, string>> = { en: 'en-GB', fr: 'fr-FR' };

/** In a channel or group, Purser is mentioned. */
function say(person: Person, text: string, language: LanguageCode, chat: Chat): Promise<Said> {
  return person.say(text, { in: chat, mention: chat !== person.chat, locale: locales[language] });
}

export class Stage {
  readonly states: State[] = [];
  readonly world: World;
  readonly #untrusted = new Map<string, readonly string[]>();

  private constructor(world: World) {
    this.world = world;
    // Everything is asked in the same moment here, which no person does.
    world.teams.limits.on = false;
  }

  static async open(options?: WorldOptions): Promise<Stage> {
    return new Stage(await openWorld({ ...options, limited: false }));
  }

  async close(): Promise<void> {
    await this.world.close();
  }

  /** Somebody says something, once in each language. */
  async ask(
    name: string,
    person: Person,
    words: Words,
    { before, wrote = [], chat = person.chat }: Asking = {},
  ): Promise<void> {
    for (const language of languageCodes) {
      await before?.();
      const text = typeof words === 'string' ? words : words[language];
      const said = await say(person, text, language, chat);
      this.#keep(name, language, chat.answerTo(said), wrote);
    }
  }

  /** An old client sends what a button holds; unlike a press it gets a card for an answer, also where that is a no. */
  async submit(
    name: string,
    person: Person,
    value: object,
    chat = person.chat,
    wrote: readonly string[] = [],
  ): Promise<void> {
    for (const language of languageCodes) await this.submitOnce(name, language, person, value, chat, wrote);
  }

  /** The same, where it has another effect the second time. */
  async submitOnce(
    name: string,
    language: LanguageCode,
    person: Person,
    value: object,
    chat = person.chat,
    wrote: readonly string[] = [],
  ): Promise<void> {
    const { activity } = await say(person, 'help', language, chat);
    const { text: _, ...pressed } = activity;
    await this.world.teams.post({ ...pressed, id: `${activity.id}-pressed`, value });
    this.#keep(name, language, chat.last, wrote);
  }

  /** The one thing posted in some chat without anybody asking. */
  take(name: string, language: LanguageCode, post: Post | undefined, wrote: readonly string[] = []): void {
    this.#keep(name, language, post, wrote);
  }

  #keep(name: string, language: LanguageCode, post: Post | undefined, wrote: readonly string[]): void {
    if (post?.from !== 'bot' || !post.card) throw new Error(`${name} (${language}): no card came, only ${post?.text}`);
    const card: Card = { content: { ...post.card }, summary: post.summary ?? '' };
    this.states.push({ name, language, card, untrusted: this.#shared([...this.untrusted(), ...wrote]) });
  }

  /** The same list for as long as it says the same, so that what is worked out from it is worked out once. */
  #shared(untrusted: readonly string[]): readonly string[] {
    const key = untrusted.join('\n');
    const list = this.#untrusted.get(key) ?? untrusted;
    this.#untrusted.set(key, list);
    return list;
  }

  /** Every name, address and product that Microsoft could tell of this company. */
  untrusted(): string[] {
    const { users, deletedUsers, subscriptions, products, offerTypes } = this.world.tenant.company;
    const everyone = [...users.values(), ...deletedUsers];
    const named = subscriptions.flatMap(({ skuId, skuPartNumber }) => [skuPartNumber, skuName(skuId, skuPartNumber)]);
    const told = everyone.flatMap(({ displayName, userPrincipalName }) => [displayName, userPrincipalName]);
    const sold = [...products.map((each) => each.productName), ...offerTypes.map((each) => each.scopeValue)];
    return [...new Set([...told, ...named, ...sold])];
  }

  /** The first purchase that fits, by its short id. */
  purchase(fits: (purchase: Purchase) => boolean): string {
    const found = [...this.world.purser.store.all('purchases')].find(fits);
    if (!found) throw new Error('There is no such purchase in this company');
    return found.id;
  }
}
