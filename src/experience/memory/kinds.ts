import { JourneyError } from '../../errors/journey-error';
import { quote } from '../../errors/wording';
import type { MemoryModel } from '../../model/memory';
import type { CustomMemory } from '../../model/types';
import type { MemoryPlan } from '../journey-plan';
import type { Curve } from '../living/curve';
import { acclimationOf } from './acclimation';
import { recencyOf } from './recency';

/** What a memory that is no blend is made from; `mean` is there where its kind falls back on it. */
export interface Lived {
  readonly curve: Curve;
  readonly memory: MemoryPlan;
  /** Place of the customer in the block. */
  readonly place: number;
  readonly expectation: number;
  readonly mean: number;
}

export interface MemoryKind {
  /** It is the mean where no time passes. */
  readonly fallsBack?: true;
  /** It begins with what was expected. */
  readonly expects?: true;
  /** What is remembered, before fading; undefined: a blend of peak, end, mean and so on. */
  readonly utility?: (lived: Lived) => number;
}

/** How each kind of memory remembers. */
export const rememberingBy: { readonly [Kind in MemoryModel['kind']]: MemoryKind } = {
  blend: {},
  recency: {
    fallsBack: true,
    utility: ({ curve, memory: { halfLife, cohesion }, place, mean }) => {
      const recent = recencyOf(curve, halfLife.of(place), mean);
      return cohesion === 1 ? recent : cohesion * recent + (1 - cohesion) * mean;
    },
  },
  acclimationDecay: {
    fallsBack: true,
    expects: true,
    utility: ({ curve, memory, place, expectation, mean }) =>
      acclimationOf(curve, memory.acclimation.of(place), memory.decay.of(place), expectation, mean),
  },
  // Affect added up over time, by 15 minutes.
  total: { utility: ({ curve }) => curve.area / 900 },
  custom: { utility: ({ curve, memory, expectation }) => ofOnesOwn(curve, memory.remember!, expectation) },
};

/** A user's own model. */
function ofOnesOwn(curve: Curve, remember: CustomMemory, expectation: number): number {
  const { count, totalSeconds } = curve;
  if (count === 0) return expectation;
  const remembered: unknown = remember(
    {
      count,
      seconds: Float64Array.from({ length: count }, (_, m) => curve.seconds(m)),
      affectStart: Float64Array.from({ length: count }, (_, m) => curve.start(m)),
      affectEnd: Float64Array.from({ length: count }, (_, m) => curve.end(m)),
      totalSeconds,
    },
    { expectation },
  );
  if (typeof remembered === 'number' && Number.isFinite(remembered)) return remembered;
  throw new JourneyError([
    {
      code: 'out-of-range',
      path: 'model.memory',
      expected: 'the memory model to return a finite number',
      received: quote(remembered),
      hint: `for a curve of ${count} moments over ${totalSeconds} s`,
    },
  ]);
}
