/** What the tenant's subscriptions and products look like. */
import { isDepartmental as isDepartmentalPart } from '../../microsoft/departmental.ts';
import { type Question, type Row, tally, textIn, verdictOf } from './answer.ts';
import type { Seen } from './seen.ts';

function isDepartmental(row: Row): boolean {
  return isDepartmentalPart(textIn(row, 'skuPartNumber') ?? '');
}

/** As the classification asks: a self-service purchase is departmental, or somebody's own. */
export function isSelfService(row: Row): boolean {
  return isDepartmental(row) || textIn(row, 'ownerType') === 'user';
}

const owners = ['User', 'Tenant', 'ServicePrincipal', 'Group'];
const statuses = ['Enabled', 'Deleted', 'Suspended', 'Warning', 'LockedOut', 'Expired'];

export function purchaseQuestions({ subscriptions, skus }: Seen): Question[] {
  return [
    {
      id: 'owner-type-on-departmental',
      question: 'Is ownerType “User” seen on the rows of _DEPT SKUs?',
      async ask() {
        const rows = await subscriptions();
        const dept = rows.filter(isDepartmental);
        const types = (some: Row[]) => some.map((row) => row['ownerType']);
        const users = dept.filter((row) => textIn(row, 'ownerType') === 'user').length;
        const others = rows.filter((row) => !isDepartmental(row));
        return {
          answer: verdictOf(users, dept.length),
          counts: {
            ...{ rows: rows.length, departmental: dept.length },
            ...tally(types(dept), owners, 'departmental ownerType '),
            ...tally(types(others), owners, 'other ownerType '),
          },
        };
      },
    },
    {
      id: 'owner-null',
      question: 'Do rows come without an owner, or with the tenant as their owner?',
      async ask() {
        const rows = await subscriptions();
        const none = rows.filter((row) => textIn(row, 'ownerId') === null);
        const count = (is: (row: Row) => boolean) => none.filter(is).length;
        return {
          answer: verdictOf(none.length, rows.length),
          counts: {
            ...{ rows: rows.length, 'ownerId null': none.length, 'of which departmental': count(isDepartmental) },
            'of which Visio _DEPT': count(
              (row) => isDepartmental(row) && /visio/.test(textIn(row, 'skuPartNumber') ?? ''),
            ),
            'ownerTenantId present': rows.filter((row) => textIn(row, 'ownerTenantId')).length,
          },
        };
      },
    },
    {
      id: 'sku-null',
      question: 'Do rows come without a skuId?',
      async ask() {
        const rows = await subscriptions();
        const none = rows.filter((row) => textIn(row, 'skuId') === null).length;
        const parts = rows.filter((row) => textIn(row, 'skuPartNumber') === null).length;
        return {
          answer: verdictOf(none, rows.length),
          counts: { rows: rows.length, 'skuId null': none, 'skuPartNumber null': parts },
        };
      },
    },
    {
      id: 'subscription-ids',
      question: 'Is a subscription’s id another than its commerceSubscriptionId?',
      async ask() {
        const rows = await subscriptions();
        const both = rows.filter((row) => textIn(row, 'id') && textIn(row, 'commerceSubscriptionId'));
        const differ = both.filter((row) => textIn(row, 'id') !== textIn(row, 'commerceSubscriptionId')).length;
        const none = rows.length - both.length;
        return {
          answer: verdictOf(differ, both.length),
          counts: { rows: rows.length, differ, 'commerceSubscriptionId null': none },
        };
      },
    },
    {
      id: 'lifecycle',
      question: 'Does nextLifecycleDateTime say when each subscription renews or ends?',
      async ask() {
        const rows = await subscriptions();
        const dates = rows.map((row) => textIn(row, 'nextLifecycleDateTime'));
        const endless = dates.filter((date) => date?.startsWith('9999')).length;
        const past = dates.filter((date) => date !== null && Date.parse(date) < Date.now()).length;
        const there = dates.filter((date) => date !== null).length;
        return {
          answer: verdictOf(there - endless, rows.length),
          counts: {
            ...{ rows: rows.length, null: rows.length - there, endless, past },
            trials: rows.filter((row) => row['isTrial'] === true).length,
            ...tally(
              rows.map((row) => row['status']),
              statuses,
              'status ',
            ),
          },
        };
      },
    },
    {
      id: 'pools',
      question: 'Are there free or viral products, in pools of 10,000 seats or more?',
      async ask() {
        const rows = await skus();
        const enabled = (row: Row): number => {
          const units = row['prepaidUnits'] as Row | null | undefined;
          return typeof units?.['enabled'] === 'number' ? units['enabled'] : 0;
        };
        const large = rows.filter((row) => enabled(row) >= 10_000).length;
        const over = rows.filter((row) => Number(row['consumedUnits'] ?? 0) > enabled(row)).length;
        return {
          answer: verdictOf(large, rows.length) === 'yes' ? 'yes' : large > 0 ? 'some' : 'no',
          counts: {
            ...{ products: rows.length, large, 'more held than enabled': over },
            departmental: rows.filter(isDepartmental).length,
            ...tally(
              rows.map((row) => row['capabilityStatus']),
              statuses,
              'capabilityStatus ',
            ),
            ...tally(
              rows.map((row) => row['appliesTo']),
              ['User', 'Company'],
              'appliesTo ',
            ),
          },
        };
      },
    },
  ];
}
