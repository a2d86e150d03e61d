/** That Purser is on hold, in words: on every answer, and in place of what can't be ordered now. */
import { holdOf } from '../../store/hold.ts';
import { calledIn } from '../people/told-apart.ts';
import type { Context } from './command.ts';
import { shortName } from './lines.ts';

/** "On hold since 30 Nov 2026, 10:15 (Alex Wilber): …"; undefined while it isn't. Who said so is for those who see what goes on. */
export function holdText({
  dependencies: { store },
  language: { t, format, words },
  speaker,
}: Pick<Context, 'dependencies' | 'language' | 'speaker'>): string | undefined {
  const hold = holdOf(store);
  if (!hold) return undefined;
  const when = format.dateTime(hold.since);
  if (!speaker.roles.has('viewer')) return t('hold.forAnyone', { when });
  const resume = words.commands.resume.names[0];
  if (hold.why === 'paused') return t('hold.paused', { when, name: shortName(calledIn(store, hold.by)), resume });
  const backup = hold.backup ? format.dateTime(hold.backup) : t('hold.unknownDay');
  return t('hold.restored', { when, backup, resume });
}
