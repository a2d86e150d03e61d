/** Seeing purchases, as people do: they say, press, and read. Numbers in brackets are behaviours of the source documents. */
import assert from 'node:assert/strict';
import type { Person } from '../stand-ins/teams/teams.ts';
import { openWorld, type World } from '../world/world.ts';

describe('the list of purchases', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(60_000));

  it('[1] shows an admin every self-service purchase that still runs, soonest first', async () => {
    const card = await world.people.alex.ask('purchases');
    assert.match(
      card,
      /^Self-service purchases to decide on\n43 purchases · 7 due in 30 days · 3 buyers have left · Data as of 17 Nov 2026, \d\d:\d\d \(/,
    );
    assert.equal([...card.matchAll(/ P-\d+$/gm)].length, 10);
    assert.ok(card.indexOf('due tomorrow') < card.indexOf('ends in 2 days'), card);
    const dates = [...card.matchAll(/ · (\d+ \w+ 20\d\d)/g)].map(([, date]) => Date.parse(date ?? ''));
    assert.equal(dates.length, 6, 'what is due within a week says how soon instead');
    assert.deepEqual(
      dates,
      dates.toSorted((a, b) => a - b),
    );
    assert.doesNotMatch(card, /deleted/);
  });

  it('says under which dates its rows stand, and how many are of which product', async () => {
    const { alex } = world.people;
    const card = await alex.ask('purchases');
    assert.match(card, /\n12 Power BI Pro · 4 Visio Plan 2 · 3 [^·]+ · 24 others\nThis week\n/);
    assert.match(card, /\nThis week\n[\s\S]*\nIn 30 days\n[\s\S]*\nLater\n/);
    const sorted = await alex.ask('purchases sort:product');
    assert.doesNotMatch(sorted, /This week|In 30 days|Later/);
  });

  it('says in a row what is known and matters, and its state in words', async () => {
    const { alex } = world.people;
    const card = await alex.ask('purchases');
    assert.match(card, /Miriam Graham · due tomorrow · “PendingRenewal” at Microsoft · P-\d+\n/);
    assert.match(card, /Teams Premium × 25\s›\nÉlodie Durand · trial ends in 3 days · P-\d+\n/);
    assert.match(card, /Power BI Pro × 12\s›\nGrady Archie · 22 Dec 2026 · buyer left · P-\d+\n/);
    assert.doesNotMatch(card, /price|holders|Dept|Department/);
  });

  it('[2] says product, purchaser, quantity and end in every row', async () => {
    const card = await world.people.alex.ask('purchases by:adele product:project');
    assert.match(card, /Project Plan 3 × 10\s›\nAdele Vance · due in 5 days · P-\d+\n/);
  });

  it('[4] [5] keeps self-service, central and all apart', async () => {
    const { alex } = world.people;
    const counts: Record<string, number> = {};
    for (const kind of ['self-service', 'central', 'all', 'free']) {
      const card = await alex.ask(`purchases ${kind}`);
      counts[kind] = Number(/(\d+) purchases ·/.exec(card)?.[1]);
    }
    assert.equal(Number(counts['all']) + Number(counts['free']), 72);
    assert.equal(Number(counts['self-service']) + Number(counts['central']), counts['all']);
    assert.match(await alex.ask('purchases central'), /Centrally bought subscriptions[\s\S]*the organisation/);
    assert.match(await alex.ask('purchases all product:teams by:nobody'), /No purchases match this filter/);
  });

  it('[7] finds the deleted ones, and says so', async () => {
    const card = await world.people.alex.ask('purchases status:deleted visio');
    assert.match(card, /Visio Plan 1 × 1\s›\nAdele Vance · deleted · P-\d+\n/);
  });

  it('keeps the status Microsoft has not documented, in its own word', async () => {
    const card = await world.people.alex.ask('purchases by:miriam');
    await world.people.alex.press(/Power BI Pro Miriam/);
    assert.match(world.people.alex.card(), /\n(.* · )?“PendingRenewal” at Microsoft\n/);
    assert.match(card, /Miriam Graham/);
  });

  it('finds by free words, whatever the accents and the case', async () => {
    const card = await world.people.alex.ask('purchases ELODIE power apps');
    assert.match(card, /Filter: “ELODIE power apps”\nLater\n.*\nÉlodie Durand/);
    assert.match(card, /1 of \d\d purchases/);
  });

  it('combines filters, and shows all again on one press', async () => {
    const { alex } = world.people;
    const card = await alex.ask('purchases expires<7d sort:product by:adele');
    assert.match(card, /Filter: by “adele” and renews or ends by 24 Nov 2026/);
    await alex.press('Clear filter');
    assert.match(alex.card(), /^Self-service purchases to decide on/);
  });

  it('mixes nothing bought centrally into what a filter finds, and says how much of it there is', async () => {
    const { alex } = world.people;
    const card = await alex.ask('purchases power bi');
    const [, shown = '', of = ''] = /(\d+) of (\d+) purchases/.exec(card) ?? [];
    const more = Number(/(\d+) more that match/.exec(card)?.[1]);
    assert.ok(Number(shown) > 0 && Number(of) < 72 && more > 0, card);
    await alex.press(`Show ${more} more`);
    assert.match(alex.card(), new RegExp(`${Number(shown) + more} of 72 purchases`));
  });

  it('names the nearest filter that finds something where none fits', async () => {
    const { alex } = world.people;
    const card = await alex.ask('purchases by:adele since:today');
    assert.match(card, /No purchases match this filter/);
    await alex.press(/by “adele”: \d+/);
    assert.match(alex.card(), /Filter: by “adele”\nThis week\n.*\nAdele Vance/);
  });

  const states: [string, RegExp][] = [
    ['purchases left', /Grady Archie · .* · buyer left · P-\d+\n/],
    ['purchases mine', /Alex Wilber/],
    ['purchases trial', /trial/],
    ['purchases deleted', /Ended\n.*\n.* · deleted · P-\d+\n/],
    ['purchases since:month', /Filter: bought since 18 Oct 2026/],
    ['purchases expires<month', /Filter: renews or ends by 30 Nov 2026/],
    ['purchases next 2 weeks', /Filter: renews or ends by 1 Dec 2026/],
  ];
  for (const [text, shows] of states)
    it(`“${text}” filters, and says by what`, async () => {
      const card = await world.people.alex.ask(text);
      assert.match(card, shows);
      assert.match(card, /\nFilter: /);
    });

  it('knows what somebody takes care of, and what was asked', async () => {
    const { alex } = world.people;
    const id = /· (P-\d+)/.exec(await alex.ask('purchases product:project by:adele'))?.[1] ?? assert.fail();
    await alex.ask(`take ${id}`);
    assert.match(await alex.ask('purchases mine to do'), new RegExp(`1 of \\d+ purchases[\\s\\S]*${id}`));
    assert.match(await alex.ask('purchases asked'), /^Self-service purchases\n0 of/);
  });

  it('sorts by product, purchaser, quantity and newest', async () => {
    const { alex } = world.people;
    const quantities = (card: string): number[] => [...card.matchAll(/× (\d+)\s›/g)].map(([, n]) => Number(n));
    const byQuantity = quantities(await alex.ask('purchases sort:quantity'));
    assert.deepEqual(
      byQuantity,
      byQuantity.toSorted((a, b) => b - a),
    );
    assert.match(await alex.ask('purchases sort:product'), /\nClipchamp/);
    assert.match(await alex.ask('purchases sort:newest'), /\n.* × 1\s›\nHenrietta Mueller/);
  });

  it('pages without showing a row twice or leaving one out', async () => {
    const { alex } = world.people;
    const seen: string[] = [];
    let card = await alex.ask('purchases all');
    for (;;) {
      seen.push(...[...card.matchAll(/ (P-\d+)$/gm)].map(([, id]) => id ?? ''));
      if (!card.includes('[Next]')) break;
      await alex.press('Next');
      card = alex.card();
    }
    assert.equal(seen.length, 70);
    assert.equal(new Set(seen).size, 70);
    assert.match(card, /Page 7 of 7/);
    await alex.press('Previous');
    assert.match(alex.card(), /Page 6 of 7/);
  });

  it('shows the last page for a page past the end, and says so', async () => {
    const card = await world.people.alex.ask('purchases all page:99');
    assert.match(card, /There’s no page 99\. This is the last one, page 7\.[\s\S]*Page 7 of 7/);
  });

  it('filters by the inputs of the card, keeping what was typed', async () => {
    const { alex } = world.people;
    await alex.ask('purchases product:visio');
    await alex.press('Filter');
    await alex.press('Show results', { inputs: { words: 'joni', kind: 'all', sort: 'product' } });
    assert.match(alex.card(), /Filter: product “visio” and “joni”\n.*\nJoni Sherman/);
  });

  it('[54] [55] shows others only what they bought themselves, and never a filter into the rest', async () => {
    const card = await world.people.adele.ask('purchases');
    assert.match(card, /^What you bought\n4 purchases/);
    assert.doesNotMatch(card, /Élodie|Grady|\[Filter\]/);
    const sneaky = await world.people.adele.ask('purchases all by:elodie');
    assert.match(sneaky, /No purchases match this filter/);
  });

  it('tells someone who bought nothing that this is so', async () => {
    assert.match(await world.people.megan.ask('purchases'), /you haven’t bought anything yourself/);
  });

  it('opens on what viewers may see: a Global Reader through a group, and the viewers’ group', async () => {
    for (const person of [world.people.lee, world.people.patti, world.people.isaiah]) {
      assert.match(await person.ask('purchases'), /^Self-service purchases to decide/);
    }
  });

  it('shows names as they are: nothing is evaluated, nothing becomes a link', async () => {
    const { alex } = world.people;
    const card = await alex.ask('purchases all smith');
    assert.match(card, /\$\{1\+1\} Smith/);
    const link = await alex.ask('purchases all "click"');
    assert.match(link, /\[Click\]\(https:\/\/evil\.example\) \*\*bold\*\*/);
    const raw = JSON.stringify(alex.view(alex.inbox().at(-1) ?? assert.fail()));
    assert.doesNotMatch(raw, /"type":"TextBlock","text":"[^"]*\[Click\]/);
    assert.deepEqual(world.teams.complaints, []);
  });

  it('answers French words in the reader’s own language, and in French for who chose it', async () => {
    const { elodie } = world.people;
    assert.match(await elodie.ask('achats'), /^What you bought/, 'the client says en-US');
    assert.match(await elodie.ask('langue français'), /Je vous réponds en français/);
    assert.match(
      await elodie.ask('purchases'),
      /^Vos achats\n\d+ achats · \d+ échéances sous 30 jours · Données du 17 nov\. 2026/,
    );
    await world.restart();
    assert.match(
      await elodie.ask('mes droits'),
      /votre rôle\s: utilisateur sans droit particulier/,
      'also after a restart',
    );
  });
});

describe('one purchase', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());
  beforeEach(() => world.clock.advance(60_000));

  const opens = async (person: Person, list: string, row: RegExp): Promise<string> => {
    await person.ask(list);
    await person.press(row);
    return person.card();
  };

  it('[2] [3] [6] shows all seven facts, the unknown ones as unknown with the reason', async () => {
    const card = await opens(world.people.alex, 'purchases by:adele', /Project Plan 3/);
    assert.match(card, /^Project Plan 3\n/);
    assert.match(card, /Bought by \| Adele Vance · Retail\n/);
    assert.match(card, /Quantity \| 10/);
    assert.match(card, /Renews or ends \| 22 Nov 2026 \(in 5 days\)/);
    assert.doesNotMatch(card, /Price|Order history/);
    await world.people.alex.press('More');
    const more = world.people.alex.card();
    assert.match(more, /Price \| unknown: the data I read from Microsoft has no prices/);
    assert.match(more, /Order history \| unknown/);
    assert.match(card, /Who pays \| the purchaser, by credit card/);
    assert.match(card, /Who has a licence\n10 seats bought here\. In total, 21 people have this product/);
  });

  it('[8] [9] leads an admin to Microsoft’s pages, with Power Platform’s for its products', async () => {
    const { alex } = world.people;
    await opens(alex, 'purchases by:adele', /Project Plan 3/);
    const visited = await alex.press('Microsoft 365 admin centre');
    assert.equal(visited.url, 'https://go.microsoft.com/fwlink/p/?linkid=842054');
    assert.doesNotMatch(alex.card(), /Power Platform/);
    await opens(alex, 'purchases product:"power bi" by:adele', /Power BI Pro .*P-50/);
    assert.match(alex.card(), /\[Power Platform admin centre ↗\]/);
  });

  it('[10] says that admins can only look until it is taken over', async () => {
    const { alex } = world.people;
    await opens(alex, 'purchases by:adele', /Project Plan 3/);
    await alex.press('More');
    assert.match(alex.card(), /can only view this purchase until it is taken over/);
  });

  it('says its state and the one step that is best done next, before all else', async () => {
    const { alex, elodie } = world.people;
    const asked = await opens(alex, 'purchases by:adele', /Project Plan 3/);
    assert.match(
      asked,
      /ago\)\ndue in 5 days\nNext: ask Adele Vance to cancel it, or take it over if it is needed\.\n/,
    );
    assert.match(asked, /\n\[Ask\]\n\[Take over\]\n/);
    const left = await opens(alex, 'purchases grady', /Grady Archie/);
    assert.match(left, /\nbuyer left\nNext: take it over\. Grady Archie can’t be asked any more/);
    assert.doesNotMatch(left, /\[Ask\]/);
    assert.doesNotMatch(await opens(elodie, 'purchases', /Power Apps/), /Next:|\[Take over\]/);
  });

  it('whose buyer left leads from asking to taking over', async () => {
    const { alex } = world.people;
    const id = /(P-\d+)\n/.exec(await alex.ask('purchases grady'))?.[1] ?? assert.fail();
    await alex.ask(`classify ${id} self-service`);
    assert.match(await alex.ask(`ask ${id}`), /Grady Archie[\s\S]*\[Take over\]/);
  });

  it('names the holders where only this purchase can be theirs, and otherwise says that Microsoft doesn’t tell', async () => {
    const sole = await opens(world.people.alex, 'purchases clipchamp', /Clipchamp/);
    assert.match(sole, /Who has a licence\n.+/);
    assert.doesNotMatch(sole, /Microsoft doesn’t say/);
  });

  it('keeps other holders from the purchaser’s eyes', async () => {
    const card = await opens(world.people.adele, 'purchases', /Power BI Pro .*P-50/);
    assert.match(card, /Microsoft doesn’t say whose licence comes from which\./);
    assert.doesNotMatch(card, /Henrietta/);
  });

  it('[63] keeps the name of a purchaser who left, and says that they did', async () => {
    const card = await opens(world.people.alex, 'purchases grady', /Grady Archie/);
    assert.match(card, /Bought by \| Grady Archie \(left the organisation\)/);
    await world.people.alex.press('More');
    assert.match(world.people.alex.card(), /its owner has left the organisation/);
  });

  it('goes back to the list', async () => {
    const { alex } = world.people;
    await opens(alex, 'purchases by:adele', /Project Plan 3/);
    await alex.press('Back');
    assert.match(alex.card(), /^Self-service purchases to decide/);
  });

  it('is refused to whom it is none of their business, in the same words whether it exists or not', async () => {
    const { adele } = world.people;
    const answers: string[] = [];
    for (const id of ['P-1', 'P-9999']) {
      answers.push((await adele.ask(`purchase ${id}`)).replace(id, 'P-?'));
    }
    assert.match(answers[0] ?? '', /P-\? isn’t one of your purchases/);
    assert.equal(answers[0], answers[1]);
  });

  it('that does not exist is said to an admin in words', async () => {
    assert.match(await world.people.alex.ask('purchase P-9999'), /I can’t find purchase P-9999\. Type “purchases all”/);
  });

  it('a stranger’s press on somebody’s card is answered with a sentence, and the card stays', async () => {
    const { alex, adele } = world.people;
    await opens(alex, 'purchases', /Power BI Pro Miriam/);
    const before = alex.card();
    const activity = { verb: 'purchase', data: { purchase: 'P-1' } };
    const answer = await pressForged(world, adele, activity);
    assert.equal(answer.status, 200);
    assert.match(JSON.stringify(answer.body), /activity\.message.*isn’t one of your purchases/);
    assert.equal(alex.card(), before);
  });

  it('an old or broken button gets a sentence that says what to do', async () => {
    const { alex } = world.people;
    const broken: [unknown, RegExp][] = [
      [{ verb: 'selfdestruct', data: {} }, /This button is from an older version/],
      [{ verb: 'purchase', data: { purchase: { $ne: 1 } } }, /This button no longer works/],
      [{ verb: 'purchase', data: { purchase: 'P-1', admin: true } }, /This button no longer works/],
      [{ verb: 'purchases', data: 'page=2' }, /This button no longer works/],
      [{ verb: '__proto__' }, /This button is from an older version/],
    ];
    for (const [action, words] of broken) {
      const answer = await pressForged(world, alex, action);
      assert.equal(answer.status, 200);
      assert.match(JSON.stringify(answer.body), words);
    }
  });

  it('opens on a client that knows no Universal Actions, by editing the card', async () => {
    const { alex } = world.people;
    await alex.say('purchases by:adele');
    await alex.next();
    const posts = alex.inbox().length;
    await alex.press(/Project Plan 3/, { fallback: true });
    const seen = await alex.next();
    assert.equal(seen.what, 'edit');
    assert.equal(alex.inbox().length, posts);
    assert.match(alex.card(), /^Project Plan 3/);
  });
});

/** An invoke as Teams sends it, with an action no card of ours has. */
function pressForged(world: World, person: Person, action: unknown) {
  return world.teams.post({
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `forged-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl: world.teams.serviceUrl,
    from: person.account,
    recipient: { id: `28:${world.teams.bot.appId}`, name: 'Purser' },
    conversation: { id: person.chat.id, conversationType: 'personal', tenantId: person.tenantId },
    channelData: { tenant: { id: person.tenantId } },
    value: { action: { type: 'Action.Execute', ...(action as object) }, trigger: 'manual' },
  } as never);
}
