/** Reads from a Teams activity what was said, by whom and where. Pure; knows Teams' shapes, and no SDK. */
import { z } from 'zod/v4';
import { mayBePersonal } from '../people/members.ts';
import type { Incoming } from '../router/incoming.ts';
import type { DoorActivity } from './door.ts';
import { spokenIn } from './mentions.ts';

/** `Action.Submit` of a card: verb and data at the top, the inputs beside them. */
const Submitted = z.looseObject({ verb: z.string(), data: z.record(z.string(), z.unknown()).optional() });

/** `adaptiveCard/action`: inputs are merged into the action's data. */
const Executed = z.looseObject({ action: z.looseObject({ verb: z.string(), data: z.unknown().optional() }) });

/** Undefined if nobody spoke to the bot: a channel message that does not mention it, or one that can't be read. */
export function incomingOf(activity: DoorActivity): Incoming | undefined {
  const said = saidIn(activity);
  if (!said) return undefined;
  const pressed = 'verb' in said ? (activity.replyToId ?? null) : null;
  return { ...whereAndWho(activity), locale: activity.locale ?? null, said, pressed };
}

/** Works also for activities in which nobody says anything. */
export function whereAndWho(activity: DoorActivity): Pick<Incoming, 'chat' | 'from'> {
  const { conversation, from } = activity;
  return {
    chat: {
      id: withoutThread(conversation.id),
      kind: kindOf(conversation),
      serviceUrl: activity.serviceUrl ?? '',
      name: activity.channelData?.channel?.name || activity.channelData?.team?.name || null,
    },
    from: { id: from.aadObjectId?.toLowerCase() ?? null, name: from.name ?? '', teamsId: from.id },
  };
}

const kinds: Readonly<Record<string, Incoming['chat']['kind']>> = {
  personal: 'personal',
  groupChat: 'group',
  channel: 'channel',
};

/** Teams leaves the type out of some activities; its channels are known by their ids. */
const ofChannel = /@thread\.(tacv2|skype)$/;

/** Only Teams' own word makes a chat personal, and nothing else in the activity may contradict it. */
function kindOf({ id, conversationType, isGroup }: DoorActivity['conversation']): Incoming['chat']['kind'] {
  const told = Object.hasOwn(kinds, conversationType ?? '') ? kinds[conversationType ?? ''] : undefined;
  if (told === 'personal') return isGroup || !mayBePersonal(id) ? 'unclear' : told;
  if (told || conversationType) return told ?? 'unclear';
  return ofChannel.test(withoutThread(id)) ? 'channel' : 'unclear';
}

/** A channel is its conversation without the thread; a post goes there. */
function withoutThread(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, '');
}

function saidIn(activity: DoorActivity): Incoming['said'] | undefined {
  if (activity.type === 'invoke') {
    const executed = Executed.safeParse(activity.value).data;
    return executed && { verb: executed.action.verb, data: executed.action.data };
  }
  const submitted = Submitted.safeParse(activity.value).data;
  if (submitted) {
    const { verb, data, ...inputs } = submitted;
    return { verb, data: { ...inputs, ...data, ...inputsOver(data, inputs) } };
  }
  const { text, mentions, mentioned } = spokenIn(activity);
  // Teams delivers what mentions nobody only where the bot is all there is to speak to, or where it was allowed to hear everything.
  const { kind } = whereAndWho(activity).chat;
  return kind === 'personal' || kind === 'unclear' || mentioned ? { text, mentions } : undefined;
}

/** What a person has just entered wins over what the button carried. */
function inputsOver(data: object | undefined, inputs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => data !== undefined && name in data));
}
