import { cardsOf } from './suite.ts';

cardsOf('purchases-keeping');
