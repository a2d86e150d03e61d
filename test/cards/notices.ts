/** What scenes about notices share: they write them as the commands and the sync would, and see what becomes of them. */
import type { LanguageCode } from '../../bot/language/codes.ts';
import { notify } from '../../store/notices.ts';
import type { Notice, Purchase, Saying } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import type { Stage } from './stage.ts';

export const hostile = '**bold** [here](https://evil.example) ${1+1}<at>Alex</at>';
export const long =
  'We have an agreement that covers this product for everybody here, so nobody need pay twice. '.repeat(6);
export const wrote = [hostile, hostile.replaceAll(/<\/?at>/g, ''), long.slice(0, 500)];
export const longName = 'Alexandra-Maria von und zu Hohenstein '.repeat(7).slice(0, 256).trim();

export const live = ({ status }: Purchase): boolean => status === 'Enabled';

export function asking(purchase: string, why: string | null = null, name = 'Alex Wilber'): Saying {
  return { card: 'asked', purchase, by: { id: 'nobody here', name }, why };
}

export function of({ world }: Stage, { id }: Person, fits: (purchase: Purchase) => boolean = () => true): string {
  const all = [...world.purser.store.all('purchases')];
  return all.find((each) => each.purchaser === id && live(each) && fits(each))?.id ?? '';
}

export async function settle({ world }: Stage, id: string, kind = 'self-service'): Promise<void> {
  await world.people.alex.say(`classify ${id} ${kind}`, { locale: 'en-GB' });
}

/** From now on they are written to in this language. */
export async function speak(language: LanguageCode, ...people: Person[]): Promise<void> {
  for (const person of people) {
    person.locale = language === 'en' ? 'en-GB' : 'fr-FR';
    await person.say('help');
  }
}

/** As a command or the sync would write it. @returns its id */
export async function write(
  { world }: Stage,
  to: Person | Notice['to'],
  saying: Saying,
  purchases: readonly string[] = 'purchase' in saying ? [saying.purchase] : [],
  later = 0,
): Promise<string> {
  const { store } = world.purser;
  const now = world.clock.now();
  const key = `scene ${store.count('notices')}`;
  const whom: Notice['to'] = 'id' in to ? { person: to.id } : to;
  world.clock.advance(1);
  return store.transact((tx) =>
    notify(tx, { key, to: whom, saying, purchases, dueAt: new Date(now.getTime() + later) }, now),
  );
}

export async function became({ world }: Stage, id: string, change: Partial<Notice>): Promise<void> {
  const { store } = world.purser;
  const notice = store.get('notices', id);
  if (notice) await store.transact((tx) => tx.put('notices', { ...notice, ...change }));
}

export function fate(stage: Stage, id: string, outcome: Notice['outcome']): Promise<void> {
  const at = stage.world.clock.now().toISOString();
  const ledger = (['away', 'mail-failed', 'unreached'] as const).map((what) => ({ at, what, why: null }));
  return became(stage, id, { outcome, dueAt: null, ledger });
}

/** It ends at Microsoft, and Purser sees it. */
export async function end({ world }: Stage, id: string): Promise<void> {
  const { subscription } = world.purser.store.get('purchases', id) ?? {};
  const theirs = world.tenant.company.subscriptions.find((each) => each.id === subscription);
  if (theirs) theirs.status = 'Deleted';
  await world.purser.sync.run();
}
