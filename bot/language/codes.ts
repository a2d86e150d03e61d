/** The languages Purser speaks. */

export const languageCodes = ['en', 'fr'] as const;

export type LanguageCode = (typeof languageCodes)[number];
