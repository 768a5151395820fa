import { outcomeDescriptions } from '../experience/outcomes';
import { formatDifferenceWithInterval, percent } from '../results/format-outcome';
import { segmentName } from '../results/segment-name';
import type { Redesigns } from '../search/types';
import { amountText } from '../worth/worth-words';
import { unitOf } from './axis';
import { checkShape, studyShape, type Shape } from './check-shape';
import type { ChartParts } from './make-chart';
import { nowhere, type Point, type PointScales } from './points-view';
import { listed, studyWords } from './words';

const design = {
  name: 'text',
  description: 'text',
  cost: 'number',
  changes: [{ outcome: 'outcome', segment: 'text', difference: 'number', interval: { low: 'number', high: 'number' } }],
} as const satisfies Shape;
const shape: Shape = {
  objectives: [{ outcome: 'outcome', segment: 'text' }],
  leaders: [design],
  front: [{ name: 'text' }],
  'best?': { name: 'text', cost: 'number' },
  study: studyShape,
};

/** What a chart of the designs that a search found is made of: what each costs, and what it brings by the first objective. */
export function searchParts(given: unknown): ChartParts & { readonly points: readonly Point[]; readonly scales: PointScales } {
  const result = checkShape<Redesigns>(given, 'what', 'redesigns', 'findRedesigns', shape);
  const { leaders, best, study } = result;
  const [{ outcome, segment }] = result.objectives as readonly [Redesigns['objectives'][number]];
  const { label } = outcomeDescriptions[outcome];
  const onFront = new Set(result.front.map(({ name }) => name));
  const found = leaders.map(({ name, description, cost, changes }): Point => {
    const { difference: y, interval } = changes[0]!;
    const change = `${label} ${formatDifferenceWithInterval(outcome, y, interval.low, interval.high)}`;
    return {
      ...{ name: letterOf(name), x: cost, xLow: cost, xHigh: cost, y, yLow: interval.low, yHigh: interval.high },
      detail: `${name}: ${description}; cost ${amountText(cost)}, ${change}`,
      shape: name === best?.name ? 'diamond' : 'circle',
      isFilled: onFront.has(name),
      isChosen: name === best?.name,
    };
  });
  const today: Point = {
    ...nowhere,
    name: 'as it is',
    detail: 'as it is: costs nothing, changes nothing',
    shape: 'square',
    isFilled: true,
  };
  const points = [today, ...found];
  const who = segment === 'overall' ? '' : `${segmentName(study.segments, segment)}. `;
  const more = result.objectives.length > 1 ? ', or better in another objective' : '';
  return {
    finding:
      best === undefined || !isClear(leaders.find(({ name }) => name === best.name)!)
        ? `No design found is clearly better in ${label} than the journey as it is`
        : `Best of those found in ${label}: ${best.name}${best.cost === 0 ? '' : `, for ${amountText(best.cost)}`}`,
    caption: [
      `${who}Diamond: the one chosen. Filled: clearly better than everything simpler${more}. On the front: ${listed(result.front.map(({ name }) => letterOf(name)))}. Letters: designs.`,
      `Lines: ${percent(study.confidence)} interval, simulation error only. ${studyWords(study, true)}`,
    ],
    told: points.map(({ detail, isFilled }) => `${detail}${isFilled ? ', on the front' : ''}`),
    table: {
      head: ['', 'cost', label, 'edits'],
      rows: leaders.map(({ name, cost, changes: [change], description }) => [
        name,
        amountText(cost),
        formatDifferenceWithInterval(outcome, change!.difference, change!.interval.low, change!.interval.high),
        description,
      ]),
    },
    points,
    scales: {
      x: { per: 1, title: 'cost', sign: '' },
      y: unitOf(
        outcome,
        points.flatMap(({ yLow, yHigh }) => [yLow, yHigh]),
        true,
      ),
      isSigned: { x: false, y: true },
    },
  };
}

/** Whether its interval rules out that it brings nothing by the first objective. */
function isClear({ changes: [change] }: Redesigns['leaders'][number]): boolean {
  return change!.interval.low > 0 || change!.interval.high < 0;
}

/** `A` of `design A`: names of one letter find room beside each other. */
function letterOf(name: string): string {
  return name.replace(/^design /, '');
}
