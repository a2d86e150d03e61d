/** The baseline: what the rules should be, which of them have drifted, and what is done about that. */
import type { Card } from '../../../cards/card.ts';
import { when } from '../../../cards/when.ts';
import type { Change, Rule } from '../../../store/records.ts';
import type { Transaction } from '../../../store/store.ts';
import { type Command, type Context, press, UserError } from '../../core/command.ts';
import { RoleNeeded } from '../../core/to-activate.ts';
import type { Language } from '../../language/index.ts';
import { showOrder } from '../../orders/card.ts';
import { namesOf, ruleName } from '../catalogue/wording.ts';
import { itemOf } from '../change/plan.ts';
import { keepPlan, showChange } from '../change/plan-store.ts';
import { showDrift } from '../change/posted-drift.ts';
import { isWideChange } from '../change/wide.ts';
import { type Asked, args, desiredRule, rulesNamed, severalCard, speakerOf } from './arguments.ts';
import { showBaseline } from './card.ts';
import { lacksReason, newProducts } from './desired.ts';
import { showDesired } from './desired-card.ts';
import { type Drifted, driftNow, isOpen } from './drift.ts';
import { secondFor, wishItem } from './second.ts';
import { actsAlone, dropDesired, putDesired, setAlone, setBack, setsBackAlone } from './set-back.ts';
import { record, setDesired } from './set-desired.ts';

type Act = (asked: Asked, context: Context) => Card | Promise<Card>;

export const baseline: Command<'baseline', typeof args> = {
  name: 'baseline',
  role: 'viewer',
  args,
  reads: (asked) => actFor(asked) === undefined,
  rest: 'product',
  sentence: true,
  orders: ({ task }) => task === 'fix',
  changes: ({ task, switch: to }) => task === 'alone' && to !== 'off',
  run(asked, context) {
    const act = actFor(asked);
    if (!act) return look(asked, context);
    if (!context.speaker.roles.has('admin')) throw new RoleNeeded('admin', context.language);
    return act(asked, context);
  },
};

const acts: Record<NonNullable<Asked['task']>, Act> = { record, fix, accept, forget, alone, change: fromChange };

function actFor({ task, change, value }: Asked): Act | undefined {
  if (task) return acts[task];
  if (change) return acts.change;
  return value && setDesired;
}

function look({ product, fresh }: Asked, context: Context): Card {
  if (fresh) return showDesired(newProducts, context);
  if (!product) return showBaseline(context);
  const named = rulesNamed(product, context.dependencies.store, context);
  const [only, ...others] = named.rules;
  return only && others.length === 0 ? showDesired(only.id, context) : severalCard(named.rules, {}, context);
}

/** The drift somebody means: the rules on a card, those they named, or all that are still open. */
function meantBy({ notice, product }: Asked, tx: Transaction, context: Context): Drifted[] {
  const drift = driftNow(tx, context.now);
  if (product) {
    const named = new Set(rulesNamed(product, tx, context).rules.map(({ id }) => id));
    return drift.filter(({ rule, status }) => named.has(rule.id) && status.kind !== 'running');
  }
  const saying = notice ? tx.get('notices', notice)?.saying : undefined;
  const told = saying?.card === 'drift' ? [...saying.drifted, ...saying.added] : undefined;
  return drift.filter((each) => isOpen(each) && (!notice || told?.includes(each.rule.id)));
}

/** A pressed card is the answer itself, as it is now; otherwise the baseline is, with what was done. */
function answer({ notice: id }: Asked, context: Context, said: string): Card {
  const notice = id ? context.dependencies.store.get('notices', id) : undefined;
  const card = notice?.saying.card === 'drift' ? context.dependencies.cardOf(notice) : undefined;
  return card ?? showBaseline(context, [said]);
}

/** If it would let people buy more and nobody has said why, it becomes a dry run first, which asks for the reason. */
async function fix(asked: Asked, context: Context): Promise<Card> {
  const { now, language } = context;
  const { t } = language;
  const { reason } = asked;
  const change = await context.transact((tx) => {
    const drift = meantBy(asked, tx, context);
    const wanted = drift.map(({ rule, wanted: { value } }) => itemOf(rule, value));
    if (isWideChange({ items: wanted, undoes: null }, tx, context))
      return keepPlan(tx, { items: wanted, why: reason }, context);
    if (reason || !drift.some(lacksReason)) return setBack(tx, drift, { by: speakerOf(context), at: now, why: reason });
    return keepPlan(tx, { items: wanted, why: undefined }, context);
  });
  if (change?.state === 'planned') {
    const isWide = isWideChange(change, context.dependencies.store, context);
    return showChange(change, context, isWide ? undefined : t('change.needsReason'));
  }
  const said = change ? fixingText(change, language) : t('baseline.nothingToFix');
  return answer(asked, context, said);
}

/** From now on the rules are wanted as they are. */
async function accept(asked: Asked, context: Context): Promise<Card> {
  const { language, dependencies } = context;
  const meant = dependencies.store.rehearse((tx) => meantBy(asked, tx, context));
  const items = meant.map(({ rule }) => wishItem(rule, rule.value, dependencies.store));
  const order = await secondFor({ act: 'want', items, why: null }, context);
  if (order) return showOrder(order, context);
  const accepted = await context.transact((tx) => {
    const rules = meantBy(asked, tx, context).map(({ rule }) => rule);
    for (const rule of rules)
      putDesired(tx, desiredRule(rule.id, rule.value, context), { name: rule.name, by: speakerOf(context) });
    showDrift(tx, rules, { at: context.now });
    return rules;
  });
  const { t } = language;
  const said =
    accepted.length > 0 ? t('baseline.accepted', { names: namesOf(accepted, language) }) : t('baseline.nothingToFix');
  return answer(asked, context, said);
}

async function forget({ product, fresh }: Asked, context: Context): Promise<Card> {
  const { language, now } = context;
  const { t, words } = language;
  if (!product && !fresh)
    throw new UserError(t('baseline.which', { example: words.commands.baseline.examples.at(-1) }));
  const { store } = context.dependencies;
  const meant = [
    ...when(fresh !== undefined, { id: newProducts, name: null }),
    ...(product ? rulesNamed(product, store, context).rules : []),
  ];
  const items = meant.flatMap((each) => (store.get('wishes', each.id) ? [wishItem(each, null, store)] : []));
  const order = await secondFor({ act: 'forget', items, why: null }, context);
  if (order) return showOrder(order, context);
  const names = await context.transact((tx) => {
    const rules = product ? rulesNamed(product, tx, context).rules : [];
    const ids = fresh ? [newProducts, ...rules.map(({ id }) => id)] : rules.map(({ id }) => id);
    for (const id of ids) {
      const known = tx.get('wishes', id);
      if (known) dropDesired(tx, known, { name: tx.get('rules', id)?.name ?? null, by: speakerOf(context), at: now });
    }
    showDrift(tx, rules, { at: context.now });
    return [...when(fresh !== undefined, t('baseline.newProducts')), ...rules.map((rule) => ruleName(rule, t))];
  });
  return showBaseline(context, [t('baseline.forgotten', { names: language.format.list(names) })]);
}

/** Applies from now on, and to what has drifted already. */
async function alone({ switch: to }: Asked, context: Context): Promise<Card> {
  const { now, language } = context;
  if (!to) return showBaseline(context);
  const isNew = to === 'on' && !setsBackAlone(context.dependencies.store);
  const order = isNew ? await secondFor({ act: 'alone', items: [], why: null }, context) : undefined;
  if (order) return showOrder(order, context);
  const change = await context.transact((tx) => {
    setAlone(tx, to === 'on', { by: speakerOf(context), at: now });
    const left = driftNow(tx, now).filter((each) => isOpen(each) && !lacksReason(each));
    return actsAlone(tx) ? setBack(tx, left, { by: speakerOf(context), at: now }) : undefined;
  });
  return showBaseline(context, change ? [fixingText(change, language)] : []);
}

function fixingText({ id, items }: Change, language: Language): string {
  return language.t('baseline.fixing', { id, names: namesOf(items.map(asRule), language) });
}

/** From now on the baseline wants what a change has set or is setting. */
async function fromChange({ change: id }: Asked, context: Context): Promise<Card> {
  const { language } = context;
  const { t } = language;
  const { store } = context.dependencies;
  const known = id ? store.get('changes', id) : undefined;
  const items = (known && known.state !== 'planned' && known.state !== 'dropped' ? known.items : [])
    .filter(({ wanted, after }) => known?.state === 'running' || after === wanted)
    .map(({ rule, name, wanted }) => wishItem({ id: rule, name }, wanted, store));
  const order = await secondFor({ act: 'want', items, why: known?.why ?? null }, context);
  if (order) return showOrder(order, context);
  const rules = await context.transact((tx) => {
    const change = id ? tx.get('changes', id) : undefined;
    if (!change)
      throw new UserError(t('change.unknown', { id: id ?? 'CH-' }), [press(t('button.baseline'), 'baseline')]);
    if (change.state === 'planned' || change.state === 'dropped')
      throw new UserError(t('change.notBegun', { id: change.id }));
    // A value that Microsoft refused would drift from the first day.
    const set = change.items.filter(({ wanted, after }) => change.state === 'running' || after === wanted);
    for (const { rule, name, wanted } of set) {
      // Where the baseline itself set it, the reason is the one given with the desired rule.
      const why = change.why === 'baseline' ? (tx.get('wishes', rule)?.why ?? null) : change.why;
      putDesired(tx, { ...desiredRule(rule, wanted, context), why }, { name, by: speakerOf(context) });
    }
    showDrift(tx, set.map(asRule), { at: context.now });
    return set.map(asRule);
  });
  return showBaseline(context, [t('baseline.fromChange', { id, names: namesOf(rules, language) })]);
}

function asRule({ rule, name }: { rule: Rule['id']; name: string }): Pick<Rule, 'id' | 'name'> {
  return { id: rule, name };
}
