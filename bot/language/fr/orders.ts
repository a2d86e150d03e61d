/** Ce qu’une deuxième personne doit approuver. */
import type * as english from '../en/orders.ts';

export const messages: typeof english.messages = {
  order: {
    title: {
      pending_one: 'Une deuxième personne doit approuver',
      pending_other: '{{count, number}} autres personnes doivent approuver',
      more_one: 'Une autre personne doit encore approuver',
      more_other: '{{count, number}} autres personnes doivent encore approuver',
      approved: 'Demande approuvée',
      rejected: 'Demande refusée : rien n’a été fait',
      withdrawn: 'Demande annulée : rien n’a été fait',
      expired: 'Sans décision à temps : rien n’a été fait',
      changed: 'La situation a changé : rien n’a été fait',
    },
    next: {
      forAdmins: 'Rien n’a encore changé. Un autre administrateur décide, mais pas la personne qui a fait la demande.',
      pending:
        'Rien n’a encore changé. Un autre administrateur ou un approbateur décide, mais pas la personne qui a fait la demande.',
      approved: 'Ce qui est affiché ici est appliqué, et rien d’autre.',
      rejected: 'Pour réessayer, refaites la demande.',
      withdrawn: 'Pour réessayer, refaites la demande.',
      expired: 'Pour réessayer, refaites la demande.',
      changed: 'Ce qui serait fait maintenant n’est plus ce qui a été affiché : il faut refaire la demande.',
    },
    state: {
      approved: 'Approuvée',
      rejected: 'Refusée',
      withdrawn: 'Annulée',
      expired: 'Sans décision à temps',
      changed: 'Modifiée entre-temps',
    },
    asked: '{{id}} · demande faite par {{name}}, {{when}}',
    what: {
      change_one: 'Changer qui peut acheter {{count, number}} produit',
      change_other: 'Changer qui peut acheter {{count, number}} produits',
      assign_one: 'Attribuer {{product}} à {{count, number}} personne',
      assign_other: 'Attribuer {{product}} à {{count, number}} personnes',
      remove_one: 'Retirer {{product}} à {{count, number}} personne',
      remove_other: 'Retirer {{product}} à {{count, number}} personnes',
      want_one: 'Changer {{count, number}} règle de la référence',
      want_other: 'Changer {{count, number}} règles de la référence',
      forget_one: 'Retirer {{count, number}} règle de la référence',
      forget_other: 'Retirer {{count, number}} règles de la référence',
      grants_one: 'Accorder {{product}} d’office : {{count, number}} licence par mois, jusqu’au {{date}}',
      grants_other: 'Accorder {{product}} d’office : au plus {{count, number}} licences par mois, jusqu’au {{date}}',
      alone: 'Laisser Purser corriger les écarts sans demander',
    },
    decideBy: 'À décider avant le',
    canDecide: 'Peuvent décider',
    approvedBy: 'Approuvée par',
    endedBy: 'Refusée par',
    withdrawnBy: 'Annulée par',
    words: 'Raison donnée',
    reason:
      'Motif, en cas de refus (lu par le demandeur, par les personnes qui peuvent décider et dans les conversations sollicitées)',
    reasonHint: 'p. ex. l’équipe design en a besoin jusqu’en mars',
    planned: 'Une deuxième personne doit approuver. Confirmez pour la solliciter ; d’ici là, rien ne change.',
    count_one: '{{count, number}} demande pour une deuxième personne',
    count_other: '{{count, number}} demandes pour une deuxième personne',
    noException:
      'Une deuxième personne devrait approuver, ce qui n’est pas possible pour une exception à durée limitée. Décidez-le sans date de fin, ou pour moins de produits.',
    again: 'Quelque chose a changé entre-temps. Rien n’a été fait ; réessayez.',
    nobody:
      'Une deuxième personne doit approuver, et il n’y a personne : vous êtes le seul administrateur et il n’y a pas d’approbateur. Nommez un autre administrateur dans Entra, définissez APPROVERS_GROUP, ou faites mettre FOUR_EYES sur off. Possible immédiatement : un seul produit, ou « tout suspendre ».',
    tooFew:
      'Selon APPROVALS_NEEDED, {{needed, number}} autres personnes doivent approuver, et je n’en trouve que {{others, number}}. Nommez d’autres administrateurs ou approbateurs dans Entra, ou faites changer ce paramètre. Possible immédiatement : un seul produit, ou « tout suspendre ».',
    unreachable:
      'Une deuxième personne doit approuver, et je ne peux joindre personne : celles qui le pourraient sont absentes, ont désactivé les approbations ou n’ont pas Purser. Mentionnez-moi dans leur canal et tapez « notifications activer approbations », puis recommencez. Possible immédiatement : un seul produit, ou « tout suspendre ».',
    which: 'Laquelle ? Par exemple : {{example}}.',
    unknown: 'Aucune demande {{id}} n’attend de deuxième personne.',
    refused: {
      over: '{{id}} a déjà fait l’objet d’une décision.',
      gone: '{{id}} n’attend plus de décision.',
      own: 'Vous avez demandé {{id}} vous-même : quelqu’un d’autre doit décider. Vous pouvez annuler la demande.',
      'not-yours':
        'Seul un autre administrateur ou un approbateur peut décider de {{id}}, et seule la personne qui a fait la demande peut l’annuler.',
      'not-admin':
        'Seul un autre administrateur peut approuver ou refuser {{id}}, et seule la personne qui a fait la demande peut l’annuler.',
      'approved-already_one':
        'Vous avez déjà approuvé {{id}}. L’approbation d’une autre personne est encore nécessaire.',
      'approved-already_other':
        'Vous avez déjà approuvé {{id}}. L’approbation de {{count, number}} autres personnes est encore nécessaire.',
      'requester-out':
        '{{name}}, à l’origine de {{id}}, n’est plus un membre actif de votre organisation. Rien n’a été fait. Refusez {{id}} ; vous pouvez en faire la demande vous-même.',
      unproven:
        '{{id}} n’est pas ce qui, selon le journal, a été demandé ou approuvé : rien n’a été fait. Refusez la demande ; « journal vérifier » en dit plus.',
      'no-words': 'Dites pourquoi vous refusez {{id}}, par exemple « refuser {{id}} parce que … ».',
    },
  },
};
