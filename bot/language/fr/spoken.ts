/** Le français tel qu’on le parle à un collègue. */
import type { Phrase, SpokenWords } from '../spoken.ts';

const people =
  '(les gens|les utilisateurs|les employés|les salariés|les collaborateurs|les collègues|tout le monde|quelqu’un|on|nos utilisateurs|nos employés|mes collègues|mon équipe|l’équipe)';
const buys = '(achète|achètent|acheter|acheté|achetée|achetés|commander|commandé|payer|payé|souscrit à|pris)';
const buyer = '(acheteur|acheteurs|acheteuses|personnes|personne|gens|utilisateurs|employés|collègues|propriétaires)';
const listed = '(achats|achat|abonnements|abonnement|commandes)';
const seat = '(licence|licences|place|places|siège|sièges)';
const of = '(de|du|des|d’|de la|de l’|pour|sur)';
const ends =
  '(expire|expirent|finit|finissent|se termine|se terminent|prend fin|prennent fin|se renouvelle|se renouvellent|est renouvelé|sont renouvelés|arrive à échéance|arrivent à échéance|arrive à expiration|arrivent à expiration|va expirer|vont expirer|va se renouveler|vont se renouveler|échoit)';
const what = `(ce qui|qu’est-ce qui|quoi|[quels|tous les|les] ${listed} [qui]|lesquels|ceux qui|tout ce qui)`;
const nextFew = '(dans|d’ici|sous|les|des|dans les|sur les|pour les|ces) [prochains] {number} [prochains]';
const soon = 'expires<30d';
const when = {
  'expires<week':
    '(cette semaine|dans la semaine|d’ici une semaine|sous une semaine|d’ici la fin de la semaine|sous huit jours)',
  'expires<month': '(ce mois|ce mois-ci|d’ici la fin du mois|avant la fin du mois)',
  'expires<{number}d': `${nextFew} (j|jour|jours) [à venir]`,
  'expires<{number}w': `${nextFew} (semaine|semaines) [à venir]`,
  'expires<{number}m': `${nextFew} mois [à venir]`,
  [soon]: '[bientôt|prochainement|sous peu|dans le mois|d’ici un mois|le mois prochain]',
};

const trials = '(essais|essai|essais gratuits|versions d’essai)';

const renewals: Phrase[] = Object.entries(when).flatMap(([filter, said]): Phrase[] => [
  [`${what} ${ends} ${said}`, `purchases ${filter}`],
  [`${ends} ${said}`, `purchases ${filter}`],
  [`[quels|les|tous les] ${trials} [qui] ${ends} ${said}`, `purchases trial ${filter}`],
  ...(filter === soon ? [] : [[`${listed} ${said}`, `purchases ${filter}`] as const]),
  [`[les] (échéances|renouvellements|expirations|fins d’abonnement) ${said}`, `purchases ${filter}`],
]);

const wanting =
  '(je veux|je voudrais|j’aimerais|il me faut|il me faudrait|il nous faut|j’ai besoin [de|d’]|j’aurais besoin [de|d’]|nous avons besoin [de|d’]|on a besoin [de|d’]|donnez-moi) [avoir|obtenir|demander]';

export const spoken: SpokenWords = {
  courtesy: [
    ...[
      's’il te plaît',
      's’il vous plaît',
      'stp',
      'svp',
      'merci de',
      'bonjour',
      'salut',
      'purser',
      'dis-moi',
      'dites-moi',
      'et',
      'alors',
      'maintenant',
    ],
    ...[
      'je voudrais',
      'je souhaite',
      'je veux',
      'j’aimerais',
      'il faut',
      'je dois',
      'on veut',
      'on voudrait',
      'aide-moi à',
      'aidez-moi à',
      'en fait',
      'finalement',
      'mais',
      'pardon',
      'bonsoir',
      'coucou',
      'j’ai changé d’avis',
    ],
  ],
  requesting: [
    'peux-tu',
    'pouvez-vous',
    'pourrais-tu',
    'pourriez-vous',
    'tu peux',
    'vous pouvez',
    'est-ce que tu peux',
    'est-ce que vous pouvez',
  ],
  asking: [
    'est-ce que je peux',
    'est-ce qu’on peut',
    'est-ce que nous pouvons',
    'puis-je',
    'peut-on',
    'pouvons-nous',
    'on peut',
    'je peux',
  ],
  negations: ['pas', 'jamais', 'plus besoin', 'aucun', 'aucune'],
  ourselves: ['moi', 'nous', 'me', 'ça', 'cela'],
  closing: [
    's’il te plaît',
    's’il vous plaît',
    'stp',
    'svp',
    'merci',
    'maintenant',
    'pour moi',
    'aujourd’hui',
    'tout de suite',
    'purser',
    'merci d’avance',
    'déjà',
    'en ce moment',
    'pour tout le monde',
    'pour tous',
    'à tout le monde',
    'désormais',
    'dès maintenant',
    'définitivement',
    'immédiatement',
  ],
  showing: [
    ...[
      'montre',
      'montrez',
      'montre-moi',
      'montrez-moi',
      'montrer',
      'affiche',
      'affichez',
      'afficher',
      'affiche-moi',
      'affichez-moi',
      'voir',
      'vois',
      'liste',
      'lister',
      'listez',
      'liste-moi',
      'la liste des',
      'liste des',
      'la liste de',
    ],
    ...[
      'donne-moi',
      'donnez-moi',
      'cherche',
      'cherchez',
      'chercher',
      'trouve',
      'trouvez',
      'trouver',
      'ouvre',
      'ouvrez',
      'ouvrir',
      'détails de',
      'détail de',
      'détails sur',
      'infos sur',
      'informations sur',
      'parle-moi de',
      'parlez-moi de',
      'c’est quoi',
      'quel est',
      'quels sont',
      'quelles sont',
      'quelle est',
      'où est',
      'où sont',
      'où en est',
      'je cherche',
      'consulter',
    ],
  ],
  numbers: ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  fillers: [
    'de la',
    'de l’',
    'de',
    'd’',
    'du',
    'des',
    'le',
    'la',
    'l’',
    'les',
    'un',
    'une',
    'pour',
    'sur',
    'dans',
    'en',
    'avec',
    'nos',
    'tous',
    'qui',
    'sont',
    'est',
    'aux',
    'au',
    'à',
  ],
  phrases: [
    // Ce qui nomme son objet par un numéro dit tout ce qu’il faut.
    ['je prends [en main] {purchase}', 'take {purchase}'],
    ['(mets|mettez|note|notez|inscris|inscrivez) mon nom (sur|à|pour) {purchase}', 'take {purchase}'],
    [
      'je [ne] (m’occupe|m’en occupe|me charge|prends|gère|peux plus m’occuper) plus [de] {purchase}',
      'release {purchase}',
    ],
    ['je [ne] peux plus (m’occuper de|gérer|suivre) {purchase}', 'release {purchase}'],
    ['(lâche|lâchez|rends|rendez|libère|libérez) {purchase}', 'release {purchase}'],
    [
      '(relance|relancez|relancer|contacte|contactez|préviens|prévenez|écris à|écrivez à|rappelle|rappelez) (l’acheteur|l’acheteuse|le propriétaire) (de|d’) {purchase}',
      'ask {purchase}',
    ],
    ['(relance|relancez|relancer) {purchase}', 'ask {purchase}'],
    [
      '(dis|dites|demande|demandez|demander) (-lui|à {who}) (de|d’) (virer|annuler|résilier|arrêter|rendre|supprimer|mettre fin à|se débarrasser de) {purchase} (parce que|parce qu’|car|puisque|puisqu’|vu que|vu qu’) {why}',
      'ask {purchase} because {why}',
    ],
    [
      '(dis|dites|demande|demandez|demander) (-lui|à {who}) (de|d’) (virer|annuler|résilier|arrêter|rendre|supprimer|mettre fin à|se débarrasser de) {purchase}',
      'ask {purchase}',
    ],
    [
      '(on|nous) (reprend|reprenons|prend le contrôle de|prenons le contrôle de|centralise) {purchase}',
      'takeover {purchase}',
    ],
    ['(reprends|reprenez) {purchase}', 'takeover {purchase}'],
    [
      '(que se passe-t-il|qu’est-ce qui se passe|que se passerait-il) si (je|on) (reprends|reprend|prends le contrôle de|prend le contrôle de) {purchase}',
      'takeover {purchase}',
    ],
    [
      `(bascule|basculez|basculer|déplace|déplacez|passe|passez|transfère|transférez|migre|migrez) (tout le monde|tous|toutes|tous les détenteurs|les gens|les utilisateurs|tous les utilisateurs) (de|d’) {purchase} [(sur|vers|à) nos ${seat}]`,
      'takeover {purchase}',
    ],
    [
      '(arrête|arrêtez|arrêter|stoppe|stoppez|coupe|coupez|termine|terminez|résilie|résiliez) (l’abonnement|l’achat) {purchase}',
      'annuler {purchase}',
    ],
    [
      '(passe|passez|donne|donnez|confie|confiez|transmets|transmettez|transfère|transférez|délègue|déléguez|laisse|laissez) {request} à {who}',
      'reassign {request} {who}',
    ],
    [
      '(laisse|laissez|fais|faites) {who} (décider|approuver|valider|trancher) [pour|de|sur] {request}',
      'reassign {request} {who}',
    ],
    [
      '(demande|demandez) à {who} (de|d’) (décider|approuver|valider|trancher) [pour|de|sur] {request}',
      'reassign {request} {who}',
    ],
    ['(non|c’est non) (pour|à|sur) {request} [{why}]', 'reject {request}'],
    ['(écris|écrivez|écrire) à {who} (pour|au sujet de|à propos de) {purchase}', 'ask {purchase}'],
    ['(arrête|arrêtez|arrêter) de vendre {what}', 'block {what}'],
    [`[tous] [les] ${listed} (en|sous) (excel|csv)`, 'export purchases'],
    ['(j’annule|je retire|annule|annulez|retire|retirez) (ma|notre|la) demande {request}', 'withdraw {request}'],
    [
      '[est-ce que] microsoft [en] (a|a-t-il) [bien|enfin|déjà] (fini|terminé|résilié|annulé|arrêté|coupé) [avec] {request}',
      'check {request}',
    ],
    [
      '(j’ai|on a|nous avons) [bien|déjà] (coupé|désactivé|arrêté|résilié|annulé|terminé) [le renouvellement|l’abonnement|la facturation] (de|d’|pour|sur) {request}',
      'check {request}',
    ],
    ['(revenir|reviens|revenez) en arrière (sur|pour) {change}', 'undo {change}'],
    ['qui a fait quoi (sur|avec|pour|de) {purchase}', 'audit {purchase}'],
    [
      '{purchase} (est|c’est) (central|centrale|à nous) [et|mais] [ce n’est|c’est] pas [du|un|en] (libre-service|libre service|achat en libre-service)',
      'classify {purchase} central',
    ],
    ['{purchase} c’est (à nous|central)', 'classify {purchase} central'],
    [
      '(merci|super|parfait|génial|excellent|bravo|top|nickel|au revoir|à bientôt|à plus [tard]|à demain|bonne journée|bonne soirée|bonne nuit|ciao|bye|merci bien|mille mercis|impeccable|c’est parfait|c’est gentil) [beaucoup|bien|purser|à vous|à toi|pour tout|pour votre aide|pour ton aide|infiniment]',
      'thanks',
    ],
    [
      '(aide|à l’aide|aidez-moi|aide-moi|que (peux-tu|pouvez-vous|sais-tu|savez-vous) faire|que puis-je (faire|dire|demander|taper)|que (peux-tu|pouvez-vous) faire pour (moi|nous)|tu peux faire quoi [pour moi]|comment ça (marche|fonctionne)|comment (ça|cela) (marche|fonctionne)|comment faire|mode d’emploi|commandes|menu|options|je suis perdu|je suis perdue|j’ai besoin d’aide|qu’est-ce que tu (peux|sais) faire)',
      'help',
    ],
    [
      '(qui (es-tu|êtes-vous)|tu es qui|vous êtes qui|qu’est-ce que purser|c’est quoi purser|tu es un (bot|robot)|présente-toi|présentez-vous|comment (vas-tu|allez-vous)|ça va|coucou|hello)',
      'hello',
    ],
    [
      '(ok|oui|d’accord|dac|entendu|bien sûr|très bien|c’est bon|vas-y|allez-y|je confirme|confirmer|confirme|je valide|valider|validé|j’approuve|approuvé|approuve|je suis d’accord|je refuse la demande|non|jamais|nan|ça marche|ça roule|parfait pour moi|accord|valide) [merci|s’il te plaît|s’il vous plaît|vas-y|allez-y|oui|ok|d’accord|bien sûr|c’est bon]',
      'waiting',
    ],
    [
      '(pourquoi|pourquoi moi|pour quelle raison|à cause de quoi|ça veut dire quoi|qu’est-ce que ça veut dire|qu’est-ce que c’est|c’est quoi [ça|ce message]|je [ne] comprends (pas|rien)|je n’ai pas compris|j’ai pas compris|hein|quoi|explique|expliquez|expliquez-moi|explique-moi|que dois-je [encore] faire|qu’est-ce que je dois [encore] (faire|valider|approuver|décider)|qu’est-ce qu’il me reste à faire|que faire|et maintenant)',
      'waiting',
    ],
    [
      '(qu’est-ce qui (attend|m’attend|est en attente)|qu’est-ce que j’ai à (faire|décider|approuver)|qu’ai-je à (faire|décider)|mes tâches|à faire|à traiter|en attente|ce qui (attend|m’attend|est en attente)|quelque chose [à faire|en attente|pour moi])',
      'waiting',
    ],
    [
      '[y a-t-il|il y a|y a] (quelque chose|rien|un truc|quoi) (d’|de) (urgent|important|grave|inquiétant) [aujourd’hui|cette semaine|ici]',
      'purchases',
    ],
    ['(détenteurs|titulaires|noms|personnes) (de|dans|pour) {request}', 'approval {request} holders'],
    ['(état|statut|détails|avancement|où en est) [de|sur] {request}', 'approval {request}'],
    ['qui sont les (autres|{number} autres)', 'approval holders'],
    ['(demander|demande|demandez) (pourquoi à {who}|à {who} pourquoi)', 'waiting'],
    [
      '(demander|demande|demandez) à {who} pourquoi (elle|il) a (acheté|besoin de|pris) {what}',
      'ask by:"{who}" product:"{what}"',
    ],
    // Dont l’acheteur est parti.
    [
      `(quels|quel|quelles|quelle|les|des) ${buyer} (est|sont|a|ont) (parti|partis|partie|parties|quitté) [l’entreprise|la société|l’organisation]`,
      'purchases left',
    ],
    ['qui (est parti|a quitté [l’entreprise|la société|l’organisation]|est partie|n’est plus là)', 'purchases left'],
    [
      `[${listed}] [${of}|dont l’acheteur est] (partis|parti|anciens employés|anciens salariés|${buyer} partis|acheteur parti|ceux qui sont partis|personnes parties|gens partis)`,
      'purchases left',
    ],
    [`${listed} (orphelins|orphelin|sans propriétaire|sans acheteur|abandonnés)`, 'purchases left'],
    [
      '(combien (ça|cela) (coûte|me coûte)|combien (je|est-ce que je|dois-je) (paie|paye|payer)|combien (coûte|coûtent) (mon|mes|ma) (achat|achats|abonnement|abonnements|licences|licence)|(jusqu’à|jusqu’a) quand (je|est-ce que je|dois-je) (paie|paye|payer)|(qui|qui d’autre) (utilise|se sert de) (mon achat|mes licences|ma licence))',
      'mine',
    ],
    // Est-ce bien Purser, et ce que demandent les personnes qui ont acheté.
    [
      '((c’est|est-ce|est-ce que c’est|s’agit-il|ce serait|ça serait|ça sent|on dirait|est-ce que ce message est|ce message est|ce message est-il|est-il|êtes-vous|est-ce bien) [bien|vraiment|encore|d’] [une|un|du|de la|de l’|de] [message] (arnaque|arnaques|fraude|hameçonnage|phishing|spam|pourriel|escroquerie|faux|fausse|vrai|vraie|authentique|sérieux|officiel|fiable|blague|piège|vous|purser) [ce message|ce mail|cet e-mail|votre message|ce truc|message] [ou pas]|arnaque|phishing|hameçonnage|fraude|(peut-on|puis-je|est-ce que je peux) (vous|lui|te) faire confiance|comment (savoir|vérifier|être sûr|être sûre) [si|que] [c’est|ce message est] [bien] (vrai|vous|authentique|fiable))',
      'faq real',
    ],
    [
      '(qui est-ce|qui est-ce qui (écrit|m’écrit)|c’est qui|qui (m’écrit|écrit|a écrit|m’a écrit|a envoyé (ça|ce message)))',
      'faq purser',
    ],
    [
      '(qui peut (m’aider|nous aider|aider)|(parler|écrire) à (quelqu’un|une personne|un humain|un collègue|une vraie personne)|(qui|à qui) (contacter|demander|m’adresser|s’adresser|appeler|puis-je demander|dois-je m’adresser)|contact|[quel est] [le|mon] contact)',
      'faq contact',
    ],
    [
      '([le|contacter le|appeler le] support [de] [microsoft]|[l’] assistance [de] [microsoft]|qui assure le support)',
      'faq support',
    ],
    [
      '[comment|puis-je|est-ce que je peux|serai-je|je veux|vais-je|quand] [serai-je|vais-je] [être|me faire|obtenir|avoir|demander|un|le|mon] [un|le|mon] (remboursement|remboursements|remboursé|remboursée|rembourser|récupérer mon argent|remboursés)',
      'faq refund',
    ],
    [
      '[comment|où] [puis-je|je peux|peut-on|on peut|faire pour|fait-on pour] (annuler|résilier|arrêter|stopper|mettre fin à|supprimer) (mon|ma|mes) (abonnement|abonnements|achat|achats|licence|souscription|essai) [{what}]',
      'faq cancel',
    ],
    [
      'comment [puis-je|je peux|peut-on|on peut|faire pour|fait-on pour|je|on] (annuler|annule|résilier|résilie|me désabonner|se désabonner) [l’|un|cet] [abonnement|achat|essai]',
      'faq cancel',
    ],
    [
      '[que] [deviennent|devient|vont devenir|qu’en est-il de|je|est-ce que|vais-je|on] [je] [vais] [perds|perd|perdre|garde|garder] [tous] (mes|ma|mon) (fichiers|documents|données|travail|dessins|rapports|schémas)',
      'faq files',
    ],
    [
      'qui (paie|paye|va payer|doit payer|est facturé|est débité) [pour ça|pour cela|ça|cela|jusque-là|alors]',
      'faq who-pays',
    ],
    ['(puis-je|est-ce que je peux|je peux|peut-on|on peut) (le|la|les) (garder|conserver)', 'faq keep'],
    [
      '[comment] (payer (ma|une|la) facture|changer [de|ma|la] carte|modifier (ma|la) carte|mettre à jour (ma|la) carte)',
      'faq bill',
    ],
    [
      `[les] ${listed} (de|des) (gens|personnes|collègues|utilisateurs|employés|ceux|celles) qui (sont partis|sont parties|ont quitté|ne sont plus|ne travaillent plus|travaillent plus) [là|ici|chez nous|la boîte|l’entreprise|la société|l’organisation]`,
      'purchases left',
    ],
    ['(qu’est-ce qu’|qu’) {who} a (répondu|dit)', 'purchases by:"{who}"'],
    ['(qu’a|que) (répondu|dit) {who}', 'purchases by:"{who}"'],
    ['(relance|relancez|relancer) {who}', 'ask by:"{who}"'],
    ['[c’est] (qui|quel est) [c’est] le plus gros acheteur', 'purchases sort:quantity'],
    // Les plus récents.
    [`[les|des|mes] nouveaux ${listed} [de la semaine|cette semaine]`, 'purchases since:week sort:bought'],
    [`[les|des] (derniers|plus récents|récents) ${listed}`, 'purchases sort:bought'],
    [`[les] ${listed} [les] (récents|nouveaux|derniers|plus récents|récemment)`, 'purchases sort:bought'],
    [
      '(quoi de (neuf|nouveau)|du (neuf|nouveau)|des nouveautés|les nouveautés|qu’est-ce qu’il y a de (neuf|nouveau)) [cette semaine]',
      'purchases since:week sort:bought',
    ],
    [
      '(quoi de (neuf|nouveau)|du (neuf|nouveau)|qu’est-ce qu’il y a de (neuf|nouveau)|qu’est-ce qui a (changé|été acheté)|ce qui a (changé|été acheté)) depuis {when}',
      'purchases since:"{when}" sort:bought',
    ],
    [`[les|quels] ${listed} [faits|achetés|effectués|passés] depuis {when}`, 'purchases since:"{when}" sort:bought'],
    ['(achetés|acheté) depuis {when}', 'purchases since:"{when}" sort:bought'],
    ['qui a acheté [quoi|quelque chose] depuis {when}', 'purchases since:"{when}" sort:bought'],
    ...renewals,
    [
      '(qu’est-ce qui a été|ce qui a été|qui a) acheté (cette semaine|récemment|dernièrement|la semaine dernière)',
      'purchases since:week sort:bought',
    ],
    [
      '(qu’est-ce qui a été|ce qui a été|qui a) acheté (ce mois-ci|ce mois|le mois dernier)',
      'purchases since:month sort:bought',
    ],
    [
      `(montre|montrez|voir|afficher|liste|lister|quels sont|combien|tous|les) [moi] [de|des|d’|tous] [les] ${trials} [en cours|actifs|y a-t-il|avons-nous]`,
      'purchases trial',
    ],
    // Qui a acheté quoi.
    [`quels ${listed} (ont|comptent) {what}`, 'purchases {what}'],
    [`c’est qui qui a ${buys} {what}`, 'purchases {what}'],
    [`qui (a|ont|achète) [bien|aussi] ${buys} ${of} {what}`, 'purchases {what}'],
    [`qui (a|ont) [bien|aussi] ${buys} {what}`, 'purchases {what}'],
    ['qui (achète|paie|paye) {what}', 'purchases {what}'],
    [`(qu’est-ce que|que|quoi) (j’ai|ai-je) ${buys} [moi-même]`, 'mine'],
    [`(ce que j’ai|qu’ai-je) ${buys}`, 'mine'],
    [
      `(qu’est-ce qu’on|qu’est-ce que (les gens|les utilisateurs|mes collègues|tout le monde)) (a|ont) ${buys}`,
      'purchases',
    ],
    [`(qu’a|qu’est-ce qu’a|qu’est-ce que|ce que|ce qu’a) {who} a [bien] ${buys}`, 'purchases by:"{who}"'],
    [`(qu’a|qu’est-ce qu’a|ce qu’a) ${buys} {who}`, 'purchases by:"{who}"'],
    [`[les|tous les] ${listed} (par|faits par|effectués par|passés par) {who}`, 'purchases by:"{who}"'],
    [`(tout|tout ce qui vient) (de|d’|par) {who}`, 'purchases {who}'],
    [`mes [propres] ${listed}`, 'mine'],
    ['(ce que j’ai|tout ce que j’ai) (acheté|commandé)', 'mine'],
    [`${listed} (dont je m’occupe|à ma charge|qui me sont confiés|entre mes mains)`, 'purchases todo'],
    ['qui a (annulé|résilié|repris|pris|classé|mis fin à|pris le contrôle de) {purchase}', 'audit {purchase}'],
    ['qui a décidé (ça|cela|ceci)', 'waiting'],
    ['[voir|afficher|montrer] (mes demandes|ma demande) de (licence|licences)', 'request'],
    [
      '(que se passe-t-il|qu’est-ce qui se passe|il se passe quoi|c’est quoi cette histoire) [ici|en ce moment]',
      'waiting',
    ],
    [
      'qui a (modifié|changé|touché à|touché) (la|une|les|aux) (règle|règles|réglages|paramètres) [de|d’|du|pour] {what}',
      'audit {what}',
    ],
    ['qui a (modifié|changé|touché à|touché) (la|une|les|aux) (règle|règles|réglages|paramètres)', 'audit'],
    ['qui a (modifié|changé|bloqué|autorisé|décidé [de|d’|pour]) {what}', 'audit {what}'],
    [`[les] plus (gros|grands|importants) ${listed}`, 'purchases sort:quantity'],
    ['(trier|trie|triez) [les achats|la liste] par {what}', 'purchases sort:"{what}"'],
    // Qui a une licence.
    [`qui (a|ont|utilise|utilisent|possède|dispose de) [une|la|des] ${seat} [de|d’] {what}`, 'licences {what}'],
    ['qui (a|ont|utilise|utilisent|possède|dispose de) {what}', 'licences {what}'],
    ['(détenteurs|titulaires|utilisateurs) (de|d’|pour) {what}', 'licences {what}'],
    [
      `[est-ce que] ${people} (se sert|s’en sert|se servent|utilise|utilisent|a besoin|ont besoin) [encore|toujours|vraiment] (de|d’|le|la) {what}`,
      'licences {what}',
    ],
    [
      `combien (de|d’) ${seat} {what} [avons-nous|libres|disponibles|reste-t-il|sont libres|sont utilisées]`,
      'licences {what}',
    ],
    [`${seat} (libres|disponibles|restantes) {what}`, 'licences {what}'],
    [`[les|des] ${seat} (de|d’|pour) {what}`, 'licences {what}'],
    // Donner et retirer une licence.
    ['(donne|donnez|passe|passez|confie|confiez|transmets|transmettez) (-le|-la|le|la|ça) à {who}', 'reassign {who}'],
    [
      `(donner|donne|donnez|attribuer|attribue|attribuez|affecter) [une|la|un] [${seat}] [de|d’] {what} (à|au) {who}`,
      'assign {what} to {who}',
    ],
    [
      `(donner|donne|donnez|attribuer|attribue|attribuez) (à|au) {who} [une|la|un] [${seat}] [de|d’] {what}`,
      'assign {what} to {who}',
    ],
    [`{who} a besoin (d’une|de la|d’un) [${seat}] [de|d’] {what}`, 'assign {what} to {who}'],
    [
      `(retirer|retire|retirez|enlever|enlève|enlevez|reprendre) [une|la|sa|le] [${seat}] [de|d’] {what} (à|au|de) {who}`,
      'remove {what} from {who}',
    ],
    // Ce qui s’est passé.
    [`(historique|l’historique|journal|le journal|trace) [${of}] {purchase}`, 'audit {purchase}'],
    [
      '(que s’est-il passé|qu’est-ce qui s’est passé|qu’est-il arrivé) [avec|pour|sur|à] {purchase}',
      'audit {purchase}',
    ],
    [
      '(historique|l’historique|que s’est-il passé|qu’est-ce qui s’est passé|qui a fait quoi|qu’avez-vous fait)',
      'audit',
    ],
    [`(historique|l’historique) ${of} {what}`, 'audit {what}'],
    // Qui peut acheter.
    [
      `(est-ce que|est-ce qu’) ${people} (peut|peuvent|pourrait|pourraient) [encore|toujours] ${buys} {what}`,
      'rules {what}',
    ],
    [`${people} (peut|peuvent)[-t-il|-ils] [encore|toujours] ${buys} {what}`, 'rules {what}'],
    ['qui peut acheter {what}', 'rules {what}'],
    [
      `[est-ce que|est-ce qu’] ${people} (a|ont) [encore|toujours] le droit (de|d’) (prendre|acheter|commander|souscrire à) {what}`,
      'rules {what}',
    ],
    [
      '(remets|remettez|remettre|rétablis|rétablissez) [toutes] les règles (comme prévu|comme il faut|comme convenu|à la référence|en ordre|d’aplomb)',
      'baseline',
    ],
    ['(juste|seulement|uniquement|rien que) (des|les) essais (pour|de|sur) {what}', 'trials {what}'],
    [
      '(autorise|autorisez|autoriser|ouvre|ouvrez) {what} (juste|seulement|uniquement) (pour|en) (les essais|essai|des essais)',
      'trials {what}',
    ],
    [`(laisse|laissez|laisser) ${people} (essayer|tester) {what}`, 'trials {what}'],
    [
      '[je veux|on veut|il faut] tout {what} (chez|sous|à) (l’informatique|l’it|la dsi|l’organisation|la gestion centrale)',
      'centralise {what}',
    ],
    [
      '(regroupe|regroupez|regrouper|centralise|centralisez|rassemble|rassembler|passer|mets|mettre|ramener) [tout|tous les] {what} (sous|chez|dans) (l’informatique|l’it|la dsi|l’organisation|la gestion centrale|contrôle central)',
      'centralise {what}',
    ],
    [
      `(est-ce que|est-ce qu’) ${people} a [déjà] (changé|modifié|touché [à|aux]) [les|aux|des] (règles|paramètres|réglages) [depuis {when}]`,
      'audit',
    ],
    ['(qu’est-ce que j’ai|qu’ai-je) [bien] (fait|changé|modifié)', 'audit'],
    [
      '[est-ce que] [le|la] {what} est (-il|-elle) (bloqué|bloquée|autorisé|autorisée|interdit|interdite)',
      'rules {what}',
    ],
    ['est-ce que {what} est (bloqué|bloquée|autorisé|autorisée|interdit|interdite)', 'rules {what}'],
    ['{what} est (il|elle) (bloqué|bloquée|autorisé|autorisée|interdit|interdite)', 'rules {what}'],
    [
      '(qu’est-ce qui est|ce qui est|quels produits sont) (bloqué|bloqués|autorisé|autorisés|interdit|interdits)',
      'rules',
    ],
    [`que (peut|peuvent) ${people} acheter`, 'rules'],
    [`(qu’est-ce que|ce que) ${people} (peut|peuvent) acheter`, 'rules'],
    [
      `(bloquer|bloque|bloquez|empêcher|empêche|interdire|interdis|interdisez|arrêter|arrête|stopper|stoppe|désactiver|refuser) [tous] (l’achat|les achats|l’acquisition|la vente|achat|les abonnements) ${of} {what}`,
      'block {what}',
    ],
    [
      `(bloquer|bloque|bloquez|empêcher|empêche|empêchez|interdire [à|aux]|interdis [à|aux]) ${people} d’acheter {what}`,
      'block {what}',
    ],
    [
      '(interdire|interdis|interdisez|empêcher|empêche|empêchez) [aux gens|aux utilisateurs|aux employés|à tout le monde] (d’acheter|l’achat de|l’achat d’) {what}',
      'block {what}',
    ],
    ['(plus personne|personne) ne (doit|peut|devrait|pourra) [plus] [pouvoir] acheter {what}', 'block {what}'],
    [`(laisser|laisse|laissez|autoriser|autorise|permettre [à]) ${people} [à|d’|de] acheter {what}`, 'allow {what}'],
    [`(autoriser|autorise|autorisez|permettre|permets) [tous] (l’achat|les achats) ${of} {what}`, 'allow {what}'],
    // Ce que Purser envoie.
    ['(enlever|enlève|enlevez|retirer|retire|retirez) la sourdine (de|pour|sur) {what}', 'mute {what} off'],
    [
      '(stoppe|arrêtez|désabonner|désabonnement|se désabonner|me désabonner|silence|laissez-moi tranquille|laisse-moi tranquille|tais-toi|ça suffit|désinscrire|désinscription|me désinscrire)',
      'notify',
    ],
    [
      '[je ne veux|ne|je veux ne] plus [recevoir|voir|avoir] [de|ces|les|vos|tes|aucun|des] (messages|notifications|alertes|mails|courriels|e-mails|message)',
      'notify',
    ],
    [
      '(arrête|arrêtez|arrêter|cesser|cessez|stop) (de m’|d’|de m’en|de) (écrire|envoyer|embêter|notifier|envoyer des messages|envoyer ça|déranger)',
      'notify',
    ],
    [
      '(couper|coupe|coupez|désactiver|désactive|désactivez|activer|active|activez|régler|gérer|changer|arrêter|arrête) [les|mes|ces|vos] (notifications|messages|alertes|rappels)',
      'notify',
    ],
    ['(réglages|paramètres) [des] (notifications|messages|alertes)', 'notify'],
    [
      '(préviens|prévenez|avertis|avertissez|alerte|alertez|informe|informez) (ce canal|cette équipe|ce chat|l’équipe|le canal|nous|-nous|moi|-moi) (quand|si|dès que|dès qu’|à chaque fois que|lorsque) {what}',
      'notify',
    ],
    ['[mettre|mettez|du] (silence|calme|heures calmes) (de|entre) {hours}', 'notify quiet "{hours}"'],
    ['[les|mes|nos] heures calmes', 'notify'],
    // Ce que répond un acheteur, ou quelqu’un qui a une licence.
    [
      '(je m’y oppose|je suis contre|je [ne] suis pas d’accord|je refuse|je proteste|je ne veux pas|pas d’accord|ne (la|le|les) (retirez|supprimez|annulez) pas|ne me (la|le|les) (retirez|enlevez|prenez) pas)',
      'object {said}',
    ],
    [
      '(je préfère|je veux|je voudrais|je souhaite|j’aimerais|je dois|je tiens à) [le|la|les|l’] (garder|conserver) [ma licence|mon abonnement|cette licence|le mien|la mienne]',
      'object {said}',
    ],
    ['(je préfère|je veux|je voudrais|je souhaite|j’aimerais|je dois) (le|la|les) (garder|conserver)', 'object {said}'],
    [
      '(garder|gardez|garde|conserver|laissez-moi garder|je garde) (le|la|les|ça|cela|celui-ci|ma licence|mon abonnement|mes licences|le mien|la mienne|tout)',
      'waiting',
    ],
    [
      '(j’en ai [encore|toujours|vraiment] besoin [pour mon travail|pour travailler|tous les jours]|je l’utilise [encore|toujours|tous les jours|souvent|beaucoup]|je m’en sers [encore|toujours]|j’ai [encore|toujours] besoin de (ça|cette licence|cela|ma licence))',
      'object {said}',
    ],
    ['[ne] (touche|touchez) pas à (mon|ma|mes) {what}', 'object {said}'],
    [
      '[ne] (prends|prenez|retire|retirez|enlève|enlevez|supprime|supprimez|annule|annulez) pas (mon|ma|mes) {what}',
      'object {said}',
    ],
    ['(c’est|voilà c’est) (fait|résilié|annulé|terminé) [j’ai (résilié|annulé)]', 'check'],
    [
      '(j’ai|je l’ai) [tout|déjà] (résilié|annulé|arrêté) [l’abonnement|mon abonnement] (hier|aujourd’hui|ce matin|la semaine dernière|chez microsoft|dans le centre d’administration)',
      'check',
    ],
    ['c’est fait[,] j’ai {what}', 'check'],
    [
      '(j’ai|je l’ai|je viens de|j’ai déjà|je l’ai déjà) (résilié|annulé|résilier|annuler|arrêté|mis fin) [l’abonnement|mon abonnement|à mon abonnement|tout]',
      'check',
    ],
    [
      '(déléguer|délègue|déléguez|confier|confie|transmettre|transmets|transmettez|transférer|transfère|passer|passe) [la demande|cette demande|ça|cela|le] à {who}',
      'reassign {who}',
    ],
    [
      '(déléguer|délègue|transmettre|transmets|transmettez|réaffecter|confier|transférer|passer) {request} à {who}',
      'reassign {request} {who}',
    ],
    // Un approbateur s’absente, ou revient.
    [
      '(je suis|me|je) (de retour|revoilà|revenu|revenue|rentré|rentrée|à nouveau là|de nouveau là|disponible à nouveau)',
      'away off',
    ],
    ['(fin|terminer|arrêter|annuler) (de mon|mon|de l’) (absence|congé)', 'away off'],
    [
      '(je suis|je serai|je pars|on est) (absent|absente|en congé|en congés|en vacances|en déplacement|pas là|pas disponible|indisponible|en arrêt) (jusqu’à|jusqu’au|jusque) {when}',
      'away until "{when}"',
    ],
    [
      '(je suis|je serai|je pars) (absent|absente|en congé|en congés|en vacances|en déplacement|pas là|pas disponible|indisponible|en arrêt) (pendant|pour) {when}',
      'away for "{when}"',
    ],
    [
      '(je suis|je serai|je pars) (absent|absente|en congé|en congés|en vacances|en déplacement|pas là|pas disponible|indisponible|en arrêt|malade)',
      'away',
    ],
    [
      '(je suis|je serai|je pars) (absent|absente|en congé|en congés|en vacances|en déplacement|pas là|indisponible) {when}',
      'away "{when}"',
    ],
    // Ils disent qu’ils n’en font rien : ce qui attend s’affiche, et un bouton y répond.
    [
      '[je] [ne|n’|m’|ne m’] (oppose|approuve|valide|refuse) pas [à] [ça|cela|ceci|la demande|cette demande]',
      'waiting',
    ],
    ['je [ne] (m’y oppose|suis) pas [contre]', 'waiting'],
    ['([je n’ai|j’ai] (pas|aucune) (d’objection|objection)|[je n’ai|j’ai] rien contre)', 'waiting'],
    ['(je n’en|j’en) ai (plus|pas) besoin', 'waiting'],
    ['(je ne|je) (l’utilise|m’en sers) (plus|pas)', 'waiting'],
    ['(je n’ai|j’ai|je ne l’ai|je l’ai) pas [encore] (résilié|annulé|arrêté)', 'waiting'],
    // Les licences se demandent.
    [`${wanting} une licence (de|d’|pour|du) {what}`, 'request {what}'],
    [`${wanting} une licence {what}`, 'request {what}'],
    [`${wanting} (accès|avoir accès|accéder) à {what}`, 'request {what}'],
    [`${wanting} {what}, (que faire|comment faire|comment je fais|que dois-je faire)`, 'request {what}'],
    [
      '(puis-je|pourrais-je|je peux|est-ce que je peux) (avoir|obtenir|demander) [une licence] [de|d’|pour] {what}',
      'request {what}',
    ],
    ['comment (obtenir|avoir|demander) (une licence|l’accès) [de|d’|pour|à] {what}', 'request {what}'],
    [`${wanting} une licence`, 'request'],
    // Mettre fin, défaire, demander.
    ['(prends|prenez|reprends|prendre|reprendre) [le] contrôle de {purchase}', 'takeover {purchase}'],
    ['je (m’occupe|vais m’occuper|me charge|prends en charge|gère) [de] {purchase}', 'take {purchase}'],
    ['{purchase} est (central|centrale|à nous)', 'classify {purchase} central'],
    ['{purchase} est [en|un] (libre-service|libre service)', 'classify {purchase} self-service'],
    [
      '(demander|demande|demandez) à {who} (d’|de) (annuler|résilier|arrêter|rendre|mettre fin à) {purchase}',
      'ask {purchase}',
    ],
    ['(approuve|approuvez|valide|validez) {request}', 'approval {request}'],
    ['(refuse|refusez|rejette|rejetez) {request}', 'reject {request}'],
    ['(arrêter|arrête|terminer|mettre fin à|supprimer) {purchase}', 'annuler {purchase}'],
    [
      '(qui|quand|pourquoi) (a|est|a-t-on) [été] (approuvé|refusé|décidé|demandé|rejeté|arrêté) {request}',
      'approval {request}',
    ],
    ['(approbations|demandes) (en attente|ouvertes|à traiter)', 'approvals waiting'],
    [
      `(demander|demande|demandez) à {who} (d’|de) (annuler|résilier|arrêter|rendre|mettre fin à) [son|sa|ses|le|la|l’] {what}`,
      'ask by:"{who}" product:"{what}"',
    ],
    ['(annuler|annule|annulez|défaire|défais|défaites) {change}', 'undo {change}'],
    [
      '(défaire|défais|revenir en arrière|annuler le dernier changement|annuler ce que j’ai fait|retour arrière)',
      'undo',
    ],
    // Purser lui-même.
    [
      '[est-ce que] (tu es|vous êtes|es-tu|êtes-vous|purser est|tout est) [encore|toujours] (en pause|suspendu|arrêté|à l’arrêt)',
      'status',
    ],
    ['(tu peux|vous pouvez) (reprendre|continuer|recommencer|redémarrer)', 'resume'],
    ['(j’ai|ai-je) le droit de [faire] quoi [faire] [ici]', 'whoami'],
    ['(qu’est-ce que j’ai|de quoi ai-je) le droit [de faire] [ici]', 'whoami'],
    [
      '(sors|sortez|exporte|exportez|exporter|télécharge|téléchargez|donne-moi|envoie-moi|envoyez-moi) [moi] le journal (en|dans|sous) [un] (csv|excel|fichier|tableur) [pour {who}]',
      'export audit',
    ],
    [
      `(j’ai besoin|il me faut|je voudrais|je veux) [d’|de] (un|le) (fichier|tableau|excel|csv) (de|des|avec les) ${seat}`,
      'export licences',
    ],
    [`d’ (un|le) (fichier|tableau|excel|csv) (de|des|avec les) ${seat}`, 'export licences'],
    [
      '(statut|tu es là|vous êtes là|tu marches|est-ce que (ça|tout) (marche|fonctionne|va bien)|tout va bien|santé|état du système|es-tu là|êtes-vous là)',
      'status',
    ],
    [
      '(quel est mon rôle|quels sont mes (droits|rôles)|mon rôle|mes accès|mes permissions|mes autorisations)',
      'whoami',
    ],
    ['[parle|parlez|répondez|réponds|passer|passe|passez] (en|à l’|moi en) (anglais|english)', 'language english'],
    ['(parle|parlez) (anglais|english)', 'language english'],
    ['[parle|parlez|répondez|réponds|passer|passe|passez] (en|au|moi en) (français|french)', 'language français'],
    ['(parle|parlez) (français|french)', 'language français'],
    [
      `[télécharger|télécharge|exporter|exporte|envoie-moi|envoyez-moi|donne-moi|donnez-moi|faire] [un|le|la] (csv|excel|fichier|tableau|export|fichier excel|fichier csv) [${of}] [tous les|les] ${listed}`,
      'export purchases',
    ],
    [`(télécharger|télécharge|enregistrer) [tous] [les] ${listed}`, 'export purchases'],
    [`(télécharger|télécharge|exporter|exporte) [toutes] [les] ${seat}`, 'export licences'],
    [
      '(télécharger|exporter|envoie-moi|envoyez-moi|donne-moi|donnez-moi|il me faut) [un|le] (csv|excel|tableau|fichier excel|fichier csv)',
      'export',
    ],
  ],
  otherwise: [
    [
      '(désactiver|désactive|désactivez|bloquer|bloque|interdire|arrêter) [tous] les essais [de|d’|du|pour] {what}',
      'rules {what}',
    ],
    ['(seulement|uniquement|que) [les|des] essais (pour|de|sur) {what}', 'trials {what}'],
    ['(bloque|bloquez) {what}', 'block {what}'],
    [
      '(autorise|autorisez|réautorise|réautoriser|réactive|réactiver|réactivez|rétablir|rétablis) {what}',
      'allow {what}',
    ],
    ['(désactiver|désactive|interdire|interdis|empêcher|couper|coupe) {what}', 'block {what}'],
    ['(activer|active|débloquer|débloque|permettre) {what}', 'allow {what}'],
    [`(mon|ma|mes) ${seat}`, 'mine'],
    ['(mon|ma|mes) {what}', 'mine {what}'],
    ['j’ai (acheté|commandé|pris) [un|une|du|le] {what}', 'mine {what}'],
    [`(est-ce que|est-ce qu’) {who} (est parti|est partie|a quitté [l’entreprise|la société])`, 'purchases by:"{who}"'],
    ['{who} (est parti|est partie|a quitté [l’entreprise|la société|l’organisation])', 'purchases by:"{who}"'],
  ],
};
