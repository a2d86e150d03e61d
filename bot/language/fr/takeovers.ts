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
    summary: 'Lister les prises de contrôle (à décider, en cours, terminées)',
    examples: [
      'approbations',
      'approbations les miennes',
      'approbations en cours',
      'approbations terminées',
      'approbations toutes visio',
    ],
  },
  approval: {
    names: ['approbation', 'demande'],
    summary: 'Voir une prise de contrôle et son historique',
    examples: ['approbation TK-4'],
  },
  approve: {
    names: ['approuver'],
    summary: 'Approuver une prise de contrôle',
    examples: ['approuver TK-4'],
  },
  reject: {
    names: ['refuser', 'rejeter'],
    summary: 'Refuser une prise de contrôle, avec la raison',
    examples: ['refuser TK-4 parce que l’équipe design en a besoin'],
  },
  withdraw: {
    names: ['abandonner'],
    summary: 'Abandonner une prise de contrôle',
    examples: ['abandonner TK-4'],
  },
  reassign: {
    names: ['réaffecter'],
    summary: 'Confier la décision à quelqu’un d’autre',
    examples: ['réaffecter TK-4 Megan'],
  },
  stop: {
    names: ['arrêter'],
    summary: 'Arrêter une prise de contrôle en cours',
    examples: ['arrêter TK-4'],
  },
  check: {
    names: ['vérifier', 'vérifier maintenant'],
    summary: 'Voir si Microsoft montre qu’une prise de contrôle est terminée, ou dire ce que vous y avez trouvé',
    examples: ['vérifier TK-4', 'vérifier TK-4 résilié', 'vérifier TK-4 renouvellement désactivé jusqu’au 31/12/2026'],
  },
  reply: {
    names: ['répondre'],
    summary: 'Répondre à qui s’oppose à votre prise de contrôle',
    examples: ['répondre TK-4 vos diagrammes restent où ils sont'],
  },
  proceed: {
    names: ['poursuivre', 'continuer'],
    summary: 'Poursuivre votre prise de contrôle malgré une opposition, avec la raison',
    examples: ['poursuivre TK-4 parce que la licence est payée deux fois'],
  },
};

export const messages: typeof english.messages = {
  approvals: {
    title: {
      waiting: 'Prises de contrôle à décider',
      running: 'Prises de contrôle en cours',
      mine: 'Mes prises de contrôle',
      ended: 'Prises de contrôle terminées',
      every: 'Toutes les prises de contrôle',
    },
    none: {
      waiting: 'Aucune prise de contrôle n’attend de décision.',
      running: 'Aucune prise de contrôle n’est en cours.',
      mine: 'Vous n’en avez demandé aucune, et aucune ne vous est confiée.',
      ended: 'Aucune prise de contrôle n’est encore terminée.',
      every: 'Il n’y a pas encore de prise de contrôle. Un administrateur en demande une depuis un achat.',
    },
    count_one: '{{count}} prise de contrôle',
    count_other: '{{count}} prises de contrôle',
    which: 'Seulement celles avec « {{what}} ».',
    noMatch: 'Aucune d’elles n’a « {{what}} ». Appuyez sur Filtrer, ou tapez : approbations toutes.',
    stage: 'Lesquelles',
    filterWordsHint: 'Produit, personne ou numéro TK',
    decideBy: 'À décider d’ici le',
    by: 'par {{name}}',
    act: {
      move_one: 'Déplacer {{count}} utilisateur',
      move_other: 'Déplacer {{count}} utilisateurs',
      stay_one: '{{count}} utilisateur reste sur vos propres licences',
      stay_other: '{{count}} utilisateurs restent sur vos propres licences',
      cancel_one: 'Résilier ; {{count}} personne y perd accès',
      cancel_other: 'Résilier ; {{count}} personnes y perdent accès',
    },
  },
  takeover: {
    already:
      'Une prise de contrôle de {{purchase}} est en cours : {{takeover}}. Elle doit d’abord être décidée ou abandonnée.',
    unknown: 'Je ne connais pas de prise de contrôle {{id}}.',
    notYours: '{{id}} concerne les personnes qui peuvent décider des prises de contrôle et celle qui l’a demandée.',
    which: 'Quelle prise de contrôle ? Par exemple : {{example}}.',
    state: {
      pending: 'attend une décision',
      approved: 'approuvée',
      running: 'en cours',
      waiting: 'attend la fin de l’abonnement',
      stopped: 'arrêtée',
      failed: 'en échec',
      done: 'terminée',
      rejected: 'refusée',
      withdrawn: 'abandonnée',
      expired: 'expirée',
    },
    turned: {
      request: '{{name}} l’a demandée',
      approve: '{{name}} l’a approuvée',
      reject: '{{name}} l’a refusée',
      withdraw: '{{name}} l’a abandonnée',
      expire: 'Personne n’a décidé à temps',
      reassign: '{{name}} l’a confiée à quelqu’un d’autre',
      remind: 'J’ai relancé les personnes qui peuvent décider',
      revise: 'Quelque chose a changé, il faut l’approuver de nouveau',
      unapprove: 'Une approbation ne compte plus, il faut l’approuver de nouveau',
      object: '{{name}} s’y est opposé',
      answer: '{{name}} a répondu à une opposition',
      start: 'Elle a commencé',
      stop: '{{name}} l’a arrêtée',
      fail: 'Elle n’a pas pu aboutir',
      retry: '{{name}} l’a relancée',
      wait: 'L’abonnement doit encore prendre fin',
      report: '{{name}} a rendu compte de l’abonnement',
      finish: 'Microsoft montre que l’abonnement a pris fin',
    },
    words: {
      over: 'L’abonnement a pris fin.',
      'requester-out': 'La personne qui l’a demandée n’est plus un membre actif.',
      blocked: 'Quelque chose s’y oppose.',
      changed: 'Ce n’est plus ce qui a été approuvé.',
      'some-failed': 'Tout le monde n’a pas pu être déplacé.',
      ending: 'Votre automatisation n’a pas mis fin à l’abonnement.',
      trouble: 'Microsoft n’a pas répondu, ou a refusé.',
      deleted: 'Microsoft l’affiche comme supprimé.',
      gone: 'Microsoft ne le liste plus.',
    },
    refused: {
      over: 'C’est déjà décidé.',
      shownOtherwise: 'Ce n’est plus ce que disait cette carte : quelque chose a changé. Regardez de nouveau.',
      'not-now': '{{id}} : {{state}}. Ce n’est pas possible maintenant. {{turn}}',
      'not-yours': 'Vous ne pouvez pas faire cela avec {{id}}.',
      'own-request': 'Vous avez demandé {{id}} vous-même : quelqu’un d’autre doit décider.',
      'own-purchase': '{{id}} concerne ce que vous avez acheté vous-même : quelqu’un d’autre doit décider.',
      'approved-already': 'Vous avez déjà approuvé {{id}}. Il faut encore une autre personne.',
      'too-late': 'Le délai pour décider de {{id}} est passé.',
      'too-early': 'Ce n’est pas encore le moment pour {{id}}.',
      changed: '{{id}} n’est plus ce qui a été approuvé. Abandonnez-la et demandez-la de nouveau.',
      objected:
        'Quelqu’un s’oppose à {{id}} et attend une réponse. Répondez d’abord, ou poursuivez en donnant une raison.',
      unapproved: '{{id}} n’est pas approuvée.',
      'requester-out':
        'La personne qui a demandé {{id}} n’est plus un membre actif : elle ne peut pas être exécutée. Abandonnez-la.',
      'approver-out':
        'Une personne qui a approuvé {{id}} ne peut plus approuver : abandonnez-la et demandez-la de nouveau.',
      'objected-already': 'Vous vous êtes déjà opposé à {{id}} ; vos mots ont été transmis.',
      'no-objection': 'Personne ne s’oppose à {{id}} en ce moment.',
      'no-words': 'Dites-le en quelques mots, par exemple : {{example}}.',
      'no-day': 'Dites quand il prend fin, par exemple : {{example}}.',
      'cannot-decide': '{{name}} ne peut pas décider de {{id}}.',
      'nothing-changes': 'C’est déjà le cas.',
    },
    reassign: {
      who: 'À qui la confier ? Par exemple : {{example}}.',
      unknown: 'Aucun approbateur ne s’appelle « {{name}} ». Ces personnes peuvent approuver : {{names}}.',
      several: '« {{name}} » peut être {{names}}. Écrivez le nom entier.',
    },
    check: {
      every_one: 'chaque minute',
      every_other: 'toutes les {{count, number}} minutes',
      notYet: 'Microsoft ne l’affiche pas encore ; je vérifie {{every}} ; vous n’avez rien à faire.',
      steps: 'Si vous ne l’avez pas encore résilié chez Microsoft, les étapes sont ci-dessous.',
      asking: 'Microsoft prend son temps. Je continue de demander, et cette prise de contrôle montrera le résultat.',
      noted: 'Merci, c’est noté. Je continue de vérifier chez Microsoft {{every}}.',
    },
    oneOfThem_one:
      '{{count, number}} autre personne s’oppose aussi. Cette réponse va à la première ; rien n’a encore été envoyé.',
    oneOfThem_other:
      '{{count, number}} autres personnes s’opposent aussi. Cette réponse va à la première ; rien n’a encore été envoyé.',
    wordless: 'Dites-le en quelques mots : rien n’a encore été envoyé.',
    dayless: 'Dites quel jour il prend fin : rien n’a encore été envoyé.',
    choose: 'Choisissez ce que vous avez trouvé.',
    mayTry: 'Microsoft ne peut pas dire en ce moment qui peut encore décider. Réessayez dans un instant.',
  },
  takeoverCard: {
    act: {
      move_one:
        'Faire passer {{count, number}} utilisateur de {{product}} (acheté par {{purchaser}}) à {{target}} (central), puis mettre fin à cet achat',
      move_other:
        'Faire passer {{count, number}} utilisateurs de {{product}} (acheté par {{purchaser}}) à {{target}} (central), puis mettre fin à cet achat',
      stay_one:
        'Mettre fin à {{product}} (acheté par {{purchaser}}) ; {{count, number}} utilisateur reste sur vos propres licences',
      stay_other:
        'Mettre fin à {{product}} (acheté par {{purchaser}}) ; {{count, number}} utilisateurs restent sur vos propres licences',
      cancel_one: 'Résilier {{product}}, acheté par {{purchaser}} ; {{count, number}} personne le perd',
      cancel_other: 'Résilier {{product}}, acheté par {{purchaser}} ; {{count, number}} personnes le perdent',
    },
    automationSaid: 'Votre automatisation répond : « {{words}} »',
    noAutomation:
      'Il n’y a plus d’automatisation. Abandonnez-la et demandez-la de nouveau ; une personne sera alors guidée.',
    on: '{{act}} le {{date}} au plus tôt',
    earliest: '{{date}} au plus tôt',
    fact: {
      decideBy: 'À décider d’ici le',
      starts: 'Début',
      cost: 'Coût par mois',
      undo: 'Retour en arrière',
      why: 'Pourquoi',
      by: 'Demandé par',
      purchaser: 'Acheteur',
      approved: 'Approuvé par',
      putTo: 'Confié à',
    },
    cost: {
      move: 'Inconnu aujourd’hui ; ensuite seulement vos propres licences',
      stay: 'Inconnu aujourd’hui ; ensuite seulement vos propres licences',
      cancel: 'Inconnu aujourd’hui ; plus rien après la fin',
    },
    undo: {
      move: 'Les licences : oui, tant qu’il en reste. L’abonnement terminé : non',
      stay: 'Impossible : un abonnement terminé ne revient pas',
      cancel: 'Impossible : un abonnement terminé ne revient pas',
    },
    answer: {
      objected: 's’oppose',
      answered: 's’est opposé et a reçu une réponse',
      seen: 'l’a lu',
      silent: 'pas encore de réponse',
      unasked: 'pas encore contacté',
      unreached: 'n’a pas pu être joint',
      left: 'parti, ou ne peut plus se connecter',
    },
    approvals: '{{done}} sur {{needed}}',
    approvalsBy: '{{done}} sur {{needed}} : {{names}}',
    findings: 'Avant le début',
    objected_one: '{{count, number}} personne s’oppose. Rien ne commence avant une réponse ({{name}})',
    objected_other: '{{count, number}} personnes s’opposent. Rien ne commence avant une réponse ({{name}})',
    wentOn_one: '{{count, number}} personne s’est opposée ; la procédure continue malgré tout',
    wentOn_other: '{{count, number}} personnes se sont opposées ; la procédure continue malgré tout',
    answeredWith: 'La procédure continue : {{words}}',
    progress: {
      move_one: '{{done}} sur {{count, number}} : licence remplacée',
      move_other: '{{done}} sur {{count, number}} : licence remplacée',
      cancel_one: '{{done}} licence retirée sur {{count, number}}',
      cancel_other: '{{done}} licences retirées sur {{count, number}}',
    },
    failed_one: '{{count, number}} personne n’a pas pu changer de licence',
    failed_other: '{{count, number}} personnes n’ont pas pu changer de licence',
    keptCancel_one: '{{count, number}} personne garde l’accès jusqu’à la fin de l’abonnement. Ce n’est pas un échec.',
    keptCancel_other:
      '{{count, number}} personnes gardent l’accès jusqu’à la fin de l’abonnement. Ce n’est pas un échec.',
    unreached_one: '{{count, number}} personne n’a pas pu en être informée',
    unreached_other: '{{count, number}} personnes n’ont pas pu en être informées',
    kept_one:
      'Microsoft garde {{count, number}} ancienne licence jusqu’à la fin de l’abonnement. Ce n’est pas un échec.',
    kept_other:
      'Microsoft garde {{count, number}} anciennes licences jusqu’à la fin de l’abonnement. Ce n’est pas un échec.',
    didNotStick: 'Microsoft l’a dit fait, mais ne montre pas la licence',
    guided:
      'Purser ne peut pas résilier cet achat : {{name}} doit y mettre fin chez Microsoft. Ce message dira quand c’est fait.',
    lost_one: '{{count, number}} personne a perdu l’accès',
    lost_other: '{{count, number}} personnes ont perdu l’accès',
    wait: 'Je vérifie chez Microsoft {{every}} et préviens tout le monde dès que la fin y est visible. Vous n’avez rien à faire.',
    automation: 'Votre automatisation a été chargée de mettre fin à l’abonnement : {{when}}.',
    guide: {
      title: 'À faire : mettre fin à l’abonnement chez Microsoft',
      why: 'Purser ne peut pas résilier cet achat ; une personne le peut, dans le centre d’administration :',
      open: 'Ouvrez le Centre d’administration (ci-dessous) : Facturation › Vos produits, filtre Libre-service.',
      find: 'Choisissez {{product}}, {{seats}}, acheté par {{purchaser}} ; puis « Abonnements et paramètres » › « Prendre le contrôle de cet abonnement ».',
      end: '« Annuler l’abonnement », choisissez une raison, confirmez deux fois.',
      renewal:
        'Si Microsoft permet seulement d’arrêter le renouvellement : désactivez la facturation périodique et notez le jour de fin.',
      tell: 'Appuyez sur « Dire ce que j’ai trouvé ». Je vérifie {{every}} et préviens tout le monde dès la fin.',
    },
    reports: 'Constaté jusqu’ici',
    report: {
      cancelled: 'Résilié, pas encore visible',
      'renewal-off': 'Seul le renouvellement a pu être désactivé',
      refused: 'Microsoft a refusé',
      'no-button': 'Le bouton n’existe pas',
      'microsoft-moves': 'Microsoft déplace les utilisateurs (« Déplacer des utilisateurs »)',
    },
    endsOn: 'fin le {{date}}',
    support: {
      title: 'Si cela ne marche pas : écrivez ceci au support Microsoft',
      text: 'Merci de résilier l’abonnement en libre-service {{id}} dans notre locataire {{tenant}} : {{product}}, {{seats}}, acheté par {{purchaser}}. Nous le demandons en tant qu’administrateurs de l’organisation ; « Prendre le contrôle de cet abonnement » n’y suffit pas.',
      said: 'Sa réponse du {{date}} : « {{words}} »',
    },
    history: 'Historique',
    newer: 'Un message plus récent se trouve plus bas.',
    giveLicences: 'Leur donner une licence',
    sayFound: 'Dire ce que j’ai trouvé',
    send: 'Envoyer',
    ask: {
      approve_one: '{{count, number}} personne perd l’accès. Approuver ?',
      approve_other: '{{count, number}} personnes perdent l’accès. Approuver ?',
      reject: 'La personne qui a fait la demande lira votre raison, et rien ne sera fait.',
      withdraw: 'La demande est abandonnée, et toutes les personnes prévenues apprennent que rien ne se fera.',
      withdrawBegun:
        'La demande est abandonnée. Ce qui est fait reste : les personnes déplacées gardent leur nouvelle licence, et l’acheteur continue de payer. Toutes les personnes prévenues l’apprennent.',
      reply: 'Votre réponse va à la personne qui s’oppose. Ensuite, tout commence comme annoncé.',
      proceed:
        'La procédure continue malgré l’opposition. La personne qui s’oppose et celles qui approuvent lisent votre raison.',
      report: 'Qu’avez-vous trouvé chez Microsoft ?',
    },
    label: {
      reject: 'Pourquoi refuser ?',
      withdraw: 'Pourquoi ? (facultatif ; elles le lisent)',
      reply: 'Votre réponse',
      proceed: 'Votre raison',
    },
    hint: {
      reject: 'ex. l’équipe en a besoin jusqu’en mars',
      withdraw: 'ex. l’équipe le garde jusqu’en mars',
      reply: 'ex. vous recevez le même produit de notre part',
      proceed: 'ex. la même licence existe pour tout le monde',
      until: 'Si seul le renouvellement est désactivé : le jour de fin',
      refusal: 'Si Microsoft a refusé : en quels termes ?',
      report: 'ex. cet abonnement ne peut pas être résilié',
    },
  },
  announced: {
    title: {
      before: {
        purchaser: 'Votre organisation reprend ce que vous avez acheté',
        move: 'Vous recevez une autre licence',
        cancel: 'Vous allez perdre une licence',
      },
      'called-off': 'Finalement, rien ne se fait',
      begun: 'Cela ne va pas plus loin',
      after: {
        purchaser: 'Ce que vous avez acheté a pris fin',
        move: 'Vous avez maintenant une autre licence',
        cancel: 'Vous avez perdu une licence',
      },
    },
    before: {
      purchaser: {
        move: 'Toutes les personnes qui utilisent {{product}}, que vous avez acheté, reçoivent à la place une licence {{target}} de votre organisation. Ensuite, il est mis fin à votre abonnement.',
        stay: 'Toutes les personnes qui utilisent {{product}}, que vous avez acheté, continuent avec une licence de votre organisation. Il est mis fin à votre abonnement.',
        cancel:
          'Il est mis fin à l’abonnement {{product}} que vous avez acheté. Toutes les personnes qui l’utilisent perdent l’accès.',
      },
      holder: {
        move: 'Vous utilisez {{product}}, acheté par {{purchaser}}. Votre organisation vous donne une licence {{target}} à la place, et l’ancienne prend fin.',
        cancel:
          'Vous utilisez {{product}}, acheté par {{purchaser}}. Il est mis fin à cet abonnement, et vous perdez l’accès.',
      },
    },
    off: {
      purchaser: {
        untouched:
          '{{product}}, que vous avez acheté, reste tel quel : rien n’est déplacé ni résilié, et vous continuez à le payer.',
        begun:
          'Votre abonnement {{product}} reste, et vous continuez à le payer. Les personnes qui avaient déjà reçu une nouvelle licence la gardent.',
        over: '{{product}}, que vous avez acheté, a pris fin de lui-même chez Microsoft : il n’y a plus rien à reprendre.',
      },
      holder: {
        untouched: 'Vous gardez {{product}}, acheté par {{purchaser}}.',
        begun: 'Rien d’autre ne change : vos licences restent telles qu’elles sont maintenant.',
        over: '{{product}}, acheté par {{purchaser}}, a pris fin de lui-même chez Microsoft.',
      },
    },
    former: 'Chez Microsoft, {{product}} appartient maintenant à {{purchaser}} : cela ne vous concerne plus.',
    after: {
      someMoved:
        'Microsoft indique que votre abonnement {{product}} a pris fin. Une partie des personnes qui l’utilisaient ont une licence {{target}} de votre organisation, les autres ont perdu l’accès.',
      purchaser: {
        move: 'Microsoft indique que votre abonnement {{product}} a pris fin. Les personnes qui l’utilisaient ont une licence {{target}} de votre organisation.',
        stay: 'Microsoft indique que votre abonnement {{product}} a pris fin. Les personnes qui l’utilisaient continuent avec des licences de votre organisation.',
        cancel:
          'Microsoft indique que votre abonnement {{product}} a pris fin. Les personnes qui l’utilisaient ont perdu l’accès.',
      },
      holder: {
        move: '{{product}}, acheté par {{purchaser}}, a pris fin. Vous avez une licence {{target}} de votre organisation.',
        cancel: '{{product}}, acheté par {{purchaser}}, a pris fin, et votre accès aussi.',
      },
    },
    when: {
      objected: 'En attente : quelqu’un s’oppose et n’a pas encore de réponse.',
      pending: 'En attente : quelque chose a changé, une nouvelle approbation est nécessaire.',
      running: 'C’est en cours.',
      held: 'En attente. Ce message indiquera la reprise.',
      ending: 'Les licences sont réglées ; l’abonnement doit encore prendre fin chez Microsoft.',
    },
    product: 'Produit',
    instead: 'À la place',
    from: '{{target}}, de votre organisation',
    boughtBy: 'acheté par {{name}}',
    decidedBy: 'Décision',
    decided: 'Demandé par {{name}}, approuvé par {{names}}',
    asks: 'Demandé par {{name}}',
    starts: 'Quand',
    soonAfter: '{{date}} ou peu après',
    pays: 'Vous, avec votre propre carte, jusqu’à ce que Microsoft y ait mis fin ; je vous le dirai',
    paysUntil: 'Vous, avec votre propre carte, jusqu’au {{date}} : il prend fin ce jour-là sans se renouveler',
    step: {
      goOn: 'Continuez à travailler comme avant. Si une application demande ensuite une licence, déconnectez-vous puis reconnectez-vous.',
      save: 'Enregistrez vos fichiers avant : sans licence, vous ne pourrez peut-être plus les ouvrir.',
      alone: 'Vous n’avez rien à résilier vous-même.',
      signIn: 'Si une application demande une licence, déconnectez-vous puis reconnectez-vous.',
      licence: 'Si {{product}} reste nécessaire, {{contact}} peut attribuer une licence de votre organisation.',
    },
  },
  replied: {
    title: 'Votre opposition a reçu une réponse',
    replied: '{{name}} répond à votre opposition au sujet de {{product}}',
    'went-on': '{{name}} continue avec {{product}} malgré votre opposition',
    yours: 'Votre opposition',
    next: 'La suite',
    starts: 'Tout se fait comme annoncé, le {{date}} ou peu après.',
    held: 'Tout reste en attente : d’autres s’opposent et n’ont pas encore de réponse.',
    over: 'C’est terminé : un message à part dit ce qu’il en est advenu.',
  },
};
