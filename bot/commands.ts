/** Every command, under the heading help shows it, in that order. */

import { centralise } from './centralise/centralise.ts';
import type { CommandList } from './core/command.ts';
import { canBuy } from './desk/can-buy.ts';
import { mine } from './desk/mine.ts';
import { exportFile } from './exports/export.ts';
import { faq } from './faq/faq.ts';
import { hello } from './general/hello.ts';
import { help } from './general/help.ts';
import { language } from './general/language.ts';
import { mute } from './general/mute.ts';
import { notify } from './general/notify.ts';
import { retry } from './general/retry.ts';
import { status } from './general/status.ts';
import { thanks } from './general/thanks.ts';
import { waiting } from './general/waiting.ts';
import { whoami } from './general/whoami.ts';
import { pause } from './hold/pause.ts';
import { resume } from './hold/resume.ts';
import { audit } from './journal/audit.ts';
import type { CommandName } from './language/translation.ts';
import { assign, remove } from './licences/assign.ts';
import { licences } from './licences/licences.ts';
import { ask } from './purchases/ask.ts';
import { classify } from './purchases/classify.ts';
import { keep } from './purchases/keep.ts';
import { purchase, purchases } from './purchases/purchases.ts';
import { release } from './purchases/release.ts';
import { take } from './purchases/take.ts';
import { autoGrant } from './requests/auto-grant.ts';
import { request } from './requests/request.ts';
import { baseline } from './rules/baseline/baseline.ts';
import { apply } from './rules/change/apply.ts';
import { change } from './rules/change/change.ts';
import { allow, block, trials } from './rules/change/set-rules.ts';
import { undo } from './rules/change/undo.ts';
import { rules } from './rules/rules.ts';
import { object, seen } from './takeovers/decision/answer.ts';
import { approval, approvals } from './takeovers/decision/approvals.ts';
import { approve, reject } from './takeovers/decision/approve.ts';
import { away } from './takeovers/decision/away.ts';
import { check } from './takeovers/decision/check.ts';
import { reassign } from './takeovers/decision/reassign.ts';
import { proceed, reply } from './takeovers/decision/reply.ts';
import { stop, withdraw } from './takeovers/decision/withdraw.ts';
import { takeover } from './takeovers/request/takeover.ts';

export const commands = {
  purchases: [mine, purchases, purchase, licences, exportFile, take, release, ask, keep, classify, assign, remove],
  takeovers: [
    request,
    ...[takeover, approvals, approval, approve, reject, withdraw, reassign, away, stop, check, reply, proceed],
    ...[centralise, autoGrant],
  ],
  rules: [canBuy, rules, change, allow, trials, block, apply, retry, undo, baseline],
  general: [
    faq,
    waiting,
    audit,
    status,
    whoami,
    language,
    help,
    hello,
    notify,
    mute,
    pause,
    resume,
    seen,
    object,
    thanks,
  ],
} as const satisfies CommandList;

/** Words without a command, or a command without words, do not compile. */
type Listed = (typeof commands)[keyof typeof commands][number]['name'];
type Missing = Exclude<CommandName, Listed> | Exclude<Listed, CommandName>;
true satisfies [Missing] extends [never] ? true : { missing: Missing };

export const allCommands = Object.values(commands).flat();
