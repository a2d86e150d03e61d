/** Tells people who are eligible for a role that they have to activate it, and where. */
import type { Button, Link } from '../../cards/card.ts';
import type { Language } from '../language/index.ts';
import { activateRoles } from '../microsoft/links.ts';
import type { Role } from '../people/people.ts';
import { type Context, press, UserError } from './command.ts';
import { within } from './time-limit.ts';

/** They have not the role for it; the router adds which one they could activate. */
export class RoleNeeded extends UserError {
  override name = 'RoleNeeded';
  readonly role: Role;
  constructor(role: Role, { t }: Language) {
    super(t('refused.role', { role: t(`refused.roles.${role}`) }));
    this.role = role;
  }
}

/** The same no, and what helps those who could activate a role. */
export async function withWayOut(error: UserError, asked: Asked | undefined): Promise<UserError> {
  const hint = error instanceof RoleNeeded && asked && (await toActivate(asked, error.role));
  return hint ? new UserError(`${error.message} ${hint.text}`, [hint.check], { links: [hint.link] }) : error;
}

/** It is a hint: nobody waits long for it. */
const hintMs = 1_500;

type Asked = Pick<Context, 'speaker' | 'language' | 'dependencies'>;

export interface ToActivate {
  text: string;
  link: Link;
  check: Button;
}

/** @param role what they want to do; anything they can't do yet if not given */
export async function toActivate(
  { speaker, language: { t }, dependencies }: Asked,
  role?: Role,
): Promise<ToActivate | undefined> {
  if (speaker.unchecked || speaker.roles.has('admin')) return undefined;
  const found = await within(hintMs, dependencies.people.toActivate(speaker, role));
  return found
    ? {
        text: t('whoami.eligible', { role: t(`whoami.role.${found}`) }),
        link: { title: t('button.activate'), url: activateRoles },
        check: press(t('button.checkAgain'), 'whoami', { again: 'again' }),
      }
    : undefined;
}
