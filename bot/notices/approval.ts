import type { CardOf } from './notice.ts';

export const approval: CardOf<'approval'> = () => undefined;
