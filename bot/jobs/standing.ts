/** Whom a job rests on, and whether they are still in office. */
import type { Standing } from '../../store/takeover/moves.ts';

/** Who ordered something, and on whose word it is done. */
export interface Ordered {
  requester: string;
  approvers: readonly string[];
  /** Approved it as admins: they need not be in the approvers' group. */
  admins?: readonly string[];
}

/** @throws MicrosoftFailed */
export type StandingOf = (requester: string, approvers: readonly string[]) => Promise<Standing>;

/**
 * Of everybody it rests on.
 *
 * @throws MicrosoftFailed
 */
export async function standingOfAll(
  { requester, approvers, admins = [] }: Ordered,
  standingOf: StandingOf,
): Promise<Standing> {
  const [standing, ...members] = await Promise.all([
    standingOf(requester, approvers),
    ...admins.map((admin) => standingOf(admin, [])),
  ]);
  const gone = admins.filter((_, at) => !members[at]?.requester);
  return { requester: standing.requester, out: [...standing.out, ...gone] };
}
