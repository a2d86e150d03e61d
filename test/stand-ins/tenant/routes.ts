/** Paths as patterns. `:id` stands for one segment, or for what is quoted in a key. Graph ignores case, and so does this. */
export interface Pattern {
  readonly expression: RegExp;
  /** One expression per segment. */
  readonly segments: readonly RegExp[];
}

export function compile(path: string): Pattern {
  const sources = path.slice(1).split('/').map(source);
  return {
    expression: new RegExp(`^/${sources.join('/')}$`, 'i'),
    segments: sources.map((each) => new RegExp(`^${each}$`, 'i')),
  };
}

function source(segment: string): string {
  return segment.replaceAll(/[.$()*+?[\]{}|\\^]/g, '\\$&').replaceAll(':id', "([^/'()=]+)");
}

/** The first segment that no pattern has at its place: what Graph names when it doesn't know a path. */
export function segmentOff(patterns: readonly Pattern[], path: string): string {
  const parts = path.slice(1).split('/');
  let left = patterns;
  for (const [at, part] of parts.entries()) {
    left = left.filter(({ segments }) => segments[at]?.test(part));
    if (left.length === 0) return part;
  }
  return parts.at(-1) ?? '';
}
