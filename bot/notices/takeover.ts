import type { CardOf } from './notice.ts';

export const takeover: CardOf<'takeover'> = () => undefined;
