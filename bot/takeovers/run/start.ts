/** Begins the run of a takeover: everything is looked at once more, and what has changed since the approval stops it. */
import { isIdle } from '../../../store/hold.ts';

import { isWordProven, unprovenApprovals } from '../../../store/proof.ts';
import type { Takeover } from '../../../store/records.ts';
import type { Store, Transaction } from '../../../store/store.ts';
import { fingerprintOf } from '../../../store/takeover/fingerprint.ts';
import { isRefusal, type Move, purser, type Refusal, type Standing } from '../../../store/takeover/moves.ts';
import { blocks } from '../../../store/takeover/preflight.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import type { Commerce } from '../../microsoft/commerce.ts';
import type { People } from '../../people/people.ts';
import { asKnownNow, currentAction } from '../state/action.ts';
import { decide } from '../state/decide.ts';
import { times } from '../state/decision-deadline.ts';
import { namePeople } from '../state/name-people.ts';
import { type Examined, examine } from '../state/read-preflight.ts';
import { tellingOf } from '../state/untold.ts';
import { renewedTimes } from './due.ts';
import { beginRun, failRun } from './run.ts';

export interface Starting {
  store: Store;
  commerce: Pick<Commerce, 'holders' | 'people' | 'licencesOf' | 'seats'>;
  people: Pick<People, 'standingOf'>;
  clock: Clock;
  takeovers: Config['takeovers'];
}

/** @throws MicrosoftFailed */
export async function startTakeover(takeover: Takeover, starting: Starting): Promise<void> {
  const { store, commerce, people, clock } = starting;
  const approvers = takeover.approvals.map(({ by }) => by.id);
  const [examined, standing] = await Promise.all([
    examine(asKnownNow(takeover, store), { commerce, store }),
    people.standingOf(takeover.requester.id, approvers),
  ]);
  await store.transact((tx) => startIn(tx, { id: takeover.id, examined, standing, now: clock.now() }, starting));
}

interface Looked {
  id: Takeover['id'];
  examined: Examined;
  standing: Standing;
  now: Date;
}

function startIn(tx: Transaction, looked: Looked, { store, takeovers }: Starting): void {
  const { id, examined, standing, now } = looked;
  const { findings, holders, stillHere, people } = examined;
  const found = tx.get('takeovers', id);
  const action = found && currentAction(found, store, { holders, stillHere, within: tx });
  if (found?.state !== 'approved' || !action || isIdle(tx)) return;
  const before = { ...found, findings };
  const job = tx.nextId('J');
  const { untold } = tellingOf(found, tx, now);
  const start: Move = { kind: 'start', fingerprint: fingerprintOf(action), standing, untold, job };
  const started = decide(tx, before, { move: start, actor: purser, now });
  if (!isRefusal(started)) {
    if (unprovenApprovals(started, tx).length > 0 || !isWordProven(started, tx))
      failRun(tx, { takeover: started, words: 'unproven' }, now);
    else if (blocks(findings)) failRun(tx, { takeover: started, words: 'blocked' }, now);
    else beginRun(tx, { takeover: started, id: job, isChecked: true }, now);
    return;
  }
  const renewed = times(action.purchase.nextAt, now, takeovers);
  const instead: Partial<Record<Refusal['refused'], Move>> = {
    changed: { kind: 'revise', action, ...renewedTimes(found, action, { now, takeovers }) },
    'approver-out': { kind: 'unapprove', whose: standing.out, ...renewed },
    'requester-out': { kind: 'withdraw', words: 'requester-out' },
    untold: { kind: 'untold', whose: untold },
  };
  const move = instead[started.refused];
  if (move?.kind === 'revise') namePeople(tx, people ?? []);
  if (move) decide(tx, before, { move, actor: purser, now });
}
