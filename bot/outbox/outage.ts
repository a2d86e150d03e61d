/** While Teams is down one notice after the other tries it, at growing intervals. */
import { type Clock, elapsedOn } from '../clock.ts';
import type { Effect } from './step.ts';

/** Half a second each, they still make 50 a second, the most that any tenant is allowed. */
const mostUnderWay = 25;
export const longestHoldMs = 60_000;

export class Outage {
  readonly #clock: Clock;
  #failures = 0;
  #heldUntil = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isHeld(): boolean {
    return this.#heldUntil > elapsedOn(this.#clock);
  }

  /** How many notices may be on their way at once. */
  get most(): number {
    return this.#failures > 0 ? 1 : mostUnderWay;
  }

  /** Those that had left before the first of them failed say nothing new of an outage. */
  note(effect: Effect): void {
    if (effect === 'done') {
      this.#failures = 0;
      this.#heldUntil = 0;
    }
    if (effect !== 'outage' || this.isHeld) return;
    this.#failures++;
    this.#heldUntil = elapsedOn(this.#clock) + Math.min(longestHoldMs, 1000 * 2 ** this.#failures);
  }
}
