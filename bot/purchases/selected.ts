/** Which purchases a query means: the list and the file select in one way. */
import type { Context } from '../core/command.ts';
import { purchaseIndex, type Row } from './purchase-index.ts';
import { hasFilter, matcher, type Query } from './query.ts';

interface Selected {
  rows: readonly Row[];
  /** Of so many, without the filters. */
  scope: readonly Row[];
  /** Free products of that kind, which stand apart and are not looked for. */
  apart: readonly Row[];
  /** So many more match that are surely no self-service purchases. */
  others: number;
  /** As the list names what it shows. */
  kind: NonNullable<Query['kind']>;
}

/**
 * Without a kind: what is to be decided; and where filters are given, everything that its users bought or may have bought,
 * whatever became of it. What else matches is told, not mixed in.
 */
export function selected(
  query: Query,
  context: Pick<Context, 'speaker' | 'now' | 'language' | 'dependencies'>,
): Selected {
  const { speaker, now, dependencies } = context;
  const index = purchaseIndex(dependencies.store);
  const by = query.sort ?? 'next';
  const fits = matcher(query, context);
  if (!speaker.roles.has('viewer')) {
    const kind = query.kind ?? 'all';
    const scope = index.boughtBy(speaker.id, { by, scope: kind, now });
    return { rows: scope.filter(fits), scope, apart: [], others: 0, kind };
  }
  if (query.kind || !hasFilter(query)) {
    const kind = query.kind ?? 'decide';
    const isWhole = kind === 'all' && hasFilter(query);
    const scope = index.sorted(by, isWhole ? 'everything' : kind, now);
    const apart = isWhole || kind === 'free' ? [] : index.freeOf(kind, now);
    return { rows: hasFilter(query) ? scope.filter(fits) : scope, scope, apart, others: 0, kind };
  }
  // Whoever looks for something finds it, also where it is free.
  const all = index.sorted(by, 'everything', now);
  const scope = all.filter(mayBeTheirs);
  const rows = scope.filter(fits);
  return { rows, scope, apart: [], others: all.filter(fits).length - rows.length, kind: 'self-service' };
}

function mayBeTheirs({ purchase: { kind, sure } }: Row): boolean {
  return kind === 'self-service' || sure === 'unsure';
}
