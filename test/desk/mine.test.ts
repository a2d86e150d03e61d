/** The purchaser's desk: what somebody bought themselves, and what they can do with it. */
import assert from 'node:assert/strict';
import type { Purchase } from '../../store/records.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { testClock } from '../world/clock.ts';
import { buyVisio } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

/** What a button sends, whether or not one is shown. */
async function submits({ teams }: World, person: Person, data: object): Promise<void> {
  const { activity } = await person.say('help', { locale: 'en-GB' });
  const { text: _, ...pressed } = activity;
  await teams.post({ ...pressed, id: `${activity.id}-pressed`, value: { verb: 'mine', data } });
}

describe('mine', () => {
  let world: World;
  /** Adele's, of which alone it is known who has a licence: it is the only one of its product. */
  let visio: string;
  before(async () => {
    const clock = testClock();
    const its = company({ now: clock.now() });
    const { id } = buyVisio(its, { holders: 3, seats: 5 });
    world = await openWorld({ limited: false, company: its, clock });
    visio = find(({ subscription }) => subscription === id);
  });
  after(() => world.close());

  const { says, sees } = actsIn(() => world);
  const store = () => world.purser.store;
  const find = (fits: (purchase: Purchase) => boolean): string =>
    [...store().all('purchases')].find(fits)?.id ?? assert.fail('no such purchase');

  it('[54] lists what a purchaser bought, what runs by its date and what has ended apart, and a row opens its desk', async () => {
    const { adele } = world.people;
    const card = await says(adele, 'mine');
    assert.match(
      card,
      /^What I bought myself\n\d running purchases[\s\S]*Visio Plan 2 × 5[\s\S]*Ended[\s\S]*Visio Plan 1/,
    );
    const own = [...store().all('purchases')].filter(({ purchaser }) => purchaser === adele.id);
    for (const id of card.match(/P-\d+/g) ?? [])
      assert.ok(
        own.some((each) => each.id === id),
        id,
      );
    await adele.press(new RegExp(`${visio}$`));
    assert.match(sees(adele), /^Visio Plan 2[\s\S]*What you can do/);
  });

  it('[54] shows one’s own purchases alone: those of others are refused, also with what can be done with them', async () => {
    const { elodie, alex, megan } = world.people;
    assert.match(await says(elodie, `mine ${visio}`, 'en-GB'), new RegExp(`${visio} isn’t one of your purchases`));
    for (const right of ['cancel', 'it']) {
      await submits(world, elodie, { purchase: visio, right, confirm: 'confirm' });
      assert.match(sees(elodie), /isn’t one of your purchases/);
    }
    assert.match(
      await says(elodie, 'mine P-9999', 'en-GB'),
      /P-9999 isn’t one of your purchases/,
      'nor whether there is one',
    );
    assert.match(await says(alex, `mine ${visio}`), /isn’t something you bought yourself[\s\S]*\[Open the purchase\]/);
    assert.match(await says(megan, 'mine'), /You haven’t bought any Microsoft product yourself[\s\S]*\[Questions\?\]/);
  });

  for (const [behaviour, title, reads, link] of [
    [
      '[55] cancel',
      'How to cancel',
      /1\. Save[\s\S]*2\. Open Billing › Your products[\s\S]*3\. Choose “Cancel subscription”/,
      /\[Your products ↗\]/,
    ],
    [
      '[55] buy more',
      'Buy more',
      /the organisation may have a licence free[\s\S]*“Buy licenses”/,
      /\[Your products ↗\]/,
    ],
    [
      '[56] assign to people of the same tenant, at most 20 at a time, what they bought',
      'Give someone a licence',
      /at most 20 at a time[\s\S]*people in your own organisation[\s\S]*what you bought yourself/,
      /\[Licenses ↗\]/,
    ],
    [
      '[55] pay a bill and change the card',
      'Pay a bill or change the card',
      /“Invoices”[\s\S]*“Payment methods”[\s\S]*neither I nor IT ask/,
      /\[Bills & payments ↗\]/,
    ],
    [
      'ask for a refund',
      'Refund',
      /You bought it on 18 Sept 2026, more than seven days ago/,
      /\[Contact Microsoft support ↗\]/,
    ],
    ['[62] save files that belong to the organisation', 'My files', /belongs to your organisation/, /\[Whose data\?\]/],
  ] as const)
    it(`a purchaser can ${behaviour}: one press leads to the steps and to Microsoft’s page`, async () => {
      const { adele } = world.people;
      await says(adele, `mine ${visio}`);
      await adele.press(title);
      assert.match(sees(adele), reads);
      assert.match(sees(adele), link);
      await adele.press('Back');
      assert.match(sees(adele), /^Visio Plan 2/);
    });

  it('[57, 58] says that the price is unknown, never 0, and that the purchaser pays', async () => {
    const card = await says(world.people.adele, `mine ${visio}`);
    assert.match(card, /Costs \| Unknown: Microsoft doesn’t tell me/);
    assert.doesNotMatch(card, /Costs \| [^\n]*\b0\b/);
    assert.match(card, /Who pays \| You, with your own card/);
    assert.match(card, /Renews or ends \| [^\n]*Expect it to renew/);
  });

  it('names who uses it only where that is known', async () => {
    const { adele } = world.people;
    assert.match(await says(adele, `mine ${visio}`), /Used by\nAdele Vance, [^\n]+/);
    const shared = find(
      ({ purchaser, status, skuPart }) => purchaser === adele.id && status === 'Enabled' && /POWER_BI/.test(skuPart),
    );
    assert.match(await says(adele, `mine ${shared}`), /Used by\nUnknown: Microsoft doesn’t tell/);
  });

  it('understands what people call it, in French as well, and part of a name in a whole sentence', async () => {
    const { adele } = world.people;
    assert.match(await says(adele, 'mes achats', 'fr-FR'), /^Ce que j’ai acheté moi-même/);
    assert.match(await says(adele, 'mon abonnement visio plan 2 il finit quand', 'fr-FR'), /^Visio Plan 2/);
    assert.match(await says(adele, 'combien je paie ?', 'fr-FR'), /Leur prix m’est inconnu/);
    assert.match(await says(adele, 'mine excel', 'en-GB'), /You haven’t bought anything called “excel”/);
    assert.match(await says(adele, 'purchases', 'en-GB'), /^What you bought/, 'as before');
  });

  it('what has ended can no longer be cancelled nor handed over; bills, refund and files stay', async () => {
    const { adele } = world.people;
    const ended = find(({ purchaser, status }) => purchaser === adele.id && status === 'Deleted');
    const card = await says(adele, `mine ${ended}`);
    assert.match(card, /Pay a bill[\s\S]*Refund[\s\S]*My files/);
    assert.doesNotMatch(card, /How to cancel|Hand it to IT/);
    for (const right of ['cancel', 'it']) {
      await submits(world, adele, { purchase: ended, right, confirm: 'confirm' });
      assert.match(sees(adele), /has ended, so that can no longer be done/);
    }
  });
});

describe('a purchase that is handed to IT', () => {
  let world: World;
  let purchase: string;
  beforeEach(async () => {
    world = await openWorld({ limited: false });
    purchase =
      [...world.purser.store.all('purchases')].find(
        ({ purchaser, status }) => purchaser === world.people.adele.id && status === 'Enabled',
      )?.id ?? assert.fail();
  });
  afterEach(() => world.close());

  const { says, sees, settles } = actsIn(() => world);
  const handed = () => [...world.purser.store.all('audit')].filter(({ action }) => action === 'handed');
  const notices = () => [...world.purser.store.all('notices')].filter(({ saying }) => saying.card === 'handed');
  const hand = async (reason: string): Promise<void> => {
    const { adele } = world.people;
    await says(adele, `mine ${purchase}`);
    await adele.press('Hand it to IT');
    await adele.press('Send to IT', { inputs: { reason } });
  };

  it('is on record and told once, however often it is pressed, and an admin can take it over or ask', async () => {
    const { alex, adele } = world.people;
    await says(alex, 'notify on alerts');
    await hand('three of us use it');
    assert.match(sees(adele), /IT has been told[\s\S]*You asked IT on 17 Nov 2026 to take it over/);
    await submits(world, adele, { purchase, right: 'it', confirm: 'confirm', reason: 'again' });
    assert.deepEqual([handed().length, notices().length], [1, 1]);
    assert.equal(handed()[0]?.why, 'three of us use it');
    await settles();
    assert.match(sees(alex), /Adele Vance asks IT to take over[\s\S]*In their words: three of us use it/);
    assert.match(sees(alex), /\[Take over\][\s\S]*\[Ask\]/);
    await alex.press('I’ll handle it');
    assert.match(await says(adele, `mine ${purchase}`), /Alex Wilber from IT is looking after it/);
    assert.match(await says(alex, 'audit'), /Purchaser handed it to IT/);
  });

  it('can be an admin’s own, who has a desk for it as anybody has', async () => {
    assert.match(await says(world.people.alex, 'my purchases'), /^Visio Plan 2[\s\S]*Hand it to IT/);
  });

  it('is told in a channel without the purchaser’s words, and without anybody it is said that a person must be told', async () => {
    const { alex, adele } = world.people;
    await hand('private words');
    assert.match(sees(adele), /no chat of IT gets my alerts yet\. Please tell Service Desk/);
    world.clock.advance(8 * 86_400_000);
    const team = world.teams.team({ name: 'Procurement', members: [alex, adele] });
    await team.install(alex);
    await alex.say('notify on alerts', { in: team.general, mention: true });
    await hand('private words');
    assert.equal(handed().length, 2, 'after a week it may be asked again');
    await settles();
    const posted = team.general.posts.map((post) => JSON.stringify(post.card ?? '')).join();
    assert.match(posted, /Adele Vance asks IT to take over/);
    assert.doesNotMatch(posted, /private words/);
  });
});
