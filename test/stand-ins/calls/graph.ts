/** What is sent to Microsoft Graph. Its pages are those of the reference: one operation, one page. */
import type { Listed } from './listed.ts';

const page = (name: string): string => `https://learn.microsoft.com/graph/api/${name}`;
const beta = (name: string): string => `${page(name)}?view=graph-rest-beta`;

const person = 'id,displayName,userPrincipalName,mail,department,preferredLanguage,userType,accountEnabled';
const licences = 'id,accountEnabled,userType,usageLocation,licenseAssignmentStates,assignedLicenses';

/** The role that may read most: nothing narrower tells the directory roles of others. */
const read = { sure: 'documented', permission: 'Directory.Read.All' } as const;
const documented = (permission: string) => ({ sure: 'documented', permission }) as const;

const purchases: readonly Listed[] = [
  {
    call: 'GET /v1.0/directory/subscriptions',
    purpose: 'every subscription of the tenant',
    ...{ source: page('directory-list-subscriptions'), ...read, paged: true },
  },
  {
    call: 'GET /v1.0/directory/subscriptions/{id}',
    purpose: 'whether one is still there',
    ...{ source: page('companysubscription-get'), ...read },
  },
  {
    call: 'GET /v1.0/subscribedSkus',
    purpose: 'seats of each product, and how many are used',
    ...{ source: page('subscribedsku-list'), ...read, paged: true },
  },
  {
    call: 'GET /v1.0/organization?$select=id,displayName',
    purpose: 'what the organisation calls itself',
    ...{ source: page('organization-list'), ...read, paged: true },
  },
  {
    call: 'GET /v1.0/subscribedSkus?$select=skuId',
    purpose: 'whether the directory can be read',
    ...{ source: page('subscribedsku-list'), ...read },
  },
  {
    call: 'GET /beta/admin/cloudLicensing/allotments',
    purpose: 'the lots that seats lie in, with the subscriptions behind them; by which id, for the doctor’s report',
    ...{ source: beta('cloudlicensing-admincloudlicensing-list-allotments'), ...read, paged: true },
  },
  {
    call: 'GET /beta/admin/cloudLicensing/assignments?$expand=assignedTo,allotment',
    purpose: 'to whom the seats of these lots were given; whether that agrees with licences, for the doctor’s report',
    ...{ source: beta('cloudlicensing-admincloudlicensing-list-assignments'), ...read, paged: true },
  },
];

const people: readonly Listed[] = [
  {
    call: `GET /v1.0/users?$filter=id in ({ids})&$select=${person}`,
    purpose: 'names of people, by their ids',
    ...{ source: page('user-list'), ...read },
  },
  {
    call: `GET /v1.0/users?$filter=id in ({ids})&$select=${licences}`,
    purpose: 'licences of people, and how they have them',
    ...{ source: page('user-list'), ...read },
  },
  {
    call: `GET /v1.0/users?$filter=startswith(displayName,'{any text}') or startswith(userPrincipalName,'{any text}') or mail eq '{any text}'&$top=6&$select=${person}`,
    purpose: 'which colleague is meant',
    ...{ source: page('user-list'), ...read },
  },
  {
    call: `GET /v1.0/users?$filter=assignedLicenses/any(x:x/skuId eq {id})&$count=true&$top=999&$select=${person}`,
    purpose: 'who holds a product',
    ...{ source: page('user-list'), ...read, paged: true },
  },
  {
    call: `GET /v1.0/users/{id}?$select=${person}`,
    purpose: 'who is speaking',
    ...{ source: page('user-get'), ...read },
  },
  {
    call: 'GET /v1.0/users/{id}?$select=id',
    purpose: 'whether what is set as a group is somebody',
    ...{ source: page('user-get'), ...read },
  },
  {
    call: `GET /v1.0/directory/deletedItems/{id}/microsoft.graph.user?$select=${person}`,
    purpose: 'the name of somebody who has left',
    ...{ source: page('directory-deleteditems-get'), ...documented('User.Read.All') },
  },
  {
    call: 'GET /v1.0/directory/deletedItems/microsoft.graph.user?$select=id&$top=1',
    purpose: 'whether that can be read',
    ...{ source: page('directory-deleteditems-list'), ...documented('User.Read.All') },
  },
];

const rights: readonly Listed[] = [
  {
    call: 'GET /v1.0/users/{id}/transitiveMemberOf/microsoft.graph.directoryRole?$count=true&$select=id,roleTemplateId&$top=999',
    purpose: 'the roles of who is speaking',
    ...{ source: page('user-list-transitivememberof'), ...read },
  },
  {
    call: 'POST /v1.0/users/{id}/checkMemberGroups',
    purpose: 'whether who is speaking is an approver or a viewer',
    bodies: [{ groupIds: ['text'] }],
    ...{ source: page('directoryobject-checkmembergroups'), ...read },
  },
  {
    call: "GET /v1.0/directoryRoles(roleTemplateId='{id}')/members?$select=id",
    purpose: 'who is an admin',
    ...{ source: page('directoryrole-list-members'), ...read, paged: true },
  },
  {
    call: "GET /v1.0/roleManagement/directory/roleAssignments?$filter=principalId eq '{any text}'",
    purpose: 'the roles somebody was given, as of this moment',
    ...{ source: page('rbacapplication-list-roleassignments'), ...read },
  },
  {
    call: "GET /v1.0/roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '{id}'&$expand=principal",
    purpose: 'who was given a role, as of this moment',
    ...{ source: page('rbacapplication-list-roleassignments'), ...read, paged: true },
  },
  {
    call: "GET /v1.0/roleManagement/directory/roleEligibilityScheduleInstances?$filter=roleDefinitionId eq '{id}'&$expand=principal",
    purpose: 'who may activate a role',
    source: page('rbacapplication-list-roleeligibilityscheduleinstances'),
    ...{ ...documented('RoleEligibilitySchedule.Read.Directory'), paged: true },
  },
  {
    call: "GET /v1.0/roleManagement/directory/roleEligibilityScheduleInstances?$filter=roleDefinitionId eq '{id}'&$select=id",
    purpose: 'whether that can be read',
    source: page('rbacapplication-list-roleeligibilityscheduleinstances'),
    ...documented('RoleEligibilitySchedule.Read.Directory'),
  },
  {
    call: `GET /v1.0/groups/{id}/transitiveMembers/microsoft.graph.user?$count=true&$top=999&$select=${person}`,
    purpose: 'who is in the approvers’ or the viewers’ group',
    ...{ source: page('group-list-transitivemembers'), ...read, paged: true },
  },
  {
    call: 'GET /v1.0/groups/{id}/transitiveMembers?$select=id',
    purpose: 'who has a role through a group',
    ...{ source: page('group-list-transitivemembers'), ...read, paged: true },
  },
];

const settings: readonly Listed[] = [
  {
    call: 'GET /v1.0/policies/authorizationPolicy?$select=allowedToSignUpEmailBasedSubscriptions',
    purpose: 'the switch for sign-up by e-mail',
    ...{ source: page('authorizationpolicy-get'), ...documented('Policy.Read.All') },
  },
  {
    call: 'GET /v1.0/policies/authorizationPolicy?$select=id',
    purpose: 'whether that can be read',
    ...{ source: page('authorizationpolicy-get'), ...documented('Policy.Read.All') },
  },
  {
    call: 'PATCH /v1.0/policies/authorizationPolicy',
    purpose: 'sets that switch',
    bodies: [{ allowedToSignUpEmailBasedSubscriptions: 'yes or no' }],
    ...{ source: page('authorizationpolicy-update'), ...documented('Policy.ReadWrite.Authorization') },
  },
  {
    call: 'GET /v1.0/admin/serviceAnnouncement/messages',
    purpose: 'what Microsoft announces',
    ...{ source: page('serviceannouncement-list-messages'), ...documented('ServiceMessage.Read.All'), paged: true },
  },
  {
    call: 'GET /v1.0/admin/serviceAnnouncement/messages?$top=1',
    purpose: 'whether that can be read',
    ...{ source: page('serviceannouncement-list-messages'), ...documented('ServiceMessage.Read.All') },
  },
  {
    call: 'GET /beta/admin/appsAndServices',
    purpose: 'the switch for trials',
    ...{ source: beta('adminappsandservices-get'), ...documented('OrgSettings-AppsAndServices.Read.All') },
  },
  {
    call: 'PATCH /beta/admin/appsAndServices',
    purpose: 'sets that switch',
    bodies: [{ settings: { isAppAndServicesTrialEnabled: 'yes or no' } }],
    ...{ source: beta('adminappsandservices-update'), ...documented('OrgSettings-AppsAndServices.ReadWrite.All') },
  },
];

const doing: readonly Listed[] = [
  {
    call: 'POST /v1.0/$batch',
    purpose: 'up to 20 of these calls in one, each of which is held against this list as well',
    bodies: [
      {
        requests: [
          {
            ...{ id: 'text', method: 'text', url: 'text', 'body?': 'anything' },
            headers: { 'Content-Type?': '=application/json', 'ConsistencyLevel?': '=eventual' },
          },
        ],
      },
    ],
    source: 'https://learn.microsoft.com/graph/json-batching',
    ...read,
  },
  {
    call: 'POST /v1.0/users/{id}/assignLicense',
    purpose: 'gives a licence, or takes one',
    bodies: [
      { addLicenses: [{ skuId: 'text', disabledPlans: [] }], removeLicenses: [] },
      { addLicenses: [], removeLicenses: ['text'] },
    ],
    ...{ source: page('user-assignlicense'), ...documented('LicenseAssignment.ReadWrite.All') },
  },
  {
    call: "GET /v1.0/appCatalogs/teamsApps?$filter=externalId eq '{id}'&$select=id",
    purpose: 'the id Purser has in the organisation’s catalogue',
    ...{ source: page('appcatalogs-list-teamsapps'), ...documented('AppCatalog.Read.All') },
  },
  {
    call: 'POST /v1.0/users/{id}/teamwork/installedApps',
    purpose: 'gives somebody Purser in Teams',
    bodies: [{ 'teamsApp@odata.bind': 'text' }],
    source: page('userteamwork-post-installedapps'),
    ...documented('TeamsAppInstallation.ReadWriteSelfForUser.All'),
  },
  {
    call: 'POST /v1.0/users/{id}/sendMail',
    purpose: 'writes to who can’t be reached in Teams',
    bodies: [
      {
        message: {
          subject: 'text',
          body: { contentType: '=Text', content: 'text' },
          toRecipients: [{ emailAddress: { address: 'text' } }],
        },
        saveToSentItems: 'yes or no',
      },
    ],
    ...{ source: page('user-sendmail'), ...documented('Mail.Send') },
  },
];

export const graph: readonly Listed[] = [...purchases, ...people, ...rights, ...settings, ...doing];
