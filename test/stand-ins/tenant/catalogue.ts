/**
 * The SKUs and products the company deals in.
 * Ids, part numbers and names of SKUs: Microsoft's licensing reference ("Product names and service plan identifiers").
 */
import type { ExclusivePlans, OfferTypePolicy, ProductPolicy } from './state.ts';

export interface Sku {
  readonly id: string;
  readonly part: string;
  /** Only what applies to a `User` can be assigned to one. */
  readonly appliesTo: 'User' | 'Company';
}

const sku = (id: string, part: string, appliesTo: Sku['appliesTo'] = 'User'): Sku => ({ id, part, appliesTo });

export const skus = {
  // What self-service sells under a SKU of its own.
  powerBiProDept: sku('3a6a908c-09c5-406a-8170-8ebb63c42882', 'POWER_BI_PRO_DEPT'),
  powerBiPremiumDept: sku('f168a3fb-7bcf-4a27-98c3-c235ea4b78b4', 'PBI_PREMIUM_PER_USER_DEPT'),
  visio1Dept: sku('ca7f3140-d88c-455b-9a1c-7f0679e31a76', 'VISIO_PLAN1_DEPT'),
  visio2Dept: sku('38b434d2-a15e-4cde-9a98-e737c75623e1', 'VISIO_PLAN2_DEPT'),
  project1Dept: sku('84cd610f-a3f8-4beb-84ab-d9d2c902c6c9', 'PROJECT_PLAN1_DEPT'),
  project3Dept: sku('46102f44-d912-47e7-b0ca-1bd7b70ada3b', 'PROJECT_PLAN3_DEPT'),
  flowDept: sku('d80a4c5d-8f05-4b64-9926-6574b9e6aee4', 'FLOW_PER_USER_DEPT'),
  teamsPremiumDept: sku('52ea0e27-ae73-4983-a08f-13561ebdb823', 'Teams_Premium_(for_Departments)'),
  teamsExploratoryDept: sku('e0dfc8b9-9531-4ec8-94b4-9fec23b05fc8', 'Microsoft_Teams_Exploratory_Dept'),
  // What is sold to organisations and, some of it, to people as well.
  m365E3: sku('05e9a617-0261-4cee-bb44-138d3ef5d965', 'SPE_E3'),
  m365E5: sku('06ebc4ee-1bb5-47dd-8120-11324bc54e06', 'SPE_E5'),
  m365F3: sku('66b55226-6b4f-492c-910c-a3b7a3c9d993', 'SPE_F1'),
  office365E3: sku('6fd2c87f-b296-42f0-b197-1e91e994b900', 'ENTERPRISEPACK'),
  ems: sku('b05e124f-c7cc-45a0-a6aa-8cf78c946968', 'EMSPREMIUM'),
  entraP2: sku('84a661c4-e949-4bd2-a560-ed7766fcaf2b', 'AAD_PREMIUM_P2'),
  copilot: sku('639dec6b-bb19-468b-871c-c5c441c4b0cb', 'Microsoft_365_Copilot'),
  powerBiPro: sku('f8a1db68-be16-40ed-86d5-cb42ce701560', 'POWER_BI_PRO'),
  powerBiPremium: sku('c1d032e0-5619-4761-9b5c-75b6831e1711', 'PBI_PREMIUM_PER_USER'),
  fabricFree: sku('a403ebcc-fae0-4ca2-8c8c-7a907fd6c235', 'POWER_BI_STANDARD'),
  visio2: sku('c5928f49-12ba-48f7-ada3-0d743a3601d5', 'VISIOCLIENT'),
  project1: sku('beb6439c-caad-48d3-bf46-0c82871e12be', 'PROJECT_P1'),
  project3: sku('53818b1b-4a27-454b-8896-0dba576410e6', 'PROJECTPROFESSIONAL'),
  powerApps: sku('b30411f5-fea1-4a59-9ad9-3db7c7ead579', 'POWERAPPS_PER_USER'),
  flow: sku('4a51bf65-409c-4a91-b845-1121b571cc9d', 'FLOW_PER_USER'),
  flowFree: sku('f30db892-07e9-47e9-837c-80727f46fd3d', 'FLOW_FREE'),
  teamsPremium: sku('36a0f3b3-adb5-49ea-bf66-762134cf063a', 'Microsoft_Teams_Premium'),
  teamsPhone: sku('e43b5b99-8dfb-405f-9987-dc307f34bcbd', 'MCOEV'),
  clipchamp: sku('0fe440c5-f2bf-442b-a4f4-9a7af77a200b', 'Clipchamp_Premium'),
  vivaGoals: sku('ba929637-f158-4dee-927c-eb7cdefcd955', 'Microsoft_Viva_Goals'),
  windows365: sku('71f21848-f89b-4aaa-a2dc-780c8e8aac5b', 'CPC_B_2C_8RAM_128GB'),
  fileStorage: sku('99049c9c-6011-4908-bf17-15f496e6519d', 'SHAREPOINTSTORAGE', 'Company'),
  /** In no list Microsoft publishes: new SKUs always come before the lists do. */
  unlisted: sku('7a4c9a52-8a8e-4a0c-9f3e-0d6f2f9b1c77', 'CONTOSO_PREVIEW_STD'),
} as const;

const byId = new Map<string, Sku>(Object.values(skus).map((each) => [each.id, each]));

export function appliesTo(skuId: string): Sku['appliesTo'] {
  return byId.get(skuId)?.appliesTo ?? 'User';
}

/** SharePoint comes with both, in two plans that exclude each other ("Product names and service plan identifiers"). */
export function exclusivePlans(): ExclusivePlans[] {
  const [kiosk, enterprise] = ['902b47e5-dcb2-4fdc-858b-c63a90a2bdb9', '5dbe027f-2339-4123-9542-606e4d348a72'];
  return [skus.m365E3, skus.m365E5].map(({ id }) => ({ plans: [kiosk, enterprise], skus: [skus.m365F3.id, id] }));
}

type Row = readonly [
  productId: string,
  productName: string,
  trials: boolean,
  policyValue?: ProductPolicy['policyValue'],
];

/** Facts 1.6: the documented list of 10/2024 and the three Windows 365 products the live API returned besides. */
const products: readonly Row[] = [
  ['CFQ7TTC0N8SS', 'Clipchamp Premium', false, 'Disabled'],
  ['CFQ7TTC0MM8R', 'Microsoft 365 Copilot', false, 'Disabled'],
  ['CFQ7TTC0LH05', 'Microsoft 365 F3', false],
  ['CFQ7TTC0N8SL', 'Microsoft Purview Discovery', true],
  ['CFQ7TTC0LH2H', 'Power Apps per user', false],
  ['CFQ7TTC0LH3L', 'Power Automate per user', false],
  ['CFQ7TTC0LSGZ', 'Power Automate RPA', false],
  ['CFQ7TTC0H6RP', 'Power BI Premium (standalone)', false],
  ['CFQ7TTC0H9MP', 'Power BI Pro', false],
  ['CFQ7TTC0HDB1', 'Planner Plan 1', true],
  ['CFQ7TTC0HDB0', 'Project Plan 3', false],
  ['CFQ7TTC0S3X1', 'Python in Excel', false],
  ['CFQ7TTC0J1FV', 'Teams Exploratory', true, 'Disabled'],
  ['CFQ7TTC0RM8K', 'Teams Premium Introductory Pricing', true, 'OnlyTrialsWithoutPaymentMethod'],
  ['CFQ7TTC0HD33', 'Visio Plan 1', true],
  ['CFQ7TTC0HD32', 'Visio Plan 2', false],
  ['CFQ7TTC0PW0V', 'Viva Goals', true],
  ['CFQ7TTC0HHS9', 'Windows 365 Enterprise', false],
  ['CFQ7TTC0J203', 'Windows 365 Business', false],
  ['CFQ7TTC0HX99', 'Windows 365 Business with Windows Hybrid Benefit', false],
];

/** That Microsoft refuses some products is known (facts 1.4), the words are not. */
const refusals: Readonly<Record<string, string>> = {
  CFQ7TTC0S3X1: 'Python in Excel is managed with Microsoft 365 Apps and cannot be changed for this tenant.',
};

export function productPolicies(): ProductPolicy[] {
  return products.map(([productId, productName, trials, policyValue = 'Enabled']) => ({
    productId,
    productName,
    policyValue,
    trials,
    refuses: refusals[productId] ?? null,
  }));
}

/** Facts 1.5: the four offer types. */
export function offerTypePolicies(): OfferTypePolicy[] {
  return [
    { scopeId: 'SaaS', scopeValue: 'SaaS', policyValue: 'Enabled' },
    { scopeId: 'POWERBIVISUALS', scopeValue: 'Power BI visuals', policyValue: 'Enabled' },
    { scopeId: 'DYNAMICSCE', scopeValue: 'Dynamics 365 Customer Engagement', policyValue: 'Disabled' },
    { scopeId: 'DYNAMICSBC', scopeValue: 'Dynamics 365 Business Central', policyValue: 'Enabled' },
  ];
}
