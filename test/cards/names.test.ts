/** Whatever people and products are called, a card shows it, evaluates none of it, and stays the same card. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unisolated } from '../../cards/isolate.ts';
import type { CardNode, Person } from '../stand-ins/teams/teams.ts';
import { openWorld, type World } from '../world/world.ts';
import { lint } from './lint.ts';
import { type Node, placesOf } from './walk.ts';

const rows = 10;
/** Names of 5,000 characters shrink slowly, and the linter's complaint says what is wrong anyway. */
const options = { numRuns: 40, seed: 17, endOnFailure: true };

/** Nasty on purpose, or by chance. Each begins with letters, so that it is never blank and can be told from our own words. */
const name = fc
  .tuple(
    fc.constantFrom('Ann', 'Zoë', 'محمد', '🦊fox'),
    fc.nat(9999),
    fc.oneof(
      fc.constantFrom('[a](https://evil.example)', '**b** _i_ `c`', '# h\n- l\n1. n', '${1+1}', '${$root.summary}'),
      fc.constantFrom(
        '{{DATE(2026-11-17)}}',
        '{{name}}',
        '$t(refused.title)',
        '<b onclick="x">',
        '<at>Admin</at>',
        '\\',
      ),
      fc.constantFrom('\u202egnirts\u202c', '\u0000\u0007', '"quoted"', "O'Neil", '}}${', 'true', 'null'),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'grapheme', minLength: 40 }).map((text) => [...text.repeat(200)].slice(0, 5000).join('')),
    ),
  )
  .map(([letters, number, rest]) => `${letters}${number} ${rest}`);

const page = fc.array(fc.record({ product: name, person: name }), { minLength: rows, maxLength: rows });

describe('names of people and products', () => {
  let world: World;
  let ids: string[];
  before(async () => {
    world = await openWorld({ limited: false });
    world.teams.limits.on = false;
    ids = await onePage(world);
  });
  after(() => world.close());

  it('stand on a list as they are, or visibly shortened', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (names) => {
        await rename(world, ids, names);
        const card = await ask(world.people.alex, 'purchases all');
        hold(
          card,
          names.flatMap(({ product, person }) => [product, person]),
        );
      }),
      options,
    );
  });

  it('stand on the card of a purchase as they are, or visibly shortened', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (names) => {
        await rename(world, ids, names);
        const [first] = names;
        const card = await ask(world.people.alex, `purchase ${ids[0]}`);
        hold(
          card,
          first ? [first.product, first.person] : [],
          names.map(({ person }) => person),
        );
      }),
      options,
    );
  });

  it('are searched for in any words', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const card = await ask(world.people.alex, `purchases "zz${text.replaceAll('"', '')}"`);
        assert.deepEqual(lint(card, { untrusted: [text] }), []);
      }),
      options,
    );
  });
});

/** Leaves as many purchases as one page shows, each of a product and a person of its own. */
async function onePage({ purser: { store } }: World): Promise<string[]> {
  const kept = new Map<string, string>();
  const buyers = new Set<string>();
  for (const { id, sku, purchaser } of store.all('purchases')) {
    if (kept.size === rows || !purchaser || kept.has(sku) || buyers.has(purchaser)) continue;
    kept.set(sku, id);
    buyers.add(purchaser);
  }
  const ids = [...kept.values()];
  assert.equal(ids.length, rows);
  const others = [...store.all('purchases')].filter(({ id }) => !ids.includes(id));
  await store.transact((tx) => {
    for (const { id } of others) tx.delete('purchases', id);
  });
  return ids;
}

async function rename({ purser: { store } }: World, ids: string[], names: { product: string; person: string }[]) {
  await store.transact((tx) => {
    for (const [at, { product, person }] of names.entries()) {
      const purchase = tx.get('purchases', ids[at] ?? '');
      const buyer = tx.get('people', purchase?.purchaser ?? '');
      const sold = tx.get('products', purchase?.sku ?? '');
      if (buyer) tx.put('people', { ...buyer, name: person });
      if (sold) tx.put('products', { ...sold, name: product });
    }
  });
}

async function ask(person: Person, text: string) {
  await person.say(text);
  const post = person.chat.last;
  assert.ok(post?.from === 'bot' && post.card, `no card came: ${post?.text}`);
  // What is written from right to left is set apart from what is not; the names themselves are as they were.
  const content = JSON.parse(unisolated(JSON.stringify(post.card)));
  return { content: content as CardNode & Node, summary: unisolated(post.summary ?? '') };
}

/** @param others names that may be on the card too */
function hold(card: Awaited<ReturnType<typeof ask>>, names: string[], others: string[] = []): void {
  assert.deepEqual(lint(card, { untrusted: [...names, ...others] }), []);
  const runs = placesOf(card.content).filter(({ type }) => type === 'TextRun');
  const texts = runs.map(({ node }) => String(node['text']));
  for (const each of names) {
    assert.ok(
      texts.some((text) => text.includes(unisolated(each)) || isShortened(text, unisolated(each))),
      `nowhere on the card: ${each}`,
    );
  }
}

/** At least so much is left that people know who is meant. */
const leastShown = 40;

function isShortened(text: string, whole: string): boolean {
  const end = text.indexOf('…', leastShown);
  return end >= leastShown && whole.startsWith(text.slice(0, end).trimEnd());
}
