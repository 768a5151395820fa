import type { Drivers, DriversHere, StepDrivers } from '../drivers/types';
import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatDifferenceWithInterval, formatOutcome, percent } from '../results/format-outcome';
import { segmentName } from '../results/segment-name';
import { unitOf } from './axis';
import { checkShape, intervalShape, studyShape, type Shape } from './check-shape';
import { makeChart, readLook } from './make-chart';
import { pointViews, type Point } from './points-view';
import type { Chart, ChartOptions } from './types';
import { byOrder, listed, studyWords } from './words';

/** What {@link driversChart} may be told. */
export interface DriversChartOptions extends ChartOptions {
  /** A segment's id. Default: all customers. */
  readonly segment?: string | undefined;
}

const here = {
  steps: {
    '*': {
      name: 'text',
      'affect?': { mean: 'number', interval: intervalShape },
      levers: { 'affect?': { difference: 'number', interval: intervalShape } },
      'field?': 'text',
      'clear?': 'flag',
    },
  },
  'lines?': { importance: 'number', performance: 'number' },
} as const satisfies Shape;
const shape: Shape = {
  outcome: 'outcome',
  overall: here,
  segments: { '*': here },
  order: { segments: ['text'], steps: ['text'] },
  study: studyShape,
};

/**
 * Importance against performance (Martilla & James 1977): each step by how it feels now, from left to right, and by what one more point of affect brings,
 * upwards. Filled: its intervals keep clear of both lines.
 *
 * @param drivers What `drivers` of `peakend/decide` returned, or the same read back from JSON.
 * @param options `segment`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification; upwards in the outcome's unit, more is better.
 * @throws JourneyError for anything else than such a result, for one with fewer than two steps to place, for options that are wrong, and for a segment
 * that it does not have.
 *
 * @example
 * import { drivers } from 'peakend/decide';
 * import { driversChart } from 'peakend/charts';
 * const steps = [['wait', -3, 900], ['talk', 2, 300], ['bill', -1, 60]];
 * const visit = { name: 'Visit', interactions: steps.map(([id, affect, duration]) => ({ id, affect, duration })) };
 * driversChart(drivers({ journey: visit, customers: 50, seed: 1 })).title.text; // 'Matters more than the average step, and feels worse: wait'
 */
export function driversChart(drivers: Drivers, options: DriversChartOptions = {}): Chart {
  const result = checkShape<Drivers>(drivers, 'drivers', 'drivers', 'drivers', shape);
  const { look, read } = readLook(options, ['segment']);
  const segments = byOrder(result.order.segments, result.segments, 'drivers.segments');
  const ids = segments.map(([id]) => id);
  const segment = read.by('segment', (value, path, issues) => {
    if (typeof value === 'string' && ids.includes(value)) return value;
    issues.push(unknownName(path, value, ids));
    return undefined;
  });
  read.finish();
  const { outcome, order, study } = result;
  const whole: DriversHere = segment === undefined ? result.overall : result.segments[segment]!;
  const where = segment === undefined ? 'drivers.overall' : 'drivers.segments';
  const placed = byOrder(order.steps, whole.steps, `${where}.steps`).flatMap(([, step]) => placeOf(step, outcome) ?? []);
  const { lines } = whole;
  if (lines === undefined || placed.length < 2) throw tooFew(where, placed.length);
  const unit = unitOf(
    outcome,
    placed.flatMap(({ yLow, yHigh }) => [yLow, yHigh]),
    true,
    'gain',
  );
  const clear = placed.filter(({ field, isFilled }) => field === 'concentrate here' && isFilled).map(({ name }) => name);
  const verbs =
    clear.length === 1 ? 'Matters more than the average step, and feels worse' : 'Matter more than the average step, and feel worse';
  const finding = clear.length === 0 ? 'No step clearly matters more than the average step and feels worse' : `${verbs}: ${listed(clear)}`;
  const who = segment === undefined ? '' : `${segmentName(study.segments, segment)}. `;
  return makeChart(
    {
      finding: segment === undefined ? finding : `${segmentName(study.segments, segment)}: ${finding[0]!.toLowerCase()}${finding.slice(1)}`,
      caption: [
        `${who}Upwards what one more point of affect brings, to the right how a step feels now. The lines stand at the means over these steps (Martilla & James 1977). Filled: its intervals (${percent(study.confidence)}, simulation error only) keep clear of both. ${studyWords(study, true)}`,
      ],
      told: placed.map(({ detail }) => detail),
      table: {
        head: ['step', 'importance: +1 affect', 'performance: affect', 'field'],
        rows: placed.map(({ name, importance, performance, field, isFilled }) => [
          name,
          importance,
          performance,
          isFilled ? field : `${field}?`,
        ]),
      },
    },
    pointViews(
      placed,
      {
        x: { per: 1, title: 'affect now, −10 to +10', sign: '' },
        y: { ...unit, title: `${unit.title}, from one more point of affect` },
        isSigned: { x: true, y: true },
        lines: { x: lines.performance, y: lines.importance },
        fields: { above: ['concentrate here', 'keep up the good work'], below: ['low priority', 'possible overkill'] },
      },
      look,
    ),
    look,
  );
}

interface Placed extends Point {
  readonly field: string;
  readonly importance: string;
  readonly performance: string;
}

/** Undefined of a step that is not in the table. */
function placeOf({ name, affect, levers, field, clear }: StepDrivers, outcome: OutcomeName): Placed | undefined {
  const effect = levers.affect;
  if (affect === undefined || effect === undefined || field === undefined) return undefined;
  const { low, high } = effect.interval;
  const isHigher = outcomeDescriptions[outcome].better === 'higher';
  const importance = formatDifferenceWithInterval(outcome, effect.difference, low, high);
  const performance = formatOutcome('meanAffect', affect.mean);
  const whether = clear === true ? '' : ', which its intervals leave open';
  return {
    name,
    x: affect.mean,
    xLow: affect.interval.low,
    xHigh: affect.interval.high,
    y: isHigher ? effect.difference : -effect.difference,
    yLow: isHigher ? low : -high,
    yHigh: isHigher ? high : -low,
    detail: `${name}: one more point of affect ${importance}, feels ${performance} now: ${field}${whether}`,
    isFilled: clear === true,
    shape: 'circle',
    field,
    importance,
    performance,
  };
}

function tooFew(where: string, count: number): JourneyError {
  return new JourneyError([
    {
      code: 'missing',
      path: `${where}.lines`,
      expected: 'at least two steps with importance and performance',
      received: count === 1 ? 'one' : 'none',
      hint: 'a table of fewer says nothing; toText tells the figures',
    },
  ]);
}
