/** The language someone is answered in, everywhere and from now on. */
import { z } from 'zod/v4';
import { report } from '../../cards/report.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { memberOf } from '../people/members.ts';

const args = z.strictObject({ language: argument.language.optional(), words: argument.words.optional() });

export const language: Command<'language', typeof args> = {
  name: 'language',
  role: 'anyone',
  args,
  rest: 'words',
  open: true,
  async run({ language: chosen, words: other }, context) {
    if (other) throw new UserError(context.language.t('language.unknown'), choices(context));
    if (chosen) await remember(chosen, context);
    const { t, words } = chosen ? context.dependencies.languages[chosen] : context.language;
    return report({
      title: t('language.title'),
      paragraphs: [t('language.now')],
      notes: [t('language.choose')],
      buttons: choices(context),
      summary: t('language.summary'),
      fallback: t('fallback', { command: words.commands.language.names[0] }),
    });
  },
};

function choices({ language: { t } }: Context) {
  return [
    press(t('button.english'), 'language', { language: 'en' }),
    press(t('button.french'), 'language', { language: 'fr' }),
  ];
}

async function remember(chosen: 'en' | 'fr', { transact, speaker }: Context): Promise<void> {
  await transact((tx) => {
    tx.put('members', { ...memberOf(tx, speaker.id), language: chosen });
  });
}
