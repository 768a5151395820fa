import { signOf } from '../experience/outcomes';
import { expectedGain, fitOn, levelEffects, meanOf, scaledTo, type Gains } from './expected-gain';
import { choiceSentence, measureSentence, modelMovesSentence } from './input-words';
import { capital } from '../words/capital';
import type { ReadRobustness } from './read-robustness';
import type { DrawnNumber, Plan } from './scenarios';
import { sourceOfNumber, uncertaintySources } from './shares';
import type { ParameterEffect, RobustnessHere, ToMeasure, UncertaintyShares, ValueOfInformation, Worth, WorthOfNumber } from './types';

const mostToMeasure = 3;
/** A gain that is no more than so many standard errors is not told from none. */
const told = 2;

/**
 * What it would be worth to know more before choosing between the baseline and the variants, over all customers. `money`: each variant's difference
 * in money over the whole population, set by set; undefined where nobody said what customers are worth, or how many there are.
 */
export function valueOfInformation(
  { names, outcome }: ReadRobustness,
  plan: Plan,
  overall: readonly RobustnessHere[],
  money: Gains | undefined,
): ValueOfInformation {
  const sign = signOf(outcome);
  const gains = overall.map(({ differences }) => differences.map((difference) => sign * difference));
  const means = gains.map(meanOf);
  const nearest = means.indexOf(Math.max(...means));
  const { sets } = plan;
  const worth = (guess: (own: Gains, rows: readonly number[]) => Gains): Worth => ({
    ...expectedGain(sets, (rows) => guess(some(gains, rows), rows)),
    ...(money === undefined ? {} : { money: expectedGain(sets, (rows) => guess(some(money, rows), rows)).gain }),
  });
  const ofNumber = ({ values }: DrawnNumber): WorthOfNumber => ({
    ...worth((own, rows) => own.map((gain) => fitOn(pick(values, rows), gain).fitted)),
    share: Math.max(...gains.map((gain) => fitOn(values, gain).share)),
  });
  const of = (by: DrawnNumber['by']): { readonly [path: string]: WorthOfNumber } =>
    Object.fromEntries(plan.numbers.filter((one) => one.by === by).map((one) => [one.path, ofNumber(one)]));
  const everything = worth((own) => own);
  const [parameters, inputs] = [of('parameter'), of('input')];
  const best = means[nearest]! > 0 ? names[nearest]! : undefined;
  const measureFirst = toMeasure(plan, inputs, overall, outcome, names, nearest);
  const found = {
    ...(best === undefined ? {} : { choice: best }),
    expected: best === undefined ? 0 : sign * means[nearest]!,
    everything,
    sources: worthOfSources(plan, overall, worth),
    parameters,
    inputs,
    measureFirst,
  };
  const ofModel = modelMovesMost(plan, overall[nearest]!, outcome, names.length > 1 ? names[nearest] : undefined);
  return { ...found, sentence: [capital(choiceSentence(outcome, found)), ...ofModel].join(' ') };
}

/** Of all that one source holds: what its numbers or alternatives do one by one, put together until they have its first-order share. */
function worthOfSources(
  plan: Plan,
  overall: readonly RobustnessHere[],
  worth: (guess: (own: Gains, rows: readonly number[]) => Gains) => Worth,
): ValueOfInformation['sources'] {
  const shares = overall.map(({ spread }) => spread.shares);
  const found: { -readonly [Source in keyof ValueOfInformation['sources']]: Worth } = {};
  for (const source of uncertaintySources) {
    if (shares.every((own) => own?.[source] === undefined)) continue;
    const columns = plan.numbers.filter((one) => sourceOfNumber(one) === source).map(({ values }) => values);
    const levels = source === 'memory' ? [plan.memory, plan.peak, plan.endWindow].map(({ ofSet }) => ofSet) : [];
    found[source] = worth((own, rows) =>
      own.map((gain, variant) =>
        scaledTo(
          firstOrder(shares[variant], source),
          [
            ...columns.map((values) => alongLine(pick(values, rows), gain)),
            ...levels.filter((list) => list.length > 0).map((list) => levelEffects(pick(list, rows), gain)),
          ],
          gain,
        ),
      ),
    );
  }
  return found;
}

/** Of what is uncertain without the luck of who was simulated. */
function firstOrder(shares: UncertaintyShares | undefined, source: (typeof uncertaintySources)[number]): number {
  const own = shares?.[source];
  return own === undefined ? 0 : own.first / (1 - shares!.sampling);
}

function alongLine(number: readonly number[], gains: readonly number[]): number[] {
  const [middle, mean] = [meanOf(number), meanOf(gains)];
  let squares = 0;
  let products = 0;
  number.forEach((value, set) => {
    squares += (value - middle) * (value - middle);
    products += (value - middle) * (gains[set]! - mean);
  });
  const slope = squares > 0 ? products / squares : 0;
  return number.map((value) => slope * (value - middle));
}

/**
 * Those first whose worth can be told from none, by it; then those that move the difference of the variant nearest to being chosen, or chosen, most
 * when tried alone. Of what is worth knowing, the variant it moves most is spoken of.
 */
function toMeasure(
  plan: Plan,
  inputs: { readonly [path: string]: WorthOfNumber },
  overall: readonly RobustnessHere[],
  outcome: ReadRobustness['outcome'],
  names: readonly string[],
  nearest: number,
): ToMeasure[] {
  return plan.numbers
    .flatMap(({ by, path, input }) => {
      if (by === 'parameter' || overall[0]!.inputs[path] === undefined) return [];
      const worth = inputs[path]!;
      const rank = worth.gain > told * worth.gainError ? worth.gain : 0;
      const swings = overall.map((here) => swing(here.inputs[path]!));
      const variant = rank > 0 ? swings.indexOf(Math.max(...swings)) : nearest;
      return [{ path, drawn: input!.drawn, variant, moved: swings[nearest]!, rank, worth }];
    })
    .filter(({ moved, rank }) => moved > 0 || rank > 0)
    .sort((one, other) => other.rank - one.rank || other.moved - one.moved)
    .slice(0, mostToMeasure)
    .map(({ path, drawn, variant, rank, worth }) => {
      const here = overall[variant]!;
      const flips = here.flips.filter((flip) => flip.by === 'input' && flip.path === path);
      const known = { ...worth, isWorth: rank > 0 };
      const sentence = measureSentence(outcome, drawn, here.inputs[path]!, known, flips, names.length > 1 ? names[variant] : undefined);
      return { path, variant: names[variant]!, ...worth, flips, sentence };
    });
}

/** What is found out first is a number of the journeys or segments; where one of the model matters more, that has to be said beside them. */
function modelMovesMost(plan: Plan, here: RobustnessHere, outcome: ReadRobustness['outcome'], variant: string | undefined): string[] {
  const [most] = plan.numbers
    .flatMap(({ by, path, drawn: { low, high } }) => {
      const effect = (by === 'parameter' ? here.parameters : here.inputs)[path];
      return effect === undefined ? [] : [{ by, path, low, high, effect }];
    })
    .sort((one, other) => swing(other.effect) - swing(one.effect));
  if (most?.by !== 'parameter' || swing(most.effect) === 0) return [];
  const flips = here.flips.filter((flip) => flip.by === 'parameter' && flip.path === most.path);
  return [modelMovesSentence(outcome, most, most.effect, flips, variant)];
}

function swing({ atLow, atHigh }: ParameterEffect): number {
  return Math.abs(atHigh - atLow);
}

function pick(values: readonly number[], rows: readonly number[]): readonly number[] {
  return rows.length === values.length ? values : rows.map((row) => values[row]!);
}

function some(gains: Gains, rows: readonly number[]): Gains {
  return gains.map((own) => pick(own, rows));
}
