/** What a card says, as plain text: for mail, where there are no buttons. */
import type { Card } from './card.ts';

export function plainText({ content }: Card): string {
  return linesOf(content['body']).join('\n');
}

type Element = Readonly<Record<string, unknown>>;

function linesOf(elements: unknown): string[] {
  return (Array.isArray(elements) ? (elements as Element[]) : []).flatMap((element) => {
    if (element['type'] === 'ColumnSet') {
      const columns = element['columns'] as Element[];
      return [columns.flatMap((column) => linesOf(column['items'])).join(': ')];
    }
    if (element['type'] === 'RichTextBlock') {
      const inlines = element['inlines'] as Element[];
      return [
        inlines
          .map((inline) => String(inline['text']))
          .join('')
          .trim(),
      ];
    }
    if (element['type'] === 'TextBlock') return [String(element['text'])];
    return linesOf(element['items']);
  });
}
