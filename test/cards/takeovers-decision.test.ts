import { cardsOf } from './suite.ts';

cardsOf('takeovers-decision');
