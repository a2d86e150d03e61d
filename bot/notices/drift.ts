import type { CardOf } from './notice.ts';

export const drift: CardOf<'drift'> = () => undefined;
