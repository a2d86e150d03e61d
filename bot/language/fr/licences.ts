/** Les licences : qui en a une, en attribuer, en retirer. */
import type * as english from '../en/licences.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  licences: {
    names: ['licences', 'licence'],
    summary: 'Voir qui a une licence des produits achetés en libre-service',
    examples: ['licences', 'licences visio', 'licences P-3'],
  },
  assign: {
    names: ['attribuer'],
    summary: 'Donner à quelqu’un une licence d’un produit de l’organisation',
    examples: ['attribuer visio à Megan', 'attribuer "visio plan 2" megan@contoso.com', 'attribuer P-3 Megan'],
  },
  remove: {
    names: ['retirer'],
    summary: 'Retirer à quelqu’un une licence d’un produit de l’organisation',
    examples: ['retirer visio à Megan', 'retirer P-3 Megan'],
  },
};

export const messages: typeof english.messages = {
  licences: {
    title: 'Licences des produits achetés en libre-service',
    titleWhich: 'Quel produit ?',
    which: '« {{what}} » correspond à tous ces produits. Appuyez sur le bon.',
    count_one: '{{count, number}} produit',
    count_other: '{{count, number}} produits',
    none: 'Aucun produit acheté en libre-service n’est encore actif.',
    noneFiltered:
      'Je ne trouve aucun produit, ni personne qui en ait acheté un, pour « {{what}} ». Essayez avec moins de mots.',
    notRead: '{{what}} : acheté par l’organisation.',
    notReadWhy:
      'Je ne lis les titulaires que pour ce que chacun a acheté lui-même ; pour le reste, voyez Facturation › Licences dans le Centre d’administration Microsoft 365.',
    ended: '{{what}} : l’achat a pris fin ; plus personne n’en a de licence.',
    quantity: 'Quantité disponible',
    purchases: 'Achats',
    holders: 'Titulaires',
    thisPurchase: 'Cet achat',
    central: 'Par ailleurs',
    pooled_one: '{{count, number}} abonnement de l’organisation ; Microsoft met toutes les licences en commun',
    pooled_other: '{{count, number}} abonnements de l’organisation ; Microsoft met toutes les licences en commun',
    by: 'Acheté par',
    morePurchasers_one: '{{count, number}} autre acheteur',
    morePurchasers_other: '{{count, number}} autres acheteurs',
    allPurchases_one: '{{count, number}} abonnement',
    allPurchases_other: '{{count, number}} abonnements',
    shared_one:
      '{{seats}} en libre-service ; {{count, number}} personne a ce produit en tout, issu de {{all}}. Microsoft ne dit pas de quel achat vient chaque licence.',
    shared_other:
      '{{seats}} en libre-service ; {{count, number}} personnes ont ce produit en tout, issu de {{all}}. Microsoft ne dit pas de quel achat vient chaque licence.',
    handsOff:
      'Un administrateur ne peut ni attribuer ni retirer les licences d’un achat en libre-service tant qu’il n’en a pas pris le contrôle ; l’acheteur, lui, le peut.',
    disabled: 'compte désactivé',
    summary_one: '{{product}} : {{count, number}} titulaire',
    summary_other: '{{product}} : {{count, number}} titulaires',
    any: 'Achats en libre-service',
  },
  assign: {
    no: '{{what}} : un administrateur ne peut pas attribuer les licences d’un achat en libre-service tant qu’il n’en a pas pris le contrôle. D’ici là, seul l’acheteur le peut.',
    noProduct:
      'Je ne trouve aucun produit pour « {{what}} ». Tapez son nom comme chez Microsoft, par exemple « attribuer "visio plan 2" à Megan ».',
    title: 'Attribuer une licence ?',
    who: 'Qui la reçoit ?',
    whoHint: 'Nom ou adresse',
    goOn: 'Continuer',
    whom: 'De qui s’agit-il ?',
    several: '« {{who}} » correspond à toutes ces personnes. Appuyez sur la bonne.',
    nobody: 'Je ne trouve personne pour « {{who}} » dans cette organisation. Essayez le nom complet, ou l’adresse.',
    cantLook: 'Microsoft ne me dit pas en ce moment de qui il s’agit. Réessayez dans un instant.',
    already: '{{name}} a déjà une licence de {{product}}.',
    confirm: 'Dès que vous confirmez, je la demande à Microsoft. Elle prend une place.',
    product: 'Produit',
    seats: 'Places',
    seatsFree: '{{free}} libres sur {{all}}',
    seatsNone: 'aucune de libre sur {{all}} : Microsoft refusera sans doute',
    seatsUnknown: 'Microsoft ne dit pas en ce moment combien sont libres',
    noJob: 'Je n’en sais plus rien.',
    job: {
      running: 'Attribution des licences en cours',
      done: 'Licences attribuées',
      partly: 'Certains n’ont pas reçu de licence',
      none: 'Aucune licence n’a été attribuée',
      by: '{{id}} · {{name}}, {{when}}',
      progress: '{{done}} sur {{total}} faites',
      which: 'Qui la reçoit',
      failed: 'Pas fait',
      open: 'Reste à faire',
    },
    rest: {
      title: 'Attribuer le reste ?',
      what_one:
        '{{count, number}} personne a {{source}} par un achat en libre-service, mais pas ce produit. Elle garde ce qu’elle a jusqu’à la fin de l’achat.',
      what_other:
        '{{count, number}} personnes ont {{source}} par un achat en libre-service, mais pas ce produit. Elles gardent ce qu’elles ont jusqu’à la fin de l’achat.',
      otherwise: 'Cela a changé depuis que vous l’avez vu. Regardez de nouveau.',
      nobody: 'Tous ceux qui en ont besoin ont une licence de {{product}}.',
    },
    after: {
      title: 'Leur donner une autre licence ?',
      what_one:
        '{{count, number}} personne a perdu l’accès à {{product}} avec {{id}}. Cochez qui reçoit une licence d’un produit de l’organisation.',
      what_other:
        '{{count, number}} personnes ont perdu l’accès à {{product}} avec {{id}}. Cochez qui reçoit une licence d’un produit de l’organisation.',
      who: 'Qui en reçoit une',
      option: '{{product}} · {{free}} libres',
      choose: 'Cochez au moins une personne et choisissez un produit.',
      notNow: 'Personne n’a perdu l’accès avec {{id}} : c’est le cas seulement une fois une résiliation terminée.',
      nobody: 'De ceux qui ont perdu l’accès avec {{id}}, plus personne n’est là.',
      noSeats: 'L’organisation n’a aucun produit avec une place libre.',
    },
  },
  remove: {
    no: '{{what}} : un administrateur ne peut pas retirer les licences d’un achat en libre-service tant qu’il n’en a pas pris le contrôle. D’ici là, seul l’acheteur le peut.',
    title: 'Retirer une licence ?',
    who: 'Qui la perd ?',
    already: '{{name}} n’a pas de licence de {{product}}.',
    group:
      '{{name}} a {{product}} par un groupe, et Microsoft ne retire que ce qui a été attribué directement. Sortez cette personne du groupe dans Entra.',
    confirm: 'L’accès est perdu dès que Microsoft a retiré la licence. La place redevient libre.',
    job: {
      running: 'Retrait des licences en cours',
      done: 'Licences retirées',
      partly: 'Certaines licences n’ont pas été retirées',
      none: 'Aucune licence n’a été retirée',
      which: 'Qui la perd',
    },
  },
};
