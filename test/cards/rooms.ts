/** The rooms whose cards are looked at: each has its scenes, its golden in either language and its test under the same name. */
import { scenesOfCentralise } from './scenes/centralise.ts';
import { scenesOfDesk } from './scenes/desk.ts';
import { scenesOfExports } from './scenes/exports.ts';
import { scenesOfFaq } from './scenes/faq.ts';
import { scenesOfGeneral } from './scenes/general.ts';
import { scenesOfHold } from './scenes/hold.ts';
import { scenesOfJournal } from './scenes/journal.ts';
import { scenesOfLicences } from './scenes/licences.ts';
import { scenesOfLicenceOrders } from './scenes/licences-orders.ts';
import { scenesOfOrders } from './scenes/orders.ts';
import { scenesOfOutbox } from './scenes/outbox.ts';
import { scenesOfPilot } from './scenes/pilot.ts';
import { scenesOfPurchases } from './scenes/purchases.ts';
import { scenesOfAsking } from './scenes/purchases-asking.ts';
import { scenesOfKeeping } from './scenes/purchases-keeping.ts';
import { scenesOfPurchaseNotices } from './scenes/purchases-notices.ts';
import { scenesOfSeveral } from './scenes/purchases-several.ts';
import { scenesOfRequests } from './scenes/requests.ts';
import { scenesOfRouter } from './scenes/router.ts';
import { scenesOfRules } from './scenes/rules.ts';
import { scenesOfBaseline } from './scenes/rules-baseline.ts';
import { scenesOfSync } from './scenes/sync.ts';
import { scenesOfDecision } from './scenes/takeovers-decision.ts';
import { scenesOfEnd } from './scenes/takeovers-end.ts';
import { scenesOfMove } from './scenes/takeovers-move.ts';
import { scenesOfTakeoverNotices } from './scenes/takeovers-notices.ts';
import { scenesOfRequest } from './scenes/takeovers-request.ts';
import type { Scene } from './stage.ts';

export const rooms = {
  general: scenesOfGeneral,
  router: scenesOfRouter,
  sync: scenesOfSync,
  outbox: scenesOfOutbox,
  hold: scenesOfHold,
  pilot: scenesOfPilot,
  orders: scenesOfOrders,
  purchases: scenesOfPurchases,
  'purchases-asking': scenesOfAsking,
  'purchases-keeping': scenesOfKeeping,
  'purchases-notices': scenesOfPurchaseNotices,
  'purchases-several': scenesOfSeveral,
  licences: scenesOfLicences,
  'licences-orders': scenesOfLicenceOrders,
  desk: scenesOfDesk,
  exports: scenesOfExports,
  faq: scenesOfFaq,
  centralise: scenesOfCentralise,
  requests: scenesOfRequests,
  journal: scenesOfJournal,
  rules: scenesOfRules,
  'rules-baseline': scenesOfBaseline,
  'takeovers-request': scenesOfRequest,
  'takeovers-decision': scenesOfDecision,
  'takeovers-move': scenesOfMove,
  'takeovers-end': scenesOfEnd,
  'takeovers-notices': scenesOfTakeoverNotices,
} as const satisfies Readonly<Record<string, readonly Scene[]>>;

export type Room = keyof typeof rooms;

export const roomNames = Object.keys(rooms) as Room[];
