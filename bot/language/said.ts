/** What people may mean by a sentence of their own, and the data by which it is told: sentences, and words that are alike. */

/** In the order of the house: purchases, takeovers, rules, all else. What each leads to is in `bot/router/intents.ts`. */
export const intents = [
  ...(['purchases', 'due', 'leavers', 'handled', 'purchase', 'mine', 'licences'] as const),
  ...(['exportPurchases', 'exportLicences', 'exportAudit'] as const),
  ...(['take', 'release', 'ask', 'keep', 'classify', 'assign', 'remove', 'takeover', 'centralise'] as const),
  ...(['approvals', 'approval', 'approve', 'reject', 'withdraw', 'reassign', 'away', 'back'] as const),
  ...(['stop', 'check', 'reply', 'proceed', 'waiting'] as const),
  ...(['rules', 'baseline', 'allow', 'trials', 'block', 'change', 'apply', 'undo', 'retry'] as const),
  ...(['canBuy', 'request', 'audit', 'verify', 'status', 'whoami', 'english', 'french'] as const),
  ...(['help', 'hello', 'thanks', 'notify', 'pause', 'resume', 'seen', 'object'] as const),
  ...(['faqReal', 'faqContact', 'faqSupport', 'faqRefund', 'faqCancel', 'faqFiles'] as const),
  ...(['faqPays', 'faqKeep', 'faqBill', 'faqOther'] as const),
] as const;

export type Intent = (typeof intents)[number];

/** Sentences of each intent, one a line; `{product}` and the like stand for any of their kind. */
export type Said = Readonly<Record<Intent, string>>;

/** The same groups of words in another language; within one they are separated by commas. */
export type Alike<English> = Readonly<Record<keyof English, string>>;
