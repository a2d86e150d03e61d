/** Licences: who has one, giving one, taking one back. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  licences: {
    names: ['licences', 'licenses', 'licence', 'license'],
    summary: 'See who has licences from self-service purchases',
    examples: ['licences', 'licences visio', 'licences P-3'],
  },
  assign: {
    names: ['assign'],
    summary: 'Give someone a licence for a product the organisation owns',
    examples: ['assign visio to Megan', 'assign "visio plan 2" megan@contoso.com', 'assign P-3 Megan'],
  },
  remove: {
    names: ['remove', 'unassign'],
    summary: 'Take back someone’s licence for a product the organisation owns',
    examples: ['remove visio from Megan', 'remove P-3 Megan'],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  licences: {
    title: 'Licences for self-service products',
    titleWhich: 'Which product?',
    which: '“{{what}}” matches all of these. Press the one you mean.',
    count_one: '{{count, number}} product',
    count_other: '{{count, number}} products',
    none: 'No self-service purchases are running right now.',
    noneFiltered: 'No product or purchaser matches “{{what}}”. Try fewer words.',
    notRead: '{{what}}: bought by the organisation.',
    notReadWhy:
      'I only read licence holders for self-service purchases. For the rest, see Billing › Licences in the Microsoft 365 admin centre.',
    ended: '{{what}}: the purchase has ended, so nobody has a licence from it now.',
    quantity: 'Seats',
    noneFree: 'no seat free',
    bought: '{{bought, number}} bought',
    boughtFree: '{{bought, number}} bought, {{free, number}} free',
    boughtPool: '{{bought, number}} bought by people; of the {{all, number}} in all, {{free, number}} free',
    purchases: 'Purchases',
    holders: 'Holders',
    thisPurchase: 'This purchase',
    central: 'Also bought centrally',
    pooled_one: '{{count, number}} subscription; Microsoft pools all licences for this product',
    pooled_other: '{{count, number}} subscriptions; Microsoft pools all licences for this product',
    by: 'Bought by',
    morePurchasers_one: '{{count, number}} more purchaser',
    morePurchasers_other: '{{count, number}} more purchasers',
    allPurchases_one: '{{count, number}} subscription',
    allPurchases_other: '{{count, number}} subscriptions',
    shared_one:
      '{{seats}} bought as self-service. In total, {{count, number}} person has this product, from {{all}}, and Microsoft doesn’t say whose licence comes from which.',
    shared_other:
      '{{seats}} bought as self-service. In total, {{count, number}} people have this product, from {{all}}, and Microsoft doesn’t say whose licence comes from which.',
    sharedTold:
      '{{seats}} bought as self-service, {{all}} in all. Where Microsoft’s allotments say which purchase a licence comes from, its number stands beside the name.',
    handsOff:
      'Admins can’t assign or remove licences from a self-service purchase until it is taken over. Its purchaser can.',
    departmental:
      'Microsoft doesn’t let anyone assign or remove these seats one by one: each ends with its purchase. Take the purchase over to move its holders to a product the organisation owns.',
    disabled: 'account disabled',
    guest: 'guest',
    summary_one: '{{product}}: {{count, number}} holder',
    summary_other: '{{product}}: {{count, number}} holders',
    any: 'Self-service purchases',
  },
  assign: {
    no: '{{what}}: admins can’t assign licences from a self-service purchase until it is taken over. Until then, only its purchaser can.',
    /** Typed by hand: nobody's desk has such seats. */
    departmental: {
      bought:
        '{{what}}: admins can’t assign or remove its licences. Microsoft sells this SKU ({{part}}) to people for their own department, and its seats can’t be assigned or removed one by one: each ends with its purchase. Take the purchase over to move its holders, or assign another product that the organisation owns.',
      central:
        '{{what}}: admins can’t assign or remove its licences. This is a SKU for departments ({{part}}), and Microsoft doesn’t let its seats be assigned or removed one by one, whoever bought it. Assign another product that the organisation owns.',
    },
    noProduct:
      'I can’t find a product called “{{what}}”. Type its name as Microsoft writes it, for example “assign "visio plan 2" to Megan”.',
    wholeOrganisation:
      '{{product}} applies to the whole organisation: Microsoft gives nobody a licence for it, so there is nothing to assign or remove.',
    title: 'Assign a licence?',
    who: 'Who gets one?',
    whoHint: 'Name or e-mail address',
    goOn: 'Continue',
    whom: 'Who do you mean?',
    several: '“{{who}}” matches all of these. Press the one you mean.',
    nobody: 'I can’t find anyone called “{{who}}” in this organisation. Try the full name or the e-mail address.',
    notFound: 'Microsoft doesn’t have all of these people any more. Please choose again.',
    cantLook: 'Microsoft can’t tell me who that is right now.',
    already: '{{name}} already has a licence for {{product}}.',
    confirm: 'Once you confirm, I’ll ask Microsoft to assign it. It uses one seat.',
    product: 'Product',
    seats: 'Seats',
    seatsFree: '{{free}} of {{all}} free',
    seatsAtLeast: 'at least {{free}} free; of the {{all}} in all, some belong to what people bought for themselves',
    seatsNone: 'none of {{all}} free: Microsoft will probably refuse',
    seatsUnknown: 'Microsoft can’t say how many are free right now',
    noJob:
      'I no longer have the details of that: they are deleted {{days, number}} days after the end at the latest. The journal still says who got or lost a licence.',
    job: {
      running: 'Licences are being assigned',
      done: 'Licences assigned',
      partly: 'Not everyone got a licence',
      none: 'No licence was assigned',
      by: '{{id}} · {{name}}, {{when}}',
      state: { running: 'in progress', done: 'done', partly: 'partly done', none: 'not done' },
      progress: '{{done}} of {{total}} done',
      which: 'Who gets it',
      failed: 'Not done',
      open: 'Still to do',
    },
    rest: {
      title: 'Assign the rest?',
      what_one:
        '{{count, number}} person has {{source}} from a self-service purchase but doesn’t have this product. They keep what they have until that purchase ends.',
      what_other:
        '{{count, number}} people have {{source}} from a self-service purchase but don’t have this product. They keep what they have until that purchase ends.',
      otherwise: 'This has changed since you last saw it. Please check again.',
      nobody: 'Everyone who needs a licence for {{product}} has one.',
      left_one: '{{names}} is left out: I can’t find them in the organisation any more.',
      left_other: '{{names}} are left out: I can’t find them in the organisation any more.',
    },
    after: {
      title: 'Give them another licence?',
      what_one:
        '{{count, number}} person lost access to {{product}} through {{id}}. Tick who should get a licence for a product the organisation owns.',
      what_other:
        '{{count, number}} people lost access to {{product}} through {{id}}. Tick who should get a licence for a product the organisation owns.',
      who: 'Who gets one',
      option: '{{product}} · {{free}} free',
      optionAtLeast: '{{product}} · at least {{free}} free',
      choose: 'Please tick at least one person and choose a product.',
      notNow: 'Nobody has lost access through {{id}}. That happens only once a cancellation is done.',
      left_one: '{{names}} lost access too, and is left out: they are no longer in the organisation.',
      left_other: '{{names}} lost access too, and are left out: they are no longer in the organisation.',
      nobody: 'None of the people who lost access through {{id}} are still here.',
      noSeats: 'The organisation has no product with a free seat.',
    },
  },
  remove: {
    no: '{{what}}: admins can’t remove licences from a self-service purchase until it is taken over. Until then, only its purchaser can.',
    title: 'Remove a licence?',
    who: 'Who loses it?',
    already: '{{name}} doesn’t have a licence for {{product}}.',
    group:
      '{{name}} has {{product}} through a group, and Microsoft only removes licences that were assigned directly. Take them out of that group in Entra.',
    confirm: 'They lose access as soon as Microsoft removes it, and the seat becomes free again.',
    job: {
      running: 'Licences are being removed',
      done: 'Licences removed',
      partly: 'Not every licence was removed',
      none: 'No licence was removed',
      which: 'Who loses it',
    },
  },
};
