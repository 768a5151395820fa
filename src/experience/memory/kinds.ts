import type { MemoryModel } from '../../model/memory';
import type { Column } from '../../sampling/column';
import type { SegmentColumns } from '../../sampling/segment-columns';
import type { MemoryPlan } from '../journey-plan';
import { acclimationColumn } from './acclimation';
import type { CurveBlock } from './curve';
import { areaColumn } from './mean';
import { recencyColumn } from './recency';
import { JourneyError } from '../../errors/journey-error';
import { quote } from '../../errors/wording';
import type { CustomMemory } from '../../model/types';

/** What a memory that is no blend is made from; `mean` is there where its kind falls back on it. */
export interface Lived {
  readonly curve: CurveBlock;
  readonly memory: MemoryPlan;
  readonly columns: SegmentColumns;
  readonly expectation: Column;
  readonly mean: Float64Array | undefined;
}

export interface MemoryKind {
  /** It is the mean where no time passes. */
  readonly fallsBack?: true;
  /** It begins with what was expected. */
  readonly expects?: true;
  /** What is remembered, before fading; undefined: a blend of peak, end, mean and so on. */
  readonly utility?: (lived: Lived) => Float64Array;
}

/** How each kind of memory remembers. */
export const rememberingBy: { readonly [Kind in MemoryModel['kind']]: MemoryKind } = {
  blend: {},
  recency: {
    fallsBack: true,
    utility: ({ curve, memory, columns, mean }) => recencyColumn(curve, columns.column(memory.halfLife), mean!),
  },
  acclimationDecay: {
    fallsBack: true,
    expects: true,
    utility: ({ curve, memory, columns, expectation, mean }) =>
      acclimationColumn(curve, columns.column(memory.acclimation), columns.column(memory.decay), expectation, mean!),
  },
  total: { utility: ({ curve }) => perQuarterHour(curve) },
  custom: { utility: ({ curve, memory, expectation }) => customColumn(curve, memory.remember!, expectation) },
};

/** Affect added up over time, by 15 minutes. */
function perQuarterHour(curve: CurveBlock): Float64Array {
  const utility = areaColumn(curve);
  for (let i = 0; i < curve.count; i++) utility[i] = utility[i]! / 900;
  return utility;
}

/** A user's own model, customer by customer. Nothing lived: the expectation. */
function customColumn(curve: CurveBlock, remember: CustomMemory, expectation: Column): Float64Array {
  const { count, arena, moments } = curve;
  const out = arena.take();
  for (let i = 0; i < count; i++) {
    const lived = moments.filter(({ seconds }) => seconds.values[i & seconds.mask]! >= 0);
    const expected = expectation.values[i & expectation.mask]!;
    if (lived.length === 0) {
      out[i] = expected;
      continue;
    }
    const remembered = remember(
      {
        count: lived.length,
        seconds: Float64Array.from(lived, ({ seconds }) => seconds.values[i & seconds.mask]!),
        affectStart: Float64Array.from(lived, ({ start }) => start.values[i & start.mask]!),
        affectEnd: Float64Array.from(lived, ({ end }) => end.values[i & end.mask]!),
        totalSeconds: curve.clock[i]!,
      },
      { expectation: expected },
    );
    if (typeof remembered !== 'number' || !Number.isFinite(remembered)) {
      throw new JourneyError([
        {
          code: 'out-of-range',
          path: 'model.memory',
          expected: 'the memory model to return a finite number',
          received: quote(remembered),
          hint: `for a curve of ${lived.length} moments over ${curve.clock[i]!} s`,
        },
      ]);
    }
    out[i] = remembered;
  }
  return out;
}
