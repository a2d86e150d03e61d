/** Gives back what somebody took in hand, asked about or kept: it stands among what is to decide again. */
import { z } from 'zod/v4';
import { audit } from '../../store/audit.ts';
import { idOf, notify, showAnew } from '../../store/notices.ts';
import type { Purchase } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { calledIn } from '../people/told-apart.ts';
import { showPurchase } from './card.ts';
import { dropFollowUp, inTakeover, newsOf, purchaseFor } from './deciding.ts';
import type { NamedPurchase } from './named-purchase.ts';
import { purchaseMeant } from './one-purchase.ts';
import { decisionNow, type Row } from './purchase-index.ts';
import { type Deed, decideSeveral, type Reading, severalArguments } from './several.ts';

const args = z.strictObject({ ...severalArguments, words: argument.words.optional() });

export const release: Command<'release', typeof args> = {
  name: 'release',
  role: 'admin',
  args,
  rest: 'words',
  bareNumberIsId: true,
  async run(asked, context) {
    const { several, confirm } = asked;
    const { t } = context.language;
    if (several) return decideSeveral(releasing, { ids: several, isConfirmed: confirm !== undefined }, context);
    const among = ({ purchase }: Row): boolean => decisionNow(purchase, context.now) !== undefined;
    const id = purchaseMeant(asked, { verb: 'release', among }, context);
    if (!id)
      throw new UserError(t('release.which'), [press(t('button.listPurchases'), 'purchases', { status: 'todo' })]);
    const before = await context.transact((tx) => giveBack(tx, id, context));
    return showPurchase(id, context, t(before === 'asked' ? 'release.doneAsked' : 'release.done', { id }));
  },
};

type Handled = NonNullable<Purchase['decision']> & { kind: 'in-hand' | 'asked' | 'kept' };

const releasing: Deed = {
  name: 'release',
  check: releasable,
  act(tx, id, context) {
    giveBack(tx, id, context);
  },
};

/** @throws UserError where nobody has it in hand, or a takeover has */
function releasable(id: string, reader: Reading, context: Context): { about: NamedPurchase; decision: Handled } {
  const { language, now } = context;
  const { t } = language;
  const about = purchaseFor(id, reader, context);
  const decision = decisionNow(about.purchase, now);
  const open = [press(t('button.openPurchase'), 'purchase', { purchase: id })];
  if (!decision) throw new UserError(t('release.nobody', { id }), open);
  if (decision.kind === 'takeover') throw inTakeover(id, decision.takeover, t);
  return { about, decision };
}

function giveBack(tx: Transaction, id: string, context: Context): Handled['kind'] {
  const { about, decision } = releasable(id, tx, context);
  const { speaker, now } = context;
  tx.put('purchases', { ...about.purchase, decision: null });
  const before = calledIn(tx, { id: decision.by, name: decision.name });
  audit(tx, newsOf(about, { action: 'released', before }, context));
  if (decision.kind === 'asked') dropFollowUp(tx, id);
  if (decision.by !== speaker.id) {
    const to = { person: decision.by };
    const by = { id: speaker.id, name: speaker.name };
    const saying = {
      card: 'released',
      purchase: id,
      by,
      ...(decision.kind === 'kept' && { kept: true as const }),
    } as const;
    notify(tx, { key: `released ${id} ${now.toISOString()} ${idOf(to)}`, to, saying, purchases: [id] }, now);
  }
  showAnew(tx, new Set([id]), now);
  return decision.kind;
}
