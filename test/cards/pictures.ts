/**
 * `npm run cards -- pictures` draws the cards that people see most into `out/pictures/`: in both languages, as wide as in a chat
 * and as narrow as on a phone, light and dark. Somebody who looks at one should name the next step within five seconds.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { findChromium, HOW_TO_GET_IT, launchChromium } from '../browser/chromium.ts';
import { draw, openEasel, phone } from '../browser/drawn.ts';
import type { Theme } from './host-configs.ts';
import { type Room, rooms } from './rooms.ts';
import { played, type State } from './stage.ts';

/** What the file is called, and the state that is drawn, of which room. */
const main: readonly (readonly [file: string, room: Room, state: string])[] = [
  ['welcome', 'general', 'hello, connected'],
  ['help', 'general', 'help for an admin'],
  ['list', 'purchases', 'purchases, to decide'],
  ['purchase', 'purchases', 'purchase, Enabled'],
  ['new-purchase', 'purchases-notices', 'new purchases, one'],
  ['asked', 'purchases-notices', 'asked, of what renews in months'],
  ['own', 'desk', 'mine, one by its name'],
  ['rules', 'rules', 'rules'],
  ['change', 'rules', 'block, one'],
  ['confirm', 'takeovers-request', 'takeover, move'],
  ['approval', 'takeovers-move', 'takeover, a move requested, to an approver'],
  ['to-end', 'takeovers-end', 'takeover, to be ended by a person, to its requester'],
  ['licence-request', 'requests', 'licence request, pending, for who decides'],
  ['due', 'purchases-notices', 'due, several'],
  ['status', 'sync', 'status, all good'],
];

const widths = { wide: 560, narrow: phone } as const;
const themes: readonly Theme[] = ['light', 'dark'];

const out = new URL('../../out/pictures/', import.meta.url);

/** @throws Error where there is no Chromium, or a state is not among those of its room any more */
async function drawPictures(): Promise<void> {
  const path = findChromium();
  if (path === undefined) throw new Error(`No Chromium found; ${HOW_TO_GET_IT}`);
  const states = await played([...new Set(main.map(([, room]) => room))].flatMap((room) => rooms[room]));
  mkdirSync(out, { recursive: true });
  const browser = await launchChromium(path);
  try {
    for (const [file, , name] of main) {
      const found = states.filter((state) => state.name === name);
      if (found.length === 0) throw new Error(`No card is called “${name}”`);
      for (const state of found) await drawEach(browser, file, state);
    }
  } finally {
    await browser.close();
  }
  process.stdout.write(`${fileURLToPath(out)}\n`);
}

async function drawEach(browser: Browser, file: string, { language, card }: State): Promise<void> {
  const page = await openEasel(browser);
  for (const [name, width] of Object.entries(widths))
    for (const theme of themes) {
      await draw(page, card.content, theme, width);
      const path = fileURLToPath(new URL(`${file}-${language}-${name}-${theme}.png`, out));
      await page.locator('.card').screenshot({ path });
    }
  await page.close();
}

await drawPictures();
