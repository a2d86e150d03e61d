/**
 * What English decides for every language: which commands there are, and which messages. A language that lacks one, or has
 * one too many, does not compile.
 */
import type { en } from './en/index.ts';
import type { CommandWords, LanguageFile } from './shape.ts';

/** A command exists once English has words for it. */
export type CommandName = keyof (typeof en)['commands'];

export type EnglishMessages = (typeof en)['messages'];

/** A question of the FAQ exists once English asks it. */
export type FaqKey = keyof EnglishMessages['faq']['question'];

export interface Translation extends LanguageFile {
  commands: Record<CommandName, CommandWords>;
  messages: EnglishMessages;
  faqWords: Record<FaqKey, string[]>;
}
