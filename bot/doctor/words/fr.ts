/** The doctor in French. What a setting’s problem is, Purser tells in English, here as at its start. */
import type { About } from '../gaps.ts';
import type { Misuses, Words } from './shape.ts';

const entraApp = 'Entra › Inscriptions d’applications › votre application';
const grantIt = (link = ''): string =>
  `Un administrateur général l’accorde, avec consentement de l’administrateur : ${link}`;

const hosts: About = {
  login: 'La connexion d’Entra',
  graph: 'Microsoft Graph',
  licensing: 'L’API des licences',
  keys: 'La page des clés avec lesquelles Teams signe',
  teams: 'Le connecteur de Teams',
};

/** What each permission that may be left out is for. */
const uses: About = {
  'User.Read.All': 'pour les noms des acheteurs partis avant l’arrivée de Purser',
  'CloudLicensing.Read.All': 'pour savoir de quel achat vient chaque licence, là où Microsoft a des allocations',
  'Policy.ReadWrite.AllowSelfServicePurchase': 'pour changer qui peut acheter quoi',
  'Policy.Read.All': 'pour savoir si l’on peut s’inscrire avec son adresse e-mail',
  'Policy.ReadWrite.Authorization': 'pour changer cela',
  'OrgSettings-AppsAndServices.Read.All': 'pour savoir si l’on peut démarrer des essais',
  'OrgSettings-AppsAndServices.ReadWrite.All': 'pour changer cela',
  'LicenseAssignment.ReadWrite.All': 'pour déplacer les titulaires d’un achat, attribuer et retirer des licences',
  'RoleEligibilitySchedule.Read.Directory':
    'pour savoir qui peut activer un rôle d’administrateur, là où PIM est utilisé',
  'ServiceMessage.Read.All': 'pour signaler ce que Microsoft annonce du libre-service dans le Centre de messages',
  'AppCatalog.Read.All': 'pour trouver Purser dans votre catalogue d’applications',
  'TeamsAppInstallation.ReadWriteSelfForUser.All': 'pour installer Purser chez ceux qu’il doit prévenir',
  'Mail.Send': 'pour écrire par e-mail à ceux que Teams n’atteint pas',
};

const groupTroubles: About = {
  missing: 'aucun groupe de ce locataire n’a l’ID indiqué par',
  'not-a-group': 'c’est une personne, et non un groupe, qui a l’ID indiqué par',
  nobody: 'personne ne compte (groupe vide, ou seulement des invités et des comptes désactivés) dans le groupe de',
  'no-permission': 'Purser n’a pas le droit de lire le groupe de',
  refused: 'Microsoft refuse de montrer le groupe de',
};

const misuses: Misuses = {
  unknown: (word) => `« ${word} » ne dit rien au diagnostic. Avec npm, les options viennent après « -- ».`,
  'no-file': () => '--report attend le fichier à écrire : npm run doctor -- --report rapport.json.',
  'no-user': () =>
    '--try attend le nom de connexion d’un utilisateur de test : npm run doctor -- --try test@contoso.com.',
};

const eligible: About = {
  read: 'ceux qui sont actifs, et ceux que chacun peut activer (PIM)',
  unread: 'ceux qui sont actifs ; ceux que chacun peut activer (PIM) ne sont pas lisibles',
  absent: 'ceux qui sont actifs ; rien ne peut être activé ici (pas de PIM)',
};

export const fr: Words = {
  head: (at) => `Le diagnostic de Purser, ${at}. Il ne fait que lire : rien n’est changé, ni ici ni chez Microsoft.`,
  state: { good: 'ok', gap: 'MANQUE', unknown: '?' },
  unlooked: 'non examiné : autre chose est à corriger d’abord',
  restUnlooked: (areas) =>
    `Rien d’autre n’a été examiné (${areas.join(', ')}) : corrigez d’abord les paramètres ci-dessous.`,
  areas: {
    settings: {
      title: 'paramètres',
      good: ({ count, pilot }) =>
        `${count} définis, tous lisibles${pilot ? ' ; READ_ONLY : Purser ne change rien chez Microsoft' : ''}`,
    },
    clock: { title: 'horloge', good: ({ seconds }) => `à ${seconds} s de celle de Microsoft` },
    network: { title: 'réseau', good: ({ hosts }) => `atteints : ${hosts}` },
    'sign-in': { title: 'connexion', good: ({ app }) => `Entra donne des jetons à ${app}` },
    bot: { title: 'bot', good: ({ app }) => `${app} peut répondre dans Teams` },
    directory: { title: 'annuaire', good: ({ by }) => `achats, personnes et rôles, par ${by}` },
    rules: {
      title: 'règles',
      good: ({ products, offers }) =>
        products
          ? `${products} produits, ${offers} types d’offre, chaque liste demandée avec sa portée`
          : 'illisibles ici pour une application',
    },
    roles: { title: 'rôles', good: (about) => eligible[about['eligible'] ?? ''] ?? '' },
    groups: {
      title: 'groupes',
      good: ({ set }) => (set ? `${set} : en ordre` : 'aucun : les administrateurs approuvent et voient tout'),
    },
    store: {
      title: 'données',
      good: ({ folder, is, holder }) =>
        is === 'new'
          ? `${folder} sera créé`
          : holder
            ? `${folder}, utilisé (${holder}) : Purser est en marche`
            : `${folder}, libre`,
    },
    links: { title: 'liens', good: ({ url }) => (url ? `exports à ${url}/exports/` : 'pas d’adresse publique') },
    app: { title: 'app Teams', good: ({ id }) => `${id} cherchée dans votre catalogue` },
    more: { title: 'options', good: ({ count, of }) => `${count} autorisations facultatives sur ${of} accordées` },
  },
  gaps: {
    setting: ({ problem }) => [
      problem ?? '',
      'Corrigez-le là où l’environnement de Purser est défini : docs/operating.md, « Environment », décrit chaque paramètre.',
    ],
    clock: ({ minutes, way, here, there }) => [
      `L’horloge de cette machine est en ${way === 'ahead' ? 'avance' : 'retard'} de ${minutes} minutes sur celle de Microsoft (ici ${here}, là-bas ${there} UTC) : la connexion et les jetons de Teams sont refusés.`,
      'Réglez-la par le réseau : timedatectl set-ntp true (Linux), w32tm /resync (Windows), ou sur l’hôte de votre conteneur.',
    ],
    unreachable: ({ host = '', name, code, proxy }) => [
      host === 'all'
        ? `Rien ne répond d’ici (${code}) : ${name}.`
        : `${hosts[host]} (${name}) : pas de réponse d’ici : ${code}.`,
      host === 'all'
        ? `${proxy ? 'Purser n’utilise pas HTTPS_PROXY, et cette' : 'Cette'} machine n’a aucun accès vers l’extérieur : laissez-la atteindre ces hôtes directement (port 443) et résoudre leurs noms. Essayez : curl -v --noproxy '*' https://${name?.split(', ')[0]}`
        : proxy
          ? `Purser n’utilise pas HTTPS_PROXY : laissez cette machine atteindre directement https://${name} (port 443). Essayez : curl -v --noproxy '*' https://${name}`
          : `Laissez cette machine atteindre https://${name} (port 443), et résoudre son nom. Essayez : curl -v https://${name}`,
    ],
    untrusted: ({ host = '', name, code }) => [
      `${hosts[host]} (${name}) : le certificat présenté n’est pas approuvé ici (${code}) ; un proxy semble s’interposer.`,
      `Laissez passer https://${name} sans l’ouvrir, ou indiquez l’autorité du proxy : NODE_EXTRA_CA_CERTS=/chemin/autorite.pem`,
    ],
    redirected: ({ host = '', name, code }) => [
      `${hosts[host]} (${name}) mène ailleurs : ${code}.`,
      `Laissez passer https://${name} tel quel par votre proxy, et vérifiez l’adresse dans les paramètres.`,
    ],
    tenant: ({ tenant, code }) => [
      `Entra ne connaît aucun locataire de l’ID indiqué par ${tenant} (${code}).`,
      'Mettez-y l’ID de locataire que montre Entra › Vue d’ensemble (https://entra.microsoft.com).',
    ],
    app: ({ app, clientId, code }) => [
      `Ce locataire n’a pas l’application ${clientId}, que nomme ${app}, ou elle est désactivée (${code}).`,
      `Mettez-y l’ID d’application (client) que montre ${entraApp} › Vue d’ensemble, et vérifiez que l’application est dans le locataire de TENANT_ID.`,
    ],
    secret: ({ secret, code }) => [
      `Entra refuse le secret de ${secret} (${code}).`,
      `Mettez-y la valeur du secret, et non son ID ; elle n’est montrée qu’une fois : créez-en un autre au besoin dans ${entraApp} › Certificats et secrets.`,
    ],
    'secret-expired': ({ secret, code }) => [
      `Le secret de ${secret} a expiré (${code}).`,
      `Créez-en un autre (${entraApp} › Certificats et secrets › Nouveau secret client), mettez-y sa valeur, et redémarrez Purser.`,
    ],
    certificate: ({ secret, app, code }) => [
      `Entra refuse le certificat de ${secret} (${code}).`,
      `Chargez sa partie publique dans l’application de ${app} (${entraApp} › Certificats et secrets › Certificats), et vérifiez qu’il n’a pas expiré.`,
    ],
    'sign-in': ({ app, code }) => [
      `Entra ne donne pas de jeton à l’application de ${app} (${code}).`,
      `Cherchez ce code : https://login.microsoftonline.com/error?code=${/\d+/.exec(code ?? '')?.[0] ?? ''} ; ${entraApp} › Journaux de connexion en donne la raison.`,
    ],
    'directory-permission': ({ list, link }) => [
      `Les achats, les personnes et les rôles ne peuvent pas être lus : ${list} (Microsoft Graph, application), non accordé.`,
      grantIt(link),
    ],
    directory: ({ trouble }) => [
      `Les achats, les personnes et les rôles ne peuvent pas être lus : Microsoft Graph ne répond pas comme il faut (${trouble}).`,
      'Relancez le diagnostic dans quelques minutes ; si cela dure, voyez https://status.cloud.microsoft.',
    ],
    'licensing-service': () => [
      'Il manque au locataire le service qui sait qui peut acheter quoi (M365 License Manager n’a pas de principal de service).',
      'Une fois, dans PowerShell : Connect-MgGraph -Scopes Application.ReadWrite.All; New-MgServicePrincipal -AppId aeb86249-8ea3-49e2-900b-54cc8e308f85. Accordez ensuite Policy.Read.AllowSelfServicePurchase.',
    ],
    'licensing-permission': ({ permission, link }) => [
      `On ne peut pas lire qui peut acheter quoi : ${permission} (M365 License Manager, application), non accordé.`,
      `${grantIt(link)} (« API utilisées par mon organisation » › M365 License Manager)`,
    ],
    licensing: ({ trouble }) => [
      `On ne peut pas lire qui peut acheter quoi : l’API des licences ne répond pas comme il faut (${trouble}).`,
      'Relancez le diagnostic dans quelques minutes.',
    ],
    'licensing-refused': () => [
      'Microsoft refuse de dire à une application qui peut acheter quoi, bien que l’autorisation soit accordée.',
      'Dans cet ordre : donnez de nouveau le consentement de l’administrateur ; donnez au principal de service de Purser le rôle Administrateur de facturation ; sinon les règles restent aux personnes : https://admin.microsoft.com/#/Settings/Services',
    ],
    group: ({ setting, trouble = '' }) => [
      `Sans effet : ${groupTroubles[trouble]} ${setting}.`,
      trouble === 'nobody'
        ? 'Le propriétaire du groupe y ajoute des membres dans Entra (https://entra.microsoft.com › Groupes).'
        : 'Mettez-y l’ID d’objet d’un groupe (https://entra.microsoft.com › Groupes › Tous les groupes), et redémarrez Purser.',
    ],
    approvers: ({ count }) => [
      `APPROVERS_GROUP n’est pas défini, et les administrateurs qui pourraient approuver sont au nombre de ${count} : personne ne décide de sa propre demande.`,
      'Créez dans Entra un groupe d’au moins deux personnes, et mettez son ID d’objet dans APPROVERS_GROUP.',
    ],
    'store-share': ({ trouble }) => [`${trouble}`, 'Voir docs/operating.md, « The store ».'],
    'store-space': ({ folder, free }) => [
      `Il ne reste que ${free} Mo pour ${folder} : sans place, rien ne peut être consigné.`,
      'Libérez au moins 200 Mo, ou indiquez dans STORE un dossier d’un autre disque.',
    ],
    'store-lock': ({ words }) => [`${words}`, 'Faites-le, et relancez le diagnostic.'],
    'store-readable': ({ folder, mode }) => [
      `D’autres sur cette machine peuvent lire ${folder} (mode ${mode}), qui nomme des personnes.`,
      `chmod 700 ${folder}`,
    ],
    'public-url': ({ is, url }) => [
      is === 'local'
        ? `PUBLIC_URL (${url}) ne mène qu’à cette machine : les exports n’atteignent personne.`
        : 'PUBLIC_URL n’est pas défini : les exports sont refusés.',
      'PUBLIC_URL=https://<votre hôte> ; seul son /exports/ doit être accessible.',
    ],
    'first-messages': ({ missing }) => [
      `Non défini : ${missing}. Qui n’a jamais eu de message de Purser ne pourrait pas le vérifier, donc Purser ne lui écrit pas.`,
      'Définissez les deux ; docs/operating.md donne le texte de la page à copier.',
    ],
    'teams-app': ({ id }) => [
      `Votre catalogue n’a pas d’application de l’ID ${id} (MicrosoftAppId) : pas encore publiée, ou faite pour un autre bot.`,
      'npm run package, puis chargez out/purser-teams-app.zip : https://admin.teams.microsoft.com/policies/manage-apps',
    ],
    mail: () => [
      'MAIL_FROM n’est pas défini : ceux que Teams n’atteint pas ne reçoivent rien par e-mail.',
      'MAIL_FROM=purser@<votre domaine>, et accordez Mail.Send.',
    ],
    permission: ({ name = '', link }) => [uses[name] ?? name, grantIt(link)],
  },
  todo: 'À faire, dans cet ordre :',
  optional: 'Si vous voulez (rien n’échoue sans cela) :',
  ready: 'Prêt : tout le nécessaire est là.',
  readyPilot: 'Prêt : tout ce qu’il faut à un pilote en lecture seule est là.',
  notReady: (count) => (count === 1 ? 'Pas prêt : 1 chose à faire.' : `Pas prêt : ${count} choses à faire.`),
  usage:
    'Tapez npm run doctor ; avec -- --report FICHIER, il écrit aussi ce que votre locataire répond aux questions ouvertes, sans nom, adresse, ID ni montant ; avec -- --try UTILISATEUR, il essaie deux choses avec un utilisateur de test, chacune après que vous l’avez confirmée en la tapant.',
  misuse: (asked) => misuses[asked.why](asked.why === 'unknown' ? asked.word : ''),
  report: {
    none: 'Aucun rapport n’a été écrit : corrigez d’abord ce qui empêche Purser de se connecter.',
    unwritable: {
      there: (file) =>
        `Aucun rapport n’a été écrit : ${file} existe déjà, et reste tel quel. Indiquez un autre fichier, ou supprimez celui-là.`,
      'no-folder': (file) =>
        `Aucun rapport n’a été écrit : le dossier de ${file} n’existe pas. Créez-le d’abord, ou indiquez un autre fichier.`,
      'a-folder': (file) =>
        `Aucun rapport n’a été écrit : ${file} est un dossier. Indiquez un fichier dans ce dossier.`,
      forbidden: (file) =>
        `Aucun rapport n’a été écrit : vous ne pouvez pas écrire ${file}, ou le disque est plein. Indiquez un autre fichier.`,
    },
    written: (file) =>
      `Écrit dans ${file}, lisible par vous seul : des nombres et des formes, sans nom, adresse, ID ni montant. Relisez-le avant de le transmettre.`,
    line: (id, verdict) => `${id} : ${verdict}`,
    verdict: { yes: 'oui', no: 'non', some: 'en partie', unanswered: 'ne se voit pas ici' },
  },
  try: {
    refused: {
      'read-only': 'Rien n’est essayé : READ_ONLY est défini, et essayer, c’est demander un changement à Microsoft.',
      'no-terminal':
        'Rien n’est essayé : chaque acte doit être confirmé par quelqu’un qui le tape. Lancez-le dans un terminal, sans redirection.',
      'not-signed-in': 'Rien n’est essayé : corrigez d’abord ce qui empêche Purser de se connecter.',
    },
    nobody: (user) =>
      `Rien n’est essayé : personne ici ne se connecte sous le nom ${user}. Indiquez un utilisateur de test par son nom de connexion entier (test@contoso.com) ou son ID.`,
    begin: (user) =>
      `\nDeux choses sont essayées, avec ${user}. Chacune est annoncée, et rien n’est fait si vous ne le tapez pas.`,
    notGranted: (permission) => `\nLaissé de côté : sans ${permission}, Microsoft refuserait de toute façon.`,
    confirm: (word) => `Tapez ${word} pour continuer, ou Entrée pour laisser de côté : `,
    left: 'Laissé de côté. Rien n’a été changé.',
    seat: {
      none: (user) =>
        `\nLaissé de côté : ${user} n’a pas directement de licence d’un produit « for departments ». Faites-lui en acheter ou en essayer un, attendez quelques minutes, et relancez.`,
      before: (user, product) =>
        `1. Je demande à Microsoft de retirer ${product} à ${user}.\n   Attendu : Microsoft refuse, et rien ne change.\n   S’il ne refuse pas, ${user} perd la licence et son accès pour un instant : je la rends aussitôt, toutes ses applications activées.\n   Si Microsoft ne me laisse pas la rendre, un administrateur l’attribue dans le centre d’administration (Utilisateurs › Utilisateurs actifs › Licences et applications), ou ${user} l’achète à nouveau.`,
      refused: (status) =>
        `Microsoft a refusé (${status}), comme attendu. Rien n’a été changé ; c’est retenu, et « état » le montre.`,
      givenBack: (user) =>
        `Microsoft a retiré la licence, et ${user} l’a de nouveau. C’est retenu, et « état » le montre.`,
      lost: (user, product) =>
        `Microsoft a retiré la licence, et refuse de la rendre. Attribuez ${product} à ${user} maintenant : https://admin.microsoft.com › Utilisateurs › Utilisateurs actifs › ${user} › Licences et applications ; sinon ${user} l’achète à nouveau.`,
      unclear: (why, user, product) =>
        `On ne sait pas si c’est fait (${why}). Regardez si ${user} a encore ${product} : https://admin.microsoft.com › Utilisateurs › Utilisateurs actifs › ${user} › Licences et applications. Rien n’en est retenu.`,
    },
    rule: {
      none: '\nLaissé de côté : aucune règle de produit n’est lisible.',
      before: (rule, value) =>
        `2. Je mets la règle de ${rule} à ${value}, ce qu’elle est déjà.\n   Attendu : Microsoft l’accepte, et rien ne change. Son journal d’audit peut le montrer comme un changement par Purser.`,
      word: 'régler',
      allowed: () => 'Microsoft l’a accepté, et la règle est comme avant. C’est retenu, et « état » le montre.',
      refused: (status) =>
        `Microsoft a refusé (${status}) : les règles restent aux personnes, dans le centre d’administration. C’est retenu, et « état » le montre.`,
      unclear: (why) => `Cela n’a rien appris (${why}). Rien n’en est retenu ; réessayez dans quelques minutes.`,
    },
    notKept: (why) => `Ce qui a été appris n’a pas pu être retenu dans le dossier de STORE : ${why}.`,
    end: '\nC’est tout.',
  },
};
