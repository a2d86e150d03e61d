/** Nothing is changed at Microsoft while Purser is on hold, or a read-only pilot. */
import { isIdle } from '../../store/hold.ts';
import type { Store } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { Withheld } from '../microsoft/commerce.ts';
import { type Automation, createAutomation } from '../takeovers/run/automation.ts';

/** The operator's own automation, if there is one. It is not called while Purser is on hold, or a read-only pilot. */
export function automationOf(
  { takeovers: { ending } }: Config,
  { store, clock }: { store: Store; clock: Clock },
): Automation | undefined {
  if (ending.kind !== 'webhook') return undefined;
  const automation = createAutomation(ending, clock);
  return {
    async cancel(request) {
      withholdIn(store);
      return automation.cancel(request);
    },
  };
}

/** @throws Withheld while Purser is on hold, or a read-only pilot */
export function withholdIn(store: Store): void {
  if (isIdle(store)) throw new Withheld('Purser is on hold, or a read-only pilot');
}
