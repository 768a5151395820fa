import type { BlendMemory, MemoryModel } from '../model/types';
import { numberSettings, peakEnd } from '../model/memory';
import type { ColumnPlan, Slot } from '../sampling/column-plan';
import type { MemoryPlan } from './journey-plan';
import type { ModelSlots } from './model-slots';

type WeightName = keyof BlendMemory['weights'];

/** The memory model as columns. Settings a kind does not have take neutral values, which nothing reads. */
export function compileMemory(memory: MemoryModel, cohesion: number, parameters: ModelSlots, columns: ColumnPlan): MemoryPlan {
  const blend = memory.kind === 'blend' ? memory : undefined;
  const zero = columns.constant(0);
  const own = (name: string): Slot => (numberSettings(memory.kind).includes(name) ? parameters.slot(`memory.${name}`) : zero);
  return {
    kind: memory.kind,
    carryOver: parameters.slot('memory.carryOver'),
    recallDelaySeconds: parameters.slot('memory.recallDelay'),
    lifetimeSeconds: parameters.slot('memory.lifetime'),
    // One that starts from what was expected, or adds up instead of weighing, says nothing on the scale of effort.
    remembersEffort: memory.effort === 'remembered' && memory.kind !== 'acclimationDecay' && memory.kind !== 'total',
    peak: blend?.peak ?? peakEnd.peak,
    endWindow: blend?.endWindow,
    stretch:
      blend === undefined
        ? { seconds: columns.constant(peakEnd.stretch.seconds as number), share: columns.constant(peakEnd.stretch.share as number) }
        : { seconds: parameters.slot('memory.stretch.seconds'), share: parameters.slot('memory.stretch.share') },
    weights:
      blend === undefined
        ? { peak: zero, end: zero, mean: zero, beginning: zero, trend: zero, duration: zero }
        : weights(blend.weights, cohesion, parameters, columns),
    cohesion: memory.kind === 'recency' ? cohesion : 1,
    halfLife: own('halfLife'),
    acclimation: own('acclimation'),
    decay: own('decay'),
    remember: memory.kind === 'custom' ? memory.remember : undefined,
  };
}

/**
 * Drawn weights are divided by their sum. What a journey lacks in cohesion moves from peak, end and beginning to the mean, so that they go on
 * summing to 1; of a trend it is gone.
 */
function weights(given: BlendMemory['weights'], cohesion: number, parameters: ModelSlots, columns: ColumnPlan): MemoryPlan['weights'] {
  const written = (name: WeightName): Slot => parameters.slot(`memory.weights.${name}`);
  const summing = [written('peak'), written('end'), written('mean'), written('beginning')];
  const drawn = (['peak', 'end', 'mean', 'beginning'] as const).some((name) => typeof given[name] !== 'number');
  const divided = (name: WeightName): Slot => {
    if (!drawn) return written(name);
    // Whose drawn weights are all 0 remembers the mean.
    return columns.derive(`weight ${name}`, [...summing, written(name)], (values) => {
      const sum = values[0]! + values[1]! + values[2]! + values[3]!;
      return sum > 0 ? values[4]! / sum : name === 'mean' ? 1 : 0;
    });
  };
  const kept = (slot: Slot): Slot =>
    cohesion === 1 ? slot : columns.derive(`cohesion ${cohesion}`, [slot], (values) => cohesion * values[0]!);
  const [peak, end, mean, beginning] = [divided('peak'), divided('end'), divided('mean'), divided('beginning')];
  return {
    peak: kept(peak),
    end: kept(end),
    mean:
      cohesion === 1
        ? mean
        : columns.derive(
            `cohesion mean ${cohesion}`,
            [mean, peak, end, beginning],
            (values) => values[0]! + (1 - cohesion) * (values[1]! + values[2]! + values[3]!),
          ),
    beginning: kept(beginning),
    trend: kept(written('trend')),
    duration: written('duration'),
  };
}
