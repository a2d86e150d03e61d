/** A language as the house uses it: its words, its messages, and how it writes dates, numbers and lists. */
import i18next, { type TFunction } from 'i18next';
import { isolate } from '../../cards/isolate.ts';
import { type LanguageCode, languageCodes } from './codes.ts';
import { en } from './en/index.ts';
import { createFormat, type Format } from './format.ts';
import { fr } from './fr/index.ts';
import type { EnglishMessages, Translation } from './translation.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: EnglishMessages };
    returnNull: false;
  }
}
export type Translate = TFunction;

export interface Language {
  code: LanguageCode;
  t: Translate;
  words: Translation;
  format: Format;
}

export const languageFiles: Record<LanguageCode, Translation> = { en, fr };

const messages = i18next.createInstance();
void messages.init({
  resources: { en: { translation: en.messages }, fr: { translation: setInFrench(withMany(fr.messages)) } },
  fallbackLng: false,
  initAsync: false,
  showSupportNotice: false,
  // What is put into a message lands in a TextRun, where nothing is read as markup, and it never holds a key to look up; but
  // a name written from right to left must not turn the words around it.
  interpolation: { escapeValue: true, escape: isolate, skipOnVariables: true },
});

/** Every language, for this time zone. */
export function createLanguages(timeZone: string): Record<LanguageCode, Language> {
  const create = (code: LanguageCode): Language => ({
    code,
    t: messages.getFixedT(code),
    words: languageFiles[code],
    format: createFormat(code, timeZone),
  });
  return { en: create('en'), fr: create('fr') };
}

/** The language of a locale like `fr-CA`, if Purser speaks it. */
export function languageOf(locale: string | null | undefined): LanguageCode | undefined {
  const prefix = locale?.slice(0, 2).toLowerCase();
  return languageCodes.find((code) => code === prefix);
}

/** French puts a no-break space before some signs: the files hold plain ones, which can be seen and typed. */
function setInFrench<T extends object>(tree: T): T {
  const entries = Object.entries(tree).map(([key, value]): [string, unknown] => [
    key,
    typeof value === 'string'
      ? value.replace(/ (?=[;?!])/g, '\u202f').replace(/ (?=[:»])|(?<=«) /g, '\u00a0')
      : setInFrench(value as object),
  ]);
  return Object.fromEntries(entries) as T;
}

/** French has a third plural, for exact millions; it reads as the second does here. */
function withMany<T extends object>(tree: T): T {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value === 'object' && value !== null) return [[key, withMany(value)]];
    return key.endsWith('_other')
      ? [
          [key, value],
          [key.replace(/_other$/, '_many'), value],
        ]
      : [[key, value]];
  });
  return Object.fromEntries(entries) as T;
}
