import type { Sampler } from './fill-columns';
import { between } from './fields';
import { halfLineLaw, scaledLaw, type LawWithin } from './law';
import { point, type Scaling, type Simple } from './simple';

/** Shapes outside this range are spikes or flat lines that no data can tell apart (judgement). */
export const shapeRange = /* @__PURE__ */ between(0.01, 1_000_000);

/**
 * `shift + scale · x` of a law from 0 up whose one number in the unit is its size. Where nothing is shifted or mirrored it is the same law of
 * another size.
 */
export function onHalfLine(
  size: number,
  { scale, shift }: Scaling,
  law: (size: number) => LawWithin,
  sampler?: (size: number, scale: number, shift: number) => Sampler,
): Simple {
  if (shift !== 0 || scale < 0) {
    return { law: () => scaledLaw(halfLineLaw(law(size)), scale, shift), sampler: sampler && (() => sampler(size, scale, shift)) };
  }
  const stretched = scale * size;
  if (stretched === 0) return point(0);
  return { law: () => halfLineLaw(law(stretched)), sampler: sampler && (() => sampler(stretched, 1, 0)) };
}
