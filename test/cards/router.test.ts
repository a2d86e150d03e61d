import { cardsOf } from './suite.ts';

cardsOf('router');
