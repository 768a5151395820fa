import { everyMemoryNumber, memoryKinds, numberSettings } from '../model/memory';
import type { Distribution } from '../distributions/families';
import { deepFreeze } from '../plain/deep-freeze';
import { modelParameters, type ModelParameter } from '../model/parameters';
import type { ExperienceModelInput, Parameter } from '../model/types';
import { power } from '../numerics/power';
import { distributions } from './distributions';
import type { Arbitrary, Fc } from './fast-check';
import { lists, maybe, setAt, simplestFirst, withoutGaps } from './maybe';
import { between, clamp, tidy, toShares } from './quantities';
import { flags, most, type Rules } from './read-constraints';

/** Which experience models there are to be. */
export interface ModelConstraints {
  /** How many settings may differ from the default, the memory apart. Default 4. */
  readonly maxChanges?: number | undefined;
  /** Memories other than the default. Default true. */
  readonly memories?: boolean | undefined;
  /** Settings that differ between customers. Default true. */
  readonly distributions?: boolean | undefined;
}

export const modelRules: Rules<ModelConstraints> = {
  maxChanges: { min: 0, max: most, whole: true },
  ...flags('memories', 'distributions'),
};

type Plain = Record<string, unknown>;

/** Where a setting lies: from −20 (the least) over 0 (the default) to 20 (the most), or drawn for each customer. */
interface SettingSeed {
  readonly steps: number;
  readonly drawn: Distribution | undefined;
}

/** Models with a few settings that differ from the default, anywhere in their documented ranges. Shrinks towards the default: `{}`. */
export function models(fc: Fc, constraints: ModelConstraints = {}): Arbitrary<ExperienceModelInput> {
  const { maxChanges = 4, memories: withMemories = true, distributions: withDistributions = true } = constraints;
  const paths = Object.keys(modelParameters).filter((path) => !path.startsWith('memory.'));
  const setting = settings(fc, withDistributions);
  const change = fc.tuple(fc.constantFrom(...paths), setting);
  return fc
    .record({
      changes: lists(fc, change, { min: 0, max: maxChanges }),
      perspective: maybe(fc, fc.constantFrom('retrospective', 'prospective')),
      memory: withMemories ? maybe(fc, memories(fc, setting), 1, 1) : fc.constant(undefined),
    })
    .map(({ changes, perspective, memory }) => {
      const model: Plain = {};
      for (const [path, seed] of changes) setAt(model, path, settingOf(path, seed));
      if (perspective !== undefined) setAt(model, 'time.perspective', perspective);
      if (memory !== undefined) model['memory'] = memory;
      return deepFreeze(withoutGaps(model)) as ExperienceModelInput;
    });
}

function settings(fc: Fc, withDistributions: boolean): Arbitrary<SettingSeed> {
  const drawn = maybe(fc, distributions(fc, { min: 0, max: 1, depth: 0 }), 1, 4);
  return fc.record({ steps: fc.integer({ min: -20, max: 20 }), drawn: withDistributions ? drawn : fc.constant(undefined) });
}

function memories(fc: Fc, setting: Arbitrary<SettingSeed>): Arbitrary<object> {
  const both = {
    carryOver: maybe(fc, setting),
    recallDelay: maybe(fc, setting),
    lifetime: maybe(fc, setting, 1, 4),
    effort: maybe(fc, fc.constantFrom('mean', 'remembered'), 1, 4),
  };
  const weight = fc.integer({ min: 0, max: 10 });
  const blend = fc.record({
    kind: fc.constant('blend'),
    ...both,
    weights: maybe(
      fc,
      fc.record({ shared: fc.tuple(weight, weight, weight, weight), trend: maybe(fc, setting), duration: maybe(fc, setting) }),
      2,
      1,
    ),
    peak: maybe(
      fc,
      simplestFirst<unknown>(fc, [
        [3, fc.constantFrom('extreme', 'furthest', 'worst', 'best')],
        [1, between(fc, 0, 1).map((worstAndBest) => ({ worstAndBest }))],
      ]),
    ),
    stretch: maybe(fc, fc.record({ seconds: maybe(fc, setting), share: maybe(fc, setting) }), 1, 1),
    endWindow: maybe(
      fc,
      simplestFirst<unknown>(fc, [
        [1, between(fc, 0, 1).map((share) => ({ share }))],
        [1, between(fc, 0, 3600).map((seconds) => ({ seconds }))],
      ]),
    ),
  });
  const others = kinds
    .filter((kind) => memoryKinds[kind].settings.every((name) => numberSettings(kind).includes(name)))
    .map((kind) => {
      const own = Object.fromEntries(numberSettings(kind).map((name) => [name, maybe(fc, setting)]));
      return [1, fc.record({ kind: fc.constant(kind), ...both, ...own })] as const;
    });
  return simplestFirst<object>(fc, [[4, blend], ...others]).map((seed) => memoryOf(seed as Plain));
}

const kinds = /* @__PURE__ */ Object.keys(memoryKinds) as (keyof typeof memoryKinds)[];

function memoryOf(seed: Plain): object {
  const memory: Plain = { ...seed };
  for (const name of [...everyMemoryNumber, ...kinds.flatMap(numberSettings)]) {
    if (seed[name] !== undefined) memory[name] = settingOf(`memory.${name}`, seed[name] as SettingSeed);
  }
  const stretch = seed['stretch'] as Plain | undefined;
  if (stretch !== undefined) {
    const parts = Object.entries(stretch).filter(([, part]) => part !== undefined);
    memory['stretch'] = Object.fromEntries(
      parts.map(([name, part]) => [name, settingOf(`memory.stretch.${name}`, part as SettingSeed)] as const),
    );
  }
  const weights = seed['weights'] as
    { shared: readonly number[]; trend?: SettingSeed | undefined; duration?: SettingSeed | undefined } | undefined;
  if (weights !== undefined) {
    const { shared, trend, duration } = weights;
    const [peak, end, mean, beginning] = toShares(shared.some((part) => part > 0) ? shared : [0, 0, 1, 0]);
    const beside = {
      trend: trend && settingOf('memory.weights.trend', trend),
      duration: duration && settingOf('memory.weights.duration', duration),
    };
    memory['weights'] = { peak, end, mean, beginning, ...beside };
  }
  return memory;
}

function settingOf(path: string, { steps, drawn }: SettingSeed): Parameter {
  const range = modelParameters[path]!;
  const isWide = range.max > 1e4;
  if (drawn !== undefined && !isWide) return { type: 'scaled', distribution: drawn, scale: range.max - range.min, shift: range.min };
  return isWide ? wideSetting(range, steps) : evenSetting(range, steps);
}

function evenSetting({ min, max, default: usual }: ModelParameter, steps: number): number {
  const share = Math.abs(steps) / 20;
  return clamp(tidy(steps < 0 ? usual - share * (usual - min) : usual + share * (max - usual)), min, max);
}

/** Over many orders of magnitude, each step multiplies. */
function wideSetting({ min, max, default: usual }: ModelParameter, steps: number): number {
  if (steps === 0) return usual;
  const from = Math.max(usual, 60);
  const end = steps < 0 ? Math.max(min, 1e-3) : max;
  return clamp(tidy(from * power(end / from, Math.abs(steps) / 20), 3), min, max);
}
