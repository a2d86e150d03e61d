/**
 * What an admin pastes into *Connect your request process* (Microsoft 365 admin centre › Billing › Licenses › Requests), so that people
 * who may not buy are sent to Purser: one message and one link [N7].
 */
import type { More } from '../../cards/report.ts';
import type { Context } from '../core/command.ts';

/** Opens Purser's chat with the words typed, as Teams documents deep links to a chat. */
function requestLink(appId: string, words: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}&message=${encodeURIComponent(`${words} `)}`;
}

/** For admins, where licences are requested from Purser. */
export function requestProcess({ dependencies, speaker, language: { t, words } }: Context): More | undefined {
  const { requests, bot } = dependencies.config;
  if (!requests.here || !bot.appId || !speaker.roles.has('admin')) return undefined;
  const link = requestLink(bot.appId, words.commands.request.names[0] ?? '');
  return {
    title: t('button.more'),
    sections: [
      {
        heading: t('status.process.title'),
        lines: [
          { title: t('status.process.where') },
          { title: t('status.process.message'), text: t('status.process.text') },
          { title: t('status.process.link'), text: link },
        ],
      },
    ],
  };
}
