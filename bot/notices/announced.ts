import type { CardOf } from './notice.ts';

export const announced: CardOf<'announced'> = () => undefined;
