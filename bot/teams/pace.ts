/**
 * Keeps to Teams' limits for one bot, so that Teams never has to refuse ("Optimize your bot with rate limiting in Teams"): so
 * many requests to one conversation, and so many a second in the whole tenant. Every request to the connector is counted, also an
 * answer to a person, which never waits. A request counts from the moment it leaves until a window after its answer came. At
 * whatever moment in between Teams counts it, none of Teams' windows then holds more than it allows.
 */
import { type Clock, elapsedOn } from '../clock.ts';

interface Window {
  most: number;
  ms: number;
}

const perConversation: readonly Window[] = [
  { most: 7, ms: 1000 },
  { most: 8, ms: 2000 },
  { most: 60, ms: 30_000 },
  { most: 1800, ms: 3_600_000 },
];

/** The part of a window kept for answers, so that people who wait don't wait longer because of notices. */
const spare = (most: number): number => Math.ceil(most / 20);

/** The requests to one conversation, or to the whole tenant. */
interface Asked {
  underWay: number;
  /** When the answers came, oldest first; no more than the widest window needs. */
  ended: number[];
}

export interface Pace {
  /** Counts a request from now until the function it returns is called. */
  count(conversation: string | undefined): () => void;
  /** Milliseconds until one more request to this conversation is allowed; 0: now. `Infinity`: once one under way has ended. */
  delay(conversation: string): number;
  /**
   * The same for the tenant as a whole.
   *
   * @param begun how many deliveries have begun and not ended; the request of some of them has not left yet
   */
  delayOfAll(begun: number): number;
}

/** @param perSecond requests in the whole tenant: 30, says Teams' page on rate limits; others have read 50 there */
export function createPace(clock: Clock, perSecond: number): Pace {
  const perTenant: readonly Window[] = [{ most: perSecond, ms: 1000 }];
  const tenant = empty();
  const conversations = new Map<string, Asked>();
  return {
    count(conversation) {
      const asked = conversation === undefined ? [tenant] : [tenant, of(conversation)];
      for (const each of asked) each.underWay++;
      return () => {
        const now = elapsedOn(clock);
        for (const each of asked) end(each, now);
        forgetQuiet(now);
      };
    },
    delay: (conversation) => {
      const asked = conversations.get(conversation);
      return asked ? delay(asked, perConversation, elapsedOn(clock)) : 0;
    },
    delayOfAll: (begun) => {
      const underWay = Math.max(tenant.underWay, begun);
      return delay({ ...tenant, underWay }, perTenant, elapsedOn(clock));
    },
  };

  function of(conversation: string): Asked {
    const known = conversations.get(conversation) ?? empty();
    conversations.delete(conversation);
    conversations.set(conversation, known);
    return known;
  }

  /** Conversations that were quiet for an hour, the longest window, come first in the map. */
  function forgetQuiet(now: number): void {
    for (const [id, { underWay, ended }] of conversations) {
      if (underWay > 0 || (ended.at(-1) ?? 0) > now - longestMs) break;
      conversations.delete(id);
    }
  }
}

const longestMs = 3_600_000;
const mostKept = 1800;

function empty(): Asked {
  return { underWay: 0, ended: [] };
}

function end(asked: Asked, now: number): void {
  asked.underWay--;
  asked.ended.push(now);
  // Cut in bulk: shifting one at a time would copy the array for every request.
  if (asked.ended.length > mostKept * 2) asked.ended.splice(0, asked.ended.length - mostKept);
}

function delay({ underWay, ended }: Asked, windows: readonly Window[], now: number): number {
  let longest = 0;
  for (const { most: allowed, ms } of windows) {
    const most = allowed - spare(allowed);
    if (underWay >= most) return Number.POSITIVE_INFINITY;
    const nth = ended[ended.length - (most - underWay)];
    if (nth !== undefined) longest = Math.max(longest, nth + ms - now);
  }
  return longest;
}
