/** What is to be approved anew is about the people as they are now, by their names of now, and about nobody else. */
import type { Takeover } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import { purser } from '../../../store/takeover/moves.ts';
import { MicrosoftFailed, type PersonFacts } from '../../microsoft/commerce.ts';
import { asKnownNow, currentAction } from '../state/action.ts';
import { decide } from '../state/decide.ts';
import { namePeople } from '../state/name-people.ts';
import { type Examined, examine } from '../state/read-preflight.ts';
import { renewedTimes } from './due.ts';
import type { Starting } from './start.ts';

/** Without an answer of Microsoft's, what the last sync saw is put to the approvers. */
export async function reviseTakeover(takeover: Takeover, starting: Starting): Promise<void> {
  const { store, clock } = starting;
  const read = await readPeople(takeover, starting).catch((error: unknown) => {
    if (error instanceof MicrosoftFailed) return undefined;
    throw error;
  });
  await store.transact((tx) => reviseIn(tx, { id: takeover.id, read, now: clock.now() }, starting));
}

type Read = Examined & { named: readonly PersonFacts[] };

async function readPeople(takeover: Takeover, { store, commerce }: Starting): Promise<Read> {
  const examined = await examine(asKnownNow(takeover, store), { commerce, store });
  const action = currentAction(takeover, store, examined);
  return { ...examined, named: examined.people ?? (await commerce.people(action?.holders.ids ?? [])) };
}

interface Revising {
  id: Takeover['id'];
  read: Read | undefined;
  now: Date;
}

function reviseIn(tx: Transaction, { id, read, now }: Revising, { store, takeovers }: Starting): void {
  const found = tx.get('takeovers', id);
  const action = found && currentAction(found, store, { ...read, within: tx });
  const isOpen = found?.state === 'pending' || found?.state === 'approved';
  if (!isOpen || !action || fingerprintOf(action) === found.fingerprint) return;
  namePeople(tx, read?.named ?? []);
  const before = read ? { ...found, findings: read.findings } : found;
  const move = { kind: 'revise', action, ...renewedTimes(found, action, { now, takeovers }) } as const;
  decide(tx, before, { move, actor: purser, now });
}
