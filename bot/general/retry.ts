/** Tries once more what failed: of a change of rules, or of a takeover. */
import { z } from 'zod/v4';
import { type Command, press, UserError } from '../core/command.ts';
import { isLicenceRequest, ofLicence } from '../core/licence-request.ts';
import { RoleNeeded } from '../core/to-activate.ts';
import { argument } from '../language/arguments.ts';
import { retryRules } from '../rules/change/retry.ts';
import { takeoverArguments } from '../takeovers/decision/one-takeover.ts';
import { retryTakeover } from '../takeovers/decision/retry.ts';

const args = z.strictObject({ change: argument.change.optional(), request: takeoverArguments.request });

export const retry: Command<'retry', typeof args> = {
  name: 'retry',
  role: 'anyone',
  args,
  reply: true,
  public: true,
  orders: ({ change, request }) => change !== undefined || request !== undefined,
  run({ change, request }, context) {
    const { t } = context.language;
    if (isLicenceRequest(request)) return ofLicence(request, { move: 'retry' }, context);
    if (request) return retryTakeover(request, context);
    if (!context.speaker.roles.has('admin')) throw new RoleNeeded('admin', context.language);
    if (!change) throw new UserError(t('change.onlyShown'), [press(t('change.pending'), 'change')]);
    return retryRules(change, context);
  },
};
