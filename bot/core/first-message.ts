/**
 * A first message: to somebody who bought or holds something and never heard from Purser. It could as well be a fraud, so none
 * goes out before people can check it: with a person or desk they know (`CONTACT_NAME`), and on a page of the organisation
 * (`VERIFY_URL`).
 */
import type { Notice } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { Config } from '../config/config.ts';
import { memberOf } from '../people/members.ts';
import type { NoticeKind } from './notice.ts';

export type CheckSetting = 'CONTACT_NAME' | 'VERIFY_URL';

/** The settings that are missing before people can check a message; none where first messages go out. */
export function missingToCheck({ contact, pages }: Pick<Config, 'contact' | 'pages'>): CheckSetting[] {
  const settings: Record<CheckSetting, string | undefined> = { CONTACT_NAME: contact.name, VERIFY_URL: pages.verify };
  return (Object.keys(settings) as CheckSetting[]).filter((name) => settings[name] === undefined);
}

/** They spoke to Purser, added it, or were written to in Teams before. */
export function hasMet(store: Pick<Reader, 'get'>, person: string): boolean {
  return memberOf(store, person).chat !== null;
}

/** Those who decide were told of Purser by their organisation; its other readers may never have heard of it. */
export function isFirstMessage(
  { to }: Pick<Notice, 'to'>,
  { audience }: Pick<NoticeKind, 'audience'>,
  store: Pick<Reader, 'get'>,
): boolean {
  return audience === 'addressee' && 'person' in to && !hasMet(store, to.person);
}
