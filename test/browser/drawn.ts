/** Cards as `adaptivecards` 3 draws them, which knows none of Teams' own elements: what is measured are the fallbacks. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { hostConfig, type Theme } from '../cards/host-configs.ts';

/** A phone's chat leaves a card so much of its width. */
export const phone = 340;

/** Loaded into the page before it is drawn. */
const bundle = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const style = readFileSync(new URL('../cards/card.css', import.meta.url), 'utf8');

export interface Drawn {
  height: number;
  /** Where each row begins that can be pressed. */
  rows: number[];
  /** Words that stand out of their place. */
  spilt: string[];
}

export async function openEasel(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 375, height: 1200 } });
  await page.setContent(`<!doctype html><style>body { margin: 8px; } ${style}</style><body></body>`);
  await page.addScriptTag({ content: bundle });
  return page;
}

/** Draws a card on the page, in the place of what was there. */
export async function draw(page: Page, content: object, theme: Theme = 'light', width = phone): Promise<Drawn> {
  // In the browser, as text: there are no types for what its page knows.
  const script = `(() => {
    const { content, config, theme, width } = ${JSON.stringify({ content, config: hostConfig(theme), theme, width }).replaceAll('<', '\\u003c')};
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(config);
    card.parse(content);
    const frame = document.createElement('div');
    frame.className = 'card';
    frame.style.width = width + 'px';
    document.body.className = theme;
    frame.append(card.render());
    document.body.replaceChildren(frame);
    const box = frame.getBoundingClientRect();
    const top = (each) => Math.round(each.getBoundingClientRect().top - box.top);
    const spilt = [...frame.querySelectorAll('.ac-richTextBlock, .ac-textBlock')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.textContent);
    return { height: Math.round(box.height), rows: [...frame.querySelectorAll('.ac-selectable')].map(top), spilt };
  })()`;
  return (await page.evaluate(script)) as Drawn;
}
