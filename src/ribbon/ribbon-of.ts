import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import { at, quote, unfit } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { throwIssues } from '../plain/issues-error';
import { guardValues } from '../plain/open-options';
import { isList, openAt, peek } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import { grouped } from '../results/format-outcome';
import { segmentIds } from '../results/order';
import type { AnySimulation } from '../results/types';
import type { Summary } from '../summary/types';
import type { EmotionRibbonInput, EmotionRibbonStep } from './ribbon-input';

/** What may be said of a ribbon that is drawn from a simulation. */
export interface RibbonOptions {
  /** A segment's id. Default: all customers. */
  readonly segment?: string | undefined;
  /** The heading. Default: the journey's name. */
  readonly title?: string | undefined;
  /** A line under it. Default: how many customers it shows. */
  readonly subtitle?: string | undefined;
  /** A line at the foot. Default: none. */
  readonly note?: string | undefined;
  /** Pixels, 480…4,000. Default 1,000. */
  readonly width?: number | undefined;
}

const optionNames: readonly (keyof RibbonOptions)[] = ['segment', 'title', 'subtitle', 'note', 'width'];
const expected = 'what simulate returned, or an object with title and steps';

/** What was handed over, as something that may be drawn once it has been checked. Texts and numbers are checked there. */
export function readRibbonSource(what: unknown, given: unknown): unknown {
  const issues: Issue[] = [];
  const fields = openAt(what, 'what', expected, issues);
  const read = reading(given, optionNames, { path: 'options' });
  read.text('segment', 'the id of a segment');
  const options = read.written;
  issues.push(...read.issues);
  throwIssues(issues);
  if (!('kind' in fields!)) return refuseOptions(guardValues(fields!, []), options as RibbonOptions);
  checkSimulation(fields, issues);
  throwIssues(issues);
  return ribbonOf(what, options as RibbonOptions);
}

/** Words in two places could contradict each other. */
function refuseOptions(input: Record<string, unknown>, options: RibbonOptions): unknown {
  throwIssues(
    optionNames
      .filter((name) => options[name] !== undefined)
      .map((name) => ({
        code: 'conflict',
        path: name,
        expected: 'options for a simulation only',
        received: quote(options[name]),
        ...(name === 'segment' ? {} : { hint: `write ${name} beside the steps` }),
      })),
  );
  return input;
}

function checkSimulation(source: Record<string, unknown>, issues: Issue[]): void {
  if (source['kind'] !== 'simulation') {
    const hint = source['kind'] === 'comparison' ? { hint: 'draw what simulate returned for one of the journeys' } : {};
    issues.push({ code: 'invalid-type', path: 'what', expected, received: `a result of kind ${quote(source['kind'])}`, ...hint });
    return;
  }
  for (const key of ['journey', 'overall', 'segments', 'study']) {
    if (isRecord(source[key])) continue;
    issues.push(unfit(source[key], at('what', key), 'a part of a simulation'));
  }
  const { journey } = source;
  const steps = peek(journey, 'interactions');
  if (isRecord(journey) && !isList(steps))
    issues.push(unfit(steps, 'what.journey.interactions', 'a list of steps', { code: 'invalid-type' }));
}

/** A simulation as something to draw: each step's mean line, the middle half of customers around it, where most of their peaks lies and where it ends. */
export function ribbonOf(what: unknown, options: RibbonOptions): EmotionRibbonInput {
  const result = checkResult(what, 'result', 'simulation');
  const summary = summaryOf(result, options.segment);
  const { interactions } = summary;
  if (interactions === undefined) {
    throw new JourneyError([
      {
        code: 'missing',
        path: 'result.overall.interactions',
        expected: 'a result with its steps',
        received: 'none',
        hint: "add 'interactions' to the study's outcomes, or leave outcomes out",
      },
    ]);
  }
  // A gap is not felt: there is nothing to draw.
  const felt = result.journey.interactions.filter(({ kind }) => kind !== 'gap');
  const steps = felt.map((step): EmotionRibbonStep => {
    const { affect, affectStart, affectEnd, clockDuration, peakShare, reached } = interactions[step.id]!;
    return {
      id: step.id,
      label: step.name ?? step.id,
      ...(step.stage === undefined ? {} : { stage: step.stage }),
      wait: step.kind === 'wait',
      seconds: clockDuration.mean,
      affectStart,
      affectEnd,
      low: affect.quantiles.p25,
      high: affect.quantiles.p75,
      peakShare,
      reached,
    };
  });
  const lived = steps.map((_, index) => index).filter((index) => steps[index]!.reached > 0);
  const shares = steps.map(({ peakShare }) => peakShare);
  const { customers } = result.study;
  const segments = segmentIds(result).length;
  const everybody = segments === 1 ? 'customers' : `customers in each of ${segments} segments, weighted by their shares`;
  const who = options.segment === undefined ? everybody : `customers of segment ${options.segment}`;
  return {
    title: given(options.title, options.segment === undefined ? result.journey.name : `${result.journey.name}: ${options.segment}`),
    subtitle: given(
      options.subtitle,
      `${grouped(customers)} simulated ${who}. Affect from −10 (worst imaginable) to +10 (best imaginable).`,
    ),
    steps,
    peakIndex: shares.indexOf(Math.max(...shares)),
    endIndex: lived[lived.length - 1] ?? steps.length - 1,
    ...(options.note === undefined ? {} : { note: options.note }),
    ...(options.width === undefined ? {} : { width: options.width }),
  };
}

/** Only what was not written is filled in: null is a fault, found with the others. */
function given(written: string | undefined, otherwise: string): string {
  return written === undefined ? otherwise : written;
}

function summaryOf(result: AnySimulation, segment: string | undefined): Summary<never> {
  if (segment === undefined) return result.overall;
  const found = Object.hasOwn(result.segments, segment) ? result.segments[segment] : undefined;
  if (found !== undefined) return found;
  throw new JourneyError([unknownName('segment', segment, segmentIds(result))]);
}
