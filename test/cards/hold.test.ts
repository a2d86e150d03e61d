import { cardsOf } from './suite.ts';

cardsOf('hold');
