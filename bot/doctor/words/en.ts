/** The doctor in English. */
import type { About } from '../gaps.ts';
import type { Misuses, Words } from './shape.ts';

const entraApp = 'Entra › App registrations › your app';
const grantIt = (link = ''): string => `A Global Administrator grants it, with admin consent: ${link}`;

const hosts: About = {
  login: 'Entra’s sign-in',
  graph: 'Microsoft Graph',
  licensing: 'the licensing API',
  keys: 'the keys that Teams signs with',
  teams: 'the connector of Teams',
};

/** What each permission that may be left out is for. */
const uses: About = {
  'User.Read.All': 'the names of purchasers who left before Purser came',
  'CloudLicensing.Read.All': 'whose seat is of which purchase, where Microsoft has allotments',
  'Policy.ReadWrite.AllowSelfServicePurchase': 'changing who may buy what',
  'Policy.Read.All': 'seeing whether people may sign up with their e-mail address',
  'Policy.ReadWrite.Authorization': 'changing that',
  'OrgSettings-AppsAndServices.Read.All': 'seeing whether people may start trials',
  'OrgSettings-AppsAndServices.ReadWrite.All': 'changing that',
  'LicenseAssignment.ReadWrite.All': 'moving the holders of a purchase, assigning and removing licences',
  'RoleEligibilitySchedule.Read.Directory': 'who may activate an admin’s role, where PIM is used',
  'ServiceMessage.Read.All': 'telling what Microsoft announces about self-service in its message centre',
  'AppCatalog.Read.All': 'finding Purser in your app catalogue',
  'TeamsAppInstallation.ReadWriteSelfForUser.All': 'installing Purser for people it must reach',
  'Mail.Send': 'e-mail to people whom Teams doesn’t reach',
};

const groupTroubles: About = {
  missing: 'no group in this tenant has the id in',
  'not-a-group': 'a person, and no group, has the id in',
  nobody: 'nobody counts (it is empty, or holds only guests and disabled accounts) in the group of',
  'no-permission': 'Purser may not read the group of',
  refused: 'Microsoft refuses to show the group of',
};

const misuses: Misuses = {
  unknown: (word) => `“${word}” says nothing to the doctor. With npm, options come after a lone “--”.`,
  'no-file': () => '--report needs the file to write: npm run doctor -- --report report.json.',
  'no-user': () => '--try needs the sign-in name of one test user: npm run doctor -- --try tester@contoso.com.',
};

const eligible: About = {
  read: 'active ones, and those that people may activate (PIM)',
  unread: 'active ones; those that people may activate (PIM) aren’t readable',
  absent: 'active ones; nothing here can be activated (no PIM)',
};

export const en: Words = {
  head: (at) => `Purser’s doctor, ${at}. It only reads: nothing is changed, neither here nor at Microsoft.`,
  state: { good: 'ok', gap: 'GAP', unknown: '?' },
  unlooked: 'not looked at: something else must be mended first',
  restUnlooked: (areas) => `Nothing else was looked at (${areas.join(', ')}): put the settings below right first.`,
  areas: {
    settings: {
      title: 'settings',
      good: ({ count, pilot }) =>
        `${count} set, all readable${pilot ? '; READ_ONLY: Purser changes nothing at Microsoft' : ''}`,
    },
    clock: { title: 'clock', good: ({ seconds }) => `${seconds} s from Microsoft’s` },
    network: { title: 'network', good: ({ hosts }) => `reached ${hosts}` },
    'sign-in': { title: 'sign-in', good: ({ app }) => `Entra gives tokens to ${app}` },
    bot: { title: 'bot', good: ({ app }) => `${app} may answer in Teams` },
    directory: { title: 'directory', good: ({ by }) => `purchases, people and roles, by ${by}` },
    rules: {
      title: 'rules',
      good: ({ products, offers }) =>
        products
          ? `${products} products, ${offers} offer types, each list asked with its scope`
          : 'not readable by an app here',
    },
    roles: { title: 'roles', good: (about) => eligible[about['eligible'] ?? ''] ?? '' },
    groups: {
      title: 'groups',
      good: ({ set }) => (set ? `${set} in order` : 'none set: admins approve and see everything'),
    },
    store: {
      title: 'store',
      good: ({ folder, is, holder }) =>
        is === 'new'
          ? `${folder} will be made`
          : holder
            ? `${folder}, in use by ${holder}: Purser is running`
            : `${folder}, free`,
    },
    links: { title: 'links', good: ({ url }) => (url ? `exports at ${url}/exports/` : 'no public address') },
    app: { title: 'Teams app', good: ({ id }) => `looked for ${id} in your app catalogue` },
    more: { title: 'more', good: ({ count, of }) => `${count} of ${of} optional permissions granted` },
  },
  gaps: {
    setting: ({ problem }) => [
      problem ?? '',
      'Set it right where Purser’s environment is kept: docs/operating.md, “Environment”, has each setting.',
    ],
    clock: ({ minutes, way, here, there }) => [
      `This machine’s clock is ${minutes} minutes ${way} of Microsoft’s (here ${here}, there ${there} UTC): sign-in and Teams’ tokens are refused.`,
      'Set it by the network: timedatectl set-ntp true (Linux), w32tm /resync (Windows), or on the host of your container.',
    ],
    unreachable: ({ host = '', name, code, proxy }) => [
      host === 'all'
        ? `Nothing at all can be reached from here (${code}): ${name}.`
        : `${hosts[host]} (${name}) can’t be reached from here: ${code}.`,
      host === 'all'
        ? `${proxy ? 'Purser doesn’t use HTTPS_PROXY, and there' : 'There'} is no way out of this machine: let it reach these hosts directly (port 443), and resolve their names. Try: curl -v --noproxy '*' https://${name?.split(', ')[0]}`
        : proxy
          ? `Purser doesn’t use HTTPS_PROXY: let this machine reach https://${name} (port 443) directly. Try: curl -v --noproxy '*' https://${name}`
          : `Let this machine reach https://${name} (port 443), and resolve its name. Try: curl -v https://${name}`,
    ],
    untrusted: ({ host = '', name, code }) => [
      `${hosts[host]} (${name}) shows a certificate that isn’t trusted here (${code}): a proxy seems to stand between.`,
      `Let https://${name} pass unopened, or name the proxy’s own authority: NODE_EXTRA_CA_CERTS=/path/to/authority.pem`,
    ],
    redirected: ({ host = '', name, code }) => [
      `${hosts[host]} (${name}) leads elsewhere: ${code}.`,
      `Let https://${name} pass your proxy unchanged, and check the address in the settings.`,
    ],
    tenant: ({ tenant, code }) => [
      `Entra knows no tenant of the id in ${tenant} (${code}).`,
      `Put the Tenant ID there that Entra › Overview shows (https://entra.microsoft.com).`,
    ],
    app: ({ app, clientId, code }) => [
      `This tenant has no app ${clientId}, which ${app} names, or it is disabled (${code}).`,
      `Put the Application (client) ID there that ${entraApp} › Overview shows, and check that the app is in the tenant of TENANT_ID.`,
    ],
    secret: ({ secret, code }) => [
      `Entra refuses the secret in ${secret} (${code}).`,
      `Put the secret’s value there, not its id; it is shown only once, so make a new one if need be: ${entraApp} › Certificates & secrets.`,
    ],
    'secret-expired': ({ secret, code }) => [
      `The secret in ${secret} has expired (${code}).`,
      `Make a new one (${entraApp} › Certificates & secrets › New client secret), put its value there, and restart Purser.`,
    ],
    certificate: ({ secret, app, code }) => [
      `Entra refuses the certificate in ${secret} (${code}).`,
      `Upload its public part to the app of ${app} (${entraApp} › Certificates & secrets › Certificates), and check that it hasn’t expired.`,
    ],
    'sign-in': ({ app, code }) => [
      `Entra gives no token to the app of ${app} (${code}).`,
      `Look up the code: https://login.microsoftonline.com/error?code=${/\d+/.exec(code ?? '')?.[0] ?? ''}; ${entraApp} › Sign-in logs has the reason.`,
    ],
    'directory-permission': ({ list, link }) => [
      `Purchases, people and roles can’t be read: ${list} (Microsoft Graph, application) not granted.`,
      grantIt(link),
    ],
    directory: ({ trouble }) => [
      `Purchases, people and roles can’t be read: Microsoft Graph is of no use just now (${trouble}).`,
      'Run the doctor again in some minutes; where it stays, look at https://status.cloud.microsoft.',
    ],
    'licensing-service': () => [
      'The tenant lacks the service that knows who may buy what (M365 License Manager has no service principal).',
      'Once, in PowerShell: Connect-MgGraph -Scopes Application.ReadWrite.All; New-MgServicePrincipal -AppId aeb86249-8ea3-49e2-900b-54cc8e308f85. Then grant Policy.Read.AllowSelfServicePurchase.',
    ],
    'licensing-permission': ({ permission, link }) => [
      `Who may buy what can’t be read: ${permission} (M365 License Manager, application) not granted.`,
      `${grantIt(link)} (“APIs my organization uses” › M365 License Manager)`,
    ],
    licensing: ({ trouble }) => [
      `Who may buy what can’t be read: the licensing API is of no use just now (${trouble}).`,
      'Run the doctor again in some minutes.',
    ],
    'licensing-refused': () => [
      'Microsoft refuses to tell an app who may buy what, although the permission is granted.',
      'In this order: grant admin consent once more; give Purser’s service principal the Billing Administrator role; else rules stay for people: https://admin.microsoft.com/#/Settings/Services',
    ],
    group: ({ setting, trouble = '' }) => [
      `Of no use: ${groupTroubles[trouble]} ${setting}.`,
      trouble === 'nobody'
        ? 'The group’s owner adds members in Entra (https://entra.microsoft.com › Groups).'
        : 'Put the Object ID of a group there (https://entra.microsoft.com › Groups › All groups), and restart Purser.',
    ],
    approvers: ({ count }) => [
      `No APPROVERS_GROUP is set, and only ${count} admin could approve: nobody decides on their own request.`,
      'Make a group of at least two people in Entra, and put its Object ID into APPROVERS_GROUP.',
    ],
    'store-share': ({ trouble }) => [`${trouble}`, 'See docs/operating.md, “The store”.'],
    'store-space': ({ folder, free }) => [
      `Only ${free} MB are free for ${folder}: without room nothing can be recorded.`,
      'Make at least 200 MB free, or let STORE name a folder on another disk.',
    ],
    'store-lock': ({ words }) => [`${words}`, 'Do so, and run the doctor again.'],
    'store-readable': ({ folder, mode }) => [
      `Others on this machine can read ${folder} (mode ${mode}), which names people.`,
      `chmod 700 ${folder}`,
    ],
    'public-url': ({ is, url }) => [
      is === 'local'
        ? `PUBLIC_URL (${url}) leads to this machine only: exports reach nobody.`
        : 'PUBLIC_URL is not set: exports are refused.',
      'PUBLIC_URL=https://<your host>; only its /exports/ must be reachable.',
    ],
    'first-messages': ({ missing }) => [
      `Not set: ${missing}. People who never heard from Purser couldn’t check that it’s real, so it doesn’t write to them.`,
      'Set both; docs/operating.md has the text of the page to copy.',
    ],
    'teams-app': ({ id }) => [
      `Your app catalogue has no app of the id ${id} (MicrosoftAppId): not published yet, or packaged for another bot.`,
      'npm run package, then upload out/purser-teams-app.zip: https://admin.teams.microsoft.com/policies/manage-apps',
    ],
    mail: () => [
      'MAIL_FROM is not set: whom Teams doesn’t reach hears nothing by e-mail.',
      'MAIL_FROM=purser@<your domain>, and grant Mail.Send.',
    ],
    permission: ({ name = '', link }) => [`for ${uses[name] ?? name}`, grantIt(link)],
  },
  todo: 'To do, in this order:',
  optional: 'If you like (nothing fails without):',
  ready: 'Ready: all that is needed is there.',
  readyPilot: 'Ready: all that a read-only pilot needs is there.',
  notReady: (count) => (count === 1 ? 'Not ready: 1 thing to do.' : `Not ready: ${count} things to do.`),
  usage:
    'Say npm run doctor; with -- --report FILE it also writes what your tenant answers to open questions, without any name, address, id or amount; with -- --try USER it tries two things out with one test user, each once you have typed it.',
  misuse: (asked) => misuses[asked.why](asked.why === 'unknown' ? asked.word : ''),
  report: {
    none: 'No report was written: mend first what keeps Purser from signing in.',
    unwritable: {
      there: (file) =>
        `No report was written: ${file} is there already, and stays as it is. Name another file, or remove that one.`,
      'no-folder': (file) =>
        `No report was written: the folder of ${file} isn’t there. Make it first, or name another file.`,
      'a-folder': (file) => `No report was written: ${file} is a folder. Name a file in it.`,
      forbidden: (file) => `No report was written: you may not write ${file}, or the disk is full. Name another file.`,
    },
    written: (file) =>
      `Written to ${file}, for your eyes only: counts and shapes, without any name, address, id or amount. Read it before you pass it on.`,
    line: (id, verdict) => `${id}: ${verdict}`,
    verdict: { yes: 'yes', no: 'no', some: 'of some', unanswered: 'not to be seen here' },
  },
  try: {
    refused: {
      'read-only': 'Nothing is tried: READ_ONLY is set, and to try means to ask Microsoft for a change.',
      'no-terminal':
        'Nothing is tried: each act has to be confirmed by somebody who types it. Run it at a terminal, without a pipe.',
      'not-signed-in': 'Nothing is tried: mend first what keeps Purser from signing in.',
    },
    nobody: (user) =>
      `Nothing is tried: nobody here signs in as ${user}. Name one test user by the whole sign-in name (tester@contoso.com) or the id.`,
    begin: (user) =>
      `\nTwo things are tried, with ${user}. Each is told before, and nothing is done unless you type it.`,
    notGranted: (permission) => `\nLeft out: without ${permission} Microsoft would refuse in any case.`,
    confirm: (word) => `Type ${word} to go on, or Enter to leave it out: `,
    left: 'Left out. Nothing was changed.',
    seat: {
      none: (user) =>
        `\nLeft out: ${user} has no seat of their own of a “for departments” product. Let them buy or try one themselves, wait some minutes, and run this again.`,
      before: (user, product) =>
        `1. I ask Microsoft to take ${product} from ${user}.\n   Expected: Microsoft refuses, and nothing changes.\n   If it doesn’t refuse, ${user} loses the seat and its access for a moment: I give it back at once, with all its apps switched on.\n   Should Microsoft not take it back from me, an admin gives it again in the admin centre (Users › Active users › Licences and apps), or ${user} buys it anew.`,
      refused: (status) =>
        `Microsoft refused (${status}), as expected. Nothing was changed; this is kept, and status shows it.`,
      givenBack: (user) => `Microsoft took the seat, and ${user} has it back. This is kept, and status shows it.`,
      lost: (user, product) =>
        `Microsoft took the seat, and refuses to give it back. Give ${product} to ${user} now: https://admin.microsoft.com › Users › Active users › ${user} › Licences and apps; else ${user} buys it anew.`,
      unclear: (why, user, product) =>
        `It isn’t known whether it was done (${why}). Look whether ${user} still has ${product}: https://admin.microsoft.com › Users › Active users › ${user} › Licences and apps. Nothing is kept of it.`,
    },
    rule: {
      none: '\nLeft out: no rule of a product can be read.',
      before: (rule, value) =>
        `2. I set the rule of ${rule} to ${value}, which is what it is now.\n   Expected: Microsoft takes it, and nothing changes. It may show in Microsoft’s audit log as a change by Purser.`,
      word: 'set',
      allowed: () => 'Microsoft took it, and the rule reads as before. This is kept, and status shows it.',
      refused: (status) =>
        `Microsoft refused (${status}): rules are for people to change, in the admin centre. This is kept, and status shows it.`,
      unclear: (why) => `That told nothing (${why}). Nothing is kept of it; try again in some minutes.`,
    },
    notKept: (why) => `What was learnt could not be kept in the folder of STORE: ${why}.`,
    end: '\nThat was all.',
  },
};
