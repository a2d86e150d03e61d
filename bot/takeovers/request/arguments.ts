/** What the command `takeover` takes, typed or pressed. */
import { z } from 'zod/v4';
import { argument } from '../../language/arguments.ts';

export const takeoverArgs = z.strictObject({
  purchase: argument.purchase.optional(),
  draft: argument.draft.optional(),
  /** Settles the kind on the way. */
  settled: argument.settled.optional(),
  pick: argument.pick.optional(),
  people: argument.people.optional(),
  names: argument.names.optional(),
  act: argument.act.optional(),
  product: argument.product.optional(),
  cause: argument.cause.optional(),
  /** Looks at Microsoft once more. */
  again: argument.again.optional(),
  digest: argument.digest.optional(),
  confirm: argument.confirm.optional(),
  reason: argument.reason.optional(),
  /** Not an id: what it might be is shown. */
  words: argument.words.optional(),
});
export type Asked = z.infer<typeof takeoverArgs>;
