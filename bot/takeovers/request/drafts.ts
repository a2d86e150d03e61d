/** Drafts: what an admin has chosen so far of a takeover nobody has asked for yet. Cards carry their id alone. */
import { isDeepStrictEqual } from 'node:util';
import { noticeOf, notify, type Posted, showNotice } from '../../../store/notices.ts';
import type { Draft, Finding, Job, Purchase, Somebody, Takeover, Trouble } from '../../../store/records.ts';
import { retention } from '../../../store/retention.ts';
import type { Reader, Transaction } from '../../../store/store.ts';
import { isTold } from '../../../store/takeover/fingerprint.ts';
import { digest } from '../../core/shown-hash.ts';
import { begin } from '../../jobs/jobs.ts';
import { type Commerce, MicrosoftFailed } from '../../microsoft/commerce.ts';
import { keptNow } from '../../purchases/purchase-index.ts';
import { toldHolders } from '../state/action.ts';
import { examine } from '../state/read-preflight.ts';

const keptForMs = retention.drafts.days * 86_400_000;

/** Older findings may no longer be true. */
export const freshForMs = 15 * 60_000;

export type Check = { at: string } & ({ findings: Finding[] } | { trouble: Trouble });

/** The last findings; undefined where there are none yet. */
export function foundIn(check: Check | null): { at: string; findings: Finding[] } | undefined {
  return check && 'findings' in check ? check : undefined;
}

/** Why Microsoft couldn't tell. */
export function troubleIn(check: Check | null): Trouble | undefined {
  return check && 'trouble' in check ? check.trouble : undefined;
}

/** Of what is to be requested: for whom, and what. */
export function digestOf({ act, holders }: Pick<Draft, 'act' | 'holders'>): string {
  return digest([act, holders?.ids.toSorted()]);
}

/** @param holders where they follow from what Microsoft tells; undefined where they have to be picked */
export function beginDraft(
  tx: Transaction,
  { purchase, holders, by }: { purchase: Purchase; holders: Draft['holders'] | undefined; by: Somebody },
  now: Date,
): Draft {
  const since = new Date(now.getTime() - keptForMs).toISOString();
  const theirs = [...tx.all('drafts')].filter((draft) => draft.by.id === by.id);
  for (const { id } of theirs.filter(({ at }) => at < since)) tx.delete('drafts', id);
  // The people they picked before they went back are still picked.
  const before = theirs.findLast(({ purchase: about, at }) => about === purchase.id && at >= since)?.holders;
  const picked = before?.known === 'picked' || before?.known === 'unsure' ? before : null;
  const draft: Draft = {
    id: tx.nextId('D'),
    at: now.toISOString(),
    by,
    purchase: purchase.id,
    holders: holders ?? picked,
    act: null,
    check: null,
  };
  tx.put('drafts', draft);
  return draft;
}

/** Something else is chosen, so the last findings no longer count. A draft that is already requested stays gone. */
export function chooseInDraft(tx: Transaction, draft: Draft, chosen: Partial<Pick<Draft, 'holders' | 'act'>>): Draft {
  const now = tx.get('drafts', draft.id);
  const after: Draft = { ...(now ?? draft), ...chosen, check: null };
  if (now) tx.put('drafts', after);
  return after;
}

/** What a preflight of it finds, or why Microsoft couldn't tell. */
export interface Looked {
  check: Check;
  /** The holders of the only purchase of its SKU, as Microsoft just told them; undefined for others. */
  came: string[] | undefined;
}

interface Looking {
  store: Reader;
  commerce: Pick<Commerce, 'holders' | 'licencesOf' | 'seats'>;
  now: () => Date;
}

/** @throws MicrosoftFailed */
export async function lookAtDraft(
  { purchase: id, act, holders }: Draft,
  { store, commerce, now }: Looking,
): Promise<Looked | undefined> {
  const purchase = store.get('purchases', id);
  if (!purchase || !act) return undefined;
  const found = await examine({ purchase, act, holders: holders ?? undefined }, { commerce, store });
  const findings = [...keptFinding(purchase, now()), ...found.findings];
  return { check: { at: now().toISOString(), findings }, came: found.holders };
}

/** Whoever keeps it is named before it is taken over. */
export function keptFinding(purchase: Purchase, now: Date): Finding[] {
  const kept = keptNow(purchase, now);
  return kept ? [{ what: 'kept', by: { id: kept.by, name: kept.name }, until: kept.until }] : [];
}

/** As `lookAtDraft`; that Microsoft couldn't tell is a result too. */
export function lookAtDraftAnyway(draft: Draft, at: Looking): Promise<Looked | undefined> {
  return lookAtDraft(draft, at).catch((error: unknown): Looked => {
    if (!(error instanceof MicrosoftFailed)) throw error;
    return { check: { at: at.now().toISOString(), trouble: error.trouble }, came: undefined };
  });
}

/** Keeps what was found, unless something else has been chosen meanwhile. @returns the draft as it is then */
export function keepCheck(tx: Transaction, draft: Draft, { check, came }: Looked): Draft {
  const now = tx.get('drafts', draft.id);
  if (!now || !isDeepStrictEqual([now.act, now.holders], [draft.act, draft.holders])) return now ?? draft;
  // The people as they are now: who no longer holds it is not put to anybody.
  const holders = now.holders && { ...now.holders, ids: came ?? now.holders.ids };
  const after: Draft = { ...now, holders, check };
  tx.put('drafts', after);
  return after;
}

interface Waiting {
  draft: Draft;
  /** The card that was pressed. */
  card?: Posted | undefined;
}

/** Microsoft takes longer than somebody waits for a press: a job goes on asking, and the card is edited. */
export function lookLater(tx: Transaction, { draft, card }: Waiting, now: Date): void {
  const { id: job } = begin(tx, { kind: 'preflight', draft: draft.id }, { keys: ['check'], now });
  // Words typed have no card of their own to become this one: the answer is posted once there is something to say.
  if (card) tellDraft(tx, { draft, job, card }, now);
}

export function tellDraft(tx: Transaction, { draft, job, card }: Waiting & { job: Job['id'] }, now: Date): void {
  const { id, by } = draft;
  const key = `draft ${id} ${job}`;
  if (noticeOf(tx, key)) showNotice(tx, key, now);
  else notify(tx, { key, to: { person: by.id }, saying: { card: 'draft', draft: id }, card }, now);
}

/** The present holders: the list that was picked, or what Microsoft tells; undefined once it no longer does. */
export function holdersNow(
  { holders, check }: Draft,
  purchase: Purchase,
  store: Reader,
): Takeover['holders'] | undefined {
  if (holders && !isTold(holders.known)) return holders;
  const told = toldHolders(purchase, store);
  // A check asks anew who holds the only purchase of its SKU.
  if (told?.known !== 'sole') return told;
  const readAt = store.get('parts', 'holders')?.goodAt ?? '';
  const isNewer = !holders || !check || readAt > check.at;
  return isNewer ? told : { known: 'sole', ids: holders.ids };
}
