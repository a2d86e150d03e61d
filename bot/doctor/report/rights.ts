/** What an app may read here: the rules, roles that may be activated, switches, billing accounts. */
import { directoryRoles } from '../../microsoft/commerce.ts';
import { permissions } from '../../microsoft/permissions.ts';
import type { Granted } from '../grants.ts';
import { type Counts, type Question, type Row, tally, textIn, type Verdict, verdictOf } from './answer.ts';
import type { Seen } from './seen.ts';

const values = ['Enabled', 'Disabled', 'OnlyTrialsWithoutPaymentMethod'];

const inAnyCase = (row: Row, name: string): unknown =>
  Object.entries(row).find(([key]) => key.toLowerCase() === name)?.[1];

export function rightQuestions(seen: Seen, granted: Granted): Question[] {
  return [
    ruleList(seen, 'rules-products', 'Does app-only licensing read the products (scope=product)?', '?scope=product'),
    ruleList(
      seen,
      'rules-offers',
      'Does app-only licensing read the offer types (scope=OfferType)?',
      '?scope=OfferType',
    ),
    ruleList(seen, 'rules-unscoped', 'Does the list without a scope hold offer types too?', ''),
    {
      id: 'eligible-roles',
      question: 'Can roles that people may activate (PIM) be read, and are there any?',
      async ask() {
        const counts: Counts = {};
        for (const role of directoryRoles) counts[role] = (await seen.eligible(role)).length;
        const any = Object.values(counts).some((count) => Number(count) > 0);
        return { answer: any ? 'yes' : 'no', counts };
      },
    },
    {
      id: 'roles-agree',
      question: 'Do memberships of roles and role assignments say the same, and is the principal’s kind told?',
      ask: () => rolesAgree(seen),
    },
    readable(seen, 'switch-trials', 'Can the switch for starting trials be read?', 'switch:trials'),
    readable(seen, 'switch-sign-ups', 'Can the switch for e-mail sign-ups be read?', 'switch:email-sign-up'),
    {
      id: 'billing-accounts',
      question: 'Do billing accounts appear (includeAll=true), and are individual ones among them?',
      async ask() {
        const accounts = await seen.billing();
        const individual = accounts.filter(({ accountType }) => accountType === 'Individual').length;
        const agreements = [
          'MicrosoftCustomerAgreement',
          'EnterpriseAgreement',
          'MicrosoftOnlineServicesProgram',
          'MicrosoftPartnerAgreement',
        ];
        const answer: Verdict = accounts.length === 0 ? 'no' : individual > 0 ? 'yes' : 'some';
        return {
          answer,
          counts: {
            accounts: accounts.length,
            ...tally(
              accounts.map((each) => each.accountType),
              ['Individual', 'Enterprise', 'Business', 'Partner', 'Tenant', 'Reseller'],
              'accountType ',
            ),
            ...tally(
              accounts.map((each) => each.agreementType),
              agreements,
              'agreementType ',
            ),
            'with read access': accounts.filter((each) => each.hasReadAccess === true).length,
          },
        };
      },
    },
    {
      id: 'granted',
      question: 'Which of Purser’s permissions are granted?',
      async ask() {
        const all = new Set([...(granted.graph ?? []), ...(granted.licensing ?? [])]);
        const known = permissions.map(({ name }) => name);
        const counts: Counts = Object.fromEntries(known.map((name) => [name, all.has(name)]));
        const others = [...all].filter((name) => !known.includes(name)).length;
        return {
          answer: verdictOf(known.filter((name) => all.has(name)).length, known.length),
          counts: { ...counts, others },
        };
      },
    },
  ];
}

function ruleList(seen: Seen, id: string, question: string, query: Parameters<Seen['rules']>[0]): Question {
  return {
    ...{ id, question },
    async ask() {
      const rows = await seen.rules(query);
      const offers = rows.filter((row) => inAnyCase(row, 'scopeid')).length;
      const wanted = query === '?scope=product' ? rows.length - offers : offers;
      const seenValues = rows.map((row) => inAnyCase(row, 'policyvalue'));
      return {
        answer: wanted > 0 ? 'yes' : 'no',
        counts: { rows: rows.length, 'offer types': offers, ...tally(seenValues, values, 'value ') },
      };
    },
  };
}

function readable(seen: Seen, id: string, question: string, which: Parameters<Seen['switch']>[0]): Question {
  return {
    ...{ id, question },
    async ask() {
      await seen.switch(which);
      return { answer: 'yes', counts: {} };
    },
  };
}

async function rolesAgree(seen: Seen): ReturnType<Question['ask']> {
  let agree = 0;
  const kinds: unknown[] = [];
  const counts: Counts = {};
  for (const role of directoryRoles) {
    const [members, assigned] = await Promise.all([seen.members(role).catch(() => []), seen.assigned(role)]);
    const forAll = assigned.filter((row) => textIn(row, 'directoryScopeId') === '/');
    const one = new Set(members.map((row) => textIn(row, 'id')));
    const other = new Set(forAll.map((row) => textIn(row, 'principalId')));
    if (one.size === other.size && [...one].every((id) => other.has(id))) agree++;
    kinds.push(
      ...assigned.map((row) =>
        textIn((row['principal'] ?? {}) as Row, '@odata.type')
          ?.split('.')
          .at(-1),
      ),
    );
    Object.assign(counts, { [`${role} members`]: one.size, [`${role} assigned`]: other.size });
  }
  return {
    answer: verdictOf(agree, directoryRoles.length),
    counts: { ...counts, ...tally(kinds, ['user', 'group', 'servicePrincipal'], 'principal ') },
  };
}
