import { cardsOf } from './suite.ts';

cardsOf('orders');
