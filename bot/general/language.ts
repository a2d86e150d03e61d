/** The language someone is answered in, everywhere and from now on. */
import { z } from 'zod/v4';
import { report } from '../../cards/report.ts';
import { type Call, type Command, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { memberOf } from '../people/members.ts';

const args = z.strictObject({ language: argument.language.optional(), words: argument.words.optional() });

export const language: Command<'language', typeof args> = {
  name: 'language',
  role: 'anyone',
  args,
  rest: 'words',
  open: true,
  async run({ language: chosen, words: other }, call) {
    if (other) throw new UserError(call.language.t('language.unknown'), choices(call));
    if (chosen) await remember(chosen, call);
    const { t, words } = chosen ? call.house.languages[chosen] : call.language;
    return report({
      title: t('language.title'),
      paragraphs: [t('language.now')],
      notes: [t('language.choose')],
      buttons: choices(call),
      summary: t('language.summary'),
      fallback: t('fallback', { command: words.commands.language.names[0] }),
    });
  },
};

function choices({ language: { t } }: Call) {
  return [
    press(t('button.english'), 'language', { language: 'en' }),
    press(t('button.french'), 'language', { language: 'fr' }),
  ];
}

async function remember(chosen: 'en' | 'fr', { transact, speaker }: Call): Promise<void> {
  await transact((tx) => {
    tx.put('members', { ...memberOf(tx, speaker.id), language: chosen });
  });
}
