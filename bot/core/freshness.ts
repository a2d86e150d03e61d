/** How old the data is: on every card that shows some. */
import type { Part } from '../../store/records.ts';
import type { Context } from './command.ts';

/** "Data of 20 Nov 2026, 10:15 (4 minutes ago)" */
export function dataAge(
  { dependencies, language: { t, format }, now }: Context,
  of: Part['id'] = 'subscriptions',
): string {
  const goodAt = dependencies.store.get('parts', of)?.goodAt;
  return goodAt ? t('age.data', { when: format.dateTime(goodAt), ago: format.relative(goodAt, now) }) : t('age.never');
}

/** A remark where Microsoft has failed since, so that an old list is never taken for a new one. */
export function ageNote({ dependencies, language: { t } }: Context, of: Part['id'] = 'subscriptions'): string[] {
  const part = dependencies.store.get('parts', of);
  return part?.trouble ? [`${t(`trouble.${part.trouble.what}`)}. ${part.goodAt ? t('age.stale') : ''}`.trim()] : [];
}
