/** Les mots de liaison : `bloquer tout sauf visio et project parce que …`, `30 jours`. */
export const joints = {
  all: ['tout', 'tous', 'toutes', 'tous les produits', 'tout le reste'],
  and: ['et'],
  except: ['à l’exception de', 'à part', 'excepté', 'sauf', 'hormis'],
  without: ['sans'],
  or: ['ou'],
  because: ['parce que', 'parce qu’', 'à cause de', 'puisque'],
  day: ['j', 'jour', 'jours'],
  week: ['sem', 'semaine', 'semaines'],
  month: ['m', 'mois'],
  bought: ['achetés par', 'acheté par', 'faits par', 'par'],
  since: ['achetés depuis', 'acheté depuis', 'faits depuis', 'depuis'],
  within: ['dans les', 'd’ici', 'dans', 'sous', 'les', 'prochains', 'les prochains'],
  coming: ['prochains', 'prochaines', 'à venir'],
};
