/** Questions and answers: what Microsoft's documents say, as people ask for it, in both languages. */
import assert from 'node:assert/strict';
import { entries, faqKeys } from '../../bot/faq/entries.ts';
import { find } from '../../bot/faq/find.ts';
import { languageFiles } from '../../bot/language/index.ts';
import { leavesTeams } from '../../cards/card.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

/** A behaviour of the documents: how people ask for it in English and in French, and what they read. */
type Asked = readonly [behaviour: string, en: [ask: string, read: RegExp], fr: [ask: string, read: RegExp]];

const asked: readonly Asked[] = [
  [
    '[43] bought on websites and in apps',
    ['how do I buy', /product’s website or where the app/],
    ['comment acheter', /Sur le site du produit/],
  ],
  [
    '[44] the e-mail address comes first, then signing in',
    ['how to buy', /e-mail[\s\S]*, sign in/],
    ['où acheter', /adresse professionnelle[\s\S]*connectez/],
  ],
  [
    '[45] so many, by card, for use at once',
    ['make a purchase', /how many, and pay by card[\s\S]*at once/],
    ['passer commande', /nombre de licences[\s\S]*aussitôt/],
  ],
  [
    '[46] a credit card, and no invoice',
    ['which payment method', /credit card only[\s\S]*invoice/],
    ['quel moyen de paiement', /carte bancaire uniquement[\s\S]*facture/],
  ],
  [
    '[47] everyone with an account that is no guest’s',
    ['who can buy', /except guests/],
    ['qui peut acheter', /sauf les invités/],
  ],
  [
    '[48] guests don’t',
    ['can guests buy?', /^No\. A guest/m],
    ['les invités peuvent-ils acheter ?', /^Non\. Un invité/m],
  ],
  [
    '[49] synced accounts do, if active',
    ['synced users', /^Yes[\s\S]*active/m],
    ['compte synchronisé', /^Oui[\s\S]*actif/m],
  ],
  [
    '[50] government and education don’t',
    ['can a school buy', /closed to government and education/],
    ['une université peut acheter', /secteur public et à l’enseignement/],
  ],
  [
    '[51] they are sent to their IT',
    ['who may buy', /told to ask their IT admin/],
    ['qui peut acheter', /son service informatique/],
  ],
  [
    '[52] the products of then, and of now',
    [
      'which products',
      /Power BI, Power Apps, Power Automate, Project and Visio[\s\S]*What has changed since[\s\S]*17 products/,
    ],
    ['quels produits', /Ce qui a changé depuis[\s\S]*17 produits/],
  ],
  [
    '[53] India, Brazil and the Democratic Republic of the Congo, whatever a translation says',
    [
      'which countries',
      /India[\s\S]*Brazil and in the Democratic Republic of the Congo[\s\S]*a country that doesn’t exist/,
    ],
    ['dans quels pays', /Inde[\s\S]*République démocratique du Congo[\s\S]*un pays qui n’existe pas/],
  ],
  [
    '[54] a limited view of the admin centre',
    ['where do I see my purchase', /limited view[\s\S]*app launcher/],
    ['où gérer mon achat', /vue limitée[\s\S]*lanceur d’applications/],
  ],
  [
    '[55] what a purchaser can do there',
    ['what can I do', /buy more, give licences, pay your bill, change the card, and cancel/],
    ['que puis-je faire', /attribuez, payez vos factures, changez de carte et résiliez/],
  ],
  [
    '[56] licences for the same tenant, 20 at a time',
    ['give a licence to a colleague', /your own organisation[\s\S]*20 people at a time/],
    ['donner une licence', /votre organisation[\s\S]*20 personnes à la fois/],
  ],
  [
    '[57] the price may differ',
    ['what does it cost', /differ[\s\S]*isn’t an error/],
    ['combien ça coûte', /différer[\s\S]*pas une erreur/],
  ],
  ['[58] the purchaser pays', ['who pays?', /The person who bought it/], ['qui paie ?', /La personne qui a acheté/]],
  [
    '[59] the same policies as for what is bought centrally',
    ['data policies', /as to those bought centrally/],
    ['quelles stratégies', /vaut pour ces produits comme pour les autres/],
  ],
  ['[60] admins keep control', ['governance', /admins stay in control/], ['gouvernance', /gardent la maîtrise/]],
  [
    '[61] policies turned on, not off',
    ['do policies apply', /turned on[\s\S]*“turned off”; that is a mistranslation/],
    ['les stratégies s’appliquent', /activée[\s\S]*« désactivées » : c’est une erreur/],
  ],
  [
    '[62] the data is the organisation’s',
    ['who owns the data', /organisation owns and controls/],
    ['à qui appartiennent les données', /À l’organisation/],
  ],
  [
    '[63] licences go on when the purchaser leaves',
    ['what if the purchaser leaves', /keep using it until the term ends/],
    ['mon collègue a quitté l’entreprise', /s’en servent jusqu’au terme/],
  ],
  [
    '[64] taken over today, by support then',
    ['purchaser left', /What has changed since[\s\S]*take it over in the admin centre; support is the second way/],
    ['acheteur parti', /prendre le contrôle[\s\S]*seconde voie/],
  ],
  [
    '[65] central licences take their place',
    ['what becomes of a leaver', /replaced by central ones/],
    ['un départ', /remplacées par celles de l’organisation/],
  ],
  [
    '[66] Microsoft supports it, neither IT nor a partner',
    ['support', /^Microsoft, with its standard support[\s\S]*Neither your IT department nor a partner/m],
    ['support', /Ni votre service informatique ni un partenaire/],
  ],
  ['[67] no Premier incident is used', ['premier support', /^No\./m], ['support premier', /^Non\./m]],
  ['[68] training on the product’s website', ['training', /guided learning/], ['formation', /parcours guidés/]],
  [
    '[69] a partner sees what an admin does',
    ['partner', /sees purchases as an admin does[\s\S]*must be Global Administrator/],
    ['partenaire', /comme un administrateur/],
  ],
  [
    '[70] partners help, and offer more',
    ['reseller', /help to centralise them, and may offer solutions/],
    ['revendeur', /centraliser et proposer des solutions/],
  ],
  [
    '[71] support and the contact',
    ['whom can I contact', /^Ask Service Desk[\s\S]*Microsoft’s support/m],
    ['contact', /^Adressez-vous à Service Desk[\s\S]*support de Microsoft/m],
  ],
  [
    '[N7] a request where buying is blocked',
    ['licence request', /also for colleagues[\s\S]*kept for 12 months/],
    ['demande de licence', /des collègues[\s\S]*12 mois/],
  ],
  [
    '[N8] a request process of one’s own',
    ['own request process', /a message and one link/],
    ['processus de demande', /un message et un lien/],
  ],
  [
    '[N9] a request shared by e-mail',
    ['share a request', /one at a time[\s\S]*needs no access/],
    ['partager une demande', /une à la fois[\s\S]*sans accès/],
  ],
  [
    '[N10] no advertising to people who may not buy',
    ['does Microsoft send marketing', /no marketing e-mails/],
    ['publicité', /pas d’e-mail publicitaire/],
  ],
  [
    '[N11] the roles it takes',
    ['which role', /Global or Billing Administrator; a Global Reader may look/],
    ['quel rôle', /lecteur général peut consulter/],
  ],
  [
    '[N12] what Microsoft processes of buyers',
    ['privacy', /name, e-mail and IP address/],
    ['données personnelles', /l’adresse IP/],
  ],
  [
    '[N13] a buyer gets a billing role',
    ['Modern Commerce Administrator', /owner of the billing account/],
    ['rôle de facturation', /propriétaire du compte de facturation/],
  ],
  [
    '[N14] one customer’s tenant at a time',
    ['all my customers', /one customer’s tenant at a time[\s\S]*no duty/],
    ['tous mes clients', /un client à la fois[\s\S]*aucune obligation/],
  ],
  [
    '[N15] a copy before a smaller plan',
    ['back up before a smaller plan', /\.pst file[\s\S]*OneDrive or SharePoint/],
    ['sauvegarder avant de changer d’offre', /\.pst[\s\S]*OneDrive ou SharePoint/],
  ],
];

describe('the FAQ', () => {
  let world: World;
  before(async () => {
    world = await openWorld({ limited: false });
  });
  after(() => world.close());

  const { says } = actsIn(() => world);

  for (const [behaviour, en, fr] of asked)
    it(`${behaviour}`, async () => {
      const { adele } = world.people;
      for (const [locale, [ask, read]] of [['en-GB', en] as const, ['fr-FR', fr] as const]) {
        const card = await says(adele, `faq ${ask}`, locale);
        assert.match(card, read, ask);
        assert.match(card, /Source/, ask);
      }
    });

  it('names a source and its date for every answer, and Microsoft’s page as a link out of Teams', async () => {
    const { adele } = world.people;
    for (const key of faqKeys) {
      const card = await says(adele, `faq ${key}`, 'en-GB');
      assert.match(card, /Source: [\s\S]*(20\d\d)\./, key);
      const { source } = entries[key];
      assert.equal(/\[Microsoft’s page ↗\]/.test(card), source !== null, key);
      if (source) assert.ok(leavesTeams(source.page));
    }
  });

  it('says what changed since wherever it has another source for that, and nowhere else', () => {
    const { since } = languageFiles.en.messages.faq;
    const changed = faqKeys.filter((key) => entries[key].changed);
    assert.deepEqual(new Set(Object.keys(since)), new Set(changed));
  });

  it('finds a question in any form of its words, with a slip of the finger, and in either language', () => {
    for (const [said, key] of [
      ['refnd', 'refund'],
      ['Comment être REMBOURSÉE ?', 'refund'],
      ['Je perds mes fichiers ?', 'files'],
      ['how do i cancel my visio', 'cancel'],
      ['who is billed', 'who-pays'],
      ['what happens to my documents?', 'files'],
    ] as const)
      assert.deepEqual(find(said), { is: 'answer', key }, said);
    for (const said of ['visio', 'adele vance', 'why is it so slow', '???', ''])
      assert.equal(find(said), undefined, said);
  });

  it('offers the likeliest where several fit, the subjects with the contact where none does', async () => {
    const { adele } = world.people;
    assert.match(
      await says(adele, 'faq licence'),
      /^Which of these do you mean\?\n[\s\S]*Whom can I give a licence to\?[\s\S]*\[All questions\]/,
    );
    await adele.press('Whom can I give a licence to?');
    assert.match(adele.card(), /^Whom can I give a licence to\?/);
    assert.match(
      await says(adele, 'faq the weather'),
      /no answer for “the weather”[\s\S]*ask Service Desk[\s\S]*Paying/,
    );
    await adele.press('Paying');
    assert.match(adele.card(), /^Paying[\s\S]*Who pays\?/);
    assert.match(await says(adele, 'faq'), /^Questions and answers/);
  });

  it('answers also while Microsoft can’t be asked who is asking', async () => {
    const { lee } = world.people;
    world.clock.advance(3_600_000);
    world.tenant.faults.push({ match: 'POST /graph/v1.0/$batch', kind: 'status', code: 503, times: 20 });
    assert.match(await says(lee, 'faq refund'), /Usually only within seven days/);
    world.tenant.faults.length = 0;
  });
});

describe('“is this real?”', () => {
  let world: World;
  const settings = {
    CONTACT_NAME: 'Service Desk',
    CONTACT_URL: 'https://intranet.contoso.example/it',
    VERIFY_URL: 'https://intranet.contoso.example/purser',
  };
  before(async () => {
    world = await openWorld({ limited: false, environment: settings });
  });
  after(() => world.close());

  const { says, settles } = actsIn(() => world);

  it('is answered with the organisation, whom to ask, where to check and what is never asked, before anything was sent', async () => {
    const card = await says(world.people.elodie, 'c’est une arnaque ?', 'fr-FR');
    assert.match(card, /Contoso[\s\S]*administrateurs[\s\S]*Service Desk[\s\S]*numéro de carte, un mot de passe/);
    assert.match(card, /Rien jusqu’ici[\s\S]*\[Ce message est-il authentique \? ↗\]/);
  });

  it('names the colleague in whose name it wrote, and shows what it really sent, which opens', async () => {
    const { alex, adele } = world.people;
    const own = [...world.purser.store.all('purchases')].find(
      ({ purchaser, status }) => purchaser === adele.id && status === 'Enabled',
    );
    await says(alex, `classify ${own?.id} self-service`);
    await says(alex, `ask ${own?.id}`);
    await alex.press('Send to Adele Vance');
    await settles();
    assert.match(adele.card(), /\[Refund\?\]/, 'offered where it is asked');
    const card = await says(adele, 'is this message real?', 'en-GB');
    assert.match(card, /Who acts[\s\S]*Alex Wilber, in whose name I wrote to you/);
    assert.match(card, /What I have really sent you[\s\S]*asked to cancel[\s\S]*N-\d+/);
    const notice = /N-\d+/.exec(card)?.[0];
    await adele.press(`Open ${notice}`);
    assert.match(adele.card(), /asking you to cancel/);
    const others = await says(world.people.lee, 'is this real?', 'en-GB');
    assert.doesNotMatch(others, /Alex Wilber|asked to cancel/);
  });
});
