import type { CardOf } from './notice.ts';

export const replied: CardOf<'replied'> = () => undefined;
