/** Lines that strangers, or one person alone, can cause are told up to a measure, and how many were not is told with the next. */
import type { Line } from './lines.ts';

const burst = 60;
const everyMs = 1_000;

interface Bucket {
  room: number;
  at: number;
  unwritten: number;
}

/** @returns how many lines like it were left out since the last; undefined where this one is left out, too */
export function createBound(now = () => performance.now()): (line: Line) => number | undefined {
  const buckets = new Map<string, Bucket>();
  return (line) => {
    const key = keyOf(line);
    if (!key) return 0;
    const at = now();
    const before = buckets.get(key) ?? { room: burst, at, unwritten: 0 };
    const room = Math.min(burst, before.room + (at - before.at) / everyMs);
    const isOut = room < 1;
    buckets.set(key, { room: isOut ? room : room - 1, at, unwritten: isOut ? before.unwritten + 1 : 0 });
    return isOut ? undefined : before.unwritten;
  };
}

function keyOf(line: Line): string | undefined {
  if (line.event === 'turned-away') return line.event;
  const isCheap = line.event === 'turn' && (line.outcome === 'limited' || line.outcome === 'repeated');
  return isCheap ? line.outcome : undefined;
}
