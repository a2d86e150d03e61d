import { cardsOf } from './suite.ts';

cardsOf('outbox');
