/** Licence requests: asked for, decided, assigned, ended. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  request: {
    names: ['request', 'request a licence', 'request a license', 'ask for a licence', 'ask for a license'],
    summary: 'Ask for a licence, for yourself or a colleague, and see where your requests stand',
    examples: [
      'request',
      'request visio because I draw our network plans',
      'request visio for Megan because she joins the network team',
      'request visio for 3 months because of the audit ref INC0012345',
      'request LR-1',
    ],
  },
  'auto-grant': {
    names: ['auto-grant', 'auto grant', 'grant automatically', 'granted automatically'],
    summary: 'For which products a free licence is assigned without a decision; two admins settle it',
    examples: [
      'auto-grant',
      'auto-grant visio at most 5 a month until 2027-03-01 because everybody there draws',
      'auto-grant visio',
    ],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  grant: {
    title: 'Granted automatically',
    what: 'Anyone who asks for one of these gets a free licence at once; nobody has to decide. Two admins settle it.',
    none: 'No product is granted automatically: an approver decides about each request.',
    nothing: 'The organisation has no licences of its own to grant. When it has bought some, try again.',
    which: 'Which product?',
    form: 'Anyone who asks for it gets a free licence at once, as long as there is one. Beyond that number, after that day, and for the two of you, an approver decides as usual.',
    used: '{{used, number}} of {{monthly, number}} granted this month',
    month: 'This month',
    until: 'Until',
    over: 'Ended on',
    by: 'Settled by',
    monthly: 'At most',
    aMonth_one: '{{count, number}} a month',
    aMonth_other: '{{count, number}} a month',
    lastDay: 'Last day (within a year)',
    why: 'Why (the second admin will read it)',
    whyHint: 'e.g. everybody in the network team draws plans',
    missing: 'Please say how many, until when, and why.',
    unread: 'I can’t read “{{words}}” as a day. Please choose the last day below.',
    past: '{{date}} isn’t to come. Please choose a later last day.',
    tooLong: 'It can be settled for a year at most; then look at it again. Please choose an earlier day.',
    ended: 'From now on an approver decides about each request for {{product}}. What was granted stays.',
    button: {
      add: 'Add a product',
      next: 'Next',
      ask: 'Ask a second admin',
      end: 'Grant no more',
    },
  },
  request: {
    /** At the head of the card. */
    title: {
      asks: '{{person}} asks for {{product}}',
      asksFor: '{{name}} asks for {{product}} for {{person}}',
      own: 'You asked for {{product}}',
      ownFor: 'You asked for {{product}} for {{person}}',
      forYou: '{{name}} asked for {{product}} for you',
      given: 'You have {{product}}',
      givenTo: '{{person}} has {{product}}',
      waiting: '{{product}}: you’re on the waiting list',
      waitingTo: '{{product}}: {{person}} is on the waiting list',
      rejected: '{{product}}: your request was rejected',
      endsSoon: '{{product}}: your licence ends on {{date}}',
      endsSoonTo: '{{product}}: the licence of {{person}} ends on {{date}}',
      longer: '{{person}} asks for more time with {{product}}',
    },
    state: {
      pending: 'Waiting for a decision',
      waiting: 'Approved · no licence is free yet',
      assigning: 'Approved · being assigned',
      given: 'Assigned',
      givenUntil: 'Assigned until {{date}}',
      failed: 'Approved · not assigned yet',
      removing: 'Its time is over',
      kept: 'Its time is over · not removed yet',
      ended: 'Ended',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn',
    },
    /** What happens next, to those who want it. */
    next: {
      pending:
        '{{names}} can decide. If nobody has by {{date}}, I’ll call them again, then the admins. You’ll hear from me here either way.',
      escalated:
        'Nobody has decided so far, so I’ve called the admins as well. I keep calling them until somebody does; you’ll hear from me here.',
      waiting:
        'It’s approved, but every licence is in use. Place {{place, number}} on the waiting list: you get one as soon as it is free, and don’t need to do anything.',
      waitingTo:
        'It’s approved, but every licence is in use. Place {{place, number}} on the waiting list: {{person}} gets one as soon as it is free, and nobody needs to do anything.',
      assigning: 'I’m asking Microsoft to assign it, which takes a minute or two. I’ll tell you here once it’s there.',
      given:
        'Microsoft shows the licence. If an app still asks you to buy it, sign out of the app and in again; that can take half an hour.',
      givenTo:
        'Microsoft shows the licence of {{person}}. If an app still asks them to buy it, they should sign out of the app and in again.',
      until: 'It is for a time: I’ll remind you before it ends on {{date}}, and you can ask for more time.',
      endsSoon: 'The licence ends on {{date}}. Do you still need it after that? Then ask for more time now.',
      notOurs: 'You had it already, from somewhere else: I neither assigned nor will remove it.',
      failed:
        'It’s approved, but not assigned yet. {{why}} {{name}} has been told and can try again; you don’t need to do anything.',
      removing: 'Its last day was {{date}}, and the licence is being removed. If you still need it, ask again.',
      ended: 'Its last day was {{date}}, and the licence was removed. If you still need it, ask again.',
      endedNotOurs: 'Its last day was {{date}}. I didn’t assign this licence, so I left it where it is.',
      rejected: 'It wasn’t approved. If your situation changes, you can ask again.',
      withdrawn: 'Nothing happens any more. If you need it after all, ask again.',
      left: '{{person}} is no longer an enabled member of the organisation, so the request has ended.',
      longerAsked: 'You asked for more time. {{name}} has been told; the licence stays until {{date}} at least.',
    },
    /** The same to those who decide. */
    decide: {
      pending: 'Approve it, and I assign the licence at once.',
      noSeat:
        'No licence is free. If you approve it, {{name}} goes on the waiting list and gets the next one that is free or bought.',
      noneOwned:
        'The organisation has no licence of this product. If you approve it, it waits until somebody has bought one.',
      again: 'Nobody has decided so far. {{name}} is waiting.',
      escalated: 'No approver has decided for days, so admins may decide as well.',
      ungranted:
        'It was to be granted automatically, but that fell through: there was no free licence after all, or one of those who settled it may no longer. It needs a decision.',
      used: 'What is granted automatically is used up for this month.',
      unapproved: '{{name}} approved it, but may no longer decide. It needs a new decision.',
      waiting:
        'Place {{place, number}} on the waiting list. To end the wait, buy a licence or take back one that nobody uses; it is assigned by itself.',
      failed: 'It isn’t assigned yet. {{why}} Once that is put right, press Retry.',
      endsSoon:
        'The licence ends on {{date}}, and I’ll remove it then. To leave it longer, choose how long and press Extend.',
      longer: '{{name}} asks for more time. The licence ends on {{date}}, unless somebody extends it.',
      kept: 'Its last day was {{date}}, but the licence isn’t removed yet. {{why}} Press Retry, or extend it.',
    },
    fact: {
      for: 'For',
      why: 'Why',
      wanted: 'Wanted for',
      term: 'For how long',
      seats: 'Free licences',
      also: 'Asked in the last 30 days',
      ticket: 'Ticket',
      called: 'Next reminder',
      approved: 'Approved by',
      granted: 'Granted automatically',
      rejected: 'Rejected by',
      withdrawn: 'Withdrawn by',
      words: 'Their words',
      canDecide: 'Can decide',
    },
    granted: '{{order}}, settled by {{names}}',
    also_one: '{{count, number}} other person',
    also_other: '{{count, number}} other people',
    seats: {
      some: '{{free, number}} of {{all, number}}',
      atLeast: 'at least {{free, number}}; of the {{all, number}} in all, some belong to what people bought themselves',
      none: 'none of {{all, number}}',
      noneOwned: 'none: the organisation hasn’t bought any',
    },
    term: {
      label: 'For how long',
      always: 'For good',
      days_one: '{{count, number}} day',
      days_other: '{{count, number}} days',
      weeks_one: '{{count, number}} week',
      weeks_other: '{{count, number}} weeks',
      months_one: '{{count, number}} month',
      months_other: '{{count, number}} months',
      more: 'How much longer',
    },
    words: 'Your words, needed to reject (read by who asked, by those who decide and in the chats that were asked)',
    wordsHint: 'e.g. please share the team’s licence until March',
    button: {
      approve: 'Approve',
      extend: 'Extend',
      askLonger: 'Ask for more time',
      another: 'Ask for a licence',
      send: 'Send the request',
      mine: 'My requests',
      elsewhere: 'Request a licence there',
    },
    form: {
      title: 'Ask for a licence',
      whatNext:
        'Say which product, and what you need it for. Someone who decides reads it and answers; I tell you here.',
      product: 'Product',
      option: '{{product}} · {{free, number}} free',
      optionNone: '{{product}} · none free, waiting list',
      missing: 'Please choose a product.',
      why: 'What do you need it for? (those who decide will read it)',
      whyHint: 'e.g. I draw our network plans',
      whyMissing: 'Please say in a few words what you need it for.',
      which: 'Several products are called that. Please choose one.',
      unknown: 'I don’t know a product called “{{what}}”. These are the ones the organisation has:',
      none: 'The organisation has no licences to give yet. Type what you need, for example: “{{example}}”.',
      nobody:
        'I can’t find one colleague called “{{who}}”. Type the full name or the e-mail address, for example: “{{example}}”.',
    },
    list: {
      title: 'My licence requests',
      count_one: '{{count, number}} licence request',
      count_other: '{{count, number}} licence requests',
      by: 'by {{name}}',
    },
    has: '{{person}} already has a licence for {{product}}. If an app still asks to buy it, sign out of the app and in again.',
    hasOwn:
      'You already have a licence for {{product}}. If an app still asks you to buy it, sign out of the app and in again.',
    open: 'This has been asked for already, and this is where it stands:',
    openOther:
      'Somebody has already asked for {{product}} for {{person}}, and it isn’t decided or assigned yet. {{person}} can see where it stands.',
    nobodyDecides:
      'Nobody but you and the one it is for could decide about this, so I can’t send it. Ask an admin to name another approver, then try again.',
    nobodyReached:
      'I can reach nobody who could decide, so I haven’t sent it: they are away, or don’t have Purser. Please ask {{contact}} directly, or try again later.',
    off: 'In this organisation licences are requested elsewhere. Open that page and ask there.',
    offNoLink: 'I don’t take licence requests in this organisation. Please ask {{contact}}.',
    unknown: 'I can’t find a licence request {{id}}.',
    notThat: '{{id}} is a licence request, which that can’t be done with. Open it to see what you can do.',
    noTerm: '{{id}} is no licence request, so it can’t be approved for a time.',
    refused: {
      own: '{{id}} is your own request, or it is for you, so someone else has to decide.',
      'not-yours': 'Only approvers can decide about {{id}}, and only those who asked for it can withdraw it.',
      'not-now': 'That can’t be done with {{id}} at the moment.',
      'no-words': 'Please say why: write it in the box, and press Reject again.',
      'asked-already': 'You’ve already asked for more time. I’ll tell you as soon as somebody has decided.',
      over: {
        approve: '{{name}} already approved it ({{when}}).',
        reject: '{{name}} already rejected it ({{when}}).',
        withdraw: '{{name}} withdrew it ({{when}}).',
        other: 'It has been decided already.',
      },
    },
  },
};
