/** A takeover and the people around it, for the tests of what can happen to it. */
import type { Takeover, TakeoverMove } from '../../store/records.ts';
import type { Action } from '../../store/takeover/fingerprint.ts';
import type { Actor, MoveOf, Standing } from '../../store/takeover/moves.ts';
import { request } from '../../store/takeover/request.ts';

export const now = new Date('2026-11-02T10:00:00.000Z');
export const hours = (count: number): Date => new Date(now.getTime() + count * 3_600_000);

export function person(id: string, roles: { approver?: boolean; admin?: boolean } = {}): Actor & { kind: 'person' } {
  return { kind: 'person', id, name: id[0]?.toUpperCase() + id.slice(1), approver: false, admin: false, ...roles };
}

const named = (id: string) => ({ id, name: person(id).name });

export const visio: Action = {
  purchase: {
    id: 'P-3',
    subscription: 'subscription-3',
    sku: 'visio-dept',
    product: 'Visio Plan 2',
    quantity: 12,
    purchaser: named('adele'),
    nextAt: '2026-12-01',
  },
  act: { kind: 'move', to: { sku: 'visio', product: 'Visio Plan 2' } },
  ending: 'guided',
  holders: { known: 'sole', ids: ['adele', 'henri', 'lynne'] },
};

/** Requested by Alex; to be decided within three days. */
export function pending(options: { needed?: number; action?: Action } = {}): Takeover {
  const { needed = 1, action = visio } = options;
  const [decideBy, remindAt] = [hours(72), hours(24)];
  return request(
    { id: 'TK-4', action, requester: named('alex'), why: 'We own Visio', findings: [], needed, decideBy, remindAt },
    now,
  );
}

export const standing: Standing = { requester: true, out: [] };

/** Each move as it would be made on a takeover where nothing is in its way but state and person. */
export function movesOn({ fingerprint, objections, untold }: Takeover): { [K in TakeoverMove]: MoveOf<K> } {
  const later = { decideBy: hours(96), remindAt: null };
  const run = { fingerprint, standing, job: 'J-9' };
  const words = 'For a reason';
  return {
    approve: { kind: 'approve', fingerprint, notBefore: now },
    reject: { kind: 'reject', words },
    withdraw: { kind: 'withdraw', words },
    expire: { kind: 'expire' },
    reassign: { kind: 'reassign', to: { ...named('megan'), approves: true } },
    remind: { kind: 'remind', next: null },
    revise: { kind: 'revise', action: { ...visio, ending: 'webhook' }, ...later },
    unapprove: { kind: 'unapprove', whose: ['megan'], ...later },
    object: { kind: 'object', words },
    answer: { kind: 'answer', to: objections[0]?.by.id ?? 'nobody', how: 'replied', words },
    start: { kind: 'start', untold: [], ...run },
    stop: { kind: 'stop', words },
    fail: { kind: 'fail', words },
    retry: { kind: 'retry', ...run },
    'leave-out': { kind: 'leave-out', people: ['lynne'], names: 'Lynne', ...run },
    untold: { kind: 'untold', whose: ['henri'] },
    vouch: { kind: 'vouch', people: untold?.ids ?? [], names: 'Henri' },
    wait: { kind: 'wait' },
    report: { kind: 'report', what: 'cancelled', words: null, endsAt: null },
    finish: { kind: 'finish', words: 'deleted' },
  };
}
