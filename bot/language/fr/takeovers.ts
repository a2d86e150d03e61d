/** Les prises de contrôle, une fois demandées. */
import type * as english from '../en/takeovers.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  takeover: {
    names: ['prendre le contrôle', 'prise de contrôle', 'déplacer', 'résilier'],
    summary: 'Prendre le contrôle d’un achat (déplacer ses utilisateurs ou le résilier)',
    examples: ['prendre le contrôle P-3'],
  },
  approvals: {
    names: ['approbations', 'prises de contrôle', 'demandes'],
    summary: 'Voir ce qui est à décider, en cours ou terminé',
    examples: [
      'approbations',
      'approbations les miennes',
      'approbations en cours',
      'approbations terminées',
      'approbations toutes visio',
    ],
  },
  approval: {
    names: ['approbation'],
    summary: 'Voir une demande et son historique',
    examples: ['approbation TK-4'],
  },
  approve: {
    names: ['approuver'],
    summary: 'Approuver une prise de contrôle, une licence, ou ce qui exige une deuxième personne',
    examples: ['approuver TK-4', 'approuver LR-1 pour 3 mois'],
  },
  reject: {
    names: ['refuser', 'rejeter'],
    summary: 'La refuser en indiquant le motif',
    examples: ['refuser TK-4 parce que l’équipe design en a besoin'],
  },
  withdraw: {
    names: ['annuler la demande', 'abandonner'],
    summary: 'Annuler votre demande',
    examples: ['annuler la demande TK-4'],
  },
  reassign: {
    names: ['transmettre', 'réaffecter', 'confier'],
    summary: 'Transmettre la décision à quelqu’un d’autre',
    examples: ['transmettre TK-4 Megan'],
  },
  away: {
    names: ['absent', 'absente', 'absence', 'en congé', 'en congés', 'en vacances'],
    summary: 'Confier vos décisions à d’autres pendant une absence',
    examples: ['absent jusqu’à vendredi', 'absent jusqu’au 31/12/2026', 'absent désactiver'],
  },
  stop: {
    names: ['arrêter', 'arrête'],
    summary: 'Arrêter une prise de contrôle en cours',
    examples: ['arrêter TK-4'],
  },
  check: {
    names: ['vérifier', 'vérifier maintenant', 'indiquer le résultat'],
    summary: 'Vérifier si une prise de contrôle est terminée, ou indiquer le résultat',
    examples: ['vérifier TK-4', 'vérifier TK-4 résilié', 'vérifier TK-4 renouvellement désactivé jusqu’au 31/12/2026'],
  },
  reply: {
    names: ['répondre'],
    summary: 'Répondre à une opposition à votre prise de contrôle',
    examples: ['répondre TK-4 vos diagrammes restent où ils sont'],
  },
  proceed: {
    names: ['poursuivre', 'continuer'],
    summary:
      'Poursuivre votre prise de contrôle malgré une opposition, ou sans les personnes qui n’ont pas pu changer de licence',
    examples: ['poursuivre TK-4 parce que la licence est payée deux fois'],
  },
};

export const messages: typeof english.messages = {
  approvals: {
    title: {
      waiting: 'À décider',
      running: 'En cours',
      mine: 'Mes demandes, et celles que je dois décider',
      ended: 'Décidé ou terminé',
      every: 'Toutes les demandes',
    },
    none: {
      waiting: 'Rien n’attend de décision.',
      running: 'Rien n’est en cours.',
      mine: 'Vous n’avez rien demandé, et rien ne vous a été transmis.',
      ended: 'Rien n’a encore été décidé ni terminé.',
      every:
        'Il n’y a encore rien. Tout le monde peut demander une licence avec « demander », et un administrateur une prise de contrôle depuis un achat.',
    },
    count_one: '{{count}} prise de contrôle',
    count_other: '{{count}} prises de contrôle',
    which: 'Filtre : « {{what}} »',
    noMatch: 'Aucune ne correspond à « {{what}} ». Appuyez sur « Filtrer » ou tapez « approbations toutes ».',
    stage: 'À afficher',
    filterWordsHint: 'Produit, personne ou numéro',
    decideBy: 'À décider avant le',
    by: 'par {{name}}',
    act: {
      move_one: 'Déplacer {{count}} utilisateur',
      move_other: 'Déplacer {{count}} utilisateurs',
      stay_one: '{{count}} utilisateur garde l’accès avec vos licences',
      stay_other: '{{count}} utilisateurs gardent l’accès avec vos licences',
      cancelUnnamed: 'Résilier ; on ignore qui perd l’accès',
      cancel_one: 'Résilier ; {{count}} personne perd l’accès',
      cancel_other: 'Résilier ; {{count}} personnes perdent l’accès',
    },
  },
  takeover: {
    already:
      'Une prise de contrôle de {{purchase}} est en cours : {{takeover}}. Attendez la décision ou annulez la demande.',
    unknown: 'Je ne trouve pas la prise de contrôle {{id}}.',
    notYours: '{{id}} est réservée aux approbateurs et à la personne qui a fait la demande.',
    which: 'Quelle prise de contrôle ? Par exemple : {{example}}.',
    none: 'Aucune prise de contrôle n’attend cela de vous. Rien n’a été fait.',
    state: {
      pending: 'en attente de décision',
      approved: 'approuvée',
      running: 'en cours',
      waiting: 'en attente de la fin de l’abonnement',
      stopped: 'arrêtée',
      failed: 'en échec',
      done: 'terminée',
      rejected: 'refusée',
      withdrawn: 'annulée',
      expired: 'expirée',
    },
    turned: {
      request: '{{name}} a fait la demande',
      approve: '{{name}} a approuvé la demande',
      reject: '{{name}} a refusé la demande',
      withdraw: '{{name}} a annulé l’opération',
      expire: 'Aucune décision dans le délai prévu',
      reassign: '{{name}} a transmis la demande à {{to}}',
      remind: 'J’ai relancé les approbateurs',
      revise: 'Quelque chose a changé : une nouvelle approbation est nécessaire',
      unapprove: 'Une approbation n’est plus valable : une nouvelle approbation est nécessaire',
      object: '{{name}} a exprimé son opposition',
      answer: '{{name}} a répondu à une opposition',
      start: 'L’opération a commencé',
      stop: '{{name}} a arrêté l’opération',
      fail: 'L’opération n’a pas pu aboutir',
      retry: '{{name}} a relancé l’opération',
      'leave-out': '{{name}} a poursuivi sans {{to}}',
      untold: 'L’opération attend : des personnes qui perdent l’accès n’ont pas pu être prévenues',
      vouch: '{{name}} indique que toutes les personnes qui perdent l’accès sont au courant',
      wait: 'L’abonnement reste à résilier',
      report: '{{name}} a indiqué le résultat',
      finish: 'Microsoft confirme la fin de l’abonnement',
    },
    words: {
      over: 'L’abonnement a pris fin.',
      'requester-out': 'Le demandeur n’est plus un membre actif de l’organisation.',
      'approver-out': 'Une personne qui l’a approuvé ne peut plus approuver.',
      blocked: 'Un point bloquant empêche l’opération.',
      changed: 'L’opération ne correspond plus à ce qui a été approuvé.',
      'some-failed': 'Certains utilisateurs n’ont pas pu être déplacés.',
      unproven:
        'Une approbation n’a pas d’entrée dans la chaîne du journal : rien n’a été fait chez Microsoft. Un administrateur peut saisir « journal vérifier » ; annulez ensuite la demande et recommencez.',
      'some-unseen': 'Pour certaines personnes, rien n’a pu être fait.',
      ending: 'Votre automatisation n’a pas résilié l’abonnement.',
      trouble: 'Microsoft n’a pas répondu, ou a refusé.',
      'seats-end': 'Les anciennes licences prennent fin avec l’achat.',
      deleted: 'Microsoft affiche l’abonnement comme supprimé.',
      gone: 'L’abonnement n’apparaît plus chez Microsoft.',
    },
    refused: {
      over: 'La décision a déjà été prise.',
      shownOtherwise: 'Cette carte n’est plus à jour : quelque chose a changé. Vérifiez de nouveau.',
      'not-now': '{{id}} : {{state}}. Cette action n’est pas possible maintenant. {{turn}}',
      'not-yours': 'Vous ne pouvez pas effectuer cette action sur {{id}}.',
      'own-request': 'Vous avez demandé {{id}} vous-même : quelqu’un d’autre doit décider.',
      'own-purchase': '{{id}} concerne ce que vous avez acheté vous-même : quelqu’un d’autre doit décider.',
      'approved-already': 'Vous avez déjà approuvé {{id}}. L’approbation d’une autre personne est encore nécessaire.',
      'too-late': 'Le délai de décision pour {{id}} est dépassé.',
      'too-early': 'Il est encore trop tôt pour {{id}}.',
      changed: '{{id}} ne correspond plus à ce qui a été approuvé. Annulez la demande et refaites-la.',
      objected:
        'Quelqu’un s’oppose à {{id}} et attend une réponse. Répondez d’abord, ou poursuivez en indiquant un motif.',
      untold: 'Rien n’a été fait : une personne qui perdrait l’accès n’a pas encore pu être prévenue.',
      unapproved: '{{id}} n’est pas approuvée.',
      'requester-out':
        'Le demandeur de {{id}} n’est plus un membre actif de l’organisation : l’opération ne peut pas être exécutée. Annulez la demande.',
      'approver-out':
        'Une personne qui a approuvé {{id}} ne fait plus partie des approbateurs, l’opération ne peut donc pas être exécutée : annulez la demande et refaites-la.',
      'objected-already': 'Votre opposition à {{id}} est déjà enregistrée ; votre message a été transmis.',
      'no-objection': 'Personne ne s’oppose à {{id}} en ce moment.',
      'no-words': 'Précisez en quelques mots, par exemple : {{example}}.',
      'no-day': 'Indiquez la date de fin de l’abonnement, par exemple : {{example}}.',
      'cannot-decide': '{{name}} ne peut pas se prononcer sur {{id}}.',
      'nothing-changes': 'C’est déjà le cas.',
    },
    typed: 'C’est fait. Ce que vous tapez compte comme le bouton.',
    reassign: {
      who: 'Qui doit décider ?',
      what: 'La demande lui parvient personnellement. Les autres approbateurs peuvent toujours décider.',
      unknown: 'Personne du nom de « {{name}} » ne peut décider. Choisissez dans la liste.',
      several: '« {{name}} » peut désigner plusieurs personnes. Choisissez dans la liste.',
      nobody: 'Personne d’autre ne peut décider de cette demande.',
      sure: 'Transmettre {{id}} à {{name}} ?',
      to: 'Transmettre à {{name}}',
      other: 'Quelqu’un d’autre',
      away: 'absence jusqu’au {{date}}',
      absent: '{{name}} : {{absence}}.',
      which: 'Quelle demande transmettre ?',
    },
    check: {
      every_one: 'chaque minute',
      every_other: 'toutes les {{count, number}} minutes',
      notYet: 'Microsoft n’affiche pas encore la fin de l’abonnement ; je vérifie {{every}}. Vous n’avez rien à faire.',
      steps: 'Si vous n’avez pas encore résilié l’abonnement chez Microsoft, suivez les étapes ci-dessous.',
      asking:
        'Microsoft tarde à répondre. Je continue de vérifier ; le résultat s’affichera dans cette prise de contrôle.',
      justRead:
        'J’ai interrogé Microsoft il y a moins d’une minute, et la fin de l’abonnement n’y figurait pas. Vérifiez de nouveau dans une minute ; je vérifie aussi {{every}}.',
      noted: 'Merci, c’est noté. Je continue de vérifier chez Microsoft {{every}}.',
    },
    oneOfThem_one:
      '{{count, number}} autre personne s’oppose aussi. Cette réponse s’adresse à la première ; rien n’a encore été envoyé.',
    oneOfThem_other:
      '{{count, number}} autres personnes s’opposent aussi. Cette réponse s’adresse à la première ; rien n’a encore été envoyé.',
    wordless: 'Précisez en quelques mots : rien n’a encore été envoyé.',
    dayless: 'Indiquez la date de fin de l’abonnement : rien n’a encore été envoyé.',
    choose: 'Choisissez un résultat.',
    mayTry: 'Microsoft ne peut pas confirmer pour le moment qui peut encore décider.',
  },
  approvalsLost: {
    title: '{{id}} n’a pas pu être transmise : {{place}}',
    why: {
      chat: 'Je ne peux pas y écrire : Purser a été retiré de l’équipe ou de la conversation, ou le canal a été supprimé ou archivé. Personne n’y sait qu’une décision est attendue.',
      person:
        'Je n’ai pu joindre cette personne ni dans Teams ni par e-mail. Elle ne sait pas qu’une décision est attendue.',
    },
    over: 'La décision a été prise entre-temps.',
    remedies: 'Ce que vous pouvez faire',
    again: {
      chat: 'Faites ajouter de nouveau Purser ({{place}}) : Gérer l’équipe › Applications › Obtenir plus d’applications › Purser. La demande y sera alors publiée.',
      person: 'Demandez à {{place}} d’ouvrir Purser dans Teams (Applications › Purser › Ajouter).',
    },
    elsewhere: 'Dites « @Purser {{subscribe}} » dans un autre canal pour les prochaines demandes.',
    type: 'Tout autre approbateur peut décider dans sa conversation avec moi : « {{command}} ».',
    others: 'Autres destinataires de la demande',
    nobody: 'Personne d’autre n’a été sollicité.',
    canDecide: 'Qui d’autre peut décider (appuyez sur un nom pour lui demander personnellement)',
    put: 'Demander à {{name}} de décider',
  },
  away: {
    ask: 'Jusqu’à quand êtes-vous absent ?',
    what: 'Jusqu’à la fin de ce jour, je ne vous sollicite plus : les demandes et les rappels vont aux autres.',
    day: 'Dernier jour de votre absence',
    note: 'Noter mon absence',
    back: 'Je suis de retour',
    until: 'Absence notée jusqu’au {{date}} inclus',
    others: 'D’ici là, je sollicite les autres : {{names}}.',
    meanwhile: 'D’ici là, je sollicite les autres.',
    nobody:
      'Personne d’autre ne peut être sollicité en ce moment. Les demandes n’arrivent alors que dans les canaux et groupes qui reçoivent les approbations ; s’il n’y en a pas, plus personne ne peut demander d’approbation.',
    still:
      'Vous pouvez toujours décider. À partir du {{date}}, je vous sollicite de nouveau, sans que vous ayez rien à faire.',
    welcome: 'Bon retour',
    here: 'Vous n’êtes pas absent',
    called: 'Je vous sollicite pour les demandes à décider.',
    open_one: '{{count, number}} demande attend votre décision.',
    open_other: '{{count, number}} demandes attendent votre décision.',
    unread: 'Je ne comprends pas quel jour est « {{words}} ». Choisissez-le ici.',
    dayless: 'Choisissez un jour. Rien n’est encore noté.',
    over: 'Le {{date}} est passé. Choisissez un jour à venir.',
    tooLong: 'C’est dans plus d’un an. Choisissez un jour plus proche.',
    remark: 'Absence notée jusqu’au {{date}} : je ne vous sollicite pas. Vous pouvez toujours décider.',
  },
  toDecide: {
    title_one: '{{count, number}} demande attend votre décision',
    title_other: '{{count, number}} demandes attendent votre décision',
    none: 'Plus rien n’attend votre décision',
    old: 'Ce qui attendait votre décision',
    why: 'Il y en a beaucoup en ce moment : je vous envoie une seule liste plutôt qu’un message pour chacune.',
    about: 'de {{name}} · décision avant le {{date}}',
  },
  takeoverCard: {
    badge: {
      untold_one: '{{count, number}} personne n’est pas encore au courant',
      untold_other: '{{count, number}} personnes ne sont pas encore au courant',
      objects_one: '{{count, number}} personne s’oppose',
      objects_other: '{{count, number}} personnes s’opposent',
      nobody: 'Personne ne perd l’accès',
      other_one: '{{count, number}} personne change de produit',
      other_other: '{{count, number}} personnes changent de produit',
      lose_one: '{{count, number}} personne perd l’accès',
      lose_other: '{{count, number}} personnes perdent l’accès',
      mayLose: 'Peuvent perdre l’accès : {{count, number}}',
      unknown: 'On ignore qui perd l’accès',
    },
    unusual: {
      rejected: 'Déjà refusé par {{name}} le {{date}}',
      picked_one:
        'Choisie à la main : {{count, number}} personne sur les {{all}} qui ont ce produit. Microsoft ne dit pas quelle licence vient de cet achat.',
      picked_other:
        'Choisies à la main : {{count, number}} personnes sur les {{all}} qui ont ce produit. Microsoft ne dit pas quelles licences viennent de cet achat.',
    },
    isAway: '{{name}} (absence)',
    allNames_one: '{{count, number}} personne concernée',
    allNames_other: 'Les {{count, number}} personnes concernées',
    namesNotYours: 'Seules les personnes qui décident, et le demandeur, peuvent lire les noms.',
    act: {
      move_one:
        'Déplacer {{count, number}} utilisateur de {{product}} (acheté par {{purchaser}}) vers {{target}} (organisation), puis résilier l’abonnement d’origine',
      move_other:
        'Déplacer {{count, number}} utilisateurs de {{product}} (acheté par {{purchaser}}) vers {{target}} (organisation), puis résilier l’abonnement d’origine',
      stay_one:
        'Résilier {{product}} (acheté par {{purchaser}}) ; {{count, number}} utilisateur garde l’accès avec vos licences',
      stay_other:
        'Résilier {{product}} (acheté par {{purchaser}}) ; {{count, number}} utilisateurs gardent l’accès avec vos licences',
      cancel_one: 'Résilier {{product}}, acheté par {{purchaser}} ; {{count, number}} personne perd l’accès',
      cancel_other: 'Résilier {{product}}, acheté par {{purchaser}} ; {{count, number}} personnes perdent l’accès',
    },
    cancelUnnamed: 'Résilier {{product}}, acheté par {{purchaser}} ; on ignore qui perd l’accès',
    did: {
      move_one:
        '{{count, number}} utilisateur de {{product}} (acheté par {{purchaser}}) déplacé vers {{target}} (organisation), abonnement d’origine résilié',
      move_other:
        '{{count, number}} utilisateurs de {{product}} (acheté par {{purchaser}}) déplacés vers {{target}} (organisation), abonnement d’origine résilié',
      stay_one:
        '{{product}} (acheté par {{purchaser}}) résilié ; {{count, number}} utilisateur garde l’accès avec vos licences',
      stay_other:
        '{{product}} (acheté par {{purchaser}}) résilié ; {{count, number}} utilisateurs gardent l’accès avec vos licences',
      cancel_one: '{{product}}, acheté par {{purchaser}}, résilié ; {{count, number}} personne a perdu l’accès',
      cancel_other: '{{product}}, acheté par {{purchaser}}, résilié ; {{count, number}} personnes ont perdu l’accès',
    },
    automationSaid: 'Votre automatisation répond : « {{words}} »',
    noAutomation: 'Il n’y a plus d’automatisation. Annulez la demande et refaites-la ; une personne sera alors guidée.',
    on: '{{act}}, au plus tôt le {{date}}',
    earliest: '{{date}} au plus tôt',
    fact: {
      loses: 'Perd l’accès',
      deciders: 'Peuvent décider',
      decideBy: 'À décider avant le',
      starts: 'Début',
      oldSeats: 'Anciennes licences',
      undo: 'Réversible',
      why: 'Pourquoi',
      by: 'Demandé par',
      purchaser: 'Acheteur',
      approved: 'Approuvé par',
      putTo: 'Transmis à',
      came: 'Nouveaux dans la liste',
      went: 'Ne sont plus dans la liste',
    },
    undo: {
      move: 'Licences : oui, tant qu’il en reste. Abonnement résilié : non',
      stay: 'Non : un abonnement résilié ne peut pas être rétabli',
      cancel: 'Non : un abonnement résilié ne peut pas être rétabli',
    },
    seatsEnd: {
      move: 'Leur ancienne licence prend fin avec l’achat',
      cancel: 'Leur licence prend fin avec l’achat',
    },
    answer: {
      objected: 's’oppose',
      answered: 'opposition exprimée, réponse donnée',
      seen: 'a lu le message',
      silent: 'pas encore de réponse',
      unasked: 'message pas encore envoyé',
      unreached: 'injoignable',
      left: 'a quitté l’organisation ou ne peut plus se connecter',
    },
    approvals: '{{done}} sur {{needed}}',
    approvalsBy: '{{done}} sur {{needed}} : {{names}}',
    people_one: '{{count, number}} personne',
    people_other: '{{count, number}} personnes',
    findings: 'Avant de commencer',
    objected_one: '{{count, number}} personne s’oppose. {{name}} doit répondre avant le début de l’opération',
    objected_other: '{{count, number}} personnes s’opposent. {{name}} doit leur répondre avant le début de l’opération',
    wentOn_one: '{{count, number}} personne s’est opposée ; l’opération continue malgré tout',
    wentOn_other: '{{count, number}} personnes se sont opposées ; l’opération continue malgré tout',
    answeredWith: 'L’opération continue : {{words}}',
    objectedAgain_one: '{{count, number}} personne s’est de nouveau opposée depuis ; cela ne retient plus l’opération',
    objectedAgain_other:
      '{{count, number}} personnes se sont de nouveau opposées depuis ; cela ne retient plus l’opération',
    again: 'Depuis : {{words}}',
    progress: {
      move_one: 'Licences remplacées : {{done}} sur {{count, number}}',
      move_other: 'Licences remplacées : {{done}} sur {{count, number}}',
      stay_one: 'Restent sur vos propres licences : {{done}} sur {{count, number}}',
      stay_other: 'Restent sur vos propres licences : {{done}} sur {{count, number}}',
      cancel_one: 'Licences retirées : {{done}} sur {{count, number}}',
      cancel_other: 'Licences retirées : {{done}} sur {{count, number}}',
    },
    out: {
      move_one: '{{count, number}} personne n’a pas pu changer de licence',
      move_other: '{{count, number}} personnes n’ont pas pu changer de licence',
      stay_one: '{{count, number}} personne ne fait pas partie de celles qui restent',
      stay_other: '{{count, number}} personnes ne font pas partie de celles qui restent',
      cancel_one: 'Aucune licence n’a été retirée à {{count, number}} personne',
      cancel_other: 'Aucune licence n’a été retirée à {{count, number}} personnes',
    },
    endWithout: 'Terminer sans ces personnes',
    keptCancel_one: '{{count, number}} personne garde l’accès jusqu’à la fin de l’abonnement. Ce n’est pas une erreur.',
    keptCancel_other:
      '{{count, number}} personnes gardent l’accès jusqu’à la fin de l’abonnement. Ce n’est pas une erreur.',
    untold_one:
      'L’opération devrait commencer, mais elle attend : {{count, number}} personne qui perd l’accès n’a pas pu être prévenue. Prévenez-la autrement, vous-même ou par son responsable ; un approbateur indique ensuite qu’elle est au courant.',
    untold_other:
      'L’opération devrait commencer, mais elle attend : {{count, number}} personnes qui perdent l’accès n’ont pas pu être prévenues. Prévenez-les autrement, vous-même ou par leurs responsables ; un approbateur indique ensuite qu’elles sont au courant.',
    theyKnow: 'Elles sont au courant : commencer',
    vouched: 'C’est noté. L’opération va commencer.',
    unreached_one: '{{count, number}} personne n’a pas pu être prévenue',
    unreached_other: '{{count, number}} personnes n’ont pas pu être prévenues',
    kept_one:
      'Microsoft conserve {{count, number}} ancienne licence jusqu’à la fin de l’abonnement. Ce n’est pas une erreur.',
    kept_other:
      'Microsoft conserve {{count, number}} anciennes licences jusqu’à la fin de l’abonnement. Ce n’est pas une erreur.',
    ends: {
      move_one: '{{count, number}} ancienne licence prend fin avec l’achat. Personne n’a à la retirer.',
      move_other: '{{count, number}} anciennes licences prennent fin avec l’achat. Personne n’a à les retirer.',
      cancel_one: '{{count, number}} personne garde l’accès jusque-là : sa licence prend fin avec l’achat.',
      cancel_other: '{{count, number}} personnes gardent l’accès jusque-là : leurs licences prennent fin avec l’achat.',
    },
    ended: 'Les anciennes licences ont pris fin avec l’achat.',
    didNotStick: 'Microsoft a confirmé l’attribution, mais n’affiche pas la licence',
    guided:
      'Purser ne peut pas résilier cet abonnement : {{name}} doit le faire chez Microsoft. Ce message indiquera quand ce sera fait.',
    lostSome_one: '{{done}} personne sur {{count, number}} a perdu l’accès',
    lostSome_other: '{{done}} personnes sur {{count, number}} ont perdu l’accès',
    lost_one: '{{count, number}} personne a perdu l’accès',
    lost_other: '{{count, number}} personnes ont perdu l’accès',
    wait: 'Je vérifie chez Microsoft {{every}} et je préviendrai tout le monde dès que la fin de l’abonnement y sera visible. Vous n’avez rien à faire.',
    automation: 'Résiliation demandée à votre automatisation : {{when}}.',
    guide: {
      title: 'À faire : résilier l’abonnement chez Microsoft',
      why: 'Purser ne peut pas résilier cet abonnement ; une personne peut le faire dans le Centre d’administration Microsoft 365 :',
      open: 'Ouvrez-le (ci-dessous) : Facturation › Vos produits, filtre Libre-service.',
      find: 'Choisissez {{product}}, acheté par {{purchaser}} ({{seats}}), puis « Abonnements et paramètres » › « Prendre le contrôle de cet abonnement ».',
      end: 'Choisissez « Annuler l’abonnement », sélectionnez une raison, puis confirmez deux fois.',
      renewal:
        'Si Microsoft permet seulement d’arrêter le renouvellement automatique : désactivez la facturation périodique et notez la date de fin.',
      tellPaused: 'Appuyez sur « Indiquer le résultat ».',
      tell: 'Appuyez sur « Indiquer le résultat ». Je vérifie {{every}} et je préviendrai tout le monde dès la fin de l’abonnement.',
    },
    reports: 'Résultats indiqués',
    earlierReports_one: 'et {{count, number}} résultat antérieur',
    earlierReports_other: 'et {{count, number}} résultats antérieurs',
    report: {
      cancelled: 'Résilié, pas encore visible',
      'renewal-off': 'Seul le renouvellement automatique a pu être désactivé',
      refused: 'Microsoft a refusé',
      'no-button': 'Le bouton est introuvable',
      'microsoft-moves': 'Microsoft déplace les utilisateurs (« Déplacer des utilisateurs »)',
    },
    endsOn: 'fin le {{date}}',
    support: {
      title: 'Si cela ne fonctionne pas : envoyez ce texte au support Microsoft',
      text: 'Merci de résilier l’abonnement en libre-service {{id}} dans notre locataire {{tenant}} : {{product}}, acheté par {{purchaser}} ({{seats}}). Nous en faisons la demande en tant qu’administrateurs de l’organisation ; « Prendre le contrôle de cet abonnement » ne suffit pas.',
      said: 'Réponse de Microsoft le {{date}} : « {{words}} »',
    },
    history: 'Historique',
    paused:
      'En pause jusqu’à la fin du pilote en lecture seule. La suite reprendra ici, et personne ne perd de temps pour décider ou se préparer.',
    pausedEnding:
      'En pause jusqu’à la fin du pilote en lecture seule. Si l’abonnement se termine avant, je préviendrai tout le monde à ce moment-là.',
    plusPause: '{{moment}}, plus la durée de la pause de Purser',
    pausedShort: 'en pause',
    newer: 'Un message plus récent se trouve plus bas.',
    needs: {
      you: 'Votre décision est toujours attendue : le délai se termine {{date}}.',
      somebody: 'Une décision est toujours attendue : le délai se termine {{date}}.',
    },
    giveLicences: 'Leur attribuer une licence',
    sayFound: 'Indiquer le résultat',
    send: 'Envoyer',
    ask: {
      approve_one: '{{count, number}} personne perd l’accès. Approuver ?',
      approve_other: '{{count, number}} personnes perdent l’accès. Approuver ?',
      reject: 'La personne qui a fait la demande lira votre motif. Rien ne sera fait.',
      withdraw: 'La demande sera annulée, et toutes les personnes prévenues seront informées que rien ne change.',
      withdrawBegun:
        'La demande sera annulée. Ce qui est fait reste acquis : les utilisateurs déplacés gardent leur nouvelle licence, et l’acheteur continue de payer. Toutes les personnes prévenues en seront informées.',
      reply: 'Votre réponse sera transmise à la personne qui s’oppose. Ensuite, l’opération commencera comme annoncé.',
      proceed:
        'L’opération continuera malgré l’opposition. La personne qui s’oppose et les approbateurs liront votre motif.',
      untold_one:
        '{{names}} perd l’accès et n’a pu être prévenu(e) ni dans Teams ni par e-mail. Cette personne est-elle au courant, par vous ou par son responsable ? L’opération commence dès que vous l’indiquez, et le journal conserve votre réponse.',
      untold_other:
        '{{names}} ({{count, number}} personnes) perdent l’accès et n’ont pu être prévenues ni dans Teams ni par e-mail. Sont-elles toutes au courant, par vous ou par leurs responsables ? L’opération commence dès que vous l’indiquez, et le journal conserve votre réponse.',
      without_one:
        '{{names}} perdra l’accès à la fin de l’abonnement, sans recevoir d’autre licence. Poursuivre ? « Réessayer » vérifie d’abord une nouvelle fois.',
      without_other:
        '{{names}} ({{count, number}} personnes) perdront l’accès à la fin de l’abonnement, sans recevoir d’autre licence. Poursuivre ? « Réessayer » vérifie d’abord une nouvelle fois.',
      report: 'Qu’avez-vous constaté chez Microsoft ?',
    },
    label: {
      reject:
        'Motif du refus, lu par le demandeur, par les personnes qui peuvent décider et dans les canaux où la demande a été publiée',
      withdraw: 'Motif (facultatif, lu par les personnes prévenues)',
      reply: 'Votre réponse',
      proceed: 'Votre motif',
    },
    hint: {
      reject: 'p. ex. l’équipe en a besoin jusqu’en mars',
      withdraw: 'p. ex. l’équipe garde ce produit jusqu’en mars',
      reply: 'p. ex. vous recevez le même produit de notre part',
      proceed: 'p. ex. la même licence existe pour tout le monde',
      until: 'Si seul le renouvellement est désactivé : date de fin',
      refusal: 'Si Microsoft a refusé : message affiché',
      report: 'p. ex. cet abonnement ne peut pas être résilié',
    },
  },
  announced: {
    title: {
      before: {
        purchaser: {
          move: 'Votre organisation reprend votre abonnement',
          stay: 'Votre organisation reprend votre abonnement',
          cancel: 'Votre organisation résilie votre abonnement',
        },
        holder: {
          move: 'Vous allez recevoir une autre licence',
          cancel: 'Une licence que vous utilisez va être résiliée',
        },
      },
      today: {
        move: 'Vous recevez une autre licence aujourd’hui, {{date}}',
        cancel: 'Une licence que vous utilisez est résiliée aujourd’hui, {{date}}',
      },
      'called-off': 'Finalement, rien ne change',
      begun: 'L’opération s’arrête là',
      after: {
        purchaser: {
          move: 'Votre abonnement a pris fin',
          stay: 'Votre abonnement a pris fin',
          cancel: 'Votre abonnement a été résilié',
        },
        holder: {
          move: 'Vous avez maintenant une autre licence',
          cancel: 'Une licence que vous utilisiez a pris fin',
        },
      },
    },
    before: {
      purchaser: {
        move: 'Tous les utilisateurs de votre abonnement {{product}} reçoivent à la place une licence {{target}} de votre organisation. L’abonnement sera ensuite résilié.',
        moveEnds:
          'Tous les utilisateurs de votre abonnement {{product}} reçoivent à la place une licence {{target}} de votre organisation. L’abonnement sera ensuite résilié, et leurs anciennes licences prendront fin avec l’achat.',
        stay: 'Tous les utilisateurs de votre abonnement {{product}} continuent avec une licence de votre organisation. L’abonnement sera résilié.',
        cancel: 'Votre abonnement {{product}} sera résilié. Tous ses utilisateurs perdront l’accès.',
        cancelOn:
          'Votre abonnement {{product}} sera résilié le {{date}} ou peu après. Tous ses utilisateurs perdront l’accès.',
      },
      holder: {
        move: 'Vous utilisez {{product}}, acheté par {{purchaser}}. Votre organisation vous attribue à la place une licence {{target}}, et l’ancienne prendra fin.',
        moveEnds:
          'Vous utilisez {{product}}, acheté par {{purchaser}}. Votre organisation vous attribue à la place une licence {{target}}, et votre ancienne licence prendra fin avec l’achat.',
        cancel:
          'Vous utilisez {{product}}, acheté par {{purchaser}}. Cet abonnement sera résilié et vous perdrez l’accès.',
        cancelOn:
          'Vous utilisez {{product}}, acheté par {{purchaser}}. Cet abonnement sera résilié le {{date}} ou peu après, et vous perdrez l’accès.',
      },
    },
    today: {
      move: 'Vous utilisez {{product}}, acheté par {{purchaser}}. Votre organisation vous attribue aujourd’hui à la place une licence {{target}}, et l’ancien abonnement est résilié.',
      cancel:
        '{{product}}, acheté par {{purchaser}}, est résilié aujourd’hui. Vous perdrez l’accès dès que Microsoft y aura mis fin.',
    },
    off: {
      purchaser: {
        untouched:
          '{{product}}, que vous avez acheté, reste tel quel : aucun utilisateur n’est déplacé, rien n’est résilié, et vous continuez à payer l’abonnement.',
        begun:
          'Votre abonnement {{product}} est maintenu, et vous continuez à le payer. Les utilisateurs qui avaient déjà reçu une nouvelle licence la gardent.',
        over: '{{product}}, que vous avez acheté, a pris fin de lui-même chez Microsoft : l’organisation n’a plus rien à reprendre.',
      },
      holder: {
        untouched: 'Vous gardez {{product}}, acheté par {{purchaser}}.',
        begun: 'Rien d’autre ne change : vos licences restent telles qu’elles sont maintenant.',
        over: '{{product}}, acheté par {{purchaser}}, a pris fin de lui-même chez Microsoft.',
      },
    },
    late: {
      passedOn:
        'Il est trop tard pour suspendre l’opération : elle a déjà commencé. Je transmets votre message à {{name}}, qui en a fait la demande.',
      unheard: 'Il est trop tard pour suspendre l’opération : elle a déjà commencé. Adressez-vous à {{contact}}.',
    },
    goesOn: 'Je la transmets à {{name}}, qui a déjà décidé de continuer. Elle ne retient plus l’opération.',
    formerHolder: 'Vous n’avez plus de licence {{product}} achetée par {{purchaser}} : cela ne vous concerne plus.',
    former: 'Chez Microsoft, {{product}} appartient désormais à {{purchaser}} : ce message ne vous concerne plus.',
    after: {
      someMoved:
        'Microsoft indique que votre abonnement {{product}} a pris fin. Certains de ses utilisateurs ont maintenant une licence {{target}} de votre organisation, les autres ont perdu l’accès.',
      purchaser: {
        move: 'Microsoft indique que votre abonnement {{product}} a pris fin. Ses utilisateurs ont maintenant une licence {{target}} de votre organisation.',
        moveEnds:
          'Microsoft indique que votre abonnement {{product}} a pris fin ; les anciennes licences ont pris fin avec l’achat. Ses utilisateurs ont maintenant une licence {{target}} de votre organisation.',
        stay: 'Microsoft indique que votre abonnement {{product}} a pris fin. Ses utilisateurs continuent avec des licences de votre organisation.',
        cancel: 'Microsoft indique que votre abonnement {{product}} a pris fin. Ses utilisateurs ont perdu l’accès.',
      },
      holder: {
        move: '{{product}}, acheté par {{purchaser}}, a pris fin. Vous avez maintenant une licence {{target}} de votre organisation.',
        moveEnds:
          '{{product}}, acheté par {{purchaser}}, a pris fin ; votre ancienne licence a pris fin avec l’achat. Vous avez maintenant une licence {{target}} de votre organisation.',
        cancel: '{{product}}, acheté par {{purchaser}}, a pris fin et vous n’y avez plus accès.',
      },
    },
    when: {
      objected: 'En attente : une opposition n’a pas encore reçu de réponse.',
      yours: 'En attente : votre opposition attend une réponse.',
      pending: 'En attente : quelque chose a changé, une nouvelle approbation est nécessaire.',
      running: 'Opération en cours.',
      held: 'En attente. Ce message sera mis à jour à la reprise.',
      ending: 'Les nouvelles licences sont en place ; l’ancien abonnement n’a pas encore pris fin chez Microsoft.',
      endingSeats:
        'Les nouvelles licences sont en place ; l’ancien abonnement n’a pas encore pris fin chez Microsoft, et les anciennes licences prendront fin avec l’achat.',
      endingCancel: 'L’abonnement n’a pas encore pris fin chez Microsoft.',
    },
    product: 'Produit',
    instead: 'Remplacé par',
    askFor: '{{product}}, à demander à {{contact}}',
    ended: 'Fin constatée le',
    paysNobody: 'Personne : cet abonnement n’est plus payé',
    from: '{{target}} (licence de votre organisation)',
    boughtBy: 'acheté par {{name}}',
    decidedBy: 'Décision',
    decided: 'Demandé par {{name}}, approuvé par {{names}}',
    asks: 'Demandé par {{name}}',
    starts: 'Quand',
    soonAfter: '{{date}} ou peu après',
    pays: 'Vous, avec votre propre carte, jusqu’à la fin ; je vous préviendrai',
    paysUntil:
      'Vous, avec votre propre carte, jusqu’au {{date}} : l’abonnement prend fin ce jour-là sans se renouveler',
    step: {
      goOn: 'Continuez à travailler comme avant. Si une application demande ensuite une licence, déconnectez-vous puis reconnectez-vous.',
      save: 'Exportez vos fichiers avant la résiliation : sans licence, vous ne pourrez peut-être plus les ouvrir.',
      saveBy: 'Exportez vos fichiers avant le {{date}} : sans licence, vous ne pourrez peut-être plus les ouvrir.',
      alone: 'Vous n’avez rien à résilier vous-même.',
      signIn: 'Si une application demande une licence, déconnectez-vous puis reconnectez-vous.',
      licence: 'Encore besoin de {{product}} ? Demandez à {{contact}} une licence de votre organisation.',
    },
  },
  lateObjection: {
    title: 'Une opposition est arrivée trop tard',
    what: '{{name}} a encore besoin de {{product}}. La prise de contrôle avait déjà commencé : rien n’est suspendu.',
    next: 'Merci de répondre à {{name}} : cette personne sait que vous lirez son message.',
  },
  replied: {
    title: 'Votre opposition a reçu une réponse',
    replied: '{{name}} répond à votre opposition au sujet de {{product}}',
    'went-on': '{{name}} maintient l’opération sur {{product}} malgré votre opposition',
    yours: 'Votre opposition',
    next: 'La suite',
    starts: 'L’opération aura lieu comme annoncé, le {{date}} ou peu après.',
    held: 'L’opération reste en attente : d’autres personnes s’opposent et attendent une réponse.',
    over: 'L’opération est terminée : un message distinct en indique le résultat.',
  },
};
