/** Who may approve, asked of Microsoft now; or why nobody can. */
import type { Trouble } from '../../../store/records.ts';
import { type Context, UserError } from '../../core/command.ts';
import { groupTrouble } from '../../core/group-trouble.ts';
import { whatNext } from '../../core/what-next.ts';
import { troubleIn } from '../../microsoft/commerce.ts';
import type { AmissGroup } from '../../people/groups.ts';
import type { Approver } from '../../people/people.ts';

export interface MayApprove {
  /** Undefined where Microsoft doesn't say. */
  approvers: readonly Approver[] | undefined;
  /** Why it doesn't; undefined where it does. */
  trouble?: Trouble | undefined;
  /** The approvers' group, where it is the reason why there is nobody: to try again would not help. */
  amiss?: AmissGroup | undefined;
}

export async function mayApproveNow({ dependencies: { people, groups } }: Context): Promise<MayApprove> {
  const found = await people.approvers({ fresh: true }).then(
    (approvers): MayApprove => ({ approvers }),
    (error: unknown): MayApprove => ({ approvers: undefined, trouble: troubleIn(error) }),
  );
  if (found.approvers && found.approvers.length > 0) return found;
  const all = await groups.look(0);
  return { ...found, amiss: all.find(({ setting }) => setting === 'APPROVERS_GROUP') };
}

/** @param buttons that help */
export function cannotAsk(
  { amiss, trouble = 'unreachable' }: Pick<MayApprove, 'amiss' | 'trouble'>,
  { language }: Context,
  buttons: ConstructorParameters<typeof UserError>[1] = [],
): UserError {
  const { t } = language;
  const text = amiss ? groupTrouble(amiss, language) : `${t('takeover.mayTry')} ${whatNext(trouble, t)}`;
  return new UserError(text, buttons);
}
