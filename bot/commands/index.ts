/** Every command, in the order help shows them. */
import type { CommandName } from '../language/translation.ts';
import { allow, block, trials } from './allow.ts';
import { object, seen } from './answer.ts';
import { apply } from './apply.ts';
import { approval, approvals } from './approvals.ts';
import { approve, reject } from './approve.ts';
import { ask } from './ask.ts';
import { assign, remove } from './assign.ts';
import { audit } from './audit.ts';
import { baseline } from './baseline.ts';
import { centralise } from './centralise.ts';
import { change } from './change.ts';
import { check } from './check.ts';
import { classify } from './classify.ts';
import { exportFile } from './export.ts';
import { hello } from './hello.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { licences } from './licences.ts';
import { notify } from './notify.ts';
import { purchase } from './purchase.ts';
import { purchases } from './purchases.ts';
import { reassign } from './reassign.ts';
import { proceed, reply } from './reply.ts';
import { retry } from './retry.ts';
import { rules } from './rules.ts';
import { status } from './status.ts';
import { take } from './take.ts';
import { takeover } from './takeover.ts';
import { undo } from './undo.ts';
import { whoami } from './whoami.ts';
import { stop, withdraw } from './withdraw.ts';

export const commands = [
  ...[purchases, purchase, licences, exportFile, audit, status, whoami, language, help, hello],
  ...[rules, change, allow, trials, block, apply, retry, undo, baseline],
  ...[takeover, approvals, approval, approve, reject, withdraw, reassign, stop, check, reply, proceed],
  ...[take, ask, classify, notify, assign, remove, centralise, seen, object],
] as const;

/** Words without a command, or a command without words, do not compile. */
type Listed = (typeof commands)[number]['name'];
type Missing = Exclude<CommandName, Listed> | Exclude<Listed, CommandName>;
true satisfies [Missing] extends [never] ? true : { missing: Missing };
