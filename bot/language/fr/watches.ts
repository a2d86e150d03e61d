/** Ce qui est dit à son heure. */
import type * as english from '../en/watches.ts';

export const messages: typeof english.messages = {
  due: {
    title_one: 'Un achat en libre-service à regarder',
    title_other: '{{count, number}} achats en libre-service à regarder',
    heading: {
      trial: 'Essais qui prennent fin ou deviennent payants',
      due: 'Échéances proches : partez du principe qu’ils se renouvellent',
      warning: 'Paiement en retard : Microsoft va les suspendre',
      suspended: 'Suspendus : personne ne peut s’en servir',
      left: 'L’acheteur est parti ou ne peut plus se connecter',
      ownerless: 'À confier à quelqu’un d’autre',
      renewed: 'Renouvelés',
      paid: 'Essais devenus payants',
      ended: 'Terminés',
    },
    summary: {
      trial: 'Essai de {{product}} : fin ou passage au payant le {{date}}',
      due: '{{product}} : échéance le {{date}}',
      warning: '{{product}} : paiement en retard',
      suspended: '{{product}} : suspendu',
      left: '{{product}} est à confier à quelqu’un d’autre',
      renewed: '{{product}} s’est renouvelé jusqu’au {{date}}',
      paid: 'L’essai de {{product}} est devenu payant',
      ended: '{{product}} a pris fin',
    },
    on_one: '{{date}}, demain au plus tard',
    on_other: '{{date}}, dans {{count, number}} jours',
    until: 'désormais jusqu’au {{date}}',
    next: 'prochaine échéance le {{date}}',
    stop: 'Cette conversation reçoit les échéances : chacune est annoncée 30 jours, 7 jours et 1 jour avant, celle d’un abonnement mensuel une seule fois. Pour les arrêter : « {{command}} ».',
  },
  review: {
    title: {
      open_one: 'Un achat gardé est à réexaminer',
      open_other: '{{count, number}} achats gardés sont à réexaminer',
      again_one: 'Il y a un rappel plus récent ci-dessous',
      again_other: 'Il y a un rappel plus récent ci-dessous',
      done_one: 'Le réexamen est terminé',
      done_other: 'Le réexamen est terminé',
    },
    what: {
      open_one:
        'Il était gardé jusqu’au {{date}}. Il faut une réponse : le garder encore, en prendre le contrôle, demander à l’acheteur de résilier, ou le rendre.',
      open_other:
        'Ils étaient gardés jusqu’au {{date}}. Ouvrez chacun et répondez : le garder encore, en prendre le contrôle, demander à l’acheteur de résilier, ou le rendre.',
      again_one: 'Ce qui était gardé jusqu’au {{date}} attend toujours une réponse.',
      again_other: 'Ce qui était gardé jusqu’au {{date}} attend toujours une réponse.',
      done_one: 'Il était gardé jusqu’au {{date}}. Ce qu’il est devenu depuis :',
      done_other: 'Ils étaient gardés jusqu’au {{date}}. Ce qu’ils sont devenus depuis :',
    },
    summary: 'À réexaminer : {{product}}, acheté par {{purchaser}}',
    owner: 'Gardé par',
    since: '{{name}}, depuis le {{date}}',
    waits: 'À réexaminer : {{product}}',
  },
};
