/** What somebody can do after Microsoft could not be asked. */
import type { Trouble } from '../../store/records.ts';
import type { Translate } from '../language/index.ts';
import { troubleIn } from '../microsoft/commerce.ts';
import { UserError } from './command.ts';
import { patienceMs, within } from './time-limit.ts';

/** Whether it may pass by itself. What doesn't, somebody has to mend: to try again would not help. */
const passes: Readonly<Record<Trouble, boolean>> = {
  unreachable: true,
  throttled: true,
  'broken-answer': true,
  'no-token': false,
  'no-permission': false,
  'despite-permission': false,
  'no-service': false,
  refused: false,
  redirected: false,
  'too-large': false,
};

/** A sentence for the end of a refusal: try again, or who can mend it. */
export function whatNext(trouble: Trouble, t: Translate): string {
  return passes[trouble] ? t('next.again') : t('next.mend', { trouble: lowered(t(`trouble.${trouble}`)) });
}

/** Within a sentence; "I" and Microsoft keep their letters. */
function lowered(text: string): string {
  return /^(I\b|I’m|Microsoft|J’)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** The same after a sentence that names the trouble, where *Check again* is at hand. */
export function nextCheck(trouble: Trouble, t: Translate): string {
  return t(passes[trouble] ? 'next.check' : 'next.mended');
}

/**
 * What Microsoft answers while a person waits.
 *
 * @param instead the sentence for where it doesn't; what can be done is added
 * @throws UserError in that case
 */
export async function answered<T>(asked: Promise<T>, instead: string, t: Translate): Promise<T> {
  const cannot = (trouble: Trouble) => new UserError(`${instead} ${whatNext(trouble, t)}`);
  const told = await within(
    patienceMs,
    asked.then(
      (value) => ({ value }),
      (error: unknown) => Promise.reject(cannot(troubleIn(error))),
    ),
  );
  if (!told) throw cannot('unreachable');
  return told.value;
}
