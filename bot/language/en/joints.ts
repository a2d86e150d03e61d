/** The words that hold a sentence together: `block all except visio and project because …`, `30 days`. */
export const joints = {
  all: ['all', 'everything', 'all products', 'every product'],
  and: ['and'],
  except: ['except for', 'except', 'but not', 'but', 'excluding'],
  because: ['because of', 'because'],
  day: ['d', 'day', 'days'],
};
