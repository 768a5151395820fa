import { namedQuantiles, quantileLevels } from '../statistics/estimate';
import { weightedQuantiles } from '../statistics/weighted-quantiles';
import { setOwn } from '../simulation/assemble';
import type { Alone } from './alone';
import { findFlips } from './find-flips';
import { amongSets, isDecided, tallyVerdicts, verdictOf } from './hold';
import { customerVariance, uncertaintyOf, verdictUnder, type Deciding, type WeighedTally } from './place-numbers';
import { rankCorrelation } from './rank-correlation';
import type { ReadRobustness } from './read-robustness';
import { hereSentence } from './robustness-words';
import type { Alternatives, Plan } from './scenarios';
import { sharesIn, type BaseSets } from './shares';
import type { DrawnInput, Flip, MemoryVerdict, ParameterEffect, RobustnessHere, VerdictUnder } from './types';

/** What all places of all variants are made from. */
export interface Lived {
  readonly read: ReadRobustness;
  readonly plan: Plan;
  readonly alone: Alone;
  readonly base: BaseSets | undefined;
  readonly deciding: Deciding;
}

/** One variant in one place: its verdict over all sets, and under each assumption alone. */
export function placeResult(lived: Lived, parts: readonly WeighedTally[], variant: number, place: number): RobustnessHere {
  const { read, plan, alone, base, deciding } = lived;
  const { study, margin, over } = read;
  const { firstSet, sets } = plan;
  const under = (scenario: number): VerdictUnder => verdictUnder(parts, scenario, deciding);
  const asStudied = under(0);
  const verdicts = Array.from({ length: sets }, (_, set) => under(firstSet + set));
  const differences = verdicts.map(({ difference }) => difference);

  const verdictsOf = ({ names, first, ofSet }: Alternatives): { readonly [name: string]: MemoryVerdict } => {
    const found: Record<string, MemoryVerdict> = {};
    names.forEach((name, index) => {
      const own = verdicts.filter((_, set) => ofSet[set] === index);
      setOwn(found, name, { ...under(first + index), sets: own.length, ...tallyVerdicts(own, asStudied, margin) });
    });
    return found;
  };
  const alternatives = { memory: verdictsOf(plan.memory), peak: verdictsOf(plan.peak), endWindow: verdictsOf(plan.endWindow) };

  const effects: { readonly [By in 'parameter' | 'input']: Record<string, ParameterEffect> } = { parameter: {}, input: {} };
  const flips: Flip[] = alternativeFlips(alternatives, asStudied);
  alone.tried.forEach(({ by, path, drawn, values }, index) => {
    const [atLow, atHigh] = alone.ends(index, variant, place);
    setOwn(effects[by], path, { atLow, atHigh, correlation: rankCorrelation(values, differences) });
    if (!isDecided(asStudied)) return;
    const trials = [
      { value: drawn.low, difference: atLow },
      ...alone.between(index, variant, place),
      { value: drawn.high, difference: atHigh },
    ];
    flips.push(...findFlips(by, path, trials, asStudied.difference, drawn.asStudied, margin));
  });

  const quantiles = namedQuantiles(weightedQuantiles([{ values: Float64Array.from(differences), weight: 1 }], quantileLevels));
  const meanOf = (value: (set: number) => number): number => differences.reduce((sum, _, set) => sum + value(set), 0) / sets;
  const difference = {
    mean: meanOf((set) => differences[set]!),
    p5: quantiles.p5,
    p95: quantiles.p95,
    min: Math.min(...differences),
    max: Math.max(...differences),
  };
  const tallied = tallyVerdicts(verdicts, asStudied, margin);
  const spread = {
    uncertainty: uncertaintyOf(parts, differences, study.customers),
    simulation: Math.sqrt(meanOf((set) => verdicts[set]!.standardError * verdicts[set]!.standardError)),
    customers: Math.sqrt(meanOf((set) => customerVariance(parts, firstSet + set))),
  };
  const shares = sharesIn(base, variant, place, spread);
  const here = {
    share: 1,
    asStudied,
    ...tallied,
    difference,
    amongSets: amongSets(asStudied.difference, difference),
    spread: { ...spread, ...(shares === undefined ? {} : { shares }) },
    ...alternatives,
    parameters: effects.parameter,
    inputs: effects.input,
    flips,
    differences,
    verdict: verdictOf({ ...tallied, flips }, plan.numbers.length > 0 ? sets : Infinity),
  };
  const drawn = (path: string): DrawnInput => over.inputs.get(path)!.drawn;
  return { ...here, sentence: hereSentence(read, here, drawn) };
}

function alternativeFlips(tried: Pick<RobustnessHere, 'memory' | 'peak' | 'endWindow'>, asStudied: VerdictUnder): Flip[] {
  if (!isDecided(asStudied)) return [];
  const opposite = asStudied.conclusion === 'better' ? 'worse' : 'better';
  return (['memory', 'peak', 'endWindow'] as const).flatMap((by) =>
    Object.entries(tried[by]).flatMap(([name, { conclusion }]) => (conclusion === opposite ? [{ by, name, conclusion }] : [])),
  );
}
