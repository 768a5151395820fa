/** The longest duration, seconds: about 3,170 years. */
export const longestDuration = 1e11;
