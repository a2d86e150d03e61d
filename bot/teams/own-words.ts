/**
 * What a person wrote themselves. Whoever answers a message by quoting it sends the quotation along, in one of the ways that Teams
 * has had for it: a `blockquote` in the text or only in its HTML, a placeholder with an entity, or lines that begin with `>`.
 */
import { z } from 'zod/v4';
import type { DoorActivity } from './door.ts';

const Html = z.looseObject({ contentType: z.literal('text/html'), content: z.string() });
const Reference = z.looseObject({ contentType: z.literal('messageReference'), content: z.string() });
const Preview = z.looseObject({ messagePreview: z.string() });
const QuotedReply = z.looseObject({
  type: z.literal('quotedReply'),
  quotedReply: z.looseObject({ preview: z.string().nullish() }),
});

export function ownWords({
  text,
  attachments,
  entities,
}: Pick<DoorActivity, 'text' | 'attachments' | 'entities'>): string {
  const whole = text ?? '';
  const marked = withoutMarked(whole);
  if (marked !== whole) return marked;
  const html = all(Html, attachments).find(({ content }) => block.test(content))?.content;
  if (html !== undefined) return textIn(withoutMarked(html));
  const previews = [
    ...all(QuotedReply, entities).map(({ quotedReply }) => quotedReply.preview ?? ''),
    ...all(Reference, attachments).map(({ content }) => previewIn(content)),
  ];
  return withoutLines(previews.reduce(withoutBeginning, whole));
}

function all<T>(shape: z.ZodType<T>, among: readonly unknown[] | null | undefined): T[] {
  return (among ?? []).flatMap((each) => shape.safeParse(each).data ?? []);
}

const block = /<blockquote\b[^>]*>/i;
/** One that holds no other. */
const innermost = /<blockquote\b[^>]*>(?:(?!<\/?blockquote\b)[\s\S])*<\/blockquote\s*>/gi;
const placeholder = /<quoted\b[^>]*\/?>(?:\s*<\/quoted>)?|<attachment\b[^>]*>\s*<\/attachment>/gi;

/** A quotation in a quotation, and so on. */
const deepest = 20;

function withoutMarked(text: string): string {
  let left = text.replace(placeholder, ' ');
  for (let depth = 0; depth < deepest && block.test(left); depth++) left = left.replace(innermost, '\n');
  return left;
}

/** Mentions stay marked as they are in a message's text. */
function textIn(html: string): string {
  return html
    .replace(/<span\b[^>]*schema\.skype\.com\/Mention[^>]*>([^<]*)<\/span>/gi, '<at>$1</at>')
    .replace(/<br\s*\/?>|<\/(?:p|div|li)\s*>/gi, '\n')
    .replace(/<(?!\/?at>)[^>]*>/gi, '')
    .trim();
}

function previewIn(content: string): string {
  try {
    return Preview.safeParse(JSON.parse(content)).data?.messagePreview ?? '';
  } catch {
    return '';
  }
}

/** The blanks may differ, since a preview is one line. */
function withoutBeginning(text: string, quoted: string): string {
  const words = quoted.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return text;
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text.replace(new RegExp(`^\\s*${escaped.join('\\s+')}\\s*`), '');
}

function withoutLines(text: string): string {
  if (!/^\s*(?:>|&gt;)\s/.test(text)) return text;
  return text
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:>|&gt;)/.test(line))
    .join('\n');
}
