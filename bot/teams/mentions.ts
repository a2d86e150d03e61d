/** Reads whom a message mentions. A mention is what the client sent, so it is checked later as typed words are. Pure. */
import { z } from 'zod/v4';
import type { Mention } from '../router/incoming.ts';
import type { DoorActivity } from './door.ts';
import { ownWords } from './own-words.ts';

const Entity = z.looseObject({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.looseObject({ id: z.string(), name: z.string().nullish(), aadObjectId: z.string().nullish() }),
});
type Entity = z.infer<typeof Entity>;

interface Spoken {
  /** Without the mention of the bot; each other one is a mark. */
  text: string;
  mentions: Mention[];
  /** Whether the bot was spoken to. */
  mentioned: boolean;
}

/** Teams marks a mention in the text and as an entity; either may be missing. */
export function spokenIn(activity: DoorActivity): Spoken {
  const { entities, recipient } = activity;
  const found = (entities ?? []).flatMap((entity) => Entity.safeParse(entity).data ?? []);
  const mentions: Mention[] = [];
  let plain = ownWords(activity);
  let mentioned = false;
  for (const entity of found) {
    const isBot = entity.mentioned.id === recipient?.id;
    const shown = entity.text || `<at>${entity.mentioned.name ?? ''}</at>`;
    if (isBot) plain = plain.replace(shown, () => ' ');
    else if (plain.includes(shown)) plain = plain.replace(shown, () => marked(mentions, mentionOf(entity)));
    mentioned ||= isBot;
  }
  // Where no entity names the bot, what a message begins with is its mention.
  const without = mentioned ? plain : plain.replace(/^\s*<at>[^<]*<\/at>/, ' ');
  const whole = without.replace(/<at[^>]*>([^<]*)<\/at>/g, (_, name: string) =>
    marked(mentions, { name: unescapeHtml(name), id: null, teamsId: null }),
  );
  const isSpokenTo = mentioned || without !== plain;
  return { text: joined(unescapeHtml(whole).trim(), mentions), mentions, mentioned: isSpokenTo };
}

const objectId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function mentionOf({ text, mentioned: { id, name, aadObjectId } }: Entity): Omit<Mention, 'mark'> {
  const told = aadObjectId ?? /^8:orgid:(.+)$/.exec(id)?.[1] ?? '';
  return {
    name: name || unescapeHtml((text ?? '').replace(/<[^>]*>/g, '')),
    id: objectId.test(told) ? told.toLowerCase() : null,
    // Tags, channels and whole teams have ids of other kinds, and are nobody.
    teamsId: id.startsWith('29:') ? id : null,
  };
}

/** One word that nobody types, so that a name of several words stays whole. */
function marked(mentions: Mention[], mention: Omit<Mention, 'mark'>): string {
  const mark = `\ue000${mentions.length + 1}\ue001`;
  mentions.push({ mark, ...mention });
  return mark;
}

/** Teams may part a name into one mention for each of its words: they are one person. */
function joined(text: string, mentions: Mention[]): string {
  let whole = text;
  for (const [at, mention] of mentions.entries()) {
    const before = mentions[at - 1];
    if (!before || mention.teamsId === null || before.teamsId !== mention.teamsId) continue;
    const pair = new RegExp(`${before.mark}\\s*${mention.mark}`);
    if (!pair.test(whole)) continue;
    whole = whole.replace(pair, mention.mark);
    mention.name = `${before.name} ${mention.name}`;
  }
  return whole;
}

const characters: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(nbsp|lt|gt|quot|amp|#39);/g, (whole, name: string) => characters[name] ?? whole);
}
