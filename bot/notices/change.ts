import type { CardOf } from './notice.ts';

export const change: CardOf<'change'> = () => undefined;
