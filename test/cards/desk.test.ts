import { cardsOf } from './suite.ts';

cardsOf('desk');
