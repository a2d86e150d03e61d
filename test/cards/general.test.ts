import { cardsOf } from './suite.ts';

cardsOf('general');
