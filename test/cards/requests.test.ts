import { cardsOf } from './suite.ts';

cardsOf('requests');
