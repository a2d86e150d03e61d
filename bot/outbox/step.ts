/** What a step of a notice works with, and what came of it. */
import type { Dependencies } from '../core/dependencies.ts';
import type { NoticeKinds } from '../core/notice.ts';
import type { Log } from '../log.ts';
import type { Messenger } from '../teams/messenger.ts';
import type { Audience } from './audience.ts';
import type { DeliveryRecord } from './record.ts';

export interface Deps {
  dependencies: Dependencies;
  kinds: NoticeKinds;
  messenger: Messenger;
  record: DeliveryRecord;
  audience: Audience;
  log: Log;
}

/** `outage`: what failed would fail for every other notice too. `elsewhere`: the connector was not asked. */
export type Effect = 'done' | 'outage' | 'elsewhere';
