/** Who someone is to Purser, and why; asks Microsoft again on a press. */
import { z } from 'zod/v4';
import { report } from '../../cards/report.ts';
import { type Command, type Context, press } from '../core/command.ts';
import { toActivate } from '../core/to-activate.ts';
import { argument } from '../language/arguments.ts';
import type { Role, Speaker } from '../people/people.ts';

const args = z.strictObject({ again: argument.again.optional() });

export const whoami: Command<'whoami', typeof args> = {
  name: 'whoami',
  role: 'anyone',
  args,
  reads: true,
  open: true,
  async run({ again }, context) {
    const { t, format, words } = context.language;
    const speaker = again ? await lookAgain(context) : context.speaker;
    const role = roleOf(speaker, context);
    const hint = await toActivate({ ...context, speaker });
    const tried = speaker.unchecked ? 'whoami.notChecked' : 'whoami.checked';
    return report({
      title: t('whoami.title'),
      paragraphs: [t('whoami.you', { name: speaker.name, role }), ...(hint ? [hint.text] : [])],
      sections: [
        {
          heading: t('whoami.because'),
          lines: speaker.reasons.map((reason) => ({ title: `• ${t(`whoami.${reason}`)}` })),
        },
        { heading: t('whoami.may'), lines: mays(speaker).map((may) => ({ title: `• ${t(may)}` })) },
      ],
      notes: [`${t(tried, { ago: format.relative(speaker.checkedAt, context.now) })}. ${t('whoami.fresh')}`],
      buttons: [press(t('button.checkAgain'), 'whoami', { again: 'again' }), press(t('button.help'), 'help')],
      links: hint ? [hint.link] : [],
      summary: t('whoami.summary', { role }),
      fallback: t('fallback', { command: words.commands.whoami.names[0] }),
    });
  },
};

/** Anyone who became a guest or left meanwhile is refused by the router at their next message. */
async function lookAgain({ dependencies, speaker }: Context): Promise<Speaker> {
  const identity = await dependencies.people.lookAgain(speaker.id, speaker.name);
  return identity.kind === 'colleague' ? identity.speaker : { ...speaker, roles: new Set(), reasons: ['nothing'] };
}

/** The role said first: the one that may do most. */
const bySay: readonly Role[] = ['admin', 'approver', 'viewer'];

/** "an admin" */
export function roleOf(speaker: Speaker, { language: { t } }: Pick<Context, 'language'>): string {
  if (speaker.unchecked) return t('role.unknown');
  return t(`role.${bySay.find((role) => speaker.roles.has(role)) ?? 'anyone'}`);
}

function mays({ roles, unchecked }: Speaker) {
  if (unchecked) return ['whoami.mayNothing'] as const;
  const may = [
    ...(roles.has('admin')
      ? (['whoami.mayAdmin'] as const)
      : roles.has('viewer')
        ? (['whoami.mayViewer'] as const)
        : []),
    ...(roles.has('approver') ? (['whoami.mayApprover'] as const) : []),
  ];
  return may.length > 0 ? may : (['whoami.mayAnyone'] as const);
}
