/** English: every word Purser says or understands, a file for each room. Another language is a folder of the same shape. */
import type { LanguageFile, ValueWords } from '../shape.ts';
import * as centralise from './centralise.ts';
import { dayWords } from './days.ts';
import * as drafts from './drafts.ts';
import * as exports from './exports.ts';
import * as general from './general.ts';
import * as hold from './hold.ts';
import { joints } from './joints.ts';
import * as journal from './journal.ts';
import * as licences from './licences.ts';
import * as orders from './orders.ts';
import * as pilot from './pilot.ts';
import * as purchases from './purchases.ts';
import * as rules from './rules.ts';
import { spoken } from './spoken.ts';
import * as takeovers from './takeovers.ts';

const commands = {
  ...purchases.commands,
  ...takeovers.commands,
  ...licences.commands,
  ...centralise.commands,
  ...rules.commands,
  ...journal.commands,
  ...exports.commands,
  ...general.commands,
  ...hold.commands,
};

const argumentNames = {
  product: ['product'],
  by: ['by', 'purchaser', 'buyer'],
  action: ['action', 'what'],
  status: ['status'],
  since: ['since', 'from'],
  until: ['until', 'to'],
  expires: ['expires', 'ends', 'renews'],
  sort: ['sort', 'order'],
  page: ['page'],
};

const valueWords = {
  found: {
    cancelled: ['cancelled', 'canceled'],
    'renewal-off': ['renewal off', 'only renewal', 'renewal'],
    refused: ['refused', 'error'],
    'no-button': ['no button', 'not there'],
    'microsoft-moves': ['moving', 'move users', 'microsoft moves'],
  },
  stage: {
    waiting: ['waiting', 'to decide', 'pending'],
    running: ['running', 'approved', 'going on'],
    mine: ['mine', 'my'],
    ended: ['ended', 'done', 'closed'],
    every: ['all', 'everything'],
  },
  kind: {
    decide: ['to decide', 'undecided'],
    'self-service': ['self-service', 'selfservice'],
    central: ['central', 'centrally'],
    all: ['all', 'everything'],
    free: ['free'],
  },
  status: {
    Enabled: ['active', 'enabled'],
    Warning: ['grace', 'grace period', 'in its grace period', 'warning', 'expiring'],
    Suspended: ['suspended'],
    LockedOut: ['locked', 'locked out', 'cancelled', 'canceled'],
    Expired: ['expired'],
    Deleted: ['deleted', 'gone'],
    trial: ['trial', 'trials'],
    left: ['purchaser left', 'left', 'leavers', 'no longer here'],
    asked: ['asked', 'waiting for an answer'],
    mine: ['bought by me', 'mine', 'my own'],
    todo: ['mine to do', 'to do', 'in my hands', 'assigned to me'],
  },
  sort: {
    next: ['next', 'date', 'renews', 'ends', 'expires'],
    product: ['product'],
    purchaser: ['purchaser', 'by', 'buyer'],
    quantity: ['quantity', 'seats'],
    bought: ['bought', 'newest', 'new'],
  },
  what: {
    purchases: ['purchases'],
    licences: ['licences', 'licenses', 'licence', 'license', 'holders', 'users'],
    audit: ['audit', 'journal', 'log'],
  },
  format: { csv: ['csv', 'excel'], json: ['json'] },
  verify: { verify: ['verify', 'check'] },
  task: {
    record: ['record', 'record the current rules', 'record the present state'],
    fix: ['fix', 'fix drift', 'set back'],
    accept: ['accept', 'keep as it is'],
    forget: ['forget'],
    alone: ['alone', 'by yourself', 'by itself', 'automatic', 'automatically'],
    change: ['change', 'make this'],
  },
  value: {
    Enabled: ['allow', 'allowed'],
    OnlyTrialsWithoutPaymentMethod: ['trials', 'trials only', 'trial'],
    Disabled: ['block', 'blocked'],
  },
  fresh: { 'new-products': ['new products', 'new product', 'new ones'] },
  switch: { on: ['on', 'start', 'yes'], off: ['off', 'stop', 'no'] },
  topic: {
    alerts: ['alerts', 'alert', 'new purchases'],
    approvals: ['approvals', 'approval'],
    digest: ['digest'],
    report: ['report', 'reports'],
  },
  confirm: { confirm: ['confirm', 'confirmed'] },
  again: { again: ['again', 'refresh', 'now'] },
  language: { en: ['english', 'en', 'anglais'], fr: ['french', 'fr', 'français'] },
} satisfies ValueWords;

/** What every room says. */
const shared = {
  button: {
    resume: 'Resume',
    listApprovals: 'To be decided on',
    takeOver: 'Take over',
    approve: 'Approve',
    reject: 'Reject',
    withdraw: 'Withdraw',
    reassign: 'Reassign',
    stop: 'Stop',
    checkNow: 'Check now',
    reply: 'Reply',
    proceed: 'Go ahead anyway',
    allow: 'Allow',
    trials: 'Trials only',
    block: 'Block',
    undo: 'Undo',
    makeBaseline: 'Make this the baseline',
    baseline: 'Baseline',
    record: 'Record the current rules',
    setBack: 'Fix drift',
    setAllBack_one: 'Fix it',
    setAllBack_other: 'Fix all {{count, number}}',
    setBackAlways: 'Fix drift without asking',
    askFirst: 'Ask me before fixing drift',
    blockNew: 'Block new products',
    blockAdded_one: 'Block the new product',
    blockAdded_other: 'Block the new products',
    allOfThem: 'All {{count, number}}',
    forget: 'Forget',
    want: {
      Enabled: 'Should be allowed',
      OnlyTrialsWithoutPaymentMethod: 'Should be trials only',
      Disabled: 'Should be blocked',
    },
    rules: 'Show rules',
    orgSettings: 'Open Org settings',
    journal: 'Journal',
    next: 'Next',
    previous: 'Previous',
    refresh: 'Refresh',
    open: 'Open',
    retry: 'Retry',
    back: 'Back',
    filter: 'Filter',
    showResults: 'Show results',
    clearFilter: 'Clear filter',
    checkAgain: 'Check again',
    help: 'Help',
    adminCentre: 'Microsoft 365 admin centre',
    powerPlatform: 'Power Platform admin centre',
    faq: 'Microsoft’s FAQ',
    support: 'Contact Microsoft support',
    contact: 'Ask {{name}}',
    grant: 'Grant it in Entra',
    activate: 'Activate it in Entra',
    english: 'English',
    french: 'Français',
    listPurchases: 'Show purchases',
    showFree: 'Free products',
    listLicences: 'Show licences',
    openPurchase: 'Open the purchase',
    export: 'Export',
    assign: 'Assign',
    remove: 'Remove',
    whoami: 'Who am I?',
    status: 'Status',
    take: 'I’ll handle it',
    verify: 'Verify',
    settle: 'Classify this purchase',
    confirm: 'Confirm',
    ask: 'Ask',
    gotIt: 'Got it',
    object: 'I object',
    sendReason: 'Send my reason',
    askAgain: 'Ask again',
    howToCancel: 'How to cancel',
    isThisReal: 'Is this message real?',
    expenses: 'Claim expenses',
  },
  age: {
    data: 'Data as of {{when}} ({{ago}})',
    never: 'No data from Microsoft yet',
    stale: 'This is the last complete list I have.',
  },
  fallback: 'This card needs a newer Teams. Type “{{command}}” in an up-to-date client.',
  next: {
    again: 'Try again in a moment.',
    mend: 'Trying again won’t help: {{trouble}}. Type “status” to see what to do, or ask whoever runs Purser.',
    check: 'Check again in a moment.',
    mended:
      'Checking again won’t help until that is mended: type “status” to see what to do, or ask whoever runs Purser.',
  },
  trouble: {
    unreachable: 'Microsoft isn’t responding',
    throttled: 'Microsoft asked me to slow down',
    'no-token': 'Microsoft rejected my sign-in',
    'no-permission': 'I’m missing a Microsoft permission',
    'despite-permission': 'Microsoft refuses, although the permission is granted',
    'no-service': 'This organisation’s tenant doesn’t have the Microsoft service yet',
    'broken-answer': 'Microsoft’s response was incomplete',
    refused: 'Microsoft refused the request',
    redirected:
      'I was redirected to another address, which I don’t use: whoever runs me should check the network and my settings',
    'too-large': 'Microsoft’s response was larger than I accept',
  },
  kind: {
    'self-service': 'self-service',
    central: 'bought centrally',
    partner: 'bought through a partner',
  },
  notice: {
    mailEnd:
      'You’re getting this by e-mail because I can’t write to you in Teams. Open Purser there (Apps › Purser › Add). If this asks you for something, say “got it” or “I object”, and I’ll show it to you there.',
    replaces: 'This replaces an earlier message of mine, which Teams no longer lets me change.',
    stop: 'This chat asked for alerts. To stop them: “{{command}}”.',
    more_one: 'and {{count, number}} more',
    more_other: 'and {{count, number}} more',
    state: {
      'in-hand': '{{name}} is handling it',
      takeover: '{{name}} wants to take it over',
      asked: '{{name}} asked the purchaser',
      objected: 'The purchaser objects',
      someoneObjected: 'Someone objected',
    },
  },
  refused: {
    tooFast:
      'You’re writing faster than I can answer. Wait a minute, then send your last message again; until then I won’t answer.',
    guest: 'I only work for people in this organisation. As a guest, please ask the person who invited you.',
    stranger: 'I can’t find your account in this organisation, so I can’t help you here.',
    cantCheck:
      'I can’t check your roles with Microsoft right now, so I’m showing nothing rather than too much. Nothing was changed.',
    cantDecide: 'I couldn’t check your role with Microsoft, so nothing was changed.',
    role: 'Only {{role}} can do that. Type “whoami” to see what you can do and why.',
    roles: { admin: 'admins', viewer: 'admins and viewers', approver: 'approvers', anyone: 'everyone' },
    unknownCommand: 'I didn’t understand “{{text}}”.',
    didYouMean: 'Did you mean this?',
    onlyAsked: 'That was a question, so I did nothing. If you want it done, press the button.',
    whichPerson:
      'I couldn’t find out who “{{name}}” is. Type their sign-in name instead, for example megan@contoso.com.',
    noPerson: '“{{name}}” isn’t one person. Mention one colleague, or type their sign-in name.',
    seeHelp: 'Try “help” to see what I can do.',
    unknownVerb: 'This button is from an older version and no longer works. Type “help” to see what I can do now.',
    tooLong:
      'That’s too long for me: {{count, number}} characters. Commands are about a line long; type “help” for examples.',
    strayWord: 'I didn’t understand “{{word}}” in “{{command}}”. For example: “{{example}}”.',
    badValue: 'I didn’t understand “{{value}}” for “{{name}}”. Possible: {{allowed}}.',
    badDate: 'I didn’t understand the date “{{value}}”. Write it like 2026-01-31.',
    badDays: 'I didn’t understand “{{value}}”. Write a number of days, like expires<30d.',
    longReason: 'Please say it in at most {{most}} characters.',
    badPage: 'A page is a number starting from 1, like page:2.',
    badId: 'A purchase has an id like P-3. Type “purchases” for the list.',
    badButton: 'This button no longer works. Type “purchases” to open the list again.',
    twice: 'You gave “{{name}}” twice. Give it once.',
    onePurchase: 'One purchase at a time, please: I can’t tell which one you mean.',
    contact: 'the IT department',
  },
  fault: {
    title: 'Something went wrong',
    before:
      'Something went wrong on my side. Nothing was changed. Try again; if it happens again, give this number to the team that runs Purser: {{id}}.',
    after:
      'Your request is recorded; only my answer failed. Don’t send it again: check in a moment. If it happens again, give this number to the team that runs Purser: {{id}}.',
    press:
      'Something went wrong on my side. Look at the result before you press again; if it happens again, give this number to the team that runs Purser: {{id}}.',
    slow: 'This is taking longer than usual, and I’m still at it. Press again in a moment to see the result.',
  },
  sent: {
    here: 'I’ve sent it to you in our private chat.',
    unsure:
      'I tried to write to you in our private chat, but Teams didn’t confirm it. If nothing is there, ask me again.',
    closed: 'I can’t write to you directly yet. Open Purser in Teams (Apps › Purser › Add) and ask me there.',
    later: 'Teams isn’t taking my messages just now. I’ll write to you in our private chat as soon as it does.',
    recorded: 'What you asked for is done and recorded.',
    unconfirmed: 'Teams didn’t confirm my message in our private chat.',
    brief: 'Teams didn’t take my whole answer.',
    again: 'Ask again; if it stays so, tell the team that runs Purser.',
    less: 'Ask for less, or look at one thing at a time, for example: {{example}}.',
  },
  list: { unknown: 'unknown', unknownNumber: 'unknown' },
};

const messages = {
  ...shared,
  ...purchases.messages,
  ...takeovers.messages,
  ...drafts.messages,
  ...licences.messages,
  ...centralise.messages,
  ...rules.messages,
  ...journal.messages,
  ...exports.messages,
  ...general.messages,
  ...hold.messages,
  ...pilot.messages,
  ...orders.messages,
};

export const en = {
  commands,
  argumentNames,
  valueWords,
  joints,
  dayWords,
  spoken,
  actionWords: journal.actionWords,
  messages,
} satisfies LanguageFile;
