import type { Arena } from '../sampling/arena';
import { clamped } from './clamped';
import type { RecordOutcome } from './outcomes';

/** Ease, effectiveness, emotion and their mean, each 0…100 (judgement). Ease stands only where a step names its effort. */
export function putThreeEs(
  record: RecordOutcome,
  arena: Arena,
  count: number,
  made: { readonly ease: Float64Array | undefined; readonly effectiveness: Float64Array | undefined; readonly utility: Float64Array },
): void {
  const { ease, effectiveness, utility } = made;
  record('ease', () => ease);
  record('effectiveness', () => effectiveness);
  const emotion = (): Float64Array => {
    const out = arena.take();
    for (let i = 0; i < count; i++) out[i] = 5 * (clamped(utility[i]!) + 10);
    return out;
  };
  record('emotion', emotion);
  record('index', () => {
    const index = emotion();
    const present = ease === undefined ? [effectiveness!, index] : [ease, effectiveness!, index];
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let k = 0; k < present.length; k++) sum += present[k]![i]!;
      index[i] = sum / present.length;
    }
    return index;
  });
}
