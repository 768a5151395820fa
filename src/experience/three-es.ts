import type { RecordOutcome } from './outcomes';
import type { Arena } from './arena';
import { clamped } from './column-loops';
import type { Fold } from './fold';

/** Ease, effectiveness, emotion and their mean, each 0…100 (judgement). Ease stands only where a step names its effort. */
export function putThreeEs(record: RecordOutcome, fold: Fold, arena: Arena, count: number, utility: Float64Array | undefined): void {
  const effort = fold.effort;
  const ease = effort === undefined ? undefined : arena.take();
  if (effort !== undefined && ease !== undefined) {
    for (let i = 0; i < count; i++) {
      const mean =
        effort.seconds[i]! > 0 ? effort.weighted[i]! / effort.seconds[i]! : effort.lived[i]! > 0 ? effort.plain[i]! / effort.lived[i]! : 0;
      ease[i] = 100 - 10 * mean;
    }
  }
  record('ease', () => ease);
  let effectiveness: Float64Array | undefined;
  if (fold.needs.effectiveness) {
    effectiveness = arena.take().fill(100, 0, count);
    if (fold.success !== undefined) {
      const { tried, succeeded } = fold.success;
      for (let i = 0; i < count; i++) if (tried[i]! > 0) effectiveness[i] = (100 * succeeded[i]!) / tried[i]!;
    }
  }
  record('effectiveness', () => effectiveness);
  const emotion = utility === undefined ? undefined : arena.take();
  if (emotion !== undefined) for (let i = 0; i < count; i++) emotion[i] = 5 * (clamped(utility![i]!) + 10);
  record('emotion', () => emotion);
  record('index', () => {
    const index = arena.take();
    const present = [ease, effectiveness, emotion].filter((column) => column !== undefined);
    for (let i = 0; i < count; i++) {
      let sum = 0;
      for (let k = 0; k < present.length; k++) sum += present[k]![i]!;
      index[i] = sum / present.length;
    }
    return index;
  });
}
