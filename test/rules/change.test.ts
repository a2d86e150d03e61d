/** Changing who may buy what: planned, confirmed, carried out, tried again, undone. */
import assert from 'node:assert/strict';
import { sizeOf } from '../cards/lint.ts';
import type { Wanted } from '../stand-ins/teams/press.ts';
import type { Person, Pressing } from '../stand-ins/teams/teams.ts';
import { productPolicies } from '../stand-ins/tenant/catalogue.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

const python = 'Python in Excel is managed with Microsoft 365 Apps';

describe('changing rules', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { sees, says, settles } = actsIn(() => world);
  const presses = async (person: Person, title: Wanted, options?: Pressing): Promise<string> => {
    world.clock.advance(10_000);
    await person.press(title, options);
    return sees(person);
  };
  const company = () => world.tenant.company;
  const valueAt = (name: string) =>
    company().products.find(({ productName }) => productName === name)?.policyValue ??
    company().offerTypes.find(({ scopeId }) => scopeId === name)?.policyValue;
  const changes = () => [...world.purser.store.all('changes')];
  const writes = (): number => world.tenant.requests.filter(({ method }) => method === 'PUT').length;

  it('block is a dry run first: what changes, from what to what, what stays, and what people will see [21] [22] [N7]', async () => {
    const { alex } = world.people;
    const card = await says(alex, 'block all except visio');
    assert.match(card, /^Please check: nothing has changed yet\nCH-1 · planned by Alex Wilber/);
    assert.match(card, /everyone may buy → nobody may buy: 17\nDynamics 365 Business Central, Microsoft 365 F3/);
    assert.match(card, /only trials without a card → nobody may buy\nTeams Premium Introductory Pricing/);
    assert.match(card, /Already blocked: 4\nClipchamp Premium, Dynamics/);
    assert.match(card, /Excluded by you: 2\nVisio Plan 1 and Visio Plan 2/);
    assert.match(card, /33 live purchases of these products stay as they are/);
    assert.match(card, /Microsoft tells anyone who tries to buy one to ask an admin, and lets them request a licence/);
    assert.match(card, /Unless you tick them below, these stay as they are: E-mail sign-up and Starting trials/);
    assert.match(card, /No app can set auto-claim:/);
    await settles();
    assert.equal(valueAt('Power BI Pro'), 'Enabled', 'nothing has changed yet');
  });

  it('says that Microsoft is expected to let an app set a rule, until it has set one here', async () => {
    const { alex } = world.people;
    const expected = /Microsoft is expected to let me change rules; nobody has tried it here yet\./;
    assert.match(await says(alex, 'block power bi pro'), expected);
    await presses(alex, confirming);
    await settles();
    assert.equal(valueAt('Power BI Pro'), 'Disabled');
    const card = await says(alex, 'block saas');
    assert.match(card, /^Please check/);
    assert.doesNotMatch(card, expected);
  });

  it('one refused product never stops the rest: each has its own truth, a retry, and an undo [21]', async () => {
    const { alex } = world.people;
    await says(alex, 'block all except visio because we buy centrally');
    assert.match(await presses(alex, confirming), /^Changing the rules\nCH-1 · by Alex Wilber/);
    await settles();
    const ended = sees(alex);
    assert.match(
      ended,
      /^Some rules couldn’t be changed\n.*\n17 of 18 done, 1 refused\nNot done\n⚠ {2}Python in Excel/,
    );
    assert.match(ended, new RegExp(`Microsoft says: “${python}.*” · should be: nobody may buy`));
    assert.match(ended, /Why \| we buy centrally/);
    assert.deepEqual(
      [valueAt('Power BI Pro'), valueAt('SaaS'), valueAt('Visio Plan 2')],
      ['Disabled', 'Disabled', 'Enabled'],
    );
    assert.equal(company().authorizationPolicy.allowedToSignUpEmailBasedSubscriptions, true);
    const product = company().products.find(({ refuses }) => refuses !== null);
    assert.ok(product);
    product.refuses = null;
    const before = writes();
    assert.match(await presses(alex, 'Retry'), /^Changing the rules[\s\S]*17 of 18 done, 1 waiting/);
    await settles();
    assert.match(sees(alex), /^The rules have been changed\n.*\n18 of 18 done/);
    assert.equal(writes(), before + 1, 'only what had failed is written again');
    const plan = await presses(alex, 'Undo');
    assert.match(plan, /This undoes what CH-1 changed\.[\s\S]*nobody may buy → everyone may buy: 17/);
    assert.match(plan, /nobody may buy → only trials without a card\nTeams Premium/);
    assert.match(
      await presses(alex, confirming),
      /I haven’t done anything yet\. This lets people buy more, so please say why/,
    );
    await presses(alex, confirming, { inputs: { reason: 'the teams need it' } });
    await settles();
    assert.match(sees(alex), /^The rules have been changed\nCH-2 .*\n18 of 18 done\nThis undoes what CH-1 changed/);
    assert.deepEqual(
      company().products.map(({ policyValue }) => policyValue),
      productPolicies().map(({ policyValue }) => policyValue),
    );
    assert.match(await says(alex, 'CH-1'), /CH-2 undoes this\./);
    assert.doesNotMatch(sees(alex), /\[Undo\]/);
  });

  it('in French: bloquer tout sauf visio parce que …, appliquer, défaire, réessayer', async () => {
    const { alex } = world.people;
    const plan = await says(alex, 'bloquer tout sauf visio parce que nous achetons pour tous', 'fr-FR');
    assert.match(plan, /^À vérifier : rien n’a encore été modifié/);
    assert.match(plan, /Exclus à votre demande : 2\nVisio Plan 1 et Visio Plan 2/);
    assert.match(await says(alex, 'appliquer CH-1', 'fr-FR'), /Effectué : 0 sur 18, 18 en attente/);
    await settles();
    assert.match(await says(alex, 'réessayer CH-1', 'fr-FR'), /Effectué : 17 sur 18, 1 en attente/);
    await settles();
    assert.match(
      await says(alex, 'changement CH-1', 'fr-FR'),
      /Effectué : 17 sur 18, 1 refus[\s\S]*Microsoft répond : « Python/,
    );
    assert.match(await says(alex, 'défaire CH-1', 'fr-FR'), /Ce changement annule CH-1\.[\s\S]*obligatoire/);
    assert.match(await says(alex, 'journal nous achetons', 'fr-FR'), /autorisé → bloqué · nous achetons pour tous/);
  });

  it('names that fit several are ticked, and Next plans those', async () => {
    const { alex } = world.people;
    const card = await says(alex, 'block visio, saas because "it is bought already"');
    assert.match(card, /^Which ones do you mean\?[\s\S]*\( \) SaaS \(allowed\)\n\( \) Visio Plan 1/);
    assert.equal(changes().length, 0);
    const plan = await presses(alex, 'Next', { inputs: { products: 'product:CFQ7TTC0HD33,offer:SaaS' } });
    assert.match(plan, /everyone may buy → nobody may buy: 2\nSaaS and Visio Plan 1/);
    assert.match(plan, /it is bought already/);
    await presses(alex, confirming);
    await settles();
    assert.deepEqual(
      [valueAt('SaaS'), valueAt('Visio Plan 1'), valueAt('Visio Plan 2')],
      ['Disabled', 'Disabled', 'Enabled'],
    );
  });

  it('nothing ticked, nothing named and nothing known plan nothing', async () => {
    const { alex } = world.people;
    await says(alex, 'block visio');
    await alex.press('Next', { inputs: { products: '' } });
    assert.match(alex.toasts.at(-1) ?? '', /Which products\? For example: “block visio”/);
    assert.match(await says(alex, 'block'), /Which products\?/);
    assert.match(await says(alex, 'block teapot, visio'), /I can’t find a .* called “teapot”/);
    assert.match(await says(alex, 'block visio except visio'), /Nothing left to change: you excluded everything/);
    assert.match(
      await says(alex, 'block copilot'),
      /Nothing to change\. Microsoft 365 Copilot: already “nobody may buy”/,
    );
    assert.equal(changes().length, 0);
  });

  it('a misspelt name gets “did you mean”, and one press plans it with the reason that was typed', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'allow "vizio plan 2" because we need it'), /“vizio plan 2”. Did you mean this\?/);
    await presses(alex, 'Visio Plan 2').catch(() => undefined);
    assert.match(alex.toasts.at(-1) ?? '', /Visio Plan 2: already “everyone may buy”/);
    await says(alex, 'block copylot');
    assert.match(sees(alex), /\[Copilot\]/);
  });

  it('a value that a surface does not have is refused with those there are; of many, it is left out and told [N1] [N2]', async () => {
    const { alex } = world.people;
    const refused = await says(alex, 'trials saas');
    assert.match(refused, /SaaS: “only trials without a card” isn’t available\. Possible: everyone may buy and nobody/);
    assert.match(await presses(alex, 'Block'), /everyone may buy → nobody may buy\nSaaS/);
    assert.match(await says(alex, 'trials e-mail sign-up'), /Possible: people may sign up on their own and nobody/);
    const card = await says(alex, 'trials all');
    assert.match(card, /Can’t be set to this: 4\nDynamics 365 Business Central, .* and SaaS/);
    assert.match(card, /Microsoft offers no trial without a card for these, so it may refuse: .*Visio Plan 2/);
    assert.match(card, /These stay as they are: E-mail sign-up and Starting trials\.\n/);
  });

  it('letting people buy more needs a reason, typed or written on the card; less needs none', async () => {
    const { alex } = world.people;
    assert.match(await says(alex, 'allow copilot'), /Why \(required: this lets people buy more\)/);
    assert.match(await presses(alex, confirming, { inputs: { reason: '  ' } }), /I haven’t done anything yet/);
    await settles();
    assert.equal(valueAt('Microsoft 365 Copilot'), 'Disabled');
    await presses(alex, confirming, { inputs: { reason: 'Purview is ready' } });
    await settles();
    assert.equal(valueAt('Microsoft 365 Copilot'), 'Enabled');
    assert.match(await says(alex, 'journal copilot'), /blocked → allowed · Purview is ready/);
    await says(alex, 'trials clipchamp');
    assert.match(sees(alex), /Why \(required/, 'trials are more than nothing');
    await says(alex, 'trials "visio plan 1"');
    assert.match(sees(alex), /Why \(optional/, 'and less than everything');
    await presses(alex, confirming);
    await settles();
    assert.equal(valueAt('Visio Plan 1'), 'OnlyTrialsWithoutPaymentMethod');
  });

  it('whether people may start trials is a rule like any other: dry run, read back, set again [17]', async () => {
    const { alex } = world.people;
    const trials = () => company().appsAndServices.isAppAndServicesTrialEnabled;
    assert.match(await says(alex, 'block starting trials'), /people may start trials → nobody may start trials\n/);
    assert.equal(trials(), true);
    await presses(alex, confirming);
    await settles();
    assert.deepEqual([trials(), company().appsAndServices.isOfficeStoreEnabled], [false, true]);
    assert.match(await says(alex, 'rules starting trials'), /Nobody may start trials/);
    await says(alex, 'autoriser démarrage d’essais parce que formation', 'fr-FR');
    await presses(alex, confirming);
    await settles();
    assert.equal(trials(), true);
  });

  it('the e-mail switch is set only where it is ticked or named', async () => {
    const { alex } = world.people;
    const signUp = () => company().authorizationPolicy.allowedToSignUpEmailBasedSubscriptions;
    await says(alex, 'block all');
    await presses(alex, confirming, { inputs: { products: 'switch:email-sign-up' } });
    await settles();
    assert.equal(signUp(), false);
    assert.match(sees(alex), /people may sign up on their own → nobody may sign up on their own\nE-mail sign-up/);
    await says(alex, 'autoriser inscription par e-mail parce que Teams gratuit', 'fr-FR');
    await presses(alex, confirming);
    await settles();
    assert.equal(signUp(), true);
  });

  it('an answer of 200 that does not stick is never called done', async () => {
    const { alex } = world.people;
    world.tenant.faults.push({
      match: 'PUT /licensing/v1.0/policies/AllowSelfServicePurchase/products/CFQ7TTC0H9MP',
      kind: 'lie',
      times: 99,
    });
    await says(alex, 'block "power bi pro", saas');
    await presses(alex, confirming);
    await settles();
    assert.match(
      sees(alex),
      /1 of 2 done, 1 being retried\nRetrying\n… {2}Power BI Pro\nnext try .*Microsoft said it was done, but the rule hasn’t changed/,
    );
    for (let time = 0; time < 8; time++) {
      world.clock.advance(hour);
      await settles();
    }
    assert.match(sees(alex), /^Some rules couldn’t be changed\n.*\n1 of 2 done, 1 didn’t take effect/);
    assert.equal(valueAt('Power BI Pro'), 'Enabled');
  });

  it('a storm of 429 delays and loses nothing', async () => {
    const { alex } = world.people;
    world.tenant.faults.push({ match: '/licensing', kind: '429', retryAfter: 20, times: 40 });
    await says(alex, 'block all except visio');
    await presses(alex, confirming);
    for (let time = 0; time < 40; time++) {
      world.clock.advance(hour);
      await settles();
    }
    assert.match(sees(alex), /17 of 18 done, 1 refused/);
  });

  it('without the permission all is refused, and the card says where to look', async () => {
    const { alex } = world.people;
    const app = company().apps.find(({ roles }) => roles.licensing.length > 0);
    assert.ok(app);
    app.roles.licensing = ['Policy.Read.AllowSelfServicePurchase'];
    await world.restart();
    await says(alex, 'block "visio plan 1", "visio plan 2"');
    await presses(alex, confirming);
    await settles();
    assert.match(sees(alex), /^No rules were changed\n.*\n0 of 2 done, 2 refused/);
    assert.match(
      sees(alex),
      /not allowed to perform this operation.*[\s\S]*a permission may be missing\. Type “status” to check/,
    );
    assert.doesNotMatch(sees(alex), /\[Undo\]|\[Make this the baseline\]/);
    assert.match(await says(alex, 'undo CH-2'), /CH-2 changed nothing, so there’s nothing to undo|I can’t find change/);
  });

  it('two admins who confirm at once start it once, and both see it', async () => {
    const { alex, isaiah } = world.people;
    await says(alex, 'block all except visio');
    for (const each of [alex, isaiah]) each.feed.clear();
    await Promise.all([alex.say('apply CH-1'), isaiah.say('apply CH-1')]);
    await Promise.all([alex.next(), isaiah.next()]);
    assert.equal(world.purser.store.count('jobs'), 1);
    await settles();
    const actors = new Set([...world.purser.store.all('audit')].map(({ actor }) => actor?.name));
    assert.equal(actors.size, 1);
    for (const each of [alex, isaiah]) assert.match(await says(each, 'CH-1'), /17 of 18 done, 1 refused/);
  });

  it('another admin may apply it, and the journal and the notice are theirs', async () => {
    const { alex, isaiah } = world.people;
    await says(alex, 'block saas');
    await says(isaiah, 'apply CH-1');
    await settles();
    assert.match(sees(isaiah), /^The rules have been changed\nCH-1 · by Isaiah Langer/);
    assert.match(await says(alex, 'journal saas'), /by Isaiah Langer/);
  });

  it('applied twice it happens once: the second press gets the present state', async () => {
    const { alex } = world.people;
    await says(alex, 'block saas');
    const post = alex.newestCard()?.post;
    assert.ok(post);
    await presses(alex, confirming, { on: post });
    await settles();
    const before = writes();
    world.clock.advance(10_000);
    assert.match(await says(alex, 'apply CH-1'), /^The rules have been changed\n.*\n1 of 1 done/);
    await settles();
    assert.equal(writes(), before);
    assert.equal(world.purser.store.count('jobs'), 1);
  });

  it('what was confirmed is what happens: a plan whose rules changed since, or hours old, becomes a new dry run', async () => {
    const { alex } = world.people;
    await says(alex, 'block "visio plan 1", "visio plan 2"');
    const product = company().products.find(({ productName }) => productName === 'Visio Plan 1');
    assert.ok(product);
    product.policyValue = 'OnlyTrialsWithoutPaymentMethod';
    await world.purser.sync.run();
    const anew = await presses(alex, confirming, { inputs: { reason: 'all is central' } });
    assert.match(anew, /CH-2 .*\nThe rules have changed since this was planned, so I haven’t done anything\./);
    assert.match(anew, /only trials without a card → nobody may buy\nVisio Plan 1[\s\S]*all is central/);
    assert.match(await says(alex, 'apply CH-1'), /^This plan was not carried out/);
    world.clock.advance(5 * hour);
    assert.match(await says(alex, 'apply CH-2'), /CH-3 .*\nThis was planned more than 4 hours ago/);
    await settles();
    assert.equal(valueAt('Visio Plan 2'), 'Enabled');
    await presses(alex, confirming);
    await settles();
    assert.equal(valueAt('Visio Plan 2'), 'Disabled');
  });

  it('two changes never fight over a rule: the second waits until the first has ended', async () => {
    const { alex } = world.people;
    world.tenant.faults.push({ match: 'PUT /licensing', kind: 'lie', times: 4 });
    await says(alex, 'block saas');
    await says(alex, 'allow copilot, saas because why not');
    await says(alex, 'apply CH-1');
    await settles();
    await says(alex, 'block saas, "visio plan 2"');
    assert.match(await says(alex, 'apply CH-3'), /CH-1 is still setting some of these rules/);
    assert.match(await says(alex, 'undo CH-1'), /CH-1 is still under way/);
    for (let time = 0; time < 4; time++) {
      world.clock.advance(hour);
      await settles();
    }
    assert.match(await says(alex, 'apply CH-3'), /The rules have changed since this was planned/);
  });

  it('a typed cancel, annuler, yes or oui never acts: it shows what waits', async () => {
    const { alex, adele } = world.people;
    assert.match(await says(alex, 'yes'), /Nothing waits for your answer\./);
    assert.match(await says(alex, 'cancel'), /Nothing is waiting for you to confirm\. I did nothing\./);
    await says(alex, 'block saas');
    for (const [words, locale, shown] of [
      ['cancel', 'en-GB', /Waiting for you\nI did nothing\. .*\nCH-1 · waiting to be confirmed/],
      ['yes', 'en-GB', /^Please check: nothing has changed yet\nCH-1/],
      ['apply', 'en-GB', /I did nothing\. To confirm a change, give its number/],
      ['annuler', 'fr-FR', /En attente de votre confirmation[\s\S]*CH-1 · à confirmer/],
      ['oui, vas-y', 'fr-FR', /^À vérifier : rien n’a encore été modifié\nCH-1/],
    ] as const)
      assert.match(await says(alex, words, locale), shown, words);
    await says(alex, 'changes');
    await presses(alex, /CH-1/);
    assert.match(sees(alex), /^Please check/);
    assert.equal(world.purser.store.count('jobs'), 0);
    assert.match(await says(adele, 'yes'), /Nothing waits for your answer/);
    assert.match(await says(adele, 'cancel'), /None of my messages is waiting for your answer/);
  });

  it('what was changed becomes the baseline by one press', async () => {
    const { alex } = world.people;
    await says(alex, 'block saas, "visio plan 2"');
    await presses(alex, confirming);
    await settles();
    await presses(alex, 'Make this the baseline');
    const wished = [...world.purser.store.all('wishes')].map(({ id, value }) => [id, value]);
    assert.deepEqual(
      new Map(wished as [string, string][]),
      new Map([
        ['product:CFQ7TTC0HD32', 'Disabled'],
        ['offer:SaaS', 'Disabled'],
      ]),
    );
    assert.match(await says(alex, 'rules visio plan 2'), /Baseline \| nobody may buy \(matches\)/);
  });

  it('planned twice alike it is one plan', async () => {
    const { alex } = world.people;
    await says(alex, 'block saas');
    await says(alex, 'block saas');
    assert.deepEqual(
      changes().map(({ id }) => id),
      ['CH-1'],
    );
  });

  it('27 products make cards of less than 25 KB, however long their names', async () => {
    const { alex } = world.people;
    const { products } = company();
    for (let more = products.length; more < 27; more++)
      products.push({
        productId: `CFQ7TTC0NEW${more}`,
        productName: `${'W'.repeat(240)} ${more}`,
        policyValue: 'Enabled',
        trials: false,
        refuses: null,
      });
    await world.purser.sync.run();
    const fits = (): void => {
      const { card, summary } = alex.newestCard()?.post ?? {};
      const content = alex.view(alex.newestCard()?.post ?? assert.fail()) ?? card;
      const { utf8 } = sizeOf({ content: { ...content }, summary: summary ?? '' });
      assert.ok(utf8 < 25 * 1024, `${utf8} bytes`);
    };
    world.tenant.faults.push({ match: 'PUT /licensing', kind: 'status', code: 400, times: 9 });
    await says(alex, 'block all');
    fits();
    await presses(alex, confirming);
    fits();
    await settles();
    fits();
    await says(alex, 'rules');
    fits();
    await says(alex, 'allow WWW');
    fits();
  });
});
