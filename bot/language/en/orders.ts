/** What a second person has to approve. */
export const messages = {
  order: {
    title: {
      pending_one: 'A second person has to approve this',
      pending_other: '{{count, number}} other people have to approve this',
      more_one: 'One more person has to approve this',
      more_other: '{{count, number}} more people have to approve this',
      approved: 'Approved',
      rejected: 'Rejected: nothing was done',
      withdrawn: 'Withdrawn: nothing was done',
      expired: 'Not decided in time: nothing was done',
      changed: 'It has changed meanwhile: nothing was done',
    },
    next: {
      pending: 'Nothing has changed yet. Another admin or an approver decides; the person who asked can’t.',
      approved: 'Exactly what is shown here is done, and nothing else.',
      rejected: 'To try again, ask anew.',
      withdrawn: 'To try again, ask anew.',
      expired: 'To try again, ask anew.',
      changed: 'What would be done now is not what was shown, so it has to be asked for anew.',
    },
    state: {
      approved: 'Approved',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn',
      expired: 'Not decided in time',
      changed: 'Changed meanwhile',
    },
    asked: '{{id}} · asked by {{name}}, {{when}}',
    what: {
      change_one: 'Change who may buy {{count, number}} product',
      change_other: 'Change who may buy {{count, number}} products',
      assign_one: 'Assign {{product}} to {{count, number}} person',
      assign_other: 'Assign {{product}} to {{count, number}} people',
      remove_one: 'Remove {{product}} from {{count, number}} person',
      remove_other: 'Remove {{product}} from {{count, number}} people',
      want_one: 'Change {{count, number}} rule of the baseline',
      want_other: 'Change {{count, number}} rules of the baseline',
      forget_one: 'Take {{count, number}} rule out of the baseline',
      forget_other: 'Take {{count, number}} rules out of the baseline',
      alone: 'Let Purser fix drift without asking',
    },
    decideBy: 'Decide by',
    canDecide: 'Can decide',
    approvedBy: 'Approved by',
    endedBy: 'Rejected by',
    withdrawnBy: 'Withdrawn by',
    words: 'Reason given',
    reason: 'Reason, if you reject it (who asked, those who can decide and the chats that were asked will read it)',
    reasonHint: 'e.g. the design team needs it until March',
    planned: 'A second person has to approve this. Confirm to ask them; until then nothing changes.',
    count_one: '{{count, number}} order for a second person',
    count_other: '{{count, number}} orders for a second person',
    noException:
      'A second person would have to approve this, which I can’t do for an exception with an end. Set it for good, or for fewer products.',
    again: 'Something has changed meanwhile. Nothing was done; please try again.',
    nobody:
      'A second person has to approve this, and there is nobody: you are the only admin and there are no approvers. Name another admin in Entra, set APPROVERS_GROUP, or have FOUR_EYES set to off. What can be done at once: a single product, or “pause everything”.',
    tooFew:
      'APPROVALS_NEEDED says that {{needed, number}} others have to approve this, and I find only {{others, number}}. Name more admins or approvers in Entra, or have the setting changed. What can be done at once: a single product, or “pause everything”.',
    unreachable:
      'A second person has to approve this, and I can reach nobody: those who could are away, have turned approvals off, or don’t have Purser. In their channel, mention me and type “notify on approvals”, then try again. What can be done at once: a single product, or “pause everything”.',
    which: 'Which one? For example: {{example}}.',
    unknown: 'There is nothing called {{id}} that waits for a second person.',
    refused: {
      over: '{{id}} has been decided already.',
      gone: '{{id}} isn’t waiting for a decision any more.',
      own: 'You asked for {{id}} yourself, so someone else has to decide. You can withdraw it.',
      'not-yours':
        'Only another admin or an approver can decide about {{id}}, and only the person who asked can withdraw it.',
      'approved-already_one': 'You’ve already approved {{id}}. It needs one more person.',
      'approved-already_other': 'You’ve already approved {{id}}. It needs {{count, number}} more people.',
      'requester-out':
        '{{name}}, who asked for {{id}}, is no longer an enabled member of your organisation. Nothing was done. Please reject {{id}}; you can ask for the same yourself.',
      unproven:
        '{{id}} isn’t what the journal says was asked for or approved, so nothing was done. Please reject it; “audit verify” says more.',
      'no-words': 'Please say why you reject {{id}}, e.g. “reject {{id}} because …”.',
    },
  },
};
