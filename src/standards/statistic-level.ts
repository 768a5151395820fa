/** The p of a percentile such as `p95`: 0.95. Undefined for what is none. */
export function statisticLevel(statistic: unknown): number | undefined {
  if (typeof statistic !== 'string' || !/^p\d{1,2}(\.\d{1,4})?$/.test(statistic)) return undefined;
  const percent = Number(statistic.slice(1));
  return percent > 0 ? percent / 100 : undefined;
}
