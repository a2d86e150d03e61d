/**
 * Takeovers in a real browser, by three people: Alex asks, Megan decides in the channel, Adele is told; the subscription is
 * cancelled in the stand-in admin centre; in the end every card says the same.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { type Demo, openDemo } from '../demo/demo.ts';
import { skus } from '../stand-ins/tenant/index.ts';
import { holdersAt, target } from '../world/takeovers.ts';
import { chromiumOrSkip } from './chromium.ts';
import { ChatPage, watched } from './window.ts';

const pictures = new URL('../../out/browser/', import.meta.url).pathname;

describe('takeovers in the browser', () => {
  let browser: Browser | undefined;
  let demo: Demo;
  let alex: ChatPage;
  let megan: ChatPage;
  let adele: ChatPage;

  before(async function () {
    browser = await chromiumOrSkip(this);
    await mkdir(pictures, { recursive: true });
    demo = await openDemo({ logLevel: 'error', syncMinutes: 30 });
    const { windows } = demo;
    [alex, megan, adele] = await Promise.all([
      ChatPage.open(browser, windows.alex),
      ChatPage.open(browser, windows.megan),
      ChatPage.open(browser, windows.adele),
    ]);
    await demo.purser.sync.run();
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
  });

  const picture = (page: ChatPage, name: string): Promise<void> => page.screenshot(`${pictures}${name}.png`);
  const purchase = (sku: string): string =>
    [...demo.purser.store.all('purchases')].find((each) => each.sku === sku)?.id ?? assert.fail('no such purchase');

  it('Alex has the approvals told in the channel, where Megan is', async () => {
    await alex.channel('Approvals');
    await alex.say('notify on approvals');
    await alex.waitForCard('Notifications in this channel');
    await alex.personal();
    // A Playground is a Teams of its own: the channel is where somebody last spoke.
    await megan.channel('Approvals');
    await megan.say('hello');
    await megan.waitForCard('Purser');
  });

  it('Alex asks to move the twelve holders of a Visio purchase [29–33]', async () => {
    const id = purchase(skus.visio2Dept.id);
    await alex.say(`classify ${id} self-service`);
    await alex.waitForCard('confirmed by Alex Wilber');
    await alex.press('Take over');
    await alex.waitForCard('what should happen to the holders?');
    await picture(alex, '31-choose');
    await alex.fill('Move them to', 'Visio Plan 2 · 20 seats free');
    await alex.press('Move');
    const check = await alex.waitForCard('Request takeover');
    assert.match(check, /12/);
    await picture(alex, '32-preflight');
    await alex.fill('Why (required; approvers, the purchaser and holders will read it)', 'We own Visio seats');
    await alex.press('Request takeover');
    await alex.waitForCard('TK-1');
    await picture(alex, '33-requested');
  });

  it('Alex can’t approve it himself', async () => {
    await alex.say('approve TK-1');
    await alex.waitForText('approver');
    assert.equal(demo.purser.store.get('takeovers', 'TK-1')?.state, 'pending');
  });

  it('Megan approves in the channel, and progress runs', async () => {
    const asked = await megan.waitForCard('TK-1');
    assert.match(asked, /Move 12 holders of Visio Plan 2/);
    assert.match(asked, /Their old seat ends with the purchase/);
    await picture(megan, '34-approval');
    await megan.resize('narrow');
    await picture(megan, '35-approval-narrow');
    await megan.resize('wide');
    await megan.press('Approve');
    // Departmental seats are refused, as Microsoft refuses them: nobody asks for them, and nobody is called not moved.
    const waiting = await alex.waitForCard('waiting for the subscription to end');
    assert.match(waiting, /12 of 12 moved[\s\S]*12 old seats end with the purchase/);
    assert.doesNotMatch(waiting, /permission|couldn’t be moved/);
    await picture(alex, '36-waiting');
    assert.equal(holdersAt(demo.tenant.company, target.sku).length, 12);
    await adele.waitForText('Visio Plan 2');
    await picture(adele, '37-announced');
  });

  it('Alex cancels in the admin centre, the case closes, and every card agrees [35, 40, 41]', async () => {
    await alex.press('Check now');
    await alex.waitForCard('Microsoft doesn’t show it yet');
    await cancelInAdminCentre('VISIO_PLAN2_DEPT');
    await demo.purser.sync.run();
    await alex.waitForCard('The old seats ended with the purchase');
    await picture(alex, '38-done');
    await megan.waitForText('Done');
    await picture(megan, '39-channel-done');
    await adele.waitForCard('ended');
    await picture(adele, '40-told');
    assert.equal(demo.purser.store.get('takeovers', 'TK-1')?.state, 'done');
  });

  it('a cancel is asked once more, and says who loses access [36–39]', async () => {
    await request(skus.clipchamp.id);
    await megan.waitForCard('TK-2');
    await megan.press('Approve', { on: 'TK-2' });
    await megan.waitForCard('Approve the cancellation');
    await picture(megan, '41-asked-once-more');
    await megan.press('Approve the cancellation');
    // Nobody opened a window for the holders, so none of them could be told.
    await alex.waitForCard('It’s due, and waits');
    await megan.waitForCard('It’s due, and waits');
    await picture(megan, '42-untold');
    await megan.press('They know: go ahead', { on: 'TK-2' });
    // The question names people, so it stands in her own chat.
    await megan.personal();
    await megan.waitForCard('couldn’t be told in Teams or by e-mail');
    await megan.press('They know: go ahead');
    await alex.waitForCard('waiting for the subscription to end');
    await picture(alex, '42-cancel-waiting');
  });

  it('a rejection in French reaches Alex in Megan’s words', async () => {
    await request(skus.teamsExploratoryDept.id);
    await megan.waitForCard('TK-3');
    await megan.say('langue français');
    await megan.say('refuser TK-3 parce que l’équipe vidéo en vit');
    await alex.waitForCard('l’équipe vidéo en vit');
    await picture(alex, '43-rejected');
    await megan.channel('Approvals');
    await picture(megan, '44-rejected-channel');
    await megan.personal();
    await megan.say('approbation TK-3');
    await megan.waitForCard('Refusée');
    await megan.resize('narrow');
    await picture(megan, '45-french-narrow');
  });

  async function request(sku: string): Promise<void> {
    const id = purchase(sku);
    await alex.say(`classify ${id} self-service`);
    await alex.waitForCard('confirmed by Alex Wilber');
    await alex.say(`takeover ${id}`);
    await alex.waitForCard('Take over');
    await alex.press('Cancel the subscription');
    await alex.waitForCard('Why cancel the subscription?');
    await alex.fill('Reason', 'Costs too much');
    await alex.press('Next');
    await alex.waitForCard('Request cancellation');
    await alex.fill('Why (required; approvers, the purchaser and holders will read it)', 'We own Visio seats');
    await alex.press('Request cancellation');
    await alex.waitForCard('waiting for a decision');
  }

  async function cancelInAdminCentre(part: string): Promise<void> {
    const context = await (browser ?? assert.fail()).newContext({ ignoreHTTPSErrors: true });
    const page = watched(await context.newPage());
    await page.goto(`${demo.tenant.url}/admin-centre?filter=self-service`);
    await page
      .getByRole('row')
      .filter({ hasText: part })
      .getByRole('link', { name: /Take control/ })
      .first()
      .click();
    const button = page.getByRole('button', { name: 'Cancel subscription' });
    await button.click();
    await page.getByLabel('Select a reason').selectOption({ index: 1 });
    await button.click();
    await page.getByText('users lose access').waitFor();
    await button.click();
    await page.getByText('The subscription is canceled.').waitFor();
    await context.close();
  }
});
