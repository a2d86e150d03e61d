/** French words that say much the same of what somebody wants, by what they have in common; the ranking reads them as one. */
import type { alike as english } from '../en/alike.ts';
import type { Alike } from '../said.ts';

export const alike: Alike<typeof english> = {
  buy: 'acheter, acheté, achetés, achète, achètent, achetant, commander, commandé, commande, souscrire, souscrit, abonner, abonné, abonnés, se procurer, s’offrir, offert, offrir, acquérir, acquis, prendre tout seul, payés, payé',
  purchases: 'achats, achat, abonnement, abonnements, souscriptions, commandes',
  pay: 'payer, paie, paye, payons, coûte, coûtent, coût, coûts, prix, dépenser, dépense, dépenses, dépensons, dépensé, argent, cher, chers, facturé, débité, prélevé, montant, budget, euros, euro, frais, tarif, sous',
  invoice: 'facture, factures, reçu, facturation, carte bancaire, moyen de paiement, carte bleue, cb, tva',
  refund: 'remboursé, remboursée, rembourser, remboursement, rembourse, récupérer mon argent, note de frais',
  end: 'résilier, résilie, résilié, résiliation, arrêter, arrête, annuler, annule, terminer, mettre fin, mets fin, supprimer, supprime, stopper, couper, se débarrasser, débarrasser, clôturer, désabonner, abandonner, laisser tomber, virer',
  lapse:
    'expire, expirent, expirer, échéance, échéances, renouvelle, renouvellement, renouvellements, renouveler, reconduit, reconduction, termine, terminent, prend fin, à terme, bientôt, arrive à terme, se termine, date de fin',
  block:
    'bloquer, bloque, bloqué, bloqués, blocage, bloquons, interdire, interdis, interdit, empêcher, empêche, désactiver, désactive, verrouiller, verrouille, fermer, ferme, couper le, coupe le, restreindre, plus personne, personne ne doit, arrête de vendre, proscrire',
  allow:
    'autoriser, autorise, autorisé, autorisés, permettre, permets, permis, ouvrir, ouvre, rouvrir, rouvre, débloquer, débloque, réactiver, réactive, activer, active, laisser, laisse, laissez, lever, lève, réautoriser, de nouveau acheter',
  trial: 'essai, essais, essayer, essaie, tester, teste, test, évaluer, démo, version d’essai',
  seat: 'licence, licences, place, places, siège, sièges, poste',
  use: 'utiliser, utilise, utilisent, utilisé, sert, servent, servir, se sert, emploie, détient, détenteur, détenteurs, titulaire, titulaires, travaille avec, utilisateur, utilisateurs',
  free: 'libre, libres, reste, restent, inutilisé, inutilisées, disponible, disponibles, dort, dorment, non attribuées, en trop, vacantes',
  give: 'donner, donne, attribuer, attribue, affecter, affecte, fournir, fournis, octroyer, équiper, équipe, accorder, accorde, ajouter, ajoute, il faut à, il faudrait, mets à',
  retrieve:
    'retirer, retire, enlever, enlève, reprendre à, reprends à, récupérer, récupère, ôter, libérer, libère, supprime la licence, n’a plus besoin, ôte, reprends',
  gone: 'parti, partis, partie, parties, quitté, quittés, démissionné, démission, ancien, anciens, ex, partants, départ, départs, orphelin, orphelins, sans propriétaire, ne travaille plus, plus chez nous, retraite, licencié',
  away: 'vacances, congé, congés, absent, absente, absence, malade, arrêt maladie, déplacement, voyage, indisponible, formation, pas là, hors du bureau, rtt, en repos, férié',
  back: 'retour, rentré, rentrée, revenu, revenue, revoilà, de nouveau là, repris le travail',
  approve:
    'approuver, approuve, approuvé, valider, valide, accepter, accepte, d’accord, feu vert, me convient, ça me va, vas-y, c’est bon, donner mon accord',
  refuse: 'refuser, refuse, refusé, rejeter, rejette, rejeté, décliner, contre, pas d’accord, non à, non pour',
  decide:
    'décider, décide, décidé, décision, décisions, approbation, approbations, approbateur, approbateurs, trancher, signer, à valider, statuer',
  withdraw: 'retirer ma demande, retire ma demande, annule ma demande, changé d’avis, oublie, laisse tomber, abandonne',
  ask: 'demander, demande, demande-lui, dire, dis, écrire, écris, contacter, contacte, relancer, relance, rappeler, rappelle, prévenir, préviens, solliciter, message à, mot à, joindre, informer l’acheteur, faire signe',
  handle:
    'occuper, occupe, charge, gérer, gère, traiter, en main, prendre en main, prends en main, suivre, suivi, responsable, à mon nom, mon nom, je prends, pour moi',
  keep: 'garder, garde, gardons, conserver, conserve, rester, laisse tel quel, tolère, prolonge, prolonger, on n’y touche pas, maintenir',
  takeover:
    'prise de contrôle, prises de contrôle, prendre le contrôle, reprendre, reprend, reprends, bascule, basculer, déplace, déplacer, migre, migrer, transférer à la dsi, passer sous la dsi',
  central:
    'central, centrale, centraliser, centralise, regrouper, regroupe, fusionner, unifier, rassembler, un seul contrat, sous la dsi, gestion centrale, mutualiser',
  ours: 'à nous, nôtre, nôtres, nos propres, notre contrat, partenaire, revendeur, appartient à l’organisation',
  delegate:
    'transmettre, transmets, passer à, passe à, faire suivre, fais suivre, déléguer, délègue, confier, confie, transférer, réaffecter, à ma place, quelqu’un d’autre, un autre, remplacer, remplace, remplaçant, relève de, intérim',
  object: 'objection, objections, s’oppose, m’oppose, opposer, proteste, protester, opposition',
  need: 'besoin, faut, faudrait, veux, voudrais, aimerais, souhaite, souhaiterais, nécessaire, me faut, nous faut, manque',
  stillneed: 'encore besoin, tous les jours, m’en sers encore, en dépend, travailler sans, ne touche pas',
  who: 'qui, quelqu’un, à qui, lequel, lesquels, personne',
  why: 'pourquoi, raison, comment se fait-il, motif',
  when: 'quand, jusqu’à quand, quel jour, combien de temps, à quelle date',
  how: 'comment, de quelle façon, étapes, marche à suivre',
  howmany: 'combien, nombre de, total',
  i: 'je, j, me, m, moi, moi-même',
  my: 'mon, ma, mes, mien',
  you: 'tu, te, t, toi, ton, tes, vous, votre, purser, bot',
  we: 'nous, notre, nos, on',
  may: 'puis-je, je peux, ai-je le droit, j’ai le droit, est-ce que je peux, pourrais-je, suis-je autorisé, dois-je demander, a-t-on le droit',
  people:
    'gens, employés, employé, salariés, utilisateurs, collègues, personnel, tout le monde, équipes, chacun, collaborateurs, agents',
  file: 'csv, excel, tableur, xls, xlsx, télécharger, télécharge, exporter, exporte, export, fichier, tableau, extraction, extraire',
  list: 'liste, vue d’ensemble, montre, montre-moi, affiche, afficher, voir, fais voir, tous, toutes, bilan',
  journal: 'journal, historique, trace, traces, qui a fait, que s’est-il passé, passé, registre, audit',
  changed: 'changé, change, changement, changements, modifié, modifier, modification, touché, bougé, altéré, trafiqué',
  verify: 'intégrité, falsifié, altérer, fiable, confiance au journal, trafiquer, manipulé',
  rule: 'règle, règles, politique, stratégie, réglage, réglages, réglé, paramètre, paramètres, configuration',
  drift:
    'écart, écarts, dévié, dérive, référence, conforme, conformes, comme prévu, devraient être, comme elles devraient, standard, convenu, s’écarte, cible',
  sync: 'connecté, connexion, synchronisation, synchronise, synchro, données, à jour, actualise, actualiser, récent, fraîches, dépassé, version, chiffres, datent, fonctionne bien, branché, en ligne',
  broken: 'panne, ne marche pas, ne fonctionne pas, plante, erreur, technique, échoué, échec, problème, bug',
  inform:
    'notification, notifications, notifier, alerte, alertes, résumé, rappels, messages, silence, muet, préviens-nous, avertis, averti, prévenus, tiens-nous au courant, ce canal, canal, conversation, désabonne-moi',
  quiethours: 'la nuit, nuit, week-end, heures calmes, ne pas déranger, le soir',
  role: 'rôle, rôles, droit, droits, autorisation, autorisations, accès, admin, administrateur, habilitation',
  help: 'aide, aider, mode d’emploi, commandes, exemples, comment ça marche, perdu, visite guidée, que sais-tu faire, guide',
  real: 'arnaque, phishing, hameçonnage, vrai, vraiment de, authentique, faux, fausse, confiance, fraude, suspect, louche, spam, sûr, officielle, officiel, sérieux, bizarre, piège, escroquerie',
  documents:
    'fichiers, documents, dessins, rapports, tableaux de bord, diagrammes, schémas, mon travail, mes données, sauvegarde, flux, projets, plans',
  lose: 'perdre, perds, perdu mes, disparaître, disparu, effacé, effacés, supprimés, enlever',
  human:
    'humain, parler à, appeler, contacter, téléphone, à qui m’adresser, support informatique, joindre, adresser, interlocuteur',
  support: 'support, ticket, installer, démarre, assistance, dépannage',
  recent:
    'nouveau, nouveaux, nouveautés, récent, récents, récemment, dernier, derniers, dernière, cette semaine, depuis, ces derniers temps, neuf',
  undo: 'annuler le changement, défaire, défais, revenir en arrière, reviens, marche arrière, erreur, trompé, oups, remets, comme avant, rétablir, rétablis, mauvais',
  again: 'encore, réessaie, réessayer, recommence, refais, encore une fois, à nouveau',
  apply: 'appliquer, applique, exécute, exécuter, mettre en œuvre, lance, lancer',
  pause: 'pause, suspendre, suspends, suspendu, geler, gèle, figer, arrêt d’urgence, arrête tout, stoppe tout, urgence',
  resume:
    'reprends le travail, continuer, continue, relance tout, redémarrer, réveille-toi, tu peux reprendre, recommencer, dégèle',
  stop: 'stop, stoppe, interrompre, interromps, arrêter la prise',
  check: 'vérifier, vérifie, regarde si, bien disparu, est passée, chez microsoft, centre d’administration, contrôler',
  done: 'fait, fini, terminé, j’ai résilié, c’est fait, c’est résilié, déjà résilié',
  waiting:
    'attente, en attente, à traiter, à faire, tâche, tâches, bureau, m’attend, m’attendent, en suspens, file, pile, pour moi',
  progress: 'état, avance, avancement, où en est, où en sommes, nouvelles de, en cours, bloqué quelque part',
  what: 'que, quoi, quel, quelle, quels, quelles, qu’est-ce, qu',
  not: 'pas, ne, jamais, plus, n',
  thanks: 'merci, bravo, parfait, super, génial, nickel, au revoir, bonne journée, à bientôt, top',
  hello: 'bonjour, salut, bonsoir, coucou',
  read: 'noté, compris, lu, bien reçu, vu, prends note',
  kind: 'libre-service, libre service, classer, classe, marque, type, rangé, catégorie',
  english: 'anglais',
  french: 'français',
};
