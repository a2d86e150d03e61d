import type { CardOf } from './notice.ts';

export const licences: CardOf<'licences'> = () => undefined;
