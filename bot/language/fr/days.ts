/** Des jours comptés à partir d’aujourd’hui. */
import type { DayWords } from '../shape.ts';

export const dayWords: DayWords = {
  past: {
    today: ['aujourd’hui', 'ce matin'],
    yesterday: ['hier'],
    monday: ['lundi', 'lundi dernier'],
    tuesday: ['mardi', 'mardi dernier'],
    wednesday: ['mercredi', 'mercredi dernier'],
    thursday: ['jeudi', 'jeudi dernier'],
    friday: ['vendredi', 'vendredi dernier'],
    saturday: ['samedi', 'samedi dernier'],
    sunday: ['dimanche', 'dimanche dernier'],
    week: ['semaine', 'la semaine dernière', 'une semaine', 'la semaine', '7 jours', '7j'],
    month: ['mois', 'le mois dernier', 'un mois', 'le mois', '30 jours', '30j'],
  },
  span: { week: ['semaine', 'cette semaine'], month: ['mois', 'ce mois', 'ce mois-ci'] },
  coming: {
    today: ['aujourd’hui', 'ce soir'],
    tomorrow: ['demain'],
    monday: ['lundi'],
    tuesday: ['mardi'],
    wednesday: ['mercredi'],
    thursday: ['jeudi'],
    friday: ['vendredi'],
    saturday: ['samedi'],
    sunday: ['dimanche'],
    week: ['semaine', 'la semaine'],
    month: ['mois'],
  },
  before: [
    ...['jusqu’', 'jusque', 'au', 'à', 'le', 'la', 'l’', 'pendant', 'pour', 'inclus', 'du', 'prochain', 'prochaine'],
    ...['ce', 'cette', 'fin', 'de'],
  ],
  after: ['inclus', 'prochain', 'prochaine', 'inclusivement', 'soir'],
  one: ['une'],
};
