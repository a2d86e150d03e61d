/** English words that say much the same of what somebody wants, by what they have in common; the ranking reads them as one. */

export const alike = {
  buy: 'buy, bought, purchase, purchased, purchasing, order, ordered, acquire, acquired, subscribe, subscribed, sign up, signed up, shop, shopping, procure, splash out, snap up',
  purchases: 'purchases, subscription, subscriptions, sub, subs, orders, acquisitions',
  pay: 'pay, pays, paid, paying, cost, costs, price, spend, spent, spending, money, euro, euros, expensive, charge, charged, billed, budget, amount, fee, expense, spender, dollars, bucks',
  invoice: 'invoice, receipt, bill, billing, credit card, payment method, card on file, vat',
  refund:
    'refund, refunded, refunds, reimburse, reimbursed, reimbursement, money back, get back what i paid, expense claim',
  end: 'end, cancel, cancelled, canceled, cancellation, terminate, quit, drop, kill, scrap, ditch, axe, get rid of, give up, unsubscribe, discontinue, wind down',
  lapse:
    'expire, expires, expiring, expiry, lapse, lapses, renew, renews, renewal, renewals, renewing, due, deadline, run out, running out, runs out, ends, ending, convert, roll over, up for renewal, soon',
  block:
    'block, blocked, blocking, forbid, forbidden, ban, banned, disable, disabled, prohibit, lock, lock down, close, shut, prevent, restrict, deny, turn off, switch off, turned off, switched off, disallow, outlaw, no more, stop people, stop selling',
  allow:
    'allow, allowed, permit, permitted, enable, enabled, unblock, reopen, open, open up, authorise, authorize, unlock, turn on, switch on, turned on, switched on, re-enable, lift, unban, let people, available, legalise',
  trial: 'trial, trials, try, trying, test, testing, tryout, evaluate, evaluation, demo, sample, test drive, try out',
  seat: 'licence, licences, license, licenses, seat, seats, entitlement, entitlements',
  use: 'use, uses, using, used, work with, works with, working with, holder, holders, hold, holds, usage, utilise, rely on, depends on',
  free: 'free, spare, unused, idle, available seat, left over, leftover, unassigned, vacant, dormant',
  give: 'give, assign, assigned, grant, allocate, hand out, provision, equip, set up, add, supply, deploy, hook up, sort out, fix up with',
  retrieve:
    'remove, revoke, reclaim, take away, unassign, strip, free up, take back, get back, deprovision, pull from, off, no longer needs, recover',
  gone: 'left, gone, quit, resigned, departed, former, leaver, leavers, ex, ex-employee, orphaned, ownerless, abandoned, no longer here, dismissed, fired, moved on, retired',
  away: 'vacation, holiday, holidays, leave, away, sick, ill, absent, travelling, traveling, conference, out of office, day off, week off, unavailable, ooo, absence, time off, hospital, abroad, on a trip, pto',
  back: 'back, returned, here again, available again, back at work, back in the office',
  approve:
    'approve, approved, approving, sign off, agree, accept, green light, fine by me, go ahead, ok with, consent, thumbs up, yes to',
  refuse:
    'reject, rejected, decline, declined, refuse, refused, turn down, turned down, veto, against, disagree, no to, deny the request',
  decide:
    'decide, decides, decided, deciding, decision, approver, approvers, approval, approvals, sign, rule on, judge, verdict, sign-off',
  withdraw: 'withdraw, retract, take back my, changed my mind, never mind, forget, forget it, call off, pull back',
  ask: 'ask, asked, tell, write, write to, message, contact, ping, remind, nudge, chase, email, e-mail, drop a line, let know, get in touch, approach, reach out, poke, notify the buyer',
  handle:
    'handle, handling, deal with, dealing with, look after, looking after, take care of, taking care of, in charge, see to, responsible, on it, take on, put my name, under my name, claim',
  keep: 'keep, keeps, keeping, kept, stay, retain, leave it, leave as it is, snooze, tolerate, sanction, sanctioned, extend, hang on to',
  takeover:
    'takeover, take over, takeovers, move everybody, move everyone, move the people, migrate, transfer to it, bring under it',
  central:
    'central, centrally, centralise, centralize, consolidate, merge, unify, corporate, bundle, standardise, under one roof, under it, one contract, roll up, pool',
  ours: 'ours, our own, our agreement, our contract, reseller, partner, company bought, belongs to us',
  delegate:
    'hand over, pass on, pass, forward, delegate, transfer, reassign, instead of me, escalate, someone else, somebody else, stand in, stands in, deputy, on my behalf, replacement, route',
  object: 'object, objection, objections, objects, protest, oppose, opposes, complain, complains',
  need: 'need, needs, needed, require, requires, want, would like, like to have, wish, love to have, could do with',
  stillneed: 'still need, still use, still using, every day, depend on, depends on it, cannot work without, hands off',
  who: 'who, whom, whose, anyone, anybody, someone, somebody',
  why: 'why, how come, reason, what for, what is the point',
  when: 'when, what day, what date, how long, by when, until when',
  how: 'how, how do, how to, how can, way to, steps',
  howmany: 'how many, how much, number of, total, count',
  i: 'i, me, myself, my own',
  my: 'my, mine',
  you: 'you, your, yours, yourself, purser, bot',
  we: 'we, us, our',
  may: 'can i, may i, am i allowed, could i, permission to, am i permitted, is it ok if i, is it ok for me, do i have to ask, am i able to',
  people:
    'people, staff, employee, employees, user, users, colleague, colleagues, folks, everyone, everybody, workers, team members, personnel, guys, workforce, teammates',
  file: 'csv, excel, spreadsheet, xls, xlsx, download, export, exported, as a file, sheet, dump, in a table, table',
  list: 'list, overview, show, display, see, view, summary of, report, all',
  journal: 'log, journal, logbook, history, audit, trail, audit trail, record, records, story, trace, who did',
  changed: 'change, changes, changed, modified, altered, touched, edited, fiddled, tampered, flipped, messed with',
  verify: 'tampered, integrity, trust the log, trust your log, forged, falsified, manipulated, hash',
  rule: 'rule, rules, policy, policies, setting, settings, configured, configuration, config',
  drift:
    'drift, drifted, deviate, deviates, deviation, baseline, standard, comply, compliant, as agreed, supposed to be, should be, target, out of line, ought to be, meant to be, agreed, in line',
  sync: 'connected, connection, sync, synced, synchronised, data, fresh, current, up to date, refresh, refreshed, outdated, stale, working properly, online, alive, version, health, healthy, numbers, how old',
  broken:
    'broken, down, doesn’t work, does not work, not working, crash, crashes, error, technical, failed, failure, problem',
  inform:
    'notification, notifications, notify, notified, alert, alerts, digest, summary, reminders, messages, quiet, mute, spam, unsubscribe me, ping us, tell us, let us know, keep us posted, inform us, pings, pester, this channel, this chat, channel',
  quiethours: 'at night, weekend, weekends, quiet hours, do not disturb, in the evening, after hours',
  role: 'role, roles, right, rights, permission, permissions, access, admin, administrator, privilege, privileges',
  help: 'help, instructions, manual, commands, tour, examples, how this works, what can you do, lost, get started, guide',
  real: 'scam, phishing, real, genuine, fake, legit, legitimate, trust, fraud, suspicious, fishy, spam, safe, official, hoax, strange, trick, dodgy, authentic, for real',
  documents:
    'files, documents, drawings, reports, dashboards, diagrams, my work, my data, documents deleted, my file, flows, projects, backup, pictures, spreadsheets of mine',
  lose: 'lose, losing, lost, disappear, vanish, gone then, deleted, delete, erased, wiped, taken away',
  human:
    'human, person in charge, contact person, help desk, helpdesk, call, phone, talk to, speak to, it support, hotline',
  support: 'support, ticket, install, crashes, start up, technical support',
  recent: 'new, newest, latest, recent, recently, lately, last, this week, today, since, just now, fresh ones',
  undo: 'undo, revert, roll back, rollback, reverse, mistake, wrong, oops, put it back, put back, as before, the way it was, restore, back to how',
  again: 'again, retry, try again, repeat, once more, another go, another attempt',
  apply: 'apply, carry out, execute, activate, go live, put into effect, implement, make it happen',
  pause: 'pause, paused, hold, on hold, freeze, suspend, halt, stop everything, emergency, everything off, stand still',
  resume: 'resume, continue, carry on, restart, wake up, unfreeze, go on, start again, unpause',
  stop: 'stop, abort, interrupt, halt it, stopping, stopped',
  check:
    'check, verify, look again, really gone, went through, gone through, is it done, by now, confirm with microsoft, at microsoft, admin center, admin centre',
  done: 'done, finished, completed, i have cancelled, i cancelled, already cancelled, turned off the renewal',
  waiting:
    'waiting, pending, to do, todo, todos, task, tasks, desk, plate, inbox, open questions, outstanding, queue, backlog, to sign, for me, from me',
  progress:
    'status, progress, how far, state, news, where is, where are we, where do we stand, underway, under way, along, stuck, pipeline, running',
  what: 'what, which, what is, what are',
  not: 'not, don’t, doesn’t, isn’t, won’t, can’t, never, no longer, cannot, didn’t, shouldn’t',
  thanks:
    'thanks, thank, thank you, great, perfect, brilliant, cheers, awesome, goodbye, bye, lovely, wonderful, appreciated',
  hello: 'hello, hi, hey, good morning, good afternoon, good evening',
  read: 'noted, understood, got it, seen, read it, acknowledged, took note, received',
  kind: 'self-service, self service, kind, classify, mark, mislabelled, wrongly listed, treat as',
  english: 'english',
  french: 'french',
};
