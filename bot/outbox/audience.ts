/** Who somebody is when they are told something that rests on who they are: asked for many at once, and at most a minute old. */
import type { Notice } from '../../store/records.ts';
import type { NoticeKind, NoticeKinds } from '../core/notice.ts';
import type { Identity, People } from '../people/people.ts';

/** As many people are asked about at once; the rest are when it is their turn. */
const mostAtOnce = 120;

interface Options {
  people: Pick<People, 'identities'>;
  kinds: NoticeKinds;
  /** What goes out next. */
  waiting: () => readonly Notice[];
}

export class Audience {
  readonly #options: Options;
  readonly #underWay = new Map<string, Promise<ReadonlyMap<string, Identity>>>();

  constructor(options: Options) {
    this.#options = options;
  }

  /**
   * Undefined where it doesn't matter who reads it.
   *
   * @throws MicrosoftFailed
   */
  async of(notice: Notice): Promise<Identity | undefined> {
    const { people, kinds, waiting } = this.#options;
    const person = checkedReader(notice, kinds);
    if (person === undefined) return undefined;
    const others = waiting().flatMap((each) => checkedReader(each, kinds) ?? []);
    const asked = this.#underWay.get(person) ?? this.#ask(people, new Set([person, ...others]));
    return (await asked).get(person);
  }

  #ask(people: Options['people'], wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, Identity>> {
    const ids = [...wanted].filter((id) => !this.#underWay.has(id)).slice(0, mostAtOnce);
    const asked = people.identities(ids).finally(() => {
      for (const id of ids) this.#underWay.delete(id);
    });
    for (const id of ids) this.#underWay.set(id, asked);
    return asked;
  }
}

/** The person who must be of its audience; undefined where nobody must. */
function checkedReader({ to, saying }: Notice, kinds: NoticeKinds): string | undefined {
  return kinds[saying.card].audience !== 'addressee' && 'person' in to ? to.person : undefined;
}

export function isOfAudience({ audience }: Pick<NoticeKind, 'audience'>, identity: Identity): boolean {
  if (audience === 'addressee') return true;
  if (identity.kind !== 'colleague') return false;
  return audience === 'members' || audience.some((role) => identity.speaker.roles.has(role));
}
