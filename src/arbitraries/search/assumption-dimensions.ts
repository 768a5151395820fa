import { formatNumber } from '../../distributions/format-number';
import { formatSeconds } from '../../distributions/format-seconds';
import type { Journey } from '../../journey/types';
import { averaging, classicPeakEnd, meanEnd, recency } from '../../model/memory';
import { modelParameters } from '../../model/parameters';
import { resolveModel } from '../../model/resolve-model';
import type { ExperienceModel, MemoryModelInput } from '../../model/types';
import { parameterPriors } from '../../robustness/parameter-priors';
import { hasStretch, parameterOf } from '../../robustness/with-parameters';
import { setAt } from '../maybe';
import { allUnits, grid, type Dimension } from './dimension';
import type { SearchRange } from './types';

/** Other memories that published data speak for. */
const otherMemories: { readonly [name: string]: { readonly memory: MemoryModelInput; readonly words: string } } = {
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
  if (space !== true) return Object.entries(space).flatMap(([path, range]) => parameterDimension(model, path, range));
  const matters = relevance(journeys);
  const paths = Object.keys(parameterPriors).filter(matters);
  const parameters = paths.flatMap((path) => parameterDimension(model, path, parameterPriors[path]!));
  return model.memory.kind === 'custom' ? parameters : [memoryDimension(model), ...parameters];
}

/** None where it can only be what it is. */
function parameterDimension(model: ExperienceModel, path: string, range: SearchRange): Dimension[] {
  const own = parameterOf(model, path);
  const usual = typeof own === 'number' ? own : modelParameters[path]!.default;
  const values = grid(range, usual);
  const ofStretch = path.startsWith('memory.stretch.');
  if (values.values.length === 0 || (ofStretch && !hasStretch(model.memory))) return [];
  return [
    {
      key: path,
      of: 'assumption',
      ...values,
      put: (draft, value) => {
        // Another memory that is tried at the same time need not have any.
        const tried = { memory: draft.model['memory'] as MemoryModelInput };
        if (!ofStretch || hasStretch(resolveModel(model, tried).memory)) setAt(draft.model, path, value);
      },
      words: (value) => `${names[path] ?? path} is ${written(path, value as number)} (usually ${written(path, usual)})`,
    },
  ];
}

function memoryDimension({ memory }: ExperienceModel): Dimension {
  const { carryOver, recallDelay, lifetime, effort } = memory;
  const names = Object.keys(otherMemories).filter((name) => JSON.stringify(otherMemories[name]!.memory) !== JSON.stringify(memory));
  return {
    key: 'memory',
    of: 'assumption',
    values: names,
    ends: names,
    // When people are asked, and how mood carries over, is not what is in doubt.
    put: ({ model }, value) => void (model['memory'] = { ...otherMemories[value]!.memory, carryOver, recallDelay, lifetime, effort }),
    words: (value) => otherMemories[value]!.words,
  };
}

/** Which parameters can matter at all in what stands in these journeys. */
function relevance(journeys: readonly Journey[]): (path: string) => boolean {
  const all = allUnits(journeys);
  const waits = all.filter((unit) => unit.kind === 'wait' && !('parts' in unit));
  const conditions = waits.map(({ wait = {} }) => wait);
  const chooses = all.some((unit) => 'choice' in unit && unit.choice !== undefined);
  const leaves = all.some(({ dropout = 0 }) => dropout > 0);
  const promises = journeys.some(({ promise }) => promise !== undefined);
  const tolerates = promises || journeys.some(({ tolerance }) => tolerance !== undefined);
  const anxious = conditions.some((wait) => (wait.anxious ?? 0) > 0) || all.some((unit) => (unit.anxious ?? 0) > 0);
  const rules: readonly (readonly [RegExp, boolean])[] = [
    [/^waiting\.anxious/, anxious && waits.length > 0],
    [/^waiting\.animated/, conditions.some(({ display }) => display === 'animated')],
    [/^waiting\.(informed|information)/, conditions.some(({ informed }) => informed === true)],
    [/^waiting\.explained/, conditions.some(({ explained }) => explained === true)],
    [/^waiting\.unfair/, conditions.some(({ fair }) => fair === false)],
    [/^waiting\.phase\.before/, conditions.some(({ phase }) => phase === 'before')],
    [/^waiting\.phase\.after/, conditions.some(({ phase }) => phase === 'after')],
    [/^waiting\.tolerance/, !tolerates && conditions.some(({ tolerance, told }) => tolerance === undefined && told === undefined)],
    [/^waiting\.occupied/, conditions.some(({ occupied }) => occupied === undefined)],
    [/^waiting\./, waits.length > 0],
    [/^choice\.relief/, chooses || anxious],
    [/^choice\./, chooses],
    [/^progress\./, leaves && journeys.some(({ progress }) => (progress?.shown ?? false) !== false)],
    [/^handOff\./, false],
    [/^abandonment\./, leaves || waits.length > 0],
    [/^satisfaction\.late/, promises],
  ];
  return (path) => rules.find(([pattern]) => pattern.test(path))?.[1] ?? true;
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
  'memory.stretch.seconds': 'the longest stretch that worst, best and end are',
  'memory.stretch.share': 'the share of a short journey that worst, best and end are',
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

function written(path: string, value: number): string {
  const seconds = ['waiting.tolerance', 'time.reference', 'memory.stretch.seconds'].includes(path);
  return seconds ? formatSeconds(value) : formatNumber(value, 2);
}
