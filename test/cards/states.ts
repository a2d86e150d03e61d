/** Every card in every state, in both languages: made by the real commands, in worlds where people ask for them. */
import { scenesOfApprovals } from './scenes-approvals.ts';
import { scenesOfAsking } from './scenes-asking.ts';
import { scenesOfTheBaseline } from './scenes-baseline.ts';
import { scenesOfCentralProducts } from './scenes-central.ts';
import { scenesOfDeciding } from './scenes-deciding.ts';
import { scenesOfDrafts } from './scenes-drafts.ts';
import { scenesOfLicences } from './scenes-licences.ts';
import { scenesOfNotices } from './scenes-notices.ts';
import { scenesOfPeople } from './scenes-people.ts';
import { scenesOfPurchases } from './scenes-purchases.ts';
import { scenesOfRules } from './scenes-rules.ts';
import { scenesOfTakeovers } from './scenes-takeovers.ts';
import { scenesOfTelling } from './scenes-telling.ts';
import { scenesOfTrouble } from './scenes-trouble.ts';
import type { State } from './stage.ts';

export type { State } from './stage.ts';

let made: Promise<State[]> | undefined;

/** Made once for all who look at them. */
export function states(): Promise<State[]> {
  made ??= make();
  return made;
}

async function make(): Promise<State[]> {
  return [
    ...(await scenesOfPeople()),
    ...(await scenesOfPurchases()),
    ...(await scenesOfTrouble()),
    ...(await scenesOfDeciding()),
    ...(await scenesOfLicences()),
    ...(await scenesOfAsking()),
    ...(await scenesOfNotices()),
    ...(await scenesOfRules()),
    ...(await scenesOfTheBaseline()),
    ...(await scenesOfDrafts()),
    ...(await scenesOfTakeovers()),
    ...(await scenesOfTelling()),
    ...(await scenesOfApprovals()),
    ...(await scenesOfCentralProducts()),
  ];
}
