import { cardsOf } from './suite.ts';

cardsOf('exports');
