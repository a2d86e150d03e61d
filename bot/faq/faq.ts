/** Questions about self-service purchases [43–71, N8–N15]: found by words, answered with source and date. */
import { z } from 'zod/v4';
import type { Command } from '../core/command.ts';
import { argument } from '../language/arguments.ts';
import { answerCard, chooseCard, topicCard, topicsCard } from './card.ts';
import { find } from './find.ts';

const args = z.strictObject({ words: argument.words.optional() });

export const faq: Command<'faq', typeof args> = {
  name: 'faq',
  role: 'anyone',
  args,
  reads: true,
  rest: 'words',
  sentence: true,
  // What Microsoft's documents say is no secret, and somebody in doubt must be answered also while Microsoft is out of reach.
  open: true,
  run({ words }, context) {
    const found = words ? find(words) : undefined;
    if (!found) return topicsCard(words, context);
    if (found.is === 'topic') return topicCard(found.topic, context);
    return found.is === 'several' ? chooseCard(found.keys, context) : answerCard(found.key, context);
  },
};
