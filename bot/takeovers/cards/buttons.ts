/** The buttons of a takeover's card: its state and its reader's parts decide which there are. */
import type { Button, Link } from '../../../cards/card.ts';
import { when } from '../../../cards/when.ts';
import { press } from '../../core/command.ts';
import { adminCentre, support } from '../../microsoft/links.ts';
import type { TakeoverView } from './view/view.ts';

export function buttonsOf(view: TakeoverView): Button[] {
  const { id, state, reader, isObjected, ending, language } = view;
  const { moves, parts, place } = reader;
  const { t } = language;
  const data = { request: id };
  const canAnswer = moves.has('answer') && isObjected;
  // Where a person ends the subscription, nothing is left for Purser to do again.
  const isDone = ending !== undefined && ending.who !== 'automation';
  return [
    ...when(moves.has('approve'), approveButton(view)),
    ...when(moves.has('reject'), press(t('button.reject'), 'reject', data)),
    ...when(canAnswer, press(t('button.reply'), 'reply', data), press(t('button.proceed'), 'proceed', data)),
    ...when(moves.has('report'), press(t('takeoverCard.sayFound'), 'check', { ...data, confirm: 'confirm' })),
    ...when(state === 'waiting' && parts.size > 0, press(t('button.checkNow'), 'check', data)),
    ...when(moves.has('retry') && !isObjected && !isDone, press(t('button.retry'), 'retry', data)),
    ...when(canVouch(view), { ...press(t('takeoverCard.theyKnow'), 'proceed', data), style: 'positive' as const }),
    ...when(canLeaveOut(view), press(t('takeoverCard.endWithout'), 'proceed', data)),
    ...when(moves.has('stop'), press(t('button.stop'), 'stop', data)),
    ...when(moves.has('reassign') && place === 'person', press(t('button.reassign'), 'reassign', data)),
    ...when(moves.has('withdraw'), press(t('button.withdraw'), 'withdraw', data)),
    ...when(canGiveLicences(view), press(t('takeoverCard.giveLicences'), 'assign', data)),
    ...when(place === 'chat' && !view.hasEnded, press(t('button.open'), 'approval', data)),
  ];
}

/** The step that is recommended; of a cancellation one that can't be undone, which is asked once more. */
function approveButton({ id, digest, act, language: { t } }: TakeoverView): Button {
  const style = act === 'cancel' ? 'destructive' : 'positive';
  return { ...press(t('button.approve'), 'approve', { request: id, digest }), style };
}

/** An approver says that those who could not be told know; somebody's objection is answered first. */
function canVouch({ reader: { moves }, untold, isObjected }: TakeoverView): boolean {
  return moves.has('vouch') && !isObjected && untold !== undefined;
}

/** It ends for those who could not be moved, once somebody says so who has read their names. */
function canLeaveOut({ reader: { moves }, run, isObjected }: TakeoverView): boolean {
  return moves.has('leave-out') && !isObjected && run !== undefined && run.losers.ids.length > 0;
}

/** People who lost access may get a licence of the organisation [65]. */
function canGiveLicences({ state, act, count, reader: { parts } }: TakeoverView): boolean {
  const isOver = state === 'done' && act === 'cancel' && count > 0;
  return isOver && (parts.has('requester') || parts.has('admin'));
}

export function linksOf(view: TakeoverView): readonly Link[] {
  const { ending, reader, language } = view;
  const { t } = language;
  const isNext = reader.moves.has('report') && !canVouch(view) && ending?.reports.length === 0;
  return [
    ...when<Link>(ending?.isGuided === true, {
      ...{ title: t('button.adminCentre'), url: adminCentre.worldwide.products },
      ...(isNext && { style: 'positive' }),
    }),
    ...when(ending?.needsSupport === true, { title: t('button.support'), url: support }),
  ];
}
