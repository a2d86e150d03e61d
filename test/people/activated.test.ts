/** People who have to activate a role before they may use it (Privileged Identity Management). */
import assert from 'node:assert/strict';
import { activateRoles } from '../../bot/microsoft/links.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { type Company, company, people, roleTemplates } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { hour, minute } from '../world/clock.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

describe('somebody who is eligible for a role', () => {
  let world: World;
  let its: Company;
  const { says, settles } = actsIn(() => world);
  const billing = roleTemplates.billingAdministrator;
  const members = (): string[] =>
    its.roles.find(({ roleTemplateId }) => roleTemplateId === billing)?.members ?? assert.fail();
  const activate = (): void => void members().push(people.adele);
  const links = (person: Person): string => JSON.stringify(person.inbox().at(-1));

  beforeEach(async () => {
    its = company({ now: new Date('2026-11-17T09:15:00Z') });
    its.eligible.push({ principalId: people.adele, roleDefinitionId: billing, directoryScopeId: '/' });
  });
  afterEach(() => world.close());
  const opened = async (environment: Record<string, string> = {}): Promise<void> => {
    world = await openWorld({ company: its, environment });
  };

  it('reads which, where to activate it and what to press then, in both languages; who isn’t, doesn’t', async () => {
    await opened();
    const { adele, joni, alex } = world.people;
    const said = await says(adele, 'whoami');
    assert.match(said, /You are eligible as Billing Administrator; activate it in Entra, then press Check again\./);
    assert.match(said, /\[Check again\]/);
    assert.ok(links(adele).includes(activateRoles));
    assert.match(
      await says(adele, 'mes droits', 'fr-FR'),
      /éligible au rôle Administrateur de facturation : activez-le dans Entra, puis appuyez sur « Vérifier de nouveau »/,
    );
    for (const other of [joni, alex]) assert.doesNotMatch(await says(other, 'whoami'), /eligible/);
  });

  it('reads the same where they may not do something yet, and nothing of it where it would not help', async () => {
    await opened();
    const { adele } = world.people;
    const refused = await says(adele, 'block "Power BI Pro"');
    assert.match(refused, /Only admins can do that.*You are eligible as Billing Administrator; activate it in Entra/);
    assert.ok(links(adele).includes(activateRoles));
    assert.match(await says(adele, 'approve TK-1'), /Only approvers can do that[^;]*$/, 'a group approves');
  });

  it('finds with Check again what was activated a minute ago, and with the next words', async () => {
    await opened();
    const { adele } = world.people;
    await says(adele, 'whoami');
    await says(adele, 'purchases');
    for (let time = 0; time < 4; time++) await says(adele, 'block "Power BI Pro"');
    activate();
    assert.match(
      await says(adele, 'block "Power BI Pro"'),
      /^Please check: nothing has changed yet\n[\s\S]*\[Block Power BI Pro\]/,
    );
    members().pop();
    assert.match(await says(adele, 'block "Power BI Pro"'), /Only admins can do that/);
    activate();
    world.clock.advance(minute);
    await says(adele, 'whoami');
    await adele.press('Check again');
    assert.match(await says(adele, 'whoami'), /you are an admin/);
  });

  it('sees everybody’s purchases with the next words after activating, though they had just looked', async () => {
    await opened();
    const { adele } = world.people;
    const own = await says(adele, 'purchases');
    activate();
    assert.notEqual(await says(adele, 'purchases'), own);
  });

  it('approves within a minute of activating, and what they approved holds when the role has lapsed', async () => {
    const subscription = buyVisio(its, { free: 20 });
    its.roles.find(({ members: all }) => all.includes(people.isaiah))?.members.splice(0);
    await opened({ APPROVERS_GROUP: '', VIEWERS_GROUP: '' });
    const { adele, alex, isaiah } = world.people;
    its.eligible.push({ principalId: people.isaiah, roleDefinitionId: billing, directoryScopeId: '/' });
    await says(alex, 'notify on approvals');
    await requested(world, purchaseOf(world, subscription));
    await settles();
    assert.match(await says(isaiah, 'approve TK-1'), /Only approvers.*eligible as Billing Administrator/);
    members().push(people.isaiah);
    world.clock.advance(minute / 2);
    await says(isaiah, 'approve TK-1');
    assert.equal(world.purser.store.get('takeovers', 'TK-1')?.state, 'approved');
    members().pop();
    assert.match(await says(adele, 'whoami'), /eligible/);
    world.clock.advance(8 * hour);
    await settles();
    assert.notEqual(world.purser.store.get('takeovers', 'TK-1')?.state, 'pending');
  });

  it('is told nothing of it, and nothing else is the worse, where Microsoft doesn’t tell', async () => {
    await opened();
    const { adele, alex } = world.people;
    world.tenant.faults.push({ match: '/graph/v1.0/roleManagement', kind: 'status', code: 400, times: 999 });
    assert.doesNotMatch(await says(adele, 'whoami'), /eligible/);
    assert.match(await says(adele, 'block "Power BI Pro"'), /Only admins can do that/);
    assert.match(await says(alex, 'whoami'), /you are an admin/);
    assert.doesNotMatch(await says(alex, 'status'), /may activate/);
  });
});
