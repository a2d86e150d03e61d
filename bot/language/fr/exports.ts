/** Les fichiers à emporter. */
import type * as english from '../en/exports.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  export: {
    names: ['exporter', 'export'],
    summary: 'Télécharger les achats, les titulaires, le journal ou les échéances',
    examples: [
      'exporter achats',
      'exporter licences',
      'exporter licences visio, P-3',
      'exporter achats libre-service json',
      'exporter journal',
      'exporter calendrier',
    ],
  },
};

export const messages: typeof english.messages = {
  export: {
    which: 'Que voulez-vous exporter ?',
    whichHint: 'Ajoutez un produit ou des identifiants pour limiter l’export : « exporter licences visio, P-3 ».',
    holds: {
      label: 'Contenu',
      purchases: 'Achats',
      licences: 'Titulaires de licence',
      audit: 'Journal',
      calendar: 'Calendrier des échéances',
    },
    ready: 'Votre fichier est prêt',
    summary: 'Prêt à télécharger : {{what}}, lignes : {{rows}}',
    rows: 'Lignes',
    file: 'Fichier',
    until: 'Valable jusqu’au',
    untilOr: '{{until}}, ou {{count, number}} téléchargements',
    download: 'Télécharger',
    asCsv: 'Plutôt en CSV',
    asJson: 'Plutôt en JSON',
    secret:
      'Toute personne disposant de ce lien peut télécharger le fichier. Il contient des noms de personnes : merci de le garder pour vous.',
    someone:
      'L’auteur et le texte des oppositions n’y figurent pas : seuls les approbateurs, les administrateurs et les personnes concernées peuvent les lire. L’empreinte de ces lignes ne peut donc pas être vérifiée.',
    whoseUnknown:
      'Quand plusieurs achats portent sur le même produit, seules les allocations de Microsoft peuvent indiquer de quel achat vient chaque licence ; sinon, l’acheteur est « inconnu ».',
    apostrophe:
      'Une apostrophe précède tout texte qu’un tableur prendrait pour une formule (= + - ou @ là où une cellule peut commencer).',
    due: {
      next: '{{product}} de {{purchaser}} : échéance (renouvellement ou fin)',
      trial: 'Essai de {{product}} de {{purchaser}} : fin ou passage au payant',
      review: 'Révision : faut-il encore garder {{product}} de {{purchaser}} ?',
      takeover: '{{id}} : dernier jour pour décider de la prise de contrôle de {{product}}',
      start: '{{id}} : la prise de contrôle de {{product}} commence',
      decide: '{{id}} : dernier jour pour décider',
      seats: 'Licences : {{seats}}',
      unsaid:
        'Microsoft donne la date, mais pas si l’abonnement se renouvelle ou prend fin : partez du principe qu’il se renouvelle.',
      open: 'Dans Teams, dites « {{id}} » à Purser.',
      import:
        'Ouvrez le fichier dans Outlook, ou ajoutez-le à l’un de vos calendriers ; un rappel précède chaque jour d’une semaine. C’est une copie : exportez-la de nouveau pour la mettre à jour, ce qui remplace les mêmes entrées.',
    },
    nothing: 'Rien ne correspond : il n’y a rien à exporter.',
    tooLarge:
      'Le fichier serait trop volumineux. Précisez un produit ou quelques identifiants, par exemple « exporter licences visio, P-3 ».',
    full: 'Il n’y a pas de place pour un autre fichier en ce moment : ceux que d’autres ont demandés l’occupent. Redemandez-le après {{until}}.',
    noAddress:
      'Je ne peux pas encore fournir de fichiers : mon adresse publique n’est pas définie. L’équipe qui gère Purser doit l’indiquer dans PUBLIC_URL.',
    gone: 'Ce lien a expiré ou a atteint son nombre maximal de téléchargements. Demandez-en un nouveau à Purser dans Teams : exporter',
    yes: 'oui',
    no: 'non',
    unknown: 'inconnu',
    withPurchase: 'avec l’achat',
    origin: { sole: 'seul achat de ce produit', allotted: 'selon les allocations de Microsoft' },
    decision: { 'in-hand': 'pris en charge', asked: 'acheteur contacté', kept: 'gardé' },
    column: {
      decision: 'Traitement',
      decisionBy: 'Par',
      decisionUntil: 'Jusqu’au',
      free: 'Gratuit, ou au moins 10 000 licences',
      origin: 'Origine connue par',
      originAt: 'Allocations lues le',
      purchase: 'Achat',
      product: 'Produit',
      sku: 'Référence Microsoft',
      kind: 'Type',
      settled: 'Type confirmé',
      status: 'État',
      live: 'Encore actif',
      trial: 'Essai',
      quantity: 'Quantité',
      holders: 'Titulaires',
      purchaser: 'Acheteur',
      purchaserAccount: 'Compte de l’acheteur',
      purchaserMail: 'E-mail de l’acheteur',
      seatEnds: 'Fin de la licence',
      guest: 'Invité',
      department: 'Service',
      left: 'Départ de l’acheteur',
      bought: 'Acheté le',
      next: 'Échéance',
      commerce: 'Identifiant commercial Microsoft',
      subscription: 'Identifiant d’abonnement Microsoft',
      holder: 'Titulaire',
      account: 'Compte',
      mail: 'E-mail',
      enabled: 'Compte actif',
      entry: 'Entrée',
      at: 'Le (UTC)',
      who: 'Qui',
      whoId: 'Identifiant Entra',
      action: 'Quoi',
      before: 'Avant',
      after: 'Après',
      why: 'Pourquoi',
      previous: 'Empreinte de l’entrée précédente',
      hash: 'Empreinte',
    },
  },
};
