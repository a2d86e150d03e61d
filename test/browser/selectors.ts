/**
 * What the Playground 0.2.28 page offers to hold on to. It has no test ids and its own class names change with each
 * build, so these are roles, accessible names, and the class prefixes of the libraries it is built with.
 */
export const CARD = '.ac-adaptiveCard';
/** A message in a personal or group chat. */
export const MESSAGE = 'div:has(> [aria-label="Message header"])';
/** In a channel, a post with everything below it; the first is the one being written. */
export const POST = '.fui-Card[role="group"]';
/** Where one types. A channel has one for a new post, which is the first, and one below each post. */
export const EDITOR = '[data-lexical-editor]';
export const ROW = '.ac-selectable[role="button"]';

/**
 * The log repeats in small print what people say, covers a narrow window and opens by itself in a wide one.
 *
 * The page is at least 600 px wide and its cards always 450 px. On a phone Teams gives a card the screen, less a margin,
 * so that a narrow window does the same here; the toolbar would push the page wide, and the list of chats cover it.
 */
export const STYLE = `
div:has([title="Hide log panel"]):not(:has(${EDITOR})) { display: none !important; }
@media (max-width: 600px) {
  [role="toolbar"], div:has([role="tree"]):not(:has(${EDITOR})) { display: none !important; }
  div:has(${EDITOR}), div:has(${CARD}) { min-width: 0 !important; }
  div:has(> .ac-preview-panel) { width: calc(100vw - 48px) !important; }
  ${POST} div:has(> .ac-preview-panel) {
    box-sizing: border-box;
    width: 100% !important;
    max-width: calc(100vw - 106px);
  }
  .fai-OutputCard:has(${CARD}) { padding: 0 !important; }
  ${MESSAGE} > div > div:has(> .fui-Avatar) { display: none !important; }
}`;
