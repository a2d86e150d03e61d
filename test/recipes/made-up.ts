/**
 * A made-up command, `applaud`, and a made-up notice, `applause`: what each file of their recipe in CONTRIBUTING.md gets.
 * The keys are the files as the recipe names them, so a file that only one of the two names is found.
 */

/** What a file says once the recipe was followed. */
type Edit = (before: string) => string;
export type Edits = Readonly<Record<string, Edit>>;

/** The words in capitals of a recipe, for these two. */
export const names: Readonly<Record<string, string>> = { ROOM: 'general', COMMAND: 'applaud', NOTICE: 'applause' };

/** Put together, so that nothing that compiles this file takes it for an import of its own. */
const imports = (what: string, from: string): string => `import ${what} from '${from}';`;

const create =
  (source: string): Edit =>
  () =>
    source;

/** Puts `added` behind what is there; fails where that is there no more. */
const behind =
  (there: string, added: string): Edit =>
  (before) => {
    if (!before.includes(there)) throw new Error(`There is no “${there}” to put something behind`);
    return before.replace(there, () => `${there}${added}`);
  };

const atTop =
  (line: string): Edit =>
  (before) =>
    `${line}\n${before}`;

const both =
  (first: Edit, second: Edit): Edit =>
  (before) =>
    second(first(before));

const wordsOf = (commands: string, messages: string): Edit =>
  both(
    (before) => before.replace(/^export const commands.*\{$/m, (line) => `${line}\n${commands}`),
    (before) => before.replace(/^export const messages.*\{$/m, (line) => `${line}\n${messages}`),
  );

const commandFile = `${imports('{ z }', 'zod/v4')}
${imports('{ report }', '../../cards/report.ts')}
${imports('type { Command }', '../core/command.ts')}

const args = z.strictObject({});

export const applaud: Command<'applaud', typeof args> = {
  name: 'applaud',
  role: 'anyone',
  args,
  run(_, { language: { t, words } }) {
    const title = t('applaud.done');
    return report({ title, summary: title, fallback: t('fallback', { command: words.commands.applaud.names[0] }) });
  },
};
`;

export const command: Edits = {
  'bot/ROOM/COMMAND.ts': create(commandFile),
  'bot/commands.ts': both(atTop(imports('{ applaud }', './general/applaud.ts')), behind('general: [', 'applaud, ')),
  'bot/language/en/ROOM.ts': wordsOf(
    "applaud: { names: ['applaud'], summary: 'Applaud whoever listens', examples: ['applaud'] },",
    "applaud: { done: 'You applaud' },",
  ),
  'bot/language/fr/ROOM.ts': wordsOf(
    "applaud: { names: ['applaudir'], summary: 'Applaudir qui écoute', examples: ['applaudir'] },",
    "applaud: { done: 'Vous applaudissez' },",
  ),
};

const noticeFile = `${imports('{ report }', '../../cards/report.ts')}
${imports('type { CardOf, NoticeKind }', '../core/notice.ts')}

const card: CardOf<'applause'> = ({ by }, { language: { t, words }, notice }) => {
  const title = t('applause.title', { name: by });
  const fallback = t('fallback', { command: words.commands.help.names[0] });
  return report({ title, notes: [notice.id], summary: title, fallback });
};

export const applause: NoticeKind<'applause'> = { card, urgency: 2, topic: 'alerts', audience: ['viewer'] };
`;

export const notice: Edits = {
  'store/records/notice.ts': behind(
    "z.discriminatedUnion('card', [",
    "\n  z.strictObject({ card: z.literal('applause'), by: z.string() }),",
  ),
  'bot/ROOM/NOTICE.ts': create(noticeFile),
  'bot/notices.ts': both(
    atTop(imports('{ applause }', './general/applause.ts')),
    behind('NoticeKinds = {', '\n  applause,'),
  ),
  'bot/language/en/ROOM.ts': wordsOf('', "applause: { title: '{{name}} applauds' },"),
  'bot/language/fr/ROOM.ts': wordsOf('', "applause: { title: '{{name}} applaudit' },"),
  'bot/language/en/purchases.ts': behind('about: {', "\n      applause: 'told of applause',"),
  'bot/language/fr/purchases.ts': behind('about: {', "\n      applause: 'mention d’applaudissements',"),
  'bot/ROOM/COMMAND.ts': both(atTop(imports('{ idOf, notify, subscribers }', '../../store/notices.ts')), (before) =>
    before
      .replace(
        'run(_, { language: { t, words } }) {',
        'async run(_, { language: { t, words }, speaker, now, transact }) {',
      )
      .replace(
        '    const title',
        `    await transact((tx) => {
      for (const to of subscribers(tx, 'alerts')) {
        const key = \`applause \${speaker.id} \${idOf(to)}\`;
        notify(tx, { key, to, saying: { card: 'applause', by: speaker.name } }, now);
      }
    });
    const title`,
      ),
  ),
};
