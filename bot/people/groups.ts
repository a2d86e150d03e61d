/**
 * Whether the groups that the settings name are there, can be read, and hold somebody. Where one isn't, nobody has a role by it,
 * and no admin takes their place; so it must be said aloud, or Purser waits for approvers who will never come.
 */
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { type Commerce, MicrosoftFailed } from '../microsoft/commerce.ts';
import { lately } from '../microsoft/lately.ts';
import { isMember } from './people.ts';

export const groupSettings = ['APPROVERS_GROUP', 'VIEWERS_GROUP'] as const;
export type GroupSetting = (typeof groupSettings)[number];

/** What stays so until somebody sets it right. `nobody`: only guests, disabled people, or nobody at all. */
export const groupTroubles = ['missing', 'not-a-group', 'nobody', 'no-permission', 'refused'] as const;
export type GroupTrouble = (typeof groupTroubles)[number];

export interface AmissGroup {
  setting: GroupSetting;
  trouble: GroupTrouble;
}

export interface Groups {
  /** Those that something is amiss with, as they were when last looked at. */
  amiss(): readonly AmissGroup[];
  /** The same, looked at now unless that is at most so long ago. While Microsoft doesn't answer, what was known stays. Never rejects. */
  look(atMostMs: number): Promise<readonly AmissGroup[]>;
}

interface Deps {
  commerce: Pick<Commerce, 'group'>;
  config: Pick<Config, 'approversGroup' | 'viewersGroup'>;
  clock: Clock;
  log: Log;
  metrics: Pick<Metrics, 'group'>;
}

export function createGroups(deps: Deps): Groups {
  const { approversGroup, viewersGroup } = deps.config;
  const ids: Record<GroupSetting, string | undefined> = {
    APPROVERS_GROUP: approversGroup,
    VIEWERS_GROUP: viewersGroup,
  };
  const known = new Map<GroupSetting, GroupTrouble | null>();
  const amiss = (): AmissGroup[] =>
    groupSettings.flatMap((setting) => {
      const trouble = known.get(setting);
      return trouble ? [{ setting, trouble }] : [];
    });
  const lookAt = async (setting: GroupSetting): Promise<void> => {
    const group = ids[setting];
    const trouble = group === undefined ? undefined : await troubleWith(group, deps.commerce);
    if (trouble === undefined) return;
    deps.metrics.group(setting, trouble === null);
    const before = known.get(setting) ?? null;
    known.set(setting, trouble);
    if (trouble === before) return;
    if (trouble) deps.log.error({ setting, group, trouble }, 'a group that decides who may do what is of no use');
    else deps.log.info({ setting, group }, 'a group that was of no use is in order');
  };
  const look = lately(async () => {
    await Promise.all(groupSettings.map(lookAt));
    return amiss();
  }, deps.clock);
  return { amiss, look };
}

/** @returns null if all is well with it, undefined if Microsoft doesn't say just now */
export async function troubleWith(group: string, commerce: Deps['commerce']): Promise<GroupTrouble | null | undefined> {
  try {
    const found = await commerce.group(group);
    if (found.is !== 'group') return found.is;
    return found.isAll && !found.members.some(isMember) ? 'nobody' : null;
  } catch (error) {
    if (!(error instanceof MicrosoftFailed)) throw error;
    return groupTroubles.find((trouble) => trouble === error.trouble);
  }
}
