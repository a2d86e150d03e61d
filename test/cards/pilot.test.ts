import { cardsOf } from './suite.ts';

cardsOf('pilot');
