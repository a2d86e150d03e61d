/**
 * The main job, done by people in a real browser: three windows of Microsoft's Agents Playground, one stand-in Microsoft, and
 * Purser. Pictures of what they saw are left in `out/browser/`.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { type Demo, openDemo } from '../demo/demo.ts';
import { people, skus } from '../stand-ins/tenant/index.ts';
import { chromiumOrSkip } from './chromium.ts';
import { ChatPage, type Width } from './window.ts';

const pictures = new URL('../../out/browser/', import.meta.url).pathname;

describe('in the browser', () => {
  let browser: Browser | undefined;
  let demo: Demo | undefined;
  let alex: ChatPage;
  let adele: ChatPage;

  before(async function () {
    browser = await chromiumOrSkip(this);
    await mkdir(pictures, { recursive: true });
    demo = await openDemo({ logLevel: 'error', syncMinutes: 30 });
    alex = await ChatPage.open(browser, demo.windows.alex);
    adele = await ChatPage.open(browser, demo.windows.adele);
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  const picture = (page: ChatPage, name: string): Promise<void> => page.screenshot(`${pictures}${name}.png`);

  it('Alex is welcomed, once', async () => {
    await alex.waitForText('I never ask for a card number or a password.');
    await picture(alex, '01-welcome');
  });

  it('Alex lists the self-service purchases, pages, and comes back', async () => {
    await alex.say('purchases');
    const first = await alex.waitForCard('Page 1 of 4');
    assert.match(first, /Self-service purchases to decide on\s+\d+ purchases/);
    await picture(alex, '02-purchases');
    await alex.press('Next');
    await alex.waitForCard('Page 2 of 4');
    await alex.press('Previous');
    await alex.waitForCard('Page 1 of 4');
  });

  it('Alex filters by the inputs of the card', async () => {
    await alex.press('Filter');
    await alex.fill('Product, person or keywords', 'adele project');
    await picture(alex, '03-filter');
    await alex.press('Show results');
    assert.match(await alex.waitForCard('Filter: “adele project”'), /Project Plan 3[\s\S]*Adele Vance/);
  });

  it('Alex opens a purchase and goes back', async () => {
    await alex.openRow('Project Plan 3');
    assert.match(await alex.waitForCard('Who has a licence'), /10 seats bought here/);
    await picture(alex, '04-purchase');
    await alex.press('Back');
    await alex.waitForCard('Self-service purchases to decide');
  });

  it('Alex takes a purchase in hand, and finds it in the journal', async () => {
    await alex.say('purchases clipchamp');
    await alex.waitForCard('Filter: “clipchamp”');
    await alex.openRow('Clipchamp');
    await alex.waitForCard('Who has a licence');
    await alex.press('More');
    await alex.openRow('I’ll handle it');
    assert.match(await alex.waitForCard('Handled by'), /Alex Wilber, until/);
    await alex.say('journal');
    assert.match(await alex.waitForCard('Taken on'), /Clipchamp Premium[\s\S]*by Alex Wilber/);
    await picture(alex, '05-journal');
    await alex.say('audit verify');
    await alex.waitForCard('The chain is intact: 1 entry');
  });

  it('Adele, who is no admin, sees only her own', async () => {
    await adele.say('purchases');
    const own = await adele.waitForCard('5 purchases');
    assert.doesNotMatch(own, /Élodie|Grady/);
    await adele.say('purchase P-1');
    await adele.waitForCard('P-1 isn’t one of your purchases');
    await picture(adele, '06-own');
  });

  it('Adele reads French from then on, on a phone too', async () => {
    await adele.say('langue français');
    await adele.waitForCard('Je vous réponds en français.');
    for (const width of ['wide', 'narrow'] satisfies Width[]) {
      await adele.resize(width);
      await adele.say('achats');
      await adele.waitForCard('Vos achats');
      await adele.openRow('Project Plan 3');
      await adele.waitForCard('Acheté par');
      await picture(adele, `07-french-${width}`);
    }
  });

  it('a channel is told that the answer is in the caller’s own chat', async () => {
    await alex.channel('Approvals');
    await alex.say('status');
    await alex.waitForText('I’ve sent it to you in our private chat.');
    await picture(alex, '08-channel');
    await alex.personal();
    await alex.waitForCard('Everything is connected');
    await picture(alex, '09-status');
  });

  it('somebody buys a product: the admin channel is told, Alex takes it, exports it, and finds it in the journal', async () => {
    await alex.channel('Approvals');
    await alex.say('notify on alerts');
    await alex.waitForCard('Notifications in this channel');
    await buys('Teams_Premium_(for_Departments)');
    assert.match(await alex.waitForCard('A new self-service purchase'), /Teams Premium[\s\S]*Adele Vance · 7 seats/);
    await picture(alex, '10-alert');
    await alex.press('I’ll handle it');
    await alex.waitForCard('Alex Wilber is handling it');
    await picture(alex, '11-alert-taken');
    await alex.personal();
    await alex.say('export purchases teams premium');
    await alex.waitForCard('Your file is ready');
    assert.match(await downloaded(), /Teams Premium.*Adele Vance/);
    await alex.say('journal teams premium');
    const journal = await alex.waitForCard('Filter: ');
    for (const entry of ['New purchase', 'Taken on', 'Exported']) assert.match(journal, new RegExp(entry));
    await picture(alex, '12-journal-of-it');
  });

  it('Alex asks Adele to cancel; she objects in her own words, in French, and Alex hears it', async () => {
    const id = [...(demo?.purser.store.all('purchases') ?? [])].at(-1)?.id;
    await alex.say(`classify ${id} self-service`);
    await alex.waitForCard('confirmed by Alex Wilber');
    await alex.say(`ask ${id}`);
    await alex.waitForCard('Ask the purchaser to cancel?');
    await alex.fill('Why (they will read it)', 'we have it in our contract');
    await alex.press('Send to Adele Vance');
    await alex.waitForCard('I’m writing to Adele Vance now');
    await adele.waitForCard('Demande de résiliation d’un achat');
    await picture(adele, '13-asked');
    await adele.fill('Seulement si vous en avez encore besoin : pourquoi ?', 'mon équipe en a besoin');
    await adele.press('J’en ai encore besoin');
    await adele.waitForCard('mon équipe en a besoin');
    assert.match(await alex.waitForCard('The purchaser objects'), /In their words: mon équipe en a besoin/);
    await picture(alex, '14-answered');
  });

  /** Adele buys seven seats with her own card, and the next sync sees it. */
  async function buys(part: string): Promise<void> {
    const sku = Object.values(skus).find((each) => each.part === part)?.id ?? assert.fail();
    const body = new URLSearchParams({ buyer: people.adele, sku, seats: '7' });
    await fetch(`${demo?.tenant.url}/shop/buy`, { method: 'POST', body });
    await demo?.purser.sync.run();
  }

  async function downloaded(): Promise<string> {
    return (await fetch(await alex.follow('Download'))).text();
  }
});
