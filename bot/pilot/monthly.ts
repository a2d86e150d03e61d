/** Once a month, the admins of a read-only pilot are told what it would have done. */
import { isReadOnly } from '../../store/hold.ts';
import { idOf, notify } from '../../store/notices.ts';
import type { Store } from '../../store/store.ts';
import { dayOf } from '../../store/takeover/calendar.ts';
import { adminsToTell } from '../hold/announce.ts';

/** Called with every sync: in the first one of a month, for the time since the last card. */
export async function tellOfMonth(store: Store, timeZone: string, now: Date): Promise<void> {
  const told = store.get('marks', 'pilot-told')?.value;
  if (!isReadOnly(store) || !told || monthOf(new Date(told), timeZone) === monthOf(now, timeZone)) return;
  const until = now.toISOString();
  await store.transact((tx) => {
    const admins = adminsToTell(tx);
    // Where nobody is known yet, the next sync finds somebody.
    if (admins.length === 0) return;
    tx.put('marks', { id: 'pilot-told', value: until });
    for (const to of admins)
      notify(tx, { key: `pilot ${until} ${idOf(to)}`, to, saying: { card: 'pilot', from: told, until } }, now);
  });
}

function monthOf(at: Date, timeZone: string): string {
  return dayOf(at, { timeZone }).slice(0, 7);
}
