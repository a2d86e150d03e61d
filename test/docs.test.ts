/** The documents say what the code does. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Environment } from '../bot/config/environment.ts';
import { permissions } from '../bot/microsoft/permissions.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const documents = [
  'README.md',
  ...readdirSync(new URL('docs/', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

describe('the documents', () => {
  it('list every permission with every route it is needed for', () => {
    const text = read('docs/permissions.md');
    for (const { name, api, routes, id } of permissions) {
      for (const said of [name, api, ...(id ? [id] : []), ...routes]) assert.ok(text.includes(said), said);
    }
  });

  it('explain every setting Purser reads', () => {
    const text = read('docs/operating.md');
    const internal = ['ChannelService'];
    for (const name of Object.keys(Environment.shape))
      assert.ok(internal.includes(name) || text.includes(`\`${name}\``), name);
  });

  it('lead only to files and scripts that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const document of documents) {
      const text = read(document);
      for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        assert.ok(existsSync(fileURLToPath(new URL(target, new URL(document, root)))), `${document}: ${target}`);
      }
      for (const [, script = ''] of text.matchAll(/npm run (\w+)/g))
        assert.ok(script in scripts, `${document}: ${script}`);
    }
  });
});
