/** A takeover before it is asked for. */

export const messages = {
  draft: {
    which: 'Which purchase? For example: {{example}}.',
    gone: 'Those choices are no longer available: they were confirmed, or are too old. Please start again.',
    notYours: '{{name}} is working on that one. Please start your own.',
    unread:
      'I haven’t read yet who has a licence from {{id}}. I’ll read it in the next update; try again in a few minutes.',
    settleUnsure:
      '{{product}} ({{id}}) may be self-service or central, and nobody has said which. Before anyone takes it over: which is it?',
    settleFirst:
      '{{product}} ({{id}}) is probably {{kind}}, but nobody has confirmed that. Before anyone takes it over: which is it?',
    obstacle: {
      central: '{{id}} was bought by the organisation, so it’s already yours. If that’s wrong, classify it again.',
      partner: '{{id}} was sold by a partner: ask them to change it. If that’s wrong, classify it again.',
      nobodyReached:
        'Nobody would hear about the request: no channel or group gets approvals, and I can’t write to any approver (they’re away, have turned approvals off, or don’t have Purser). In your approvers’ channel or group, mention me and type “{{hint}}”. Then check again.',
      nobodyReachedHere:
        'Nobody would hear about the request: no channel or group gets approvals, and I can’t write to any approver. Turn them on here, or type “{{hint}}” in your approvers’ channel or group.',
      tooFew:
        'People who can decide, not counting you and the purchaser: {{others}}. Needed: {{needed}}. The team that runs me can add approvers, which takes effect within five minutes.',
    },
    button: {
      move: 'Move',
      cancel: 'Cancel the subscription',
      change: 'Change the list',
      again: 'Clear the list',
      search: 'Search',
      unsure: 'I don’t know who',
      buy: 'Buy seats from Microsoft',
    },
    pick: {
      title: 'Whose seats are they?',
      why: '{{seats}} bought, {{held}}, and Microsoft doesn’t say whose licence comes from this purchase. Who has one?',
      held_one: '{{count, number}} person has this product',
      held_other: '{{count, number}} people have this product',
      already: 'On your list so far',
      label: 'Who has a licence from this purchase?',
      names: 'Names or e-mail addresses',
      namesToo: 'Or paste names or e-mail addresses from a list',
      hint: 'One per line, or separated by commas',
      only: 'Nobody else is moved or notified. Licences as of {{date}}.',
      shown: 'Showing {{shown, number}} of {{count, number}}: type part of a name or department and press Search.',
      searchWhat: 'Type part of a name first.',
      unnamed_one: 'Up to {{count, number}} more may lose access, and can’t be told, as long as you don’t pick them.',
      unnamed_other: 'Up to {{count, number}} more may lose access, and can’t be told, as long as you don’t pick them.',
      nobody: 'Please pick at least one person, or press “I don’t know who”.',
      recognised_one: 'I recognised {{count, number}} person and saved the list.',
      recognised_other: 'I recognised {{count, number}} people and saved the list.',
      unknown: 'Nobody with this product is called: {{names}}. Correct them below, or delete them and continue.',
      several: '“{{name}}” could be {{accounts}}. Please give the e-mail address.',
      more_one: '{{count, number}} more',
      more_other: '{{count, number}} more',
    },
    choose: {
      title: 'Take over: what should happen to the holders?',
      sole_one: '{{count, number}} person has it.',
      sole_other: '{{count, number}} people have it.',
      allotted: 'Microsoft’s allotments say who holds it; number of people: {{count, number}}.',
      picked_one: 'You picked {{count, number}} person.',
      picked_other: 'You picked {{count, number}} people.',
      unsure_one: 'You picked {{count, number}} person; who else has a licence from this purchase isn’t known.',
      unsure_other: 'You picked {{count, number}} people; who else has a licence from this purchase isn’t known.',
      unnamed:
        'You don’t know who has a licence from this purchase, so there is nobody to move. It can only be cancelled.',
      how: 'Move them to a product the organisation owns, and the subscription ends without anyone losing access. Or cancel it, and they lose access.',
      nowhere:
        'The organisation owns no product to move them to. The subscription can still be cancelled, but then they lose access.',
      label: 'Move them to',
      free_one: '{{count, number}} seat free',
      free_other: '{{count, number}} seats free',
      freeAtLeast: 'at least {{free, number}} free',
      shortAtLeast: 'at least {{free, number}} free, up to {{missing, number}} missing',
      short: '{{free, number}} free, {{missing, number}} missing',
      same: 'the organisation’s own seats; nobody is moved',
      others: 'For another product, type {{example}}.',
      none: 'Choose a product to move them to.',
      unknown: 'The organisation has no seats of a product called “{{product}}”.',
      departmental:
        'Nobody can be moved to {{product}} ({{part}}): Microsoft sells it to people for their own department, and doesn’t let its seats be assigned. Choose another product, or buy seats of one for the organisation.',
      several: '“{{product}}” could be any of these.',
    },
    losing: 'Who loses access',
    cause: {
      title: 'Why cancel the subscription?',
      what_one: '{{count, number}} person loses access to the product once it ends.',
      what_other: '{{count, number}} people lose access to the product once it ends.',
      label: 'Reason',
      none: 'Choose a reason.',
      gone: 'That reason is no longer on the list.',
      'not-needed': 'No longer needed',
      replaced: 'Replaced by another product',
      cost: 'Costs too much',
      compliance: 'Against our rules or data protection',
      left: 'The purchaser has left',
      other: 'Something else',
    },
    severity: { blocks: '⚠ Blocking:', warns: '⚠ Warning:', tells: 'Good to know:' },
    finding: {
      'holders-unknown': 'Nobody has said yet who has a licence from this purchase.',
      'seats-unread': 'Microsoft doesn’t say how many seats are free. Check again in a few minutes.',
      'target-departmental':
        'Nobody can be moved to {{product}}: it is sold to people for their own department, and Microsoft doesn’t let its seats be assigned. Go back and choose another product.',
      kept: '{{name}} keeps this purchase until {{date}}. Requesting the takeover puts an end to that.',
      'nobody-holds-it': 'None of them still has a licence for it.',
      'target-short_one':
        '{{count, number}} seat for {{product}} is missing: {{need, number}} needed, {{free, number}} free. Buy it in the admin centre, under Billing › Purchase services, then check again.',
      'target-short_other':
        '{{count, number}} seats for {{product}} are missing: {{need, number}} needed, {{free, number}} free. Buy them in the admin centre, under Billing › Purchase services, then check again.',
      'target-perhaps-short':
        'Up to {{missing, number}} of the {{need, number}} seats needed for {{product}} may be missing: at least {{free, number}} free. More may be free, but Microsoft doesn’t say which seats are the organisation’s and which people bought for themselves. Buy them in the admin centre, under Billing › Purchase services, then check again.',
      overused_one: '{{count, number}} more seat is in use than is active.',
      overused_other: '{{count, number}} more seats are in use than are active.',
      expired: {
        beside_one: '{{count, number}} more seat has expired: renew its subscription to use it.',
        beside_other: '{{count, number}} more seats have expired: renew their subscription to use them.',
        within_one:
          '{{count, number}} of them has expired and only works until Microsoft suspends it: renew its subscription.',
        within_other:
          '{{count, number}} of them have expired and only work until Microsoft suspends them: renew their subscription.',
      },
      suspended_one: '{{count, number}} more seat is suspended: renew its subscription to use it.',
      suspended_other: '{{count, number}} more seats are suspended: renew their subscription to use them.',
      'pool-short_one':
        '{{count, number}} seat would be missing: {{left, number}} will be left once this purchase ends, {{used, number}} are in use. Buy it in the admin centre, then check again.',
      'pool-short_other':
        '{{count, number}} seats would be missing: {{left, number}} will be left once this purchase ends, {{used, number}} are in use. Buy them in the admin centre, then check again.',
      'pool-covers':
        'The organisation’s own seats are enough: {{left, number}} will be left, {{used, number}} are in use.',
      'list-short_one':
        '{{count, number}} more person uses its seats than is on your list, and would lose theirs. Go back and change the list.',
      'list-short_other':
        '{{count, number}} more people use its seats than are on your list, and would lose theirs. Go back and change the list.',
      unnamed_one: 'Up to {{count, number}} more may lose access and can’t be told: who has these seats isn’t known.',
      unnamed_other: 'Up to {{count, number}} more may lose access and can’t be told: who has these seats isn’t known.',
      'list-long_one': '{{count, number}} person is on the list, but the purchase has only {{bought}}.',
      'list-long_other':
        '{{count, number}} people are on the list, but the purchase has only {{bought}}: some have a different licence.',
      'loses-access_one': '{{count, number}} person loses access to {{product}}.',
      'loses-access_other': '{{count, number}} people lose access to {{product}}.',
      'no-usage-location_one':
        '{{count, number}} person has no usage location, and Microsoft assigns nothing without one. Set it in Entra, or they can’t be moved.',
      'no-usage-location_other':
        '{{count, number}} people have no usage location, and Microsoft assigns nothing without one. Set it in Entra, or they can’t be moved.',
      'group-assigned_one': '{{count, number}} person has it through a group: only changing the group removes it.',
      'group-assigned_other': '{{count, number}} people have it through a group: only changing the group removes it.',
      guest_one:
        '{{count, number}} holder is a guest from another organisation. They are treated like the others: where holders move, they take one of your seats.',
      guest_other:
        '{{count, number}} holders are guests from other organisations. They are treated like the others: where holders move, each takes one of your seats.',
      disabled_one:
        '{{count, number}} account is disabled, so nobody can sign in with it. It may be a shared mailbox: Microsoft doesn’t tell me. It is treated like the others, but can’t be told.',
      disabled_other:
        '{{count, number}} accounts are disabled, so nobody can sign in with them. Some may be shared mailboxes: Microsoft doesn’t tell me which. They are treated like the others, but can’t be told.',
      'has-target_one': '{{count, number}} person already has {{product}}.',
      'has-target_other': '{{count, number}} people already have {{product}}.',
      'not-holding_one': '{{count, number}} person has no licence for it, so nothing is done for them.',
      'not-holding_other': '{{count, number}} people have no licence for it, so nothing is done for them.',
      left_one: '{{count, number}} person has left.',
      left_other: '{{count, number}} people have left.',
    },
    confirm: {
      title: {
        move: 'Request to move the holders and end the subscription?',
        stay: 'Request to end the subscription? Everyone keeps their licence.',
        cancel: 'Are you sure you want to cancel the subscription?',
      },
      what: {
        move_one:
          '{{count, number}} person moves from {{product}}, bought by {{purchaser}}, to the organisation’s {{target}}; then the subscription ends.',
        move_other:
          '{{count, number}} people move from {{product}}, bought by {{purchaser}}, to the organisation’s {{target}}; then the subscription ends.',
        stay_one:
          '{{count, number}} person keeps {{product}} on the organisation’s own seats; the subscription {{purchaser}} bought ends.',
        stay_other:
          '{{count, number}} people keep {{product}} on the organisation’s own seats; the subscription {{purchaser}} bought ends.',
        cancelUnnamed: '{{product}}, bought by {{purchaser}}, ends; people who aren’t known may lose access.',
        cancel_one: '{{product}}, bought by {{purchaser}}, ends; {{count, number}} person loses access.',
        cancel_other: '{{product}}, bought by {{purchaser}}, ends; {{count, number}} people lose access.',
      },
      checking: 'Microsoft is taking a while to say what could go wrong. I’ll keep asking, and you’ll see it here.',
      trouble: '{{trouble}}, so I can’t say yet what could go wrong. {{next}}',
      about: 'People affected',
      ending: 'How it ends',
      endings: {
        guided:
          'Purser can’t cancel this one: you end it in the admin centre. I’ll tell you how, and check that it’s done.',
        webhook: 'Your own automation ends it; I’ll check that it’s done.',
      },
      deciders: 'Who decides',
      called: 'Asked directly: {{names}}.',
      chats: 'Also told: {{chats}}.',
      needed_one: 'One approval is enough; neither you nor the purchaser decides.',
      needed_other: '{{count, number}} of them must approve; neither you nor the purchaser decides.',
      aChat: 'a group',
      decideBy: 'Decide by',
      reason: 'Why (required; approvers, the purchaser and holders will read it)',
      why: 'Please say why: those who decide, the purchaser and the holders will read it. Nothing has been requested yet.',
      reasonHint: 'e.g. we have a central contract',
    },
    changed: {
      since: 'Something has changed in the meantime: {{what}}. I checked again. Is this still what you want?',
      event: '{{what}} ({{before}} → {{after}})',
      holders: 'new holders: {{names}}',
      old: 'My results were {{minutes}} minutes old, so I checked again. Is this still what you want?',
      shared:
        'The same product has been bought again in the meantime, so Microsoft no longer says whose seats these are.',
    },
  },
};
