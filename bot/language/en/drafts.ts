/** A takeover before it is asked for. */

export const messages = {
  draft: {
    which: 'Which purchase? For example: {{example}}.',
    gone: 'What was chosen there is gone: it was confirmed, or is too old. Please begin again.',
    notYours: '{{name}} chooses there. Begin one of your own.',
    unread:
      'I haven’t read yet who has a licence of {{id}}. The next look at Microsoft does; try again in a few minutes.',
    settleFirst:
      '{{product}} ({{id}}) is probably {{kind}}, but nobody has settled that. Before anybody takes it over: what is it?',
    obstacle: {
      central: '{{id}} is bought by the organisation: it is yours already. Should that be wrong, settle its kind anew.',
      partner: '{{id}} was sold by a partner: ask them to change it. Should that be wrong, settle its kind anew.',
      noChat:
        'Nobody would hear of the request: no channel or group is told of approvals yet. Where your approvers are, mention me and type “{{hint}}”. Then check again.',
      noChatHere:
        'Nobody would hear of the request: no channel or group is told of approvals yet. Turn them on here, or type “{{hint}}” where your approvers are.',
      tooFew:
        'People who could decide, and neither ask for it nor bought it: {{others}}; it needs {{needed}}. Whoever runs me can name more approvers; that counts within five minutes.',
    },
    button: {
      move: 'Move',
      cancel: 'Cancel the subscription',
      change: 'Change the list',
      again: 'Empty the list',
      buy: 'Buy seats at Microsoft',
    },
    pick: {
      title: 'Whose seats are they?',
      why: '{{seats}} bought, {{held}}, and Microsoft doesn’t say whose licence comes from this purchase. Who is it about?',
      held_one: '{{count, number}} person holds this product',
      held_other: '{{count, number}} people hold this product',
      already: 'On your list so far',
      label: 'Who is it about?',
      names: 'Names or addresses',
      namesToo: 'Or names and addresses, from a list',
      hint: 'One on each line, or with commas between',
      only: 'Nobody else is moved, loses anything or is told. Licences as of {{date}}.',
      nobody: 'Please pick at least one person.',
      recognised_one: 'I recognised {{count, number}} person; the list is kept.',
      recognised_other: 'I recognised {{count, number}} people; the list is kept.',
      unknown: 'Nobody who holds this product is called: {{names}}. Correct them below, or delete them and go on.',
      several: '“{{name}}” could be {{accounts}}. Write the address.',
      more_one: '{{count, number}} more',
      more_other: '{{count, number}} more',
    },
    choose: {
      title: 'Take over: what shall become of the holders?',
      sole_one: '{{count, number}} person holds it.',
      sole_other: '{{count, number}} people hold it.',
      picked_one: 'You picked {{count, number}} person.',
      picked_other: 'You picked {{count, number}} people.',
      how: 'Move them to a product of the organisation, and the subscription ends without anybody losing access. Or cancel it, and they lose it.',
      nowhere:
        'The organisation owns no product they could be moved to. The subscription can be cancelled; then they lose access.',
      label: 'Move them to',
      free_one: '{{count, number}} seat free',
      free_other: '{{count, number}} seats free',
      short: '{{free, number}} free, {{missing, number}} missing',
      same: 'the organisation’s own seats; nobody is moved',
      others: 'Another product: type {{example}}.',
      none: 'Choose the product they shall move to.',
      unknown: 'I know no product “{{product}}” of which the organisation owns seats.',
      several: '“{{product}}” could be any of these.',
    },
    losing: 'Who loses access',
    cause: {
      title: 'Cancel the subscription: why?',
      what_one: '{{count, number}} person loses access to the product once it has ended.',
      what_other: '{{count, number}} people lose access to the product once it has ended.',
      label: 'Reason',
      none: 'Choose a reason.',
      gone: 'That reason is not on the list any more.',
      'not-needed': 'Not needed any more',
      replaced: 'Replaced by another product',
      cost: 'Costs too much',
      compliance: 'Against our rules or data protection',
      left: 'Whoever bought it has left',
      other: 'Something else',
    },
    severity: { blocks: '⚠ In the way:', warns: '⚠ Mind:', tells: 'Good to know:' },
    finding: {
      'holders-unknown': 'Nobody has said yet who holds this purchase.',
      'seats-unread': 'Microsoft doesn’t say how many seats are free. Check again in a few minutes.',
      'nobody-holds-it': 'None of them has a licence of it any more.',
      'target-short_one':
        '{{count, number}} seat of {{product}} is missing: {{need, number}} needed, {{free, number}} free. Buy it in the admin centre, under Billing › Purchase services, then check again.',
      'target-short_other':
        '{{count, number}} seats of {{product}} are missing: {{need, number}} needed, {{free, number}} free. Buy them in the admin centre, under Billing › Purchase services, then check again.',
      'pool-short_one':
        '{{count, number}} seat would be missing: {{left, number}} stay once this purchase has ended, {{used, number}} are taken. Buy it in the admin centre, then check again.',
      'pool-short_other':
        '{{count, number}} seats would be missing: {{left, number}} stay once this purchase has ended, {{used, number}} are taken. Buy them in the admin centre, then check again.',
      'pool-covers': 'The organisation’s own seats are enough: {{left, number}} stay, {{used, number}} are taken.',
      'list-short_one':
        '{{count, number}} more person sits on its seats than is on your list, and would lose theirs. Go back and change the list.',
      'list-short_other':
        '{{count, number}} more people sit on its seats than are on your list, and would lose theirs. Go back and change the list.',
      'list-long_one': '{{count, number}} person is on the list, and the purchase has only {{bought}}.',
      'list-long_other':
        '{{count, number}} people are on the list, and the purchase has only {{bought}}: some hold another licence.',
      'loses-access_one': '{{count, number}} person loses access to {{product}}.',
      'loses-access_other': '{{count, number}} people lose access to {{product}}.',
      'no-usage-location_one':
        '{{count, number}} person has no usage location, without which Microsoft assigns nothing. Set it in Entra, or they can’t be moved.',
      'no-usage-location_other':
        '{{count, number}} people have no usage location, without which Microsoft assigns nothing. Set it in Entra, or they can’t be moved.',
      'group-assigned_one':
        '{{count, number}} person has it through a group: only a change of the group takes it away.',
      'group-assigned_other':
        '{{count, number}} people have it through a group: only a change of the group takes it away.',
      disabled_one: '{{count, number}} person can’t sign in.',
      disabled_other: '{{count, number}} people can’t sign in.',
      'has-target_one': '{{count, number}} person has {{product}} already.',
      'has-target_other': '{{count, number}} people have {{product}} already.',
      'not-holding_one': '{{count, number}} person has no licence of it: nothing is done for them.',
      'not-holding_other': '{{count, number}} people have no licence of it: nothing is done for them.',
      left_one: '{{count, number}} person has left.',
      left_other: '{{count, number}} people have left.',
    },
    confirm: {
      title: {
        move: 'Request this: move the holders, end the subscription?',
        stay: 'Request this: end the subscription, everybody keeps their licence?',
        cancel: 'Are you sure you want to cancel the subscription?',
      },
      what: {
        move_one:
          '{{count, number}} person moves from {{product}}, bought by {{purchaser}}, to the organisation’s {{target}}; then the subscription ends.',
        move_other:
          '{{count, number}} people move from {{product}}, bought by {{purchaser}}, to the organisation’s {{target}}; then the subscription ends.',
        stay_one:
          '{{count, number}} person keeps {{product}} on the organisation’s own seats; what {{purchaser}} bought ends.',
        stay_other:
          '{{count, number}} people keep {{product}} on the organisation’s own seats; what {{purchaser}} bought ends.',
        cancel_one: '{{product}}, bought by {{purchaser}}, ends; {{count, number}} person loses access.',
        cancel_other: '{{product}}, bought by {{purchaser}}, ends; {{count, number}} people lose access.',
      },
      checking: 'Microsoft takes its time to say what could go wrong. I go on asking; you see it here.',
      trouble: '{{trouble}}, so I can’t say yet what could go wrong. Check again in a moment.',
      found: 'What I found',
      about: 'Whom it is about',
      ending: 'How it ends',
      endings: {
        guided: 'Purser can’t cancel this one: you end it in the admin centre. I say how, and check.',
        webhook: 'Your own automation ends it; I check.',
      },
      deciders: 'Who decides',
      asked_one: 'Asked: {{chats}}. {{count}} person must approve, neither you nor the purchaser.',
      asked_other: 'Asked: {{chats}}. {{count}} people must approve, neither you nor the purchaser.',
      aChat: 'a group',
      decideBy: 'Decided by',
      reason: 'Why (approvers, purchaser and holders read it)',
      reasonHint: 'e.g. we have a central contract',
    },
    changed: {
      since: 'Meanwhile something has changed: {{what}}. I looked again; is it still what you want?',
      event: '{{what}} ({{before}} → {{after}})',
      holders: 'new among its holders: {{names}}',
      old: 'What I had found was {{minutes}} minutes old, so I looked again. Is it still what you want?',
      shared:
        'Meanwhile the same product was bought once more, so Microsoft doesn’t say any more whose seats these are.',
    },
  },
};
