/** What reaches the router from Teams, and what goes back. */
import type { Card } from '../../cards/card.ts';
import type { Again } from '../../store/records.ts';
import type { Context } from '../core/command.ts';
import type { Language } from '../language/index.ts';

/** Somebody, or something, mentioned in what was typed. */
export interface Mention {
  /** Stands for it in the text. */
  mark: string;
  /** As it was shown. */
  name: string;
  /** Entra object id as Teams or its roster tells it; null where neither does, and for what is no person. */
  id: string | null;
  /** `29:…`, by which the roster knows a person. */
  teamsId: string | null;
}

/** What reached Purser, free of any SDK. */
export interface Incoming {
  chat: Context['chat'] & {
    serviceUrl: string /** Of the channel or team, where Teams tells it. */;
    name: string | null;
  };
  from: { /** Entra object id; null where Teams gave none */ id: string | null; name: string; teamsId: string };
  /** As Teams tells it, e.g. `fr-FR`; null where it doesn't. */
  locale: string | null;
  /** What was typed, the mention of the bot taken out; or what was pressed. */
  said: { text: string; mentions?: readonly Mention[] } | { verb: string; data: unknown };
  /** The message whose card was pressed; null where nothing was. */
  pressed: string | null;
}

export type Outcome = 'done' | 'refused' | 'fault';

/** `sentence`: there is something to say, but no card to show instead of the one pressed. */
export interface Answer {
  card: Card;
  sentence?: string;
  language: Language;
  outcome: Outcome;
  /** The command's name; `none` where none was found. */
  command: string;
  /** May be shown to everyone in a channel. */
  public: boolean;
  /** What was asked has had its effect. */
  recorded: boolean;
  /** Shows the answer again: the same question, or, where it has had its effect, what it was about. */
  again: Again | null;
}
