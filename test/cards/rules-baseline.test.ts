import { cardsOf } from './suite.ts';

cardsOf('rules-baseline');
