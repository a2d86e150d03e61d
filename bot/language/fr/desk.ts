/** Le bureau de l’acheteur. */
import type * as english from '../en/desk.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  mine: {
    names: ['mes achats', 'mon bureau'],
    summary:
      'Voir ce que vous avez acheté vous-même, le résilier, ajouter des licences, payer, ou le confier à l’informatique',
    examples: ['mes achats', 'mes achats visio', 'mes achats P-3'],
  },
  'can-buy': {
    names: ['puis-je acheter', 'acheter', 'peut-on acheter'],
    summary: 'Savoir si vous pouvez acheter un produit vous-même, et que faire sinon',
    examples: ['puis-je acheter visio', 'puis-je acheter adele visio'],
  },
};

export const messages: typeof english.messages = {
  mine: {
    title: 'Ce que j’ai acheté moi-même',
    show: 'Mes achats',
    all: 'Tous mes achats',
    questions: 'Des questions ?',
    count_one: '{{count, number}} achat en cours',
    count_other: '{{count, number}} achats en cours',
    pick: 'Ouvrez un achat pour voir qui s’en sert et ce que vous pouvez faire.',
    priceNote: 'Leur prix m’est inconnu : Microsoft ne le communique pas. Il figure sur vos factures.',
    none: 'Vous n’avez acheté aucun produit Microsoft vous-même, d’après ce que Microsoft m’indique.',
    noneWhat:
      'Les produits que votre organisation vous fournit n’apparaissent pas ici. S’il vous en manque un, voyez ci-dessous.',
    noneYet: 'Je n’ai pas encore lu la liste des achats chez Microsoft. Reposez la question dans quelques minutes.',
    notFound: 'Vous n’avez rien acheté qui s’appelle « {{what}} ».',
    notYours: '{{id}} n’est pas un de vos propres achats.',
    ended: '{{product}} a pris fin : ce n’est plus possible.',
    summary: '{{product}}, que vous avez acheté',
    ids: 'Indiquez {{id}} si vous écrivez à quelqu’un à ce sujet.',
    costs: 'Coût',
    price: 'Inconnu : Microsoft ne me l’indique pas. Voyez « Payer une facture ou changer de carte ».',
    priceTrial: 'Inconnu ; un essai ne coûte rien jusqu’à son terme.',
    advice:
      'Plus besoin ? Résiliez avant le {{date}}. Sans action de votre part, l’abonnement sera sans doute renouvelé.',
    adviceTrial:
      'Plus besoin ? Mettez fin à l’essai avant le {{date}}. Sans action de votre part, il peut devenir payant.',
    next: '{{when}}. Considérez qu’il sera renouvelé, sauf si vous désactivez le renouvellement chez Microsoft.',
    nextTrial: '{{when}}. Si vous avez donné une carte, il devient alors payant.',
    users: 'Utilisateurs',
    usersNone: 'Personne : aucune licence n’est attribuée',
    usersUnknown: 'Inconnus : Microsoft n’indique pas à qui vont les licences de cet achat',
    open: 'En cours',
    takeover: '{{name}} veut en prendre le contrôle pour l’organisation ({{takeover}}).',
    asked: '{{name}} vous a demandé de le résilier.',
    inHand: '{{name}}, du service informatique, s’en occupe.',
    handed: 'Vous avez demandé le {{date}} à l’informatique de le reprendre.',
    rights: 'Ce que vous pouvez faire',
    right: {
      cancel: 'Comment résilier',
      more: 'Acheter d’autres licences',
      assign: 'Donner une licence à quelqu’un',
      pay: 'Payer une facture ou changer de carte',
      refund: 'Remboursement',
      files: 'Mes fichiers',
      it: 'Confier au service informatique',
    },
    step: {
      save: 'Enregistrez ce dont vous avez besoin dans {{product}} et prévenez les personnes qui s’en servent : à la fin, vous pouvez tous perdre l’accès.',
      products:
        'Ouvrez Facturation › Vos produits dans le centre d’administration Microsoft 365, connectez-vous avec votre compte professionnel et ouvrez {{product}}.',
      cancel: 'Choisissez « Annuler l’abonnement », indiquez une raison et confirmez.',
      renewalOff:
        'Si Microsoft propose seulement de modifier la facturation périodique, désactivez-la : l’abonnement s’arrête à son terme, et vous payez jusque-là.',
      askFirst: 'Demandez d’abord à {{contact}} : l’organisation a peut-être une licence libre.',
      total:
        'Choisissez « Acheter des licences », indiquez le nouveau total et enregistrez. « Supprimer des licences » le réduit.',
      paid: 'Elles sont débitées sur votre propre carte.',
      licences:
        'Ouvrez Facturation › Licences dans le centre d’administration Microsoft 365, connectez-vous avec votre compte professionnel et choisissez {{product}}.',
      names: 'Choisissez « Attribuer des licences », saisissez des noms, 20 au plus à la fois, puis « Attribuer ».',
      sameTenant: 'Seules les personnes de votre organisation peuvent en recevoir.',
      onlyBought: 'Vous ne donnez ainsi que des licences de ce que vous avez acheté vous-même.',
      bills:
        'Ouvrez Facturation › Factures et paiements dans le centre d’administration Microsoft 365 et connectez-vous avec votre compte professionnel.',
      invoices: 'Ce que vous devez et ce que vous avez payé se trouve sous « Factures ».',
      card: 'Votre carte est sous « Modes de paiement » : choisissez-la puis « Modifier », ou ajoutez-en une autre.',
      neverHere: 'Ne saisissez un numéro de carte que là : ni moi ni l’informatique ne le demandons.',
      sevenDays:
        'Résiliez dans les sept jours qui suivent le début ou un renouvellement. En général, Microsoft rembourse alors le temps restant.',
      credited:
        'Microsoft le crédite sur une facture ou le rembourse, et vous écrit. Si rien ne vient, son support vous aide.',
      expenses:
        'Pour la somme que Microsoft ne rembourse pas, un remboursement par l’organisation dépend de ses règles sur les notes de frais ; adressez-vous à {{contact}}.',
      owned: 'Ce que vous créez avec {{product}} appartient à votre organisation et reste sous son contrôle.',
      notDeleted: 'Adressez-vous à {{contact}} avant de supprimer ce dont des collègues se servent.',
    },
    place: { products: 'Vos produits', licences: 'Licences', bills: 'Factures et paiements' },
    adminCentre:
      'Vous n’y voyez que vos propres achats. Ce centre est aussi derrière « Admin » dans le lanceur d’applications.',
    refundOpen:
      'Achat du {{bought}}. Si vous résiliez au plus tard le {{until}}, Microsoft rembourse en général le temps restant.',
    refundOver:
      'Achat du {{bought}}, il y a plus de sept jours. Sauf renouvellement tout récent, Microsoft ne rembourse en général rien.',
    trialEnds:
      'C’est un essai. Sans carte, il prend fin tout seul, vous n’avez rien à faire ; avec une carte, désactivez la facturation périodique avant son terme.',
    takenOver: '{{name}} en prend déjà le contrôle pour l’organisation ({{takeover}}) ; vous n’avez rien à faire.',
  },
  canBuy: {
    which: 'Quel produit ? Par exemple : {{example}}.',
    others:
      'Seuls les administrateurs et les lecteurs peuvent le demander pour quelqu’un d’autre. Pour vous, indiquez le nom du produit seul.',
    notRead: 'Je ne peux pas le dire : les règles n’ont pas été lues chez Microsoft.',
    verdict: {
      yes: 'Oui, l’achat est possible',
      trials: 'Essais uniquement : pas d’achat',
      no: 'Non, l’achat n’est pas possible',
      unsure: 'Je ne peux pas le dire',
      mixed: 'Cela dépend du produit',
    },
    mark: { yes: '✓ oui', trials: '– essais uniquement', no: '✗ non', unsure: '? inconnu' },
    for: 'Pour {{name}}',
    forYou: 'Pour vous',
    rules: 'La règle de l’organisation',
    why: 'Qui peut acheter',
    next: 'Que faire',
    gone: 'Microsoft ne le propose plus',
    nothingToTry: 'aucun essai sans carte',
    active:
      'Le compte est actif, et ce n’est pas celui d’un invité. Un compte synchronisé d’un annuaire local compte autant.',
    guest: 'Un invité ne peut rien acheter dans l’organisation qui l’a invité.',
    disabled: 'Le compte est désactivé ; seul un compte actif peut acheter.',
    countryIn: 'Pays : {{country}}. Microsoft n’y signale aucune restriction.',
    countryOut: 'Pays : {{country}}. Microsoft ne le vend pas ainsi dans ce pays.',
    countryUnknown:
      'Microsoft ne m’indique pas le pays. En Inde, rien ne peut être acheté ; au Brésil et en République démocratique du Congo, ni Project ni Visio.',
    sectorUnknown:
      'Le secteur public et l’enseignement ne peuvent pas acheter. Rien de ce que j’ai lu ne dit que c’est le cas ici.',
    government: 'L’organisation a {{product}}, vendu au secteur public, où personne ne peut acheter.',
    education: 'L’organisation a {{product}}, vendu à l’enseignement, où personne ne peut acheter.',
    instead: 'Demandez plutôt une licence : un collègue décide, et vous êtes informé.',
    first:
      'Demandez d’abord une licence : l’organisation en a peut-être une de libre. Un achat est débité sur votre propre carte.',
    request: 'Demander une licence',
    source:
      'Qui peut acheter : Microsoft, « FAQ sur l’achat en libre-service », 15 sept. 2020 ; toujours valable le 6 janv. 2025.',
  },
  handOver: {
    what: 'L’informatique lira alors que vous souhaitez que l’organisation reprenne cet achat, et décidera. Votre demande est consignée à votre nom.',
    until: 'Rien ne prend fin ainsi. Jusqu’à cette décision, l’achat reste le vôtre et Microsoft débite votre carte.',
    words: 'Quelque chose à préciser ?',
    wordsHint: 'p. ex. nous sommes trois à nous en servir pour les plans des nouveaux bureaux',
    send: 'Envoyer à l’informatique',
    told: 'L’informatique sait que vous voulez lui confier cet achat. La personne qui s’en occupera reviendra vers vous.',
    nobody:
      'Votre demande est consignée, mais aucune conversation de l’informatique ne reçoit encore mes alertes. Prévenez aussi {{contact}}.',
  },
  handed: {
    title: '{{name}} demande à l’informatique de reprendre {{product}}',
    short: 'Un achat à reprendre',
    words: 'Son message : {{words}}',
    what: 'Cette personne paie jusqu’à votre décision. Prenez-en le contrôle pour déplacer les utilisateurs ou résilier ; ou occupez-vous-en d’abord.',
  },
};
