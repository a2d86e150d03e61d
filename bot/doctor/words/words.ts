/** The doctor's words, by language. */
import type { LanguageCode } from '../../language/codes.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './shape.ts';

export const words: Readonly<Record<LanguageCode, Words>> = { en, fr };
