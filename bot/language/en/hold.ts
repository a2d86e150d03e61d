/** Purser on hold. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  'pause-everything': {
    names: ['pause everything', 'pause all'],
    summary: 'Stop every message and every change at Microsoft at once',
    examples: ['pause everything', 'pause everything because we are being audited'],
  },
  resume: {
    names: ['resume'],
    summary: 'See what is waiting while I’m on hold, and let me go on',
    examples: ['resume'],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  hold: {
    paused:
      'On hold since {{when}} ({{name}}). Nothing is sent and nothing changes at Microsoft until an admin types “{{resume}}”.',
    restored:
      'On hold since {{when}}: restored from a backup ({{backup}}). Nothing is sent and nothing changes at Microsoft until an admin types “{{resume}}”.',
    forAnyone: 'On hold since {{when}}. I record what you say; nothing else happens until I go on.',
    unknownDay: 'date unknown',
    refused: 'Nothing was ordered.',
    title: 'Purser is on hold',
    begun: 'Everything stops now. A call to Microsoft that has already left is finished, and no other follows.',
    already: 'I’m on hold already.',
    means:
      'I send no messages and change nothing at Microsoft. I go on reading, I answer, and I record decisions; deadlines are extended by the time on hold.',
    pausedBy: '{{name}} put me on hold on {{when}}.',
    because: 'Reason: {{why}}',
    wasThen: 'I’ve gone on since then.',
    over: 'Purser goes on',
    resumedBy: '{{name}} let me go on at {{when}}. I had been on hold since {{since}}.',
    goesOn: 'I go on with what was waiting. Deadlines are extended by the time on hold.',
    notHeld: 'I’m not on hold: nothing is being held back.',
    leftOut_one: '{{count, number}} old message isn’t sent again.',
    leftOut_other: '{{count, number}} old messages aren’t sent again.',
    resumeTitle: 'What happens when I go on',
    otherwise: 'Something has changed since you saw this. Nothing was done; please look again.',
    nothingWaits: 'Nothing is waiting to be sent or done.',
    notCompared:
      'I haven’t compared this backup with Microsoft yet, so I can’t say what has changed. Press Refresh in a moment.',
    halfCompared: 'I couldn’t read everything at Microsoft ({{why}}), so more may have changed than is shown here.',
    posts: 'Messages to be sent',
    post: '{{count, number}} × {{what}}',
    edits_one: '{{count, number}} card updated',
    edits_other: '{{count, number}} cards updated',
    old: 'Messages from before the restore',
    oldCount_one: '{{count, number}} message, most likely sent already',
    oldCount_other: '{{count, number}} messages, most likely sent already',
    oldHint: 'Between the backup and the restore I may have sent them. If you’re not sure, leave them out.',
    leaveOut_one: 'Resume without the old message',
    leaveOut_other: 'Resume without the {{count, number}} old ones',
    sendToo_one: 'Resume and send the old message',
    sendToo_other: 'Resume and send the {{count, number}} old ones',
    jobs: 'Work to be continued',
    job: {
      change: 'Rule change {{id}}: {{done}} of {{total}} done',
      takeover: 'Takeover {{id}}: {{done}} of {{total}} steps done',
      announcement: 'Telling people about {{id}}',
      preflight: 'A check before a takeover',
      assign: 'Assigning {{product}}: {{done}} of {{total}} done',
      remove: 'Removing {{product}}: {{done}} of {{total}} done',
    },
    deadlines: 'Deadlines, extended',
    decideBy: 'to be decided by {{date}}',
    notBefore: 'starts on {{date}} at the earliest',
    differs: 'What has changed at Microsoft',
    ended: 'its purchase has ended; the takeover ends too',
    changed: 'the people it’s about have changed; it has to be approved again',
    gone: 'no longer at Microsoft',
  },
};
