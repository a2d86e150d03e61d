/** What the speaker can do here; or everything one command understands. */
import { z } from 'zod/v4';
import { type Line, report } from '../../cards/report.ts';
import { type Command, type Context, press, topics } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import type { CommandName } from '../language/translation.ts';
import { roleOf } from './whoami.ts';

const args = z.strictObject({ command: argument.command.optional() });

export const help: Command<'help', typeof args> = {
  name: 'help',
  role: 'anyone',
  args,
  reads: true,
  rest: 'command',
  open: true,
  run({ command: asked }, context) {
    const { t, words } = context.language;
    const one = asked ? nameOf(asked, context) : undefined;
    const around = {
      summary: t('help.summary'),
      fallback: t('fallback', { command: words.commands.help.names[0] }),
    };
    if (one) {
      const { names, examples } = words.commands[one];
      return report({
        ...around,
        title: t('help.oneTitle', { command: names[0] }),
        paragraphs: [summaryOf(one, context)],
        sections: [{ heading: t('help.examples'), lines: examples.map((example) => exampleLine(example, context)) }],
        buttons: [press(t('button.back'), 'help')],
      });
    }
    return report({
      ...around,
      title: t('help.title'),
      paragraphs: [t('help.role', { role: roleOf(context.speaker, context) })],
      sections: topics.map((topic) => ({ heading: t(`help.topic.${topic}`), lines: linesAbout(topic, context) })),
      notes: [t('help.hint')],
      buttons: [press(t('button.listPurchases'), 'purchases'), press(t('button.status'), 'status')],
    });
  },
};

function linesAbout(topic: (typeof topics)[number], context: Context): Line[] {
  return context.commands[topic]
    .filter(({ role, reply }) => !reply && mayRun(role, context))
    .map(({ name }) => commandLine(name as CommandName, context));
}

function mayRun(role: Command['role'], { speaker }: Context): boolean {
  return role === 'anyone' || speaker.roles.has(role);
}

/** What it comes to for this speaker. */
function summaryOf(name: CommandName, { speaker, language: { words } }: Context): string {
  const { summary, summaryOwn } = words.commands[name];
  return speaker.roles.has('viewer') ? summary : (summaryOwn ?? summary);
}

/** Pressing a line shows what the command understands. */
function commandLine(name: CommandName, context: Context): Line {
  const { names } = context.language.words.commands[name];
  return {
    title: names[0] ?? name,
    text: summaryOf(name, context),
    press: press(names[0] ?? name, 'help', { command: names[0] ?? name }),
  };
}

/** Pressing an example runs it. */
function exampleLine(example: string, { read }: Context): Line {
  const { command, args: given } = read(example);
  return { title: example, press: press(example, command.name as CommandName, given) };
}

/** @throws UserError with the nearest names where it is no command */
function nameOf(asked: string, { read }: Context): CommandName {
  return read(asked).command.name as CommandName;
}
