/** The documents say what the code does. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Environment } from '../bot/config/environment.ts';
import { permissions } from '../bot/microsoft/permissions.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
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

  it('lead only to files, folders and headings that are there', () => {
    for (const document of documents) {
      for (const [link, target = '', heading] of read(document).matchAll(/\]\(([^)#]*)(?:#([^)]+))?\)/g)) {
        if (/^https?:/.test(target)) continue;
        const url = target ? new URL(target, new URL(document, root)) : new URL(document, root);
        assert.ok(existsSync(fileURLToPath(url)), `${document}: ${link}`);
        if (heading) assert.ok(headingsOf(readFileSync(url, 'utf8')).has(heading), `${document}: ${link}`);
      }
    }
  });

  it('name only files and folders that are there, and scripts', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const document of documents) {
      const text = read(document);
      for (const [, path = ''] of text.matchAll(/`((?:bot|cards|store|manifest|test|docs)\/[\w./-]+)`/g))
        if (!/[A-Z]{4}/.test(path)) assert.ok(existsSync(new URL(path, root)), `${document}: ${path}`);
      for (const [, path = ''] of text.matchAll(/npm test -- (test\/[\w./-]+)/g))
        assert.ok(existsSync(new URL(path, root)), `${document}: ${path}`);
      for (const [, script = ''] of text.matchAll(/npm run (\w+)/g))
        assert.ok(script in scripts, `${document}: ${script}`);
    }
  });

  it('lead a newcomer to the other papers', () => {
    for (const paper of ['CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'CONTRIBUTING.md'])
      assert.ok(read('README.md').includes(`](${paper}`), paper);
  });
});

/** As GitHub makes an address of a heading. */
function headingsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((each) =>
      each
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
