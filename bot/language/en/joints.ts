/** The words that hold a sentence together: `block all except visio and project because …`, `30 days`. */
export const joints = {
  all: ['all', 'everything', 'all products', 'every product'],
  and: ['and'],
  except: ['except for', 'except', 'but not', 'but', 'excluding'],
  without: ['without'],
  or: ['or'],
  because: ['because of', 'because'],
  day: ['d', 'day', 'days'],
  week: ['w', 'week', 'weeks'],
  month: ['m', 'month', 'months'],
  bought: ['bought by', 'made by', 'by'],
  since: ['bought since', 'made since', 'since', 'after'],
  within: ['in the next', 'within the next', 'over the next', 'for the next', 'the next', 'next', 'within', 'in'],
  coming: ['coming', 'next', 'to come'],
};
