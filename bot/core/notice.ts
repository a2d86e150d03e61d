/** What a notice's card is made from. */
import type { Card } from '../../cards/card.ts';
import type { Notice, Saying } from '../../store/records.ts';
import type { Language } from '../language/index.ts';
import type { Role } from '../people/people.ts';
import type { House } from './house.ts';

export interface Shown {
  notice: Notice;
  /** Of whoever reads it. */
  language: Language;
  now: Date;
  house: House;
  /** What the reader may do now; none where that is not known, or where a chat reads it. */
  roles: ReadonlySet<Role>;
}

export type SayingOf<K extends Saying['card']> = Extract<Saying, { card: K }>;

/** Makes the card of one kind of notice; undefined where there is nothing left to say. */
export type CardOf<K extends Saying['card']> = (saying: SayingOf<K>, shown: Shown) => Card | undefined;
