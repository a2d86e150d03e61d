/** Ce qui est dit à son heure. */
import type * as english from '../en/watches.ts';

export const messages: typeof english.messages = {
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
