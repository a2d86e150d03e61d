/** Slips of the finger, and words that agree: nothing that ends or refuses something is offered, and nothing is done. */
import assert from 'node:assert/strict';
import { fold } from '../../bot/language/fold.ts';
import { languageFiles } from '../../bot/language/index.ts';
import type { CommandName } from '../../bot/language/translation.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { actsIn } from '../world/acts.ts';
import { buyVisio, purchaseOf, requested } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';

/** What ends or refuses something, or takes it from somebody. */
const ending: readonly CommandName[] = [
  ...(['reject', 'withdraw', 'stop', 'remove', 'block', 'object', 'undo', 'release', 'takeover', 'approve'] as const),
  ...(['pause-everything', 'apply', 'proceed', 'classify'] as const),
];

/** A letter left out, doubled, or exchanged with the next, in the middle of a word. */
function slips(word: string): string[] {
  const at = Math.max(1, Math.floor(word.length / 2));
  return [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
    `${word.slice(0, -1)}x`,
  ].filter((slip) => slip !== word);
}

describe('words that are nearly a command, or only agree', () => {
  let world: World;
  let purchase: string;
  const { says, settles } = actsIn(() => world);
  before(async () => {
    const its = company({ now: new Date('2026-11-17T09:15:00Z') });
    const subscription = buyVisio(its);
    world = await openWorld({ company: its, limited: false });
    world.teams.limits.on = false;
    await says(world.people.megan, 'hello');
    await says(world.people.alex, 'notify on approvals');
    const bought = purchaseOf(world, subscription);
    purchase = bought.id;
    await requested(world, bought);
    await says(world.people.alex, 'block visio plan 1 because we own it');
    await settles();
  });
  after(() => world.close());

  const tables = ['takeovers', 'purchases', 'changes', 'orders', 'jobs', 'holds', 'wishes'] as const;
  const revisions = (): string => tables.map((table) => `${table} ${world.purser.store.revision(table)}`).join();

  it('a slip of what ends or refuses something is no way to it, and does nothing', async () => {
    const { alex, megan } = world.people;
    const before = revisions();
    const objects = ['TK-1', 'CH-1', purchase, 'visio', ''];
    for (const [code, { commands }] of Object.entries(languageFiles)) {
      const known = new Set(Object.values(commands).flatMap(({ names }) => names.map(fold)));
      for (const name of ending)
        for (const word of commands[name].names.flatMap(slips)) {
          if (known.has(fold(word))) continue;
          const object = objects[word.length % objects.length] ?? '';
          const person = word.length % 2 ? alex : megan;
          await person.say(`${word} ${object}`.trim(), { locale: code === 'fr' ? 'fr-FR' : 'en-GB' });
          assert.equal(revisions(), before, `${word} ${object}`);
          const shown = JSON.stringify(person.chat.last?.card ?? {});
          if (!/Did you mean|Vouliez-vous dire/.test(shown)) continue;
          const verbs = [...shown.matchAll(/"verb":"([^"]+)"/g)].map(([, verb]) => verb);
          for (const verb of verbs) assert.ok(!ending.includes(verb as CommandName), `${word} ${object} → ${verb}`);
        }
    }
  });

  it('a yes, in whatever words, shows what waits and decides nothing', async () => {
    const { alex, megan, adele } = world.people;
    const before = revisions();
    const agreeing = [
      ...[
        'yes',
        'yes!',
        'Yes please',
        'ok',
        'OK go ahead',
        'okay',
        'do it',
        'approve it',
        'I approve',
        'approved',
        'lgtm',
        '👍',
        'sure',
      ],
      ...[
        'yes, approve',
        'confirm',
        'go',
        'fine by me',
        'agreed',
        'proceed',
        'yes to all',
        'approve all',
        'approve everything',
        'send it',
      ],
      ...[
        'oui',
        'oui !',
        'd’accord',
        'ok vas-y',
        'j’approuve',
        'je confirme',
        'confirmer',
        'c’est bon',
        'allez-y',
        'entendu',
        'approuver tout',
      ],
      ...[
        'no',
        'non',
        'cancel',
        'annuler',
        'stop',
        'arrête',
        'reject it',
        'je refuse',
        'undo',
        'release',
        'libérer',
        'release it',
        'rends-le',
      ],
    ];
    for (const words of agreeing)
      for (const person of [alex, megan, adele])
        await person.say(words, { locale: /[éêèçà’]|oui|non/.test(words) ? 'fr-FR' : 'en-GB' });
    assert.equal(revisions(), before);
    assert.match(await says(megan, 'yes'), /TK-1/);
  });

  it('what is offered for a slip has every other word that was typed', async () => {
    const { alex } = world.people;
    for (const [typed, kept] of [
      ['purchses by:adele product:visio', /by “adele” and|\[purchases by:adele product:visio\]/],
      ['licencs visio plan 2', /visio plan 2/],
      ['purchass except visio', /except visio|without “visio”/],
      ['exprt purchases trial', /purchases trial|\[Download|trial/],
      ['achts sauf visio', /sauf visio|sans « visio »|without “visio”/],
    ] as const)
      assert.match(await says(alex, typed), kept, typed);
  });
});
