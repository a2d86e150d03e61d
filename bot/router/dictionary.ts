/** Words as people type them: compared without case, accents and punctuation, and looked up in every language at once. */
import type { AuditAction } from '../../store/records.ts';
import type { ArgumentName, ValueKind } from '../language/arguments.ts';
import { files, fold } from '../language/fold.ts';
import type { CommandName } from '../language/translation.ts';

/** What a person means by one word, by folded spelling: `gone` → `Deleted`. */
function dictionary<T extends string>(
  pick: (file: (typeof files)[number]) => Record<T, readonly string[]>,
): Map<string, T> {
  const entries = files.flatMap((file) => Object.entries(pick(file)) as [T, readonly string[]][]);
  return new Map(
    entries.flatMap(([meaning, words]) => [meaning, ...words].map((word) => [fold(word), meaning] as const)),
  );
}

export const namesOfCommands = dictionary<CommandName>(
  (file) =>
    Object.fromEntries(Object.entries(file.commands).map(([name, { names }]) => [name, names])) as Record<
      CommandName,
      string[]
    >,
);
export const namesOfArguments = dictionary<ArgumentName>((file) => file.argumentNames);
export const values = {
  kind: dictionary((file) => file.valueWords.kind),
  status: dictionary((file) => file.valueWords.status),
  sort: dictionary((file) => file.valueWords.sort),
  again: dictionary((file) => file.valueWords.again),
  what: dictionary((file) => file.valueWords.what),
  format: dictionary((file) => file.valueWords.format),
  verify: dictionary((file) => file.valueWords.verify),
  task: dictionary((file) => file.valueWords.task),
  value: dictionary((file) => file.valueWords.value),
  fresh: dictionary((file) => file.valueWords.fresh),
  switch: dictionary((file) => file.valueWords.switch),
  topic: dictionary((file) => file.valueWords.topic),
  confirm: dictionary((file) => file.valueWords.confirm),
  language: dictionary((file) => file.valueWords.language),
  found: dictionary((file) => file.valueWords.found),
  stage: dictionary((file) => file.valueWords.stage),
  /** By what the journal calls them. */
  action: dictionary<AuditAction>(
    ({ messages }) =>
      Object.fromEntries(Object.entries(messages.audit.action).map(([action, word]) => [action, [word]])) as Record<
        AuditAction,
        string[]
      >,
  ),
} satisfies Record<ValueKind | 'action', Map<string, string>>;

/** Words, with what stands in quotes kept together and `name : value` closed up. */
export function tokenize(text: string): string[] {
  const plain = text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/«\s?|\s?»|[“”„]/g, '"')
    .replace(/\s*(<=|[:<])\s*/g, '$1');
  return plain.match(/[^\s"]*"[^"]*"|\S+/g) ?? [];
}
