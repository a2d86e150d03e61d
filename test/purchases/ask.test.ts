/** An admin asks a purchaser to cancel: who may be asked, what is written to them, and that it is asked once. */
import assert from 'node:assert/strict';
import type { Purchase } from '../../store/records.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, hour } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('ask', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({
      environment: {
        VERIFY_URL: 'https://intranet.contoso.example/purser',
        MAIL_FROM: 'purser@contoso.onmicrosoft.com',
      },
    });
  });
  afterEach(() => world.close());

  const { says } = actsIn(() => world);
  const settled = () => world.purser.outbox.drain();
  const store = () => world.purser.store;
  const find = (fits: (purchase: Purchase) => boolean): string =>
    [...store().all('purchases')].find(fits)?.id ?? assert.fail('no such purchase');
  /** A live purchase of somebody, settled as self-service. */
  const bought = async ({ id: owner }: { id: string }): Promise<string> => {
    const id = find(({ purchaser, status }) => purchaser === owner && status === 'Enabled');
    await says(world.people.alex, `classify ${id} self-service`);
    return id;
  };
  const asked = () => [...store().all('notices')].filter(({ saying }) => saying.card === 'asked');

  it('first wants to know what it is, where that is only thought', async () => {
    const { alex, adele } = world.people;
    const id = find(({ purchaser, status }) => purchaser === adele.id && status === 'Enabled');
    assert.match(
      await says(alex, `ask ${id} confirm`),
      new RegExp(`\\(${id}\\) is probably self-service, but nobody has confirmed`),
    );
    assert.match(await says(alex, `ask ${id} because we have a contract`), /nobody has confirmed/);
    await alex.press('It’s self-service');
    assert.match(alex.card(), /^Ask the purchaser to cancel\?[\s\S]*Why \(they will read it\)\nwe have a contract/);
    assert.equal(store().get('purchases', id)?.sure, 'confirmed');
    const central = find(({ kind, status }) => kind === 'central' && status === 'Enabled');
    assert.match(await says(alex, `ask ${central}`), new RegExp(`\\(${central}\\) is probably bought centrally`));
    assert.equal(asked().length, 0);
  });

  it('shows what it will do before it does it', async () => {
    const { alex, adele } = world.people;
    const id = await bought(adele);
    const preview = await says(alex, `ask ${id} because we have a contract`);
    assert.match(preview, /I’ll write to Adele Vance in Teams, in your name, and ask them to cancel/);
    assert.match(preview, /Why \(they will read it\)\nwe have a contract/);
    assert.equal(asked().length, 0);
    await alex.press('Back');
    assert.equal(asked().length, 0);
    await says(alex, `ask ${id}`);
    await alex.press(confirming, { inputs: { reason: 'we have licences' } });
    assert.match(alex.card(), /Purchaser asked \| by Alex Wilber; I’ll check again on 24 Nov 2026/);
    await settled();
    const letter = adele.card();
    const parts = [
      /Alex Wilber, who looks after Microsoft subscriptions here, is asking you to cancel/,
      /Purchase \| .* · P-\d+/,
      /Why \| we have licences/,
      /Asked by \| Alex Wilber/,
      /By when \| Before 22 Nov 2026, when it renews or ends/,
      /Who pays \| You, with your own card, until you cancel it/,
      /What to do\n• Save .*\n• Cancel .*\n• .*money back/,
      /Questions\?\nAsk Alex Wilber or Service Desk\.\nMicrosoft also sends its own e-mails/,
      /I never ask for a card number or a password/,
      /“Is this message real\?” opens one of your organisation’s own pages/,
    ];
    const places = parts.map((part) => letter.search(part));
    assert.deepEqual(places.includes(-1), false, letter);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      'in the order of the design',
    );
    assert.equal((await adele.press('Is this message real?')).url, 'https://intranet.contoso.example/purser');
  });

  it('typed with “confirm” is done at once, and the journal says who asked and why', async () => {
    const { alex, adele } = world.people;
    const id = await bought(adele);
    assert.match(await says(alex, `ask ${id} confirm because it costs twice`), /Purchaser asked \| by Alex Wilber/);
    await settled();
    assert.match(adele.card(), /Why \| it costs twice/);
    const entry = [...store().all('audit')].find(({ action }) => action === 'asked');
    assert.deepEqual(
      [entry?.actor?.name, entry?.purchase, entry?.purchaser, entry?.why],
      ['Alex Wilber', id, 'Adele Vance', 'it costs twice'],
    );
    assert.match(
      await says(alex, `purchase ${id}`),
      /Who was told\n[\s\S]*Adele Vance: asked to cancel\nposted in Teams/,
    );
  });

  it('by two admins at once is one message, and the second is told who asked', async () => {
    const { alex, isaiah, adele } = world.people;
    const id = await bought(adele);
    for (const each of [alex, isaiah]) each.feed.clear();
    await Promise.all([alex.say(`ask ${id} confirm`), isaiah.say(`ask ${id} confirm`)]);
    await Promise.all([alex.next(), isaiah.next()]);
    const cards = [alex.card(), isaiah.card()];
    assert.equal(
      cards.filter((card) => /has already asked about P-\d+\. I’ll follow up on 24 Nov 2026/.test(card)).length,
      1,
    );
    assert.equal(asked().length, 1);
    await settled();
    assert.equal(adele.inbox().length, 1);
  });

  it('asks nobody about what has ended, is central, names no purchaser, or whose purchaser is gone', async () => {
    const { alex, adele } = world.people;
    const of = (owner: string | null) => find(({ purchaser, status }) => purchaser === owner && status === 'Enabled');
    const ended = find(({ status }) => status === 'Deleted');
    assert.match(await says(alex, `ask ${ended}`), /has ended/);
    const central = find(({ kind, status }) => kind === 'central' && status === 'Enabled');
    await says(alex, `classify ${central} central`);
    assert.match(await says(alex, `ask ${central} confirm`), /isn’t self-service/);
    await says(alex, `classify ${central} self-service`);
    assert.match(await says(alex, `ask ${central} confirm`), /Microsoft names no purchaser/);
    for (const [who, name] of [
      [world.people.diego, 'Diego Siciliani'],
      [world.people.grady, 'Grady Archie'],
      [world.people.forgotten, 'an unknown person'],
    ] as const) {
      const id = of(who.id);
      await says(alex, `classify ${id} self-service`);
      assert.match(await says(alex, `ask ${id} confirm`), new RegExp(`${id}: ${name} has left or can’t sign in`));
    }
    const own = of(alex.id);
    await says(alex, `classify ${own} self-service`);
    assert.match(await says(alex, `ask ${own} confirm`), /You bought P-\d+ yourself/);
    assert.match(await says(alex, 'ask'), /Which purchase\?/);
    assert.match(await says(alex, 'ask P-9999'), /I can’t find purchase P-9999/);
    assert.equal(asked().length, 0);
    assert.equal(adele.inbox().length, 0);
  });

  it('leaves alone what somebody else sees to, and lets whoever took it ask', async () => {
    const { alex, isaiah, adele } = world.people;
    const id = await bought(adele);
    await says(isaiah, `take ${id}`);
    assert.match(await says(alex, `ask ${id} confirm`), /Isaiah Langer is already handling P-\d+, until/);
    assert.match(await says(isaiah, `ask ${id} confirm`), /Purchaser asked \| by Isaiah Langer/);
  });

  it('is for admins: others are refused, and nobody is written to', async () => {
    const { adele, patti, megan } = world.people;
    const id = await bought(adele);
    for (const person of [patti, megan, adele]) assert.match(await says(person, `ask ${id} confirm`), /Only admins/);
    assert.equal(asked().length, 0);
  });

  it('what people write, and their names, are shown as they wrote them and as nothing else', async () => {
    const { alex, markdown, template } = world.people;
    const reason = '**bold** [here](https://evil.example) ${1+1} <at>Alex</at> {{name}} $t(fault.title)';
    for (const person of [markdown, template]) {
      const id = await bought(person);
      await says(alex, `ask ${id}`);
      await alex.press(confirming, { inputs: { reason } });
      await settled();
      assert.ok(person.card().includes(`Why | ${reason}\n`), person.card());
      await person.press('I still need it', { inputs: { reason } });
      assert.ok(person.card().includes(`I still need it · ${reason}\n`));
      await settled();
      assert.ok(alex.card().includes(`In their words: ${reason}\n`), alex.card());
      const runs = JSON.stringify(alex.newestCard()?.post.card).match(/"type":"TextBlock"[^}]*evil/);
      assert.equal(runs, null);
    }
  });

  it('a reason of 500 characters arrives whole', async () => {
    const { alex, adele } = world.people;
    const id = await bought(adele);
    const reason = 'a reason '.repeat(56).slice(0, 500).trim().padEnd(500, '!');
    await says(alex, `ask ${id}`);
    await alex.press(confirming, { inputs: { reason } });
    await settled();
    assert.ok(adele.card().includes(`Why | ${reason}\n`));
  });

  it('is written in the purchaser’s language, and what they answer in the admin’s', async () => {
    const { alex, elodie } = world.people;
    const id = await bought(elodie);
    await says(alex, `ask ${id} confirm because of the budget`);
    await settled();
    assert.match(
      elodie.card(),
      /^Demande de résiliation d’un achat\nPurser, pour Contoso\nAlex Wilber, qui gère les abonnements/,
    );
    elodie.locale = 'fr-FR';
    await elodie.press('J’en ai encore besoin', { inputs: { reason: 'nous en avons besoin' } });
    assert.match(
      elodie.card(),
      /Votre réponse\nJ’en ai encore besoin · nous en avons besoin\nJe la transmets à Alex Wilber\./,
    );
    await settled();
    assert.match(alex.card(), /^The purchaser objects\nIn their words: nous en avons besoin/);
  });

  it('asked again after the week, the older message points to the newer', async () => {
    const { alex, adele } = world.people;
    const id = await bought(adele);
    await says(alex, `ask ${id} confirm`);
    await settled();
    const first = adele.inbox().at(-1);
    world.clock.advance(7 * day + hour);
    await settled();
    assert.match(alex.card(), /^A purchase is still running\nOn 17 Nov 2026 you asked[\s\S]*They haven’t answered/);
    await alex.press('Ask again');
    await alex.press(confirming);
    await settled();
    assert.notEqual(adele.inbox().at(-1), first);
    assert.match(adele.card(), /is asking you to cancel/);
    assert.match(adele.card(first), /^There’s a newer request below\n/);
    assert.doesNotMatch(adele.card(first), /\[I still need it\]/);
  });

  it('who has blocked Purser reads it by mail, with links that can be followed, and can still answer', async () => {
    const { alex, adele } = world.people;
    const id = await bought(adele);
    adele.block();
    await says(alex, `ask ${id} confirm because we have a contract`);
    await settled();
    const { mail } = world.tenant.company.users.get(adele.id) ?? {};
    const [letter] = world.tenant.mailboxes.get(mail?.toLowerCase() ?? '') ?? [];
    assert.match(letter?.subject ?? '', /^Alex Wilber is asking you to cancel Project Plan 3/);
    assert.match(
      letter?.text ?? '',
      /\n\nPurchase: Project Plan 3 [\s\S]*\nWhy: we have a contract\nAsked by: Alex Wilber\n/,
    );
    assert.match(letter?.text ?? '', /\nHow to cancel: https:\/\/learn\.microsoft\.com\/\S+\n/);
    assert.match(letter?.text ?? '', /\nIs this message real\? https:\/\/intranet\.contoso\.example\/purser\n/);
    assert.doesNotMatch(letter?.text ?? '', /Only if you still need it|e\.g\.|Read/);
    const notice = /^N-\d+$/m.exec(letter?.text ?? '')?.[0];
    adele.unblock();
    assert.match(await says(adele, `object ${notice} because my team needs it`), /I still need it · my team needs it/);
    await settled();
    assert.match(alex.card(), /In their words: my team needs it/);
  });

  it('an old client’s press takes the reason along', async () => {
    const { alex, adele } = world.people;
    const id = await bought(adele);
    await says(alex, `ask ${id}`);
    await alex.press(confirming, { inputs: { reason: 'old, but heard' }, fallback: true });
    await settled();
    assert.match(adele.card(), /Why \| old, but heard/);
    await adele.press('I still need it', { inputs: { reason: 'me too' }, fallback: true });
    await settled();
    assert.match(adele.card(), /I still need it · me too/);
    assert.match(alex.card(), /In their words: me too/);
  });
});
