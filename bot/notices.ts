/** The card of every kind of notice, made when it is posted: of what is so then, in the reader's language. */
import type { Card } from '../cards/card.ts';
import type { Notice, Saying } from '../store/records.ts';
import type { House } from './core/house.ts';
import type { CardOf } from './core/notice.ts';
import { welcome } from './general/hello.ts';
import { unreached } from './general/unreached.ts';
import { licences } from './licences/job-card.ts';
import { languageFor } from './people/members.ts';
import type { Role } from './people/people.ts';
import { absence } from './purchases/notices/absence.ts';
import { answered } from './purchases/notices/answered.ts';
import { asked } from './purchases/notices/asked.ts';
import { newPurchases } from './purchases/notices/new-purchases.ts';
import { stillThere } from './purchases/notices/still-there.ts';
import { drift } from './rules/baseline/drift-notice.ts';
import { change } from './rules/change/notice.ts';
import { approval } from './takeovers/cards/to-approvers.ts';
import { announced } from './takeovers/cards/to-holders.ts';
import { replied } from './takeovers/cards/to-objector.ts';
import { takeover } from './takeovers/cards/to-requester.ts';
import { draft } from './takeovers/request/draft-notice.ts';

const cards: { [K in Saying['card']]: CardOf<K> } = {
  welcome: ({ addedBy }, { language, house, notice }) => welcome(language, house, { addedBy, notice: notice.id }),
  'new-purchases': newPurchases,
  absence,
  asked,
  answered,
  'still-there': stillThere,
  unreached,
  change,
  drift,
  draft,
  approval,
  takeover,
  announced,
  replied,
  licences,
};

/**
 * Undefined where there is nothing left to say.
 *
 * @param roles of the person it is for, where what they may do decides what they read
 */
export function cardOf(notice: Notice, house: House, roles: ReadonlySet<Role> = new Set()): Card | undefined {
  const language = house.languages[languageFor(notice.to, house.store, house.config.language)];
  const show = cards[notice.saying.card] as CardOf<Saying['card']>;
  return show(notice.saying, { notice, language, now: house.clock.now(), house, roles });
}
