import { JourneyError } from '../errors/journey-error';
import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { throwIssues } from '../plain/issues-error';
import { grouped } from '../results/format-outcome';
import { segmentIds } from '../results/order';
import type { AnySimulation } from '../results/types';
import type { Summary } from '../summary/types';
import type { DrawnLine } from './drawing';
import { failShare, mostTries } from './failing';
import { readSteps, type EmotionRibbonStep } from './ribbon-input';

/** Each step as it is drawn: the mean line, the middle half of customers around it, where peaks lie, who takes part, leaves and fails. */
export function stepsOf(
  result: AnySimulation,
  segment: string | undefined,
  across: 'clock' | 'felt',
  path = 'result',
): EmotionRibbonStep[] {
  const { interactions } = summaryOf(result, segment, 'segment');
  if (interactions === undefined) {
    throw new JourneyError([
      {
        code: 'missing',
        path: `${path}.overall.interactions`,
        expected: 'a result with its steps',
        received: 'none',
        hint: "add 'interactions' to the study's outcomes, or leave outcomes out",
      },
    ]);
  }
  const asked = result.study.segments.filter(({ id }) => segment === undefined || id === segment);
  // A gap is not felt: there is nothing to draw.
  const felt = result.journey.interactions.filter(({ kind }) => kind !== 'gap');
  const steps = felt.map((step): EmotionRibbonStep => {
    const { affect, affectStart, affectEnd, clockDuration, perceivedDuration, peakShare, reached, left } = interactions[step.id]!;
    const shown = asked.map((one) => ({ segment: one, step: result.segments[one.id]?.interactions?.[step.id] }));
    const fails = failShare(step, shown);
    const tries = mostTries(step);
    return {
      id: step.id,
      label: step.name ?? step.id,
      ...(step.stage === undefined ? {} : { stage: step.stage }),
      wait: step.kind === 'wait',
      seconds: (across === 'felt' ? perceivedDuration : clockDuration).mean,
      affectStart,
      affectEnd,
      low: affect.quantiles.p25,
      high: affect.quantiles.p75,
      peakShare,
      reached,
      ...(left > 0 ? { left } : {}),
      ...(fails > 0 ? { fails } : {}),
      ...(fails > 0 && tries > 1 ? { tries } : {}),
    };
  });
  const issues: Issue[] = [];
  const read = readSteps(steps, issues);
  throwIssues(issues);
  return read;
}

/** A line through these steps, one slot each: peak where most of the peaks lie, end at the last step that anybody lives. */
export function lineOf(name: string, steps: readonly EmotionRibbonStep[], slots?: readonly { from: number; to: number }[]): DrawnLine {
  const shares = steps.map(({ peakShare }) => peakShare);
  return {
    name,
    steps: steps.map((step, index) => ({ ...step, ...(slots?.[index] ?? { from: index, to: index }) })),
    peakIndex: shares.indexOf(Math.max(...shares)),
    endIndex: Math.max(
      0,
      steps.findLastIndex(({ reached }) => reached > 0),
    ),
  };
}

/** How many customers a picture shows, and how to read its scale. */
export function customersLine(result: AnySimulation, segment: string | undefined): string {
  const segments = segmentIds(result).length;
  const everybody = segments === 1 ? 'customers' : `customers in each of ${segments} segments, weighted by their shares`;
  const who = segment === undefined ? everybody : `customers of segment ${segment}`;
  return `${grouped(result.study.customers)} simulated ${who}. Affect from −10 (worst) to +10 (best).`;
}

export function summaryOf(result: AnySimulation, segment: string | undefined, option: 'segment' | 'against'): Summary<never> {
  if (segment === undefined) return result.overall;
  const found = Object.hasOwn(result.segments, segment) ? result.segments[segment] : undefined;
  if (found !== undefined) return found;
  throw new JourneyError([unknownName(option, segment, segmentIds(result))]);
}
