/** Licences: who has one, giving one, taking one back. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  licences: {
    names: ['licences', 'licenses', 'licence', 'license'],
    summary: 'See who has a licence of what people bought themselves',
    examples: ['licences', 'licences visio', 'licences P-3'],
  },
  assign: {
    names: ['assign'],
    summary: 'Give someone a licence of a product the organisation owns',
    examples: ['assign visio to Megan', 'assign "visio plan 2" megan@contoso.com', 'assign P-3 Megan'],
  },
  remove: {
    names: ['remove', 'unassign'],
    summary: 'Take a licence of a product the organisation owns from someone',
    examples: ['remove visio from Megan', 'remove P-3 Megan'],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  licences: {
    title: 'Licences of self-service products',
    titleWhich: 'Which product?',
    which: '“{{what}}” fits all of these. Press the one you mean.',
    count_one: '{{count, number}} product',
    count_other: '{{count, number}} products',
    none: 'Nobody has bought a product themselves that still runs.',
    noneFiltered: 'I find no product, and no purchaser of one, for “{{what}}”. Try fewer words.',
    notRead: '{{what}}: bought for the organisation.',
    notReadWhy:
      'I read who has a licence only for what people bought themselves; for the rest, see Billing › Licences in the Microsoft 365 admin centre.',
    ended: '{{what}}: the purchase has ended, so nobody has a licence from it any more.',
    quantity: 'Available quantity',
    purchases: 'Purchases',
    holders: 'Holders',
    thisPurchase: 'This purchase',
    central: 'Also central',
    pooled_one: '{{count, number}} subscription of the organisation; Microsoft pools the licences of all',
    pooled_other: '{{count, number}} subscriptions of the organisation; Microsoft pools the licences of all',
    by: 'Bought by',
    morePurchasers_one: '{{count, number}} more purchaser',
    morePurchasers_other: '{{count, number}} more purchasers',
    allPurchases_one: '{{count, number}} subscription',
    allPurchases_other: '{{count, number}} subscriptions',
    shared_one:
      '{{seats}} bought by people themselves; {{count, number}} person holds this product in all, from {{all}}. Microsoft doesn’t say whose licence comes from which.',
    shared_other:
      '{{seats}} bought by people themselves; {{count, number}} people hold this product in all, from {{all}}. Microsoft doesn’t say whose licence comes from which.',
    handsOff:
      'An admin can’t assign or remove licences of a self-service purchase until it is taken over; its purchaser can.',
    disabled: 'account disabled',
    summary_one: '{{product}}: {{count, number}} holder',
    summary_other: '{{product}}: {{count, number}} holders',
    any: 'Self-service purchases',
  },
  assign: {
    no: '{{what}}: an admin can’t assign licences of a self-service purchase until it is taken over. Until then, only its purchaser can.',
    noProduct:
      'I find no product for “{{what}}”. Type its name as Microsoft has it, for example “assign "visio plan 2" to Megan”.',
    title: 'Assign a licence?',
    who: 'Who gets one?',
    whoHint: 'Name or address',
    goOn: 'Continue',
    whom: 'Whom do you mean?',
    several: '“{{who}}” fits all of these. Press the one you mean.',
    nobody: 'I find nobody for “{{who}}” in this organisation. Try the whole name, or the address.',
    cantLook: 'Microsoft doesn’t tell me just now who that is. Please try again in a moment.',
    already: '{{name}} has a licence of {{product}} already.',
    confirm: 'Once you confirm, I ask Microsoft for it. It takes one seat.',
    product: 'Product',
    seats: 'Seats',
    seatsFree: '{{free}} of {{all}} free',
    seatsNone: 'none of {{all}} free: Microsoft will probably refuse',
    seatsUnknown: 'Microsoft doesn’t say just now how many are free',
    noJob: 'I know nothing of that any more.',
    job: {
      running: 'Licences are being assigned',
      done: 'Licences assigned',
      partly: 'Not everybody got a licence',
      none: 'No licence was assigned',
      by: '{{id}} · {{name}}, {{when}}',
      progress: '{{done}} of {{total}} done',
      which: 'Who gets it',
      failed: 'Not done',
      open: 'Still to do',
    },
    rest: {
      title: 'Assign the rest?',
      what_one:
        '{{count, number}} person has {{source}} from a self-service purchase and lacks this one. They keep what they have until that ends.',
      what_other:
        '{{count, number}} people have {{source}} from a self-service purchase and lack this one. They keep what they have until that ends.',
      otherwise: 'This has changed since you saw it. Please look again.',
      nobody: 'Everybody who needs it has a licence of {{product}}.',
    },
    after: {
      title: 'Give them another licence?',
      what_one:
        '{{count, number}} person lost access to {{product}} with {{id}}. Tick who gets a licence of a product the organisation owns.',
      what_other:
        '{{count, number}} people lost access to {{product}} with {{id}}. Tick who gets a licence of a product the organisation owns.',
      who: 'Who gets one',
      option: '{{product}} · {{free}} free',
      choose: 'Please tick at least one person, and choose a product.',
      notNow: 'Nobody lost access with {{id}}: that is so only once a cancellation is done.',
      nobody: 'Nobody who lost access with {{id}} is still here.',
      noSeats: 'The organisation has no product with a free seat.',
    },
  },
  remove: {
    no: '{{what}}: an admin can’t remove licences of a self-service purchase until it is taken over. Until then, only its purchaser can.',
    title: 'Remove a licence?',
    who: 'Who loses it?',
    already: '{{name}} has no licence of {{product}}.',
    group:
      '{{name}} has {{product}} through a group, and Microsoft takes only what was given directly. Take them out of that group in Entra.',
    confirm: 'They lose access to it as soon as Microsoft has taken it. The seat is free again.',
    job: {
      running: 'Licences are being removed',
      done: 'Licences removed',
      partly: 'Not every licence was removed',
      none: 'No licence was removed',
      which: 'Who loses it',
    },
  },
};
