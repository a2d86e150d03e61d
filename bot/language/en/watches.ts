/** What is told by the clock. */
export const messages = {
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
