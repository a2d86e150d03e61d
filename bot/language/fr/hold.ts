/** Purser en suspens. */
import type * as english from '../en/hold.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  'pause-everything': {
    names: ['tout suspendre', 'suspendre tout'],
    summary: 'Arrêter aussitôt tous les messages et toutes les modifications',
    examples: ['tout suspendre', 'tout suspendre parce que nous sommes en audit'],
  },
  resume: {
    names: ['reprendre'],
    summary: 'Voir ce qui attend pendant que je suis en suspens, et me laisser reprendre',
    examples: ['reprendre'],
  },
};

export const messages: typeof english.messages = {
  hold: {
    paused:
      'En suspens depuis le {{when}} ({{name}}). Rien n’est envoyé ni modifié chez Microsoft tant qu’un administrateur n’a pas tapé « {{resume}} ».',
    restored:
      'En suspens depuis le {{when}} : restauré à partir d’une sauvegarde ({{backup}}). Rien n’est envoyé ni modifié chez Microsoft tant qu’un administrateur n’a pas tapé « {{resume}} ».',
    forAnyone:
      'En suspens depuis le {{when}}. J’enregistre ce que vous dites ; rien d’autre ne se passe avant la reprise.',
    unknownDay: 'date inconnue',
    refused: 'Rien n’a été lancé. Redites-le ensuite.',
    title: 'Purser est en suspens',
    begun: 'Tout s’arrête maintenant. Un appel à Microsoft déjà parti se termine, et aucun autre ne suit.',
    already: 'Je suis déjà en suspens.',
    means:
      'Je n’envoie aucun message et ne modifie rien chez Microsoft. Je continue à lire, je réponds et j’enregistre les décisions sur les prises de contrôle ; les délais sont prolongés d’autant.',
    pausedBy: '{{name}} m’a mis en suspens le {{when}}.',
    because: 'Raison : {{why}}',
    restoredTitle: 'Purser est en suspens après une restauration',
    restoredOn:
      'Mes données ont été restaurées à partir d’une sauvegarde ({{backup}}), et je suis en suspens depuis le {{when}} : ce qui attendait dans la sauvegarde a peut-être été envoyé et fait depuis longtemps.',
    wasRestored: 'Mes données ont été restaurées à partir d’une sauvegarde, et j’étais en suspens depuis le {{when}}.',
    howToResume: 'Tapez « {{resume}} » pour voir le détail, comparé avec Microsoft, et me laisser reprendre.',
    held: 'Ce que je retiens',
    heldPosts_one: '{{count, number}} message à envoyer',
    heldPosts_other: '{{count, number}} messages à envoyer',
    heldOld_one: '{{count, number}} message d’avant la restauration, très probablement déjà envoyé',
    heldOld_other: '{{count, number}} messages d’avant la restauration, très probablement déjà envoyés',
    heldJobs_one: '{{count, number}} travail à poursuivre, le plus souvent chez Microsoft',
    heldJobs_other: '{{count, number}} travaux à poursuivre, le plus souvent chez Microsoft',
    heldTakeovers_one: '{{count, number}} prise de contrôle dont le délai est prolongé',
    heldTakeovers_other: '{{count, number}} prises de contrôle dont les délais sont prolongés',
    heldChanged_one: '{{count, number}} prise de contrôle ou achat qui a changé chez Microsoft depuis la sauvegarde',
    heldChanged_other:
      '{{count, number}} prises de contrôle ou achats qui ont changé chez Microsoft depuis la sauvegarde',
    wasThen: 'J’ai repris depuis.',
    over: 'Purser reprend',
    resumedBy: '{{name}} m’a laissé reprendre le {{when}}. J’étais en suspens depuis le {{since}}.',
    goesOn: 'Je reprends ce qui attendait. Les délais sont prolongés d’autant.',
    notHeld: 'Je ne suis pas en suspens : rien n’est retenu.',
    leftOut_one: '{{count, number}} ancien message n’est pas renvoyé.',
    leftOut_other: '{{count, number}} anciens messages ne sont pas renvoyés.',
    resumeTitle: 'Ce qui se passe quand je reprends',
    otherwise: 'Quelque chose a changé depuis votre lecture. Rien n’a été fait ; regardez de nouveau.',
    nothingWaits: 'Rien n’attend d’être envoyé ni fait.',
    notCompared:
      'Je n’ai pas encore comparé cette sauvegarde avec Microsoft : je ne peux pas dire ce qui a changé. Appuyez sur « Actualiser » dans un instant.',
    halfCompared:
      'Je n’ai pas pu tout lire chez Microsoft ({{why}}) : il peut y avoir plus de changements que ce qui est affiché ici.',
    posts: 'Messages à envoyer',
    post: '{{count, number}} × {{what}}',
    edits_one: '{{count, number}} carte mise à jour',
    edits_other: '{{count, number}} cartes mises à jour',
    old: 'Messages d’avant la restauration',
    oldCount_one: '{{count, number}} message, très probablement déjà envoyé',
    oldCount_other: '{{count, number}} messages, très probablement déjà envoyés',
    oldHint: 'Je les ai peut-être envoyés entre la sauvegarde et la restauration. Dans le doute, ne les renvoyez pas.',
    leaveOut_one: 'Reprendre sans l’ancien message',
    leaveOut_other: 'Reprendre sans les {{count, number}} anciens',
    sendToo_one: 'Reprendre et envoyer l’ancien message',
    sendToo_other: 'Reprendre et envoyer les {{count, number}} anciens',
    jobs: 'Travaux à poursuivre',
    job: {
      change: 'Changement de règles {{id}} : {{done}} sur {{total}} effectués',
      takeover: 'Prise de contrôle {{id}} : {{done}} étapes sur {{total}}',
      announcement: 'Annonce de {{id}} aux personnes concernées',
      preflight: 'Une vérification avant une prise de contrôle',
      request: {
        assign: 'Demande de licence {{id}} : attribution',
        remove: 'Demande de licence {{id}} : retrait de la licence',
      },
      assign: 'Attribution de {{product}} : {{done}} sur {{total}}',
      remove: 'Retrait de {{product}} : {{done}} sur {{total}}',
    },
    deadlines: 'Délais prolongés',
    decideBy: 'à décider avant le {{date}}',
    notBefore: 'commence au plus tôt le {{date}}',
    differs: 'Ce qui a changé chez Microsoft',
    ended: 'son achat a pris fin ; la prise de contrôle aussi',
    changed: 'les personnes concernées ont changé ; une nouvelle approbation est nécessaire',
    gone: 'n’est plus chez Microsoft',
  },
};
