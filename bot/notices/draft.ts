import type { CardOf } from './notice.ts';

export const draft: CardOf<'draft'> = () => undefined;
