/** Les demandes de licence : faites, décidées, attribuées, terminées. */
import type * as english from '../en/requests.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  request: {
    names: ['demander', 'demander une licence', 'demande', 'demande de licence'],
    summary: 'Demander une licence, pour vous ou un collègue, et suivre vos demandes',
    examples: [
      'demander',
      'demander visio parce que je dessine nos plans de réseau',
      'demander visio pour Megan parce qu’elle rejoint l’équipe réseau',
      'demander visio pour 3 mois à cause de l’audit réf INC0012345',
      'demander LR-1',
    ],
  },
  'auto-grant': {
    names: ['accorder d’office', 'accord d’office', 'accorder automatiquement'],
    summary: 'Voir et décider, à deux administrateurs, ce qui est accordé d’office',
    examples: [
      'accorder d’office',
      'accorder d’office visio au plus 5 par mois jusqu’au 01/03/2027 parce que toute l’équipe dessine',
      'accorder d’office visio',
    ],
  },
};

export const messages: typeof english.messages = {
  grant: {
    title: 'Accordé d’office',
    what: 'Qui en demande une reçoit aussitôt une licence libre, sans décision. Deux administrateurs en conviennent.',
    none: 'Aucun produit n’est accordé d’office : un approbateur décide de chaque demande.',
    nothing: 'L’organisation n’a pas de licences à elle à accorder. Réessayez quand elle en aura acheté.',
    which: 'Quel produit ?',
    form: 'Qui le demande reçoit aussitôt une licence, tant qu’il y en a une de libre. Au-delà de ce nombre, après ce jour, et pour vous deux, un approbateur décide comme d’habitude.',
    used: '{{used, number}} sur {{monthly, number}} accordées ce mois-ci',
    month: 'Ce mois-ci',
    until: 'Jusqu’au',
    over: 'Terminé le',
    by: 'Décidé par',
    monthly: 'Au plus',
    aMonth_one: '{{count, number}} par mois',
    aMonth_other: '{{count, number}} par mois',
    lastDay: 'Dernier jour (dans l’année qui vient)',
    why: 'Pourquoi (le second administrateur le lira)',
    whyHint: 'p. ex. toute l’équipe réseau dessine des plans',
    missing: 'Dites combien, jusqu’à quand et pourquoi.',
    unread: 'Je ne lis pas de date dans « {{words}} ». Choisissez le dernier jour ci-dessous.',
    past: 'Le {{date}} n’est pas à venir. Choisissez un dernier jour plus lointain.',
    tooLong: 'Un an au plus : ensuite, réexaminez-le. Choisissez un jour plus proche.',
    ended: 'Désormais un approbateur décide de chaque demande de {{product}}. Ce qui a été accordé le reste.',
    button: {
      add: 'Ajouter un produit',
      next: 'Suivant',
      ask: 'Demander à un second administrateur',
      end: 'Ne plus accorder d’office',
    },
  },
  request: {
    title: {
      asks: '{{person}} demande {{product}}',
      asksFor: '{{name}} demande {{product}} pour {{person}}',
      own: 'Vous avez demandé {{product}}',
      ownFor: 'Vous avez demandé {{product}} pour {{person}}',
      forYou: '{{name}} a demandé {{product}} pour vous',
      given: 'Vous avez {{product}}',
      givenTo: '{{person}} a {{product}}',
      waiting: '{{product}} : vous êtes sur la liste d’attente',
      waitingTo: '{{product}} : {{person}} est sur la liste d’attente',
      rejected: '{{product}} : votre demande a été refusée',
      endsSoon: '{{product}} : votre licence prend fin le {{date}}',
      endsSoonTo: '{{product}} : la licence de {{person}} prend fin le {{date}}',
      longer: '{{person}} demande plus de temps pour {{product}}',
    },
    state: {
      pending: 'En attente de décision',
      waiting: 'Approuvée · aucune licence libre',
      assigning: 'Approuvée · attribution en cours',
      given: 'Licence attribuée',
      givenUntil: 'Attribuée jusqu’au {{date}}',
      failed: 'Approuvée · pas encore attribuée',
      removing: 'Durée écoulée',
      kept: 'Durée écoulée · pas encore retirée',
      ended: 'Terminée',
      rejected: 'Refusée',
      withdrawn: 'Annulée',
    },
    next: {
      pending:
        'Peuvent décider : {{names}}. Sans décision le {{date}}, je les sollicite de nouveau, puis les administrateurs. Dans tous les cas, je vous tiens au courant ici.',
      escalated:
        'Personne n’a encore décidé : j’ai aussi sollicité les administrateurs, et je continue jusqu’à ce que quelqu’un décide. Je vous tiens au courant ici.',
      waiting:
        'La demande est approuvée, mais toutes les licences sont utilisées. Place n° {{place, number}} sur la liste d’attente : vous en recevrez une dès qu’elle sera libre, sans rien avoir à faire.',
      waitingTo:
        'La demande est approuvée, mais toutes les licences sont utilisées. Place n° {{place, number}} sur la liste d’attente : {{person}} en recevra une dès qu’elle sera libre, sans que personne ait rien à faire.',
      assigning:
        'Je demande à Microsoft de l’attribuer, ce qui prend une minute ou deux. Je vous préviens ici dès qu’elle est là.',
      given:
        'Microsoft affiche la licence. Si une application vous propose encore de l’acheter, déconnectez-vous de l’application puis reconnectez-vous ; cela peut prendre une demi-heure.',
      givenTo:
        'Microsoft affiche la licence de {{person}}. Si une application lui propose encore de l’acheter, il faut s’en déconnecter puis s’y reconnecter.',
      until:
        'Elle est temporaire : je vous le rappellerai avant sa fin, le {{date}}, et vous pourrez demander plus de temps.',
      endsSoon:
        'La licence prend fin le {{date}}. En aurez-vous encore besoin ensuite ? Demandez plus de temps maintenant.',
      notOurs: 'Vous l’aviez déjà, par un autre moyen : je ne l’ai pas attribuée et je ne la retirerai pas.',
      failed:
        'La demande est approuvée, mais la licence n’est pas encore attribuée. {{why}} {{name}} est au courant et peut réessayer ; vous n’avez rien à faire.',
      removing:
        'Son dernier jour était le {{date}} ; la licence est en cours de retrait. Si vous en avez encore besoin, refaites une demande.',
      ended:
        'Son dernier jour était le {{date}} ; la licence a été retirée. Si vous en avez encore besoin, refaites une demande.',
      endedNotOurs:
        'Son dernier jour était le {{date}}. Je n’avais pas attribué cette licence, je l’ai donc laissée en place.',
      rejected: 'La demande n’a pas été approuvée. Si la situation change, vous pourrez en faire une autre.',
      withdrawn: 'La demande s’arrête là. Si vous en avez finalement besoin, refaites une demande.',
      left: '{{person}} n’est plus un membre actif de l’organisation : la demande est terminée.',
      longerAsked:
        'Vous avez demandé plus de temps. {{name}} est au courant ; la licence reste au moins jusqu’au {{date}}.',
    },
    decide: {
      pending: 'Si vous approuvez, j’attribue aussitôt la licence.',
      noSeat:
        'Aucune licence n’est libre. Si vous approuvez, {{name}} rejoint la liste d’attente et reçoit la prochaine licence libérée ou achetée.',
      noneOwned:
        'L’organisation n’a aucune licence de ce produit. Si vous approuvez, la demande attend que quelqu’un en achète une.',
      again: 'Personne n’a encore décidé. {{name}} attend.',
      escalated: 'Sans décision des approbateurs, les administrateurs peuvent décider aussi.',
      ungranted:
        'Elle devait être accordée d’office, mais cela n’a pas abouti : plus aucune licence libre, ou l’une des personnes qui en avaient décidé ne le peut plus. Une décision est nécessaire.',
      used: 'Ce qui est accordé d’office est épuisé pour ce mois.',
      unapproved: '{{name}} avait approuvé, mais ne peut plus décider : à décider de nouveau.',
      waiting:
        'Place n° {{place, number}} sur la liste d’attente. Pour mettre fin à l’attente, achetez une licence ou reprenez-en une que personne n’utilise : l’attribution se fait toute seule.',
      failed: 'La licence n’est pas encore attribuée. {{why}} Une fois le problème résolu, appuyez sur Réessayer.',
      endsSoon:
        'La licence prend fin le {{date}}, et je la retirerai à ce moment-là. Pour la laisser plus longtemps, choisissez la durée et appuyez sur Prolonger.',
      longer: '{{name}} demande plus de temps. La licence prend fin le {{date}}, sauf si quelqu’un la prolonge.',
      kept: 'Son dernier jour était le {{date}}, mais la licence n’est pas encore retirée. {{why}} Appuyez sur Réessayer, ou prolongez-la.',
    },
    fact: {
      for: 'Pour',
      why: 'Motif',
      wanted: 'Durée souhaitée',
      term: 'Durée',
      seats: 'Licences libres',
      also: 'Demandes des 30 derniers jours',
      ticket: 'Ticket',
      called: 'Prochain rappel',
      approved: 'Approuvée par',
      granted: 'Accordée d’office',
      rejected: 'Refusée par',
      withdrawn: 'Annulée par',
      words: 'Message, obligatoire pour refuser (lu par le demandeur, les décideurs et les conversations sollicitées)',
      canDecide: 'Peuvent décider',
    },
    granted: '{{order}}, décidé par {{names}}',
    also_one: '{{count, number}} autre personne',
    also_other: '{{count, number}} autres personnes',
    seats: {
      some: '{{free, number}} sur {{all, number}}',
      atLeast: 'au moins {{free, number}} ; sur les {{all, number}} en tout, certaines relèvent d’achats personnels',
      none: 'aucune sur {{all, number}}',
      noneOwned: 'aucune : l’organisation n’en a pas acheté',
    },
    term: {
      label: 'Durée',
      always: 'Sans date de fin',
      days_one: '{{count, number}} jour',
      days_other: '{{count, number}} jours',
      weeks_one: '{{count, number}} semaine',
      weeks_other: '{{count, number}} semaines',
      months_one: '{{count, number}} mois',
      months_other: '{{count, number}} mois',
      more: 'Durée supplémentaire',
    },
    words:
      'Votre message, obligatoire en cas de refus (lu par le demandeur, par les approbateurs et dans les conversations sollicitées)',
    wordsHint: 'p. ex. merci de partager la licence de l’équipe jusqu’en mars',
    button: {
      approve: 'Approuver',
      extend: 'Prolonger',
      askLonger: 'Demander plus de temps',
      another: 'Demander une licence',
      send: 'Envoyer la demande',
      mine: 'Mes demandes',
      elsewhere: 'Y demander une licence',
    },
    form: {
      title: 'Demander une licence',
      whatNext:
        'Indiquez le produit, et ce pour quoi vous en avez besoin. Une personne qui peut décider lit votre demande et répond ; je vous le dis ici.',
      product: 'Produit',
      option: '{{product}} · {{free, number}} libres',
      optionNone: '{{product}} · aucune libre, liste d’attente',
      missing: 'Choisissez un produit.',
      why: 'Pourquoi en avez-vous besoin ? (lu par les personnes qui peuvent décider)',
      whyHint: 'p. ex. je dessine nos plans de réseau',
      whyMissing: 'Dites en quelques mots pourquoi vous en avez besoin.',
      which: 'Plusieurs produits portent ce nom. Choisissez-en un.',
      unknown: 'Je ne connais pas de produit « {{what}} ». Voici ceux de l’organisation :',
      none: 'L’organisation n’a pas encore de licence à donner. Écrivez ce dont vous avez besoin, par exemple : « {{example}} ».',
      nobody:
        'Je ne trouve aucun collègue appelé « {{who}} ». Indiquez le nom complet ou l’adresse e-mail, par exemple : « {{example}} ».',
    },
    list: {
      title: 'Mes demandes de licence',
      count_one: '{{count, number}} demande de licence',
      count_other: '{{count, number}} demandes de licence',
      by: 'par {{name}}',
    },
    has: '{{person}} a déjà une licence {{product}}. Si une application propose encore de l’acheter, il faut s’en déconnecter puis s’y reconnecter.',
    hasOwn:
      'Vous avez déjà une licence {{product}}. Si une application vous propose encore de l’acheter, déconnectez-vous de l’application puis reconnectez-vous.',
    open: 'Cette demande existe déjà ; voici où elle en est :',
    openOther:
      'Quelqu’un a déjà demandé {{product}} pour {{person}} : la demande n’est pas encore décidée, ou la licence pas encore attribuée. {{person}} peut voir où elle en est.',
    nobodyDecides:
      'Personne d’autre que vous et que la personne concernée ne pourrait décider : je ne peux pas envoyer la demande. Demandez à un administrateur de désigner un autre approbateur, puis réessayez.',
    nobodyReached:
      'Je ne peux joindre personne qui puisse décider, donc je n’ai pas envoyé la demande : ces personnes sont absentes, ou n’ont pas Purser. Adressez-vous directement à {{contact}}, ou réessayez plus tard.',
    off: 'Dans cette organisation, les licences se demandent ailleurs. Ouvrez cette page et faites-y votre demande.',
    offNoLink: 'Dans cette organisation, je ne prends pas les demandes de licence. Adressez-vous à {{contact}}.',
    unknown: 'Je ne trouve pas de demande de licence {{id}}.',
    notThat:
      '{{id}} est une demande de licence : cette commande ne s’y applique pas. Ouvrez-la pour voir ce que vous pouvez faire.',
    noTerm: '{{id}} n’est pas une demande de licence et ne peut donc pas être approuvée pour une durée.',
    refused: {
      own: '{{id}} est votre propre demande, ou elle est pour vous : quelqu’un d’autre doit décider.',
      'not-yours':
        'Seuls les approbateurs peuvent décider de {{id}}, et seules les personnes qui l’ont demandée peuvent l’annuler.',
      'not-now': 'C’est impossible pour {{id}} en ce moment.',
      'no-words': 'Dites pourquoi : écrivez-le dans le champ, puis appuyez de nouveau sur Refuser.',
      'asked-already': 'Vous avez déjà demandé plus de temps. Je vous préviens dès qu’une décision est prise.',
      over: {
        approve: '{{name}} l’a déjà approuvée ({{when}}).',
        reject: '{{name}} l’a déjà refusée ({{when}}).',
        withdraw: '{{name}} l’a annulée ({{when}}).',
        other: 'La décision est déjà prise.',
      },
    },
  },
};
