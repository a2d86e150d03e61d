import { cardsOf } from './suite.ts';

cardsOf('licences-orders');
