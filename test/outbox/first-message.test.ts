/** Nobody is written to for the first time before they can check that it is no fraud. */
import assert from 'node:assert/strict';
import { notify } from '../../store/notices.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';

describe('first messages', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld({ environment: { CONTACT_NAME: '', VERIFY_URL: '' } });
  });
  afterEach(() => world.close());

  const { says, sees } = actsIn(() => world);
  const bought = ({ id }: Person): string =>
    [...world.purser.store.all('purchases')].find(({ purchaser, status }) => purchaser === id && status === 'Enabled')
      ?.id ?? assert.fail('nothing was bought');
  const settled = async (person: Person): Promise<string> => {
    const id = bought(person);
    await says(world.people.alex, `classify ${id} self-service`);
    return id;
  };
  /** It became due while both were set, say, and they are gone since. */
  const askedBefore = async (person: Person): Promise<string> => {
    const id = await settled(person);
    const { alex } = world.people;
    const saying = { card: 'asked', purchase: id, by: { id: alex.id, name: 'Alex Wilber' }, why: null } as const;
    const wanted = { key: `asked ${id}`, to: { person: person.id }, saying, purchases: [id] };
    await world.purser.store.transact((tx) => void notify(tx, wanted, world.clock.now()));
    await world.purser.outbox.drain();
    return id;
  };

  it('nobody is asked who could not check it, and the admin reads what is to be set', async () => {
    const { alex, adele } = world.people;
    const id = await settled(adele);
    const refused = await says(alex, `ask ${id} confirm`);
    assert.match(
      refused,
      /Adele Vance has never heard from me.*has to set CONTACT_NAME and VERIFY_URL; then ask again/,
    );
    assert.equal(world.purser.store.get('purchases', id)?.decision, null);
    await world.restart({ CONTACT_NAME: 'Service Desk' });
    assert.match(await says(alex, `ask ${id} confirm`), /has to set VERIFY_URL; then/);
    await world.purser.outbox.drain();
    assert.equal(adele.inbox().length, 0);
  });

  it('who has spoken to Purser is asked all the same', async () => {
    const { alex, adele } = world.people;
    const id = await settled(adele);
    await says(adele, 'help');
    assert.match(await says(alex, `ask ${id} confirm`), /Purchaser asked \| by Alex Wilber/);
    await world.purser.outbox.drain();
    assert.match(sees(adele), /^Please cancel one of your purchases/);
  });

  it('what waits is counted by status and named on the purchase, and goes out once both are set', async () => {
    const { alex, adele } = world.people;
    const id = await askedBefore(adele);
    assert.equal(adele.inbox().length, 0);
    const status = await says(alex, 'status');
    assert.match(status, /I write to nobody for the first time: CONTACT_NAME and VERIFY_URL must be set/);
    assert.match(status, /1 first message waits for it\./);
    assert.match(await says(alex, `purchase ${id}`), /asked to cancel\nnot sent yet: first messages wait/);
    await world.restart({ CONTACT_NAME: 'Service Desk', VERIFY_URL: 'https://intranet.contoso.example/purser' });
    await world.purser.outbox.drain();
    assert.match(sees(adele), /^Please cancel one of your purchases[\s\S]*Ask Alex Wilber or Service Desk/);
    assert.doesNotMatch(await says(alex, 'status'), /first time/);
  });

  it('goes to a person who has spoken meanwhile, and is read in French', async () => {
    const { alex, adele } = world.people;
    await askedBefore(adele);
    assert.match(
      await says(alex, 'état', 'fr-FR'),
      /Je n’écris à personne pour la première fois : il faut définir CONTACT_NAME et VERIFY_URL/,
    );
    await says(adele, 'bonjour', 'fr-FR');
    assert.match(sees(adele), /^Je suis Purser/);
    await world.purser.outbox.drain();
    assert.match(sees(adele), /résilier/);
  });
});
