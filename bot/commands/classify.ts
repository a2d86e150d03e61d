/** Settles what kind of purchase it is, for good: from then on nothing is concluded any more, and the purchase says who did. */
import { z } from 'zod/v4';
import { report } from '../../cards/report.ts';
import { audit } from '../../store/audit.ts';
import { argument } from './arguments.ts';
import { type Command, press, Refused } from './command.ts';
import { newsOf, purchaseFor } from './deciding.ts';
import { showPurchase } from './purchase.ts';

const args = z.strictObject({ purchase: argument.purchase.optional(), kind: argument.kind.optional() });

export const classify: Command<'classify', typeof args> = {
  name: 'classify',
  role: 'admin',
  args,
  single: true,
  async run({ purchase: id, kind }, call) {
    const { t } = call.language;
    if (!id) throw new Refused(t('classify.which'), [press(t('button.listPurchases'), 'purchases')]);
    if (kind !== 'self-service' && kind !== 'central') {
      const choices = (['self-service', 'central'] as const).map((each) =>
        press(t(`classify.${each}`), 'classify', { purchase: id, kind: each }),
      );
      // A question, not a refusal: whoever pressed must get something to press.
      const question = t('classify.as', { id });
      return report({
        paragraphs: [question],
        buttons: [...choices, press(t('button.back'), 'purchase', { purchase: id })],
        summary: question,
        fallback: t('fallback', { command: call.language.words.commands.classify.names[0] }),
      });
    }
    await call.transact((tx) => {
      const { purchase, ...row } = purchaseFor(id, tx, call);
      const { id: by, name } = call.speaker;
      const at = call.now.toISOString();
      if (purchase.sure === 'confirmed' && purchase.kind === kind) return;
      tx.put('purchases', { ...purchase, kind, sure: 'confirmed', settled: { by, name, at } });
      const before = `${purchase.sure} ${purchase.kind}`;
      audit(tx, newsOf({ purchase, ...row }, 'classified', { before, after: `confirmed ${kind}` }, call));
    });
    return showPurchase(id, call);
  },
};
