/** What becomes of departmental seats, and how sure that is. */
import type { Act } from '../../../store/records.ts';
import type { Dependencies } from '../../core/dependencies.ts';
import { surenessNote } from '../../core/learnt.ts';
import type { Language } from '../../language/index.ts';

interface Telling {
  dependencies: Pick<Dependencies, 'learnt'>;
  language: Language;
}

/** Undefined where everybody stays on the organisation's seats, and none ends. */
export function oldSeatsText(act: Act['kind'], { dependencies, language }: Telling): string | undefined {
  if (act === 'stay') return undefined;
  const sureness = surenessNote('departmental-seat', dependencies.learnt(), language);
  return language.t(`takeoverCard.seatsEnd.${act}`, { sureness });
}
