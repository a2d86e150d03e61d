/** Les questions sur les achats en libre-service ; la provenance de chaque réponse est dans `bot/faq/entries.ts`. */
import type * as english from '../en/faq.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  faq: {
    names: ['faq', 'foire aux questions', 'question'],
    summary: 'Poser une question sur un achat, et lire la réponse avec sa source',
    examples: ['faq', 'faq remboursement', 'faq qui paie', 'faq c’est une arnaque'],
  },
};

export const faqWords: Record<keyof typeof english.faqWords, string[]> = {
  real: [
    'arnaque',
    'fraude',
    'hameçonnage',
    'phishing',
    'spam',
    'authentique',
    'vrai',
    'faux',
    'escroquerie',
    'confiance',
    'fiable',
  ],
  purser: ['qui est', 'qui êtes-vous', 'purser', 'qui écrit', 'qui m’écrit', 'robot', 'bot'],
  contact: ['qui peut m’aider', 'parler à quelqu’un', 'contact', 'humain', 'assistance interne', 'appeler', 'joindre'],
  'how-to-buy': ['comment acheter', 'où acheter', 'passer commande', 'commander', 'achat comment'],
  'who-can-buy': ['qui peut acheter', 'a le droit d’acheter', 'tout le monde acheter', 'éligible'],
  guests: ['invité', 'utilisateur externe', 'invités acheter'],
  synced: ['synchronisé', 'annuaire local', 'active directory', 'hybride'],
  sectors: ['secteur public', 'éducation', 'école', 'université', 'administration publique', 'gouvernement'],
  markets: ['pays', 'marché', 'inde', 'brésil', 'congo', 'région', 'disponible où'],
  products: ['quels produits', 'liste des produits', 'que peut-on acheter', 'produits disponibles'],
  trials: ['essai', 'essai gratuit', 'version d’essai', 'essayer', 'fin de l’essai', 'convertir'],
  blocked: [
    'bloqué',
    'impossible d’acheter',
    'pas le droit',
    'refusé',
    'besoin d’une licence',
    'veux une licence',
    'voudrais une licence',
  ],
  marketing: ['publicité', 'pub', 'marketing', 'promotion', 'incitation à acheter', 'offres par e-mail'],
  payment: [
    'moyen de paiement',
    'mode de paiement',
    'comment payer',
    'carte bancaire',
    'carte',
    'facturation',
    'bon de commande',
  ],
  'who-pays': ['qui paie', 'qui paye', 'qui est facturé', 'débité', 'responsable du paiement', 'dois-je payer'],
  price: ['prix', 'coût', 'combien', 'tarif', 'cher', 'moins cher'],
  bill: [
    'facture',
    'payer une facture',
    'changer de carte',
    'modifier la carte',
    'nouvelle carte',
    'carte expirée',
    'reçu',
  ],
  refund: ['remboursement', 'rembourser', 'remboursé', 'récupérer mon argent', 'avoir', 'payé pour rien'],
  renewal: ['renouvellement', 'renouvelle', 'reconduction', 'automatiquement', 'combien de temps', 'durée'],
  manage: ['où gérer', 'gérer mon achat', 'voir mon achat', 'vignette admin', 'mes droits', 'que puis-je faire'],
  more: [
    'acheter plus',
    'plus de licences',
    'ajouter des licences',
    'licences supplémentaires',
    'moins de licences',
    'réduire',
  ],
  assign: ['donner une licence', 'attribuer une licence', 'licence à un collègue', 'partager ma licence'],
  cancel: [
    'résilier',
    'résiliation',
    'annuler',
    'annulation',
    'annuler abonnement',
    'arrêter l’abonnement',
    'mettre fin',
    'ne plus payer',
    'désabonner',
  ],
  keep: ['garder', 'conserver', 'perdre ma licence', 'encore besoin', 'retirer'],
  files: [
    'mes fichiers',
    'fichiers',
    'documents',
    'perdre mes fichiers',
    'perdre mon travail',
    'sauvegarder',
    'exporter',
  ],
  'data-owner': ['à qui appartiennent', 'propriétaire des données', 'données appartiennent', 'propriété'],
  policies: ['stratégie', 'stratégies', 'gouvernance', 'conformité', 'sécurité', 'contrôle', 'protection des données'],
  privacy: ['vie privée', 'données personnelles', 'rgpd', 'quelles données', 'données de l’annuaire'],
  backup: [
    'offre plus petite',
    'moins de services',
    'sauvegarder avant de changer',
    'changer d’offre',
    'changer de plan',
  ],
  support: [
    'support',
    'support microsoft',
    'assistance',
    'problème technique',
    'ne marche pas',
    'ticket',
    'informatique',
  ],
  premier: ['premier', 'support premier', 'incident de support', 'support unifié'],
  training: ['formation', 'apprendre', 'cours', 'tutoriel', 'documentation', 'communauté'],
  'admin-can': [
    'que peut faire un administrateur',
    'droits de l’administrateur',
    'bloquer les achats',
    'désactiver les achats',
    'administrateur',
  ],
  'admin-sees': ['où l’administrateur voit', 'voit les achats', 'qui voit mon achat', 'visible par l’informatique'],
  centralise: [
    'centraliser',
    'centralisation',
    'licence centrale',
    'achat central',
    'prendre le contrôle',
    'regrouper',
  ],
  leaver: ['quitte l’entreprise', 'départ', 'parti', 'acheteur parti', 'démission', 'quitte'],
  requests: ['demande de licence', 'demandes de licence', 'onglet demandes', 'approuver des demandes'],
  'own-process': ['notre propre processus', 'processus de demande', 'message personnalisé', 'propre procédure'],
  'share-request': ['partager une demande', 'transférer la demande', 'demande par e-mail', 'décideur'],
  roles: [
    'quel rôle',
    'rôles',
    'administrateur de facturation',
    'lecteur général',
    'autorisation nécessaire',
    'compte de facturation',
  ],
  'buyer-role': [
    'nouvel administrateur',
    'administrateur inconnu',
    'rôle après l’achat',
    'modern commerce',
    'rôle de facturation',
  ],
  partners: ['partenaire', 'revendeur', 'csp', 'administration déléguée', 'fournisseur'],
  'partner-tenants': [
    'plusieurs clients',
    'tous mes clients',
    'un client à la fois',
    'locataire client',
    'obligations du partenaire',
  ],
};

export const messages: typeof english.messages = {
  faq: {
    title: 'Questions et réponses',
    pick: 'Choisissez un sujet, ou posez votre question avec vos mots : « {{example}} ».',
    none: 'Je n’ai pas de réponse à « {{what}} ». Choisissez un sujet, ou adressez-vous à {{contact}}.',
    several: 'Laquelle de ces questions ?',
    sinceTitle: 'Ce qui a changé depuis',
    source: 'Source : {{doc}}, partie « {{section}} », {{date}}.',
    sourcePage: 'Source : {{doc}}, {{date}}.',
    changed: 'Changement : {{doc}}, {{date}}.',
    undated: 'sans date',
    still: 'Toujours valable dans la version de Microsoft du {{date}}.',
    by: 'Microsoft, « {{name}} »',
    ours: 'Source : les réglages de votre organisation et les enregistrements de Purser, {{date}}.',
    microsoft: 'La page de Microsoft',
    all: 'Toutes les questions',
    about: 'Autres questions',
    doc: {
      faq: 'FAQ sur l’achat en libre-service',
      admins: 'Gérer les achats en libre-service (administrateurs)',
      users: 'Gérer les achats en libre-service (utilisateurs)',
      policy: 'Utiliser AllowSelfServicePurchase',
      requests: 'Gérer les demandes de licence en libre-service',
      cancel: 'Annuler votre abonnement',
      move: 'Déplacer des utilisateurs vers un autre abonnement',
    },
    section: {
      buying: 'Effectuer un achat en libre-service',
      pricing: 'Tarification',
      admin: 'Fonctionnalités d’administration',
      support: 'Support et formation',
      partners: 'Partenaires',
      summary: 'Introduction',
    },
    topic: {
      trust: 'Est-ce bien vous ?',
      buying: 'Acheter',
      paying: 'Payer',
      managing: 'Gérer un achat',
      data: 'Fichiers et données',
      help: 'Aide et support',
      admins: 'Pour les administrateurs',
      partners: 'Pour les partenaires',
    },
    real: {
      organisation: 'Organisation',
      unknownOrganisation: 'Celle de ce Teams ; Microsoft ne m’a pas encore indiqué son nom',
      acts: 'Qui agit',
      actsNamed: '{{names}}, au nom de qui je vous ai écrit',
      actsAdmins: 'Les administrateurs de Microsoft 365 ici ; {{contact}} les connaît',
      check: 'Comment vérifier',
      checkPage:
        'Ouvrez « Ce message est-il authentique ? », une page de votre organisation, ou adressez-vous à {{contact}}',
      checkContact:
        'Adressez-vous à {{contact}} par un moyen que vous connaissez déjà, sans rien utiliser de ce que le message indique',
      never: 'Je ne demande jamais',
      neverWhat: 'Un numéro de carte, un mot de passe, un code de connexion ou de l’argent',
      line: '{{product}} : {{what}}',
      sent: 'Ce que je vous ai réellement envoyé',
      sentNone: 'Rien jusqu’ici. Tout autre message reçu en mon nom ne vient pas de moi.',
      sentOnly: 'Si le message dont vous doutez n’est pas ici, il ne vient pas de moi.',
      sentMore: 'Les messages plus anciens ne figurent pas ici : en cas de doute, adressez-vous à {{contact}}.',
      mailTitle: 'Par e-mail',
      mail: 'Mes e-mails viennent de {{from}} et ne demandent rien d’autre que d’ouvrir Teams.',
      noMail: 'J’écris uniquement dans Teams, jamais par e-mail.',
    },
    question: {
      real: 'Un message de Purser est-il authentique ?',
      purser: 'Qui est Purser ?',
      contact: 'Qui peut m’aider ?',
      'how-to-buy': 'Comment se fait un achat en libre-service ?',
      'who-can-buy': 'Qui peut acheter ?',
      guests: 'Les invités peuvent-ils acheter ?',
      synced: 'Les comptes synchronisés d’un Active Directory local peuvent-ils acheter ?',
      sectors: 'Le secteur public et l’enseignement peuvent-ils acheter ?',
      markets: 'Dans quels pays est-ce impossible ?',
      products: 'Quels produits peut-on acheter ?',
      trials: 'Et les essais ?',
      blocked: 'Je n’ai pas le droit d’acheter. Que faire ?',
      marketing: 'Microsoft envoie-t-il de la publicité à qui ne peut pas acheter ?',
      payment: 'Comment payer un achat ?',
      'who-pays': 'Qui paie ?',
      price: 'Combien cela coûte-t-il ?',
      bill: 'Comment payer une facture ou changer de carte ?',
      refund: 'Puis-je obtenir un remboursement ?',
      renewal: 'L’abonnement se renouvelle-t-il tout seul ?',
      manage: 'Où gérer ce que j’ai acheté ?',
      more: 'Comment acheter plus de licences, ou moins ?',
      assign: 'À qui puis-je donner une licence ?',
      cancel: 'Comment résilier ?',
      keep: 'Puis-je garder ma licence ?',
      files: 'Que deviennent mes fichiers ?',
      'data-owner': 'À qui appartiennent les données ?',
      policies: 'Les stratégies de l’organisation s’appliquent-elles ?',
      privacy: 'Qu’apprend Microsoft sur les acheteurs ?',
      backup: 'Que sauvegarder avant de passer à une offre plus petite ?',
      support: 'Qui assure le support de ce que j’ai acheté ?',
      premier: 'Mon appel consomme-t-il le support Premier ?',
      training: 'Où apprendre à se servir du produit ?',
      'admin-can': 'Que peut faire un administrateur ?',
      'admin-sees': 'Où les administrateurs voient-ils les achats ?',
      centralise: 'Comment centraliser les achats ?',
      leaver: 'Que se passe-t-il si l’acheteur quitte l’organisation ?',
      requests: 'Que sont les demandes de licence de Microsoft ?',
      'own-process': 'Peut-on utiliser notre propre procédure de demande ?',
      'share-request': 'Une personne sans rôle d’administration peut-elle décider d’une demande ?',
      roles: 'Quels rôles faut-il ?',
      'buyer-role': 'Pourquoi un acheteur a-t-il soudain un rôle de facturation ?',
      partners: 'Que peuvent faire les partenaires ?',
      'partner-tenants': 'Un partenaire peut-il agir pour tous ses clients à la fois ?',
    },
    short: {
      'who-pays': 'Qui paie ?',
      refund: 'Un remboursement ?',
      support: 'Qui aide ?',
      cancel: 'Comment résilier',
      files: 'Mes fichiers',
      real: 'Est-ce authentique ?',
      blocked: 'Si je ne peux pas acheter',
      contact: 'À qui s’adresser',
      assign: 'Donner une licence',
      renewal: 'Renouvellement',
      bill: 'Facture ou carte',
      'data-owner': 'À qui les données ?',
      payment: 'Moyens de paiement',
      price: 'Le prix',
      products: 'Quels produits ?',
      markets: 'Quels pays ?',
      trials: 'Les essais',
      leaver: 'Si l’acheteur part',
      centralise: 'Centraliser',
      'admin-can': 'Le rôle des administrateurs',
      requests: 'Demandes de licence',
      roles: 'Quels rôles ?',
      partners: 'Partenaires',
    },
    answer: {
      real: 'Voici de quoi le vérifier : je suis Purser, le bot de votre organisation pour les licences Microsoft. Cette carte dit qui agit, et tout ce que je vous ai envoyé.',
      purser:
        'Un bot dans Teams, au service de votre organisation. Je montre qui a acheté quel produit Microsoft avec sa propre carte, et j’écris aux personnes dont l’achat ou la licence est concerné. Je ne décide de rien : c’est un collègue, nommé dans le message, et vous pouvez toujours répondre.',
      contact:
        'Adressez-vous à {{contact}}. Pour un de mes messages, aussi le collègue qui y est nommé : votre réponse sous le message lui parvient. Pour le produit lui-même, le support de Microsoft aide les acheteurs.',
      'how-to-buy':
        'Sur le site du produit, ou là où l’application le propose. Vous donnez votre adresse professionnelle pour que Microsoft trouve votre organisation, vous vous connectez avec votre compte professionnel, choisissez le nombre de licences et payez par carte. Vous pouvez vous en servir aussitôt.',
      'who-can-buy':
        'Toute personne qui a un compte professionnel dans une organisation gérée avec Microsoft Entra, sauf les invités, et sauf si un administrateur a bloqué le produit. Qui ne peut pas acheter est renvoyé vers son service informatique.',
      guests: 'Non. Un invité ne peut rien acheter dans l’organisation qui l’a invité.',
      synced:
        'Oui. Un compte synchronisé depuis un Active Directory local compte comme les autres, s’il est actif et si l’organisation peut acheter.',
      sectors:
        'Non. L’achat en libre-service est fermé au secteur public et à l’enseignement. Leurs administrateurs n’ont rien à faire pour l’empêcher.',
      markets:
        'En Inde, rien ne peut être acheté ainsi. Au Brésil et en République démocratique du Congo, Project et Visio ne peuvent pas l’être. La traduction française du document nomme un pays qui n’existe pas ; c’est bien celui-ci.',
      products: 'Au début Power BI, Power Apps, Power Automate, Project et Visio ; aujourd’hui une dizaine d’autres.',
      trials:
        'Un administrateur peut autoriser un produit, n’en autoriser que les essais, ou le bloquer. « Essais uniquement » veut dire : ceux qui ne demandent pas de carte, et sans achat possible ensuite. Un essai qui a demandé une carte devient payant tout seul à son terme ; sans carte, il prend fin.',
      blocked:
        'Demandez une licence à {{contact}} en disant à quoi elle servira : l’organisation en a peut-être une de libre. Microsoft peut aussi vous proposer un formulaire de demande, y compris pour des collègues ; un administrateur accepte ou refuse, et vous recevez un e-mail.',
      marketing:
        'Non. Microsoft n’envoie pas d’e-mail publicitaire à qui ne peut pas acheter le produit, et pendant un essai aucune invite d’achat n’apparaît.',
      payment: 'Par carte bancaire uniquement. Microsoft n’envoie pas de facture à régler plus tard.',
      'who-pays':
        'La personne qui a acheté. Microsoft débite sa carte jusqu’à la fin de l’abonnement et la tient pour responsable du paiement. Le remboursement par l’organisation dépend de ses règles sur les notes de frais.',
      price:
        'Le prix affiché sur le site de Microsoft et au moment de payer. Il peut différer de ce que l’organisation paie pour le même produit, par son contrat ou par un partenaire. Ce n’est pas une erreur.',
      bill: 'Dans le centre d’administration Microsoft 365, sous Facturation › Factures et paiements : les factures sont sous « Factures », votre carte sous « Modes de paiement ». Vous n’y voyez que ce qui est à vous. Personne d’autre ne doit changer votre carte, et je ne la demande jamais.',
      refund:
        'En général, seulement dans les sept jours. Avec un Contrat client Microsoft, celui de la plupart des achats récents, Microsoft rembourse le temps restant si vous résiliez dans les sept jours qui suivent le début ou un renouvellement. Ensuite, vous pouvez seulement désactiver le renouvellement : vous gardez le produit jusqu’au terme, et le payez. Avec l’ancien Contrat d’abonnement en ligne, le reste est crédité.',
      renewal:
        'Oui, sauf si vous désactivez le renouvellement. Un achat se renouvelle à son terme ; un essai avec carte devient payant ; un essai sans carte prend fin. Microsoft ne m’indique qu’une date, sans dire de quoi il s’agit : mieux vaut compter avec un renouvellement.',
      manage:
        'Dans une vue limitée du centre d’administration Microsoft 365 : choisissez « Admin » dans le lanceur d’applications. Vous y voyez vos achats, ajoutez des licences, les attribuez, payez vos factures, changez de carte et résiliez. Rien de ce que d’autres ont acheté n’y apparaît.',
      more: 'Dans le centre d’administration, sous Facturation › Vos produits : ouvrez le produit, choisissez « Acheter des licences » ou « Supprimer des licences », puis indiquez le nouveau total. Un autre produit est un nouvel achat.',
      assign:
        'À toute personne de votre organisation, et seulement des licences de ce que vous avez acheté vous-même. Les personnes d’une autre organisation ne peuvent pas en recevoir.',
      cancel:
        'Dans le centre d’administration, sous Facturation › Vos produits : ouvrez l’abonnement et choisissez « Annuler l’abonnement ». Enregistrez d’abord vos fichiers. À la fin, toutes les personnes qui ont une de ses licences peuvent perdre l’accès. Passé sept jours, vous ne pouvez en général que désactiver le renouvellement ; l’abonnement s’arrête alors à son terme.',
      keep: 'Si votre organisation vous demande d’y renoncer, choisissez « J’en ai encore besoin » sous ce message et dites pourquoi : un collègue le lit avant toute suite. Si un achat est repris, vous pouvez recevoir à la place une licence payée par l’organisation ; le message le dit. En cas de doute, adressez-vous à {{contact}}.',
      files:
        'Ils appartiennent à l’organisation et restent sous son contrôle. À la fin d’un abonnement, qui n’a pas d’autre licence risque de ne plus pouvoir les ouvrir dans ce produit : enregistrez ou exportez avant ce jour ce dont vous avez besoin.',
      'data-owner':
        'À l’organisation. Elle contrôle aussi les données créées avec un produit que quelqu’un a acheté lui-même.',
      policies:
        'Oui, toutes. Chaque stratégie de données et d’accès que l’organisation a activée vaut pour ces produits comme pour les autres, et les administrateurs gardent la maîtrise des services utilisables. (La traduction française du document dit « désactivées » : c’est une erreur.)',
      privacy:
        'Là où l’achat est autorisé, le service commercial de Microsoft, hors du locataire de l’organisation, traite le nom, l’adresse e-mail et l’adresse IP de l’acheteur ainsi que les identifiants du locataire et du compte, pour fournir la licence et écrire à son sujet.',
      backup:
        'Tout ce qui n’aura plus de place. Avant de passer à une offre qui a moins de services de données, chacun exporte son courrier dans un fichier .pst et copie ses fichiers de OneDrive ou SharePoint. Vers une offre égale ou plus large, aucune copie n’est nécessaire.',
      support:
        'Microsoft, par son support standard aux acheteurs. Ni votre service informatique ni un partenaire n’ont à l’assurer. Pour les règles de l’organisation, adressez-vous à {{contact}}.',
      premier: 'Non. Le support d’un achat en libre-service n’entame pas les incidents Premier de l’organisation.',
      training:
        'Sur le site du produit : parcours guidés, documentation, exemples, et des communautés où les utilisateurs s’entraident.',
      'admin-can':
        'Voir chaque achat avec produit, acheteur, quantité, date de fin, commandes, prix et utilisateurs ; autoriser ou bloquer l’achat, produit par produit ; appliquer les mêmes stratégies de données et d’accès qu’ailleurs. Le centre d’administration Power Platform montre aussi la capacité apportée par ces achats.',
      'admin-sees':
        'Les administrateurs généraux et de facturation : dans le centre d’administration Microsoft 365, sous Facturation › Vos produits, avec le filtre « Libre-service ». Avant d’en prendre le contrôle, ils ne peuvent que regarder.',
      centralise:
        'Donnez à chacun une licence que l’organisation possède déjà, ou achetez-en par ses contrats et à ses prix ; demandez ensuite à l’acheteur de résilier. Dans Purser : « {{centralise}} ».',
      leaver:
        'Les personnes qui ont une licence s’en servent jusqu’au terme. L’abonnement reste tant que personne n’y met fin, et les licences peuvent être remplacées par celles de l’organisation.',
      requests:
        'Là où l’achat est bloqué, on peut demander une licence, y compris pour des collègues. Un administrateur d’utilisateurs ou de licences accepte tout, une partie ou rien, directement ou par un groupe de sécurité ; il peut désactiver des applications et ajouter un message. La personne reçoit un e-mail. Les demandes sont conservées 12 mois.',
      'own-process':
        'Oui : Facturation › Licences › Demandes, puis « Connecter votre processus de demande », accepte un message et un lien, affichés à la place. Les nouvelles demandes n’apparaissent plus dans l’onglet Demandes ; les anciennes y restent jusqu’à la décision.',
      'share-request':
        'Oui : un administrateur peut partager une demande par e-mail, une à la fois, avec quelqu’un de l’organisation. Cette personne répond par e-mail sans accès au centre d’administration ; l’administrateur accepte ou refuse ensuite.',
      roles:
        'Pour changer ce qui peut être acheté : administrateur général ou de facturation ; un lecteur général peut consulter. Pour gérer les achats : avec un Contrat client Microsoft, propriétaire ou contributeur du compte ou du profil de facturation ; sinon au moins administrateur de facturation.',
      'buyer-role':
        'Qui s’inscrit devient propriétaire du compte de facturation de son propre achat, ce que certaines listes montrent comme un rôle d’administration. Il porte sur cet achat, pas sur le locataire de l’organisation.',
      partners:
        'Un partenaire qui a des droits d’administration délégués voit les achats comme un administrateur, peut aider à les centraliser et proposer des solutions autour.',
      'partner-tenants':
        'Non. L’achat se bloque produit par produit, et chez un client à la fois. Un partenaire n’a aucune obligation de support ni de facturation pour ce que les gens achètent eux-mêmes.',
    },
    since: {
      products:
        'La liste de Microsoft d’octobre 2024 compte 17 produits, dont Copilot, Teams Premium et Microsoft 365 F3, et quatre types d’offres tierces. Un nouveau produit peut être acheté tant qu’aucun administrateur ne l’a bloqué.',
      'how-to-buy':
        'Les essais se prennent de la même façon. Azure Active Directory s’appelle maintenant Microsoft Entra ID.',
      'who-can-buy':
        'Depuis 2024, le centre d’administration a une page pour cela ; avant, il fallait PowerShell. Les nouveaux produits sont autorisés tant qu’aucun administrateur ne les a bloqués.',
      payment: 'Certains essais demandent aussi un moyen de paiement ; à leur terme, ils deviennent payants.',
      assign: 'La page de Microsoft pour les acheteurs accepte jusqu’à 20 personnes à la fois.',
      'admin-can':
        'Un administrateur peut aussi prendre le contrôle d’un achat ou le résilier lui-même, et fixer les règles dans le centre d’administration (Paramètres › Paramètres de l’organisation) plutôt qu’avec PowerShell.',
      'admin-sees':
        'Les essais ont leur propre onglet. Depuis l’été 2024, Microsoft avertit les administrateurs généraux et de facturation des nouveaux achats.',
      centralise:
        'Un administrateur ne dépend plus de l’acheteur : il peut prendre le contrôle d’un achat et le résilier lui-même.',
      leaver:
        'En 2020, seul l’acheteur pouvait y mettre fin, ou un administrateur par le support de Microsoft. Aujourd’hui, un administrateur peut en prendre le contrôle dans le centre d’administration ; le support est la seconde voie.',
      partners:
        'Aujourd’hui, un partenaire qui agit pour un client doit y être administrateur général pour changer ce qui peut être acheté.',
    },
  },
};
