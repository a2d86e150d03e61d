/**
 * Addresses of Microsoft's pages. The ids are those of Microsoft's own documents (field.md §1.9), by cloud: Purser runs in the
 * worldwide cloud (which GCC shares); the others are kept because the source documents name them [8].
 */
const redirect = (id: number): string => `https://go.microsoft.com/fwlink/p/?linkid=${id}`;

export const clouds = ['worldwide', 'germany', '21vianet'] as const;
type Cloud = (typeof clouds)[number];

/** The source document gives Germany's and 21Vianet's "take over" sections the ids of another page; these are the right ones. */
export const adminCentre: Record<Cloud, { products: string; licences: string; purchaseServices: string }> = {
  worldwide: { products: redirect(842054), licences: redirect(842264), purchaseServices: redirect(868433) },
  germany: { products: redirect(847745), licences: redirect(848038), purchaseServices: redirect(848041) },
  '21vianet': { products: redirect(850626), licences: redirect(850625), purchaseServices: redirect(850627) },
};

/** Shows the capacity self-service purchases of Power Platform products bring [9]. */
export const powerPlatformCentre = 'https://admin.powerplatform.microsoft.com/resources/capacity';

/** Where purchasers find their invoices and their card ("Manage self-service purchases", for users). */
export const bills = redirect(2102895);

/** Tells purchasers how they cancel what they bought; the source document sends them there too [27]. */
export const purchaserGuide =
  'https://learn.microsoft.com/microsoft-365/commerce/subscriptions/manage-self-service-purchases-users';

/** Where the answers of the FAQ come from, beside Microsoft's own FAQ. */
const commerce = 'https://learn.microsoft.com/microsoft-365/commerce';
export const adminGuide = `${commerce}/subscriptions/manage-self-service-purchases-admins`;
export const licenceRequests = `${commerce}/licenses/manage-license-requests`;
export const purchasePolicy = `${commerce}/subscriptions/allowselfservicepurchase-powershell`;
export const cancelling = `${commerce}/subscriptions/cancel-your-subscription`;
export const movingUsers = `${commerce}/subscriptions/move-users-different-subscription`;

/** Ends every error card [71]. */
export const faq = 'https://learn.microsoft.com/microsoft-365/commerce/subscriptions/self-service-purchase-faq';
export const support = 'https://learn.microsoft.com/microsoft-365/admin/get-help-support';

/**
 * The page of "User owned apps and services" (auto-claim, the trials switch) and "Self-service trials and purchases": Settings
 * › Org settings ("Manage auto-claim policies"; message centre MC853238).
 */
export const orgSettings = 'https://admin.microsoft.com/#/Settings/Services';

/** A post in Microsoft's message centre, by its id (`MC123456`). */
export function messageCentrePost(id: string): string {
  return `https://admin.microsoft.com/Adminportal/Home#/MessageCenter/:/messages/${encodeURIComponent(id)}`;
}

/** Where somebody activates a Microsoft Entra role they are eligible for (Privileged Identity Management › My roles). */
export const activateRoles =
  'https://entra.microsoft.com/#view/Microsoft_Azure_PIMCommon/ActivationMenuBlade/~/aadmigratedroles';

/** The page of an app's permissions in Entra. */
export function permissionsPage(clientId: string): string {
  return `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/${clientId}`;
}

/** Products whose capacity the Power Platform admin centre shows. */
export function isPowerPlatform(part: string): boolean {
  return /power_?bi|^pbi|flow|powerautomate|powerapps|power_apps/i.test(part);
}
