import { cardsOf } from './suite.ts';

cardsOf('faq');
