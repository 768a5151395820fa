import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { throwIssues } from '../plain/issues-error';

/** One step of an emotion ribbon: how long it takes and how it feels, over the customers who take part in it. */
export interface EmotionRibbonStep {
  /** The step: unique. */
  readonly id: string;
  /** Shown under the step; abbreviated where there is no room, in full on hovering. */
  readonly label: string;
  /** Steps in a row with the same stage stand under one heading. Default: none. */
  readonly stage?: string | undefined;
  /** Whether it is a wait: its column is shaded. Default false. */
  readonly wait?: boolean | undefined;
  /** Mean clock time, seconds, ≥ 0. */
  readonly seconds: number;
  /** Mean affect on entering, −10…+10. */
  readonly affectStart: number;
  /** Mean affect on leaving, −10…+10. */
  readonly affectEnd: number;
  /** Lower edge of the band (by default the 25th percentile of the step's affect), −10…+10. */
  readonly low: number;
  /** Upper edge of the band (by default the 75th percentile), −10…+10, ≥ `low`. */
  readonly high: number;
  /** Share of all customers' peaks that lies here, 0…1. */
  readonly peakShare: number;
  /** Share of customers who take part in this step, 0…1. */
  readonly reached: number;
}

/** What {@link emotionRibbon} draws. */
export interface EmotionRibbonInput {
  /** The heading. */
  readonly title: string;
  /** A line under it. Default: none. */
  readonly subtitle?: string | undefined;
  /** In journey order, at least one. */
  readonly steps: readonly EmotionRibbonStep[];
  /** Which step is marked as the peak: its place in `steps`, from 0. */
  readonly peakIndex: number;
  /** Which step is marked as the end: its place in `steps`, from 0. */
  readonly endIndex: number;
  /** What the band is. Default `middle half of customers`. */
  readonly band?: string | undefined;
  /** A line at the foot: source, number of customers. Default: none. */
  readonly note?: string | undefined;
  /** Pixels, 480…4,000. Default 1,000. Grows where the steps need more. */
  readonly width?: number | undefined;
}

/** Sums over segments end a rounding or two beyond the scale. */
const rounding = 1e-9;
const mostSteps = 10_000;

/** Refuses what cannot be drawn truthfully, with every fault found. What comes back keeps to its ranges to the last bit. */
export function readRibbonInput(written: unknown): EmotionRibbonInput {
  const input = written as EmotionRibbonInput;
  const issues: Issue[] = [];
  const within = (path: string, value: unknown, low: number, high: number, unit: string): void => {
    if (typeof value !== 'number') issues.push({ code: 'invalid-type', path, expected: 'a number', received: quote(value) });
    else if (!(Number.isFinite(value) && value >= low && value <= high)) {
      const range = high === Infinity ? `${unit}, ${low} or more` : `${unit} from ${Math.ceil(low)} to ${Math.floor(high)}`;
      const params = { min: Math.ceil(low), ...(high === Infinity ? {} : { max: Math.floor(high) }) };
      issues.push({ code: 'out-of-range', path, expected: range, received: quote(value), params });
    }
  };
  const text = (path: string, value: unknown): void => {
    if (typeof value !== 'string') issues.push({ code: 'invalid-type', path, expected: 'a text', received: quote(value) });
  };
  text('title', input.title);
  if (input.subtitle !== undefined) text('subtitle', input.subtitle);
  if (input.band !== undefined) text('band', input.band);
  if (input.note !== undefined) text('note', input.note);
  if (input.width !== undefined) within('width', input.width, 480, 4_000, 'pixels');
  const list: unknown = input.steps;
  const count = Array.isArray(list) ? list.length : 0;
  if (count < 1 || count > mostSteps) {
    const code = count > mostSteps ? 'too-large' : Array.isArray(list) || list === undefined ? 'missing' : 'invalid-type';
    const received = list === undefined ? 'nothing' : quote(list);
    issues.push({ code, path: 'steps', expected: `a list of 1 to ${mostSteps} steps`, received });
  }
  const steps = Array.isArray(list) && count <= mostSteps ? Array.from(list as readonly EmotionRibbonStep[]) : [];
  steps.forEach((step, index) => {
    const path = `steps[${index}]`;
    if (!isRecord(step)) {
      issues.push({ code: 'invalid-type', path, expected: 'a step with id, label, seconds and affect', received: quote(step) });
      return;
    }
    text(`${path}.id`, step.id);
    text(`${path}.label`, step.label);
    if (step.stage !== undefined) text(`${path}.stage`, step.stage);
    within(`${path}.seconds`, step.seconds, 0, Infinity, 'seconds');
    for (const key of ['affectStart', 'affectEnd', 'low', 'high'] as const)
      within(`${path}.${key}`, step[key], -10 - rounding, 10 + rounding, 'affect');
    for (const key of ['peakShare', 'reached'] as const) within(`${path}.${key}`, step[key], 0, 1 + rounding, 'a share');
    if (typeof step.low === 'number' && typeof step.high === 'number' && step.low > step.high)
      issues.push({ code: 'conflict', path: `${path}.low`, expected: `at most high (${quote(step.high)})`, received: quote(step.low) });
  });
  for (const key of ['peakIndex', 'endIndex'] as const)
    if (count > 0 && !(Number.isInteger(input[key]) && input[key] >= 0 && input[key] < count))
      issues.push({
        code: 'out-of-range',
        path: key,
        expected: `the number of a step, 0 to ${count - 1}`,
        received: quote(input[key]),
        params: { min: 0, max: count - 1, whole: true },
      });
  throwIssues(issues);
  return { ...input, steps: steps.map(insideScale) };
}

function insideScale(step: EmotionRibbonStep): EmotionRibbonStep {
  const affect = (value: number): number => Math.max(-10, Math.min(10, value));
  return {
    ...step,
    affectStart: affect(step.affectStart),
    affectEnd: affect(step.affectEnd),
    low: affect(step.low),
    high: affect(step.high),
    peakShare: Math.min(1, step.peakShare),
    reached: Math.min(1, step.reached),
  };
}
