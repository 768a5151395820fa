import { continuousLaw, type Law } from './law';

/** `shift + scale · x` for a law without jumps. */
export function scaledLaw(law: Law, scale: number, shift: number): Law {
  const rising = scale > 0;
  const ends = [shift + scale * law.min, shift + scale * law.max] as const;
  return continuousLaw({
    min: rising ? ends[0] : ends[1],
    max: rising ? ends[1] : ends[0],
    mean: shift + scale * law.mean,
    variance: scale * scale * law.variance,
    cdf: (x) => (rising ? law.cdf((x - shift) / scale) : 1 - law.cdf((x - shift) / scale)),
    quantile: (p) => shift + scale * law.quantile(rising ? p : 1 - p),
  });
}
