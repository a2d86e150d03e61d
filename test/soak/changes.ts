/** A bulk change of rules while Purser is killed again and again, and what Microsoft and Teams saw of it meanwhile. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { PolicyValue } from '../stand-ins/tenant/index.ts';
import type { Outage } from './outage.ts';

/** What was seen that must not be; empty where all is well. */
export interface Seen {
  /** Writes of a value that was there already. */
  needless: string[];
  /** Cards that told of more than was done. */
  lies: string[];
  /** How many cards told how far a change was. */
  cards: number;
  /** Kills in the middle of a request, or between two of one change. */
  inTheMiddle: number;
}

/** Microsoft takes this long for every rule, so that there is a middle to be killed in. */
const answerMs = 40;
const oneRule = /\/(products|offerTypes)\/[^/]+$/;

/** Looks over Microsoft's shoulder, and over Teams'. */
export function watch({ tenant, teams }: Outage): Seen & { requests(): number } {
  const seen: Seen = { needless: [], lies: [], cards: 0, inTheMiddle: 0 };
  let requests = 0;
  for (const product of tenant.company.products) product.refuses = null;
  tenant.faults.push({
    kind: 'slow',
    ms: answerMs,
    times: Number.POSITIVE_INFINITY,
    match({ method, path, body }) {
      if (!oneRule.test(path)) return false;
      requests++;
      const { policyValue } = method === 'PUT' ? JSON.parse(body) : { policyValue: undefined };
      if (policyValue && valueAt(tenant.company, path) === policyValue) seen.needless.push(path);
      return true;
    },
  });
  teams.faults.push({
    kind: 'reset-before',
    times: Number.POSITIVE_INFINITY,
    match({ body }) {
      const card = JSON.stringify(body ?? '');
      const [, done, of] = /(\d+) of (\d+) done/.exec(card) ?? [];
      const isBack = /undoes what/.test(card);
      if (!done || !of) return false;
      seen.cards++;
      const truth = doneIn(tenant.company, isBack);
      if (Number(done) > truth) seen.lies.push(`${done} of ${of} told, ${truth} done`);
      if (/The rules have been changed/.test(card) && truth !== Number(of))
        seen.lies.push(`all of ${of} told, ${truth} done`);
      return false;
    },
  });
  return Object.assign(seen, { requests: () => requests });
}

type Company = Outage['tenant']['company'];

function valueAt({ products, offerTypes }: Company, path: string): PolicyValue | undefined {
  const id = decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
  return (
    products.find(({ productId }) => productId === id)?.policyValue ??
    offerTypes.find(({ scopeId }) => scopeId === id)?.policyValue
  );
}

/** Which rules a change of all but Visio finds open, and sets. */
export function openIn({ products, offerTypes }: Company): string[] {
  return [
    ...products
      .filter(({ productName }) => !productName.startsWith('Visio'))
      .map((each) => ({ id: `product:${each.productId}`, ...each })),
    ...offerTypes.map((each) => ({ id: `offer:${each.scopeId}`, ...each })),
  ]
    .filter(({ policyValue }) => policyValue !== 'Disabled')
    .map(({ id }) => id);
}

const before = new WeakMap<Company, string[]>();

/** Of those that were open at first: how many are shut now, or open again. */
function doneIn(company: Company, isBack: boolean): number {
  const all = before.get(company) ?? [];
  const open = new Set(openIn(company));
  return all.filter((id) => open.has(id) === isBack).length;
}

/**
 * Blocks all but Visio, and in every second round puts it back.
 *
 * @returns the id of the change
 */
export async function change(
  round: number,
  kills: number,
  chance: () => number,
  stage: Outage,
  seen: Seen & { requests(): number },
): Promise<string> {
  const { company } = stage.tenant;
  if (round === 1) before.set(company, openIn(company));
  const id = `CH-${round}`;
  await stage.press(
    round % 2 === 1
      ? { verb: 'block', data: { order: 'all except visio' } }
      : { verb: 'undo', data: { change: `CH-${round - 1}`, reason: 'the teams need it' } },
  );
  const items = before.get(company)?.length ?? 0;
  await stage.press({ verb: 'apply', data: { change: id } });
  for (let kill = 0; kill < kills; kill++) {
    // Three requests a rule, spread over the lives it is to have; the last begins before the end.
    const until = seen.requests() + Math.ceil((chance() * 1.5 * 3 * items) / (kills + 1));
    while (seen.requests() < until && !isEnded(company, round)) await pause(2);
    await pause(chance() * answerMs);
    if (!isEnded(company, round)) seen.inTheMiddle++;
    await stage.kill();
  }
  while (!(await stage.look((store) => store.get('changes', id)?.state === 'ended'))) await pause(100);
  while ((await stage.due()) > 0) await pause(50);
  assert.ok(isEnded(company, round), `${id} has ended`);
  return id;
}

function isEnded(company: Company, round: number): boolean {
  return doneIn(company, round % 2 === 0) === before.get(company)?.length;
}
