import type { Robustness } from '../robustness/types';
import type { Exhibit } from './evidence';
import { outcomeDescriptions } from '../experience/outcomes';
import { sampleSizeFor } from '../planning/sample-size-for';
import { differenceIn } from '../results/comparison-words';
import { percent } from '../results/format-outcome';
import { inOrder, variantNames } from '../results/order';
import type { Comparison, Simulation } from '../results/types';
import { restingSteps, type RestingStep } from './rests-on';
import type { ReportBlock } from './report-blocks';

const mostSteps = 3;

/** What would teach most, as robustness found where it was handed over; and how many real people would show the difference. */
export function measureNext(result: Simulation | Comparison, exhibits: readonly Exhibit[]): ReportBlock[] {
  const tried = exhibits.flatMap((exhibit) =>
    'result' in exhibit && exhibit.result.kind === 'robustness' ? [exhibit.result as Robustness] : [],
  );
  const steps = tried.length === 0 ? byWeight(result) : tried.flatMap(byWorth);
  return [...steps, ...(result.kind === 'comparison' ? inTheWorld(result) : [])];
}

/** What robustness found to be worth knowing. */
function byWorth({ information: { sentence, measureFirst } }: Robustness): ReportBlock[] {
  const points = measureFirst.map((one) => one.sentence);
  return [{ prose: sentence }, ...(points.length === 0 ? [] : [{ prose: 'Of the journeys and segments first:' }, { points }])];
}

/** Where nobody tried: the heaviest steps whose numbers nobody measured. */
function byWeight(result: Simulation | Comparison): ReportBlock[] {
  const open = restingSteps(result).filter(({ kind }) => kind === 'guess' || kind === 'not said' || kind === 'expert');
  const heaviest = open
    .filter(({ felt }) => felt !== undefined)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, mostSteps);
  const points = heaviest.map(
    ({ name, journey, felt, peaks, kind, isEnd }) =>
      `${name} (${journey}): ${percent(Math.min(1, felt!))} of the felt time, ${percent(Math.min(1, peaks!))} of the peaks${isEnd ? ', and the end' : ''}; its numbers are ${kind === 'guess' ? 'a guess' : kind === 'expert' ? 'from an expert' : 'of a source not said'}.`,
  );
  return [
    ...(points.length === 0
      ? [
          {
            prose:
              open.length === 0
                ? 'All steps rest on measurements or literature.'
                : 'Ask the study for interactions to see which steps weigh most.',
          },
        ]
      : [
          {
            prose:
              'The steps that weigh most among those nobody measured (by felt time, peaks and end: a judgement, not a calculation of what the answer would gain).',
          },
          { points },
        ]),
  ];
}

/** Felt time, peaks and end, each counted as one whole. */
function weight({ felt, peaks, isEnd }: RestingStep): number {
  return felt! + peaks! + (isEnd ? 1 : 0);
}

/** What a test with real people would take. */
function inTheWorld(result: Comparison): ReportBlock[] {
  const points = inOrder(variantNames(result), result.variants).flatMap(([name, variant]) => {
    const { conclusion } = differenceIn(variant.overall, result.leading)!;
    if (conclusion !== 'better' && conclusion !== 'worse') return [];
    return [`${name}: ${sampleSizeFor(result, { variant: name, outcome: result.leading }).sentence}`];
  });
  if (points.length === 0) return [];
  return [{ prose: `To see the difference in ${outcomeDescriptions[result.leading].label} among real people:` }, { points }];
}
