/** What stands behind the colon of `name:value` → what the command's zod shape takes. */

import { Refused } from '../core/command.ts';
import type { ArgumentName } from '../language/arguments.ts';
import { fold } from '../language/fold.ts';
import type { Language } from '../language/index.ts';
import { values } from './dictionary.ts';

const readers: Record<ArgumentName, (value: string, language: Language) => string> = {
  product: (value) => value,
  by: (value) => value,
  status: (value, language) => oneOf('status', value, language),
  sort: (value, language) => oneOf('sort', value, language),
  action: (value, language) => oneOf('action', value, language),
  since: readDate,
  until: readDate,
  expires: readDays,
  page: (value, { t }) => {
    if (!/^[1-9]\d{0,5}$/.test(value)) throw new Refused(t('refused.badPage'));
    return value;
  },
};

/** @throws Refused where it can't be read */
export function readValue(name: ArgumentName, value: string, language: Language): string {
  return readers[name](value, language);
}

/** @throws Refused unless it is one of the words, or begins some that all mean the same */
function oneOf(kind: 'status' | 'sort' | 'action', value: string, language: Language): string {
  const typed = fold(value);
  const [meaning, ...others] = new Set(
    values[kind].has(typed)
      ? [values[kind].get(typed)]
      : [...values[kind]].filter(([word]) => typed && word.startsWith(typed)).map(([, each]) => each),
  );
  if (meaning && others.length === 0) return meaning;
  const { valueWords, messages } = language.words;
  const allowed =
    kind === 'action'
      ? Object.values(messages.audit.action)
      : Object.values(valueWords[kind]).map(([first]) => first ?? '');
  throw new Refused(
    language.t('refused.badValue', {
      value,
      name: language.words.argumentNames[kind][0] ?? kind,
      allowed: language.format.list(allowed),
    }),
  );
}

/** `2026-01-31`, or day first: `31/12/2026`, `31.12.2026`. */
export function readDate(value: string, { t }: Language): string {
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value) ?? reordered(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value)) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(iso))
    throw new Refused(t('refused.badDate', { value }));
  return iso;
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] | undefined {
  return match ? [match[0], match[3], match[2], match[1]] : undefined;
}

/** `30d`, `30j`, `30` */
function readDays(value: string, { t }: Language): string {
  const match = /^(\d{1,4})\s*(d|days?|j|jours?)?$/i.exec(value);
  if (!match?.[1]) throw new Refused(t('refused.badDays', { value }));
  return match[1];
}
