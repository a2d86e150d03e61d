/** What people do in a world, what Microsoft does behind Purser's back, and time: the sentences that many tests are told in. */
import assert from 'node:assert/strict';
import type { Button } from '../stand-ins/teams/screen.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import type { PolicyValue, ProductPolicy } from '../stand-ins/tenant/index.ts';
import { minute } from './clock.ts';
import type { World } from './world.ts';

export interface Acts {
  /** The newest card as somebody reads it now, with one kind of space. */
  sees(person: Person): string;
  /** Somebody types it a moment later, in their own language if none is given. @returns what they see then */
  says(person: Person, text: string, locale?: string): Promise<string>;
  /** As Microsoft has it. */
  product(name: string): ProductPolicy;
  /** Somebody sets a product at Microsoft, without Purser. */
  outside(name: string, value: PolicyValue): void;
  /** Everything that is due is done. */
  settles(): Promise<void>;
  /** A quarter of an hour passes, or so long; Microsoft is read, and everything that is due is done. */
  passes(ms?: number): Promise<void>;
}

/** The button that carries out what a card asks to be sure of, whatever it is called: it names what it does. */
export function confirming({ action: { verb, data } }: Button): boolean {
  return verb === 'apply' || (data as { confirm?: string } | undefined)?.confirm === 'confirm';
}

/** @param its the world of the test that runs, which is another for each */
export function actsIn(its: () => World): Acts {
  const acts: Acts = {
    sees: (person) => person.card().replace(/[\u00a0\u202f]/g, ' '),
    async says(person, text, locale = person.locale) {
      its().clock.advance(10_000);
      await person.ask(text, { locale });
      return acts.sees(person);
    },
    product: (name) =>
      its().tenant.company.products.find(({ productName }) => productName === name) ?? assert.fail(name),
    outside(name, value) {
      acts.product(name).policyValue = value;
    },
    async settles() {
      const { clock, purser } = its();
      for (let seen = -1; seen !== purser.store.revision('takeovers'); ) {
        seen = purser.store.revision('takeovers');
        await purser.watch.drain();
        await purser.jobs.drain();
      }
      clock.advance(10_000);
      await purser.outbox.drain();
    },
    async passes(ms = 15 * minute) {
      const { clock, purser } = its();
      clock.advance(ms);
      await purser.sync.run();
      await acts.settles();
    },
  };
  return acts;
}
