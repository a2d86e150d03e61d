/** Chance that can be had again: the same seed gives the same company. */
export interface Random {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** A whole number from 0 up to, but without, `below`. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  /** A version 4 GUID. */
  guid(): string;
}

const hex = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, '0'));

/** The generator is mulberry32: 32 bits of state, which is plenty for names and dates. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  function bits(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }
  const next = (): number => bits() / 4_294_967_296;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    pick<T>(from: readonly T[]): T {
      const chosen = from[below(from.length)];
      if (chosen === undefined) throw new Error('Nothing to pick from.');
      return chosen;
    },
    guid() {
      const [a, b, c, d] = [bits(), bits(), bits(), bits()];
      const third = hex[(b & 0x0fff) | 0x4000];
      const fourth = hex[((c >>> 16) & 0x3fff) | 0x8000];
      return `${hex[a >>> 16]}${hex[a & 0xffff]}-${hex[b >>> 16]}-${third}-${fourth}-${hex[c & 0xffff]}${hex[d >>> 16]}${hex[d & 0xffff]}`;
    },
  };
}
