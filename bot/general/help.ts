/** What the speaker can do here; or everything one command understands. */
import { z } from 'zod/v4';
import { type Line, report } from '../../cards/report.ts';
import { type Command, type Context, hasRoleFor, press, topics } from '../core/command.ts';
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
    const first = firstFor(context);
    return report({
      ...around,
      icon: 'QuestionCircle',
      title: t('help.title'),
      paragraphs: [t('help.role', { role: roleOf(context.speaker, context) })],
      sections: [{ heading: t('help.first'), lines: first.map((name) => commandLine(name, context)) }],
      more: {
        title: t('help.all'),
        sections: topics.map((topic) => ({
          heading: t(`help.topic.${topic}`),
          lines: linesAbout(topic, first, context),
        })),
      },
      notes: [t('help.hint')],
      buttons: [
        { ...press(t('button.listPurchases'), 'purchases'), style: 'positive' },
        press(t('button.status'), 'status'),
      ],
    });
  },
};

/** What people of a role do first, the most frequent at the top. */
const firsts = {
  admin: ['waiting', 'purchases', 'licences', 'rules', 'audit'],
  approver: ['approvals', 'waiting', 'purchases', 'notify', 'whoami'],
  viewer: ['purchases', 'licences', 'rules', 'audit', 'notify'],
  anyone: ['mine', 'can-buy', 'waiting', 'faq', 'language'],
} as const satisfies Record<'admin' | 'approver' | 'viewer' | 'anyone', readonly CommandName[]>;

function firstFor({ speaker: { roles } }: Context): readonly CommandName[] {
  const role = (['admin', 'approver', 'viewer'] as const).find((each) => roles.has(each));
  return firsts[role ?? 'anyone'];
}

function linesAbout(topic: (typeof topics)[number], first: readonly string[], context: Context): Line[] {
  return context.commands[topic]
    .filter((each) => !each.reply && !first.includes(each.name) && hasRoleFor(each, context.speaker))
    .filter(({ name }) => !isForDeciders(name) || deciders.some((role) => context.speaker.roles.has(role)))
    .map(({ name }) => commandLine(name as CommandName, context));
}

/** Anyone may ask for what waits for them; only these have something to approve. */
const deciders = ['admin', 'approver', 'viewer'] as const;

function isForDeciders(name: string): boolean {
  return name === 'approvals' || name === 'approval';
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
