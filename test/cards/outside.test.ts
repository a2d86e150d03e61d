/** A button that opens a browser says so, by a mark on it and in words for who points at it; one that stays in Teams doesn't. */
import assert from 'node:assert/strict';
import { finished } from '../../bot/core/finished.ts';
import { languageCodes } from '../../bot/language/codes.ts';
import { createLanguages } from '../../bot/language/index.ts';
import { leavesTeams } from '../../cards/card.ts';
import { plainText } from '../../cards/plain.ts';
import { report } from '../../cards/report.ts';
import { actsIn } from '../world/acts.ts';
import { openWorld, type World } from '../world/world.ts';
import { type Node, placesOf } from './walk.ts';

const nodesOf = (content: Node): Node[] => placesOf(content).map(({ node }) => node);

describe('a button that leads out of Teams', () => {
  const languages = createLanguages('UTC');
  const dependencies = { store: { get: () => undefined } as never, changes: () => false };
  const linking = (url: string) => report({ links: [{ title: 'Go', url }], summary: 's', fallback: 'f' });
  const actionTo = (url: string, code: 'en' | 'fr') => {
    const card = finished(linking(url), { dependencies, language: languages[code] });
    return nodesOf(card.content).find((node) => node['type'] === 'Action.OpenUrl') ?? assert.fail('no link');
  };

  it('bears a mark, and names where it leads in the reader’s language', () => {
    const url = 'https://admin.microsoft.com/#/Settings/Services';
    const told = languageCodes.map((code) => [actionTo(url, code)['title'], actionTo(url, code)['tooltip']]);
    assert.deepEqual(told, [
      ['Go ↗', 'Opens the Microsoft 365 admin centre in your browser, outside Teams'],
      ['Go ↗', 'Ouvre le Centre d’administration Microsoft 365 dans votre navigateur, hors de Teams'],
    ]);
    const own = actionTo('https://intranet.contoso.example/purser', 'en');
    assert.equal(own['tooltip'], 'Opens intranet.contoso.example in your browser, outside Teams');
  });

  it('is told from one that stays in it', () => {
    const deep = 'https://teams.microsoft.com/l/chat/0/0?users=adele@contoso.com';
    assert.deepEqual([actionTo(deep, 'en')['title'], actionTo(deep, 'en')['tooltip']], ['Go', undefined]);
    for (const url of [
      'https://teams.microsoft.com/',
      'https://teams.microsoft.com.evil.example/l/x',
      'https://x/?https://teams.microsoft.com/l/',
    ])
      assert.equal(leavesTeams(url), true, url);
  });

  it('has no mark in a mail, where everything is outside', () => {
    assert.match(plainText(linking('https://learn.microsoft.com/x'), ':'), /^Go: https:\/\/learn\.microsoft\.com\/x$/m);
  });

  it('is so on whatever card Purser sends: an answer, a refusal, a message nobody asked for', async () => {
    const world: World = await openWorld();
    const { says } = actsIn(() => world);
    const { alex, adele } = world.people;
    await says(adele, 'bonjour', 'fr-FR');
    await says(alex, 'rules');
    await says(alex, 'block visio plan 1 because no');
    await says(adele, 'purchase P-99999', 'fr-FR');
    await says(alex, 'nonsense nobody understands');
    let links = 0;
    for (const person of [alex, adele])
      for (const post of person.inbox())
        for (const node of nodesOf((post.card ?? {}) as Node)) {
          if (node['type'] !== 'Action.OpenUrl') continue;
          links++;
          assert.match(String(node['title']), / ↗$/);
          assert.match(String(node['tooltip']), /outside Teams$|hors de Teams$/);
        }
    await world.close();
    assert.ok(links > 1, `${links} links`);
  });
});
