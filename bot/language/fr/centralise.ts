/** Centraliser un produit. */
import type * as english from '../en/centralise.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  centralise: {
    names: ['centraliser'],
    summary: 'Remplacer pas à pas les achats en libre-service par ceux de l’organisation',
    examples: ['centraliser visio', 'centraliser P-3'],
  },
};

export const messages: typeof english.messages = {
  centralise: {
    title: 'Centraliser',
    summary: '{{product}} : étapes terminées, {{done}} sur {{of}}',
    nobody: '{{product}} : personne ne l’a acheté en libre-service, il n’y a donc rien à centraliser.',
    purchases: 'Achats',
    state: { done: 'fait', 'under-way': 'en cours', open: 'à faire' },
    step: {
      open: 'Ouvrir Services d’achat',
      find: 'Trouver le produit et choisir Acheter',
      buy: 'Terminer l’achat',
      export: 'Exporter les titulaires',
      assign: 'Attribuer les licences',
      ask: 'Demander à chaque acheteur de résilier',
    },
    open: 'Dans le Centre d’administration Microsoft 365 : Facturation › Services d’achat.',
    find: '{{product}}',
    findAny: 'Sous {{product}} ou un nom proche ; l’organisation n’a encore rien de ce nom.',
    seatsToBuy_one: 'Il faut {{count, number}} place',
    seatsToBuy_other: 'Il faut {{count, number}} places',
    seatsMissing_one: 'L’organisation en a {{seats}} ; il en faut {{count, number}} de plus',
    seatsMissing_other: 'L’organisation en a {{seats}} ; il en faut {{count, number}} de plus',
    seats: 'L’organisation en a {{seats}}',
    exported: 'Exportés par {{name}}, {{when}}',
    notExported: 'Personne ne les a exportés depuis le dernier achat',
    noExport: 'Plus rien n’en est actif, il ne reste donc rien à exporter',
    pooled: '{{product}} : rien à attribuer, car Microsoft met les places en commun, qui que soit l’acheteur.',
    nobodyHolds: 'Personne n’en a de licence',
    firstBuy: 'Dès que l’organisation a des places',
    assignUnknown: 'Microsoft ne dit pas en ce moment qui en a une',
    assigned: '{{have}} sur {{all}} ont {{product}}',
    cancelled: '{{done}} sur {{all}} résiliés',
    fate: {
      ended: '✓ résilié',
      takeover: 'dans une prise de contrôle : {{takeover}}',
      left: 'l’acheteur ne peut pas être contacté',
      open: 'pas encore contacté',
      asked: 'contacté le {{when}}, pas encore de réponse',
      seen: 'contacté le {{when}}, a lu le message',
      objected: 'contacté le {{when}}, s’oppose',
      silent: 'contacté le {{when}}, n’a pas répondu à temps',
    },
    press: { ask: 'Demander de résilier' },
    target: 'Ce qu’ils reçoivent à la place',
    useTarget: 'Prendre ce produit',
    assignRest: 'Attribuer le reste',
    export: 'Exporter les titulaires',
    purchaseServices: 'Services d’achat',
  },
};
