/** What a card says, as plain text: for mail, where nothing can be pressed, but links can be followed. */
import { type Card, outside } from './card.ts';

/** @param colon what ends a label in the card's language */
export function plainText({ content }: Card, colon: string): string {
  return linesOf(content['body'], colon)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

type Element = Readonly<Record<string, unknown>>;

function elementsOf(elements: unknown): Element[] {
  return Array.isArray(elements) ? (elements as Element[]) : [];
}

/** What only newer clients draw is said as its fallback says it. */
function inWords(element: Element): Element[] {
  const { fallback } = element;
  if (fallback === undefined) return [element];
  return typeof fallback === 'object' && fallback !== null ? [fallback as Element] : [];
}

function linesOf(elements: unknown, colon: string): string[] {
  return elementsOf(elements)
    .flatMap(inWords)
    .flatMap((element) => {
      const lines = textOf(element, colon);
      // What stands apart on the card stands apart here.
      return element['separator'] === true || element['type'] === 'ActionSet' ? apart(lines) : lines;
    });
}

function apart(lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', ...lines, ''] : [];
}

/** Inputs and buttons say nothing where there is nobody to press them. */
function textOf(element: Element, colon: string): string[] {
  switch (element['type']) {
    case 'TextBlock':
      return [String(element['text'])];
    case 'RichTextBlock':
      return [elementsOf(element['inlines']).map(wordsOf).join('').trim()];
    case 'ColumnSet':
      return [
        elementsOf(element['columns'])
          .map((column) => linesOf(column['items'], colon).join(' '))
          .filter((text) => text !== '')
          .join(`${colon} `),
      ];
    case 'ActionSet':
      return elementsOf(element['actions'])
        .filter(({ type }) => type === 'Action.OpenUrl')
        .map(
          ({ title, url }) =>
            `${String(title)
              .replace(outside, '')
              .replace(/(?<![?!])$/, colon)} ${String(url)}`,
        );
    default:
      return linesOf(element['items'], colon);
  }
}

/** The mark of what opens when pressed is left out. */
function wordsOf({ text }: Element): string {
  return text === '\u00a0›' ? '' : String(text);
}
