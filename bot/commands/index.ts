/** Every command, in the order help shows them. */
import { audit } from './audit.ts';
import { classify } from './classify.ts';
import { hello } from './hello.ts';
import { help } from './help.ts';
import { language } from './language.ts';
import { purchase } from './purchase.ts';
import { purchases } from './purchases.ts';
import { status } from './status.ts';
import { take } from './take.ts';
import { whoami } from './whoami.ts';

export const commands = [purchases, purchase, take, classify, audit, status, whoami, language, help, hello] as const;

export type CommandName = (typeof commands)[number]['name'];
