import assert from 'node:assert/strict';
import { allCommands } from '../../bot/commands.ts';
import { languageCodes } from '../../bot/language/codes.ts';
import { fold } from '../../bot/language/fold.ts';
import { createLanguages, languageFiles } from '../../bot/language/index.ts';
import { createReader } from '../../bot/router/reading.ts';

const languages = createLanguages('Europe/Paris');

/** Every message by its path. */
function messagesOf(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : messagesOf(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? ''));

describe('the languages', () => {
  it('say the same things with the same blanks', () => {
    const french = new Map(messagesOf(languageFiles.fr.messages));
    for (const [path, english] of messagesOf(languageFiles.en.messages)) {
      assert.deepEqual(placeholders(french.get(path) ?? ''), placeholders(english), path);
    }
  });

  it('leave no message empty', () => {
    for (const code of languageCodes) {
      for (const [path, text] of messagesOf(languageFiles[code].messages))
        assert.notEqual(text.trim(), '', `${code} ${path}`);
    }
  });

  it('never use one name for two commands', () => {
    const owners = new Map<string, string>();
    for (const code of languageCodes) {
      for (const [command, { names }] of Object.entries(languageFiles[code].commands)) {
        for (const name of names) {
          assert.equal(owners.get(fold(name)) ?? command, command, `“${name}” is a name of both`);
          owners.set(fold(name), command);
        }
      }
    }
  });

  it('give only examples that work', () => {
    for (const code of languageCodes) {
      for (const { name } of allCommands) {
        for (const example of languageFiles[code].commands[name].examples) {
          const read = createReader(allCommands).read(example);
          if ('misread' in read) assert.fail(`${example}: ${read.misread}`);
          assert.equal(read.command.name, name, example);
          assert.equal(read.command.args.safeParse(read.args).success, true, example);
        }
      }
    }
  });

  it('count as their grammar does', () => {
    const seats = (code: 'en' | 'fr', count: number): string => languages[code].t('purchases.seats', { count });
    assert.deepEqual(
      [0, 1, 2, 1000].map((n) => seats('en', n)),
      ['0 seats', '1 seat', '2 seats', '1,000 seats'],
    );
    assert.match(seats('fr', 0), /^0 licence achetée$/);
    assert.match(seats('fr', 1_000_000), /licences achetées$/);
  });

  it('count days by the calendar of the time zone', () => {
    const { format } = languages.en;
    const now = new Date('2026-11-17T09:15:00Z');
    assert.equal(format.relative('2026-11-22T08:15:00Z', now), 'in 5 days');
    assert.equal(format.relative('2026-11-18T22:59:00Z', now), 'tomorrow');
    assert.equal(format.relative('2026-11-18T23:01:00Z', now), 'in 2 days', 'past midnight in Paris');
    assert.equal(format.relative('2026-11-17T09:14:30Z', now), 'just now');
    assert.deepEqual(
      [5, 119, 120, 2_879, 2_880].map((minutes) => format.span(minutes * 60_000)),
      [...['5 minutes', '119 minutes', '2 hours', '48 hours', '2 days']],
    );
    assert.equal(languages.fr.format.span(90 * 86_400_000).replace('\u00a0', ' '), '90 jours');
    assert.equal(format.relative('2026-11-17T06:10:00Z', now), '3 hours ago');
    assert.equal(languages.fr.format.relative('2026-11-16T09:00:00Z', now), 'hier');
  });

  it('end a day with its last minute, not with the next day', () => {
    const { format } = languages.en;
    assert.equal(format.dateTime(format.lastMoment('2026-11-25T23:00:00Z')), '25 Nov 2026, 23:59', 'in Paris');
    assert.equal(format.dateTime(format.lastMoment('2026-11-25T09:15:00Z')), '25 Nov 2026, 10:15');
  });
});
