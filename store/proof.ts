/**
 * What is done at Microsoft rests on the audit, not on the records alone: who approved, or ordered, exactly this has an entry in
 * the chain. Records can be written by hand; the chain can't without its newest hash being another.
 */
import { createHash } from 'node:crypto';
import { isInChain, purserItself } from './audit.ts';
import type { AuditAction, Change, Entry, Job, LicenceRequest, Order, Somebody, Takeover } from './records.ts';
import type { Reader } from './store.ts';
import { countingApprovals } from './takeover/advance.ts';
import { auditOf } from './takeover/moves.ts';

type Chain = Pick<Reader, 'get' | 'all'>;

/** Of what is decided about a takeover: the action, and how many must approve it. */
export function takeoverDigest({ fingerprint, needed }: Pick<Takeover, 'fingerprint' | 'needed'>): string {
  return `${fingerprint}/${needed}`;
}

export function changeDigest({ id, by, items }: Pick<Change, 'id' | 'by' | 'items'>): string {
  return digestOf([id, by?.id ?? null, items.map(({ rule, wanted }) => [rule, wanted])]);
}

/** Of an order of licences; the steps of a job change their order as it goes on. */
export function licencesDigest({ id, work, steps }: Job): string {
  const task = work.kind === 'licences' ? [work.what, work.sku, work.by.id] : [];
  return digestOf([id, ...task, steps.map(({ key }) => key).sort()]);
}

/** Of what others approve, who asked for it, and how many it takes. */
export function secondDigest({ id, what, items, requester, needed }: Order): string {
  return digestOf([id, what, items, requester.id, needed]);
}

/** Of a licence request: what, and for whom. */
export function requestDigest({ id, product, person, requester }: LicenceRequest): string {
  return digestOf([id, product.sku, person.id, requester.id]);
}

function digestOf(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** The entries about a takeover, a change or a job, which they begin with: `TK-1 approved`, `CH-2`. */
type About = (id: string) => readonly Entry[];

/** Reads through all there is, for one that is looked up alone. */
function searched(chain: Chain): About {
  return (id) => [...chain.all('audit')].filter((entry) => idIn(entry) === id);
}

/** Reads through them once, for many. */
function indexed(entries: readonly Entry[]): About {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const id = idIn(entry);
    const known = id && found.get(id);
    if (known) known.push(entry);
    else if (id) found.set(id, [entry]);
  }
  return (id) => found.get(id) ?? [];
}

function idIn({ after }: Entry): string | undefined {
  return /^(?:TK|CH|OR|LR|J)-\d+/.exec(after ?? '')?.[0];
}

/** Whose approval has no entry in the chain for exactly this. */
export function unprovenApprovals(takeover: Takeover, chain: Chain, about: About = searched(chain)): Somebody[] {
  const digest = takeoverDigest(takeover);
  const entries = about(takeover.id).filter(({ action }) => action === 'takeover-approved');
  return countingApprovals(takeover).flatMap(({ by, at }) => {
    const isTheirs = (entry: Entry): boolean =>
      entry.actor?.id === by.id && entry.at === at && (entry.digest ?? digest) === digest && isInChain(entry, chain);
    return entries.some(isTheirs) ? [] : [by];
  });
}

/** Whether an approver said that those who could not be told know, where it is said that one did. */
export function isWordProven({ id, untold }: Takeover, chain: Chain, about: About = searched(chain)): boolean {
  const known = untold?.known;
  return (
    !known ||
    about(id).some(
      (entry) =>
        entry.action === 'takeover-vouched' &&
        entry.actor?.id === known.by.id &&
        entry.at === known.at &&
        isInChain(entry, chain),
    )
  );
}

interface Ordered {
  action: Extract<AuditAction, 'rules-ordered' | 'licences-ordered'>;
  /** Of the change, or the job. */
  id: string;
  digest: string;
}

/** Whether somebody ordered exactly this. */
export function isOrdered({ action, id, digest }: Ordered, chain: Chain, about: About = searched(chain)): boolean {
  return about(id).some(
    (entry) => entry.action === action && entry.after === id && entry.digest === digest && isInChain(entry, chain),
  );
}

/** Whether enough others approved exactly this, where it is said to be of an order: a job of nobody's order needs none. */
export function isSeconded({ id }: Pick<Job, 'id'>, chain: Chain): boolean {
  const order = [...chain.all('orders')].find(({ job }) => job === id);
  return !order || isApproved(order, chain);
}

function isApproved(order: Order, chain: Chain, about: About = searched(chain)): boolean {
  const different = new Set(order.approvals.map(({ by }) => by.id));
  return order.state === 'approved' && different.size >= order.needed && isOrderProven(order, chain, about);
}

/** Whether its requester asked for exactly this, and each of its approvals was given for it. */
export function isOrderProven(order: Order, chain: Chain, about: About = searched(chain)): boolean {
  const { id, approvals, requester } = order;
  const digest = secondDigest(order);
  const entries = about(id).filter((entry) => entry.digest === digest);
  const did = (action: AuditAction, who: string, at: string): boolean =>
    entries.some(
      (entry) => entry.action === action && entry.actor?.id === who && entry.at === at && isInChain(entry, chain),
    );
  return (
    did('order-requested', requester.id, order.at) &&
    approvals.every(({ by, at }) => by.id !== requester.id && did('order-approved', by.id, at))
  );
}

/** Whether it was approved, or granted, exactly this licence for this person, by nobody who is one of them. */
export function isRequestProven(request: LicenceRequest, chain: Chain, about: About = searched(chain)): boolean {
  const { id, decision, person, requester } = request;
  if (!decision || decision.by.id === person.id || decision.by.id === requester.id) return false;
  const digest = requestDigest(request);
  return about(id).some(
    (entry) =>
      entry.action === (decision.as === 'grant' ? 'request-granted' : 'request-approved') &&
      entry.actor?.id === (decision.as === 'grant' ? purserItself : decision.by).id &&
      entry.at === decision.at &&
      entry.digest === digest &&
      isInChain(entry, chain),
  );
}

/** What of a record differs from the chain. */
export interface Difference {
  id: string;
  what: 'state' | 'approval' | 'content' | 'missing';
}

/** The records that decide what is done at Microsoft, compared with what the chain tells of them. */
export function differencesIn(chain: Chain): Difference[] {
  const entries = [...chain.all('audit')];
  const since = entries.find(({ digest }) => digest !== undefined)?.at;
  const compared: Compared = { chain, about: indexed(entries), since };
  return [
    ...takeoverDifferences(entries, compared),
    ...[...chain.all('changes')].flatMap((change) => changeDifferences(change, compared)),
    ...[...chain.all('jobs')].flatMap((job) => jobDifferences(job, compared)),
    ...[...chain.all('orders')].flatMap((order) => orderDifferences(order, compared)),
    ...[...chain.all('requests')].flatMap((request) => requestDifferences(request, compared)),
  ];
}

interface Compared {
  chain: Chain;
  about: About;
  /** What was begun before that has no order in the chain: older versions wrote none. */
  since: string | undefined;
}

const turns: ReadonlySet<AuditAction> = new Set(Object.values(auditOf).flatMap((action) => action ?? []));

function takeoverDifferences(entries: readonly Entry[], compared: Compared): Difference[] {
  const { chain } = compared;
  const last = new Map<string, Entry>();
  for (const entry of entries) {
    const [, id] = /^(TK-\d+) \w+$/.exec(entry.after ?? '') ?? [];
    if (id && turns.has(entry.action)) last.set(id, entry);
  }
  const missing = [...last.keys()].filter((id) => !chain.get('takeovers', id));
  return [
    ...missing.map((id): Difference => ({ id, what: 'missing' })),
    ...[...chain.all('takeovers')].flatMap((takeover) => oneTakeover(takeover, last.get(takeover.id), compared)),
  ];
}

function oneTakeover(takeover: Takeover, last: Entry | undefined, { chain, about }: Compared): Difference[] {
  const { id, state } = takeover;
  const isState = last?.after === `${id} ${state}`;
  const isContent = !last?.digest || last.digest === takeoverDigest(takeover);
  return [
    ...(isState ? [] : [{ id, what: 'state' } as const]),
    ...(isContent ? [] : [{ id, what: 'content' } as const]),
    ...(unprovenApprovals(takeover, chain, about).length === 0 && isWordProven(takeover, chain, about)
      ? []
      : [{ id, what: 'approval' } as const]),
  ];
}

function isOlder(at: string, since: string | undefined): boolean {
  return since === undefined || at < since;
}

function changeDifferences(change: Change, { chain, about, since }: Compared): Difference[] {
  const { id, at, job, state } = change;
  if (state === 'planned' || state === 'dropped') return [];
  const begun = chain.get('jobs', job ?? '')?.createdAt ?? at;
  if (isOlder(begun, since)) return [];
  const isProven = isOrdered({ action: 'rules-ordered', id, digest: changeDigest(change) }, chain, about);
  return isProven ? [] : [{ id, what: 'content' }];
}

function jobDifferences(job: Job, { chain, about, since }: Compared): Difference[] {
  if (job.work.kind !== 'licences' || isOlder(job.createdAt, since)) return [];
  const isProven = isOrdered({ action: 'licences-ordered', id: job.id, digest: licencesDigest(job) }, chain, about);
  return isProven ? [] : [{ id: job.id, what: 'content' }];
}

function orderDifferences(order: Order, { chain, about }: Compared): Difference[] {
  const isProven = order.state === 'approved' ? isApproved : isOrderProven;
  const isOver = order.state !== 'approved' && order.state !== 'pending';
  if (isOver || isProven(order, chain, about)) return [];
  return [{ id: order.id, what: 'approval' }];
}

function requestDifferences(request: LicenceRequest, { chain, about }: Compared): Difference[] {
  const isProven = request.decision === null || isRequestProven(request, chain, about);
  return isProven ? [] : [{ id: request.id, what: 'approval' }];
}
