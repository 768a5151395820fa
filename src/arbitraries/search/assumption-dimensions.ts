import { formatNumber } from '../../distributions/format-number';
import { formatSeconds } from '../../distributions/format-seconds';
import type { Journey } from '../../journey/types';
import { modelParameters } from '../../model/parameters';
import { averaging, classicPeakEnd, meanEnd, recency } from '../../model/memory';
import type { ExperienceModel, MemoryModelInput } from '../../model/types';
import { units } from '../../journey/units';
import { parameterPriors } from '../../robustness/parameter-priors';
import { grid, setAt, type Dimension } from './dimension';
import type { SearchRange } from './types';

interface OtherMemory {
  readonly memory: MemoryModelInput;
  readonly words: string;
}

/** Other memories that published data speak for. */
const otherMemories: { readonly [name: string]: OtherMemory } = {
  classicPeakEnd: { memory: classicPeakEnd, words: 'people remember nothing but peak and end' },
  averaging: { memory: averaging, words: 'people remember the plain average' },
  meanEnd: { memory: meanEnd, words: 'people remember mostly average and end' },
  recency: { memory: recency(), words: 'people remember later moments better' },
};

/** What the model assumes and may be wrong about, as far as it can matter in these journeys. */
export function assumptionDimensions(
  journeys: readonly Journey[],
  model: ExperienceModel,
  space: boolean | { readonly [path: string]: SearchRange },
): Dimension[] {
  if (space === false) return [];
  const ranges: { readonly [path: string]: SearchRange } = space === true ? parameterPriors : space;
  const matters = relevance(journeys);
  const parameters = Object.entries(ranges)
    .filter(([path]) => space !== true || matters(path))
    .map(([path, { low, high }]): Dimension => {
      const usual = valueAt(model, path) ?? modelParameters[path]?.default ?? low;
      return {
        key: path,
        of: 'assumption',
        ...grid({ low, high }, usual),
        put: ({ model: changed }, value) => setAt(changed, path, value),
        words: (value) => `${nameOf(path)} is ${written(path, value as number)} (usually ${written(path, usual)})`,
      };
    })
    .filter(({ values }) => values.length > 0);
  return space === true && model.memory.kind !== 'custom' ? [memoryDimension(model), ...parameters] : parameters;
}

function memoryDimension(model: ExperienceModel): Dimension {
  const { carryOver, recallDelay } = model.memory;
  const names = Object.keys(otherMemories).filter((name) => JSON.stringify(otherMemories[name]!.memory) !== JSON.stringify(model.memory));
  return {
    key: 'memory',
    of: 'assumption',
    values: names,
    ends: names,
    // When people are asked, and how mood carries over, is not what is in doubt.
    put: ({ model: changed }, value) => void (changed['memory'] = { ...otherMemories[value]!.memory, carryOver, recallDelay }),
    words: (value) => otherMemories[value]!.words,
  };
}

/** Which parameters can matter at all in what stands in these journeys. */
function relevance(journeys: readonly Journey[]): (path: string) => boolean {
  const all = journeys.flatMap((journey) => Array.from(units(journey), ({ unit }) => unit));
  const waits = all.filter((unit) => unit.kind === 'wait' && !('parts' in unit));
  const conditions = waits.map(({ wait = {} }) => wait);
  const chooses = all.some((unit) => 'choice' in unit && unit.choice !== undefined);
  const leaves = all.some(({ dropout = 0 }) => dropout > 0);
  const promises = journeys.some(({ promise }) => promise !== undefined);
  const anxious = conditions.some((wait) => (wait.anxious ?? 0) > 0);
  const rules: readonly (readonly [RegExp, boolean])[] = [
    [/^waiting\.anxious/, anxious],
    [/^waiting\.animated/, conditions.some(({ display }) => display === 'animated')],
    [/^waiting\.(informed|information)/, conditions.some(({ informed }) => informed === true)],
    [/^waiting\.explained/, conditions.some(({ explained }) => explained === true)],
    [/^waiting\.unfair/, conditions.some(({ fair }) => fair === false)],
    [/^waiting\.phase\.before/, conditions.some(({ phase }) => phase === 'before')],
    [/^waiting\.phase\.after/, conditions.some(({ phase }) => phase === 'after')],
    [/^waiting\.tolerance/, !promises && conditions.some(({ tolerance }) => tolerance === undefined)],
    [/^waiting\.occupied/, conditions.some(({ occupied }) => occupied === undefined)],
    [/^waiting\./, waits.length > 0],
    [/^choice\.relief/, chooses || anxious],
    [/^choice\./, chooses],
    [/^progress\./, leaves && journeys.some(({ progress }) => progress?.shown === true)],
    [/^abandonment\./, leaves || waits.length > 0],
    [/^satisfaction\.late/, promises],
  ];
  return (path) => rules.find(([pattern]) => pattern.test(path))?.[1] ?? true;
}

function valueAt(model: ExperienceModel, path: string): number | undefined {
  let value: unknown = model;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return typeof value === 'number' ? value : undefined;
}

const names: { readonly [path: string]: string } = {
  'time.beta': 'the exponent of felt time',
  'time.boundary': 'what each further step takes off felt time',
  'waiting.idle.time': 'the stretch of an idle wait',
  'waiting.anxious.time': 'the stretch of an anxious wait',
  'waiting.impatience': 'what a wait loses per doubling',
  'waiting.tolerance': 'the time before a wait sours',
  'waiting.informed.hazard': 'the haste to leave an informed wait',
  'waiting.explained.hazard': 'the haste to leave an explained wait',
  'waiting.occupied': 'how occupied a wait is when nobody says',
  'memory.carryOver': 'the mood carried over from step to step',
  'choice.attraction': 'the pull of choosing among good options',
  'choice.weight': 'the weight of a better feeling in choosing',
  'choice.deciding': 'the time deciding takes per doubling of options',
  'progress.gain': 'the power of a progress display',
  'abandonment.affect': 'how bad leaving feels',
  'satisfaction.balance': 'the weight of the memory itself',
  'satisfaction.lossAversion': 'loss aversion',
  'satisfaction.scale': 'the spread of satisfaction',
  'satisfaction.late': 'what lateness costs at most',
  'satisfaction.slow': 'what slowness costs per doubling',
  'loyalty.slope': 'the slope of loyalty',
};

function nameOf(path: string): string {
  return names[path] ?? path;
}

function written(path: string, value: number): string {
  return path === 'waiting.tolerance' || path === 'time.reference' ? formatSeconds(value) : formatNumber(value, 2);
}
