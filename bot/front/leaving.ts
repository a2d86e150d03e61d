/** Why Purser leaves. */

/** The reason of the signal by which a process is told to leave. */
export interface Leaving {
  why: string;
  /** Its exit code. */
  code: number;
}

/** `SIGTERM`, `store-lost`; `asked` where whoever started it ends it. */
export function whyLeaving(signal: AbortSignal | undefined): string {
  const reason: Partial<Leaving> | undefined = signal?.reason;
  return reason?.why ?? 'asked';
}
