/** Centraliser un produit. */
import type * as english from '../en/centralise.ts';
import type { Commands } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  centralise: {
    names: ['centraliser'],
    summary: 'Remplacer pas à pas les achats par des licences de l’organisation',
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
      open: 'Ouvrir « Acheter des services »',
      find: 'Trouver le produit et choisir « Acheter »',
      buy: 'Terminer l’achat',
      export: 'Exporter les titulaires',
      assign: 'Attribuer les licences',
      ask: 'Demander à chaque acheteur de résilier son abonnement',
    },
    open: 'Dans le Centre d’administration Microsoft 365 : Facturation › Acheter des services.',
    find: '{{product}}',
    findAny: 'Cherchez {{product}} ou un nom proche ; l’organisation n’a encore aucun produit de ce nom.',
    seatsToBuy_one: 'Il faut {{count, number}} licence',
    seatsToBuy_other: 'Il faut {{count, number}} licences',
    seatsMissing_one: 'Licences de l’organisation : {{seats}} ; il en manque {{count, number}}',
    seatsMissing_other: 'Licences de l’organisation : {{seats}} ; il en manque {{count, number}}',
    seatsPerhapsMissing:
      'Licences de l’organisation : {{seats}} ; il peut en manquer {{missing, number}}, car Microsoft n’indique pas quelles licences disponibles sont à l’organisation',
    seats: 'Licences de l’organisation : {{seats}}',
    exported: 'Exportés par {{name}}, {{when}}',
    notExported: 'Aucun export depuis le dernier achat',
    noExport: 'Plus aucun de ces achats n’est actif, il n’y a donc rien à exporter',
    pooled: '{{product}} : rien à attribuer, car Microsoft regroupe les licences, quel que soit l’acheteur.',
    nobodyHolds: 'Personne n’a de licence',
    firstBuy: 'Dès que l’organisation aura des licences',
    assignUnknown: 'Microsoft n’indique pas pour le moment qui a une licence',
    assigned: '{{have}} sur {{all}} ont {{product}}',
    cancelled: 'Résiliés : {{done}} sur {{all}}',
    fate: {
      ended: '✓ résilié',
      takeover: 'prise de contrôle : {{takeover}}',
      left: 'acheteur impossible à contacter',
      open: 'acheteur pas encore contacté',
      asked: 'acheteur contacté le {{when}}, pas encore de réponse',
      seen: 'acheteur contacté le {{when}}, message lu',
      objected: 'acheteur contacté le {{when}}, s’oppose',
      silent: 'acheteur contacté le {{when}}, sans réponse dans le délai',
    },
    press: { ask: 'Demander la résiliation' },
    target: 'Produit de remplacement',
    useTarget: 'Choisir ce produit',
    assignRest: 'Attribuer le reste',
    export: 'Exporter les titulaires',
    purchaseServices: 'Acheter des services',
  },
};
