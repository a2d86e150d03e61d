import { cardsOf } from './suite.ts';

cardsOf('centralise');
