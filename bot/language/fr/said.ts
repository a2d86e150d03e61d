/**
 * What people say in French, by what they mean by it: one sentence a line, of which the ranking learns. None of it has to be
 * said word for word. `{product}`, `{person}`, `{purchase}`, `{request}`, `{change}`, `{day}` and `{number}` stand for any of them.
 */
import type { Said } from '../said.ts';

export const said: Said = {
  purchases: `
    c'est qui qui a pris le truc de diagrammes
    il y a eu quoi comme achats cette semaine
    la facture totale du mois dernier
    quel service coûte le plus cher
    les collègues ont encore fait leurs courses ?
    à quoi les gens se sont abonnés ces temps-ci
    qui est allé prendre {product}
    quels logiciels sont passés en douce
    que paient les gens du commerce
    combien ça fait en tout
    montre les dépenses
    coût par service
    fais-moi voir ce que les gens ont acheté
    qui a commandé ça
    y a-t-il du {product} quelque part
    trouve les achats de {person}
    tout ce que {person} a en cours
    est-ce qu’on nous a facturé des choses que personne n’a validées
    quels outils circulent chez nous
    ça monte à combien le libre-service
    {product} essai
    essais {product}
    {product} supprimés
    qui est {person}
    achats de {product}
    abonnements {product}
    combien ça coûte
    les essais {product} de {person}
    dépenses par service
    qui a acheté quoi
    la liste des abonnements
    combien nous coûte {product}
    qu'est-ce que les gens ont acheté
    qu'ont acheté nos collègues
    montre-moi les achats
    quels abonnements les employés ont-ils pris eux-mêmes
    qui a acheté {product}
    qui a pris {product}
    qui a payé {product}
    qui s'est abonné à {product}
    qui a commandé {product} et pourquoi
    est-ce que quelqu'un a acheté {product} récemment
    quelqu'un a-t-il acheté quelque chose depuis {day}
    du nouveau depuis {day} ?
    quoi de neuf
    quoi de neuf depuis {day}
    les derniers achats
    les achats récents
    nouveaux abonnements de la semaine
    qu'est-ce qui a été acheté {day}
    qu'a acheté {person}
    qu'est-ce que {person} a acheté
    les achats de {person}
    tous les abonnements de {person}
    {person} a souscrit à quoi
    tout ce que {person} a pris
    liste de tous les achats {product}
    donne-moi toute la liste
    vue d'ensemble des achats
    combien dépensons-nous en libre-service
    combien ça nous coûte
    combien coûte tout ça à l'entreprise
    quel est le coût total de {product}
    combien on paie chaque mois
    à combien s'élèvent les dépenses
    le total des dépenses du mois
    qui dépense le plus
    quels services achètent le plus
    les plus gros achats
    les abonnements les plus chers
    quels essais avons-nous
    combien d'essais sont en cours
    qui a lancé un essai de {product}
    qui teste {product}
    liste des essais gratuits
    les abonnements supprimés
    les achats suspendus
    qu'est-ce qui a été résilié {day}
    à qui avons-nous posé la question
    qui n'a pas encore répondu
    qu'est-ce qu'on garde
    combien y a-t-il d'achats
    combien d'abonnements a {person}
    y a-t-il des doublons
    est-ce qu'on paie {product} deux fois
    y a-t-il des {product} achetés en dehors de la dsi
    seulement {product}
    filtre sur {product}
    ce qui a été acheté le mois dernier
    ce que les gens achètent dans leur coin
    les achats sauvages
    les logiciels non approuvés
    à qui est {product}
    qui est le propriétaire de {product}
    c'est {person} qui a acheté {product} ?
    les achats dont on ne connaît pas le prix
    l'argent dépensé par {person}
    lesquels ne sont pas encore classés
    retrouve tout ce qui concerne {product}
    y a eu des achats ce week-end
    qu'est-ce que les gens paient avec leur carte
    combien de places {person} a achetées
    l'it fantôme chez nous
    fais voir les abonnements
    tu peux m'afficher les achats du service
    je veux voir ce qui a été commandé
  `,
  due: `
    lesquels vont être reconduits en décembre
    qu’est-ce qui vient ensuite
    sur quoi faut-il agir avant le renouvellement
    quels contrats arrivent à leur terme
    ce qui va nous coûter à nouveau
    qu’est-ce qui s’arrête en décembre
    ce qui finit cette semaine
    ce qui finit avant noël
    ce qui prend fin bientôt
    ce qui se termine dans {number} jours
    quels contrats arrivent au bout
    qu'est-ce qui expire bientôt
    qu'est-ce qui se renouvelle ce mois-ci
    qu'est-ce qui arrive à échéance
    les prochaines échéances
    les renouvellements à venir
    quels abonnements se terminent cette semaine
    quels essais se terminent bientôt
    quels essais vont devenir payants
    quand se renouvelle {product}
    quand se termine l'abonnement {product}
    quand expire {product}
    tout ce qui finit dans les {number} prochains jours
    ce qui prend fin d'ici {number} semaines
    échéances des {number} prochains mois
    liste de ce qui expire
    qu'est-ce qui s'arrête avant {day}
    qu'est-ce qui sera prélevé le mois prochain
    que faut-il décider avant le renouvellement
    qu'est-ce qui va être reconduit
    reconduction tacite, lesquels
    ce qui va être facturé à nouveau
    les dates de fin
    dates de renouvellement
    que faut-il résilier avant {day}
    bientôt fini
    qu'est-ce qui tombe ce mois-ci
    y a-t-il quelque chose qui se termine
    à quand le prochain renouvellement
    ce qui se termine avant la fin de l'année
    ce qui va s'arrêter en premier
    lesquels se renouvellent tout seuls
    les abonnements qui touchent à leur fin
    ça expire quand
    quand est-ce que ça se termine pour {person}
    les essais qui vont expirer
  `,
  leavers: `
    on paie encore pour des gens qui sont plus là ?
    qui est parti mais nous coûte encore
    des abonnements dont le propriétaire a disparu
    des acheteurs qui ne sont plus employés
    quels acheteurs sont partis
    qui est parti et a encore un abonnement
    les achats des personnes parties
    les abonnements d'anciens salariés
    ce qu'ont acheté des gens qui ne travaillent plus ici
    abonnements orphelins
    achats sans propriétaire
    quel acheteur n'est plus chez nous
    qu'ont laissé les anciens
    est-ce qu'on paie pour des gens qui ont démissionné
    les achats de comptes désactivés
    dont le compte a été supprimé
    plus personne n'est responsable de ces achats
    les personnes ayant quitté l'entreprise avec des achats en cours
    ex-employés qui sont encore facturés
    qui nous a quittés en laissant des licences
    abonnements abandonnés
    départs et achats
    les partants ont-ils encore des abonnements
  `,
  handled: `
    de quoi est-ce que je m'occupe
    qu'est-ce que j'ai pris en main
    quels achats sont entre mes mains
    les achats qui me sont attribués
    ce que je dois suivre
    mes dossiers en cours
    lesquels ai-je pris
    qui s'occupe de quoi
    les achats dont j'ai la charge
    qu'est-ce que j'ai promis de traiter
  `,
  purchase: `
    quelqu'un est déjà dessus, {purchase} ?
    quelle est l’histoire de {purchase}
    que puis-je faire de {purchase}
    faut-il garder {purchase}
    rappelle-moi ce qu’est {purchase}
    {purchase} dure jusqu’à quand
    donne-moi le détail de {purchase}
    tout sur {purchase}
    je veux voir {purchase}
    quelqu’un est sur {purchase} ?
    parle-moi de {purchase}
    c'est quoi {purchase}
    qu'est-ce que {purchase}
    détails de {purchase}
    montre {purchase}
    qui a acheté {purchase}
    combien coûte {purchase}
    quel est le prix de {purchase}
    quand se termine {purchase}
    quand se renouvelle {purchase}
    à qui est {purchase}
    {purchase} est-il encore actif
    {purchase} est un essai ?
    que se passe-t-il avec {purchase}
    où en est {purchase}
    que peut-on faire de {purchase}
    pourquoi {purchase} est dans la liste
    ouvre {purchase}
    qui s'occupe de {purchase}
    quelqu'un s'occupe de {purchase} ?
    l'acheteur de {purchase} a-t-il répondu
    qu'a-t-il répondu pour {purchase}
    combien de places a {purchase}
    jusqu'à quand court {purchase}
    {purchase} est résilié ?
    des infos sur {purchase}
    je voudrais voir {purchase}
    fiche de {purchase}
  `,
  mine: `
    je veux deux places de plus pour mon {product}
    qu’ai-je en cours
    à quoi suis-je encore abonné
    quelque chose à mon nom ?
    lesquels de mes abonnements se renouvellent
    ajouter un collègue à mon {product}
    reprenez ce que j’ai acheté
    mon {product} finit quand
    qu'est-ce que j'ai acheté
    mes abonnements
    mes achats
    qu'est-ce que je possède
    qu'est-ce que j'ai
    qu'est-ce que je paie
    combien je paie
    combien me coûte mon abonnement
    montre mon {product}
    j'ai acheté {product}, où est-ce
    je veux résilier mon {product}
    résilier mon propre abonnement
    arrêter mon {product}
    quand se termine mon {product}
    quand mon abonnement se renouvelle-t-il
    mon essai va-t-il me coûter quelque chose
    qui utilise les licences que j'ai achetées
    je veux ajouter des places à mon {product}
    ajouter des licences à ce que j'ai acheté
    confier mon achat à la dsi
    donner mon abonnement à l'entreprise
    que la dsi reprenne mon {product}
    je ne veux plus payer {product} moi-même
    où voir ce que j'ai commandé
    à quoi je suis abonné
    mon {product} est-il encore actif
    ce qui est à mon nom
    mes affaires
    mon essai
    mes propres licences
    jusqu'à quand dois-je payer
    comment donner une place de mon abonnement à un collègue
    il me faut plus de places pour le {product} que j'ai acheté
    qu'est-ce qui est débité sur ma carte
    je souhaite transférer mon abonnement à l'entreprise
    j'ai commandé {product} par erreur
    est-ce que j'ai encore {product}
    je voudrais me débarrasser de mon {product}
    j'ai pris quoi comme abonnements
    mettre fin à mon abonnement
  `,
  licences: `
    liste des gens avec {product}
    tous ceux qui ont {product}
    les personnes avec {product}
    qui possède {product}
    quelles personnes ont une licence {product}
    pourquoi {person} a {product}
    qui a {product}
    qui utilise {product}
    qui se sert de {product}
    qui a une licence {product}
    liste des gens qui ont {product}
    combien de licences {product} avons-nous
    combien de personnes ont {product}
    combien de places sont libres
    reste-t-il des licences {product}
    y a-t-il une place libre pour {product}
    il reste du {product} ?
    y a-t-il des licences inutilisées
    qui n'utilise pas {product}
    est-ce que quelqu'un utilise encore {product}
    {product} sert-il encore à quelqu'un
    quels utilisateurs ont {product}
    titulaires de {purchase}
    qui est dans {purchase}
    qui utilise {purchase}
    est-ce que {person} a {product}
    {person} a-t-elle une licence
    quelles licences a {person}
    quelles sont les licences de {person}
    qui a reçu une licence {product} {day}
    qui sont les utilisateurs de {product}
    places prises et places libres
    taux d'utilisation des licences
    combien de {product} sont attribués
    qui perdrait l'accès si {purchase} s'arrêtait
    qui dépend de {product}
    qui travaille avec {product}
    les noms de tous ceux qui ont {product}
    montre les détenteurs
    licences non attribuées
    combien de {product} possédons-nous
    des licences qui dorment
    est-ce que {product} est vraiment utilisé
    qui d'autre a {product}
    a-t-on assez de {product}
    quelles licences sont disponibles
    je voudrais savoir qui détient quelle licence
    à qui a-t-on donné {product}
  `,
  exportPurchases: `
    la compta voudrait ça dans excel
    je peux télécharger ça ?
    un tableau pour le contrôleur de gestion
    de quoi coller dans excel
    la liste pour la finance svp
    exporte la liste
    télécharger les achats
    je peux avoir ça en fichier
    donne-moi un csv
    il me faut un excel des achats
    envoie-moi la liste des abonnements dans un tableur
    liste des achats au format excel
    fais un fichier de tout ce qui a été acheté
    télécharger tous les achats {product}
    export excel du libre-service
    je veux travailler ça dans excel
    sors toute la liste des achats
    un tableau pour la compta
    un tableau des coûts pour la direction financière
    enregistrer la liste
    comment exporter
    mets les achats dans un tableur
    peux-tu exporter les achats de {person}
    fichier avec tous les essais
    csv de ce qui expire
  `,
  exportLicences: `
    un excel des licences svp
    le fichier de qui a quoi
    exporter les licences
    il me faut un excel des licences
    télécharger la liste des titulaires
    csv de tous ceux qui ont {product}
    tableau de qui a quelle licence
    fichier de tous les détenteurs
    exporte qui utilise {product}
    la liste des titulaires en fichier
    excel des utilisateurs de {product}
  `,
  exportAudit: `
    donne-moi le journal pour l’auditeur
    les auditeurs ont besoin du journal
    journal en csv
    exporter le journal
    sors le journal en csv pour les auditeurs
    télécharger le journal d'audit
    les auditeurs veulent le journal en fichier
    journal dans un tableur
    csv de tout ce qui a été fait
    enregistrer le journal dans un fichier
    il me faut l'historique en fichier pour la conformité
  `,
  take: `
    je me colle sur {purchase}
    mets {purchase} à mon nom
    je vais voir pour {purchase}
    compte sur moi pour {purchase}
    réserve-moi {purchase}
    {purchase} c’est pour bibi
    je prends le dossier {purchase}
    je veux {purchase}
    donne-moi {purchase}
    je souhaite prendre {purchase}
    {purchase}, je le prends
    je m'occupe de {purchase}
    je m'en charge, {purchase}
    je prends {purchase}
    je prends {purchase} en main
    laisse-moi {purchase}
    mets-moi sur {purchase}
    mets mon nom sur {purchase}
    {purchase} est pour moi
    c'est moi qui gère {purchase}
    je vais traiter {purchase}
    je me charge de {purchase} cette semaine
    je suis sur {purchase}
    attribue-moi {purchase}
    je vais regarder {purchase} moi-même
    {purchase}, j'y suis
    je gère {purchase}
    note que je m'occupe de {purchase}
  `,
  release: `
    finalement je laisse tomber {purchase}
    enlève-moi de {purchase}
    je ne suis plus sur {purchase}
    un autre peut prendre {purchase}
    je me retire de {purchase}
    passe {purchase} à quelqu’un qui a le temps
    je ne m’occupe plus de {purchase}
    je ne gère plus {purchase}
    je ne peux plus m'occuper de {purchase}
    rends {purchase}
    je rends {purchase}
    je laisse {purchase} à un autre
    quelqu'un d'autre devrait s'occuper de {purchase}
    enlève mon nom de {purchase}
    je n'ai pas le temps pour {purchase}
    je ne m'occuperai finalement pas de {purchase}
    libère {purchase}
    retire {purchase} de ma liste
    je ne veux plus de {purchase}
    {purchase} n'est plus pour moi
    je lâche {purchase}
    ne plus garder {purchase}
  `,
  ask: `
    glisse un mot à {person} pour {purchase}
    vois avec {person} si elle a fini avec {product}
    fais signe à {person} pour {purchase}
    vois avec {person} si {purchase} peut partir
    parle à l’acheteur de {purchase}
    qu’on demande à {person} d’arrêter {purchase}
    envoie un mot à l’acheteur de {purchase}
    demande à l'acheteur de {purchase} de résilier
    demande à {person} de résilier {purchase}
    demande à {person} de résilier {product}
    dis à {person} de se débarrasser de {purchase}
    dis au propriétaire de {purchase} d'arrêter
    relance l'acheteur de {purchase}
    écris à {person} au sujet de {purchase}
    rappelle à {person} de mettre fin à {purchase}
    contacte celui qui a acheté {purchase}
    envoie un message à l'acheteur de {purchase}
    peux-tu relancer {person} pour {purchase}
    peux-tu demander à {person} si elle a encore besoin de {product}
    demande-lui de résilier {purchase} car nous avons assez de places
    {person} devrait résilier {purchase}, dis-le-lui
    fais en sorte que {person} arrête {purchase}
    {person} a-t-elle encore besoin de {purchase} ? demande-lui
    demande à {person} pourquoi il a acheté {product}
    préviens {person} qu'il faut arrêter {product}
    il faut que {person} résilie son {product}
    un petit mot à l'acheteur de {purchase}
    merci d'écrire à l'acheteur de {product}
    sollicite {person} pour {purchase}
    demander à {person} ce qu'elle fait de {purchase}
  `,
  keep: `
    on est d'accord pour que {purchase} continue
    {purchase} peut continuer
    laisse {purchase} tranquille
    on reste sur {purchase}
    ne nous embête pas avec {purchase} avant {day}
    {purchase} est légitime
    reparle-moi de {purchase} dans {number} mois
    garde {purchase}
    on garde {purchase}
    {purchase} peut rester
    laisse {purchase} tel quel
    garde {purchase} jusqu'au {day}
    on ne touche pas à {purchase} avant {day}
    {purchase} est bon jusqu'au {day}
    plus de rappels pour {purchase}
    arrête de me rappeler {purchase}
    nous avons décidé de garder {purchase} un an de plus
    {purchase} est accepté par la dsi
    l'équipe en a besoin, on conserve {purchase}
    conserver {purchase}
    prolonge {purchase}
    ils peuvent garder {purchase}
    on tolère {purchase}
    {purchase} est validé, on n'y touche pas
  `,
  classify: `
    {purchase} c'est nous qui l'avons acheté
    {purchase} vient de notre fournisseur
    {purchase} ne devrait pas être dans cette liste
    {purchase} est passé par les achats
    {purchase} c'est du central
    {purchase} est à classer en central
    {purchase} compte comme central
    {purchase} a été commandé par les achats
    {purchase} est central
    {purchase} est du libre-service
    marque {purchase} comme central
    {purchase} est à nous
    {purchase} a été acheté par la dsi
    {purchase} n'a pas été acheté par un employé
    {purchase} n'est pas du libre-service
    {purchase} vient de notre partenaire
    nous avons acheté {purchase} nous-mêmes
    classe {purchase}
    classe {purchase} en libre-service
    {purchase} appartient à l'organisation
    {purchase} est rangé au mauvais endroit
    {purchase} est bien un achat privé
    change le type de {purchase}
    pourquoi {purchase} est-il en libre-service alors que c'est le nôtre
  `,
  assign: `
    {person} commence {day}, il lui faut {product}
    {person} attend {product}
    fais le nécessaire pour que {person} ait {product}
    {product} pour {person} svp
    {person} est nouvelle et travaillera avec {product}
    débloque une place {product} pour {person}
    {person} aurait besoin de {product}
    mets-lui {product}, à {person}
    donne {product} à {person}
    donne une licence {product} à {person}
    attribue {product} à {person}
    {person} a besoin de {product}
    {person} a besoin d'une licence {product}
    {person} peut-elle avoir {product}
    ajoute {person} à {product}
    mets {person} sur {product}
    mets {product} à {person}
    une licence {product} pour {person}
    attribuer une place {product} à {person}
    {person} arrive {day}, il lui faut {product}
    il faut {product} à {person}
    le nouveau collègue {person} a besoin de {product}
    prends une place de {purchase} pour {person}
    donne l'accès à {product} à {person}
    active {product} pour {person}
    je veux que {person} ait {product}
    équipe {person} de {product}
    peux-tu donner {product} à {person}
    affecte {product} à {person}
    accorde {product} à {person}
    fournis {product} à {person}
    installe {person} sur {product}
  `,
  remove: `
    {person} a changé de service, récupère son {product}
    {person} peut se passer de {product}
    on veut récupérer {product} chez {person}
    {person} ne travaille plus avec {product}, reprends la place
    la place {product} de {person} est à reprendre
    enlève {product} à {person}
    retire {product} à {person}
    reprends {product} à {person}
    {person} n'a plus besoin de {product}
    {person} est parti, reprends {product}
    libère la place {product} de {person}
    récupère la licence de {person}
    {person} n'utilise plus {product}
    supprime la licence {product} de {person}
    retire {person} de {purchase}
    {person} ne devrait plus avoir {product}
    ôte {product} à {person}
    récupérer {product} auprès de {person}
    le {product} de {person} peut servir à un autre
    sors {person} de {product}
  `,
  takeover: `
    coupe court à {purchase}
    bascule les utilisateurs de {purchase} sur nos licences
    {purchase} doit disparaître
    fais disparaître {purchase}
    on veut {purchase} pour nous
    mets les gens de {purchase} sur nos places
    finis-en avec {purchase}
    on en finit avec {purchase}
    comment se débarrasser de {purchase}
    passe {purchase} chez nous
    vire {purchase}, personne s'en sert
    vire {purchase}
    on se débarrasse de {purchase}
    dégage {purchase}
    je veux me débarrasser de {purchase}
    jette {purchase}
    prends le contrôle de {purchase}
    reprendre {purchase}
    on reprend {purchase}
    résilie {purchase}
    résilier l'abonnement {purchase}
    arrête {purchase}
    mets fin à {purchase}
    supprime {purchase}, personne ne s'en sert
    débarrasse-nous de {purchase}
    ferme {purchase}
    coupe {purchase}
    termine {purchase}
    déplace tout le monde de {purchase} vers nos licences
    bascule les gens de {purchase} sur nos licences
    migre {purchase}
    transfère {purchase} à la dsi
    {purchase} doit passer sous la dsi
    remplace {purchase} par nos propres licences
    arrêtons de payer {purchase}
    l'acheteur de {purchase} est parti, on le reprend
    que se passerait-il si je reprenais {purchase}
    que se passe-t-il si on résilie {purchase}
    comment reprendre {purchase}
    {purchase} est de l'argent gaspillé, on arrête
    lancer une prise de contrôle de {purchase}
    récupérer l'abonnement {purchase}
    je veux résilier le {product} de {person}
    résilier l'abonnement {product} de {person}
    puis-je reprendre l'abonnement de {person}
    désactive le renouvellement de {purchase}
    il faut stopper {purchase} avant qu'il se renouvelle
    passe {person} de son {product} au nôtre
  `,
  centralise: `
    que tous les {product} passent chez nous
    tous les {product} devraient être à nous
    que la dsi fournisse {product} à tous
    transformer les {product} privés en licences de la boîte
    passe tous les {product} sous la dsi
    je veux tous les {product} sous la dsi
    centraliser {product}
    mettre {product} en gestion centrale
    remplacer tous les {product} en libre-service
    regrouper les {product}
    passer tous les {product} dans notre contrat
    un seul contrat pour {product}
    acheter {product} de façon centrale
    on devrait acheter {product} pour tout le monde
    fusionner les abonnements {product}
    tous ceux qui ont {product} sur nos licences
    remplacer les {product} achetés par les nôtres
    comment rassembler tous les {product}
    combien de {product} faudrait-il acheter pour remplacer les leurs
    unifier {product}
    reprendre en main tous les {product}
  `,
  approvals: `
    j'ai des demandes à valider ?
    quelles demandes dois-je valider
    les demandes à signer
    liste des approbations
    toutes les demandes
    quelles demandes sont ouvertes
    quelles prises de contrôle sont en cours
    qu'est-ce qui a été approuvé {day}
    qu'est-ce qui a été refusé
    quelles demandes ai-je faites
    qu'a décidé {person}
    qu'a approuvé {person}
    approbations du mois dernier
    demandes en attente
    qui décide de quoi
    les prises de contrôle terminées
    quelles résiliations sont en cours
    y a-t-il quelque chose de bloqué
    qu'est-ce qu'on est en train de résilier
    les demandes de {person}
    tout ce qui est dans les tuyaux
    combien de demandes sont ouvertes
    qui doit approuver
    les demandes en retard
    mes demandes
    est-ce que mes demandes ont été approuvées
  `,
  approval: `
    {request} c'est pour quoi
    pourquoi {request} n'avance pas
    dis-m’en plus sur {request}
    comment va {request}
    qui retarde {request}
    du nouveau pour {request}
    que dois-je savoir sur {request}
    dois-je approuver {request}
    où en est {request}
    c'est quoi {request}
    montre {request}
    état de {request}
    {request} est fini ?
    {request} est approuvé ?
    quelqu'un a approuvé {request} ?
    qui a approuvé {request}
    qui a refusé {request} et pourquoi
    qui doit décider de {request}
    pourquoi {request} prend autant de temps
    qu'attend {request}
    qu'est devenu {request}
    quand {request} sera-t-il exécuté
    qui serait touché par {request}
    que ferait {request} exactement
    des nouvelles de {request}
    ça avance {request} ?
    quelqu'un s'oppose à {request} ?
    qui s'oppose à {request}
    peut-on revenir en arrière pour {request}
    détails de {request}
    {request} a été refusé ?
    {request} a marché ?
    {request} ?
    pourquoi {request} a été refusé
    combien de gens perdent l'accès avec {request}
    qui a demandé {request}
    explique-moi {request}
  `,
  approve: `
    {request} a mon accord
    bon pour {request}
    {request} peut partir
    tu as mon feu vert pour {request}
    approuve {request}
    {request} me convient
    {request} ok
    {request} : oui
    oui pour {request}
    d'accord pour {request}
    je valide {request}
    valide {request}
    je suis d'accord avec {request}
    vas-y pour {request}
    feu vert pour {request}
    accepte {request}
    j'accepte {request}
    {request} c'est bon
    pas d'objection à {request}
    j'autorise {request}
  `,
  reject: `
    pour {request} je dirais non
    {request}, c’est non
    je préfère ne pas faire {request}
    un non pour {request}
    refuse {request}
    non à {request}
    non pour {request}
    je suis contre {request}
    {request} : non
    {request} est une mauvaise idée
    rejette {request}
    je refuse {request}
    je ne veux pas de {request}
    je n'approuve pas {request}
    {request} refusé
    nous avons besoin de ces places, non à {request}
    ne fais pas {request}
    pas d'accord avec {request}
    décline {request}
    dis non à {request}
    {request} ne doit pas se faire
  `,
  withdraw: `
    annule ma demande {request}
    retire {request}
    retire ma demande {request}
    reprends ma demande
    j'ai changé d'avis pour {request}
    annule {request}
    {request} n'est plus nécessaire
    oublie {request}
    oublie ma demande
    laisse tomber {request}
    je n'ai plus besoin de {request}
    supprime ma demande
    abandonne {request}
    j'ai demandé {request} par erreur
  `,
  reassign: `
    laisse {person} gérer {request}
    {person} est mieux placée pour {request}
    je ne peux pas juger, qui d’autre
    passe ça à {person}
    donne ça à un autre
    ce n’est pas à moi de trancher {request}
    {request} revient à {person}
    quelqu'un d'autre devrait valider {request}
    un autre approbateur pour {request}
    que {person} signe {request}
    transmets {request} à {person}
    donne {request} à {person}
    laisse {person} décider de {request}
    laisse {person} décider
    quelqu'un d'autre devrait approuver {request}
    passe {request} à {person}
    {person} devrait décider de {request}
    {person} connaît mieux {request}
    je ne suis pas la bonne personne pour {request}
    ce n'est pas à moi de décider, demande à {person}
    fais suivre {request} à {person}
    je ne peux pas décider de {request}, donne-le à un autre
    délègue {request}
    délègue mes approbations à {person}
    confie {request} à un autre approbateur
    {request} relève de {person}
    {person} peut-elle regarder {request} à ma place
    réaffecte {request} à {person}
    qui d'autre peut décider de {request}
    un autre peut-il approuver
    je préfère que {person} décide
    puis-je confier ça à {person}
  `,
  away: `
    je pars au ski la semaine prochaine
    qui me remplace quand je ne suis pas là
    je serai en voyage à partir de {day}
    parti pour {number} jours
    on se revoit {day}
    enfant malade, je suis à la maison
    absent cette semaine
    mettez quelqu’un à ma place
    je suis en vacances jusqu'au {day}
    je suis absent jusqu'au {day}
    absente jusqu'au {day}
    en congé jusqu'au {day}
    je reviens {day}
    de retour {day}
    pas là avant {day}
    indisponible jusqu'à {day}
    je suis malade
    en arrêt maladie
    je serai absent {number} semaines
    je suis absent {number} jours
    en congé parental
    je pars en congés
    je pose ma semaine
    je suis en déplacement, je ne peux rien approuver
    je ne peux rien décider avant {day}
    ne m'envoie plus de demandes jusqu'au {day}
    qui me remplace
    quelqu'un doit me remplacer
    {person} me remplace jusqu'au {day}
    je ne serai pas là la semaine prochaine
    je ne suis pas au bureau avant {day}
    envoie mes demandes à un autre pendant mon absence
    mes vacances commencent demain
    en formation toute la semaine
    note mon absence
  `,
  back: `
    je suis là de nouveau, envoie
    remets-moi dans la boucle
    je suis de retour
    je suis rentré
    de retour de vacances
    retour de congé
    je suis de nouveau là
    je suis revenue
    me revoilà
    de nouveau disponible
    mes congés sont finis
    fin de mon absence
    envoie-moi de nouveau les demandes
    je ne suis plus absent
    je peux de nouveau décider
    j'ai repris le travail
  `,
  stop: `
    arrête {request}
    stoppe {request}
    interromps {request}
    n'exécute pas {request}
    {request} ne doit pas continuer
    suspends {request}
    arrête la prise de contrôle {request}
    arrêt d'urgence pour {request}
    peut-on encore arrêter {request}
    attends avec {request}
    mets {request} en pause
  `,
  check: `
    c'est moi qui l'ai déjà arrêté
    je l’ai déjà arrêté
    je l’ai stoppé la semaine dernière
    le mien est déjà résilié
    j’ai fait ce que vous demandiez
    c’est coupé
    j’ai résilié mon essai
    vérifiez si l'abonnement est bien coupé
    est-ce bien coupé chez microsoft
    microsoft a-t-il résilié {request}
    vérifie {request}
    vérifie encore {request}
    regarde si {request} est résilié chez microsoft
    j'ai désactivé le renouvellement de {request} dans le centre d'administration
    j'ai résilié chez microsoft
    j'ai résilié l'abonnement
    j'ai résilié {request}
    c'est fait, c'est résilié
    c'est résilié
    la résiliation est passée ?
    {request} a bien disparu ?
    microsoft dit que {request} est terminé
    j'ai arrêté mon abonnement {day}
    le renouvellement est désactivé pour {request}
    je n'ai pas pu résilier {request}, il n'y avait pas de bouton
    le bouton pour résilier {request} manque
    microsoft refuse de résilier {request}
    regarde si ça a marché pour {request}
    j'ai déjà résilié hier
  `,
  reply: `
    répondre à l'objection sur {request}
    réponds à l'objection de {person}
    dis à celui qui s'oppose à {request} que rien n'est perdu
    je veux répondre à l'objection
    comment répondre à la personne qui s'oppose
    réponds à {person} que ses fichiers restent, pour {request}
  `,
  proceed: `
    continue {request} malgré l'objection
    poursuis {request} quand même
    fais {request} même si {person} s'oppose
    continue {request} sans ceux qui n'ont pas pu être déplacés
    ignore l'objection à {request}
    passe outre l'objection
    on continue {request}
    l'objection est réglée, poursuis {request}
  `,
  waiting: `
    j'ai quelque chose à signer ?
    y a-t-il quelque chose que je devrais regarder
    qu’est-ce qu’il me reste à faire
    qu’as-tu pour moi
    que te faut-il de moi
    une décision pour moi ?
    quoi de neuf pour moi
    pourquoi cette carte
    tu m’as envoyé une carte
    je pige pas ce que vous voulez
    dois-je réagir
    et si j’ignore ce message
    que se passe-t-il si je ne fais rien
    pourquoi résiliez-vous mon abonnement
    pourquoi vous me résiliez mon abonnement
    pourquoi me prenez-vous ma licence
    qui a demandé ça
    c'est quoi cette demande
    pourquoi vous m’écrivez
    pourquoi tu m’écris
    quand est-ce que ça s'arrête
    quand est-ce que je le perds
    on m’a demandé quelque chose
    {person} a-t-elle approuvé ?
    y a-t-il quelque chose à décider aujourd’hui
    que dois-je faire
    qu'est-ce que je dois valider
    quelque chose pour moi ?
    qu'est-ce qui m'attend
    tu as besoin de moi ?
    que faire maintenant
    qu'est-ce qui a besoin de mon accord
    que dois-je approuver
    y a-t-il quelque chose à décider
    qu'ai-je à signer
    mes tâches
    tâches en cours
    quelque chose d'urgent
    quelles décisions m'attendent
    est-ce que je bloque quelqu'un
    ai-je raté quelque chose
    que voulais-tu de moi
    qu'est-ce que tu attends de moi
    quelle était la question
    tu m'as posé une question
    j'ai reçu un message de toi, que dois-je faire
    pourquoi me demandes-tu ça
    pourquoi ai-je reçu ça
    c'est à quel sujet ce message
    je ne comprends pas ce que tu veux
    où répondre
    comment répondre
    où puis-je approuver
    où dire non
    oui
    d'accord
    ok
    j'approuve
    approuve tout
    ça me va
    non
    je ne suis pas d'accord
    je ne veux pas
    refuse-le
    attends un peu
    ça peut attendre ?
    plus tard
    je dois réfléchir
    il me faut plus de temps
    rappelle-moi demain
    montre-moi la demande
    que se passe-t-il si je ne réponds pas
    jusqu'à quand dois-je décider
    quel est le délai pour répondre
    que suis-je censé approuver
    montre ce qui est en attente
    je n'en ai plus besoin
    tu peux le reprendre
    tu peux le résilier
    j'ai déjà répondu
    as-tu reçu ma réponse
    des questions en suspens
    qu'est-ce que je te dois encore
  `,
  rules: `
    on a encore moyen d'acheter {product} ?
    pourquoi {product} est fermé
    qui a la permission d’acheter {product}
    ce qui est ouvert et ce qui est fermé
    {product} est encore disponible ?
    peut-on s’abonner à {product} chez nous
    {product} est-il interdit
    ce qui est activé
    ce qui est désactivé
    tout ce qui est bloqué
    les produits en vente
    qui peut acheter {product}
    qui a le droit d'acheter {product}
    est-ce que les gens peuvent acheter {product}
    les utilisateurs ont-ils le droit de prendre {product}
    {product} est-il bloqué
    {product} est autorisé ?
    {product} est-il ouvert en libre-service
    qu'est-ce qu'on bloque
    que bloquons-nous en ce moment
    qu'est-ce qui est autorisé
    que peuvent acheter les gens
    que peuvent prendre les employés tout seuls
    quels produits peut-on acheter
    quels produits sont ouverts
    quels produits sont bloqués
    pourquoi {product} est encore en vente
    pourquoi les gens peuvent encore acheter {product}
    pourquoi {person} peut acheter {product}
    pourquoi on ne peut pas acheter {product}
    montre les règles
    les réglages
    la règle pour {product}
    quelle est notre politique pour {product}
    quel est le réglage de {product}
    les essais de {product} sont-ils autorisés
    peut-on essayer {product} sans carte
    quels produits n'autorisent que les essais
    et les nouveaux produits
    les nouveaux produits sont-ils bloqués
    est-ce que tout est verrouillé
    comment est réglé {product}
    a-t-on coupé {product}
    les gens ne doivent pas pouvoir acheter {product}
    ne laisse personne acheter {product}
    ce qui est permis et ce qui ne l'est pas
    qu'est-ce qui est en vente chez nous
  `,
  baseline: `
    nos réglages ont-ils dérivé
    sommes-nous toujours en ligne avec ce qu’on a décidé
    quelqu’un a-t-il bidouillé nos réglages
    tout est-il réglé comme on veut
    y a-t-il des écarts par rapport au socle
    remets les règles comme elles devraient être
    les règles sont-elles comme prévu
    quelqu'un a-t-il touché aux règles depuis qu'on les a fixées
    y a-t-il un écart
    les règles correspondent-elles à ce qu'on a décidé
    quelque chose a-t-il dévié
    montre les écarts
    qu'est-ce qui s'écarte de la référence
    corrige les écarts
    enregistre les règles actuelles comme référence
    retiens les règles comme elles sont
    les règles devraient être comme ça
    qu'avait-on décidé pour {product}
    rétablis les règles
    rétablir notre standard
    quelqu'un a changé les réglages, remets-les
    bloque d'office les nouveaux produits
    fais une exception pour {product}
    exception pour {product} jusqu'au {day}
    {product} devrait toujours être bloqué
    corrige automatiquement les écarts
    les réglages sont-ils conformes
    compare les règles avec ce qui était prévu
    qu'est-ce qui n'est pas conforme
  `,
  allow: `
    remets {product} en libre accès
    {product} est permis à tous
    {product} est autorisé dès aujourd’hui
    redonne accès à {product}
    les gens ont le droit de prendre {product}
    enlève la restriction sur {product}
    on peut racheter {product}
    {product} peut de nouveau être acheté
    remets {product} en vente
    les gens ont de nouveau droit à {product}
    ouvrez {product} à tous
    autorise {product}
    rouvre {product}
    les gens peuvent de nouveau acheter {product}
    laisse les gens acheter {product}
    tout le monde peut acheter {product} à partir de maintenant
    débloque {product}
    active le libre-service pour {product}
    réactive {product}
    permets {product}
    lève le blocage de {product}
    arrête de bloquer {product}
    {product} devrait être accessible à tous
    je veux que les gens puissent acheter {product}
    ouvre {product} en libre-service
    peut-on réautoriser {product}
    permets l'achat de {product}
    autorise les achats de {product}
    laisse l'équipe commander {product}
  `,
  trials: `
    {product} uniquement pour tester
    {product} en test gratuit seulement
    tester {product} oui, payer non
    qu’ils testent {product} sans payer
    laisse les gens essayer {product} sans l'acheter
    autorise seulement les essais de {product}
    {product} en essai seulement
    n'autorise que les essais de {product}
    les gens peuvent tester {product}, pas l'acheter
    limite {product} aux essais
    juste des essais pour {product}
    permets les essais gratuits de {product}
    essayer {product} oui, acheter non
    uniquement la version d'essai de {product}
  `,
  block: `
    empêcher tout le monde d'acheter quoi que ce soit
    que plus personne n'achète quoi que ce soit
    plus possible d'acheter {product} svp
    {product} est interdit à partir de maintenant
    que {product} ne soit plus en vente
    fini {product} pour tout le monde
    mets {product} sur liste noire
    rends {product} indisponible
    on ne vend plus {product}
    faut bloquer {product}
    coupez-moi les achats {product}
    bloque tout sauf {product}
    on bloque tout sauf {product} parce que la direction l'a demandé
    coupe les achats {product} et {product}
    on arrête {product}
    stoppe la vente de {product}
    que plus personne ne puisse prendre {product}
    bloque {product}
    empêche les gens d'acheter {product}
    personne ne doit acheter {product}
    plus personne ne doit pouvoir acheter {product}
    désactive {product}
    coupe le libre-service pour {product}
    désactive les achats de {product}
    interdis {product}
    interdire {product}
    arrête de vendre {product}
    ferme {product}
    verrouille {product}
    empêcher l'achat de {product}
    il faut bloquer {product}
    je veux que {product} soit bloqué
    mets fin aux achats de {product}
    plus de {product}
    retire {product} de la vente
    bloque tout
    coupe tout le libre-service
    arrête tous les achats
    verrouille tout
    réserve {product} à la dsi
    seule la dsi peut acheter {product}
    comment bloquer {product}
    comment empêcher les gens d'acheter
    stop aux achats de {product}
    supprime la possibilité d'acheter {product}
  `,
  change: `
    montre {change}
    c'est quoi {change}
    qu'a fait {change}
    quels changements de règles sont en attente
    changements prévus
    liste des changements
    {change} est-il appliqué
    qui a prévu {change}
    détails de {change}
    que changerait {change}
    changements pas encore appliqués
  `,
  apply: `
    vas-y pour {change}
    ok pour {change}
    on applique {change}
    applique {change}
    vas-y pour {change}
    exécute {change}
    mets {change} en œuvre
    fais {change} maintenant
    active {change}
    lance {change}
    {change} peut être appliqué
  `,
  undo: `
    mince, c'était le mauvais, reviens en arrière
    oh non, annule
    remets l’état précédent
    je me suis trompé de bouton
    reviens à avant
    retour arrière
    annule {change}
    défais {change}
    reviens sur {change}
    reviens en arrière
    c'était une erreur, remets en place
    je me suis trompé dans les règles
    annule le dernier changement
    oups, mauvais produit
    rétablis l'état d'avant {change}
    comme avant
    remets tout comme avant
    j'ai bloqué le mauvais produit
    ce blocage était une erreur
    fais marche arrière
    je ne voulais pas ce changement
  `,
  retry: `
    réessaie {change}
    réessaie {request}
    recommence ce qui a échoué
    refais {request}, ça a échoué
    essaie encore
    encore une fois, ça a échoué
    {request} a échoué, réessaie
    relance {request}
    relance ce qui n'a pas marché
  `,
  canBuy: `
    j'ai le droit de payer {product} avec ma carte perso ?
    je peux juste acheter {product} ?
    est-ce contre les règles d’acheter {product}
    suis-je libre d’acheter {product}
    acheter {product}, c’est ok ?
    puis-je acheter {product}
    est-ce que je peux acheter {product} moi-même
    ai-je le droit d'acheter {product}
    j'ai le droit de prendre {product} ?
    est-ce possible pour moi de commander {product}
    je peux prendre {product} avec ma carte ?
    dois-je demander avant d'acheter {product}
    puis-je lancer un essai de {product}
    je peux essayer {product} ?
    puis-je tester {product}
    pourquoi je ne peux pas acheter {product}
    je n'arrive pas à acheter {product}
    impossible d'acheter {product}
    microsoft dit que je n'ai pas le droit d'acheter {product}
    que puis-je acheter
    quels produits ai-je le droit de prendre
    où acheter {product}
    puis-je commander {product} sans demander
    les employés peuvent-ils acheter {product} eux-mêmes
    faut-il une autorisation pour {product}
    ça poserait problème si j'achetais {product}
    a-t-on le droit de s'acheter {product}
    peut-on acheter {product} ici
  `,
  request: `
    mon chef dit que je dois avoir {product}
    on m’a dit de vous demander {product}
    c'est long pour avoir ma licence {product} ?
    la dsi peut me donner {product} ?
    {product} me serait bien utile
    je dois travailler avec {product} mais je n’en ai pas
    il y a un {product} libre pour moi ?
    j'ai besoin de {product}
    je veux {product}
    j'ai besoin d'une licence {product}
    je voudrais {product}
    j'aimerais avoir {product}
    puis-je avoir {product}
    pourrais-je avoir une licence {product}
    il me faut {product} pour mon travail
    donne-moi {product}
    j'aimerais utiliser {product}
    comment obtenir {product}
    comment demander {product}
    où demander une licence
    demander une licence
    demande {product} pour moi
    nous avons besoin de {product} dans l'équipe
    mon équipe a besoin de {product}
    ma collègue {person} a besoin de {product}
    j'ai besoin de {product} pour {number} mois
    je n'ai pas accès à {product}
    j'ai perdu mon {product}
    je n'arrive pas à ouvrir {product}, je n'ai pas de licence
    y a-t-il un {product} pour moi
    à qui demander {product}
    qui donne les licences {product}
    qu'est devenue ma demande de licence
    ma demande de {product} est-elle acceptée
    quand aurai-je {product}
    une place {product} pour moi svp
    une licence s'il vous plaît
    je veux une licence comme {person}
    il me manque {product}
    on me demande {product} pour ouvrir un fichier
    faire une demande pour {product}
  `,
  audit: `
    c'est qui qui a fermé {product} et quand
    qu’est-ce qui s’est passé ces derniers jours
    qui a appuyé sur le bouton
    la chronologie de {purchase}
    les actions de {person}
    qui a tranché pour {purchase}
    que s'est-il passé avec {product}
    qui a fait quoi
    qui a fait ça
    qui a changé les règles
    qui a changé {product}
    qui a bloqué {product}
    qui a autorisé {product}
    qui a touché à {purchase}
    qui a fait quoi sur {purchase}
    que s'est-il passé avec {purchase}
    que s'est-il passé {day}
    que s'est-il passé depuis {day}
    qu'a fait {person}
    qu'est-ce que tu as fait {day}
    qu'as-tu fait cette nuit
    historique de {purchase}
    l'historique
    le journal
    montre le journal depuis {day}
    qu'est-ce qui a changé
    qu'est-ce qui a changé depuis {day}
    qui a pris {purchase}
    qui a résilié {purchase}
    qui a donné une licence à {person}
    qui a retiré la licence de {person}
    qui a enlevé {product} à {person}
    quand a-t-on bloqué {product}
    quand est-ce arrivé et par qui
    pourquoi a-t-on bloqué {product}
    trace de toutes les décisions
    qui a décidé ça
    qui est à l'origine de ce changement
    tout ce qui a été fait pour {product}
    qu'est-ce que j'ai fait jusqu'ici
    qu'est-ce que j'ai changé {day}
    de l'activité ce week-end ?
    la liste des actions
    qui a approuvé quoi {day}
    qui t'a suspendu
  `,
  verify: `
    puis-je faire confiance au journal
    le journal a-t-il été modifié
    vérifie le journal
    le journal est-il complet
    vérifier l'intégrité du journal
    quelqu'un a-t-il pu altérer le journal
    prouve que rien n'a été changé dans le journal
    le journal est-il fiable
  `,
  status: `
    tes chiffres datent de ce matin ?
    tu arrives à joindre microsoft ?
    ce que tu montres est récent ?
    quand est-ce que ça a été mis à jour
    va chercher les dernières données
    y a-t-il un souci avec microsoft
    ça marche de votre côté ? j'ai plus rien reçu depuis {day}
    je n'ai rien reçu depuis {day}
    tu tournes encore ?
    es-tu connecté
    tu marches ?
    est-ce que tout va bien
    tout fonctionne ?
    quelque chose est en panne ?
    de quand datent tes données
    quel âge ont ces chiffres
    quand as-tu regardé chez microsoft pour la dernière fois
    la dernière synchronisation
    la liste est-elle à jour
    est-ce à jour
    la liste est-elle complète
    actualise les données
    synchronise
    mets à jour la liste
    as-tu toutes les autorisations
    te manque-t-il des droits
    la connexion à microsoft est-elle bonne
    microsoft est en panne ?
    pourquoi les données sont-elles vieilles
    pourquoi ne vois-tu pas {product}
    es-tu en pause
    es-tu suspendu
    quelle version es-tu
    les chiffres semblent faux
    ça ne marche pas
    la liste semble dépassée
  `,
  whoami: `
    que me permet mon compte
    quels pouvoirs ai-je
    suis-je considéré comme approbateur
    qu'est-ce que j'ai le droit de faire ici
    je suis qui pour toi
    quel accès ai-je
    qu'est-ce que j'ai le droit de faire ici
    quels sont mes droits
    quel est mon rôle
    suis-je admin
    suis-je approbateur
    pourquoi je ne vois rien
    pourquoi je vois si peu
    pourquoi n'ai-je pas le droit
    qui suis-je pour toi
    que sais-tu de moi
    comment devenir approbateur
    comment avoir accès
    ai-je les droits pour ça
    tu me reconnais ?
    je devrais être admin
    j'ai activé mon rôle
    que puis-je voir
    pourquoi me dit-on qu'il me faut un rôle
    vérifie mes droits
  `,
  english: `
    réponds-moi en anglais à partir de maintenant
    parle anglais
    en anglais s'il te plaît
    je ne comprends pas le français
    passe en anglais
    tu peux répondre en anglais
    je préfère l'anglais
    change la langue en anglais
  `,
  french: `
    pouvez-vous me répondre en français
    réponds en français à partir de maintenant
    parle français
    en français s'il te plaît
    en français svp
    je ne comprends pas l'anglais
    tu parles français ?
    passe en français
    peux-tu répondre en français
    je préfère le français
    pourquoi c'est en anglais
    mets la langue en français
  `,
  help: `
    à quoi tu sers
    vous servez à quoi exactement
    que peut-on te demander
    dis-moi ce que je peux faire
    que sais-tu faire
    que puis-je te demander
    aide
    à l'aide
    j'ai besoin d'aide
    comment ça marche
    comment t'utiliser
    je suis perdu
    quelles sont tes commandes
    quoi d'autre
    que peut-on taper
    donne des exemples
    je suis nouveau
    je ne sais pas quoi faire
    par où commencer
    explique comment ça fonctionne
    un mode d'emploi
    peux-tu m'aider
    que proposes-tu
    tu sers à quoi exactement, que peux-tu faire
    fais-moi une visite guidée
  `,
  hello: `
    bonjour
    salut
    bonsoir
    coucou
    qui es-tu
    t'es qui
    es-tu un robot
    es-tu un humain
    présente-toi
    comment vas-tu
    enchanté
    c'est quoi purser
    à quoi sert ce bot
    quel est ton travail
  `,
  thanks: `
    merci
    merci beaucoup
    bravo
    tu es génial
    parfait
    ça m'a bien aidé
    super
    au revoir
    à bientôt
    bon week-end
    bonne journée
    nickel
    c'est tout
    c'est tout pour le moment
    merci bien
  `,
  notify: `
    préviens le groupe quand quelqu'un achète
    plus un bruit après {number} h
    pas de bruit le soir
    dis-le au canal dès qu’il y a du nouveau
    on veut être au courant de chaque achat
    baisse le volume
    écris seulement pendant les heures de bureau
    ne nous dérange pas après le travail
    chut
    qui est prévenu des achats
    je ne veux plus recevoir de rappels
    je ne veux plus de messages
    plus de rappels de renouvellement
    du calme, plus de messages
    moins de messages svp
    rapport chaque semaine
    tu nous inondes de messages
    digest
    arrête de m'envoyer des messages
    arrête d'écrire dans ce canal
    trop de messages
    tu envoies trop de notifications
    plus de rappels
    préviens-nous ici quand quelqu'un achète quelque chose
    avertis ce canal des nouveaux achats
    envoie les approbations dans ce canal
    publie ici les nouveaux achats
    je veux un résumé chaque semaine
    un résumé hebdomadaire
    préviens-moi avant un renouvellement
    silence la nuit
    pas de message après {number} h
    heures calmes
    pas de messages le week-end
    ne nous écris pas la nuit
    désabonne-moi
    réglages des notifications
    quelles notifications reçoit ce canal
    active les alertes
    désactive les alertes
    coupe les notifications
    pourquoi ce canal reçoit ces messages
    pourquoi n'est-on pas prévenus
    tu peux nous rappeler les renouvellements
    je veux être averti des achats
    mentionne les approbateurs dans le canal
    tiens-nous au courant des nouveaux achats
    qui reçoit tes messages
    laisse-nous tranquilles
    fiche-moi la paix
  `,
  pause: `
    on arrête tout jusqu'à nouvel ordre
    ne touche plus à rien
    plus aucune action pour le moment
    mets-toi en pause
    tout le monde s’arrête
    suspends tout
    arrête tout
    arrête tout de suite tout ce que tu fais
    mets tout en pause
    stoppe tous les changements
    arrêt d'urgence
    ne fais plus rien jusqu'à nouvel ordre
    retiens tous les messages
    plus aucun changement chez microsoft
    gèle tout
    suspends tout travail
  `,
  resume: `
    c'est bon tu peux repartir
    tu peux y retourner
    remets-toi en route
    on repart
    retour à la normale
    reprends
    tu peux reprendre
    continue à travailler
    remets-toi au travail
    fin de la pause
    réveille-toi
    relance tout
    lève la suspension
    tu peux recommencer à travailler
  `,
  seen: `
    bien lu, pas de souci
    ok, merci de m'avoir prévenu
    bien reçu, merci
    message bien reçu
    j'ai lu
    lu
    c'est noté
    noté
    compris
    j'ai bien reçu ton message
    j'en prends note
    bien reçu
    je l'ai vu
    message reçu
  `,
  object: `
    laissez-moi {product} s'il vous plaît
    laissez-le-moi
    je ne peux pas travailler sans
    pas touche, j’en ai besoin
    mauvaise idée, j’en ai besoin
    vous ne devez pas l’arrêter
    je veux garder mon {product}
    je tiens à mon {product}
    laissez-moi mon {product}
    j'en ai encore besoin
    j'ai encore besoin de mon {product}
    ne me retire pas mon {product}
    ne résiliez pas mon abonnement
    ne touche pas à mon {product}
    je m'oppose
    je ne suis pas d'accord pour qu'on me le retire
    je l'utilise tous les jours
    nous avons vraiment besoin de {product} pour le projet
    toute mon équipe en dépend
    vous ne pouvez pas me l'enlever
    je veux garder {product}
    je veux garder ma licence
    j'ai besoin de {product} jusqu'au {day}
    non, je m'en sers encore
    je proteste
    laissez-moi ma licence
    je ne peux pas travailler sans {product}
  `,
  faqReal: `
    ça sent l'arnaque
    purser c’est de chez nous ?
    jamais entendu parler de purser
    qui gère ce bot
    c’est la dsi qui envoie ça ?
    c’est un piège ?
    c'est une arnaque
    est-ce une arnaque
    est-ce que c'est vrai
    ce message est-il authentique
    c'est du phishing
    c'est de l'hameçonnage ?
    est-ce vraiment de notre entreprise
    puis-je faire confiance à ce message
    c'est bien toi qui as envoyé ça
    comment savoir si ça vient de la dsi
    ça ressemble à du spam
    le lien est-il sûr
    je n'ai pas confiance
    j'ai reçu un message suspect
    puis-je cliquer sans danger
    cette carte est-elle officielle
    c'est louche
    qui est derrière ce message
    qui m'envoie ça
    c'est sérieux ce truc ?
  `,
  faqContact: `
    qui s’y connaît
    qui est mon contact
    à qui poser mes questions
    quelqu’un à qui je peux demander ?
    qui peut m'aider
    puis-je parler à un humain
    je veux parler à quelqu'un
    qui appeler
    à qui puis-je demander
    qui est responsable de ça
    la personne à contacter
    le numéro du support informatique
    à qui écrire
    comment joindre la dsi
    qui décide des licences ici
    qui contacter
    à qui m'adresser
  `,
  faqSupport: `
    l'application ne marche pas, qui aide
    support microsoft
    comment ouvrir un ticket chez microsoft
    {product} plante
    {product} ne démarre pas
    problème technique avec {product}
    je n'arrive pas à installer {product}
    qui assure le support de {product}
  `,
  faqRefund: `
    rendez-moi mes sous
    je veux mon argent
    pouvez-vous rendre le paiement
    payé pour un mois pas utilisé
    puis-je être remboursé
    comment récupérer mon argent
    vais-je être remboursée
    remboursement
    j'ai trop payé, puis-je récupérer
    qui me rembourse
    me rend-on le reste de l'année
    puis-je le mettre en note de frais
    j'ai été débité deux fois
    on m'a facturé alors que j'avais résilié
    je veux qu'on me rembourse
  `,
  faqCancel: `
    comment résilier
    comment annuler
    comment puis-je résilier mon abonnement
    où résilier
    comment arrêter mon essai
    comment arrêter le renouvellement
    que dois-je faire pour résilier
    où est le bouton pour résilier
    comment se désabonner de {product}
    comment désactiver la facturation périodique
    peut-on résilier à tout moment
    puis-je résilier avant la fin
    combien coûte la résiliation
    les étapes pour résilier
  `,
  faqFiles: `
    il devient quoi mon travail si vous coupez
    mes schémas vont survivre ?
    mes affaires sont perdues alors ?
    où vont mes fichiers
    pourrai-je encore accéder à mes rapports
    que deviennent mes fichiers
    vais-je perdre mes données
    est-ce que je perds mon travail
    mes documents seront-ils supprimés
    pourrai-je encore ouvrir mes dessins
    et mes rapports
    que deviennent les données à la fin
    est-ce que tout est effacé
    combien de temps puis-je accéder à mes fichiers
    dois-je sauvegarder mes fichiers
    nos projets sont-ils en sécurité
    mes tableaux de bord marcheront encore
    je vais perdre mes diagrammes si vous résiliez
    faut-il faire une sauvegarde
  `,
  faqPays: `
    je vais encore recevoir des factures ?
    on prend encore de l’argent sur ma carte ?
    quand les paiements s’arrêtent
    ça me coûte quelque chose ?
    qui reçoit la facture
    qui paie
    qui paie pour ça
    dois-je payer
    dois-je payer jusqu'à la fin
    vais-je encore être débité
    l'entreprise paie-t-elle
    est-ce que je paie moi-même
    est-ce sur ma carte
    qui est facturé
    va-t-on me facturer la résiliation
    qui paie jusque-là
    je continue à payer ?
  `,
  faqKeep: `
    je verrai une différence ?
    ça s’arrête pour moi ?
    qu’est-ce que ça signifie pour moi
    puis-je le garder
    puis-je garder ma licence
    est-ce que je perds ma licence
    vais-je perdre l'accès
    va-t-on me l'enlever
    qu'est-ce qui change pour moi
    ça change quelque chose pour moi ?
    dois-je faire quelque chose quand vous reprenez
    puis-je continuer à travailler
    puis-je continuer à utiliser {product}
    {product} va-t-il s'arrêter pour moi
    que devient mon abonnement quand la dsi le reprend
    est-ce que je perds {product}
    mes collègues vont-ils perdre l'accès
    ai-je un remplacement
    qu'est-ce que j'aurai à la place
  `,
  faqBill: `
    où est ma facture
    comment changer ma carte bancaire
    comment payer
    il me faut un reçu
    ma carte a expiré
    comment mettre à jour le moyen de paiement
    où voir ma facture
    la facture pour la compta
    le paiement a échoué
    changer l'adresse de facturation
    peut-on payer sur facture
    quelle carte est débitée
  `,
  faqOther: `
    qu'est-ce que le libre-service
    qu'est-ce qu'un achat en libre-service
    pourquoi les gens peuvent-ils acheter eux-mêmes
    pourquoi microsoft laisse les employés acheter
    comment acheter quelque chose chez microsoft
    combien coûte une licence {product}
    combien coûte {product}
    quel est le prix de {product}
    ça coûte combien par mois {product}
    y a-t-il une version gratuite de {product}
    les essais se renouvellent-ils tout seuls
    que se passe-t-il à la fin d'un essai
    les invités peuvent-ils acheter
    à qui appartiennent les données
    et la protection des données
    est-ce conforme au rgpd
    la dsi voit-elle ce que je fais
    que voit l'administrateur
    mon chef voit-il ce que j'ai acheté
    que se passe-t-il quand un acheteur quitte l'entreprise
    quelle différence entre libre-service et central
    y a-t-il des formations
    qu'est-ce qu'une prise de contrôle
    que veut dire suspendu
    dans quels pays peut-on acheter
    quels moyens de paiement sont acceptés
    puis-je partager ma licence
    quelle est la durée du contrat
    y a-t-il une durée minimale
    microsoft peut-il changer le prix
    que fait purser de mes données
  `,
};
