/** Who may buy what, in a real browser: a change with its progress, a refusal and an undo, and what the baseline does by itself. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { type Demo, openDemo } from '../demo/demo.ts';
import { chromiumOrSkip } from './chromium.ts';
import { ChatPage } from './window.ts';

const pictures = new URL('../../out/browser/', import.meta.url).pathname;

describe('rules in the browser', () => {
  let browser: Browser | undefined;
  let demo: Demo;
  let alex: ChatPage;
  /** The second person, without whom nearly all rules stay as they are. */
  let megan: ChatPage;

  before(async function () {
    browser = await chromiumOrSkip(this);
    await mkdir(pictures, { recursive: true });
    demo = await openDemo({ logLevel: 'error', syncMinutes: 30 });
    megan = await ChatPage.open(browser, demo.windows.megan);
    alex = await ChatPage.open(browser, demo.windows.alex);
    await demo.purser.sync.run();
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  const picture = (name: string): Promise<void> => alex.screenshot(`${pictures}${name}.png`);
  const ruleOf = (name: string) =>
    demo.tenant.company.products.find(({ productName }) => productName === name)?.policyValue;

  const meganApproves = async (id: string): Promise<void> => {
    assert.match(await alex.waitForCard(`${id} · asked by Alex Wilber`), /Can decide[\s\S]*Megan Bowen/);
    await megan.waitForCard(`${id} · asked by Alex Wilber`);
    await megan.press('Approve');
    await megan.waitForCard('Exactly what is shown here is done, and nothing else.');
  };

  it('Alex blocks all products except Visio, Megan approves it, and Alex watches one being refused in Microsoft’s words', async () => {
    await alex.say('block all except visio because we buy centrally');
    assert.match(await alex.waitForCard('Please check: nothing has changed yet'), /Excluded by you: 2/);
    await picture('21-dry-run');
    assert.equal(ruleOf('Power BI Pro'), 'Enabled', 'a dry run changes nothing');
    await alex.press('Ask a second person');
    await meganApproves('CH-1');
    const card = await alex.waitForCard('Some rules couldn’t be changed');
    assert.match(card, /Python in Excel[\s\S]*Microsoft says: “Python in Excel is managed/);
    assert.match(card, /\d+ of \d+ done, 1 refused/);
    await picture('22-refused');
    assert.deepEqual([ruleOf('Power BI Pro'), ruleOf('Visio Plan 1')], ['Disabled', 'Enabled']);
  });

  it('Alex retries what was refused, and undoes it all', async () => {
    const python = demo.tenant.company.products.find(({ productName }) => productName === 'Python in Excel');
    assert.ok(python);
    python.refuses = null;
    await alex.press('Retry');
    await alex.waitForCard('The rules have been changed');
    assert.equal(python.policyValue, 'Disabled');
    await alex.press('Undo');
    await alex.waitForCard('This undoes what CH-1 changed.');
    await alex.fill('Why (required: this lets people buy more)', 'a mistake');
    await alex.press('Ask a second person');
    await meganApproves('CH-2');
    await alex.waitForCard('The rules have been changed');
    assert.equal(ruleOf('Power BI Pro'), 'Enabled');
    await picture('23-undone');
  });

  it('a product that appears is announced, and set by the baseline', async () => {
    await alex.say('notify on alerts');
    await alex.waitForCard('Your notifications');
    for (const [nth, said] of ['baseline record', 'baseline new products block', 'baseline alone on'].entries()) {
      await alex.say(said);
      await meganApproves(`OR-${nth + 1}`);
      // Alex hears of it in a card of its own: what is said before that would be answered above it.
      await alex.waitForCard('Exactly what is shown here is done, and nothing else.');
    }
    await alex.say('baseline');
    await alex.waitForCard('Baseline');
    await picture('24-baseline');
    const like = demo.tenant.company.products[0];
    assert.ok(like);
    demo.tenant.company.products.push({
      ...like,
      productId: 'CFQ7TTC0NEW1',
      productName: 'Contoso Whiteboard Pro',
      policyValue: 'Enabled',
      refuses: null,
    });
    await demo.purser.sync.run();
    await alex.waitForCard('A new Microsoft product');
    await alex.waitForCard('I fixed 1 of 1 automatically');
    assert.equal(ruleOf('Contoso Whiteboard Pro'), 'Disabled');
    await picture('25-announced');
  });

  it('in French, on a phone', async () => {
    await alex.say('langue français');
    await alex.waitForCard('Je vous réponds en français.');
    await alex.resize('narrow');
    await alex.say('règles');
    await alex.waitForCard('Clipchamp');
    await picture('26-regles');
    await alex.say('bloquer power bi pro parce que nous achetons en central');
    await alex.waitForCard('Rien n’a encore été modifié');
    await alex.press('Bloquer Power BI Pro');
    await alex.waitForCard('Les règles ont été modifiées');
    await picture('27-bloque');
    await alex.say('journal power bi pro');
    assert.match(await alex.waitForCard('nous achetons en central'), /Règle modifiée/);
    await picture('28-journal');
  });
});
