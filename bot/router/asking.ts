/** Words that are no command yet, and who asks what they may mean. */
import type { Command, Context } from '../core/command.ts';
import type { Misread } from './misread.ts';
import type { Reader } from './reading.ts';

export type Unknown = Extract<Misread, { misread: 'unknown' }>;
export type Asking = Pick<Context, 'speaker' | 'dependencies' | 'language' | 'now'> & {
  reader: Reader;
  commands: readonly Command[];
};
