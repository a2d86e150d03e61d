/** Whether Microsoft says which purchase a seat came from, and how people have their licences. */
import { type Question, type Row, rowsIn, tally, textIn, verdictOf } from './answer.ts';
import { isSelfService } from './purchases.ts';
import type { Seen } from './seen.ts';

/** More are not compared: each takes a call of its own. */
const mostProducts = 8;
const mostPeople = 100;
const states = ['active', 'warning', 'suspended', 'lockedOut', 'deleted'];

export function seatQuestions(seen: Seen): Question[] {
  return [
    {
      id: 'allotments-single',
      question: 'Do allotments list single subscriptions?',
      async ask() {
        const rows = await seen.allotments();
        const sizes = rows.map((row) => rowsIn(row, 'subscriptions').length);
        const single = sizes.filter((size) => size === 1).length;
        const backing = rows.flatMap((row) => rowsIn(row, 'subscriptions'));
        const assignable = rows.flatMap((row) => (textIn(row, 'assignableTo') ?? 'null').split(','));
        return {
          answer: verdictOf(single, rows.length),
          counts: {
            ...{ allotments: rows.length, single, none: sizes.filter((size) => size === 0).length },
            several: sizes.filter((size) => size > 1).length,
            'nextLifecycleDate null': backing.filter((row) => textIn(row, 'nextLifecycleDate') === null).length,
            ...tally(
              backing.map((row) => row['state']),
              states,
              'state ',
            ),
            ...tally(assignable, ['user', 'group', 'device', 'none'], 'assignableTo '),
          },
        };
      },
    },
    {
      id: 'allotments-id',
      question: 'By which id do allotments name a subscription: id, or commerceSubscriptionId?',
      async ask() {
        const [allotments, subscriptions] = await Promise.all([seen.allotments(), seen.subscriptions()]);
        return byWhichId(allotments, subscriptions);
      },
    },
    {
      id: 'allotments-self-service',
      question: 'Do self-service purchases have an allotment of their own?',
      async ask() {
        const [allotments, subscriptions] = await Promise.all([seen.allotments(), seen.subscriptions()]);
        const own = new Set(
          allotments
            .map((row) => rowsIn(row, 'subscriptions'))
            .flatMap((some) => (some.length === 1 ? idsIn(some) : [])),
        );
        const live = subscriptions.filter((row) => isSelfService(row) && textIn(row, 'status') !== 'deleted');
        const found = live.filter(
          (row) => own.has(textIn(row, 'id') ?? '') || own.has(textIn(row, 'commerceSubscriptionId') ?? ''),
        );
        return {
          answer: verdictOf(found.length, live.length),
          counts: { 'self-service': live.length, found: found.length },
        };
      },
    },
    {
      id: 'assignments-agree',
      question: 'Do the assignments agree with assignedLicenses, for products that people bought themselves?',
      ask: () => agreement(seen),
    },
    {
      id: 'direct-or-group',
      question: 'Does licenseAssignmentStates tell a licence through a group from a direct one?',
      ask: () => paths(seen),
    },
  ];
}

function idsIn(subscriptions: readonly Row[]): string[] {
  return subscriptions.flatMap((row) => textIn(row, 'subscriptionId') ?? []);
}

function byWhichId(allotments: readonly Row[], subscriptions: readonly Row[]): Awaited<ReturnType<Question['ask']>> {
  const named = allotments.flatMap((row) => idsIn(rowsIn(row, 'subscriptions')));
  const [ids, commerce] = ['id', 'commerceSubscriptionId'].map(
    (name) => new Set(subscriptions.map((row) => textIn(row, name))),
  );
  const byId = named.filter((id) => ids?.has(id)).length;
  const byCommerceId = named.filter((id) => commerce?.has(id)).length;
  const neither = named.filter((id) => !ids?.has(id) && !commerce?.has(id)).length;
  const answer = verdictOf(named.length - neither, named.length);
  return { answer, counts: { named: named.length, 'by id': byId, 'by commerceSubscriptionId': byCommerceId, neither } };
}

async function ownProducts({ subscriptions }: Seen): Promise<string[]> {
  const rows = (await subscriptions()).filter((row) => isSelfService(row) && textIn(row, 'status') !== 'deleted');
  return [...new Set(rows.flatMap((row) => textIn(row, 'skuId') ?? []))].slice(0, mostProducts);
}

async function agreement(seen: Seen): ReturnType<Question['ask']> {
  const [assignments, products] = await Promise.all([seen.assignments(), ownProducts(seen)]);
  const types = assignments.map((row) =>
    textIn((row['assignedTo'] ?? {}) as Row, '@odata.type')
      ?.split('.')
      .at(-1),
  );
  let [agree, throughGroups, differ] = [0, 0, 0];
  for (const sku of products) {
    const ofSku = assignments.filter((row) => textIn((row['allotment'] ?? {}) as Row, 'skuId') === sku);
    const to = ofSku.map((row) => (row['assignedTo'] ?? {}) as Row);
    const people = new Set(to.map((each) => textIn(each, 'id')));
    const holders = await seen.holders(sku);
    const hasGroups = to.some((each) => textIn(each, '@odata.type')?.endsWith('.group'));
    if (hasGroups) throughGroups++;
    else if (holders.length === people.size && holders.every((id) => people.has(id.toLowerCase()))) agree++;
    else differ++;
  }
  return {
    answer: verdictOf(agree, agree + differ),
    counts: {
      ...{ assignments: assignments.length, products: products.length, agree, differ, 'with groups': throughGroups },
      ...tally(types, ['user', 'group', 'device'], 'assignedTo '),
    },
  };
}

async function paths(seen: Seen): ReturnType<Question['ask']> {
  const [sku] = await ownProducts(seen);
  const rows = await seen.skus();
  const used = [...rows].sort((one, other) => Number(other['consumedUnits'] ?? 0) - Number(one['consumedUnits'] ?? 0));
  const products = [...new Set([sku, textIn(used[0] ?? {}, 'skuId')].filter((each) => typeof each === 'string'))];
  const people = new Set<string>();
  for (const each of products) for (const id of (await seen.holders(each)).slice(0, mostPeople)) people.add(id);
  const facts = await seen.licencesOf([...people], products);
  const held = facts.flatMap(({ licences }) => licences).filter(({ listed }) => listed);
  const told = held.filter(({ held: path }) => path !== 'none');
  return {
    answer: verdictOf(told.length, held.length),
    counts: {
      ...{ people: people.size, licences: held.length },
      ...tally(
        held.map(({ held: path }) => path),
        ['none', 'direct', 'group', 'both', 'error'],
        'told as ',
      ),
    },
  };
}
