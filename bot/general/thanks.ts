/** A friendly word for a friendly word. */
import { z } from 'zod/v4';
import { report } from '../../cards/report.ts';
import type { Command } from '../core/command.ts';

const args = z.strictObject({ words: z.string().optional() });

export const thanks: Command<'thanks', typeof args> = {
  name: 'thanks',
  role: 'anyone',
  args,
  reads: true,
  rest: 'words',
  open: true,
  public: true,
  reply: true,
  run(_, { language: { t, words } }) {
    const said = t('thanks.welcome');
    const fallback = t('fallback', { command: words.commands.help.names[0] });
    return { ...report({ paragraphs: [said], summary: said, fallback }), said };
  },
};
