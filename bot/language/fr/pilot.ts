/** Un pilote en lecture seule. */
import type * as english from '../en/pilot.ts';

export const messages: typeof english.messages = {
  pilot: {
    head: 'Pilote en lecture seule : je ne modifie rien chez Microsoft.',
    dryRun:
      'Pilote en lecture seule : rien ne peut être modifié chez Microsoft. Ceci est une simulation ; un bouton qui modifierait quelque chose est refusé.',
    refused:
      'Rien n’a été modifié. Purser fonctionne en pilote en lecture seule : « {{what}} » n’est pas exécuté. J’ai noté votre essai pour la carte mensuelle des administrateurs. Pour m’autoriser à modifier, la personne qui exploite Purser retire READ_ONLY=1 et me redémarre.',
    title: 'Purser est un pilote en lecture seule',
    since:
      'Depuis le {{when}}, je lis, je réponds et je montre des simulations, sans rien modifier chez Microsoft, quelles que soient mes autorisations.',
    means:
      'Je n’envoie aucun e-mail et n’installe aucune application. Ce qui était en cours attend et reprendra à la fin du pilote ; aucun délai n’expire entre-temps. Une fois par mois, je vous dis ici ce que j’aurais fait.',
    paused_one: '{{count, number}} travail attend la fin du pilote',
    paused_other: '{{count, number}} travaux attendent la fin du pilote',
    takeovers_one: '{{count, number}} prise de contrôle attend la fin du pilote',
    takeovers_other: '{{count, number}} prises de contrôle attendent la fin du pilote',
    over: 'Le pilote en lecture seule est terminé',
    wasSince: 'Purser était un pilote en lecture seule depuis le {{when}}.',
    goesOn: 'Ce qui attendait reprend là où il s’était arrêté. Les délais sont prolongés de la durée du pilote.',
    monthly: 'Pilote en lecture seule, du {{from}} au {{until}}',
    wouldHave: 'Voici ce que Purser aurait fait chez Microsoft, et n’a pas fait.',
    nothing:
      'Rien : personne n’a essayé de modifier quoi que ce soit, aucune règle ne s’écarte d’une référence et aucun achat n’attend de décision.',
    tried_one: 'Essayé et refusé : {{count, number}} modification',
    tried_other: 'Essayé et refusé : {{count, number}} modifications',
    toSet_one: '{{count, number}} règle que la référence aurait rétablie',
    toSet_other: '{{count, number}} règles que la référence aurait rétablies',
    changed_one: '{{count, number}} règle modifiée en dehors de Purser',
    changed_other: '{{count, number}} règles modifiées en dehors de Purser',
    undecided_one: '{{count, number}} achat à clarifier ou à reprendre',
    undecided_other: '{{count, number}} achats à clarifier ou à reprendre',
    unsent_one: '{{count, number}} message non envoyé par e-mail ni par une application nouvellement installée',
    unsent_other: '{{count, number}} messages non envoyés par e-mail ni par une application nouvellement installée',
    howToEnd: 'Le pilote prend fin lorsque la personne qui exploite Purser retire READ_ONLY=1 et le redémarre.',
    showBaseline: 'Règles de référence',
    showTried: 'Ce qui a été essayé',
    status: 'Pilote en lecture seule (READ_ONLY=1)',
    statusSince:
      'Depuis le {{when}}. Toute modification chez Microsoft est refusée, quelles que soient les autorisations accordées ; aucun e-mail n’est envoyé, aucune application installée.',
  },
};
