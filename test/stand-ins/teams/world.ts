/** Everything the stand-in knows, and the one way from it to the bot. */
import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../../../bot/clock.ts';
import { carry } from './carry.ts';
import type { Chat } from './chat.ts';
import type { Fault, Logged } from './faults.ts';
import type { Team } from './groups.ts';
import { Limits } from './limits.ts';
import type { Person } from './person.ts';
import type { Activity, Answer } from './shapes.ts';
import { signToken } from './tokens.ts';

export interface Bot {
  appId: string;
  /** Where its messages go, `http://127.0.0.1:3978/api/messages`; may be set once the bot listens. */
  url: string;
  /** As people see it in Teams (Purser). */
  name: string;
}

/** Something the bot did that Teams would take amiss, or show badly. */
export interface Complaint {
  about: string;
  what: string;
}

/** One activity on its way to the bot, with what came back. */
export interface Delivery {
  at: Date;
  activity: Activity;
  answer: Answer;
  /** Real milliseconds until the bot had answered. */
  ms: number;
}

export interface Delivering {
  /** Instead of the token that belongs to it: a header, or null for none. */
  authorization?: string | null;
  /** Hangs up after so many milliseconds, in real time. */
  hangsUpAfter?: number;
}

export class World {
  readonly clock: Clock;
  readonly tenantId: string;
  readonly bot: Bot;
  /** Set when the server listens. */
  serviceUrl = '';
  readonly people = new Map<string, Person>();
  /** The same people by the bot's own ids for them. */
  readonly byTeamsId = new Map<string, Person>();
  readonly chats = new Map<string, Chat>();
  readonly teams = new Map<string, Team>();
  readonly limits = new Limits();
  readonly faults: Fault[] = [];
  readonly log: Logged[] = [];
  readonly deliveries: Delivery[] = [];
  readonly complaints: Complaint[] = [];
  /** Texts from the test's data that hold `${`: a card may show them. */
  readonly declared: string[] = [];
  /** The tenant's admin forbade the bot. */
  disabledByAdmin: boolean = false;
  #lastId = 0;
  #order = 0;
  #token: { text: string; until: number; key: string } | undefined;

  constructor(shape: Pick<World, 'clock' | 'tenantId' | 'bot'>) {
    this.clock = shape.clock;
    this.tenantId = shape.tenantId;
    this.bot = shape.bot;
  }

  get botAccount() {
    return { id: `28:${this.bot.appId}`, name: this.bot.name };
  }

  /** The same thing gets the same id in every run. */
  stable(prefix: string, ...parts: string[]): string {
    return `${prefix}${createHash('sha512').update(parts.join('\n')).digest('base64url').slice(0, 66)}`;
  }

  /** Message ids are milliseconds since 1970, and never the same twice. */
  stamp(): { id: string; order: number; at: Date } {
    const at = this.clock.now();
    this.#lastId = Math.max(this.#lastId + 1, at.getTime());
    this.#order += 1;
    return { id: String(this.#lastId), order: this.#order, at };
  }

  eventId(): string {
    return `f:${randomUUID()}`;
  }

  complain(about: string, what: string): void {
    this.complaints.push({ about, what });
  }

  async send(activity: Activity, { authorization, hangsUpAfter }: Delivering = {}): Promise<Answer> {
    const header = authorization === undefined ? `Bearer ${await this.#bearer()}` : authorization;
    const started = performance.now();
    const tenant = activity.conversation?.tenantId ?? this.tenantId;
    const headers = { 'x-ms-tenant-id': tenant, ...(header !== null && { authorization: header }) };
    const answer = await carry(this.bot.url, activity, { headers, hangsUpAfter });
    this.deliveries.push({ at: this.clock.now(), activity, answer, ms: performance.now() - started });
    if (answer.status >= 500 && hangsUpAfter === undefined)
      this.complain(`${activity.type} ${activity.text ?? activity.name ?? ''}`, `answered with ${answer.status}`);
    return answer;
  }

  /** One token for many messages, as the real connector does it: signing each would be most of a benchmark. */
  async #bearer(): Promise<string> {
    const key = `${this.bot.appId} ${this.serviceUrl}`;
    if (this.#token?.key === key && Date.now() < this.#token.until) return this.#token.text;
    const text = await signToken(this.bot.appId, this.serviceUrl);
    this.#token = { text, until: Date.now() + 30 * 60_000, key };
    return text;
  }
}
