/** Le journal. */
import type * as english from '../en/journal.ts';
import type { Commands, LanguageFile } from '../shape.ts';

export const commands: Commands<typeof english.commands> = {
  audit: {
    names: ['journal'],
    summary: 'Voir qui a fait quoi, quand et pour quel motif',
    examples: [
      'journal',
      'journal P-3',
      'journal type confirmé',
      'journal action:"pris en main" par:alex',
      'journal depuis:01/01/2026 jusqu’au:31/01/2026',
      'journal vérifier',
    ],
  },
};

/** Les noms que le journal donnait à ces actions auparavant. */
export const actionWords: LanguageFile['actionWords'] = {
  objected: ['L’acheteur s’oppose'],
  wished: ['Socle modifié'],
  'takeover-withdrawn': ['Demande abandonnée'],
  'takeover-reassigned': ['Demande confiée à quelqu’un d’autre'],
  'takeover-unapproved': ['Une approbation ne compte plus'],
};

export const messages: typeof english.messages = {
  audit: {
    title: 'Journal',
    count_one: '{{count, number}} entrée',
    count_other: '{{count, number}} entrées',
    none: 'Le journal est encore vide.',
    noneFiltered:
      'Aucune entrée ne correspond à ce filtre. Appuyez sur « Effacer le filtre » ou essayez avec moins de mots-clés.',
    filter: { action: '« {{value}} »', since: 'depuis le {{value}}', until: 'jusqu’au {{value}}' },
    filterWords: 'Personne, produit ou mot-clé',
    filterWordsHint: 'p. ex. adele pris en main',
    filterAction: 'Action',
    anyAction: 'toutes',
    rows_one: '{{count, number}} ligne',
    rows_other: '{{count, number}} lignes',
    nothing: 'rien',
    rule: { Enabled: 'autorisé', OnlyTrialsWithoutPaymentMethod: 'essais seulement', Disabled: 'bloqué' },
    by: 'par {{name}}',
    bySomeone: 'par quelqu’un',
    seen: 'constaté chez Microsoft',
    holds_one: 'La chaîne est intacte : {{count, number}} entrée, aucune modifiée, retirée ou ajoutée après coup.',
    holds_other: 'La chaîne est intacte : {{count, number}} entrées, aucune modifiée, retirée ou ajoutée après coup.',
    broken: 'La chaîne est rompue à {{id}} : cette entrée, ou une précédente, n’est plus telle qu’elle a été écrite.',
    keep: 'Conservez cette empreinte ailleurs ; tant que vous l’avez, la chaîne ne peut pas être réécrite sans que cela se voie : {{hash}}',
    action: {
      classified: 'Type confirmé',
      taken: 'Pris en main',
      asked: 'Acheteur contacté',
      seen: 'L’acheteur a lu',
      objected: 'Quelqu’un s’est opposé',
      subscribed: 'Notifications modifiées',
      'rule-set': 'Règle modifiée',
      'rule-failed': 'Règle non modifiée',
      'rule-found': 'Règle modifiée hors de Purser',
      'rule-new': 'Nouveau produit chez Microsoft',
      wished: 'Référence modifiée',
      exported: 'Exporté',
      appeared: 'Nouvel achat',
      status: 'État modifié',
      quantity: 'Quantité modifiée',
      purchaser: 'Acheteur modifié',
      gone: 'Disparu chez Microsoft',
      'takeover-requested': 'Demande de prise de contrôle',
      'takeover-approved': 'Demande approuvée',
      'takeover-rejected': 'Demande refusée',
      'takeover-withdrawn': 'Demande annulée',
      'takeover-expired': 'Demande expirée',
      'takeover-reassigned': 'Demande transmise',
      'takeover-revised': 'Demande à approuver de nouveau',
      'takeover-unapproved': 'Approbation qui n’est plus valable',
      'takeover-answered': 'Réponse à une opposition',
      'takeover-started': 'Exécution commencée',
      'takeover-stopped': 'Exécution arrêtée',
      'takeover-failed': 'Échec de l’exécution',
      'takeover-resumed': 'Exécution poursuivie',
      'takeover-left-out': 'Poursuivi sans certaines personnes',
      'takeover-ending': 'Fin de l’abonnement attendue',
      'takeover-reported': 'Constat chez Microsoft',
      'takeover-done': 'Contrôle pris',
      'licence-assigned': 'Licence attribuée',
      'licence-removed': 'Licence retirée',
      'licence-failed': 'Licence non modifiée',
    },
  },
};
