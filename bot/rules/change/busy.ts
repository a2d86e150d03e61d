/** One change at a time sets a rule. */
import type { Rule } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Context, press, UserError } from '../../core/command.ts';
import { busyWith } from './plan-store.ts';

/** @throws UserError where another change is still at one of these rules */
export function refuseBusy(
  tx: Transaction,
  rules: readonly Rule['id'][],
  { language: { t } }: Pick<Context, 'language'>,
): void {
  const busy = busyWith(tx, rules);
  if (busy)
    throw new UserError(t('change.busy', { id: busy.id }), [press(t('button.open'), 'change', { change: busy.id })]);
}
