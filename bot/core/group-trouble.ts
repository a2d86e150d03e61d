/** What is amiss with a group that a setting names, what follows from it, and who sets it right. */
import type { Language } from '../language/index.ts';
import { permissionOf } from '../microsoft/permissions.ts';
import type { AmissGroup } from '../people/groups.ts';

export function groupTrouble({ setting, trouble }: AmissGroup, { t }: Pick<Language, 't'>): string {
  const permission = permissionOf('directory')?.name ?? '';
  return `${t(`group.${trouble}`, { setting, permission })} ${t(`group.without.${setting}`)}`;
}
