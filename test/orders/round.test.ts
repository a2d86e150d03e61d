/** There is no way round a second person. */
import assert from 'node:assert/strict';
import type { Rule } from '../../store/records.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a second person is asked as well', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ environment: { FOUR_EYES: 'wide' } });
  });
  afterEach(() => world.close());

  const { says, sees, settles, passes, outside } = actsIn(() => world);
  const isAsked = /^A second person has to approve this/;
  const products = () => world.tenant.company.products;
  const open = () => products().filter(({ policyValue }) => policyValue === 'Enabled');
  const names = (count: number): string =>
    open()
      .slice(0, count)
      .map(({ productName }) => `"${productName}"`)
      .join(', ');
  const confirmed = async (words: string): Promise<string> => {
    await says(world.people.alex, words);
    const { message = '' } = await world.people.alex.press(confirming);
    const seen = sees(world.people.alex);
    await settles();
    return `${seen}\n${message}`;
  };
  const rules = (): Rule[] => [...world.purser.store.all('rules')].filter(({ surface }) => surface !== 'switch');

  it('where one product is left out, where a switch is ticked beside, and for trials or allow in place of block', async () => {
    const before = open().length;
    for (const words of [
      'block all except visio plan 1 because x',
      'trials all because x',
      'block all except power bi because x',
    ])
      assert.match(await confirmed(words), isAsked, words);
    assert.equal(open().length, before);
    for (const each of products()) each.policyValue = 'Disabled';
    await passes();
    assert.match(await confirmed('allow all because x'), isAsked);
    assert.equal(open().length, 0);
  });

  it('where the products are named in two commands of one day, whichever day each was planned', async () => {
    const { alex } = world.people;
    const half = Math.floor(rules().length / 2) - 3;
    assert.match(await confirmed(`block ${names(half)} because x`), /^Changing the rules|^Rules changed|^Done/);
    assert.match(await confirmed(`block ${names(6)} because x`), isAsked);
    assert.ok(open().length > 5);
    // Waiting for the next day is what is left; a plan made before does not shorten it.
    await says(alex, 'withdraw CH-2');
    await passes(day - 30 * minute);
    assert.match(await confirmed(`block ${names(6)} because x`), isAsked);
  });

  it('where an approved change is taken back, and a retry sets nothing that was not approved', async () => {
    const { alex, isaiah, megan } = world.people;
    assert.match(await confirmed('block all because x'), isAsked);
    await says(megan, 'approve CH-1');
    await settles();
    const [refused, ...others] = open();
    assert.ok(refused && others.length === 0, 'Microsoft refuses one');
    refused.refuses = null;
    await says(isaiah, 'retry CH-1');
    await settles();
    assert.equal(open().length, 0);
    await says(alex, 'undo CH-1 because y');
    await alex.press(confirming);
    assert.match(sees(alex), isAsked);
    await settles();
    assert.equal(open().length, 0);
  });

  it('where drift is fixed by a button on a card, and where the baseline is emptied rule by rule', async () => {
    const { alex, isaiah } = world.people;
    const { store } = world.purser;
    await says(alex, 'baseline record');
    await says(isaiah, 'approve OR-1');
    await says(isaiah, 'notify on alerts');
    for (const { productName } of open().slice(0, 30)) outside(productName, 'Disabled');
    await passes(2 * day);
    const drift = isaiah.inbox().findLast((post) => /drift/i.test(isaiah.card(post))) ?? assert.fail('no drift');
    await isaiah.press(/^Fix|^Set back/, { on: drift });
    assert.match(isaiah.card(drift), /A second person has to approve this/);
    assert.equal(open().length, 0);
    await isaiah.press(confirming, { on: drift, inputs: { reason: 'as it was' } });
    assert.match(isaiah.card(drift), isAsked);
    await settles();
    assert.equal(open().length, 0);
    const wanted = store.count('wishes');
    let last = '';
    for (const { id } of rules()) {
      last = await says(alex, `baseline forget "${id}"`);
      if (isAsked.test(last)) break;
    }
    assert.match(last, isAsked);
    assert.ok(store.count('wishes') >= wanted / 4, `${store.count('wishes')} of ${wanted} are left`);
  });

  it('FOUR_EYES that is off is named by status to those who are to know, and by nothing else', async () => {
    assert.doesNotMatch(await says(world.people.alex, 'status'), /FOUR_EYES/);
    await world.close();
    world = await openWorld({ environment: { FOUR_EYES: 'off' } });
    assert.match(
      await says(world.people.alex, 'status'),
      /No second person is asked \(FOUR_EYES=off\)\nOne admin alone can change every product/,
    );
    assert.match(await says(world.people.patti, 'status'), /No second person is asked \(FOUR_EYES=off\)/);
    assert.doesNotMatch(await says(world.people.adele, 'status'), /FOUR_EYES/);
  });
});
