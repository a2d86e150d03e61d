/** Days counted from today, as people name them. */
import type { DayWords } from '../shape.ts';

export const dayWords: DayWords = {
  past: {
    today: ['this morning'],
    yesterday: [],
    monday: ['last monday', 'mon'],
    tuesday: ['last tuesday', 'tue'],
    wednesday: ['last wednesday', 'wed'],
    thursday: ['last thursday', 'thu'],
    friday: ['last friday', 'fri'],
    saturday: ['last saturday', 'sat'],
    sunday: ['last sunday', 'sun'],
    week: ['last week', 'a week', 'one week', 'a week ago', '7 days', '7d', '7 days ago'],
    month: ['last month', 'a month', 'one month', 'a month ago', '30 days', '30d', '30 days ago'],
  },
  span: { week: ['this week'], month: ['this month'] },
  coming: {
    today: ['tonight'],
    tomorrow: [],
    monday: ['mon'],
    tuesday: ['tue'],
    wednesday: ['wed'],
    thursday: ['thu'],
    friday: ['fri'],
    saturday: ['sat'],
    sunday: ['sun'],
    week: [],
    month: [],
  },
  before: [
    ...['until', 'till', 'til', 'through', 'thru', 'to', 'up to', 'for', 'back', 'on', 'the', 'next', 'this', 'coming'],
    ...['end of', 'end', 'of'],
  ],
  after: ['inclusive', 'included', 'evening', 'night'],
  one: ['a'],
};
