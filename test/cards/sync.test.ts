import { cardsOf } from './suite.ts';

cardsOf('sync');
