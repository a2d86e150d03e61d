/** Une prise de contrôle avant sa demande. */
import type * as english from '../en/drafts.ts';

export const messages: typeof english.messages = {
  draft: {
    which: 'Quel achat ? Par exemple : {{example}}.',
    gone: 'Cette demande n’est plus disponible : elle a été confirmée ou elle est trop ancienne. Recommencez.',
    notYours: '{{name}} prépare cette demande. Créez la vôtre.',
    unread:
      'Je ne sais pas encore qui a une licence de {{id}}. Ce sera le cas à la prochaine actualisation ; réessayez dans quelques minutes.',
    settleUnsure:
      '{{product}} ({{id}}) vient peut-être du libre-service, peut-être de l’organisation : personne ne l’a précisé. Avant d’en prendre le contrôle : de quel type d’achat s’agit-il ?',
    settleFirst:
      '{{product}} ({{id}}) est probablement {{kind}}, mais personne ne l’a confirmé. Avant d’en prendre le contrôle : de quel type d’achat s’agit-il ?',
    obstacle: {
      central:
        '{{id}} a été acheté par l’organisation : vous en avez déjà le contrôle. Si c’est une erreur, corrigez son type.',
      partner:
        '{{id}} a été vendu par un partenaire : adressez-vous à ce partenaire. Si c’est une erreur, corrigez son type.',
      nobodyReached:
        'Personne ne verrait votre demande : aucun canal ni groupe ne reçoit les approbations, et je ne peux écrire à aucun approbateur (absent, sans notifications ou sans Purser). Mentionnez-moi dans le canal de vos approbateurs et tapez « {{hint}} », puis vérifiez de nouveau.',
      nobodyReachedHere:
        'Personne ne verrait votre demande : aucun canal ni groupe ne reçoit les approbations, et je ne peux écrire à aucun approbateur. Activez-les ici, ou tapez « {{hint}} » dans le canal de vos approbateurs.',
      tooFew:
        'Personnes pouvant décider, hors demandeur et acheteur : {{others}} ; il en faut {{needed}}. L’équipe qui gère Purser peut désigner d’autres approbateurs ; c’est pris en compte en cinq minutes.',
    },
    button: {
      move: 'Déplacer',
      cancel: 'Résilier l’abonnement',
      change: 'Modifier la liste',
      again: 'Vider la liste',
      search: 'Rechercher',
      unsure: 'Je ne sais pas',
      buy: 'Acheter des licences',
    },
    pick: {
      title: 'À qui sont ces licences ?',
      why: '{{seats}}, {{held}}, et Microsoft n’indique pas quelles licences viennent de cet achat. Quelles sont les personnes concernées ?',
      held_one: '{{count, number}} personne a une licence de ce produit',
      held_other: '{{count, number}} personnes ont une licence de ce produit',
      already: 'Déjà dans votre liste',
      label: 'Personnes concernées',
      names: 'Noms ou adresses',
      namesToo: 'Ou collez une liste de noms ou d’adresses',
      hint: 'Un par ligne, ou séparés par des virgules',
      only: 'Les autres personnes ne sont ni déplacées ni informées. Licences au {{date}}.',
      shown:
        '{{shown, number}} personnes affichées sur {{count, number}} : tapez une partie du nom ou du service, puis appuyez sur « Rechercher ».',
      searchWhat: 'Tapez d’abord une partie du nom.',
      unnamed_one:
        'Jusqu’à {{count, number}} autre personne peut perdre l’accès sans pouvoir être prévenue, tant que vous ne la choisissez pas.',
      unnamed_other:
        'Jusqu’à {{count, number}} autres personnes peuvent perdre l’accès sans pouvoir être prévenues, tant que vous ne les choisissez pas.',
      nobody: 'Sélectionnez au moins une personne, ou appuyez sur « Je ne sais pas ».',
      recognised_one: 'J’ai reconnu {{count, number}} personne ; la liste est conservée.',
      recognised_other: 'J’ai reconnu {{count, number}} personnes ; la liste est conservée.',
      unknown:
        'Introuvables parmi les titulaires : {{names}}. Corrigez ces noms ci-dessous, ou effacez-les et continuez.',
      several: '« {{name}} » peut désigner {{accounts}}. Indiquez l’adresse.',
      more_one: '{{count, number}} autre',
      more_other: '{{count, number}} autres',
    },
    choose: {
      title: 'Prise de contrôle : que deviennent les utilisateurs ?',
      sole_one: '{{count, number}} personne a une licence.',
      sole_other: '{{count, number}} personnes ont une licence.',
      allotted: 'Titulaires selon les allocations (allotments) de Microsoft : {{count, number}}.',
      picked_one: 'Vous avez choisi {{count, number}} personne.',
      picked_other: 'Vous avez choisi {{count, number}} personnes.',
      unsure_one:
        'Vous avez choisi {{count, number}} personne ; les autres titulaires de cet achat ne sont pas connus.',
      unsure_other:
        'Vous avez choisi {{count, number}} personnes ; les autres titulaires de cet achat ne sont pas connus.',
      unnamed:
        'Vous ne savez pas qui a une licence de cet achat : il n’y a personne à déplacer. L’abonnement peut seulement être résilié.',
      how: 'Si vous déplacez les utilisateurs vers un produit de l’organisation, ils gardent l’accès et l’abonnement est résilié. Si vous résiliez sans les déplacer, ils perdent l’accès.',
      nowhere:
        'L’organisation n’a pas de produit vers lequel déplacer les utilisateurs. L’abonnement peut être résilié, mais ils perdront l’accès.',
      label: 'Déplacer les utilisateurs vers',
      free_one: '{{count, number}} licence disponible',
      free_other: '{{count, number}} licences disponibles',
      freeAtLeast: 'disponibles : au moins {{free, number}}',
      shortAtLeast: 'disponibles : au moins {{free, number}}, manquantes : {{missing, number}} au plus',
      short: 'disponibles : {{free, number}}, manquantes : {{missing, number}}',
      same: 'les licences de l’organisation ; personne n’est déplacé',
      others: 'Un autre produit : tapez {{example}}.',
      none: 'Choisissez le produit vers lequel déplacer les utilisateurs.',
      unknown: 'L’organisation n’a pas de licences pour un produit « {{product}} ».',
      departmental:
        'Personne ne peut passer à {{product}} ({{part}}) : Microsoft vend cette référence à des personnes pour leur propre service et ne permet pas d’en attribuer les licences. Choisissez un autre produit, ou achetez-en un pour l’organisation.',
      several: '« {{product}} » correspond à plusieurs produits.',
    },
    losing: 'Qui perd l’accès',
    cause: {
      title: 'Résilier l’abonnement : pourquoi ?',
      what_one: 'À la fin de l’abonnement, {{count, number}} personne perdra l’accès au produit.',
      what_other: 'À la fin de l’abonnement, {{count, number}} personnes perdront l’accès au produit.',
      label: 'Motif',
      none: 'Choisissez un motif.',
      gone: 'Ce motif n’est plus dans la liste.',
      'not-needed': 'Plus nécessaire',
      replaced: 'Remplacé par un autre produit',
      cost: 'Trop cher',
      compliance: 'Contraire à nos règles ou à la protection des données',
      left: 'L’acheteur a quitté l’organisation',
      other: 'Autre',
    },
    severity: { blocks: '⚠ Bloquant :', warns: '⚠ Attention :', tells: 'À savoir :' },
    finding: {
      'holders-unknown': 'Les titulaires des licences de cet achat n’ont pas encore été indiqués.',
      'seats-unread':
        'Microsoft n’indique pas combien de licences sont disponibles. Vérifiez de nouveau dans quelques minutes.',
      'target-departmental':
        'Personne ne peut passer à {{product}} : ce produit est vendu à des personnes pour leur propre service, et Microsoft ne permet pas d’en attribuer les licences. Revenez en arrière et choisissez un autre produit.',
      kept: '{{name}} garde cet achat jusqu’au {{date}}. Demander la prise de contrôle y met fin.',
      'nobody-holds-it': 'Plus aucune de ces personnes n’a de licence de ce produit.',
      'target-short_one':
        'Il manque {{count, number}} licence {{product}} (nécessaires : {{need, number}}, disponibles : {{free, number}}). Achetez-la dans le Centre d’administration Microsoft 365, sous Facturation › Acheter des services, puis vérifiez de nouveau.',
      'target-short_other':
        'Il manque {{count, number}} licences {{product}} (nécessaires : {{need, number}}, disponibles : {{free, number}}). Achetez-les dans le Centre d’administration Microsoft 365, sous Facturation › Acheter des services, puis vérifiez de nouveau.',
      'target-perhaps-short':
        'Sur les {{need, number}} licences {{product}} nécessaires, il peut en manquer {{missing, number}} (disponibles : au moins {{free, number}}). Microsoft n’indique pas quelles licences sont à l’organisation et lesquelles ont été achetées en libre-service. Achetez-en dans le Centre d’administration Microsoft 365, sous Facturation › Acheter des services, puis vérifiez de nouveau.',
      overused_one: '{{count, number}} licence est utilisée au-delà de celles qui sont actives.',
      overused_other: '{{count, number}} licences sont utilisées au-delà de celles qui sont actives.',
      expired: {
        beside_one: '{{count, number}} autre licence a expiré : renouvelez son abonnement pour l’utiliser.',
        beside_other: '{{count, number}} autres licences ont expiré : renouvelez leur abonnement pour les utiliser.',
        within_one:
          '{{count, number}} d’entre elles a expiré et ne fonctionne que jusqu’à sa suspension par Microsoft : renouvelez son abonnement.',
        within_other:
          '{{count, number}} d’entre elles ont expiré et ne fonctionnent que jusqu’à leur suspension par Microsoft : renouvelez leur abonnement.',
      },
      suspended_one: '{{count, number}} autre licence est suspendue : renouvelez son abonnement pour l’utiliser.',
      suspended_other:
        '{{count, number}} autres licences sont suspendues : renouvelez leur abonnement pour les utiliser.',
      'pool-short_one':
        'Il manquerait {{count, number}} licence à la fin de cet achat (restantes : {{left, number}}, utilisées : {{used, number}}). Achetez-la dans le Centre d’administration Microsoft 365, puis vérifiez de nouveau.',
      'pool-short_other':
        'Il manquerait {{count, number}} licences à la fin de cet achat (restantes : {{left, number}}, utilisées : {{used, number}}). Achetez-les dans le Centre d’administration Microsoft 365, puis vérifiez de nouveau.',
      'pool-covers':
        'Les licences de l’organisation suffisent (restantes : {{left, number}}, utilisées : {{used, number}}).',
      'list-short_one':
        '{{count, number}} personne de plus que sur votre liste utilise ces licences et perdrait la sienne. Revenez en arrière et modifiez la liste.',
      'list-short_other':
        '{{count, number}} personnes de plus que sur votre liste utilisent ces licences et perdraient la leur. Revenez en arrière et modifiez la liste.',
      unnamed_one:
        'Jusqu’à {{count, number}} autre personne peut perdre l’accès sans pouvoir être prévenue : les titulaires ne sont pas connus.',
      unnamed_other:
        'Jusqu’à {{count, number}} autres personnes peuvent perdre l’accès sans pouvoir être prévenues : les titulaires ne sont pas connus.',
      'list-long_one': '{{count, number}} personne figure sur la liste, mais l’achat ne compte que {{bought}}.',
      'list-long_other':
        '{{count, number}} personnes figurent sur la liste, mais l’achat ne compte que {{bought}} : certaines ont une autre licence.',
      'loses-access_one': '{{count, number}} personne perd l’accès à {{product}}.',
      'loses-access_other': '{{count, number}} personnes perdent l’accès à {{product}}.',
      'no-usage-location_one':
        '{{count, number}} personne n’a pas d’emplacement d’utilisation, sans lequel Microsoft n’attribue aucune licence. Indiquez-le dans Entra, sinon elle ne pourra pas être déplacée.',
      'no-usage-location_other':
        '{{count, number}} personnes n’ont pas d’emplacement d’utilisation, sans lequel Microsoft n’attribue aucune licence. Indiquez-le dans Entra, sinon elles ne pourront pas être déplacées.',
      'group-assigned_one':
        '{{count, number}} personne a cette licence via un groupe : seule une modification du groupe peut la lui retirer.',
      'group-assigned_other':
        '{{count, number}} personnes ont cette licence via un groupe : seule une modification du groupe peut la leur retirer.',
      guest_one:
        '{{count, number}} titulaire est un invité d’une autre organisation. Il est traité comme les autres : en cas de déplacement, il occupe une de vos licences.',
      guest_other:
        '{{count, number}} titulaires sont des invités d’autres organisations. Ils sont traités comme les autres : en cas de déplacement, chacun occupe une de vos licences.',
      disabled_one:
        '{{count, number}} compte est désactivé : personne ne peut s’y connecter. C’est peut-être une boîte aux lettres partagée ; Microsoft ne me le dit pas. Il est traité comme les autres, mais ne peut pas être prévenu.',
      disabled_other:
        '{{count, number}} comptes sont désactivés : personne ne peut s’y connecter. Certains sont peut-être des boîtes aux lettres partagées ; Microsoft ne me dit pas lesquels. Ils sont traités comme les autres, mais ne peuvent pas être prévenus.',
      'has-target_one': '{{count, number}} personne a déjà {{product}}.',
      'has-target_other': '{{count, number}} personnes ont déjà {{product}}.',
      'not-holding_one': '{{count, number}} personne n’a pas de licence de ce produit : rien ne change pour elle.',
      'not-holding_other':
        '{{count, number}} personnes n’ont pas de licence de ce produit : rien ne change pour elles.',
      left_one: '{{count, number}} personne a quitté l’organisation.',
      left_other: '{{count, number}} personnes ont quitté l’organisation.',
    },
    confirm: {
      title: {
        move: 'Demander le déplacement des utilisateurs, puis la résiliation de l’abonnement ?',
        stay: 'Demander la résiliation de l’abonnement, chacun gardant sa licence ?',
        cancel: 'Voulez-vous vraiment résilier l’abonnement ?',
      },
      what: {
        move_one:
          '{{count, number}} personne passera de {{product}}, acheté par {{purchaser}}, à {{target}} (organisation) ; l’abonnement sera ensuite résilié.',
        move_other:
          '{{count, number}} personnes passeront de {{product}}, acheté par {{purchaser}}, à {{target}} (organisation) ; l’abonnement sera ensuite résilié.',
        stay_one:
          '{{count, number}} personne gardera {{product}} avec les licences de l’organisation ; l’abonnement acheté par {{purchaser}} sera résilié.',
        stay_other:
          '{{count, number}} personnes garderont {{product}} avec les licences de l’organisation ; l’abonnement acheté par {{purchaser}} sera résilié.',
        cancelUnnamed:
          'L’abonnement {{product}} acheté par {{purchaser}} sera résilié ; des personnes qui ne sont pas connues peuvent perdre l’accès.',
        cancel_one:
          'L’abonnement {{product}} acheté par {{purchaser}} sera résilié ; {{count, number}} personne perdra l’accès.',
        cancel_other:
          'L’abonnement {{product}} acheté par {{purchaser}} sera résilié ; {{count, number}} personnes perdront l’accès.',
      },
      checking:
        'La vérification auprès de Microsoft prend plus de temps que prévu. Elle continue ; le résultat s’affichera ici.',
      trouble: '{{trouble}} : je ne peux pas encore signaler les problèmes éventuels. {{next}}',
      about: 'Personnes concernées',
      ending: 'Résiliation',
      endings: {
        guided:
          'Purser ne peut pas résilier cet abonnement : vous le ferez dans le Centre d’administration Microsoft 365. Je vous guiderai et je vérifierai.',
        webhook: 'Votre propre automatisation résiliera l’abonnement ; je vérifierai.',
      },
      deciders: 'Approbation',
      called: 'Sollicités directement : {{names}}.',
      chats: 'Sont également informés : {{chats}}.',
      needed_one: 'Une seule approbation suffit ; ni vous ni l’acheteur ne décidez.',
      needed_other: '{{count, number}} approbations sont nécessaires ; ni vous ni l’acheteur ne décidez.',
      aChat: 'un groupe',
      decideBy: 'Décision avant le',
      reason: 'Pourquoi (obligatoire ; lu par les approbateurs, l’acheteur et les utilisateurs)',
      why: 'Indiquez pourquoi : les approbateurs, l’acheteur et les utilisateurs le liront. Rien n’a encore été demandé.',
      reasonHint: 'p. ex. nous avons un contrat-cadre',
    },
    changed: {
      since:
        'Un changement est intervenu entre-temps : {{what}}. J’ai vérifié de nouveau ; voulez-vous toujours continuer ?',
      event: '{{what}} ({{before}} → {{after}})',
      holders: 'nouveaux utilisateurs : {{names}}',
      old: 'La vérification datait de {{minutes}} minutes : je l’ai refaite. Voulez-vous toujours continuer ?',
      shared:
        'Entre-temps, le même produit a été acheté une fois de plus : Microsoft n’indique plus à qui sont ces licences.',
    },
  },
};
