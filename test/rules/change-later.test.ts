/** Rules long after: what the journal still tells, and what many products, strange names and old clients come to. */
import assert from 'node:assert/strict';
import { sizeOf } from '../cards/lint.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { actsIn, confirming } from '../world/acts.ts';
import { day, minute } from '../world/clock.ts';
import { openWorld, type World } from '../world/world.ts';

describe('rules later on', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world.close());

  const { sees, says, outside, settles, passes } = actsIn(() => world);
  const add = (from: number, to: number, nameOf: (n: number) => string): void => {
    for (let n = from; n < to; n++)
      world.tenant.company.products.push({
        productId: `CFQ7TTC0N${String(n).padStart(3, '0')}`,
        productName: nameOf(n),
        policyValue: 'Enabled',
        trials: true,
        refuses: null,
      });
  };
  /** The newest card as it stands, however it came there. */
  const fits = (person: Person, what: string): void => {
    const post = person.newestCard()?.post ?? assert.fail(what);
    const { utf8 } = sizeOf({ content: { ...(person.view(post) ?? post.card) }, summary: post.summary ?? '' });
    assert.ok(utf8 < 25 * 1024, `${what}: ${utf8} bytes`);
  };

  it('half a year later the journal tells on one card who, when, from what to what, why, and what changed outside', async () => {
    const { alex, isaiah } = world.people;
    const copilot = 'Microsoft 365 Copilot';
    await says(alex, 'allow copilot because Purview is ready');
    await alex.press(confirming);
    await settles();
    await says(isaiah, 'block copilot because the pilot is over');
    await isaiah.press(confirming);
    await settles();
    outside(copilot, 'Enabled');
    await passes();
    for (let month = 0; month < 6; month++) {
      await passes(30 * day);
      if (month === 3) await world.restart();
    }
    const card = await says(alex, 'journal copilot');
    assert.match(card, /3 entries/);
    assert.match(card, /by Alex Wilber \| 17 Nov 2026[^\n]*\n[^\n]*blocked → allowed · Purview is ready/);
    assert.match(card, /by Isaiah Langer \| 17 Nov 2026[^\n]*\n[^\n]*allowed → blocked · the pilot is over/);
    assert.match(card, /blocked → allowed · changed outside Purser between 17 Nov 2026, \d\d:\d\d and \d\d:\d\d/);
    fits(alex, 'journal');
    const rule = await says(alex, 'rules copilot');
    assert.match(rule, /changed outside Purser between 17 Nov 2026/);
    assert.doesNotMatch(rule, /\d{4}-\d\d-\d\dT/);
    assert.match(
      await says(alex, 'journal copilot', 'fr-FR'),
      /bloqué → autorisé · modifié hors de Purser entre le 17 nov\. 2026/,
    );
  });

  it('what Microsoft refused stands in the journal in words, not in codes', async () => {
    const { alex } = world.people;
    world.tenant.faults.push({ match: 'PUT /licensing', kind: 'lie', times: 99 });
    await says(alex, 'block "visio plan 1"');
    await alex.press(confirming);
    for (let n = 0; n < 8; n++) await passes(60 * minute);
    assert.match(await says(alex, 'journal visio plan 1'), /Microsoft said it was done, but the rule hasn’t changed/);
    assert.match(await says(alex, 'rules visio plan 1'), /Microsoft said it was done, but the rule hasn’t changed/);
    assert.match(await says(alex, 'journal visio plan 1', 'fr-FR'), /Microsoft a confirmé la modification/);
  });

  const strange = [
    '**Bold** [link](https://evil.example) <at>all</at>',
    '${1+1} ${$root.title} {{name}} $t(change.title.done)',
    `${'W'.repeat(250)} Pro`,
    '\u202Eorp resirp\u202C عرض',
    'Sales, Premium and "Other" except because 5',
    '<script>alert(1)</script> & co',
    '   ',
    '__proto__',
  ];

  it('strange names stay what they are, in every card and every list', async () => {
    const { alex, isaiah } = world.people;
    world.teams.declared.push(...strange, '${1+1}', '${$root.title}');
    await says(isaiah, 'notify on alerts');
    await says(alex, 'baseline new products block');
    add(0, strange.length, (n) => strange[n] ?? '');
    await passes();
    const check = async (text: string): Promise<void> => {
      for (const locale of ['en-GB', 'fr-FR']) {
        const card = await says(alex, text, locale);
        fits(alex, text);
        assert.doesNotMatch(card, /I could not|went wrong|problème est survenu/, `${text}: ${card}`);
      }
    };
    for (const text of [
      'rules',
      'rules bold',
      'rules 1+1',
      'rules www',
      'baseline',
      'baseline bold',
      'baseline record',
      'block all',
    ])
      await check(text);
    for (let n = 0; n < strange.length; n++) await check(`rules CFQ7TTC0N00${n}`);
    await alex.ask('block CFQ7TTC0N000, CFQ7TTC0N001, CFQ7TTC0N002, CFQ7TTC0N004, CFQ7TTC0N005, CFQ7TTC0N007');
    await alex.press(confirming);
    await settles();
    assert.match(sees(alex), /\$\{1\+1\} \$\{\$root\.title\} \{\{name\}\} \$t\(change\.title\.done\)/);
    assert.deepEqual(world.teams.complaints, []);
    assert.match(isaiah.card(), /new products/);
  });

  it('300 products: every card fits, the reading is quick, and a list too long to tick says so', async () => {
    const { alex, isaiah } = world.people;
    await says(isaiah, 'notify on alerts');
    await says(alex, 'baseline record');
    await says(alex, 'baseline new products block because nothing new without us');
    const long = 'شراء ذاتي '.repeat(12);
    add(0, 60, (n) => `${long}${n}`);
    await passes();
    await says(alex, 'block all except visio');
    await alex.press(confirming);
    fits(alex, 'confirmed');
    await settles();
    fits(alex, 'done');
    assert.match(sees(alex), /77 of 78 done, 1 refused/);
    add(60, 300, (n) => `Contoso ${long}${n}`);
    const from = process.cpuUsage();
    await passes();
    const { user, system } = process.cpuUsage(from);
    assert.ok(user + system < 5_000_000, `${user + system} µs of work`);
    assert.match(isaiah.card(), /^240 rules? are not as|^240 new Microsoft products/);
    fits(isaiah, 'alert');
    for (const [text, shown] of [
      ['rules', /326 rules/],
      ['rules contoso', /240 rules/],
      ['rules CFQ7TTC0N299', /everyone may buy/i],
      ['baseline', /240 rules are not as they should be/],
      ['baseline contoso', /240 rules match/],
      ['baseline contoso allow', /240 rules match/],
      ['block contoso', /Showing 60 of 240/],
      ['trials contoso', /Showing 60 of 240/],
      ['block all', /everyone may buy → nobody may buy: 24\d/],
      ['status', /240 rules have drifted/],
      ['journal contoso', /480 entries/],
    ] as const) {
      assert.match(await says(alex, text), shown, text);
      fits(alex, text);
    }
  });
});
