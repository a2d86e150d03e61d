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
export function oldSeatsText(act: Act['kind'], { language: { t } }: Pick<Telling, 'language'>): string | undefined {
  return act === 'stay' ? undefined : t(`takeoverCard.seatsEnd.${act}`);
}

/** Why nobody takes them, and how sure that is. */
export function oldSeatsReason(act: Act['kind'], { dependencies, language }: Telling): string | undefined {
  return act === 'stay' ? undefined : surenessNote('departmental-seat', dependencies.learnt(), language);
}
