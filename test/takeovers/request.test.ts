/** An admin asks for a takeover: what is in the way, for whom, what becomes of them, and the second confirmation. */
import assert from 'node:assert/strict';
import { verifyAudit } from '../../store/audit.ts';
import type { Purchase, Takeover } from '../../store/records.ts';
import { skus } from '../stand-ins/tenant/catalogue.ts';
import { type Company, company, groups, people, type Subscription } from '../stand-ins/tenant/index.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { buyVisio, taken as ordinary, purchaseOf } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('a takeover is requested', () => {
  let world: World;
  let its: Company;
  let subscription: Subscription;

  interface Opening {
    bought?: Parameters<typeof buyVisio>[1];
    environment?: Record<string, string>;
    /** Before Purser has read it. */
    before?: () => void;
    /** Whether an admin is told of approvals; so unless said otherwise. */
    told?: boolean;
    /** Whether its kind is settled; so unless said otherwise. */
    settled?: boolean;
  }
  /** One of two people who hold what Adele bought is Miriam; the organisation owns Visio Plan 2. */
  async function opened(opening: Opening = {}): Promise<string> {
    const { bought = {}, environment = {}, before, told = true, settled = true } = opening;
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    subscription = buyVisio(its, bought);
    before?.();
    world = await openWorld({ company: its, environment });
    if (told) await says(world.people.isaiah, 'notify on approvals');
    const { id } = purchase();
    if (settled) await says(world.people.isaiah, `classify ${id} self-service`);
    return id;
  }
  afterEach(() => world.close());

  const { says, sees, settles, passes } = actsIn(() => world);
  const store = () => world.purser.store;
  const purchase = (): Purchase => purchaseOf(world, subscription);
  const taken = (): Takeover =>
    store().get('takeovers', 'TK-1') ?? assert.fail(`no takeover: ${sees(world.people.alex)}`);
  const count = (): number => store().count('takeovers');
  const find = (fits: (purchase: Purchase) => boolean): string =>
    [...store().all('purchases')].find(fits)?.id ?? assert.fail('no such purchase');
  /** Alex has chosen to move them to Visio Plan 2. */
  const moved = async (id: string): Promise<string> => {
    await says(world.people.alex, `takeover ${id}`);
    await world.people.alex.press('Move', { inputs: { product: skus.visio2.id } });
    return sees(world.people.alex);
  };
  const cancelled = async (id: string, cause = 'cost'): Promise<string> => {
    const { alex } = world.people;
    await says(alex, `takeover ${id}`);
    await alex.press('Cancel the subscription');
    await alex.press('Next', { inputs: { cause } });
    return sees(alex);
  };
  const holderNames = (): string[] => {
    const ids = store().get('holdings', purchase().sku)?.holders ?? [];
    return ids.map((id) => store().get('people', id)?.name ?? assert.fail('no name'));
  };

  describe('to move the holders', () => {
    it('from the purchase, in five presses, and is asked once more before anybody hears of it [29, 30, 32, 33]', async () => {
      const id = await opened();
      const { alex, adele } = world.people;
      await says(alex, `purchase ${id}`);
      await alex.press('Take over');
      assert.match(
        sees(alex),
        /^Take over: what should happen to the holders\?\nVisio Plan 2[^\n]* · Adele Vance · P-\d+\n12 people have it/,
      );
      await alex.press('Move', { inputs: { product: skus.visio2.id } });
      const confirm = sees(alex);
      assert.match(confirm, /^Request to move the holders and end the subscription\?/);
      assert.match(
        confirm,
        /12 people move from Visio Plan 2[^,]*, bought by Adele Vance, to the organisation’s Visio Plan 2; then the subscription ends\./,
      );
      assert.match(confirm, /\nUndo \| /);
      assert.match(
        confirm,
        /Who decides \| Asked directly: Megan Bowen and Miriam Graham\. Also told: Isaiah Langer\. One approval is enough/,
      );
      assert.match(confirm, /Decide by \| 20 Nov 2026/);
      assert.equal(count(), 0, 'nothing is asked for before the second confirmation');
      await settles();
      assert.equal(adele.inbox().length, 0);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      const { act, holders, requester, why, state, ending, findings, purchase: of } = taken();
      assert.deepEqual([state, requester.name, why, ending], ['pending', 'Alex Wilber', 'We own Visio', 'guided']);
      assert.deepEqual(act, { kind: 'move', to: { sku: skus.visio2.id, product: 'Visio Plan 2' } });
      assert.deepEqual([holders.known, holders.ids.length, findings], ['sole', 12, []]);
      assert.deepEqual(of.purchaser, { id: adele.id, name: 'Adele Vance' });
      assert.match(sees(alex), /TK-1/);
      assert.equal(store().count('drafts'), 0);
    });

    it('and is in the journal, and in the hand of whoever asked', async () => {
      const id = await opened();
      await moved(id);
      await world.people.alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      const entry = [...store().all('audit')].find(({ action }) => action === 'takeover-requested');
      assert.deepEqual([entry?.actor?.name, entry?.purchase, entry?.purchaser], ['Alex Wilber', id, 'Adele Vance']);
      assert.equal(verifyAudit(store()).holds, true);
      assert.deepEqual(store().get('purchases', id)?.decision, {
        ...{ kind: 'takeover', by: people.alex, name: 'Alex Wilber', takeover: 'TK-1' },
      });
    });

    it('to a product that is short shows how many seats are missing, and can’t be confirmed until they are bought [31]', async () => {
      const id = await opened({ bought: { free: 9 } });
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      const choices = choicesOf();
      const short = choices.find(({ value }) => value === skus.visio2.id)?.title;
      assert.equal(short, 'Visio Plan 2 · 9 free, 3 missing');
      const firstShort = choices.findIndex(({ title }) => / missing$/.test(title));
      assert.ok(
        choices.slice(0, firstShort).every(({ title }) => / (seats? |at least \d+ )free$/.test(title)),
        'those with enough come first',
      );
      assert.match((await alex.press('Buy seats from Microsoft')).url ?? '', /linkid=868433/);
      await alex.press('Move', { inputs: { product: skus.visio2.id } });
      assert.match(
        sees(alex),
        /⚠ Blocking: +3 seats for Visio Plan 2 are missing: 12 needed, 9 free\. Buy them in the admin centre/,
      );
      await assert.rejects(alex.press(confirming, { inputs: { reason: 'We own Visio' } }), /sees no confirming/);
      centralVisio().totalLicenses = 12;
      await alex.press('Check again');
      assert.doesNotMatch(sees(alex), /Blocking/);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(taken().state, 'pending');
    });

    it('lists the nearest kin first, at most fifteen, nothing that is free or self-service; typed words reach the others', async () => {
      const id = await opened();
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      const choices = choicesOf();
      assert.match(choices[0]?.title ?? '', /^Visio Plan 2 · 12 seats free$/);
      assert.ok(choices.length <= 15, `${choices.length}`);
      const listed = choices.map(({ value }) => value);
      for (const { id: sku, part } of [
        skus.fabricFree,
        skus.flowFree,
        skus.visio1Dept,
        skus.fileStorage,
        skus.visio2Dept,
      ])
        assert.ok(!listed.includes(sku), part);
      assert.match(
        await says(alex, `takeover ${id} product:"visio plan 2"`),
        /12 people move from .* to the organisation’s Visio Plan 2;/,
      );
      assert.match(await says(alex, `takeover ${id} product:"power bi"`), /“power bi” could be any of these/);
      assert.ok(choicesOf().every(({ title }) => /Power BI/.test(title)));
      assert.match(
        await says(alex, `takeover ${id} product:zzz`),
        /The organisation has no seats of a product called “zzz”/,
      );
      await assert.rejects(alex.press('Move'), /Choose a product to move them to/);
      assert.equal(count(), 0);
    });

    it('in French [29–33]', async () => {
      const id = await opened();
      const { alex } = world.people;
      await says(alex, 'language french');
      const fr = (words: string) => says(alex, words, 'fr-FR');
      assert.match(await fr(`prendre le contrôle ${id}`), /^Prise de contrôle : que deviennent les utilisateurs \?/);
      assert.match(await fr(`résilier ${id}`), /12 personnes ont une licence/);
      assert.match(await fr(`prise de controle ${id.slice(2)}`), /12 personnes ont une licence/);
      await alex.press('Déplacer', { inputs: { product: skus.visio2.id } });
      assert.match(
        sees(alex),
        /12 personnes passeront de Visio Plan 2[^,]*, acheté par Adele Vance, à Visio Plan 2 \(organisation\) ;/,
      );
      await alex.press(confirming, { inputs: { reason: 'contrat-cadre' } });
      assert.equal(taken().why, 'contrat-cadre');
      assert.match(await fr('résilier'), /Quel achat \? Par exemple : prendre le contrôle P-3/);
      await alex.press('Voir les achats');
    });
  });

  describe('to cancel', () => {
    it('needs a reason from the list, names who loses it, and is asked once more [36, 37, 38, 39]', async () => {
      const id = await opened();
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      await alex.press('Cancel the subscription');
      assert.match(sees(alex), /^Why cancel the subscription\?[\s\S]*12 people lose access/);
      const first = holderNames().toSorted((a, b) => a.localeCompare(b, 'en'))[0] ?? '';
      assert.ok(sees(alex).includes(first), 'by name');
      assert.match(sees(alex), /and 2 more people/);
      await assert.rejects(alex.press('Next'), /Choose a reason/);
      await alex.press('Next', { inputs: { cause: 'replaced' } });
      assert.match(sees(alex), /^Are you sure you want to cancel the subscription\?/);
      assert.match(sees(alex), /Visio Plan 2[^,]*, bought by Adele Vance, ends; 12 people lose access\./);
      assert.match(sees(alex), /Who loses access\n.*and 2 more people/);
      assert.match(sees(alex), /Reason \| Replaced by another product/);
      assert.equal(count(), 0);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.deepEqual(taken().act, { kind: 'cancel', reason: 'replaced' });
    });

    it('offers the operator’s own reasons where there are any [38]', async () => {
      const id = await opened({ environment: { CANCELLATION_REASONS: 'Budget; Doublon' } });
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      await alex.press('Cancel the subscription');
      assert.deepEqual(
        choicesOf().map(({ title }) => title),
        ['Budget', 'Doublon'],
      );
      await alex.press('Next', { inputs: { cause: 'Doublon' } });
      assert.match(sees(alex), /Reason \| Doublon/);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.deepEqual(taken().act, { kind: 'cancel', reason: 'Doublon' });
    });

    it('leads back card by card, with what was chosen and written', async () => {
      const id = await opened();
      const { alex } = world.people;
      await cancelled(id);
      await alex.press('Back', { inputs: { reason: 'We have a contract' } });
      assert.match(sees(alex), /Why cancel/);
      await alex.press('Next');
      assert.match(sees(alex), /Reason \| Costs too much/);
      assert.match(sees(alex), /read it\)\nWe have a contract/);
      await alex.press('Back');
      await alex.press('Back');
      assert.match(sees(alex), /what should happen to the holders/);
      await alex.press('Back');
      assert.match(sees(alex), /Adele Vance · Retail/);
      assert.equal(count(), 0);
    });
  });

  describe('whose seats nobody knows', () => {
    /** Two people bought the same product. */
    const shared = (holders: number) => ({
      bought: { holders },
      before: () => {
        const again = { ...subscription, id: crypto.randomUUID(), commerceSubscriptionId: null, ownerId: people.lidia };
        its.subscriptions.push(again);
      },
    });

    it('are ticked, or pasted as names and addresses; what is not recognised is said back and nothing is lost', async () => {
      const id = await opened(shared(12));
      const { alex } = world.people;
      assert.match(await says(alex, `takeover ${id}`), /^Whose seats are they\?/);
      assert.match(sees(alex), /12 seats bought, 12 people have this product, and Microsoft doesn’t say whose/);
      const [one, two, three] = [...its.users.values()].filter(({ licences }) =>
        licences.some(({ skuId }) => skuId === skus.visio2Dept.id),
      );
      assert.ok(one && two && three);
      await alex.press('Next');
      assert.match(sees(alex), /Please pick at least one person/);
      await alex.press('Next', {
        inputs: { people: one.id, names: `${two.displayName.toUpperCase()}; Nobody Atall\n${three.userPrincipalName}` },
      });
      assert.match(sees(alex), /I recognised 3 people and saved the list/);
      assert.match(sees(alex), /Nobody with this product is called: Nobody Atall/);
      assert.match(sees(alex), /from a list\nNobody Atall/, 'what was written stays to be corrected');
      await alex.press('Next', { inputs: { names: '' } });
      assert.match(sees(alex), /You picked 3 people/);
      await alex.press('Change the list');
      await alex.press('Next', { inputs: { people: [one.id, two.id].join() } });
      assert.match(sees(alex), /You picked 2 people/);
      await alex.press('Back');
      await alex.press('Take over');
      assert.match(sees(alex), /You picked 2 people/, 'whoever goes back loses nobody');
      await alex.press('Move', { inputs: { product: skus.visio2.id } });
      assert.match(sees(alex), /2 people move/);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(taken().holders.known, 'picked');
      assert.deepEqual(new Set(taken().holders.ids), new Set([one.id, two.id]));
    });

    it('may be nobody’s that is known: then it can be cancelled, and all who decide read how many may lose it', async () => {
      const id = await opened(shared(12));
      const { alex, megan } = world.people;
      await says(alex, `takeover ${id}`);
      assert.match(sees(alex), /Up to 12 more may lose access, and can’t be told/);
      await alex.press('I don’t know who');
      assert.match(sees(alex), /there is nobody to move\. It can only be cancelled/);
      assert.doesNotMatch(sees(alex), /\[Move\]/);
      await cancelFromHere();
      assert.match(sees(alex), /Up to 12 more may lose access and can’t be told: who has these seats isn’t known/);
      await alex.press('Request cancellation', { inputs: { reason: 'We own Visio' } });
      assert.deepEqual(taken().holders, { known: 'unsure', ids: [] });
      await settles();
      const card = await says(megan, 'approval TK-1');
      assert.match(card, /^Cancel Visio.* who loses access isn’t known/);
      assert.match(card, /Up to 12 more may lose access and can’t be told/);
    });

    it('are searched for, where they are too many to tick at once; a name that two people have needs an address', async () => {
      const id = await opened(shared(60));
      const { alex } = world.people;
      const held = [...its.users.values()].filter(({ licences }) =>
        licences.some(({ skuId }) => skuId === skus.visio2Dept.id),
      );
      const [one, two, three] = held.slice(5);
      assert.ok(one && two && three);
      Object.assign(two, { displayName: one.displayName });
      await passes();
      assert.match(await says(alex, `takeover ${id}`), /60 people have this product/);
      assert.equal(choicesOf().length, 40);
      assert.match(sees(alex), /Showing 40 of 60/);
      await alex.press('Search', { inputs: { names: three.displayName } });
      assert.ok(choicesOf().length < 40);
      await alex.press('Next', { inputs: { names: `${three.displayName}, ${one.displayName}` } });
      assert.match(
        sees(alex),
        new RegExp(
          `could be ${one.userPrincipalName} and ${two.userPrincipalName}|could be ${two.userPrincipalName} and ${one.userPrincipalName}`,
        ),
      );
      assert.match(sees(alex), /On your list so far\n/);
      await alex.press('Clear the list');
      assert.doesNotMatch(sees(alex), /On your list so far/);
      await alex.press('Next', { inputs: { names: `${three.userPrincipalName}, ${one.userPrincipalName}` } });
      assert.match(sees(alex), /You picked 2 people/);
      await cancelFromHere();
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.deepEqual(new Set(taken().holders.ids), new Set([three.id, one.id]));
    });

    it('are known by part of a name where only one has it; a long list that nobody is on stays to be corrected', async () => {
      const id = await opened(shared(60));
      const { alex } = world.people;
      const [holder] = [...its.users.values()].filter(({ licences }) =>
        licences.some(({ skuId }) => skuId === skus.visio2Dept.id),
      );
      assert.ok(holder);
      holder.displayName = 'Quetzalcoatl Ramírez';
      await passes();
      await says(alex, `takeover ${id}`);
      const nobody = Array.from({ length: 300 }, (_, n) => `Nobody Number ${n}`).join('\n');
      await alex.press('Next', { inputs: { names: `quetzalcoatl\n${nobody}` } });
      assert.match(sees(alex), /I recognised 1 person/);
      assert.match(sees(alex), /Nobody Number 9 and 290 more\./);
      assert.match(sees(alex), /Nobody Number 299$/m, 'all of it stays');
    });

    it('of more people than were bought can be asked for, with a warning', async () => {
      const id = await opened({ ...shared(4), bought: { holders: 4, seats: 2 } });
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      const all = store().get('holdings', skus.visio2Dept.id)?.holders ?? [];
      await alex.press('Next', { inputs: { people: all.join() } });
      await cancelFromHere();
      assert.match(sees(alex), /⚠ Warning: +4 people are on the list, but the purchase has only 2 seats/);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(taken().holders.ids.length, 4);
    });

    it('nobody outside the product’s holders can be put on the list by a forged press', async () => {
      const id = await opened(shared(3));
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      const draft = [...store().all('drafts')].at(-1)?.id ?? '';
      const { activity } = await alex.say('help');
      const value = {
        verb: 'takeover',
        data: { draft, purchase: id, pick: 'picked', people: `${people.patti},${people.adele}` },
      };
      await world.teams.post({ ...activity, id: `${activity.id}-forged`, value, text: undefined } as typeof activity);
      assert.deepEqual(store().get('drafts', draft)?.holders?.ids, [people.adele]);
    });

    it('are confirmed as the card shows them: one that shows others asks again', async () => {
      const id = await opened(shared(3));
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      await alex.press('Next', { inputs: { people: people.adele } });
      await cancelFromHere();
      const confirm = alex.newestCard()?.post;
      const all = store().get('holdings', skus.visio2Dept.id)?.holders ?? [];
      await world.purser.store.transact((tx) => {
        const [draft] = [...tx.all('drafts')].slice(-1);
        if (draft) tx.put('drafts', { ...draft, holders: { known: 'picked', ids: [...all] } });
      });
      await alex.press(confirming, { inputs: { reason: 'We own Visio' }, ...(confirm && { on: confirm }) });
      assert.match(sees(alex), /Something has changed since that card was shown[\s\S]*3 people lose access/);
      assert.equal(count(), 0);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(taken().holders.ids.length, 3);
    });

    it('stay on the organisation’s own seats where it owns the same product: nobody is moved', async () => {
      const id = await opened({
        bought: { sku: ordinary, holders: 3 },
        before: () => {
          its.subscriptions.push({
            ...subscription,
            ...{ id: crypto.randomUUID(), commerceSubscriptionId: null, totalLicenses: 5, forOrganisation: true },
            ...{ ownerId: its.tenantId, ownerType: 'Tenant' },
          });
        },
      });
      const { alex } = world.people;
      await says(
        world.people.isaiah,
        `classify ${find(({ sku, id: other }) => sku === ordinary.id && other !== id)} central`,
      );
      await says(alex, `takeover ${id}`);
      const all = store().get('holdings', ordinary.id)?.holders ?? [];
      await alex.press('Next', { inputs: { people: all.join() } });
      assert.match(choicesOf()[0]?.title ?? '', /the organisation’s own seats; nobody is moved/);
      await alex.press('Move', { inputs: { product: ordinary.id } });
      assert.match(
        sees(alex),
        /3 people keep Clipchamp Premium on the organisation’s own seats; the subscription Adele Vance bought ends/,
      );
      assert.match(sees(alex), /Good to know: +The organisation’s own seats are enough: 5 will be left, 3 are in use/);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.deepEqual(taken().act, { kind: 'stay' });
    });

    it('to no departmental product: none is offered, the same one neither, and one that is typed is told why', async () => {
      const id = await opened({
        bought: { holders: 3 },
        before: () => {
          its.subscriptions.push({
            ...subscription,
            ...{ id: crypto.randomUUID(), commerceSubscriptionId: null, totalLicenses: 50, forOrganisation: true },
            ...{ ownerId: its.tenantId, ownerType: 'Tenant' },
          });
        },
      });
      const { alex, isaiah } = world.people;
      await says(
        isaiah,
        `classify ${find(({ sku, id: other }) => sku === skus.visio2Dept.id && other !== id)} central`,
      );
      await says(alex, `takeover ${id}`);
      const all = store().get('holdings', skus.visio2Dept.id)?.holders ?? [];
      await alex.press('Next', { inputs: { people: all.join() } });
      const offered = choicesOf().map(({ value }) => store().get('products', value)?.part ?? '');
      assert.ok(offered.length > 0);
      assert.deepEqual(
        offered.filter((part) => /dept/i.test(part)),
        [],
      );
      const refused =
        /Nobody can be moved to [^(]+ \(VISIO_PLAN2_DEPT\): Microsoft sells it to people for their own department/;
      assert.match(await says(alex, `takeover ${id} product:VISIO_PLAN2_DEPT`), refused);
      assert.match(
        await says(alex, `prendre le contrôle ${id} produit:VISIO_PLAN2_DEPT`, 'fr-FR'),
        /Personne ne peut passer à/,
      );
    });

    it('names guests and disabled accounts among the holders as such, and says what happens with them', async () => {
      const id = await opened({
        before: () => {
          const [, one, two] = [...its.users.values()].filter(({ licences }) =>
            licences.some(({ skuId }) => skuId === subscription.skuId),
          );
          if (one) one.userType = 'Guest';
          if (two) two.accountEnabled = false;
        },
      });
      const confirm = await moved(id);
      assert.match(confirm, /1 holder is a guest from another organisation\. They are treated like the others/);
      assert.match(confirm, /1 account is disabled, so nobody can sign in with it\. It may be a shared mailbox/);
      await world.people.alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.match(await says(world.people.megan, 'approval TK-1'), /1 holder is a guest[\s\S]*1 account is disabled/);
    });

    it('and not to a departmental product that an older draft chose', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      await world.purser.store.transact((tx) => {
        const [draft] = [...tx.all('drafts')].slice(-1);
        const to = { sku: skus.project3Dept.id, product: 'Project Plan 3 (for Department)' };
        if (draft) tx.put('drafts', { ...draft, act: { kind: 'move', to }, check: null });
      });
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      if (/Check again/.test(sees(alex))) await alex.press('Check again');
      assert.match(sees(alex), /⚠ Blocking: +Nobody can be moved to Project Plan 3/);
      assert.equal(count(), 0);
    });
  });

  describe('but not', () => {
    it('before its kind is settled, which is done on the way', async () => {
      const id = await opened({ settled: false });
      const { alex } = world.people;
      assert.match(await says(alex, `takeover ${id}`), /is probably self-service, but nobody has confirmed that/);
      await alex.press('It’s self-service');
      assert.match(sees(alex), /12 people have it/);
      assert.equal(store().get('purchases', id)?.sure, 'confirmed');
    });

    it('of what is central, sold by a partner, or has ended', async () => {
      await opened();
      const { alex } = world.people;
      const central = find(({ kind, status }) => kind === 'central' && status === 'Enabled');
      await says(alex, `classify ${central} central`);
      assert.match(await says(alex, `takeover ${central}`), /was bought by the organisation, so it’s already yours/);
      await alex.press('Classify this purchase');
      assert.match(sees(alex), /Who bought P-\d+/);
      const partner = find(({ kind, status }) => kind === 'partner' && status === 'Enabled');
      await sure(partner);
      assert.match(await says(alex, `takeover ${partner}`), /was sold by a partner: ask them/);
      assert.match(await says(alex, `takeover ${find(({ status }) => status === 'Deleted')}`), /has ended/);
      await alex.press('Open the purchase');
      assert.match(await says(alex, 'takeover P-9999'), /I can’t find purchase P-9999/);
      assert.equal(count(), 0);
    });

    it('twice: the second is led to the first', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.match(await says(alex, `takeover ${id}`), new RegExp(`A takeover of ${id} is already under way: TK-1`));
      await alex.press('Open TK-1');
      assert.match(sees(alex), /^TK-1 · P-\d+\nWaiting for a decision · /m);
    });

    it('where nobody would hear of it; in a channel one press turns approvals on', async () => {
      const id = await opened({ told: false });
      const { alex, megan, miriam } = world.people;
      for (const approver of [megan, miriam]) await says(approver, 'notify off approvals');
      assert.match(
        await says(alex, `takeover ${id}`),
        /no channel or group gets approvals, and I can’t write to any approver [\s\S]*mention me and type “notify on approvals”/,
      );
      await says(alex, 'notify on approvals');
      assert.match(
        await says(alex, `takeover ${id}`),
        /no channel or group gets approvals/,
        'their own chat tells nobody else',
      );
      const team = world.teams.team({ name: 'Procurement', members: [alex, megan] });
      await team.install(alex);
      await settles();
      await alex.say(`takeover ${id}`, { in: team.general, mention: true });
      assert.match(sees(alex), /Turn them on here/);
      await alex.press('Turn approvals on', { in: team.general });
      assert.match(await says(alex, `takeover ${id}`), /12 people have it/);
    });

    it('where nobody but requester and purchaser could approve', async () => {
      const id = await opened({ before: () => approvers(people.alex, people.adele) });
      const { alex } = world.people;
      assert.match(await says(alex, `takeover ${id}`), /not counting you and the purchaser: 0\. Needed: 1\./);
      approvers(people.megan);
      world.clock.advance(6 * minute);
      await alex.press('Check again');
      assert.match(sees(alex), /12 people have it/);
    });

    it('while Microsoft doesn’t say who may approve', async () => {
      const id = await opened();
      const { alex } = world.people;
      await says(alex, 'help');
      world.tenant.faults.push({
        match: ({ path }) => path.includes('/groups/'),
        kind: 'status',
        code: 503,
        times: 100,
      });
      assert.match(await says(alex, `takeover ${id}`), /I can’t ask Microsoft right now who can still decide/);
      world.tenant.faults.length = 0;
      await alex.press('Check again');
      assert.match(sees(alex), /12 people have it/);
    });

    it('by words alone: the confirmation is a press', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      const draft = [...store().all('drafts')][0]?.id ?? '';
      for (const words of [
        `takeover ${id} confirm`,
        `takeover ${draft} confirm`,
        `takeover ${id} confirm because I say so`,
        'confirm',
      ])
        await says(alex, words);
      assert.equal(count(), 0);
    });

    it('by somebody else’s card', async () => {
      const id = await opened();
      const { alex, isaiah } = world.people;
      await moved(id);
      const draft = [...store().all('drafts')][0]?.id ?? '';
      const { activity } = await isaiah.say('help');
      const value = { verb: 'takeover', data: { draft, purchase: id, confirm: 'confirm' } };
      await world.teams.post({ ...activity, id: `${activity.id}-forged`, value, text: undefined } as typeof activity);
      assert.match(sees(isaiah), /Alex Wilber is working on that one\. Please start your own/);
      assert.equal(count(), 0);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(count(), 1);
    });
  });

  describe('while things change', () => {
    it('by a slow Microsoft shows that it is looked for, and the card is edited in place', async () => {
      const id = await opened();
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      world.tenant.faults.push({ match: ({ path }) => path.includes('/subscribedSkus'), kind: 'slow', ms: 3_600 });
      const before = alex.inbox().length;
      await alex.press('Move', { inputs: { product: skus.visio2.id } });
      assert.match(sees(alex), /Microsoft is taking a while to say what could go wrong\. I’ll keep asking/);
      await assert.rejects(alex.press(confirming, { inputs: { reason: 'We own Visio' } }), /sees no confirming/);
      await settles();
      assert.doesNotMatch(sees(alex), /is taking a while/);
      assert.equal(alex.inbox().length, before, 'no new post');
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(taken().state, 'pending');
    });

    it('by a Microsoft that doesn’t answer says so, and checks again when asked', async () => {
      const id = await opened();
      const { alex } = world.people;
      await says(alex, `takeover ${id}`);
      world.tenant.faults.push({
        match: ({ path }) => path.includes('/subscribedSkus'),
        kind: 'status',
        code: 403,
        times: 20,
      });
      await alex.press('Move', { inputs: { product: skus.visio2.id } });
      assert.match(sees(alex), /Microsoft [^,]*, so I can’t say yet what could go wrong/);
      await assert.rejects(alex.press(confirming, { inputs: { reason: 'We own Visio' } }), /sees no confirming/);
      world.tenant.faults.length = 0;
      await alex.press('Check again');
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(taken().state, 'pending');
    });

    it('a purchase that is another’s by then, or has more holders, is looked at and confirmed again', async () => {
      const id = await opened({ bought: { seats: 20, free: 20 } });
      const { alex } = world.people;
      await moved(id);
      const fresh = its.users.get(people.patti);
      fresh?.licences.push({
        skuId: skus.visio2Dept.id,
        group: null,
        since: '2026-11-01T08:00:00Z',
        from: subscription.id,
      });
      subscription.ownerId = people.miriam;
      await passes(5 * minute);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(count(), 0);
      assert.match(
        sees(alex),
        /Something has changed in the meantime: Purchaser changed \(Adele Vance → Miriam Graham\) and new holders: Patti Fernandez\. I checked again/,
      );
      assert.match(sees(alex), /13 people move/);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.equal(taken().holders.ids.length, 13);
      assert.equal(taken().purchase.purchaser?.name, 'Miriam Graham');
    });

    it('a purchase of which another has come by then has to be picked for', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      its.subscriptions.push({
        ...subscription,
        id: crypto.randomUUID(),
        commerceSubscriptionId: null,
        ownerId: people.lidia,
      });
      await passes(5 * minute);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.match(
        sees(alex),
        /The same product has been bought again in the meantime, so Microsoft no longer says whose seats/,
      );
      assert.equal(count(), 0);
    });

    it('what was found more than a quarter of an hour ago is looked for again', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      centralVisio().totalLicenses = 3;
      world.clock.advance(20 * minute);
      await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.match(sees(alex), /My results were 20 minutes old, so I checked again/);
      assert.match(sees(alex), /9 seats for Visio Plan 2 are missing/);
      assert.equal(count(), 0);
    });

    it('a purchase that has ended by then is not asked for', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      subscription.status = 'Deleted';
      await passes(minute);
      const { message } = await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
      assert.match(message ?? sees(alex), /has ended/);
      assert.equal(count(), 0);
    });

    it('by two admins is one request; the second is told of the first', async () => {
      const id = await opened({ environment: { APPROVERS_GROUP: groups.approvers } });
      const { alex, isaiah } = world.people;
      await says(alex, 'notify on approvals');
      await moved(id);
      await says(isaiah, `takeover ${id} product:"visio plan 2"`);
      const pressed = await Promise.all([
        alex.press(confirming, { inputs: { reason: 'We own Visio' } }),
        isaiah.press(confirming, { inputs: { reason: 'We own Visio' } }),
      ]);
      assert.equal(count(), 1);
      const told = [sees(alex), sees(isaiah), ...pressed.map(({ message = '' }) => message)];
      assert.equal(told.filter((text) => /is already under way: TK-1/.test(text)).length, 1, told.join('\n---\n'));
    });

    it('pressed twice is one request, and both presses show it', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      const post = alex.newestCard()?.post;
      assert.ok(post);
      const [first, second] = await Promise.all([
        alex.press(confirming, { on: post, inputs: { reason: 'We own Visio' } }),
        alex.press(confirming, { on: post, inputs: { reason: 'We own Visio' } }),
      ]);
      assert.equal(count(), 1);
      for (const { card, message } of [first, second])
        assert.ok(card && JSON.stringify(card).includes('TK-1'), message);
    });

    it('a draft of the day before is gone, and says so', async () => {
      const id = await opened();
      const { alex } = world.people;
      await moved(id);
      const old = alex.newestCard()?.post;
      assert.ok(old);
      world.clock.advance(day + minute);
      await says(alex, `takeover ${id}`);
      assert.deepEqual(
        [...store().all('drafts')].map(({ id: draft }) => draft),
        ['D-2'],
      );
      const { message } = await alex.press(confirming, { on: old });
      assert.match(message ?? sees(alex), /Those choices are no longer available/);
      assert.equal(count(), 0);
    });
  });

  function choicesOf(): { title: string; value: string }[] {
    const found = world.people.alex.newestCard();
    const card = found && world.people.alex.view(found.post);
    const set = (card?.body ?? []).find((node) => node.type === 'Input.ChoiceSet');
    return (set?.choices ?? []).map(({ title = '', value = '' }) => ({
      title: `${title}`.replace(/[\u00a0\u202f]/g, ' '),
      value: `${value}`,
    }));
  }

  async function cancelFromHere(): Promise<void> {
    await world.people.alex.press('Cancel the subscription');
    await world.people.alex.press('Next', { inputs: { cause: 'cost' } });
  }

  function centralVisio(): Subscription {
    return (
      its.subscriptions.find(({ skuId, status }) => skuId === skus.visio2.id && status === 'Enabled') ?? assert.fail()
    );
  }

  function approvers(...members: string[]): void {
    const group = its.groups.find(({ id }) => id === groups.approvers);
    if (group) group.members = members;
  }

  /** As Azure Billing would settle it. */
  async function sure(id: string): Promise<void> {
    const found = store().get('purchases', id) ?? assert.fail();
    await store().transact((tx) => tx.put('purchases', { ...found, sure: 'confirmed' }));
  }
});
