/** Settles the kind of a purchase for good: the sync no longer concludes it, and the purchase says who settled it. */
import { z } from 'zod/v4';
import type { Button, Card } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { audit } from '../../store/audit.ts';
import type { Purchase } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { showPurchase } from './card.ts';
import { inTakeover, newsOf, purchaseFor } from './deciding.ts';
import type { NamedPurchase } from './named-purchase.ts';
import { purchaseMeant } from './one-purchase.ts';
import { type Deed, decideSeveral, type Reading, severalArguments } from './several.ts';

const args = z.strictObject({ ...severalArguments, kind: argument.kind.optional(), words: argument.words.optional() });

type Asked = z.infer<typeof args>;

export const classify: Command<'classify', typeof args> = {
  name: 'classify',
  role: 'admin',
  args,
  rest: 'words',
  bareNumberIsId: true,
  async run(asked, context) {
    const { several, kind, confirm } = asked;
    const { t } = context.language;
    if (several) return classifySeveral({ several, kind, isConfirmed: confirm !== undefined }, context);
    const id = purchaseMeant(asked, { verb: 'classify', scope: 'all', ...(kind && { data: { kind } }) }, context);
    if (!id) throw new UserError(t('classify.which'), [press(t('button.listPurchases'), 'purchases')]);
    if (kind !== 'self-service' && kind !== 'central')
      return askKind(id, { question: t('classify.as', { id }) }, context);
    await context.transact((tx) => settle(tx, { id, kind }, context));
    return showPurchase(id, context);
  },
};

function classifySeveral(
  { several: ids, kind, isConfirmed }: { several: string[]; kind: Asked['kind']; isConfirmed: boolean },
  context: Context,
): Card | Promise<Card> {
  if (kind !== 'self-service' && kind !== 'central') return askKindOf(ids, context);
  const told = context.language.t(`kind.${kind}`);
  return decideSeveral(classifying(kind), { ids, isConfirmed, data: { kind }, kind: told }, context);
}

/** Among several, what is settled so already is left as it is. */
function classifying(kind: Settling['kind']): Deed {
  const check = (id: string, reader: Reading, context: Context): void => {
    const about = settleable({ id, kind }, reader, context);
    if (about.purchase.sure !== 'confirmed' || about.purchase.kind !== kind) return;
    const { t } = context.language;
    throw new UserError(t('classify.already', { id, kind: t(`kind.${kind}`) }));
  };
  return {
    name: 'classify',
    check,
    act(tx, id, context) {
      check(id, tx, context);
      settle(tx, { id, kind }, context);
    },
  };
}

interface Settling {
  id: Purchase['id'];
  kind: 'self-service' | 'central';
}

/** @throws UserError if there is no such purchase, or a takeover of it rests on its kind */
function settleable({ id, kind }: Settling, reader: Reading, context: Context): NamedPurchase {
  const about = purchaseFor(id, reader, context);
  const { decision } = about.purchase;
  if (decision?.kind === 'takeover' && kind !== 'self-service')
    throw inTakeover(id, decision.takeover, context.language.t);
  return about;
}

/** @throws UserError, as `settleable` does */
export function settle(tx: Transaction, { id, kind }: Settling, context: Context): void {
  const about = settleable({ id, kind }, tx, context);
  const { purchase } = about;
  if (purchase.sure === 'confirmed' && purchase.kind === kind) return;
  const settled = { by: context.speaker.id, name: context.speaker.name, at: context.now.toISOString() };
  // What the organisation bought needs nobody to keep it.
  const decision = kind === 'central' && purchase.decision?.kind === 'kept' ? null : purchase.decision;
  tx.put('purchases', { ...purchase, kind, sure: 'confirmed', settled, decision });
  const before = `${purchase.sure} ${purchase.kind}`;
  audit(tx, newsOf(about, { action: 'classified', before, after: `confirmed ${kind}` }, context));
}

interface Question {
  question: string;
  /** Goes on with what somebody wanted to do about a self-service purchase. */
  selfService?: Button;
}

function askKindOf(ids: readonly string[], { language: { t, words } }: Context): Card {
  const question = t('classify.asSeveral', { count: ids.length });
  const choice = (kind: Settling['kind']) => press(t(`classify.${kind}`), 'classify', { several: ids.join(), kind });
  return report({
    paragraphs: [question],
    buttons: [choice('self-service'), choice('central'), press(t('button.back'), 'purchases')],
    summary: question,
    fallback: t('fallback', { command: words.commands.classify.names[0] }),
  });
}

/** A question, not a refusal: the person who pressed must get something to press. */
export function askKind(
  id: Purchase['id'],
  { question, selfService }: Question,
  { language: { t, words } }: Context,
): Card {
  const choice = (kind: 'self-service' | 'central') => press(t(`classify.${kind}`), 'classify', { purchase: id, kind });
  return report({
    paragraphs: [question],
    buttons: [
      selfService ?? choice('self-service'),
      choice('central'),
      press(t('button.back'), 'purchase', { purchase: id }),
    ],
    summary: question,
    fallback: t('fallback', { command: words.commands.classify.names[0] }),
  });
}
