/** Une prise de contrôle avant sa demande. */
import type * as english from '../en/drafts.ts';

export const messages: typeof english.messages = {
  draft: {
    which: 'Quel achat ? Par exemple : {{example}}.',
    gone: 'Ce choix n’existe plus : il a été confirmé, ou il est trop ancien. Recommencez.',
    notYours: '{{name}} choisit ici. Commencez votre propre demande.',
    unread:
      'Je n’ai pas encore lu qui a une licence de {{id}}. Ce sera fait à la prochaine lecture ; réessayez dans quelques minutes.',
    settleFirst:
      '{{product}} ({{id}}) est probablement {{kind}}, mais personne ne l’a confirmé. Avant d’en prendre le contrôle : qu’est-ce que c’est ?',
    obstacle: {
      central: '{{id}} a été acheté par l’organisation : c’est déjà le vôtre. Si c’est une erreur, corrigez son type.',
      partner: '{{id}} a été vendu par un partenaire : adressez-vous à lui. Si c’est une erreur, corrigez son type.',
      noChat:
        'Personne n’apprendrait votre demande : aucun canal ni groupe ne reçoit encore les approbations. Là où sont vos approbateurs, mentionnez-moi et tapez « {{hint}} ». Puis vérifiez de nouveau.',
      noChatHere:
        'Personne n’apprendrait votre demande : aucun canal ni groupe ne reçoit encore les approbations. Activez-les ici, ou tapez « {{hint}} » là où sont vos approbateurs.',
      tooFew:
        'Personnes qui pourraient décider sans être ni demandeur ni acheteur : {{others}} ; il en faut {{needed}}. L’équipe qui gère Purser peut nommer d’autres approbateurs ; cela compte en cinq minutes.',
    },
    button: {
      move: 'Déplacer',
      cancel: 'Résilier l’abonnement',
      change: 'Modifier la liste',
      again: 'Vider la liste',
      buy: 'Acheter des licences',
    },
    pick: {
      title: 'À qui sont ces licences ?',
      why: 'Cet achat compte {{seats}}, {{held}}, et Microsoft ne dit pas quelles licences viennent de cet achat. De qui s’agit-il ?',
      held_one: '{{count, number}} personne a ce produit',
      held_other: '{{count, number}} personnes ont ce produit',
      already: 'Sur votre liste jusqu’ici',
      label: 'De qui s’agit-il ?',
      names: 'Noms ou adresses',
      namesToo: 'Ou des noms et adresses, tirés d’une liste',
      hint: 'Un par ligne, ou séparés par des virgules',
      only: 'Rien ne change pour les autres, et personne d’autre n’est informé. Licences au {{date}}.',
      nobody: 'Choisissez au moins une personne.',
      recognised_one: 'J’ai reconnu {{count, number}} personne ; la liste est gardée.',
      recognised_other: 'J’ai reconnu {{count, number}} personnes ; la liste est gardée.',
      unknown:
        'Aucun titulaire de ce produit ne s’appelle : {{names}}. Corrigez ci-dessous, ou effacez ces noms et continuez.',
      several: '« {{name}} » peut être {{accounts}}. Écrivez l’adresse.',
      more_one: '{{count, number}} autre',
      more_other: '{{count, number}} autres',
    },
    choose: {
      title: 'Prise de contrôle : que deviennent les utilisateurs ?',
      sole_one: '{{count, number}} personne l’utilise.',
      sole_other: '{{count, number}} personnes l’utilisent.',
      picked_one: 'Vous avez choisi {{count, number}} personne.',
      picked_other: 'Vous avez choisi {{count, number}} personnes.',
      how: 'Déplacés vers un produit de l’organisation, ils gardent l’accès, et l’abonnement prend fin. Si l’abonnement est résilié sans cela, ils perdent l’accès.',
      nowhere:
        'L’organisation n’a pas de produit vers lequel les déplacer. L’abonnement peut être résilié ; ils perdent alors l’accès.',
      label: 'Les déplacer vers',
      free_one: '{{count, number}} licence libre',
      free_other: '{{count, number}} licences libres',
      short: 'libres : {{free, number}}, manquantes : {{missing, number}}',
      same: 'les licences de l’organisation ; personne n’est déplacé',
      others: 'Un autre produit : tapez {{example}}.',
      none: 'Choisissez le produit vers lequel les déplacer.',
      unknown: 'Je ne connais pas de produit « {{product}} » dont l’organisation ait des licences.',
      several: '« {{product}} » peut être l’un de ceux-ci.',
    },
    losing: 'Qui perd l’accès',
    cause: {
      title: 'Résilier l’abonnement : pourquoi ?',
      what_one: '{{count, number}} personne perd l’accès au produit quand il prend fin.',
      what_other: '{{count, number}} personnes perdent l’accès au produit quand il prend fin.',
      label: 'Motif',
      none: 'Choisissez un motif.',
      gone: 'Ce motif n’est plus dans la liste.',
      'not-needed': 'Plus nécessaire',
      replaced: 'Remplacé par un autre produit',
      cost: 'Trop cher',
      compliance: 'Contraire à nos règles ou à la protection des données',
      left: 'La personne qui l’a acheté est partie',
      other: 'Autre chose',
    },
    severity: { blocks: '⚠ Bloquant :', warns: '⚠ Attention :', tells: 'À savoir :' },
    finding: {
      'holders-unknown': 'Personne n’a encore dit à qui sont les licences de cet achat.',
      'seats-unread':
        'Microsoft ne dit pas combien de licences sont libres. Vérifiez de nouveau dans quelques minutes.',
      'nobody-holds-it': 'Aucune de ces personnes n’en a encore une licence.',
      'target-short_one':
        'Il manque {{count, number}} licence de {{product}} : il en faut {{need, number}}, {{free, number}} libres. Achetez-la dans le centre d’administration, Facturation › Acheter des services, puis vérifiez de nouveau.',
      'target-short_other':
        'Il manque {{count, number}} licences de {{product}} : il en faut {{need, number}}, {{free, number}} libres. Achetez-les dans le centre d’administration, Facturation › Acheter des services, puis vérifiez de nouveau.',
      'pool-short_one':
        'Il manquerait {{count, number}} licence : il en reste {{left, number}} après la fin de cet achat, {{used, number}} sont prises. Achetez-la dans le centre d’administration, puis vérifiez de nouveau.',
      'pool-short_other':
        'Il manquerait {{count, number}} licences : il en reste {{left, number}} après la fin de cet achat, {{used, number}} sont prises. Achetez-les dans le centre d’administration, puis vérifiez de nouveau.',
      'pool-covers':
        'Les licences de l’organisation suffisent : il en reste {{left, number}}, {{used, number}} sont prises.',
      'list-short_one':
        '{{count, number}} personne de plus que sur votre liste occupe ces licences, et perdrait la sienne. Revenez en arrière et modifiez la liste.',
      'list-short_other':
        '{{count, number}} personnes de plus que sur votre liste occupent ces licences, et perdraient la leur. Revenez en arrière et modifiez la liste.',
      'list-long_one': '{{count, number}} personne est sur la liste, et l’achat ne compte que {{bought}}.',
      'list-long_other':
        '{{count, number}} personnes sont sur la liste, et l’achat ne compte que {{bought}} : certaines en ont une autre.',
      'loses-access_one': '{{count, number}} personne perd l’accès à {{product}}.',
      'loses-access_other': '{{count, number}} personnes perdent l’accès à {{product}}.',
      'no-usage-location_one':
        '{{count, number}} personne n’a pas de lieu d’utilisation, sans lequel Microsoft n’attribue rien. Indiquez-le dans Entra, sinon elle ne peut pas être déplacée.',
      'no-usage-location_other':
        '{{count, number}} personnes n’ont pas de lieu d’utilisation, sans lequel Microsoft n’attribue rien. Indiquez-le dans Entra, sinon elles ne peuvent pas être déplacées.',
      'group-assigned_one': '{{count, number}} personne l’a par un groupe : seul un changement du groupe la retire.',
      'group-assigned_other':
        '{{count, number}} personnes l’ont par un groupe : seul un changement du groupe la retire.',
      disabled_one: '{{count, number}} personne ne peut pas se connecter.',
      disabled_other: '{{count, number}} personnes ne peuvent pas se connecter.',
      'has-target_one': '{{count, number}} personne a déjà {{product}}.',
      'has-target_other': '{{count, number}} personnes ont déjà {{product}}.',
      'not-holding_one': '{{count, number}} personne n’en a pas de licence : rien n’est fait pour elle.',
      'not-holding_other': '{{count, number}} personnes n’en ont pas de licence : rien n’est fait pour elles.',
      left_one: '{{count, number}} personne est partie.',
      left_other: '{{count, number}} personnes sont parties.',
    },
    confirm: {
      title: {
        move: 'Demander de déplacer les utilisateurs, puis de mettre fin à l’abonnement ?',
        stay: 'Demander de mettre fin à l’abonnement, chacun gardant sa licence ?',
        cancel: 'Voulez-vous vraiment résilier l’abonnement ?',
      },
      what: {
        move_one:
          '{{count, number}} personne passe de {{product}}, acheté par {{purchaser}}, à {{target}} de l’organisation ; puis l’abonnement prend fin.',
        move_other:
          '{{count, number}} personnes passent de {{product}}, acheté par {{purchaser}}, à {{target}} de l’organisation ; puis l’abonnement prend fin.',
        stay_one:
          '{{count, number}} personne garde {{product}} avec les licences de l’organisation ; l’achat de {{purchaser}} prend fin.',
        stay_other:
          '{{count, number}} personnes gardent {{product}} avec les licences de l’organisation ; l’achat de {{purchaser}} prend fin.',
        cancel_one: '{{product}}, acheté par {{purchaser}}, prend fin ; {{count, number}} personne perd l’accès.',
        cancel_other: '{{product}}, acheté par {{purchaser}}, prend fin ; {{count, number}} personnes perdent l’accès.',
      },
      checking:
        'Microsoft prend son temps pour dire ce qui pourrait poser problème. Je continue de demander ; vous le verrez ici.',
      trouble:
        '{{trouble}} : je ne peux pas encore dire ce qui pourrait poser problème. Vérifiez de nouveau dans un instant.',
      found: 'Ce que j’ai trouvé',
      about: 'De qui il s’agit',
      ending: 'Comment il prend fin',
      endings: {
        guided:
          'Purser ne peut pas résilier cet achat : vous y mettez fin dans le centre d’administration. Je dis comment, et je vérifie.',
        webhook: 'Votre propre automatisation y met fin ; je vérifie.',
      },
      deciders: 'Qui décide',
      asked_one: 'Demandé à : {{chats}} ; {{count}} personne doit approuver, ni vous ni l’acheteur.',
      asked_other: 'Demandé à : {{chats}} ; {{count}} personnes doivent approuver, ni vous ni l’acheteur.',
      aChat: 'un groupe',
      decideBy: 'Décision d’ici le',
      reason: 'Pourquoi (lu par les approbateurs, l’acheteur et les utilisateurs)',
      reasonHint: 'p. ex. nous avons un contrat central',
    },
    changed: {
      since:
        'Entre-temps quelque chose a changé : {{what}}. J’ai vérifié de nouveau ; est-ce toujours ce que vous voulez ?',
      event: '{{what}} ({{before}} → {{after}})',
      holders: 'nouveaux utilisateurs : {{names}}',
      old: 'Ce que j’avais trouvé datait de {{minutes}} minutes ; j’ai vérifié de nouveau. Est-ce toujours ce que vous voulez ?',
      shared:
        'Entre-temps le même produit a été acheté une fois de plus : Microsoft ne dit plus à qui sont ces licences.',
    },
  },
};
