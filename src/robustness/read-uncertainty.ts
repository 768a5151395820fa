import type { Distribution } from '../distributions/families';
import { quantile, support } from '../distributions/mathematics';
import type { Issue } from '../errors/issue';
import { meant } from '../errors/unknown-name';
import { at, quote, unfit } from '../errors/wording';
import { checkMemory, checkPeak, checkWindow } from '../model/check-memory';
import { checkNumber } from '../plain/check-number';
import { readRecord, type Reading } from '../plain/reading';
import { checkParameter } from '../model/check-parameter';
import { modelParameters } from '../model/parameters';
import { averaging, classicPeakEnd, everyMemory, meanEnd, peakEnd, recency } from '../model/memory';
import { resolveModel } from '../model/resolve-model';
import type { CustomMemory, EndWindow, ExperienceModel, MemoryModel, MemoryModelInput, PeakRule } from '../model/types';
import { defaultEnds, defaultPeaks } from './memory-rules';
import type { ResolvedStudy } from '../simulation/read-study';
import type { Input } from './inputs';
import { checkInputs, chooseInputs } from './read-inputs';
import { parameterPriors } from './parameter-priors';
import type { DrawnParameter } from './types';
import { parameterOf } from './with-parameters';

/** A model with the name of the memory it holds. */
export interface NamedModel {
  readonly name: string;
  readonly model: ExperienceModel;
}

/** What is to be varied, read and resolved against the study's own model. */
export interface ReadUncertainty {
  /** The study's model once with each memory. */
  readonly memory: readonly NamedModel[];
  /** Rules for peak and end, by name; none where every memory keeps its own. */
  readonly peak: { readonly [name: string]: PeakRule };
  readonly endWindow: { readonly [name: string]: EndWindow };
  readonly parameters: ReadonlyMap<string, DrawnParameter>;
  /** Of the journeys and segments. */
  readonly inputs: ReadonlyMap<string, Input>;
  readonly draws: number;
  /** Base sets for shares of the uncertainty. */
  readonly shares: number;
}

const defaultDraws = 200;
const defaultShares = 128;
export const mostDraws = 10_000;
const defaultMemory = { peakEnd, classicPeakEnd, meanEnd, averaging, recency: recency() };

/** What the door makes of `over` (plain data, copied), before the study's model is known. */
export interface CheckedIgnorance {
  readonly resolve: (study: ResolvedStudy) => ReadUncertainty;
}

const nothing: CheckedIgnorance = {
  resolve: () => ({ memory: [], peak: {}, endWindow: {}, parameters: new Map(), inputs: new Map(), draws: 0, shares: 0 }),
};

export function checkUncertainty(input: unknown, base: ExperienceModel, issues: Issue[]): CheckedIgnorance {
  const keys = ['memory', 'peak', 'endWindow', 'parameters', 'inputs', 'draws', 'shares'] as const;
  const over = readRecord(input, 'over', issues, 'an object with memory, peak, endWindow, parameters, inputs and draws', keys);
  if (over === undefined) return nothing;
  const memory = checkMemories(over, base);
  const peak = checkRules<PeakRule>(over, 'peak', "{ extreme: 'extreme', worst: 'worst' }", checkPeak);
  const endWindow = checkRules<EndWindow>(over, 'endWindow', '{ minute: { seconds: 60 } }', checkWindow);
  // Whoever names memory models names them whole, with their peak and end.
  const whole = over.has('memory');
  const parameters = checkParameters(over);
  const widths = checkInputs(over);
  const number = over.number('draws', { min: 1, max: mostDraws, what: 'a whole number' });
  const draws = number === undefined ? defaultDraws : (over.whole('draws', { min: 1, max: mostDraws }) ?? defaultDraws);
  const shares = over.whole('shares', { min: 0, max: mostDraws, what: 'a whole number' }) ?? defaultShares;
  return {
    resolve: ({ model, ...study }) => ({
      memory:
        memory.length === 0
          ? [{ name: 'as studied', model }]
          : memory.map(([name, one]) => ({ name, model: resolveModel(model, { memory: sameQuestion(one, model.memory) }) })),
      peak: peak ?? (whole ? {} : withStudied(defaultPeaks, ownPeak(model.memory))),
      endWindow: endWindow ?? (whole ? {} : withStudied(defaultEnds, ownEnd(model.memory))),
      parameters: parameters === undefined ? defaultParameters(model) : asStudied(parameters, model),
      inputs: chooseInputs(widths, { model, ...study }),
      draws,
      shares,
    }),
  };
}

type Over = Reading<'memory' | 'peak' | 'endWindow' | 'parameters' | 'inputs' | 'draws' | 'shares'>;

function checkMemories(over: Over, base: ExperienceModel): (readonly [string, MemoryModelInput | CustomMemory])[] {
  if (!over.has('memory')) return Object.entries(defaultMemory);
  const models = over.record('memory', 'memory models by name', undefined, 'for example memory: { peakEnd, averaging }');
  return Object.entries(models?.written ?? {}).map(([name, one]) => [
    name,
    checkMemory(one, at('over.memory', name), over.issues, base.memory) as MemoryModelInput | CustomMemory,
  ]);
}

/** Peak rules or end windows by name, each checked as in a model. */
function checkRules<Rule>(
  over: Over,
  key: 'peak' | 'endWindow',
  example: string,
  check: (rule: unknown, path: string, issues: Issue[]) => void,
): { readonly [name: string]: Rule } | undefined {
  const rules = over.record(key, 'rules by name', undefined, `for example ${key}: ${example}`);
  for (const [name, rule] of Object.entries(rules?.written ?? {})) check(rule, at(over.at(key), name), over.issues);
  return rules?.written as { readonly [name: string]: Rule } | undefined;
}

/** The usual rules, and the study's own where it is none of them. */
function withStudied<Rule>(usual: { readonly [name: string]: Rule }, own: Rule | undefined): { readonly [name: string]: Rule } {
  const known = own === undefined || Object.values(usual).some((rule) => JSON.stringify(rule) === JSON.stringify(own));
  return known ? usual : { 'as studied': own, ...usual };
}

function ownPeak(memory: MemoryModel): PeakRule | undefined {
  return memory.kind === 'blend' ? memory.peak : undefined;
}

/** One stretch where no window is named; a window cannot say of a stretch that differs between customers. */
function ownEnd(memory: MemoryModel): EndWindow | undefined {
  if (memory.kind !== 'blend') return undefined;
  const { seconds, share } = memory.stretch;
  if (memory.endWindow !== undefined || typeof seconds !== 'number' || typeof share !== 'number') return memory.endWindow;
  return seconds === 0 || share === 0 ? { seconds: 0 } : { seconds, share };
}

/** When people are asked, and how mood carries over, stays as studied, unless a memory names something else than the presets' 0. */
function sameQuestion(
  memory: MemoryModelInput | CustomMemory,
  { carryOver, recallDelay, lifetime, effort }: MemoryModel,
): MemoryModelInput {
  const written: MemoryModelInput = typeof memory === 'function' ? { kind: 'custom', remember: memory } : memory;
  return {
    ...written,
    carryOver: written.carryOver || carryOver,
    recallDelay: written.recallDelay || recallDelay,
    lifetime: written.lifetime === undefined || written.lifetime === everyMemory.lifetime ? lifetime : written.lifetime,
    effort: written.effort === undefined || written.effort === everyMemory.effort ? effort : written.effort,
  };
}

function checkParameters(over: Over): ReadonlyMap<string, DrawnParameter> | undefined {
  const { issues } = over;
  const hint = "for example parameters: { 'satisfaction.lossAversion': [1, 2.25] }";
  const parameters = over.record('parameters', 'ranges or distributions by path', undefined, hint);
  if (parameters === undefined) return undefined;
  const drawn = new Map<string, DrawnParameter>();
  for (const [path, written] of Object.entries<unknown>(parameters.written)) {
    const where = at('over.parameters', path);
    const range = Object.hasOwn(modelParameters, path) ? modelParameters[path] : undefined;
    if (range === undefined) {
      const hint = meant(path, Object.keys(modelParameters));
      issues.push({ code: 'unknown-id', path: where, expected: "the path of one of the model's numbers", received: quote(path), ...hint });
      continue;
    }
    const distribution = Array.isArray(written) ? readRange(written, where, range, issues) : checkParameter(written, where, issues, range);
    if (distribution === undefined) continue;
    if (typeof distribution === 'number') {
      issues.push(unfit(written, where, '[low, high] or a distribution', { hint: 'one number leaves nothing unknown: set it in model' }));
      continue;
    }
    drawn.set(path, { distribution, ...endsOf(distribution), source: 'yours' });
  }
  return drawn;
}

function readRange(
  written: readonly unknown[],
  where: string,
  range: { min: number; max: number },
  issues: Issue[],
): Distribution | undefined {
  const [low, high] = written;
  if (written.length !== 2) {
    issues.push(unfit(written, where, 'two numbers, low and high'));
    return undefined;
  }
  const sound = [checkNumber(low, at(where, 0), issues, range), checkNumber(high, at(where, 1), issues, range)];
  if (!sound.every(Boolean)) return undefined;
  if ((low as number) < (high as number)) return { type: 'uniform', min: low as number, max: high as number };
  issues.push({ code: 'conflict', path: where, expected: 'low below high', received: `${quote(low)} and ${quote(high)}` });
  return undefined;
}

/** The priors, each with its mode at what the study itself assumes. A parameter that the study lets differ between customers stays so. */
function defaultParameters(model: ExperienceModel): ReadonlyMap<string, DrawnParameter> {
  const drawn = new Map<string, DrawnParameter>();
  for (const [path, prior] of Object.entries(parameterPriors)) {
    const own = parameterOf(model, path);
    if (typeof own !== 'number') continue;
    const low = Math.min(prior.low, own);
    const high = Math.max(prior.high, own);
    drawn.set(path, { distribution: { type: 'pert', min: low, mode: own, max: high }, low, high, asStudied: own, source: prior.source });
  }
  return drawn;
}

function asStudied(parameters: ReadonlyMap<string, DrawnParameter>, model: ExperienceModel): ReadonlyMap<string, DrawnParameter> {
  return new Map(
    [...parameters].map(([path, drawn]) => {
      const own = parameterOf(model, path);
      return [path, typeof own === 'number' ? { ...drawn, asStudied: own } : drawn];
    }),
  );
}

/** Where a parameter is tried alone. A distribution without ends is tried where 98 % of it lies between. */
function endsOf(distribution: Distribution): { readonly low: number; readonly high: number } {
  const { min, max } = support(distribution);
  return {
    low: Number.isFinite(min) ? min : quantile(distribution, 0.01),
    high: Number.isFinite(max) ? max : quantile(distribution, 0.99),
  };
}
