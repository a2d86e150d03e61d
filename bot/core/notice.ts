/**
 * A kind of notice: data with one function. To add one: its line of `Saying` in `store/records/notice.ts`, a file in its room,
 * a line in `bot/notices.ts`, its words in each language and what the ledger calls it, its test. CONTRIBUTING.md has the steps.
 */
import { type Card, marked, withRemark, withSender, withSmallPrint } from '../../cards/card.ts';
import type { Notice, Saying, Somebody, Topic } from '../../store/records.ts';
import type { Reader } from '../../store/store.ts';
import type { Language } from '../language/index.ts';
import { languageFor } from '../people/members.ts';
import type { Identity, Role } from '../people/people.ts';
import type { Dependencies } from './dependencies.ts';

export interface Shown {
  notice: Notice;
  /** The reader's. */
  language: Language;
  now: Date;
  dependencies: Dependencies;
  /** What the reader may do now; none where that is not known, or where a chat reads it. */
  roles: ReadonlySet<Role>;
}

export type SayingOf<K extends Saying['card']> = Extract<Saying, { card: K }>;

/** Makes the card of one kind of notice; undefined where there is nothing left to say. */
export type CardOf<K extends Saying['card']> = (saying: SayingOf<K>, shown: Shown) => Card | undefined;

export interface NoticeKind<K extends Saying['card'] = Saying['card']> {
  card: CardOf<K>;
  /** 0 goes first: somebody is just being answered. 1: others wait until its reader has acted. 4 goes last: it concerns many. */
  urgency: 0 | 1 | 2 | 3 | 4;
  /** For those who asked to be told of it; without one it is for the person it is addressed to, whatever they asked. */
  topic?: Topic;
  /**
   * Whether what it says must reach its reader although the card that was posted can't be changed: a new post then takes its
   * place. So it is if not given.
   */
  isNews?: (saying: SayingOf<K>, reader: Pick<Reader, 'get'>) => boolean;
  /**
   * In person, only people who have one of these roles when it is posted; or any member of the organisation; or, where it rests
   * on what they did and on no role, anyone it is addressed to. Who is outside loses the topic they had asked for, and what was
   * posted to them is taken back when it would be edited.
   */
  audience: readonly Role[] | 'members' | 'addressee';
  /** The card for a person outside the audience; without it they are told nothing. */
  instead?: (who: Exclude<Identity['kind'], 'colleague'>, language: Language, dependencies: Dependencies) => Card;
  /** Who is mentioned where it is posted, in a channel or group that wants that. */
  mentions?: (saying: SayingOf<K>, reader: Pick<Reader, 'get'>, now: Date) => readonly Somebody[];
  /** Asked of Microsoft before the card is made, which is made without it where Microsoft does not answer. */
  before?: (dependencies: Dependencies) => Promise<unknown>;
  /** False where it is no news to the admins that it reached nobody. */
  missed?: false;
}

/** Every kind there is. */
export type NoticeKinds = { readonly [K in Saying['card']]: NoticeKind<K> };

/** Whoever is written to without having asked reads for which organisation that is; an unknown sender looks like a fraud. */
function signed(
  card: Card | undefined,
  audience: NoticeKind['audience'],
  { language: { t }, dependencies: { store } }: Shown,
): Card | undefined {
  const name = organisationOf(store);
  return card && audience === 'addressee' && name ? withSender(card, t('notice.for', { name })) : card;
}

/** What the organisation calls itself, as far as Microsoft has told. */
export function organisationOf(store: Pick<Reader, 'get'>): string | undefined {
  return store.get('parts', 'products')?.organisation;
}

/** A try was cut off before: another copy may be there already. */
function isPerhapsTwice({ unsure, ledger }: Notice): boolean {
  return unsure || ledger.some(({ what }) => what === 'posted-again');
}

/**
 * The card of a notice, made when it is posted: of what is so then, in the reader's language. Undefined where there is
 * nothing left to say.
 */
export function noticeCard(
  notice: Notice,
  { dependencies, kinds, roles }: { dependencies: Dependencies; kinds: NoticeKinds; roles: ReadonlySet<Role> },
): Card | undefined {
  const language = dependencies.languages[languageFor(notice.to, dependencies.store, dependencies.config.language)];
  const { card, audience } = kinds[notice.saying.card] as NoticeKind;
  const shown = { notice, language, now: dependencies.clock.now(), dependencies, roles };
  const made = signed(card(notice.saying, shown), audience, shown);
  const isReplacing = notice.replacedAt !== undefined || notice.delivered?.stuck === true;
  const said = made && isReplacing ? withRemark(made, language.t('notice.replaces')) : made;
  // Whichever of two posts is looked at, they can be told to be the same.
  const told =
    said && isPerhapsTwice(notice) ? withSmallPrint(said, language.t('notice.twice', { id: notice.id })) : said;
  return told && marked(told, notice.id);
}
