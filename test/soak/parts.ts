/** The long runs. Another one is a line here: tests that say by their environment how long they run, told to run long. */

export interface Part {
  name: string;
  /** What must hold, in a few words for the report. */
  says: string;
  /** From the root. */
  files: readonly string[];
  /** How long, and from which seed. */
  environment(seed: string): Record<string, string>;
}

export const parts: readonly Part[] = [
  {
    name: 'kills',
    says: 'a process killed 500 times under load loses nothing it acknowledged, and starts again',
    files: ['test/store/crash.test.ts'],
    environment: (seed) => ({ CRASHES: '500', CRASH_SEED: seed }),
  },
  {
    name: 'damage',
    says: 'a store cut at every 512th byte, or with a bit flipped anywhere, opens at what was committed or refuses in words',
    files: ['test/store/damage.test.ts', 'test/store/backup.test.ts'],
    environment: (seed) => ({ FLIPS: '3000', FLIP_SEED: seed }),
  },
  {
    name: 'power',
    says: 'a power cut at any operation of the disk loses nothing that was acknowledged',
    files: ['test/store/power.test.ts', 'test/store/restore.test.ts'],
    environment: (seed) => ({ POWER_CUTS: '100', POWER_SEED: seed }),
  },
  {
    name: 'outage',
    says: 'with Teams down for an hour in every way, and Purser killed 35 times, nobody is forgotten and nobody told twice but where it was cut off',
    files: ['test/outbox/outage.test.ts'],
    environment: (seed) => ({ OUTAGE_PEOPLE: '600', OUTAGE_KILLS: '35', OUTAGE_SPEED: '60', OUTAGE_SEED: seed }),
  },
  {
    name: 'deliveries',
    says: 'what Teams delivers twice, late or out of order has one effect',
    files: ['test/outbox/deliveries.test.ts'],
    environment: (seed) => ({ DELIVERIES: '10000', DELIVERY_SHARE: '0.05', DELIVERY_SEED: seed }),
  },
  {
    name: 'changes',
    says: 'changes of 18 rules, Purser killed ten times in each, end as wanted, nothing written needlessly, and the card is true throughout',
    files: ['test/rules/change-killed.test.ts'],
    environment: (seed) => ({ CHANGE_ROUNDS: '10', CHANGE_KILLS: '10', CHANGE_SEED: seed }),
  },
  {
    name: 'takeovers',
    says: 'moves of 200 holders, Purser killed at every boundary, and takeovers with 200 kills at any time while Microsoft has troubles, move everybody once and nobody else, and are told and kept as they were',
    files: ['test/takeovers/killed.test.ts'],
    environment: (seed) => ({
      ...{ BOUNDARY_HOLDERS: '200', BOUNDARY_EVERY: '1' },
      ...{ TAKEOVERS: '10', TAKEOVER_KILLS: '20', TAKEOVER_MOST: '200', TAKEOVER_SEED: seed },
    }),
  },
  {
    name: 'hostile',
    says: 'an hour of people who mean harm, in every way at once, brings about nothing they have no right to, and keeps nobody honest waiting',
    files: ['test/hostile/hostile.test.ts'],
    environment: (seed) => ({ HOSTILE_MINUTES: '60', HOSTILE_SPEED: '1', HOSTILE_SEED: seed }),
  },
];
