/** What is told by the clock. */
export const messages = {
  due: {
    title_one: 'A self-service purchase needs a look',
    title_other: '{{count, number}} self-service purchases need a look',
    heading: {
      trial: 'Trials that end or become paid',
      due: 'Renew or end soon: treat them as renewing',
      warning: 'Payment is overdue: Microsoft will suspend them',
      suspended: 'Suspended: nobody can use them now',
      left: 'The purchaser has left or can’t sign in',
      ownerless: 'Need a new owner',
      renewed: 'Have renewed',
      paid: 'Trials that became paid',
      ended: 'Have ended',
    },
    summary: {
      trial: 'Trial of {{product}}: ends or becomes paid on {{date}}',
      due: '{{product}}: renews or ends on {{date}}',
      warning: '{{product}}: payment is overdue',
      suspended: '{{product}}: suspended',
      left: '{{product}} needs a new owner',
      renewed: '{{product}} has renewed until {{date}}',
      paid: 'The trial of {{product}} has become paid',
      ended: '{{product}} has ended',
    },
    on_one: '{{date}}, tomorrow at the latest',
    on_other: '{{date}}, in {{count, number}} days',
    until: 'now until {{date}}',
    next: 'next date {{date}}',
    stop: 'This chat asked for renewals: each is told 30 days, 7 days and 1 day before; a monthly one only the first time. To stop them: “{{command}}”.',
  },
  review: {
    title: {
      open_one: 'A kept purchase is up for review',
      open_other: '{{count, number}} kept purchases are up for review',
      again_one: 'There’s a newer reminder below',
      again_other: 'There’s a newer reminder below',
      done_one: 'The review is done',
      done_other: 'The review is done',
    },
    what: {
      open_one:
        'It was kept until {{date}}. Somebody has to answer: keep it on, take it over, ask its purchaser to cancel, or let it go.',
      open_other:
        'They were kept until {{date}}. Open each and answer: keep it on, take it over, ask its purchaser to cancel, or let it go.',
      again_one: 'What was kept until {{date}} is still waiting for an answer.',
      again_other: 'What was kept until {{date}} is still waiting for an answer.',
      done_one: 'It was kept until {{date}}. What became of it since:',
      done_other: 'They were kept until {{date}}. What became of them since:',
    },
    summary: 'Review: {{product}}, bought by {{purchaser}}',
    owner: 'Kept by',
    since: '{{name}}, since {{date}}',
    waits: 'Review: {{product}}',
  },
};
