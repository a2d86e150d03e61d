/** The part of the sync that keeps the rules: which ones Microsoft added, who changed which, and which it no longer lists. */
import { isDeepStrictEqual } from 'node:util';
import type { Rule, RuleValue } from '../../store/records.ts';
import type { Store, Transaction } from '../../store/store.ts';
import type { Clock } from '../clock.ts';
import type { Commerce, RuleFacts, RulesRead } from '../microsoft/commerce.ts';
import type { Run, SyncPart } from '../sync/sync-part.ts';
import { afterRules, type Found } from './baseline/set-back.ts';
import { lastGoodRules, noteFound, noteNew } from './catalogue/note-outside-change.ts';
import { documentedRules } from './catalogue/products.ts';

interface Deps {
  store: Store;
  commerce: Pick<Commerce, 'rules'>;
  clock: Clock;
}

export const ruleSettings: SyncPart = { id: 'rules', read: readRules };

/** @throws MicrosoftFailed where not all could be read; what could be is kept */
async function readRules({ store, commerce, clock }: Deps, run: Run): Promise<void> {
  const began = clock.now().toISOString();
  const known = [...store.all('rules')].map(({ id }) => id);
  // Until a whole list was read, the rules that Microsoft's documents name may be there too.
  const toTry = lastGoodRules(store) ? known : [...new Set([...known, ...documentedRules])];
  const read = await commerce.rules(toTry);
  const now = clock.now();
  await store.transact((tx) => afterRules(tx, { ...writeRules(tx, read, { began, now }), run }, now));
  if (read.trouble) throw read.trouble;
}

interface Reading {
  /** When Microsoft was first asked: it may not have known yet of what was set since. */
  began: string;
  now: Date;
}

function writeRules(tx: Transaction, { rules, trouble }: RulesRead, { began, now }: Reading): Found {
  const at = now.toISOString();
  const before = new Map([...tx.all('rules')].map((rule) => [rule.id, rule]));
  const surfaces = new Set([...before.values()].map(({ surface }) => surface));
  const found = { appeared: [] as Rule[], changed: [] as Rule[] };
  for (const facts of rules) {
    const known = before.get(facts.id);
    before.delete(facts.id);
    if (known) {
      const after = updateRule(tx, known, { ...facts, began, at });
      if (after.value !== known.value) found.changed.push(after);
      continue;
    }
    const rule: Rule = { ...facts, firstSeenAt: at, setAt: null, goneAt: null };
    tx.put('rules', rule);
    // Rules of the first reading are no news, nor are those of a surface that could not be read before, nor is a switch.
    if (!lastGoodRules(tx) || !surfaces.has(facts.surface) || facts.surface === 'switch') continue;
    noteNew(tx, rule, at);
    found.appeared.push(rule);
  }
  if (!trouble) for (const missing of before.values()) if (!missing.goneAt) tx.put('rules', { ...missing, goneAt: at });
  return found;
}

/** @returns the rule as it is from now on */
function updateRule(
  tx: Transaction,
  known: Rule,
  { name, value, began, at }: RuleFacts & { began: string; at: string },
): Rule {
  const isOutOfDate = known.setAt !== null && known.setAt >= began;
  const isOurs = isOutOfDate || isBeingSet(tx, known.id, value);
  const after: Rule = { ...known, name, value: isOurs ? known.value : value, goneAt: null };
  if (!isDeepStrictEqual(after, known)) tx.put('rules', after);
  if (after.value !== known.value) noteFound(tx, known, { value: after.value, at });
  return after;
}

/** A change has written this value and has not recorded that yet; it will. */
function isBeingSet(tx: Transaction, id: Rule['id'], value: RuleValue): boolean {
  for (const { state, items } of tx.all('changes'))
    if (state === 'running' && items.some(({ rule, wanted, after }) => rule === id && wanted === value && !after))
      return true;
  return false;
}
