/** What is plainly wrong with a card that arrives. The rules of good cards are held elsewhere; this is what would not show. */
import type { CardNode } from './shapes.ts';

/** Localised copies of Teams' documentation still name this as the limit of a card. */
const safeBytes = 28 * 1024;

export function complaintsAbout(card: CardNode | undefined, declared: readonly string[]): string[] {
  if (typeof card !== 'object' || card === null) return ['the card is no object'];
  const found: string[] = [];
  if (card.type !== 'AdaptiveCard') found.push(`its type is ${card.type}, not AdaptiveCard`);
  if (!/^1\.[0-5]$/.test(card.version ?? '')) found.push(`its version is ${card.version}; Teams shows up to 1.5`);
  if (!Array.isArray(card.body) || card.body.length === 0) found.push('it has no body');
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > safeBytes) found.push(`it has ${bytes} bytes, more than ${safeBytes}`);
  for (const text of strings(card)) {
    const rest = declared.reduce((left, known) => left.replaceAll(known, ''), text);
    if (rest.includes('${')) found.push(`a placeholder is left over: ${text}`);
  }
  return found;
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* strings(inner);
}

interface MentionEntity {
  type?: string;
  text?: string;
  mentioned?: { id?: string; name?: string };
}

/** The texts that Teams reads mentions in; anywhere else the mark is shown as it is. */
function* marking(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  const { type, text } = value as { type?: unknown; text?: unknown };
  if (type === 'TextBlock' && typeof text === 'string') yield text;
  if (type === 'FactSet') yield* strings(value);
  for (const inner of Object.values(value)) yield* marking(inner);
}

/** Each mention stands in the text of the card, and is of somebody who reads it there. */
export function strayMentions(card: CardNode, { members }: { members: ReadonlyMap<string, { id: string }> }): string[] {
  const { entities = [] } = (card as { msteams?: { entities?: MentionEntity[] } }).msteams ?? {};
  const texts = [...marking((card as { body?: unknown }).body)].join('\n');
  const marked = new Set(texts.match(/<at>[^<]*<\/at>/g) ?? []);
  const here = new Set([...members.values()].map(({ id }) => id));
  return [
    ...entities.flatMap(({ text = '', mentioned }) => [
      ...(marked.has(text) ? [] : [`${text} is mentioned, but does not stand in it`]),
      ...(here.has(mentioned?.id ?? '') ? [] : [`${text} is mentioned, but is no member`]),
    ]),
    ...[...marked].flatMap((mark) => (entities.some(({ text }) => text === mark) ? [] : [`${mark} mentions nobody`])),
  ];
}
