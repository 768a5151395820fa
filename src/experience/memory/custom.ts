import { JourneyError } from '../../errors/journey-error';
import { quote } from '../../errors/wording';
import type { CustomMemory } from '../../model/types';
import type { Column } from '../../sampling/column';
import type { CurveBlock } from './curve';

/** A user's own model, customer by customer. Nothing lived: the expectation. */
export function customColumn(curve: CurveBlock, remember: CustomMemory, expectation: Column): Float64Array {
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
