/** People who are mentioned by a card, which Teams tells them of as of any other mention. Where a card says nobody, it mentions nobody. */
import type { Card } from './card.ts';
import { inert } from './inert.ts';

/** Somebody who reads that conversation, by their Entra id. */
export interface Mentioned {
  id: string;
  name: string;
}

/** The card with one more sentence below its title, which begins with those people. */
export function withMentions(card: Card, people: readonly Mentioned[], text: string): Card {
  if (people.length === 0) return card;
  const entities = people.map(({ id, name }) => ({
    type: 'mention',
    // A name closes no mention, and nothing in it is Markdown.
    text: `<at>${inert(name)}</at>`,
    mentioned: { id, name },
  }));
  const body: unknown[] = Array.isArray(card.content['body']) ? card.content['body'] : [];
  const sentence = `${entities.map((each) => each.text).join(', ')} ${text}`;
  const element = { type: 'TextBlock', text: sentence, wrap: true, spacing: 'Small' };
  return {
    ...card,
    content: { ...card.content, body: body.toSpliced(1, 0, element), msteams: { ...own(card), entities } },
  };
}

function own({ content }: Card): object {
  const { msteams } = content;
  return typeof msteams === 'object' && msteams !== null ? msteams : {};
}
