/** Who may approve, asked of Microsoft now; or why nobody can. */
import { type Context, UserError } from '../../core/command.ts';
import { groupTrouble } from '../../core/group-trouble.ts';
import { MicrosoftFailed } from '../../microsoft/commerce.ts';
import type { AmissGroup } from '../../people/groups.ts';
import type { Approver } from '../../people/people.ts';

export interface MayApprove {
  /** Undefined where Microsoft doesn't say. */
  approvers: readonly Approver[] | undefined;
  /** The approvers' group, where it is the reason why there is nobody: to try again would not help. */
  amiss?: AmissGroup | undefined;
}

export async function mayApproveNow({ dependencies: { people, groups } }: Context): Promise<MayApprove> {
  const approvers = await people.approvers({ fresh: true }).catch((error: unknown) => {
    if (error instanceof MicrosoftFailed) return undefined;
    throw error;
  });
  if (approvers && approvers.length > 0) return { approvers };
  const all = await groups.look(0);
  return { approvers, amiss: all.find(({ setting }) => setting === 'APPROVERS_GROUP') };
}

/** @param buttons that help */
export function cannotAsk(
  { amiss }: Pick<MayApprove, 'amiss'>,
  { language }: Context,
  buttons: ConstructorParameters<typeof UserError>[1] = [],
): UserError {
  return new UserError(amiss ? groupTrouble(amiss, language) : language.t('takeover.mayTry'), buttons);
}
