/** How a change of rules is looked at. */
import type { Dependencies } from '../../core/dependencies.ts';
import type { Language } from '../../language/index.ts';

/** Who looks at it, and from where. */
export interface Viewed {
  language: Language;
  now: Date;
  dependencies: Dependencies;
  /** May decide: gets buttons that change something. */
  decides: boolean;
}
