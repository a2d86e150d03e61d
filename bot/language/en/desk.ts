/** The purchaser's desk. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  mine: {
    names: ['mine', 'my desk'],
    summary: 'See what you bought yourself, and cancel it, add licences, pay, or hand it to IT',
    examples: ['mine', 'mine visio', 'mine P-3'],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  mine: {
    title: 'What I bought myself',
    show: 'My purchases',
    all: 'All my purchases',
    questions: 'Questions?',
    count_one: '{{count, number}} running purchase',
    count_other: '{{count, number}} running purchases',
    pick: 'Open one to see who uses it and what you can do.',
    priceNote: 'What they cost is unknown to me: Microsoft doesn’t tell. Your invoices say.',
    none: 'You haven’t bought any Microsoft product yourself, as far as Microsoft tells me.',
    noneWhat: 'Products your organisation gives you aren’t listed here. If you need one you don’t have, see below.',
    noneYet: 'I haven’t read Microsoft’s list of purchases yet. Ask again in a few minutes.',
    notFound: 'You haven’t bought anything called “{{what}}”.',
    notYours: '{{id}} isn’t something you bought yourself.',
    ended: '{{product}} has ended, so that can no longer be done.',
    summary: '{{product}}, which you bought',
    ids: 'Mention {{id}} if you write to somebody about it.',
    costs: 'Costs',
    price: 'Unknown: Microsoft doesn’t tell me. See “Pay a bill or change the card”.',
    priceTrial: 'Unknown; a trial costs nothing until it ends.',
    next: '{{when}}. Treat it as renewing unless you turn that off.',
    nextTrial: '{{when}}. If you gave a card, it then becomes a paid subscription.',
    users: 'Used by',
    usersNone: 'Nobody: no licence is given to anyone',
    usersUnknown: 'Unknown: Microsoft doesn’t tell whose licences come from this purchase',
    open: 'Open',
    takeover: '{{name}} wants to take it over for the organisation ({{takeover}}).',
    asked: '{{name}} has asked you to cancel it.',
    inHand: '{{name}} from IT is looking after it.',
    handed: 'You asked IT on {{date}} to take it over.',
    rights: 'What you can do',
    right: {
      cancel: 'How to cancel',
      more: 'Buy more',
      assign: 'Give someone a licence',
      pay: 'Pay a bill or change the card',
      refund: 'Refund',
      files: 'My files',
      it: 'Hand it to IT',
    },
    step: {
      save: 'Save what you need from {{product}}, and tell the people who use it: when it ends, all of you may lose access.',
      products:
        'Open Billing › Your products in the Microsoft 365 admin centre, sign in with your work account, and open {{product}}.',
      cancel: 'Choose “Cancel subscription”, pick a reason, and confirm.',
      renewalOff:
        'If Microsoft offers only to edit recurring billing, turn it off: it then ends with its term, and you pay until then.',
      askFirst: 'Ask {{contact}} first: the organisation may have a licence free.',
      total: 'Choose “Buy licenses”, enter the new total, and save. “Remove licenses” lowers it.',
      paid: 'They are charged to your own card.',
      licences:
        'Open Billing › Licenses in the Microsoft 365 admin centre, sign in with your work account, and choose {{product}}.',
      names: 'Choose “Assign licenses”, type names, at most 20 at a time, and choose “Assign”.',
      sameTenant: 'Only people in your own organisation can have one.',
      onlyBought: 'Only licences of what you bought yourself can be given this way.',
      bills: 'Open Billing › Bills & payments in the Microsoft 365 admin centre, and sign in with your work account.',
      invoices: 'What you have to pay, and what you paid, is under “Invoices”.',
      card: 'Your card is under “Payment methods”: choose it and “Edit”, or add another.',
      neverHere: 'Enter card numbers there and nowhere else: neither I nor IT ask for them.',
      sevenDays:
        'Cancel within seven days of the start or of a renewal. Microsoft then usually pays back the remaining time.',
      credited:
        'Microsoft credits it on an invoice or pays it back, and tells you by e-mail. If it doesn’t, its support helps.',
      expenses: 'Whether your organisation pays the rest is up to its expense rules; {{contact}} knows them.',
      owned: 'What you make with {{product}} belongs to your organisation, and stays under its control.',
      notDeleted: 'Ask {{contact}} before you delete anything that colleagues use.',
    },
    place: { products: 'Your products', licences: 'Licenses', bills: 'Bills & payments' },
    adminCentre: 'You see only your own purchases there. The admin centre is also behind “Admin” in the app launcher.',
    refundOpen:
      'You bought it on {{bought}}. If you cancel by {{until}}, Microsoft usually pays back the remaining time.',
    refundOver:
      'You bought it on {{bought}}, more than seven days ago. Unless it has just renewed, Microsoft usually pays nothing back.',
    trialEnds:
      'It is a trial. Without a card it ends by itself, and you need do nothing; with one, turn off recurring billing before it ends.',
    takenOver: '{{name}} is already taking it over for the organisation ({{takeover}}); you need do nothing.',
  },
  handOver: {
    what: 'IT then reads that you would like the organisation to take this purchase over, and decides. It goes on record with your name.',
    until: 'Nothing ends by this. Until IT has decided, it stays yours, and Microsoft charges your card.',
    words: 'Anything IT should know?',
    wordsHint: 'e.g. three of us use it for the new office plans',
    send: 'Send to IT',
    told: 'IT has been told that you want to hand this over. You’ll hear from the colleague who sees to it.',
    nobody: 'It’s on record, but no chat of IT gets my alerts yet. Please tell {{contact}} as well.',
  },
  handed: {
    title: '{{name}} asks IT to take over {{product}}',
    short: 'A purchaser hands a purchase over',
    words: 'In their words: {{words}}',
    what: 'They pay for it until you decide. Take it over to move its users or end it; or take care of it first.',
  },
};
