/**
 * What one random number of a customer is for. Every purpose has its own stream, so that two uses never share a number. The list is closed and
 * append-only: a purpose keeps its number for ever, because the number is part of every stream's key.
 */
export const purposes = {
  /** Whether the customer skips an interaction. */
  skip: 1,
  duration: 2,
  affect: 3,
  effort: 4,
  /** Whether the customer gives up at this interaction for a reason other than patience. */
  dropout: 5,
  /** Whether the interaction fails. */
  failure: 6,
  failureAffect: 7,
  failureDuration: 8,
  /** Whether a failure is made good. */
  recovery: 9,
  recoveryAffect: 10,
  recoveryDuration: 11,
  /** The customer's private liking for an option of a choice. */
  taste: 12,
  /** The customer's general mood: what all affects share. */
  affectFactor: 13,
  /** The customer's general pace: what all durations share. */
  durationFactor: 14,
  patience: 15,
  expectation: 16,
  priorBelief: 17,
  responseSatisfaction: 18,
  responseRecommendation: 19,
  /** A model parameter that differs between customers. */
  parameter: 20,
  /** The customer's private liking for walking on without choosing. */
  noneTaste: 21,
  /** Into which part of the data something falls. */
  fold: 22,
  /** What is drawn again, with replacement, from the data. */
  resample: 23,
} as const;

export type Purpose = keyof typeof purposes;
