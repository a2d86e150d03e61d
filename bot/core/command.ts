/**
 * What a command is: data with one function. Its words live in the language files; help, usage hints, the app manifest and
 * the tests are made from both.
 *
 * To add one: a file in its room, a line in `bot/commands.ts`, its words in each language, its card, its test. CONTRIBUTING.md
 * has the steps.
 */
import type { z } from 'zod/v4';
import type { Button, Card, Link } from '../../cards/card.ts';
import type { Row } from '../../cards/list.ts';
import type { Line } from '../../cards/report.ts';
import type { Posted } from '../../store/notices.ts';
import type { Store } from '../../store/store.ts';
import type { Language } from '../language/index.ts';
import type { CommandName } from '../language/translation.ts';
import type { Role, Speaker } from '../people/people.ts';
import type { Dependencies } from './dependencies.ts';

/** Everything a command may look at while it runs. */
export interface Context {
  speaker: Speaker;
  /** `unclear`: Teams didn't say what kind of chat it is, so others may read there. */
  chat: { id: string; kind: 'personal' | 'group' | 'channel' | 'unclear' };
  /** Whether the answer is for the speaker alone, or everybody in that chat reads it. */
  place: 'person' | 'chat';
  /** The message whose card was pressed; null where words were typed. */
  pressed: string | null;
  /** Entra ids of the people who were mentioned, by the words that stand for them in the arguments. */
  mentioned: ReadonlyMap<string, string>;
  language: Language;
  now: Date;
  dependencies: Dependencies;
  /** Commits what is decided. Commands write with this alone, so that what is delivered twice has one effect. */
  transact: Store['transact'];
  /** Everything there is, as help shows it. */
  commands: CommandList;
  /**
   * Reads words as if they had been typed.
   *
   * @throws UserError where they are no command
   */
  read(text: string): { command: Command; args: Record<string, string> };
}

export interface Command<Name extends string = string, Args extends z.ZodObject = z.ZodObject> {
  name: Name;
  /** Who may run it. */
  role: Role | 'anyone';
  args: Args;
  /** Which argument takes the words left over; without one they are refused. */
  rest?: Extract<keyof z.infer<Args>, string>;
  /** The words left over are looked for: those that only hold others together, "of the", are left out. */
  searches?: true;
  /**
   * Whether it would find something for these words: then they are taken for it, though no command was named. Asked of what the
   * speaker may see, so that nobody learns from a question what is there.
   */
  finds?: (words: string, context: Pick<Context, 'speaker' | 'dependencies' | 'language' | 'now'>) => boolean;
  /** What waits for an answer or a decision of the speaker, each with the press that shows it. */
  waits?: (context: Context) => readonly Line[];
  /** What there is, or was, to decide of its own kind: rows of the list of approvals, the newest first. */
  decisions?: (asked: DecisionStage, context: Context) => readonly Row[];
  /** What goes on about the speaker without waiting for them, each with the press that shows it. */
  goesOn?: (context: Context) => readonly Line[];
  /** About one purchase: a number alone is its id. */
  bareNumberIsId?: true;
  /** Its words are a sentence that it reads itself: quotes stay where they are. */
  sentence?: true;
  /**
   * Only shows something, for some of its arguments or for all: what is remembered of the speaker's roles will do. Before
   * anything else is run, Microsoft is asked; so a command without this can't rest on a role that was taken away.
   */
  reads?: true | ((args: z.infer<Args>) => boolean);
  /** Runs without knowing who speaks: says nothing of the organisation, or only quiets the speaker's own chat. */
  open?: true | ((args: z.infer<Args>, chat: Context['chat']) => boolean);
  /** Answers something Purser wrote, where a button does it: help tells of it only when asked. */
  reply?: true;
  /** Its answer may be shown in a channel, for some of its arguments or for all; other answers go to the caller's own chat. */
  public?: true | ((args: z.infer<Args>) => boolean);
  /** It orders something at Microsoft at once, for some of its arguments or for all: refused while Purser is on hold. */
  orders?: true | ((args: z.infer<Args>) => boolean);
  /** It leads to a change at Microsoft later on, for some of its arguments or for all: refused in a read-only pilot, as `orders` is. */
  changes?: true | ((args: z.infer<Args>) => boolean);
  run(args: z.infer<Args>, context: Context): Card | Promise<Card>;
}

/** Of what there is to decide: at which stage it is, and words that it is looked for by. */
export interface DecisionStage {
  stage: 'waiting' | 'running' | 'mine' | 'ended' | 'every';
  words: string;
}

/** The headings of help, in their order. */
export const topics = ['purchases', 'takeovers', 'rules', 'general'] as const;

/** Every command under its heading, in the order in which help shows them. */
export type CommandList = Record<(typeof topics)[number], readonly Command[]>;

/** A no whose message is for the person and says what to do. Everything else that is thrown is a fault. */
export class UserError extends Error {
  override name = 'UserError';
  readonly buttons: readonly Button[];
  /** May be shown in a channel, whatever the command; it names nobody. */
  readonly public: boolean;
  /** Where to go for it. */
  readonly links: readonly Link[];
  constructor(
    message: string,
    buttons: readonly Button[] = [],
    { isPublic = false, links = [] }: { isPublic?: boolean; links?: readonly Link[] } = {},
  ) {
    super(message);
    this.links = links;
    this.buttons = buttons;
    this.public = isPublic;
  }
}

/** A button that runs a command of the house, with its arguments. */
export function press(title: string, verb: CommandName, data: Button['data'] = {}): Button {
  return { title, verb, data };
}

/** Whether somebody has the role that a command asks for. */
export function hasRoleFor({ role }: Pick<Command, 'role'>, { roles }: Pick<Speaker, 'roles'>): boolean {
  return role === 'anyone' || roles.has(role);
}

/** What a button can carry of arguments, to ask for the same again. */
export function given(args: unknown): Button['data'] {
  const entries = Object.entries(typeof args === 'object' && args !== null ? args : {});
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string' || typeof value === 'number'));
}

/** Whether what a command says of itself holds for these arguments: of some it may say so of a few alone. */
export function applies<A>(said: true | ((args: A) => boolean) | undefined, args: unknown): boolean {
  return typeof said === 'function' ? said(args as A) : said === true;
}

/** The card that was pressed shows how far it is; one in a channel is everybody's, and stays. */
export function cardIn({ pressed, chat }: Context): Posted | undefined {
  return pressed && chat.kind === 'personal' ? { chat: chat.id, activity: pressed } : undefined;
}
