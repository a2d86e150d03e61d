/** Decides about a takeover. What ends for people is asked once more; a no has its reason. */
import { z } from 'zod/v4';
import type { Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { noticeEnd, renewalOf } from '../../../store/takeover/deadlines.ts';
import { fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import type { Move } from '../../../store/takeover/moves.ts';
import { type Command, UserError } from '../../core/command.ts';
import { isLicenceRequest, ofLicence } from '../../core/licence-request.ts';
import { argument } from '../../language/arguments.ts';
import { decideOrder } from '../../orders/decide.ts';
import { askWhich } from '../../orders/list.ts';
import { digestOf } from '../cards/view/view.ts';
import { currentAction } from '../state/action.ts';
import {
  askAbout,
  forApprovers,
  makeMove,
  orderArguments,
  showTakeover,
  takeoverArguments,
  takeoverFor,
  wordless,
} from './one-takeover.ts';

/** `limit`: what is picked on the card of a licence request goes along with either button. */
const args = z.strictObject({ ...takeoverArguments, ...orderArguments, limit: argument.limit.optional() });
const approveArgs = z.strictObject({
  ...takeoverArguments,
  ...orderArguments,
  digest: argument.digest.optional(),
  limit: argument.limit.optional(),
  term: argument.term.optional(),
});

export const approve: Command<'approve', typeof approveArgs> = {
  name: 'approve',
  // Of an order an admin is the second person, too.
  role: 'anyone',
  args: approveArgs,
  reply: true,
  public: true,
  // What it is for begins at once.
  orders: ({ change, second, request }) => change !== undefined || second !== undefined || isLicenceRequest(request),
  changes: ({ request }) => request !== undefined,
  async run({ request, confirm, digest, change, second, reason, limit, term }, context) {
    const id = change ?? second;
    if (isLicenceRequest(request))
      return ofLicence(request, { move: 'approve', reason, limit: term ?? limit }, context);
    if (term) throw new UserError(context.language.t('request.noTerm', { id: request ?? id ?? '' }));
    if (id) return decideOrder(id, { move: 'approve', words: null }, context);
    if (!request) askWhich(context, 'approve');
    forApprovers(context);
    const { store, config } = context.dependencies;
    const found = takeoverFor(request, context, { name: 'approve' });
    // The card that was pressed says something else: what it is now is shown first.
    if (digest && digest !== digestOf(found) && found.state === 'pending')
      return showTakeover(found, context, context.language.t('takeover.refused.shownOtherwise'));
    if (found.act.kind === 'cancel' && !confirm && found.state === 'pending')
      return askAbout(found, context, { question: 'approve' });
    const moveFor = (takeover: Takeover, tx: Transaction): Move => {
      const { noticeDays, calendar } = config.takeovers;
      const now = currentAction(takeover, store, { within: tx });
      const { purchase } = now ?? takeover;
      return {
        kind: 'approve',
        // A purchase that has ended can't be approved: the empty fingerprint matches none.
        fingerprint: now && (!digest || digest === digestOf(takeover)) ? fingerprintOf(now) : '',
        notBefore: noticeEnd(context.now, noticeDays, renewalOf(purchase, calendar), calendar),
      };
    };
    return makeMove(found.id, context, { name: 'approve', moveFor });
  },
};

export const reject: Command<'reject', typeof args> = {
  name: 'reject',
  // Of an order an admin is the second person, too.
  role: 'anyone',
  args,
  reply: true,
  rest: 'reason',
  public: true,
  async run({ request, confirm, reason, change, second }, context) {
    const id = change ?? second;
    if (isLicenceRequest(request)) return ofLicence(request, { move: 'reject', reason }, context);
    if (id) return decideOrder(id, { move: 'reject', words: reason ?? null }, context);
    if (!request) askWhich(context, 'reject');
    forApprovers(context);
    const found = takeoverFor(request, context, { name: 'reject' });
    if (!reason && found.state === 'pending')
      return askAbout(found, context, { question: 'reject', remark: wordless(confirm, context) });
    return makeMove(found.id, context, { name: 'reject', moveFor: () => ({ kind: 'reject', words: reason ?? '' }) });
  },
};
