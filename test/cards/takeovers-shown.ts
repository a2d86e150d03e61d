/** A takeover as everybody who may see it is shown it. */
import type { Chat } from '../stand-ins/teams/teams.ts';
import type { Stage, Words } from './stage.ts';

export const failed = (why: string) => ({ given: 'failed', taken: 'open', why }) as const;

export const both = (en: string, fr: string, rest = 'TK-1'): Words => ({ en: `${en} ${rest}`, fr: `${fr} ${rest}` });

export const shown = both('approval', 'approbation');

export async function inChannel({ world }: Stage): Promise<Chat> {
  const { alex: admin, megan: approver } = world.people;
  const team = world.teams.team({ name: 'IT', members: [admin, approver] });
  await team.install(admin);
  await world.purser.outbox.drain();
  return team.general;
}

/** To who decides, to who requested it, and in a channel. */
export function showing(stage: Stage, chat: Chat, wrote: readonly string[] = []) {
  const { alex: requester, megan: approver } = stage.world.people;
  return async (name: string): Promise<void> => {
    await stage.ask(`takeover, ${name}, to an approver`, approver, shown, { wrote });
    await stage.ask(`takeover, ${name}, to its requester`, requester, shown, { wrote });
    // Typed there it is read in person; back from a question, it stands there.
    const back = { verb: 'approval', data: { request: 'TK-1', back: 'back' } };
    await stage.submit(`takeover, ${name}, in a channel`, approver, back, chat, wrote);
  };
}

export type Show = ReturnType<typeof showing>;
