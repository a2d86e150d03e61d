import { cardsOf } from './suite.ts';

cardsOf('journal');
