/** The stable codes of everything that can be wrong. New ones may be added; a code never changes its meaning. */
export type IssueCode =
  | 'invalid-type' // not the kind of value expected here
  | 'out-of-range' // a number outside its range, or not finite
  | 'missing' // a required key is absent
  | 'unknown-key' // a key nobody knows
  | 'forbidden-key' // __proto__, constructor, prototype
  | 'unknown-id' // refers to a step, part, option, segment or outcome that is not there
  | 'duplicate-id' // the same id twice
  | 'invalid-text' // a string that cannot be read as a duration, range or distribution
  | 'conflict' // two things that cannot both stand
  | 'cycle' // the data refers to itself, or an order that goes in a circle
  | 'too-deep' // nested deeper than allowed
  | 'too-large' // too many items or too long a text
  | 'shares' // shares or weights that do not sum to what they must
  | 'impossible-edit' // an edit that the journey does not allow
  | 'aborted' // stopped by its signal
  | 'worker-lost'; // no worker there that does the task: it ended too often, did not start, or its pool is closed
