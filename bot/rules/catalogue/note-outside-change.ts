/** Writes into the journal what Purser finds at Microsoft that nobody did through Purser. */
import { audit } from '../../../store/audit.ts';
import type { Rule, RuleValue } from '../../../store/records.ts';
import type { Reader, Transaction } from '../../../store/store.ts';

/** When every rule was last read; null if never. */
export function lastGoodRules(reader: Pick<Reader, 'get'>): string | null {
  return reader.get('parts', 'rules')?.goodAt ?? null;
}

/** A product or offer type that Microsoft has added, with what it allows by itself. */
export function noteNew(tx: Transaction, rule: Rule, at: string): void {
  audit(tx, { ...seen(rule, at), action: 'rule-new', before: null, after: rule.value, why: null });
}

/** Somebody else changed a rule between two instants; the entry keeps them in place of a reason. */
export function noteFound(tx: Transaction, known: Rule, { value, at }: { value: RuleValue; at: string }): void {
  // A rule that was gone for a while was not read in that time.
  const since = [known.goneAt ?? lastGoodRules(tx) ?? known.firstSeenAt, known.setAt ?? ''].sort().at(-1);
  audit(tx, { ...seen(known, at), action: 'rule-found', before: known.value, after: value, why: `${since}/${at}` });
}

function seen({ name }: Rule, at: string) {
  return { at, actor: null, purchase: null, product: name, purchaser: null };
}
