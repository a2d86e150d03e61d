/** What the report reads, each list once: as Microsoft sends it, since what is asked is how that looks. */
import { z } from 'zod/v4';
import { systemClock } from '../../clock.ts';
import type { Config } from '../../config/config.ts';
import { isLoopback } from '../../http.ts';
import { createAssigning } from '../../microsoft/assigning.ts';
import { type BillingAccount, billingAccounts } from '../../microsoft/billing.ts';
import { type Commerce, type DirectoryRole, MicrosoftFailed } from '../../microsoft/commerce.ts';
import { graphAudience } from '../../microsoft/graph.ts';
import { roleTemplates } from '../../microsoft/role-holders.ts';
import { type Clients, unhurried } from '../clients.ts';
import type { Row } from './answer.ts';

const AnyRow = z.record(z.string(), z.unknown());
const AnyList = z.object({ items: z.array(AnyRow) });

type Asks = () => Promise<Row[]>;

export interface Seen {
  subscriptions: Asks;
  skus: Asks;
  allotments: Asks;
  assignments: Asks;
  /** Ids of who holds a product. */
  holders(sku: string): Promise<string[]>;
  licencesOf: Commerce['licencesOf'];
  /** One of the licensing API's lists of rules. */
  rules(query: '' | '?scope=product' | '?scope=OfferType'): Promise<Row[]>;
  members(role: DirectoryRole): Promise<Row[]>;
  assigned(role: DirectoryRole): Promise<Row[]>;
  eligible(role: DirectoryRole): Promise<Row[]>;
  billing(): Promise<BillingAccount[]>;
  /** Whether a switch of the tenant can be read. */
  switch(id: 'switch:trials' | 'switch:email-sign-up'): Promise<unknown>;
}

export function seenWith({ graph, licensing, directory, rules, tokens }: Clients, config: Config): Seen {
  const list = (route: string, version: { version?: 'beta' } = {}): Asks =>
    once(() => graph.all(route, AnyRow, { patience: unhurried, ...version }));
  const filter = (role: DirectoryRole) => encodeURIComponent(`roleDefinitionId eq '${roleTemplates[role]}'`);
  const ofRole = (set: string, role: DirectoryRole) =>
    graph.all(`/roleManagement/directory/${set}?$filter=${filter(role)}&$expand=principal`, AnyRow, {
      patience: unhurried,
    });
  const beta = { version: 'beta' } as const;
  return {
    subscriptions: list('/directory/subscriptions'),
    skus: list('/subscribedSkus'),
    allotments: list('/admin/cloudLicensing/allotments', beta),
    assignments: list('/admin/cloudLicensing/assignments?$expand=assignedTo,allotment', beta),
    holders: async (sku) => (await directory.holders(sku)).map(({ id }) => id),
    licencesOf: createAssigning(graph, systemClock, () => tokens(graphAudience, true)).licencesOf,
    rules: async (query) =>
      (await licensing.get(`/policies/AllowSelfServicePurchase/products${query}`, AnyList, unhurried)).items,
    members: (role) =>
      graph.all(`/directoryRoles(roleTemplateId='${roleTemplates[role]}')/members?$select=id`, AnyRow, {
        patience: unhurried,
      }),
    assigned: (role) => ofRole('roleAssignments', role),
    eligible: (role) => ofRole('roleEligibilityScheduleInstances', role),
    billing: () => {
      const url = config.microsoft.billingUrl;
      // What tries things out on one machine shows no token to anybody else.
      if (config.dev && !isLoopback(url)) throw new MicrosoftFailed('refused', 'BILLING_URL is not of this machine');
      return billingAccounts(url, tokens);
    },
    switch: (id) => rules.rule(id),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
