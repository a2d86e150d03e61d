/** What a purchaser answers to a notice: that they have seen it, or that they object; whoever asked is told. */
import { z } from 'zod/v4';
import type { Card } from '../../cards/card.ts';
import { audit } from '../../store/audit.ts';
import { notify, renewed } from '../../store/notices.ts';
import type { Notice } from '../../store/records.ts';
import type { Transaction } from '../../store/store.ts';
import { cardOf } from '../notices/index.ts';
import { argument } from './arguments.ts';
import { type Call, type Command, press, Refused } from './command.ts';
import { newsOf, purchaseFor } from './deciding.ts';

const args = z.strictObject({ notice: argument.notice.optional(), reason: argument.reason.optional() });

type Answer = NonNullable<Notice['answer']>['what'];

function answer<Name extends 'seen' | 'object'>(name: Name, what: Answer): Command<Name, typeof args> {
  return {
    name,
    role: 'anyone',
    args,
    rest: 'reason',
    async run({ notice: id, reason }, call) {
      const { t } = call.language;
      if (!id) throw new Refused(t('answer.which'));
      const notice = await call.house.store.transact((tx) => put(tx, id, what, reason ?? null, call));
      return cardOf(notice, call.house) as Card;
    },
  };
}

/** Said twice it is said once; who objects after all is heard, and who objected is not made to agree by a late press. */
function put(tx: Transaction, id: string, what: Answer, words: string | null, call: Call): Notice {
  const { speaker, now, language } = call;
  const notice = tx.get('notices', id);
  const isTheirs = notice && 'person' in notice.to && notice.to.person === speaker.id;
  // Who may not answer must not learn which notices there are either.
  if (!isTheirs || notice.saying.card !== 'asked') {
    throw new Refused(language.t('answer.notYours', { id }), [press(language.t('button.listPurchases'), 'purchases')]);
  }
  const before = notice.answer;
  if (before?.what === 'objected' && (what === 'seen' || before.words === words)) return notice;
  if (before?.what === what && what === 'seen') return notice;
  const { purchase, by } = notice.saying;
  const answered = { ...renewed(notice, now.toISOString()), answer: { what, words, at: now.toISOString() } };
  tx.put('notices', answered);
  audit(tx, { ...newsOf(purchaseFor(purchase, tx, call), what, { before: null, after: null }, call), why: words });
  notify(
    tx,
    {
      key: `answered ${id} ${what} ${now.toISOString()}`,
      to: { person: by.id },
      saying: { card: 'answered', purchase, name: speaker.name, answer: what, words },
      purchases: [purchase],
    },
    now,
  );
  return answered;
}

export const seen = answer('seen', 'seen');
export const object = answer('object', 'objected');
