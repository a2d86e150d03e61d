/**
 * What waits for an answer of the speaker: a request to decide, a change to confirm, a message to answer. A typed "yes", "ok" or
 * "why?" comes here: with one thing waiting it shows that thing, with its buttons; it never acts.
 */
import { z } from 'zod/v4';
import { type Card, withRemark } from '../../cards/card.ts';
import { report } from '../../cards/report.ts';
import { when } from '../../cards/when.ts';
import { type Command, type Context, press, UserError } from '../core/command.ts';
import { listed } from '../core/lines.ts';
import { argument } from '../language/arguments.ts';

const args = z.strictObject({ notice: argument.notice.optional(), words: argument.words.optional() });

export const waiting: Command<'waiting', typeof args> = {
  name: 'waiting',
  role: 'anyone',
  args,
  reads: true,
  rest: 'words',
  run({ notice }, context): Card | Promise<Card> {
    const { t, words } = context.language;
    if (notice) return messageFor(notice, context);
    const commands = Object.values(context.commands).flat();
    const lines = commands.flatMap(({ waits }) => waits?.(context) ?? []);
    const [only, ...others] = lines;
    const shows = only?.press && commands.find(({ name }) => name === only.press?.verb);
    if (only?.press && shows && others.length === 0)
      return alone(shows.run(shows.args.parse(only.press.data), context), only.press.verb, context);
    const told = lines.length > 0 ? t('waiting.some', { count: lines.length }) : t('waiting.none');
    const goingOn = lines.length > 0 ? [] : commands.flatMap(({ goesOn }) => goesOn?.(context) ?? []);
    return report({
      title: t('waiting.title'),
      paragraphs: [told],
      sections: [
        ...when(lines.length > 0, { lines: listed(lines, (line) => line, context.language) }),
        ...when(goingOn.length > 0, {
          heading: t('waiting.goingOn'),
          lines: listed(goingOn, (line) => line, context.language),
        }),
      ],
      buttons: when(lines.length === 0, press(t('button.listPurchases'), 'purchases'), press(t('button.help'), 'help')),
      summary: told,
      fallback: t('fallback', { command: words.commands.waiting.names[0] }),
    });
  },
};

/** What people typed was no answer yet: they are told so, on the card that takes it. A change of rules says it itself. */
async function alone(shown: Card | Promise<Card>, verb: string, { pressed, language: { t } }: Context): Promise<Card> {
  const card = await shown;
  return pressed === null && verb !== 'change' ? withRemark(card, t('waiting.one')) : card;
}

/** @throws UserError where it is none of theirs, or is over */
function messageFor(id: string, { speaker, dependencies: { store, cardOf }, language: { t } }: Context): Card {
  const notice = store.get('notices', id);
  const card = notice && 'person' in notice.to && notice.to.person === speaker.id ? cardOf(notice) : undefined;
  if (!card) throw new UserError(t('answer.over', { id }));
  return card;
}
