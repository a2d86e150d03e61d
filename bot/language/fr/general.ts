/** Purser lui-même : bonjour, aide, état et notifications. */
import type * as english from '../en/general.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  hello: {
    names: ['bonjour', 'salut', 'bonsoir', 'bienvenue'],
    summary: 'Dire bonjour et voir à quoi je sers',
    examples: ['bonjour'],
  },
  help: {
    names: ['aide'],
    summary: 'Voir ce que vous pouvez faire ici',
    examples: ['aide', 'aide achats'],
  },
  waiting: {
    names: ['à traiter', 'en attente', 'à faire'],
    summary: 'Voir ce qui attend votre réponse ou votre décision',
    examples: ['à traiter'],
  },
  thanks: {
    names: ['merci'],
    summary: 'Dire merci',
    examples: ['merci'],
  },
  notify: {
    names: ['notifications', 'notification', 'notifier'],
    summary: 'Choisir ce que cette conversation reçoit automatiquement',
    examples: [
      'notifications',
      'notifications activer alertes',
      'notifications désactiver alertes',
      'notifications activer approbations mention',
      'notifications activer synthèse quotidienne',
      'notifications silence 18-8',
    ],
  },
  mute: {
    names: ['sourdine', 'mettre en sourdine', 'mets en sourdine'],
    summary: 'Ne plus rien recevoir ici d’un produit, pendant un temps',
    examples: ['sourdine', 'sourdine visio jusqu’au 31/12/2026', 'sourdine visio désactiver'],
  },
  retry: {
    names: ['réessayer'],
    summary: 'Réessayer ce qui a échoué',
    examples: ['réessayer CH-2', 'réessayer TK-4'],
  },
  status: {
    names: ['état'],
    summary: 'Vérifier la connexion à Microsoft et la date des données',
    examples: ['état', 'état actualiser'],
  },
  whoami: {
    names: ['mes droits', 'qui suis-je'],
    summary: 'Voir quels droits vous avez, et pourquoi',
    examples: ['mes droits', 'mes droits à nouveau'],
  },
  language: {
    names: ['langue'],
    summary: 'Choisir la langue de mes réponses',
    examples: ['langue', 'langue anglais'],
  },
};

export const messages: typeof english.messages = {
  link: {
    outside: 'Ouvre {{where}} dans votre navigateur, hors de Teams',
    place: {
      adminCentre: 'le Centre d’administration Microsoft 365',
      entra: 'le Centre d’administration Microsoft Entra',
      powerPlatform: 'le Centre d’administration Power Platform',
      learn: 'Microsoft Learn',
      support: 'le Support Microsoft',
    },
  },
  waiting: {
    title: 'En attente de votre réponse',
    none: 'Rien n’attend votre réponse.',
    one: 'Ceci vous attend. Ce que vous avez tapé n’a encore rien fait : utilisez les boutons.',
    goingOn: 'En cours, sans que vous ayez rien à faire',
    ending: 'Mettre fin à {{product}} chez Microsoft',
    message: 'Un message pour vous au sujet de {{product}}',
    change: 'Une modification des règles que vous n’avez pas confirmée',
    some: '{{count, number}} choses attendent votre réponse. Rien n’a encore été fait.',
  },
  thanks: { welcome: 'Avec plaisir. Je suis là si vous avez besoin de moi.' },
  hello: {
    title: 'Je suis Purser',
    summary: 'Purser : les achats en libre-service, bien en main',
    what: 'Ici, chacun peut acheter des produits Microsoft avec sa propre carte bancaire. Je montre ce qui a été acheté, par qui, et ce que deviennent ces achats, pour éviter les mauvaises surprises.',
    reads:
      'Je consulte chez Microsoft les abonnements de votre organisation et les titulaires de licence. Je n’y modifie rien sans que l’un d’entre vous me l’ait demandé.',
    forYou:
      'Vous voyez ici vos propres achats. Je vous écris si votre organisation a une question à leur sujet, ou si l’une de vos licences doit changer ; vous pouvez toujours répondre ou vous y opposer. Je ne change rien de moi-même.',
    admins: 'Administrateurs : tapez « {{status}} » dans notre conversation privée pour voir la configuration.',
    safe: 'Je ne demande jamais de numéro de carte ni de mot de passe.',
    addedBy: 'Ajouté ici par {{name}}.',
    setup: 'Configuration',
    connected: 'Connecté à Microsoft',
    connecting: 'Première connexion à Microsoft en cours',
    troubled: '{{why}}. Appuyez sur « État » pour savoir quoi faire.',
    dataReady: 'Abonnements lus {{ago}}',
    dataNone: 'Aucun abonnement lu pour l’instant',
    roles: {
      both: 'Les approbateurs et les lecteurs viennent de vos groupes Entra',
      approvers:
        'Les approbateurs viennent de votre groupe Entra. Aucun groupe de lecteurs n’est défini : seuls les administrateurs généraux, les administrateurs de facturation et les lecteurs généraux voient tous les achats',
      viewers:
        'Les lecteurs viennent de votre groupe Entra. Aucun groupe d’approbateurs n’est défini : les administrateurs généraux et les administrateurs de facturation approuvent',
      none: 'Aucun groupe d’approbateurs ni de lecteurs n’est défini : seuls les administrateurs généraux et les administrateurs de facturation approuvent ; avec les lecteurs généraux, ils sont les seuls à voir tous les achats',
    },
    groupAmiss: 'Le groupe de {{setting}} pose problème ; « état » dit pourquoi',
    ready: 'prêt',
    todo: 'à faire',
    channel: 'Dans un canal, mentionnez-moi d’abord. J’envoie les listes dans votre conversation avec moi.',
  },
  help: {
    title: 'Ce que vous pouvez faire ici',
    summary: 'Ce que vous pouvez faire avec Purser',
    role: 'Votre rôle ici : {{role}}.',
    first: 'Pour commencer',
    all: 'Toutes les commandes',
    hint: 'Appuyez sur une ligne ou tapez la commande. Les commandes en anglais fonctionnent aussi.',
    oneTitle: '« {{command}} »',
    topic: {
      purchases: 'Achats',
      takeovers: 'Prises de contrôle',
      rules: 'Qui peut acheter quoi',
      general: 'Utiliser Purser',
    },
    examples: 'Exemples',
  },
  role: {
    admin: 'administrateur',
    viewer: 'lecteur',
    approver: 'approbateur',
    anyone: 'utilisateur sans droit particulier',
    unknown: 'inconnu (vérification impossible)',
  },
  whoami: {
    title: 'Vos droits',
    summary: 'Votre rôle : {{role}}',
    you: '{{name}}, voici votre rôle : {{role}}.',
    because: 'Pourquoi',
    globalAdministrator: 'vous avez le rôle Entra Administrateur général',
    billingAdministrator: 'vous avez le rôle Entra Administrateur de facturation',
    globalReader: 'vous avez le rôle Entra Lecteur général',
    approversGroup: 'vous êtes dans le groupe des approbateurs',
    viewersGroup: 'vous êtes dans le groupe des lecteurs',
    adminsApprove: 'aucun groupe d’approbateurs n’est défini : les administrateurs approuvent',
    nothing: 'aucun de vos rôles ni de vos groupes ne donne accès aux achats des autres',
    unknown: 'Microsoft n’a pas répondu à ma demande : je considère donc que vous n’avez aucun rôle',
    may: 'Vous pouvez',
    mayAdmin: 'voir tous les achats et décider de la suite à leur donner',
    mayViewer: 'voir tous les achats',
    mayApprover: 'approuver ou refuser les demandes soumises aux approbateurs',
    mayAnyone: 'voir vos propres achats',
    eligible: 'Vous êtes éligible au rôle {{role}} : activez-le dans Entra, puis appuyez sur « Vérifier de nouveau ».',
    role: {
      globalAdministrator: 'Administrateur général',
      billingAdministrator: 'Administrateur de facturation',
      globalReader: 'Lecteur général',
    },
    mayNothing: 'demander de l’aide et choisir une langue ; le reste quand Microsoft répondra',
    fresh: 'Un rôle que vous venez d’activer est pris en compte dès que vous appuyez sur « Vérifier de nouveau ».',
    checked: 'Vérifié {{ago}}',
    notChecked: 'Dernière tentative {{ago}}',
  },
  language: {
    title: 'Langue',
    summary: 'Langue : français',
    now: 'Je vous réponds en français.',
    choose: 'Choisissez une autre langue ou tapez « langue anglais ».',
    unknown: 'Je parle français et anglais. Tapez « langue français » ou « langue anglais ».',
  },
  status: {
    title: 'État',
    summaryGood: 'Tout est connecté',
    summaryBad_one: '{{count, number}} point nécessite votre attention',
    summaryBad_other: '{{count, number}} points nécessitent votre attention',
    process: {
      title: 'Orienter vers Purser qui ne peut pas acheter',
      where:
        'Dans le Centre d’administration Microsoft 365, Facturation › Licences › Demandes › Connecter votre processus de demande accepte un message et un lien. Collez ceux-ci :',
      message: 'Message',
      text: 'Besoin d’une licence ? Dites à Purser pourquoi ; quelqu’un décide, et la réponse vous y parvient.',
      link: 'Lien',
    },
    connections: 'Connexions',
    good: 'fonctionne',
    data: 'Données',
    part: {
      subscriptions: 'Achats et autres abonnements',
      products: 'Produits et licences',
      people: 'Personnes',
      holders: 'Titulaires de licence',
      rules: 'Règles : qui peut acheter quoi',
      allotments: 'À quel achat appartient chaque licence',
    },
    allotments: {
      whole:
        'Microsoft tient ici des allocations (allotments). Reposent sur un seul abonnement, et l’indiquent donc : {{single, number}} sur {{count, number}}.',
      absent:
        'Microsoft ne tient pas d’allocations (allotments) dans ce locataire ou son cloud. Si plusieurs achats portent sur le même produit, les titulaires sont à choisir lors d’une prise de contrôle.',
      refused:
        'Microsoft ne permet pas à Purser de lire ses allocations (allotments). Si plusieurs achats portent sur le même produit, les titulaires sont à choisir lors d’une prise de contrôle.',
      kept: 'Microsoft vient de ne donner qu’une partie de ses allocations (allotments). Ce qu’il en a dit en entier le {{when}} reste valable un jour.',
      half: 'Microsoft n’a donné qu’une partie de ses allocations (allotments). En attendant, si plusieurs achats portent sur le même produit, les titulaires sont à choisir lors d’une prise de contrôle.',
    },
    read: 'dernière lecture {{ago}}',
    neverRead: 'aucune lecture pour l’instant',
    lastTry: 'échec {{ago}} : {{why}}',
    leftOut_one: '{{count, number}} ligne envoyée par Microsoft est illisible et n’est pas prise en compte.',
    leftOut_other: '{{count, number}} lignes envoyées par Microsoft sont illisibles et ne sont pas prises en compte.',
    leftOutIds: 'Identifiants chez Microsoft : {{list}}.',
    leftOutHint:
      'Tout le reste est là. Le Centre d’administration Microsoft 365 les montre, et le support Microsoft peut dire ce qu’elles sont.',
    reading: 'lecture en cours',
    justRead:
      'Microsoft a été interrogé il y a moins d’une minute. Pour relire ses données, appuyez sur Actualiser dans une minute.',
    next_one: 'J’actualise ces données chaque minute.',
    next_other: 'J’actualise ces données toutes les {{count, number}} minutes.',
    telling: 'Notifications',
    alertsTo: 'Les alertes sont envoyées à {{list}}',
    others_one: '{{count, number}} autre',
    others_other: '{{count, number}} autres',
    alertsNobody: 'Personne ne reçoit encore les alertes',
    alone: 'Aucune deuxième personne n’est consultée (FOUR_EYES=off)',
    aloneHint:
      'Un administrateur peut changer seul tous les produits et un nombre illimité de licences. Seules les prises de contrôle exigent une deuxième personne.',
    alertsHint: 'Tapez « {{command}} » dans la conversation ou le canal à prévenir des nouveaux achats.',
    silent: {
      title: '{{where}} ne reçoit plus rien ({{topics}}), constaté {{ago}}',
      blocked:
        'J’y suis bloqué. Demandez à ses membres de débloquer Purser, ou dites « @Purser {{subscribe}} » dans un autre canal.',
      removed:
        'J’en ai été retiré. Ajoutez de nouveau Purser (Gérer l’équipe › Applications), ou dites « @Purser {{subscribe}} » ailleurs.',
      absent:
        'Je n’en suis pas membre. Ajoutez de nouveau Purser (Gérer l’équipe › Applications), ou dites « @Purser {{subscribe}} » ailleurs.',
      gone: 'Teams ne le connaît plus. Dites « @Purser {{subscribe}} » dans le canal qui doit le remplacer.',
    },
    first: 'Je n’écris à personne pour la première fois : il faut définir {{settings}}',
    firstHeld_one: '{{count, number}} premier message attend.',
    firstHeld_other: '{{count, number}} premiers messages attendent.',
    firstHint:
      'Les personnes qui n’ont jamais eu de message de ma part doivent pouvoir vérifier que je ne suis pas une arnaque : auprès d’une personne connue et sur une page de votre organisation. La personne qui exploite Purser définit ces valeurs ; son manuel contient une annonce à copier.',
    waiting_one: '{{count, number}} message attend d’être envoyé',
    waiting_other: '{{count, number}} messages attendent d’être envoyés',
    unreached_one: '{{count, number}} message n’a pas pu être remis',
    unreached_other: '{{count, number}} messages n’ont pas pu être remis',
    unreachedHint: 'J’informerai ces personnes dès qu’elles m’écriront.',
    records: {
      title: 'Données propres à Purser',
      commits:
        'Leur enregistrement échoue : rien de ce que vous décidez maintenant n’est conservé. Demandez à la personne qui administre Purser de libérer de l’espace sur son disque ; le journal technique en donne la raison.',
      snapshots:
        'Vos décisions sont conservées, mais ces données ne peuvent pas être remises en ordre. Demandez à la personne qui administre Purser de vérifier son disque ; le journal technique en donne la raison.',
      lease:
        'Je ne peux pas indiquer sur le disque que je suis en service. Demandez à la personne qui administre Purser de vérifier son disque ; le journal technique en donne la raison.',
      opening:
        'À mon démarrage, une partie était endommagée ou a dû être reprise, et j’y ai remédié. Demandez à la personne qui administre Purser de consulter le journal technique.',
    },
    counts: '{{subscriptions}} abonnements · {{selfService}} en libre-service · {{people}} personnes',
    door: {
      'sign-in': 'Connexion à Microsoft',
      directory: 'Abonnements, personnes et rôles',
      leavers: 'Noms des anciens collaborateurs',
      'purchasing-rules': 'Qui peut acheter quoi',
      'sign-ups': 'Paramètre d’inscription par e-mail',
      trials: 'Paramètre de démarrage d’essais',
      'eligible-roles': 'Rôles que chacun peut activer (PIM)',
      'message-centre': 'Centre de messages de Microsoft',
      installing: 'Catalogue d’applications Teams',
    },
    without: {
      'sign-in':
        'Sans cette connexion, je ne peux rien lire. Vérifiez CLIENT_ID, CLIENT_SECRET (ou le certificat) et TENANT_ID.',
      directory: 'Sans cet accès, je ne vois pas les achats et je ne peux vérifier les droits de personne.',
      leavers: 'Sans cet accès, le nom d’un acheteur parti avant mon arrivée reste inconnu. Le reste fonctionne.',
      'purchasing-rules':
        'Sans cet accès, je ne sais pas quels produits chacun peut acheter. La liste des achats fonctionne.',
      'sign-ups':
        'Avec cet accès, je sais si chacun peut s’inscrire à des services gratuits avec son adresse professionnelle.',
      trials: 'Avec cet accès, je sais si chacun peut démarrer un essai au nom de l’organisation.',
      'eligible-roles':
        'Avec cet accès, je sais qui peut activer un rôle d’administrateur : ses achats gardent leur type, et « mes droits » lui dit de l’activer. Utile seulement avec Privileged Identity Management.',
      'message-centre':
        'Avec cet accès, je peux vous signaler à l’avance ce que Microsoft annonce sur le libre-service.',
      installing:
        'Avec cet accès et TeamsAppInstallation.ReadWriteSelfForUser.All, je peux m’installer pour les personnes à prévenir.',
    },
    teams: 'Répondre dans Teams',
    withoutTeams:
      'Sans cette connexion, je ne peux ni répondre ni prévenir personne. Vérifiez MicrosoftAppId, MicrosoftAppPassword (ou le certificat) et MicrosoftAppTenantId ; un secret client expire.',
    mend: {
      'no-service':
        'Un administrateur le crée une fois, dans PowerShell : New-MgServicePrincipal -AppId aeb86249-8ea3-49e2-900b-54cc8e308f85. Accordez ensuite l’autorisation avec le consentement de l’administrateur.',
      'despite-permission':
        'Essayez dans cet ordre : renouvelez le consentement de l’administrateur ; attribuez le rôle Administrateur de facturation au principal de service de Purser dans Entra. Si rien n’y fait, Microsoft n’accepte cela que d’une personne : passez par le Centre d’administration Microsoft 365 (Paramètres › Paramètres de l’organisation › Essais et achats en libre-service).',
    },
    notGranted: 'accès non accordé',
    permission: 'Autorisation requise : {{permission}} ({{api}}, application).',
    permissions: 'Encore requis : {{list}} ({{api}}, application). {{permission}} seule suffirait aussi.',
    grant:
      'Un administrateur général peut accorder les autorisations dans Entra : Inscriptions d’applications › Purser › API autorisées.',
  },
  learnt: {
    title: 'Essayé auprès de Microsoft',
    what: { 'departmental-seat': 'Retirer une licence « for departments »', rule: 'Changer une règle' },
    expected: {
      'departmental-seat':
        'Microsoft ne devrait permettre à personne de les retirer une à une (attendu, pas encore constaté ici)',
      rule: 'Microsoft devrait me permettre de changer les règles (attendu, pas encore constaté ici)',
    },
    refused: {
      'departmental-seat': 'Microsoft a refusé d’en retirer une seule, constaté le {{date}}',
      rule: 'Microsoft a refusé que j’en change une, constaté le {{date}}. Changez-les dans le Centre d’administration Microsoft 365',
    },
    allowed: {
      'departmental-seat': 'Microsoft m’en a laissé retirer une le {{date}}, mais je n’y touche pas',
      rule: 'Microsoft m’a laissé en régler une, constaté le {{date}}',
    },
  },
  group: {
    title: {
      APPROVERS_GROUP: 'Groupe des approbateurs (APPROVERS_GROUP)',
      VIEWERS_GROUP: 'Groupe des lecteurs (VIEWERS_GROUP)',
    },
    missing:
      'Aucun groupe de cette organisation ne porte l’ID indiqué dans {{setting}}. Demandez à l’équipe qui gère Purser d’y mettre l’ID d’objet d’un groupe existant (Entra › Groupes › Tous les groupes), puis de me redémarrer.',
    'not-a-group':
      'L’ID indiqué dans {{setting}} est celui d’une personne, pas d’un groupe. Demandez à l’équipe qui gère Purser d’y mettre l’ID d’objet d’un groupe (Entra › Groupes › Tous les groupes), puis de me redémarrer.',
    nobody:
      'Aucun membre du groupe de {{setting}} ne compte : il est vide, ou ne contient que des invités et des comptes désactivés. Demandez à son propriétaire d’y ajouter des membres dans Entra ; c’est pris en compte en cinq minutes.',
    'no-permission':
      'Je ne suis pas autorisé à lire le groupe de {{setting}}. Demandez à un administrateur général de m’accorder {{permission}} dans Entra (Inscriptions d’applications › Purser › API autorisées).',
    refused:
      'Microsoft refuse de me montrer le groupe de {{setting}}. Demandez à l’équipe qui gère Purser de vérifier cet ID ; le journal technique en donne la raison.',
    without: {
      APPROVERS_GROUP: 'D’ici là, personne ne peut approuver une prise de contrôle, pas même un administrateur.',
      VIEWERS_GROUP: 'D’ici là, seuls les administrateurs et les lecteurs généraux voient tous les achats.',
    },
  },
  mute: {
    title: 'En sourdine dans cette conversation',
    none: 'Rien n’est en sourdine ici.',
    what: 'De ceux-ci, je n’annonce rien ici. Appuyez sur une ligne pour en entendre parler à nouveau.',
    done: '{{name}} : je n’annonce plus rien à ce sujet ici jusqu’au {{date}}.',
    until: 'jusqu’au {{date}}',
    again: 'Ne plus mettre {{name}} en sourdine',
    hint: 'Par exemple : « {{example}} ». Sans date, c’est pour 30 jours. Les demandes de décision et les réponses qui vous sont destinées arrivent toujours.',
    many: '« {{what}} » désigne {{count, number}} produits : indiquez-en un, ou désactivez les notifications.',
    unknown:
      'Personne n’a acheté « {{what}} » : il n’y a rien à mettre en sourdine. Indiquez un produit ou un achat de la liste.',
    unread: 'Je n’ai pas compris la date « {{words}} ». Écrivez-la comme 31/12/2026.',
    past: 'Le {{date}} n’est pas à venir. Indiquez une date ultérieure.',
    tooLong: 'Rien n’est mis en sourdine pour plus d’un an. Indiquez une date plus proche.',
  },
  notify: {
    title: {
      personal: 'Vos notifications automatiques',
      group: 'Notifications automatiques de cette conversation',
      channel: 'Notifications automatiques de ce canal',
    },
    own: {
      what: 'Je ne vous écris que pour ce que vous avez acheté ou utilisez, pour répondre à une de vos questions, ou quand une décision vous est demandée. Jamais de publicité, jamais de lettre d’information.',
      quiet:
        'Ces messages concernent vos propres licences : ils ne peuvent pas être désactivés. Chacun s’arrête dès que vous y avez répondu. Si c’est trop, dites-le ici : {{contact}}.',
    },
    on: 'activé',
    off: 'désactivé',
    later: 'C’est enregistré ; je l’enverrai ici dès qu’il y en aura.',
    unclear:
      'Teams n’indique pas de quel type de conversation il s’agit : je ne peux rien y envoyer automatiquement. Dites-le-moi dans notre conversation privée, dans une conversation de groupe ou dans un canal.',
    topic: {
      alerts: 'Alertes',
      approvals: 'Approbations',
      renewals: 'Échéances',
      digest: 'Synthèse',
      report: 'Rapport',
    },
    about: {
      alerts:
        'Quelqu’un a fait un nouvel achat, une règle s’écarte de la référence, Microsoft annonce quelque chose sur le libre-service, ou je n’ai pas pu joindre quelqu’un.',
      approvals: 'Une demande attend une décision.',
      renewals:
        'Un renouvellement, un passage au payant ou une fin dans 30 jours, 7 jours ou 1 jour, puis ce qui s’est passé.',
      digest: 'Les échéances, les nouveautés, ce qui attend et ce qui a changé en dehors de Purser, sur une carte.',
      report: 'Ce que coûtent les achats en libre-service.',
    },
    place: { personal: 'sa propre conversation', group: 'une conversation de groupe', channel: 'un canal' },
    every: {
      daily: 'Chaque jour ouvré, le matin.',
      weekly: 'Le premier matin ouvré de chaque semaine.',
    },
    period: { daily: 'Synthèse quotidienne', weekly: 'Synthèse hebdomadaire' },
    shortDigest: { daily: 'la synthèse quotidienne', weekly: 'la synthèse hebdomadaire' },
    short: {
      alerts: 'les alertes',
      approvals: 'les approbations',
      renewals: 'les échéances',
      digest: 'la synthèse',
      report: 'le rapport',
    },
    quiet: {
      title: 'Heures calmes',
      on: 'De {{from}} h à {{until}} h, je ne publie rien ici qui puisse attendre.',
      off: 'Je publie ici à toute heure.',
      short: 'silence de {{from}} h à {{until}} h',
      switchOn: 'Silence 18 h – 8 h',
      switchOff: 'Supprimer les heures calmes',
    },
    mentions: 'Les personnes qui peuvent décider sont mentionnées.',
    mentionOn: 'Mentionner qui peut décider',
    mentionOff: 'Ne plus mentionner personne',
    noMention:
      'Dans votre propre conversation, il n’y a personne à mentionner. Dites-le dans le canal ou le groupe de vos approbateurs, en me mentionnant.',
    switchOn: 'Activer {{topic}}',
    switchOff: 'Désactiver {{topic}}',
    hint: 'Ou tapez, dans une conversation ou un canal où je suis présent : « {{example}} ».',
    which: 'À quel sujet ? Par exemple : {{example}}.',
  },
  lateAnswer: {
    title: 'Je vous dois une réponse',
    what: 'Teams n’a pas pris ma réponse. Appuyez sur une ligne pour la voir.',
    other: 'Votre message',
    recorded: 'C’est fait et enregistré : inutile de le redemander.',
    notRecorded: 'Rien n’a été modifié.',
  },
  withdrawn: {
    title: 'Ce message ne vous est plus destiné',
    role: 'Vous n’avez plus de rôle qui permette de le lire ; son contenu a été effacé. Tapez « {{whoami}} » pour voir vos rôles et leur origine.',
    member: 'D’après Microsoft, vous n’êtes plus membre de cette organisation ; le contenu de ce message a été effacé.',
  },
  lapsed: {
    title: '{{name}} ne reçoit plus : {{topic}}',
    why: 'Cette personne n’a plus de rôle qui lui permette de lire ces messages : je ne les lui envoie plus. Dès qu’elle aura de nouveau un rôle, elle pourra les redemander avec « notifications activer ».',
  },
  unreached: {
    title_one: '{{count, number}} message n’a pas pu être remis',
    title_other: '{{count, number}} messages n’ont pas pu être remis',
    mended: 'Tout le monde a finalement pu être prévenu',
    others_one: '{{count, number}} personne concernée par une prise de contrôle',
    others_other: '{{count, number}} personnes concernées par une prise de contrôle',
    why: 'Ni dans Teams, ni par e-mail. J’informerai les destinataires dès qu’ils m’écriront.',
    help: 'Vous pouvez aider : demandez aux destinataires d’ouvrir Purser dans Teams (Applications › Purser › Ajouter).',
    whyChat:
      'Je ne peux pas écrire dans les canaux et conversations de groupe nommés ci-dessous : Purser en a été retiré, ou ils ont été supprimés ou archivés. J’y écrirai dès mon retour.',
    helpChat:
      'Vous pouvez aider : ajoutez de nouveau Purser à l’équipe ou à la conversation (Gérer l’équipe › Applications › Obtenir plus d’applications › Purser), ou choisissez un autre endroit avec « notifications activer ».',
  },
};
