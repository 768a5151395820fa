import { acclimationDecay, experiment, type JourneyInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, type Replication } from './replication';

/** One unit of the published rates is a minute here. */
const minute = 60;
const [acclimation, decay] = [0.3 / minute, 0.1 / minute];
const shortest = (2 * Math.log(0.1 / 0.3)) / (0.1 - 0.3);

function permutations(levels: readonly number[]): number[][] {
  if (levels.length < 2) return [[...levels]];
  return levels.flatMap((level) => permutations(levels.filter((other) => other !== level)).map((rest) => [level, ...rest]));
}

/** The order of six activities that is remembered best, out of all 720. */
function bestOrder(totalMinutes: number): readonly number[] {
  const conditions: { [order: string]: { journey: JourneyInput } } = {};
  for (const order of permutations([1, 2, 3, 4, 5, 6])) {
    conditions[order.join('-')] = {
      journey: journey(
        'Encounter',
        order.map((level) => stretch((totalMinutes * minute) / 6, level)),
      ),
    };
  }
  const made = experiment({
    conditions,
    measure: 'rating',
    contrasts: {},
    model: { memory: acclimationDecay({ acclimation, decay }) },
    customers: 1,
    seed: 'R35',
  });
  const [best] = Object.entries(made.conditions).sort(([, a], [, b]) => b.predicted - a.predicted);
  return best![0].split('-').map(Number);
}

export const r35: Replication = {
  id: 'R35',
  study: 'Das Gupta, Karmarkar & Roels 2016: the order of activities under acclimation and memory decay',
  class: 'A',
  stimulus:
    'Six activities of equal length at levels 1 to 6, α = 0.3 and γ = 0.1 a minute, all 720 orders: 0.8 τ* long (8.8 minutes) and 3 τ* long (33 minutes).',
  note: 'A theorem rather than an experiment; the memory is the paper’s own (`acclimationDecay`), no other parameter matters.',
  verdict: 'holds',
  checks: () => {
    const short = bestOrder(0.8 * shortest);
    const long = bestOrder(3 * shortest);
    const worst = long.indexOf(1);
    return [
      direction('short encounter: best order', 'defaults', short.join(' '), '1 2 3 4 5 6', short.join('') === '123456'),
      direction(
        'long encounter: best order',
        'defaults',
        long.join(' '),
        'the best last, the worst inside, a good one (4 or 5) first',
        long.at(-1) === 6 && worst > 0 && worst < 5 && long[0]! >= 4,
      ),
    ];
  },
};
