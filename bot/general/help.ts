/** What the speaker can do here; or everything one command understands. */
import { z } from 'zod/v4';
import { type Line, report } from '../../cards/report.ts';
import { type Call, type Command, press, topics } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import type { CommandName } from '../language/translation.ts';
import { roleOf } from './whoami.ts';

const args = z.strictObject({ command: argument.command.optional() });

export const help: Command<'help', typeof args> = {
  name: 'help',
  role: 'anyone',
  args,
  rest: 'command',
  open: true,
  run({ command: asked }, call) {
    const { t, words } = call.language;
    const one = asked ? nameOf(asked, call) : undefined;
    const around = {
      summary: t('help.summary'),
      fallback: t('fallback', { command: words.commands.help.names[0] }),
    };
    if (one) {
      const { names, examples } = words.commands[one];
      return report({
        ...around,
        title: t('help.oneTitle', { command: names[0] }),
        paragraphs: [summaryOf(one, call)],
        sections: [{ heading: t('help.examples'), lines: examples.map((example) => exampleLine(example, call)) }],
        buttons: [press(t('button.back'), 'help')],
      });
    }
    return report({
      ...around,
      title: t('help.title'),
      paragraphs: [t('help.role', { role: roleOf(call.speaker, call) })],
      sections: topics.map((topic) => ({ heading: t(`help.topic.${topic}`), lines: linesAbout(topic, call) })),
      notes: [t('help.hint')],
      buttons: [press(t('button.listPurchases'), 'purchases'), press(t('button.status'), 'status')],
    });
  },
};

function linesAbout(topic: (typeof topics)[number], call: Call): Line[] {
  return call.commands[topic]
    .filter(({ role, reply }) => !reply && mayRun(role, call))
    .map(({ name }) => commandLine(name as CommandName, call));
}

function mayRun(role: Command['role'], { speaker }: Call): boolean {
  return role === 'anyone' || speaker.roles.has(role);
}

/** What it comes to for this speaker. */
function summaryOf(name: CommandName, { speaker, language: { words } }: Call): string {
  const { summary, summaryOwn } = words.commands[name];
  return speaker.roles.has('viewer') ? summary : (summaryOwn ?? summary);
}

/** Pressing a line shows what the command understands. */
function commandLine(name: CommandName, call: Call): Line {
  const { names } = call.language.words.commands[name];
  return {
    title: names[0] ?? name,
    text: summaryOf(name, call),
    press: press(names[0] ?? name, 'help', { command: names[0] ?? name }),
  };
}

/** Pressing an example runs it. */
function exampleLine(example: string, { read }: Call): Line {
  const { command, args: given } = read(example);
  return { title: example, press: press(example, command.name as CommandName, given) };
}

/** @throws UserError with the nearest names where it is no command */
function nameOf(asked: string, { read }: Call): CommandName {
  return read(asked).command.name as CommandName;
}
