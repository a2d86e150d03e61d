/**
 * Licences in a real browser, by three people: Adele, who reads French, asks for one, Megan decides, and who comes too late waits in
 * line. Then Adele buys something herself: Alex asks her to cancel it, she objects, and he keeps it until its review.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { type Demo, openDemo } from '../demo/demo.ts';
import { people, skus } from '../stand-ins/tenant/index.ts';
import { day, movingClock } from '../world/clock.ts';
import { holdersAt } from '../world/takeovers.ts';
import { chromiumOrSkip } from './chromium.ts';
import { ChatPage } from './window.ts';

const pictures = new URL('../../out/browser/', import.meta.url).pathname;

describe('licence requests in the browser', () => {
  const clock = movingClock();
  let browser: Browser | undefined;
  let demo: Demo;
  let alex: ChatPage;
  let megan: ChatPage;
  let adele: ChatPage;

  before(async function () {
    browser = await chromiumOrSkip(this);
    await mkdir(pictures, { recursive: true });
    demo = await openDemo({ logLevel: 'error', syncMinutes: 30, clock });
    const { windows } = demo;
    [alex, megan, adele] = await Promise.all([
      ChatPage.open(browser, windows.alex),
      ChatPage.open(browser, windows.megan),
      ChatPage.open(browser, windows.adele),
    ]);
    await demo.purser.sync.run();
    await adele.say('langue français');
    await adele.waitForCard('Je vous réponds en français.');
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  const picture = (page: ChatPage, name: string): Promise<void> => page.screenshot(`${pictures}${name}.png`);
  const holders = (): Set<string> => new Set(holdersAt(demo.tenant.company, skus.visio2.id));
  /** Where the organisation's own seats are. */
  const owned = () => {
    const [first, ...others] = demo.tenant.company.subscriptions.filter(({ skuId }) => skuId === skus.visio2.id);
    for (const each of others) each.totalLicenses = 0;
    return first ?? assert.fail('no Visio');
  };

  it('Adele asks for a licence in French, and Megan approves it with one press [N7]', async () => {
    await adele.say('demander "visio plan 2" parce que je dessine nos plans');
    const asked = await adele.waitForCard('Vous avez demandé Visio Plan 2');
    assert.match(asked, /LR-1[\s\S]*Peuvent décider[\s\S]*Megan Bowen/);
    await picture(adele, '61-demande');
    const card = await megan.waitForCard('Adele Vance asks for Visio Plan 2');
    assert.match(card, /je dessine nos plans[\s\S]*Free licences\s+20 of 20/);
    await picture(megan, '62-to-decide');
    await megan.press('Approve');
    assert.match(await megan.waitForCard('Approved by'), /Megan Bowen/);
    assert.match(await adele.waitForCard('Vous avez Visio Plan 2'), /Microsoft affiche la licence/);
    await megan.waitForCard('Assigned');
    assert.deepEqual(holders(), new Set([people.adele]));
    await picture(adele, '63-licence');
    await picture(megan, '64-decided');
  });

  it('where no seat is free who is approved waits, and has it once one is [N8]', async () => {
    const joni = demo.tenant.company.users.get(people.joni);
    assert.ok(joni);
    joni.licences.push({ skuId: skus.visio2.id, group: null, since: clock.now().toISOString(), from: owned().id });
    owned().totalLicenses = 2;
    await demo.purser.sync.run();
    await alex.say('request "visio plan 2" because I review the plans');
    await alex.waitForCard('You asked for Visio Plan 2');
    const card = await megan.waitForCard('Alex Wilber asks for Visio Plan 2');
    assert.match(card, /No licence is free[\s\S]*goes on the waiting list/);
    await megan.press('Approve', { on: 'Alex Wilber asks for Visio Plan 2' });
    assert.match(await alex.waitForCard('you’re on the waiting list'), /Place 1/);
    await megan.waitForCard('Approved · no licence is free yet');
    assert.deepEqual(holders(), new Set([people.adele, people.joni]));
    await picture(alex, '65-waiting-list');
    await picture(megan, '66-waiting-list-decided');
    joni.licences = joni.licences.filter(({ skuId }) => skuId !== skus.visio2.id);
    await demo.purser.sync.run();
    await alex.waitForCard('You have Visio Plan 2');
    assert.deepEqual(holders(), new Set([people.adele, people.alex]));
    await picture(alex, '67-from-the-line');
  });

  it('what Adele buys herself is told to Alex, who asked for alerts, and he asks her to cancel it [26]', async () => {
    await alex.say('notify on alerts');
    await alex.waitForCard('Your notifications');
    const sku = Object.values(skus).find(({ part }) => part === 'Teams_Premium_(for_Departments)')?.id ?? assert.fail();
    const body = new URLSearchParams({ buyer: people.adele, sku, seats: '7' });
    await fetch(`${demo.tenant.url}/shop/buy`, { method: 'POST', body });
    await demo.purser.sync.run();
    assert.match(await alex.waitForCard('A new self-service purchase'), /Teams Premium[\s\S]*Adele Vance · 7 seats/);
    await picture(alex, '68-bought');
    await alex.press('Ask', { on: 'A new self-service purchase' });
    await alex.waitForCard('Before I write to anyone: which is it?');
    await alex.press('It’s self-service');
    await alex.waitForCard('Ask the purchaser to cancel?');
    await alex.fill('Why (they will read it)', 'we have it in our contract');
    await alex.press('Send to Adele Vance');
    // The card that told of it says from then on what became of it.
    await alex.waitForCard('Alex Wilber asked the purchaser');
    await picture(alex, '69-asked');
  });

  it('Adele objects in her own words, in French, and Alex keeps it until a day, for a reason', async () => {
    const letter = await adele.waitForCard('Demande de résiliation d’un achat');
    assert.match(letter, /we have it in our contract/);
    await picture(adele, '70-lettre');
    await adele.fill('Seulement si vous en avez encore besoin : pourquoi ?', 'nous animons des réunions publiques');
    await adele.press('J’en ai encore besoin');
    await adele.waitForCard('nous animons des réunions publiques');
    await picture(adele, '71-objection');
    assert.match(
      await alex.waitForCard('The purchaser objects'),
      /In their words: nous animons des réunions publiques/,
    );
    const id = bought();
    await alex.say(`keep ${id} until ${dayIn(40)} because Adele’s team hosts public meetings`);
    const kept = await alex.waitForCard('Nobody is reminded of it before');
    assert.match(kept, /Kept because\s+Adele’s team hosts public meetings/);
    await picture(alex, '72-kept');
    await adele.waitForCard('Vous pouvez garder votre achat');
    await picture(adele, '73-garder');
  });

  it('once that day has come, its review comes to Alex as a card of its own', async () => {
    clock.advance(41 * day);
    const review = await alex.waitForCard('A kept purchase is up for review');
    assert.match(review, /Teams Premium[\s\S]*Adele’s team hosts public meetings/);
    await picture(alex, '74-review');
    await alex.press('Keep another year', { on: 'A kept purchase is up for review' });
    assert.match(await alex.waitForCard('The review is done'), /Alex Wilber keeps it until/);
    await picture(alex, '75-kept-on');
  });

  /** The newest purchase there is. */
  function bought(): string {
    return [...demo.purser.store.all('purchases')].at(-1)?.id ?? assert.fail('no purchase');
  }

  function dayIn(days: number): string {
    return new Date(clock.now().getTime() + days * day).toISOString().slice(0, 10);
  }
});
