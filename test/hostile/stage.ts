/** A company with good people and bad ones, Purser in a process of its own, and what each of them is there for. */
import { type Outage, openOutage } from '../soak/outage.ts';
import type { Person, Team } from '../stand-ins/teams/teams.ts';
import { people } from '../stand-ins/tenant/index.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';

/** What each may bring about; the journal is held against it. */
export const sides = {
  /** Has the app and nothing to say: a guest, somebody disabled, somebody of nowhere. */
  outsider: [people.guestAlex, people.guestNadia, people.diego, '7e9a0000-0000-4000-8000-00000000dead'],
  /** Colleagues without a role. */
  nobody: [people.joni, people.henrietta, people.quotes, people.markdown, people.rightToLeft, people.bare],
  viewer: [people.lee],
  /** Have a role now and then, and act when they have lost it. */
  fallen: [people.isaiah, people.miriam],
  /** Bought what is to be taken over. */
  purchaser: [people.adele],
} as const;
export type Side = keyof typeof sides;

export interface Stage extends Outage {
  team: Team;
  /** Purchases, takeovers, changes, notices: ids that exist, and some that don't. */
  ids: {
    purchase: readonly string[];
    request: readonly string[];
    change: readonly string[];
    notice: readonly string[];
  };
  /** The takeover that may be approved. */
  honest: string;
  person(id: string): Person;
  /** For things that are said once. */
  next(): number;
}

/** @param speed how much faster than the wall's Purser's time runs */
export async function openStage(speed: number): Promise<Stage> {
  const bought: { visio?: ReturnType<typeof buyVisio> } = {};
  const outage = await openOutage(6, speed, {
    environment: { NOTICE_DAYS: '2', SYNC_MINUTES: '15' },
    users: 150,
    change(company) {
      bought.visio = buyVisio(company, { holders: 8 });
      for (const { members } of [...company.roles, ...company.groups])
        for (const id of sides.fallen) if (members.includes(id)) members.splice(members.indexOf(id), 1);
    },
  });
  const { teams, tenant, alex } = outage;
  const person = (id: string): Person =>
    teams.people.get(id) ??
    teams.person({ id, name: tenant.company.users.get(id)?.displayName ?? 'Nobody Known', installed: true });
  const team = teams.team({ name: 'IT', members: [alex, person(people.megan), person(people.joni)] });
  await team.install(alex);
  await alex.say('notify on alerts', { in: team.general, mention: true });
  await alex.say('notify on approvals', { in: team.general, mention: true });
  const requests = await outage.write(async (store) => {
    const purser = { store };
    const others = [...store.all('purchases')].filter(
      ({ kind, status, subscription }) =>
        kind === 'self-service' && status === 'Enabled' && subscription !== bought.visio?.id,
    );
    const visio = bought.visio ? [purchaseOf({ purser }, bought.visio)] : [];
    const made: string[] = [];
    for (const purchase of [...visio, ...others.slice(0, 4)])
      made.push((await requested({ purser, clock: outage.clock }, purchase, { holders: [people.joni] })).id);
    return made;
  });
  const purchases = await outage.look((store) => [...store.all('purchases')].map(({ id }) => id));
  let said = 0;
  return {
    ...outage,
    ...{ team, person, next: () => ++said },
    honest: requests[0] ?? '',
    ids: {
      purchase: [...purchases.slice(0, 12), 'P-9999'],
      request: [...requests.slice(1), 'TK-9999'],
      change: ['CH-1', 'CH-2', 'CH-9999'],
      notice: Array.from({ length: 30 }, (_, n) => `N-${n + 1}`),
    },
  };
}
