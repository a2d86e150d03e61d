/** How high cards are on a phone. Pictures of them are left in `out/heights/`. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { type LanguageCode, languageCodes } from '../../bot/language/codes.ts';
import type { Button } from '../stand-ins/teams/screen.ts';
import type { Person } from '../stand-ins/teams/teams.ts';
import { skus } from '../stand-ins/tenant/catalogue.ts';
import { company } from '../stand-ins/tenant/index.ts';
import { confirming } from '../world/acts.ts';
import { buyVisio, purchaseOf } from '../world/takeovers.ts';
import { openWorld, type World } from '../world/world.ts';
import { chromiumOrSkip } from './chromium.ts';
import { type Drawn, draw, openEasel } from './drawn.ts';

const pictures = new URL('../../out/heights/', import.meta.url).pathname;
const locales = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<LanguageCode, string>;

describe('cards on a phone', () => {
  let browser: Browser | undefined;
  let world: World;
  let page: Page;

  before(async function () {
    browser = await chromiumOrSkip(this);
    mkdirSync(pictures, { recursive: true });
    page = await openEasel(browser);
    world = await openWorld({ limited: false });
    world.teams.limits.on = false;
  });
  after(async () => {
    await browser?.close();
    await world?.close();
  });

  async function drawn(name: string, person: Person, text: string, locale: string): Promise<Drawn> {
    await person.say(text, { locale });
    return await seen(name, person);
  }

  async function seen(name: string, person: Person): Promise<Drawn> {
    const post = person.chat.last;
    assert.ok(post?.from === 'bot' && post.card, name);
    const found = await draw(page, post.card);
    await page.screenshot({ path: `${pictures}${name}.png`, fullPage: true });
    return found;
  }

  const moving = ({ action: { data } }: Button): boolean => (data as { act?: string } | undefined)?.act === 'move';

  for (const language of languageCodes) {
    const at = locales[language];
    const said = (en: string, fr: string): string => (language === 'en' ? en : fr);

    it(`help is at most 700 pixels high for every role (${language})`, async () => {
      const { alex, megan, patti, adele } = world.people;
      for (const [role, person] of Object.entries({ admin: alex, approver: megan, viewer: patti, anyone: adele })) {
        const { height, spilt } = await drawn(`help-${role}-${language}`, person, said('help', 'aide'), at);
        assert.ok(height <= 700, `${role}: ${height}`);
        assert.deepEqual(spilt, []);
      }
    });

    it(`the first page of the list is at most 900, with five rows of it in view (${language})`, async () => {
      const { alex } = world.people;
      const { height, rows, spilt } = await drawn(`list-${language}`, alex, said('purchases', 'achats'), at);
      assert.ok(height <= 900, `${height}`);
      assert.ok((rows[5] ?? Number.POSITIVE_INFINITY) <= 560, `the sixth row begins at ${rows[5]}`);
      assert.deepEqual(spilt, []);
    });

    it(`a request is confirmed in 850, and decided in 700 (${language})`, async () => {
      const its = company({ now: new Date('2026-11-17T09:15:00Z') });
      const bought = buyVisio(its);
      const own = await openWorld({ company: its, limited: false });
      try {
        own.teams.limits.on = false;
        const { alex, megan } = own.people;
        const { id } = purchaseOf(own, bought);
        await alex.say(`classify ${id} self-service`, { locale: 'en-GB' });
        for (const person of [alex, megan]) await person.say(said('help', 'aide'), { locale: at });
        await alex.say(said(`takeover ${id}`, `prise de contrôle ${id}`), { locale: at });
        await alex.press(moving, { inputs: { product: skus.visio2.id } });
        const confirmed = await seen(`confirm-${language}`, alex);
        assert.ok(confirmed.height <= 850, `confirm: ${confirmed.height}`);
        await alex.press(confirming, { inputs: { reason: 'We own Visio' } });
        await own.purser.outbox.drain();
        const asked = await seen(`approval-${language}`, megan);
        assert.match(megan.card(), /TK-1/);
        assert.ok(asked.height <= 700, `approval: ${asked.height}`);
        assert.deepEqual([...confirmed.spilt, ...asked.spilt], []);
      } finally {
        await own.close();
      }
    });

    it(`one purchase and the welcome are read without scrolling far, and labels touch no value (${language})`, async () => {
      const { alex, adele } = world.people;
      const cards = {
        purchase: await drawn(`purchase-${language}`, alex, said('purchase P-41', 'achat P-41'), at),
        own: await drawn(`purchase-own-${language}`, adele, said('purchase P-41', 'achat P-41'), at),
        hello: await drawn(`hello-${language}`, alex, said('hello', 'bonjour'), at),
        employee: await drawn(`hello-employee-${language}`, adele, said('hello', 'bonjour'), at),
        rules: await drawn(`rules-${language}`, alex, said('rules', 'règles'), at),
      };
      for (const [name, { height, spilt }] of Object.entries(cards)) {
        assert.ok(height <= (name === 'rules' ? 950 : 700), `${name}: ${height}`);
        assert.deepEqual(spilt, [], name);
      }
    });
  }
});
