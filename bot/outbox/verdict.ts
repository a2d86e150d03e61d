/**
 * What to do after the Bot Connector said no: Microsoft's table of status codes ("Status codes from agent conversational APIs",
 * `conversation-messages.md`), as data.
 */
import { answerIn, type ConnectorAnswer } from '../teams/connector-answer.ts';

export type Verdict =
  /** Teams can't take it just now, in this conversation: again later. */
  | { kind: 'later' }
  /** Nothing can be sent at all (Teams is down, our registration or token is not good): everything waits. */
  | { kind: 'outage' }
  /** The connection was cut after the request had left: nobody knows. */
  | { kind: 'cut' }
  /** Purser can't write there until they speak to it or add it again. */
  | { kind: 'away'; why: 'blocked' | 'absent' }
  /** The conversation lives at the connector of the government cloud. */
  | { kind: 'moved' }
  /** There is no such conversation, or no longer. */
  | { kind: 'no-chat' }
  /** The message to be edited is not there: it was deleted. */
  | { kind: 'no-message' }
  | { kind: 'too-big' }
  /** A no that will stay a no. */
  | { kind: 'refused' };

const byCode: Record<string, Verdict> = {
  ConversationBlockedByUser: { kind: 'away', why: 'blocked' },
  MessageWritesBlocked: { kind: 'away', why: 'blocked' },
  BotNotInConversationRoster: { kind: 'away', why: 'absent' },
  BotDisabledByAdmin: { kind: 'outage' },
  InvalidBotApiHost: { kind: 'moved' },
  ActivityNotFoundInConversation: { kind: 'no-message' },
};

const byStatus: Record<number, Verdict> = {
  401: { kind: 'outage' },
  404: { kind: 'no-chat' },
  412: { kind: 'later' },
  413: { kind: 'too-big' },
  429: { kind: 'later' },
  502: { kind: 'outage' },
  503: { kind: 'outage' },
  504: { kind: 'outage' },
};

export function verdictOn(error: unknown): Verdict & { answer: ConnectorAnswer } {
  const answer = answerIn(error);
  if (answer.status === 0) return { kind: answer.sent ? 'cut' : 'outage', answer };
  // A redirect is not followed: nothing reached Teams, and nothing would until the network is right.
  if (answer.status < 400) return { kind: 'outage', answer };
  return { ...(byCode[answer.code] ?? byStatus[answer.status] ?? { kind: 'refused' }), answer };
}
