/** A read-only pilot. */
export const messages = {
  pilot: {
    head: 'Read-only pilot: I change nothing at Microsoft.',
    dryRun:
      'Read-only pilot: nothing can be changed at Microsoft. This is a dry run; a button that would change something is refused.',
    refused:
      'Nothing was changed. Purser runs as a read-only pilot, so “{{what}}” is not carried out. I’ve noted that you tried it for this month’s card to the admins. To let me make changes, whoever operates me removes READ_ONLY=1 and restarts me.',
    title: 'Purser is a read-only pilot',
    since:
      'Since {{when}} I read, answer and show dry runs, and change nothing at Microsoft, whatever permissions I have.',
    means:
      'I send no e-mail and install no app. What was under way waits and goes on when the pilot ends; no deadline runs out meanwhile. Once a month I tell you here what I would have done.',
    paused_one: '{{count, number}} piece of work waits until the pilot ends',
    paused_other: '{{count, number}} pieces of work wait until the pilot ends',
    takeovers_one: '{{count, number}} takeover waits until the pilot ends',
    takeovers_other: '{{count, number}} takeovers wait until the pilot ends',
    over: 'The read-only pilot is over',
    wasSince: 'Purser was a read-only pilot from {{when}}.',
    goesOn: 'What was waiting goes on from where it stopped. Deadlines are extended by the time of the pilot.',
    monthly: 'Read-only pilot, {{from}} to {{until}}',
    wouldHave: 'This is what Purser would have done at Microsoft, and did not do.',
    nothing:
      'Nothing: nobody tried to change anything, no rule differs from a baseline, and no purchase needs a decision.',
    tried_one: 'Tried and refused: {{count, number}} change',
    tried_other: 'Tried and refused: {{count, number}} changes',
    toSet_one: '{{count, number}} rule the baseline would have set',
    toSet_other: '{{count, number}} rules the baseline would have set',
    changed_one: '{{count, number}} rule changed outside Purser',
    changed_other: '{{count, number}} rules changed outside Purser',
    undecided_one: '{{count, number}} purchase to ask about or take over',
    undecided_other: '{{count, number}} purchases to ask about or take over',
    unsent_one: '{{count, number}} message not sent by e-mail or to a newly installed app',
    unsent_other: '{{count, number}} messages not sent by e-mail or to a newly installed app',
    howToEnd: 'The pilot ends when whoever operates Purser removes READ_ONLY=1 and restarts it.',
    showBaseline: 'Baseline',
    showTried: 'What was tried',
    status: 'Read-only pilot (READ_ONLY=1)',
    statusSince:
      'Since {{when}}. Every change at Microsoft is refused, whatever permissions are granted; no e-mail is sent and no app installed.',
  },
};
