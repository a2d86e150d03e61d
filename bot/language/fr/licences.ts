/** Les licences : qui en a une, en attribuer, en retirer. */
import type * as english from '../en/licences.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  licences: {
    names: ['licences', 'licence'],
    summary: 'Voir qui a une licence d’un produit acheté en libre-service',
    examples: ['licences', 'licences visio', 'licences P-3'],
  },
  assign: {
    names: ['attribuer'],
    summary: 'Attribuer à quelqu’un une licence de l’organisation',
    examples: ['attribuer visio à Megan', 'attribuer "visio plan 2" megan@contoso.com', 'attribuer P-3 Megan'],
  },
  remove: {
    names: ['retirer'],
    summary: 'Retirer à quelqu’un une licence de l’organisation',
    examples: ['retirer visio à Megan', 'retirer P-3 Megan'],
  },
};

export const messages: typeof english.messages = {
  licences: {
    title: 'Licences des produits achetés en libre-service',
    titleWhich: 'Quel produit ?',
    which: '« {{what}} » correspond à plusieurs produits. Choisissez le bon.',
    count_one: '{{count, number}} produit',
    count_other: '{{count, number}} produits',
    none: 'Aucun achat en libre-service n’est actif.',
    noneFiltered: 'Aucun produit ni acheteur ne correspond à « {{what}} ». Essayez avec moins de mots.',
    notRead: '{{what}} : acheté par l’organisation.',
    notReadWhy:
      'Je ne lis les titulaires que pour les achats en libre-service ; pour le reste, consultez Facturation › Licences dans le Centre d’administration Microsoft 365.',
    ended: '{{what}} : l’abonnement a pris fin ; plus personne n’a de licence.',
    quantity: 'Licences',
    noneFree: 'aucune disponible',
    bought: '{{bought, number}} achetées',
    boughtFree: '{{bought, number}} achetées, {{free, number}} disponibles',
    boughtPool:
      '{{bought, number}} achetées en libre-service ; sur {{all, number}} en tout, {{free, number}} disponibles',
    purchases: 'Achats',
    holders: 'Titulaires',
    thisPurchase: 'Cet achat',
    central: 'Organisation',
    pooled_one: '{{count, number}} abonnement de l’organisation ; Microsoft regroupe toutes les licences',
    pooled_other: '{{count, number}} abonnements de l’organisation ; Microsoft regroupe toutes les licences',
    by: 'Acheté par',
    morePurchasers_one: '{{count, number}} autre acheteur',
    morePurchasers_other: '{{count, number}} autres acheteurs',
    allPurchases_one: '{{count, number}} abonnement',
    allPurchases_other: '{{count, number}} abonnements',
    shared_one:
      '{{seats}} en libre-service ; au total, {{count, number}} personne a une licence de ce produit, via {{all}}. Microsoft n’indique pas de quel achat vient chaque licence.',
    shared_other:
      '{{seats}} en libre-service ; au total, {{count, number}} personnes ont une licence de ce produit, via {{all}}. Microsoft n’indique pas de quel achat vient chaque licence.',
    sharedTold:
      '{{seats}} en libre-service, {{all}} en tout. Quand les allocations (allotments) de Microsoft indiquent l’achat dont vient une licence, son numéro figure à côté du nom.',
    handsOff:
      'Les licences d’un achat en libre-service ne peuvent être attribuées ou retirées que par l’acheteur, tant qu’un administrateur n’en a pas pris le contrôle.',
    departmental:
      'Microsoft ne permet pas d’attribuer ou de retirer ces licences une à une : chacune prend fin avec son achat. Prenez le contrôle de l’achat pour déplacer ses utilisateurs vers un produit de l’organisation.',
    disabled: 'compte désactivé',
    guest: 'invité',
    summary_one: '{{product}} : {{count, number}} titulaire',
    summary_other: '{{product}} : {{count, number}} titulaires',
    any: 'Achats en libre-service',
  },
  assign: {
    no: '{{what}} : un administrateur ne peut pas attribuer les licences d’un achat en libre-service tant qu’il n’en a pas pris le contrôle. D’ici là, seul l’acheteur peut le faire.',
    wholeOrganisation:
      '{{product}} s’applique à toute l’organisation : Microsoft n’en attribue de licence à personne, il n’y a donc rien à attribuer ni à retirer.',
    departmental: {
      bought:
        '{{what}} : un administrateur ne peut pas attribuer ni retirer ses licences. Microsoft vend cette référence ({{part}}) à des personnes pour leur propre service, et ses licences ne peuvent pas être attribuées ou retirées une à une : chacune prend fin avec son achat. Prenez le contrôle de l’achat pour déplacer ses utilisateurs, ou attribuez un autre produit de l’organisation.',
      central:
        '{{what}} : un administrateur ne peut pas attribuer ni retirer ses licences. C’est une référence destinée aux services ({{part}}), et Microsoft ne permet pas d’attribuer ou de retirer ses licences une à une, quel que soit l’acheteur. Attribuez un autre produit de l’organisation.',
    },
    noProduct:
      'Aucun produit ne correspond à « {{what}} ». Tapez son nom tel qu’il figure chez Microsoft, par exemple « attribuer "visio plan 2" à Megan ».',
    title: 'Attribuer une licence ?',
    who: 'À qui l’attribuer ?',
    whoHint: 'Nom ou adresse e-mail',
    goOn: 'Continuer',
    whom: 'De qui s’agit-il ?',
    several: '« {{who}} » correspond à plusieurs personnes. Choisissez la bonne.',
    nobody:
      'Aucune personne de l’organisation ne correspond à « {{who}} ». Essayez avec le nom complet ou l’adresse e-mail.',
    notFound: 'Microsoft ne connaît plus toutes ces personnes. Veuillez les choisir de nouveau.',
    cantLook: 'Microsoft ne me permet pas d’identifier cette personne pour le moment.',
    already: '{{name}} a déjà une licence {{product}}.',
    confirm: 'Dès que vous confirmez, je demande l’attribution à Microsoft. Elle utilise une licence disponible.',
    product: 'Produit',
    seats: 'Licences',
    seatsFree: 'disponibles : {{free}} sur {{all}}',
    seatsAtLeast: 'disponibles : au moins {{free}} ; sur {{all}} en tout, certaines ont été achetées en libre-service',
    seatsNone: 'aucune disponible sur {{all}} : Microsoft refusera probablement',
    seatsUnknown: 'Microsoft n’indique pas pour le moment combien sont disponibles',
    noJob:
      'Je n’ai plus le détail de cette opération : il est supprimé au plus tard {{days, number}} jours après la fin. Le journal indique toujours qui a reçu ou perdu une licence.',
    job: {
      running: 'Attribution des licences en cours',
      done: 'Licences attribuées',
      partly: 'Certaines personnes n’ont pas reçu de licence',
      none: 'Aucune licence n’a été attribuée',
      by: '{{id}} · {{name}}, {{when}}',
      state: { running: 'en cours', done: 'terminé', partly: 'terminé en partie', none: 'non effectué' },
      progress: 'Progression : {{done}} sur {{total}}',
      which: 'Bénéficiaires',
      failed: 'Non effectué',
      open: 'Reste à faire',
    },
    rest: {
      title: 'Attribuer le reste ?',
      what_one:
        '{{count, number}} personne a une licence {{source}} en libre-service, mais pas de licence pour ce produit. Elle garde sa licence actuelle jusqu’à la fin de l’abonnement.',
      what_other:
        '{{count, number}} personnes ont une licence {{source}} en libre-service, mais pas de licence pour ce produit. Elles gardent leur licence actuelle jusqu’à la fin de l’abonnement.',
      otherwise: 'La situation a changé depuis le dernier affichage. Vérifiez de nouveau.',
      nobody: 'Toutes les personnes qui en ont besoin ont une licence {{product}}.',
      left_one: '{{names}} n’est pas inclus : cette personne est introuvable dans l’organisation.',
      left_other: '{{names}} ne sont pas inclus : ces personnes sont introuvables dans l’organisation.',
    },
    after: {
      title: 'Leur attribuer une autre licence ?',
      what_one:
        '{{count, number}} personne a perdu l’accès à {{product}} à la suite de {{id}}. Cochez les personnes qui doivent recevoir une licence d’un produit de l’organisation.',
      what_other:
        '{{count, number}} personnes ont perdu l’accès à {{product}} à la suite de {{id}}. Cochez les personnes qui doivent recevoir une licence d’un produit de l’organisation.',
      who: 'Bénéficiaires',
      option: '{{product}} · disponibles : {{free}}',
      optionAtLeast: '{{product}} · disponibles : au moins {{free}}',
      choose: 'Cochez au moins une personne et choisissez un produit.',
      notNow: 'Personne n’a perdu l’accès à la suite de {{id}} : cela n’arrive qu’une fois une résiliation terminée.',
      left_one:
        '{{names}} a aussi perdu l’accès, mais n’est pas dans la liste : cette personne a quitté l’organisation.',
      left_other:
        '{{names}} ont aussi perdu l’accès, mais ne sont pas dans la liste : ces personnes ont quitté l’organisation.',
      nobody: 'Les personnes qui ont perdu l’accès à la suite de {{id}} ont toutes quitté l’organisation.',
      noSeats: 'Aucun produit de l’organisation n’a de licence disponible.',
    },
  },
  remove: {
    no: '{{what}} : un administrateur ne peut pas retirer les licences d’un achat en libre-service tant qu’il n’en a pas pris le contrôle. D’ici là, seul l’acheteur peut le faire.',
    title: 'Retirer une licence ?',
    who: 'À qui la retirer ?',
    already: '{{name}} n’a pas de licence {{product}}.',
    group:
      '{{name}} a {{product}} via un groupe, et Microsoft ne retire que les licences attribuées directement. Retirez cette personne du groupe dans Entra.',
    confirm: 'L’accès est coupé dès que Microsoft a retiré la licence, qui redevient disponible.',
    job: {
      running: 'Retrait des licences en cours',
      done: 'Licences retirées',
      partly: 'Certaines licences n’ont pas été retirées',
      none: 'Aucune licence n’a été retirée',
      which: 'Personnes concernées',
    },
  },
};
