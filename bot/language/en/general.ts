/** Purser itself: hello, help, status and what a chat is told. */
import type { CommandWords } from '../shape.ts';

export const commands = {
  hello: {
    names: ['hello', 'hi', 'hey', 'welcome', 'start'],
    summary: 'Say hello and see what I do',
    examples: ['hello'],
  },
  help: {
    names: ['help'],
    summary: 'See what you can do here',
    examples: ['help', 'help purchases'],
  },
  waiting: {
    names: ['waiting', 'what waits', 'pending', 'to do'],
    summary: 'See what waits for your answer or decision',
    examples: ['waiting'],
  },
  thanks: {
    names: ['thanks', 'thank you'],
    summary: 'Say thank you',
    examples: ['thanks'],
  },
  notify: {
    names: ['notify', 'notifications', 'subscribe'],
    summary: 'Choose which notifications this chat gets',
    examples: [
      'notify',
      'notify on alerts',
      'notify off alerts',
      'notify on approvals mention',
      'notify on digest daily',
      'notify quiet 18-8',
    ],
  },
  mute: {
    names: ['mute'],
    summary: 'Hear nothing of a product in this chat for a while',
    examples: ['mute', 'mute visio until 31/12/2026', 'mute visio off'],
  },
  retry: {
    names: ['retry'],
    summary: 'Retry what failed in a rule change or a takeover',
    examples: ['retry CH-2', 'retry TK-4'],
  },
  status: {
    names: ['status'],
    summary: 'Check the connection to Microsoft and how old the data is',
    examples: ['status', 'status refresh'],
  },
  whoami: {
    names: ['whoami', 'who am i', 'my rights'],
    summary: 'See your role in Purser, and why you have it',
    examples: ['whoami', 'whoami again'],
  },
  language: {
    names: ['language'],
    summary: 'Choose the language I answer in',
    examples: ['language', 'language français'],
  },
} satisfies Record<string, CommandWords>;

export const messages = {
  link: {
    outside: 'Opens {{where}} in your browser, outside Teams',
    place: {
      adminCentre: 'the Microsoft 365 admin centre',
      entra: 'the Microsoft Entra admin centre',
      powerPlatform: 'the Power Platform admin centre',
      learn: 'Microsoft Learn',
      support: 'Microsoft Support',
    },
  },
  waiting: {
    title: 'Waiting for you',
    none: 'Nothing waits for your answer.',
    one: 'This waits for you. What you typed did nothing yet: its buttons do.',
    goingOn: 'Under way without you',
    ending: 'End {{product}} at Microsoft',
    message: 'A message to you about {{product}}',
    change: 'A change of rules that you haven’t confirmed',
    some: '{{count, number}} things wait for your answer. Nothing has been done yet.',
  },
  thanks: { welcome: 'You’re welcome. I’m here when you need me.' },
  hello: {
    title: 'I’m Purser',
    summary: 'Purser: self-service purchases under control',
    what: 'People here can buy Microsoft products with their own credit card. I show who bought what and what happens to it, so nobody is caught by surprise.',
    reads:
      'I read from Microsoft which subscriptions your organisation has and who has a licence. I change nothing there unless one of you tells me to.',
    forYou:
      'You see here what you bought yourself. I write to you when your organisation asks about it, or when a licence of yours is to change; you can always answer or object. I change nothing on my own.',
    admins: 'Admins: type “{{status}}” in our private chat to see the set-up.',
    safe: 'I never ask for a card number or a password.',
    addedBy: 'Added here by {{name}}.',
    setup: 'Setup',
    connected: 'Connected to Microsoft',
    connecting: 'Connecting to Microsoft for the first time',
    troubled: '{{why}}. Press Status to see what to do.',
    dataReady: 'Subscriptions last read {{ago}}',
    dataNone: 'No subscriptions read yet',
    roles: {
      both: 'Approvers and viewers come from your Entra groups',
      approvers:
        'Approvers come from your Entra group. No viewers’ group is set, so only Global and Billing Administrators and Global Readers see every purchase',
      viewers:
        'Viewers come from your Entra group. No approvers’ group is set, so Global and Billing Administrators approve',
      none: 'No approvers’ or viewers’ group is set: only Global and Billing Administrators approve, and only they and Global Readers see every purchase',
    },
    groupAmiss: 'Something is wrong with the group in {{setting}}; “status” says what',
    ready: 'ready',
    todo: 'to do',
    channel: 'In a channel, mention me first. I send lists to our private chat.',
  },
  help: {
    title: 'What you can do here',
    summary: 'What you can do with Purser',
    role: 'You are here as {{role}}.',
    first: 'To begin with',
    all: 'All commands',
    hint: 'Press a line, or type the command. French works too.',
    oneTitle: '“{{command}}”',
    topic: { purchases: 'Purchases', takeovers: 'Takeovers', rules: 'Who may buy what', general: 'Purser itself' },
    examples: 'You can type',
  },
  role: {
    admin: 'an admin',
    viewer: 'a viewer',
    approver: 'an approver',
    anyone: 'a colleague',
    unknown: 'someone I couldn’t check',
  },
  whoami: {
    title: 'Your role in Purser',
    summary: 'You are {{role}}',
    you: '{{name}}, you are {{role}}.',
    because: 'Because',
    globalAdministrator: 'you have the Global Administrator role in Entra',
    billingAdministrator: 'you have the Billing Administrator role in Entra',
    globalReader: 'you have the Global Reader role in Entra',
    approversGroup: 'you are in the approvers’ group',
    viewersGroup: 'you are in the viewers’ group',
    adminsApprove: 'no approvers’ group is set, so admins approve',
    nothing: 'none of your roles or groups lets you see other people’s purchases',
    unknown: 'Microsoft didn’t respond when I checked your roles, so I assume you have none',
    may: 'You can',
    mayAdmin: 'see every purchase and decide what happens to it',
    mayViewer: 'see every purchase',
    mayApprover: 'decide on requests sent to the approvers',
    mayAnyone: 'see what you bought yourself',
    mayNothing: 'ask for help and choose a language; everything else once Microsoft responds',
    eligible: 'You are eligible as {{role}}; activate it in Entra, then press Check again.',
    role: {
      globalAdministrator: 'Global Administrator',
      billingAdministrator: 'Billing Administrator',
      globalReader: 'Global Reader',
    },
    fresh: 'If you’ve just activated a role, press Check again to make it count.',
    checked: 'Checked {{ago}}',
    notChecked: 'Tried {{ago}}',
  },
  language: {
    title: 'Language',
    summary: 'Language: English',
    now: 'I’ll answer in English.',
    choose: 'Choose another language, or type “language français”.',
    unknown: 'I speak English and French. Type “language english” or “language français”.',
  },
  status: {
    title: 'Status',
    summaryGood: 'Everything is connected',
    summaryBad_one: '{{count, number}} thing needs attention',
    summaryBad_other: '{{count, number}} things need attention',
    process: {
      title: 'Send people here who may not buy',
      where:
        'In the Microsoft 365 admin centre, Billing › Licenses › Requests › Connect your request process takes a message and a link. Paste these:',
      message: 'Message',
      text: 'Need a licence? Say what you need it for in Purser; somebody decides, and you are told there.',
      link: 'Link',
    },
    connections: 'Connections',
    good: 'working',
    data: 'Data',
    part: {
      subscriptions: 'Purchases and other subscriptions',
      products: 'Products and seats',
      people: 'People',
      holders: 'Licence holders',
      rules: 'Rules: who may buy what',
      allotments: 'Whose seats are whose',
    },
    allotments: {
      whole:
        'Microsoft has allotments here. Backed by a single subscription, so that they tell: {{single, number}} of {{count, number}}.',
      absent:
        'Microsoft has no allotments in this tenant or its cloud. Where several purchases share a product, the holders are picked at a takeover.',
      refused:
        'Microsoft doesn’t let Purser read its allotments. Where several purchases share a product, the holders are picked at a takeover.',
      kept: 'Microsoft just answered only part of its allotments. What it said whole on {{when}} still counts, for a day.',
      half: 'Microsoft answered only part of its allotments. Until it answers whole, where several purchases share a product, the holders are picked at a takeover.',
    },
    read: 'read {{ago}}',
    neverRead: 'not read yet',
    lastTry: 'last try {{ago}} failed: {{why}}',
    leftOut_one: '{{count, number}} row that Microsoft sent can’t be read and is left out.',
    leftOut_other: '{{count, number}} rows that Microsoft sent can’t be read and are left out.',
    leftOutIds: 'Microsoft’s ids: {{list}}.',
    leftOutHint: 'Everything else is here. The admin centre shows them, and Microsoft’s support can say what they are.',
    reading: 'reading now',
    justRead: 'Microsoft was read for someone less than a minute ago. To read it again, press Refresh in a minute.',
    next_one: 'I refresh this every minute.',
    next_other: 'I refresh this every {{count, number}} minutes.',
    telling: 'Notifications',
    alertsTo: 'Alerts go to {{list}}',
    others_one: '{{count, number}} other',
    others_other: '{{count, number}} others',
    alertsNobody: 'Nobody gets alerts yet',
    alone: 'No second person is asked (FOUR_EYES=off)',
    aloneHint:
      'One admin alone can change every product and any number of licences. Only takeovers need a second person.',
    alertsHint: 'Type “{{command}}” in the chat or channel that should hear about new purchases.',
    silent: {
      title: '{{where}} can’t be told ({{topics}}), noticed {{ago}}',
      blocked:
        'I’m blocked there. Ask its people to unblock Purser, or say “@Purser {{subscribe}}” in another channel.',
      removed:
        'I was taken out there. Add Purser again (Manage team › Apps), or say “@Purser {{subscribe}}” elsewhere.',
      absent:
        'I’m not a member there. Add Purser again (Manage team › Apps), or say “@Purser {{subscribe}}” elsewhere.',
      gone: 'Teams no longer has it. Say “@Purser {{subscribe}}” in the channel that should hear instead.',
    },
    first: 'I write to nobody for the first time: {{settings}} must be set',
    firstHeld_one: '{{count, number}} first message waits for it.',
    firstHeld_other: '{{count, number}} first messages wait for it.',
    firstHint:
      'People who never heard from me must be able to check that I’m real: with somebody they know, and on a page of yours. Whoever runs Purser sets it; its handbook has an announcement to copy.',
    waiting_one: '{{count, number}} message is waiting to be sent',
    waiting_other: '{{count, number}} messages are waiting to be sent',
    unreached_one: '{{count, number}} message couldn’t be delivered',
    unreached_other: '{{count, number}} messages couldn’t be delivered',
    unreachedHint: 'I’ll tell these people as soon as they write to me.',
    records: {
      title: 'Purser’s own records',
      commits:
        'They can’t be saved: nothing you decide now is kept. Ask whoever runs Purser to free space on its disk; the log has the reason.',
      snapshots:
        'What you decide is kept, but they can’t be put in order. Ask whoever runs Purser to look at its disk; the log has the reason.',
      lease:
        'I can’t show on disk that I’m running. Ask whoever runs Purser to look at its disk; the log has the reason.',
      opening:
        'When I started, something in them was damaged or had to be taken over, and I put it right. Ask whoever runs Purser to read the log.',
    },
    counts: '{{subscriptions}} subscriptions · {{selfService}} self-service · {{people}} people',
    door: {
      'sign-in': 'Signing in to Microsoft',
      directory: 'Subscriptions, people and roles',
      leavers: 'Names of people who left',
      'purchasing-rules': 'Who may buy what',
      'sign-ups': 'The switch for e-mail sign-ups',
      trials: 'The switch for starting trials',
      'eligible-roles': 'Roles that people may activate (PIM)',
      'message-centre': 'Microsoft’s message centre',
      installing: 'Teams app catalogue',
    },
    without: {
      'sign-in':
        'Without it, I can’t read anything. Check CLIENT_ID, CLIENT_SECRET (or the certificate) and TENANT_ID.',
      directory: 'Without it, I can’t see purchases or check anyone’s role.',
      leavers: 'Without it, I can’t name purchasers who left before I was installed. Everything else works.',
      'purchasing-rules': 'Without it, I can’t tell which products people may buy. The list of purchases still works.',
      'sign-ups': 'With it, I can tell whether people may sign up for free services with their work e-mail address.',
      trials: 'With it, I can tell whether people may start trials on behalf of the organisation.',
      'eligible-roles':
        'With it, I know who may activate an admin’s role: what they buy keeps its kind, and whoami tells them to activate it. Only where Privileged Identity Management is used.',
      'message-centre': 'With it, I can tell you what Microsoft announces about self-service before it comes.',
      installing:
        'With it, and with TeamsAppInstallation.ReadWriteSelfForUser.All, I can install myself for people I need to notify.',
    },
    teams: 'Answering in Teams',
    withoutTeams:
      'Without it, I can’t answer or notify anyone. Check MicrosoftAppId, MicrosoftAppPassword (or the certificate) and MicrosoftAppTenantId; a client secret expires.',
    mend: {
      'no-service':
        'An admin creates it once, in PowerShell: New-MgServicePrincipal -AppId aeb86249-8ea3-49e2-900b-54cc8e308f85. Then grant the permission with admin consent.',
      'despite-permission':
        'Try, in this order: grant admin consent once more; give Purser’s service principal the Billing Administrator role in Entra. If neither helps, Microsoft takes this from people alone: use the admin centre (Settings › Org settings › Self-service trials and purchases).',
    },
    notGranted: 'access not granted',
    permission: 'Needed: {{permission}} ({{api}}, application).',
    permissions: 'Still needed: {{list}} ({{api}}, application). {{permission}} alone would do as well.',
    grant: 'A Global Administrator can grant permissions in Entra: App registrations › Purser › API permissions.',
  },
  learnt: {
    title: 'Tried out at Microsoft',
    what: { 'departmental-seat': 'Removing a “for departments” seat', rule: 'Changing a rule' },
    expected: {
      'departmental-seat': 'Microsoft is expected not to let anyone remove these one by one',
      rule: 'Microsoft is expected to let me change rules; nobody has tried it here yet',
    },
    refused: {
      'departmental-seat': 'Microsoft refused to remove one by itself, seen on {{date}}',
      rule: 'Microsoft refused to let me change one, seen on {{date}}. Change them in the admin centre',
    },
    allowed: {
      'departmental-seat': 'I leave them alone, though Microsoft let me remove one on {{date}}',
      rule: 'Microsoft let me set one, seen on {{date}}',
    },
  },
  group: {
    title: {
      APPROVERS_GROUP: 'Approvers’ group (APPROVERS_GROUP)',
      VIEWERS_GROUP: 'Viewers’ group (VIEWERS_GROUP)',
    },
    missing:
      'There is no group in this organisation with the id in {{setting}}. Ask whoever runs Purser to put the object ID of an existing group there (Entra › Groups › All groups) and to restart me.',
    'not-a-group':
      'The id in {{setting}} is a person’s, not a group’s. Ask whoever runs Purser to put the object ID of a group there (Entra › Groups › All groups) and to restart me.',
    nobody:
      'No one in the group of {{setting}} counts: it is empty, or holds only guests and disabled accounts. Ask the group’s owner to add members in Entra; it takes effect within five minutes.',
    'no-permission':
      'I’m not allowed to read the group of {{setting}}. Ask a Global Administrator to grant me {{permission}} in Entra (App registrations › Purser › API permissions).',
    refused:
      'Microsoft refuses to show me the group of {{setting}}. Ask whoever runs Purser to check the id there; the log has the reason.',
    without: {
      APPROVERS_GROUP: 'Until then, nobody can approve a takeover, not even an admin.',
      VIEWERS_GROUP: 'Until then, only admins and Global Readers see every purchase.',
    },
  },
  mute: {
    title: 'Muted in this chat',
    none: 'Nothing is muted here.',
    what: 'Of these I tell nothing here. Press one to hear of it again.',
    done: '{{name}}: I tell nothing of it here until {{date}}.',
    until: 'until {{date}}',
    again: 'Hear of {{name}} again',
    hint: 'For example: “{{example}}”. Without a day it is for 30 days. Requests for a decision, and answers to you, still come.',
    many: '“{{what}}” is {{count, number}} products: name one, or switch notifications off.',
    unknown: 'Nobody bought “{{what}}”, so there’s nothing to mute. Name a product or a purchase of the list.',
    unread: 'I didn’t understand the day “{{words}}”. Write it like 31/12/2026.',
    past: '{{date}} isn’t ahead. Name a later day.',
    tooLong: 'Nothing is muted for more than a year. Name an earlier day.',
  },
  notify: {
    title: {
      personal: 'Your notifications',
      group: 'Notifications in this chat',
      channel: 'Notifications in this channel',
    },
    own: {
      what: 'I write to you only about something that you bought or use, to answer a question of yours, or when you’re asked to decide. There is no advertising and no newsletter.',
      quiet:
        'These messages are about your own licences, so they can’t be switched off. Each ends once you’ve answered it. If it’s too much, tell {{contact}}.',
    },
    on: 'on',
    off: 'off',
    later: 'Saved: I’ll post it here once there is one.',
    unclear:
      'Teams doesn’t say what kind of chat this is, so I can’t send notifications here. Say it in our private chat, in a group chat or in a channel.',
    topic: { alerts: 'Alerts', approvals: 'Approvals', renewals: 'Renewals', digest: 'Digest', report: 'Report' },
    about: {
      alerts:
        'Someone bought something new, a rule drifted, Microsoft announced something about self-service, or I couldn’t reach someone.',
      approvals: 'Something is waiting for a decision.',
      renewals: 'Something renews, converts or ends in 30 days, 7 days or 1 day, and what came of it.',
      digest: 'What is due, what is new, what waits and what changed outside, on one card.',
      report: 'What self-service purchases cost.',
    },
    every: {
      daily: 'Every working day, in the morning.',
      weekly: 'In the first morning of each week that people work.',
    },
    period: { daily: 'Digest every day', weekly: 'Digest every week' },
    place: { personal: 'their private chat', group: 'a group chat', channel: 'a channel' },
    shortDigest: { daily: 'a daily digest', weekly: 'a weekly digest' },
    short: { alerts: 'alerts', approvals: 'approvals', renewals: 'renewals', digest: 'digest', report: 'report' },
    quiet: {
      title: 'Quiet hours',
      on: 'From {{from}}:00 to {{until}}:00 I post nothing here that can wait.',
      off: 'I post here at any hour.',
      short: 'quiet from {{from}}:00 to {{until}}:00',
      switchOn: 'Quiet 18:00–8:00',
      switchOff: 'Turn quiet hours off',
    },
    mentions: 'Those who can decide are mentioned.',
    mentionOn: 'Mention who can decide',
    mentionOff: 'Stop mentioning people',
    noMention:
      'There’s nobody to mention in your own chat. Say it in your approvers’ channel or group, and mention me there.',
    switchOn: 'Turn {{topic}} on',
    switchOff: 'Turn {{topic}} off',
    hint: 'Or type it in any chat or channel I’m in: “{{example}}”.',
    which: 'Which notifications? For example: {{example}}.',
  },
  lateAnswer: {
    title: 'I owe you an answer',
    what: 'Teams didn’t take my answer. Press a line to see it.',
    other: 'Your message',
    recorded: 'It’s done and recorded: don’t ask for it again.',
    notRecorded: 'Nothing was changed.',
  },
  withdrawn: {
    title: 'This message is no longer for you',
    role: 'You no longer have a role that may read it; what was here is gone. Type “{{whoami}}” to see which roles you have and why.',
    member: 'As far as Microsoft says, you’re no longer a member of this organisation; what was here is gone.',
  },
  lapsed: {
    title: '{{name}} no longer gets {{topic}}',
    why: 'They no longer have a role that may read it, so I’ve stopped. Once they have one again, they can ask for it with “notify on”.',
  },
  unreached: {
    title_one: '{{count, number}} message couldn’t be delivered',
    title_other: '{{count, number}} messages couldn’t be delivered',
    mended: 'Everyone was reached after all',
    others_one: '{{count, number}} person affected by a takeover',
    others_other: '{{count, number}} people affected by a takeover',
    why: 'I couldn’t reach them in Teams or by e-mail. I’ll tell them as soon as they write to me.',
    help: 'You can help: ask them to open Purser in Teams (Apps › Purser › Add).',
    whyChat:
      'I can’t post in the channels and group chats named below: Purser was removed there, or they were deleted or archived. I’ll post as soon as I’m back.',
    helpChat:
      'You can help: add Purser to the team or chat again (Manage team › Apps › Get more apps › Purser), or choose another place with “notify on” there.',
  },
};
