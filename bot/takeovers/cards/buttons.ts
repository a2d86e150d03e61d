/** What can be pressed on the card of a takeover: what its state allows, to what its reader is to it. */
import type { Button, Link } from '../../../cards/card.ts';
import type { Takeover, TakeoverMove } from '../../../store/records.ts';
import { openObjections } from '../../../store/takeover/advance.ts';
import { ends, table } from '../../../store/takeover/table.ts';
import { press } from '../../core/command.ts';
import { adminCentre, support } from '../../microsoft/links.ts';
import { isGuided, needsSupport } from './guide.ts';
import type { Viewed } from './viewed.ts';

export function buttonsOf(takeover: Takeover, viewed: Viewed): Button[] {
  const { t } = viewed.language;
  const { id, state, ending } = takeover;
  const data = { request: id };
  const isObjected = openObjections(takeover).length > 0;
  const may = (move: TakeoverMove): boolean => table[state][move]?.by.some((part) => viewed.parts.has(part)) ?? false;
  const when = (isThere: boolean, ...buttons: Button[]): Button[] => (isThere ? buttons : []);
  return [
    ...when(may('approve'), press(t('button.approve'), 'approve', { ...data, digest: digestOf(takeover) })),
    ...when(may('reject'), press(t('button.reject'), 'reject', data)),
    ...when(
      may('answer') && isObjected,
      press(t('button.reply'), 'reply', data),
      press(t('button.proceed'), 'proceed', data),
    ),
    ...when(state === 'waiting' && viewed.parts.size > 0, press(t('button.checkNow'), 'check', data)),
    ...when(may('report'), press(t('takeoverCard.sayFound'), 'check', { ...data, confirm: 'confirm' })),
    // Where a person ends the subscription, nothing is left for Purser to do again.
    ...when(
      may('retry') && !isObjected && !(state === 'waiting' && ending === 'guided'),
      press(t('button.retry'), 'retry', data),
    ),
    ...when(may('stop'), press(t('button.stop'), 'stop', data)),
    ...when(may('reassign') && viewed.place === 'person', press(t('button.reassign'), 'reassign', data)),
    ...when(may('withdraw'), press(t('button.withdraw'), 'withdraw', data)),
    ...when(canGiveLicences(takeover, viewed), press(t('takeoverCard.giveLicences'), 'assign', data)),
    ...when(viewed.place === 'chat' && !ends.has(state), press(t('button.open'), 'approval', data)),
  ];
}

/** What an approval on this card is for: should it be something else by then, it is shown instead of approved. */
export function digestOf({ fingerprint }: Pick<Takeover, 'fingerprint'>): string {
  return fingerprint.slice(0, 12);
}

/** Whoever lost access may get a licence of the organisation [65]. */
function canGiveLicences({ state, act, holders }: Takeover, { parts }: Viewed): boolean {
  const isOver = state === 'done' && act.kind === 'cancel' && holders.ids.length > 0;
  return isOver && (parts.has('requester') || parts.has('admin'));
}

export function linksOf(takeover: Takeover, viewed: Viewed): Link[] {
  const { t } = viewed.language;
  return [
    ...(isGuided(takeover, viewed) ? [{ title: t('button.adminCentre'), url: adminCentre.worldwide.products }] : []),
    ...(needsSupport(takeover, viewed) ? [{ title: t('button.support'), url: support }] : []),
  ];
}
