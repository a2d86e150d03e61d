import type { Browser, Locator, Page, Request } from 'playwright-core';
import { goesOn, patiently } from '../patience.ts';
import { defaultTeam } from '../playground/people.ts';
import type { Window } from '../playground/window.ts';
import { type Answer, fillInput } from './fill.ts';
import { CARD, EDITOR, MESSAGE, POST, ROW, STYLE } from './selectors.ts';

export const VIEWPORTS = {
  wide: { width: 1280, height: 1000 },
  narrow: { width: 375, height: 812 },
} as const;

const PERSONAL = 'Personal Chat';
type Room = 'personal' | 'group' | 'channel';
/** The button that sends what was written there. */
const SENDS: Record<Room, string> = { personal: 'Send Message', group: 'Send Message', channel: 'Post' };

function roomOf(name: string): Room {
  if (name === PERSONAL) return 'personal';
  return name === defaultTeam.groupChat.name ? 'group' : 'channel';
}

export type Width = keyof typeof VIEWPORTS;

/** What a press or a message asks the Playground, and what it tells the bot when a chat is opened. */
const ASKED = /\/_(conversation|internal\/v1\/customActivities|debug)\//;

/** Run in the page: a message keeps this mark when its card is edited, while the card itself is drawn anew. */
const OLD = 'data-before-what-was-done';
const marksOlder = `(card) => {
  const all = [...document.querySelectorAll('${MESSAGE}')];
  const from = card ? all.findIndex((message) => message.contains(card)) : all.length;
  all.forEach((message, nth) => message.toggleAttribute('${OLD}', nth < from));
}`;

/** The Playground's own names for what else can happen to an app, in its menu "Mock an Activity". */
export type Mocked = 'Install application' | 'Uninstall application' | 'Add application' | 'Remove application';

/** Whoever waits on the page waits as long as anything happens, on it or elsewhere; then it is closed, which ends all waits. */
export function watched(page: Page): Page {
  page.setDefaultTimeout(0);
  for (const event of ['request', 'response', 'requestfinished'] as const) page.on(event as 'request', goesOn);
  page.on('websocket', (socket) => socket.on('framereceived', goesOn));
  const closed = new Promise<void>((resolve) => page.once('close', () => resolve()));
  const giveUp = async ({ message }: Error): Promise<void> => {
    const shown = await page.locator(`${MESSAGE}, ${POST}`).allInnerTexts();
    await page.close({ reason: `${message} The page ends with: ${shown.join('\n').slice(-600)}` });
  };
  patiently(closed, () => 'What was waited for is not there.').catch(giveUp);
  return page;
}

/** One person in front of their Playground window: what they can do and what they see. */
export class ChatPage {
  readonly page: Page;
  readonly #botName: string;
  readonly #pending = new Set<Request>();
  /** What was filled in since the last press: a card drawn anew has forgotten it. */
  readonly #typed = new Map<string, Answer>();
  #room: Room = 'personal';

  private constructor(page: Page, botName: string) {
    this.page = page;
    this.#botName = botName;
    page.on('request', (request) => ASKED.test(request.url()) && this.#pending.add(request));
    page.on('requestfinished', (request) => this.#pending.delete(request));
    page.on('requestfailed', (request) => this.#pending.delete(request));
  }

  /** Opens the window. The bot is told of its installation now, not before: the page sends it, and again on a reload. */
  static async open(browser: Browser, window: Window, width: Width = 'wide'): Promise<ChatPage> {
    const context = await browser.newContext({ viewport: VIEWPORTS.wide, locale: 'en-US' });
    const page = watched(await context.newPage());
    const chat = new ChatPage(page, window.bot.name ?? 'Purser');
    await page.goto(window.url, { waitUntil: 'domcontentloaded' });
    await page.addStyleTag({ content: STYLE });
    await page.locator(EDITOR).first().waitFor();
    await chat.resize(width);
    return chat;
  }

  async resize(width: Width): Promise<void> {
    await this.page.setViewportSize(VIEWPORTS[width]);
  }

  /** Types and sends. Outside the personal chat the bot is mentioned first, unless told otherwise: else it hears nothing. */
  async say(text: string, { mention = this.#room !== 'personal' } = {}): Promise<void> {
    const editor = this.page.locator(EDITOR).first();
    await this.page.evaluate(marksOlder);
    await editor.click();
    if (mention) {
      await this.page.keyboard.type('@');
      await this.page.locator('#typeahead-menu').getByText(this.#botName, { exact: true }).click();
    }
    await this.page.keyboard.insertText(mention ? ` ${text}` : text);
    // A page that has just been resized draws its editor anew, and what is sent before that is sent empty.
    await editor.filter({ hasText: text.split('\n')[0] ?? '' }).waitFor();
    if (this.#room === 'channel') await this.page.getByRole('button', { name: 'Post', exact: true }).click();
    else await this.page.keyboard.press('Enter');
    await this.#settle();
  }

  /** Presses a card's button: the newest there is, or the newest on a card that reads `on`. */
  async press(title: string, { on }: { on?: string } = {}): Promise<void> {
    for (const [label, answer] of this.#typed) await this.fill(label, answer);
    this.#typed.clear();
    // What opens a browser bears a mark behind its title.
    const shown = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( ↗)?$`);
    const button = this.page.locator('.ac-pushButton-content').getByText(shown);
    const card = this.#newest(on === undefined ? { has: button } : { has: button, hasText: on });
    await card.evaluate(marksOlder);
    await card.locator('button').filter({ has: button }).last().click();
    await this.#settle();
  }

  /** Where a card's link leads; it is not gone there, since a download shows no page. */
  async follow(title: string): Promise<string> {
    await this.page.evaluate('window.open = (url) => { window.followed = url; return null }');
    await this.press(title);
    return await this.page.evaluate<string>('window.followed');
  }

  /** Opens the row of a card that reads so. */
  async openRow(text: string): Promise<void> {
    const row = this.page.locator(ROW).filter({ hasText: text });
    const card = this.#newest({ has: row });
    await card.evaluate(marksOlder);
    await card.locator(ROW).filter({ hasText: text }).last().click();
    await this.#settle();
  }

  async fill(label: string, answer: Answer): Promise<void> {
    this.#typed.set(label, answer);
    const card = this.#newest({ has: this.page.locator('label', { hasText: label }) });
    await fillInput(this.page, card, label, answer);
  }

  /** What the newest card reads, without what is hidden and what was typed into it. */
  async lastCard(): Promise<string> {
    return (await this.#newest().innerText()).trim();
  }

  /**
   * Waits until a card reads so that is not older than what this person did last, and answers all it reads. Notices may come
   * below it meanwhile. In a channel it may be older: a post there is edited in its place.
   */
  async waitForCard(text: string): Promise<string> {
    if (this.#room === 'channel') return (await this.#newest({ hasText: text }).innerText()).trim();
    const cards = this.page.locator(`${MESSAGE}:not([${OLD}]) ${CARD}`).filter({ hasText: text });
    return (await cards.last().innerText()).trim();
  }

  /** Waits until this stands somewhere in the open conversation. */
  async waitForText(text: string): Promise<void> {
    await this.#messages().filter({ hasText: text }).first().waitFor();
  }

  /** The open conversation as it reads, from top to bottom. A channel has its newest post at the top. */
  async conversation(): Promise<string> {
    return (await this.#messages().allInnerTexts()).join('\n');
  }

  /** Switches to a channel of the team or to the group chat. The bot is told of its installation there the first time. */
  async channel(name: string): Promise<void> {
    this.#room = roomOf(name);
    await this.#wide(async () => {
      await this.page.getByRole('treeitem').filter({ hasText: name }).first().click();
      // Until this stands there, the page still shows where it was, and a message would go nowhere.
      await this.page.getByRole('button', { name: SENDS[this.#room], exact: true }).waitFor();
    });
  }

  async personal(): Promise<void> {
    await this.channel(PERSONAL);
  }

  /** Has the Playground tell the bot of something that happened to the app in the open conversation. */
  async mock(what: Mocked): Promise<void> {
    await this.#wide(async () => {
      await this.page.getByRole('button', { name: 'Mock an Activity' }).click();
      await this.page.getByRole('menuitem').getByText(what, { exact: true }).click();
      await this.page.getByRole('dialog').getByRole('button', { name: 'Send activity' }).click();
    });
  }

  /** A picture of the whole conversation, however long: the window is made as high as it needs for the moment. */
  async screenshot(path: string): Promise<void> {
    const before = this.page.viewportSize() ?? VIEWPORTS.wide;
    const hidden = await this.page.evaluate<number>(
      'Math.max(0, ...[...document.querySelectorAll("div")].filter((d) => d.querySelector(".ac-adaptiveCard, p")' +
        ' && getComputedStyle(d).overflowY === "auto").map((d) => d.scrollHeight - d.clientHeight))',
    );
    await this.page.setViewportSize({ width: before.width, height: before.height + hidden });
    await this.page.screenshot({ path });
    await this.page.setViewportSize(before);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  #messages(): Locator {
    return this.page.locator(`${MESSAGE}, ${POST}`);
  }

  #newest(filter: { has?: Locator; hasText?: string } = {}): Locator {
    const cards = this.page.locator(CARD).filter(filter);
    if (this.#room !== 'channel') return cards.last();
    return this.page.locator(POST).filter({ has: cards }).first().locator(CARD).filter(filter).last();
  }

  /** A narrow window has neither the list of chats nor the toolbar, so a person on a phone borrows a desk for these. */
  async #wide(work: () => Promise<void>): Promise<void> {
    const before = this.page.viewportSize() ?? VIEWPORTS.wide;
    await this.resize('wide');
    await work();
    await this.#settle();
    await this.page.setViewportSize(before);
  }

  /** Waits for the answers to what the page has just asked the Playground, and for the page to show them. */
  async #settle(): Promise<void> {
    // The page's requests are known before its answer to this is: both come the same way, in order.
    await this.page.evaluate('0');
    await Promise.all([...this.#pending].map((request) => request.response()));
    await this.page.evaluate('new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))');
  }
}
