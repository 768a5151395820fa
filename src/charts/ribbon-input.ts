import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';

/** One step of an emotion ribbon: how long it takes and how it feels, over the customers who take part in it. */
export interface EmotionRibbonStep {
  readonly id: string;
  /** Shown under the step; abbreviated where there is no room, in full on hovering. */
  readonly label: string;
  /** Steps in a row with the same stage stand under one heading. */
  readonly stage?: string;
  /** Whether it is a wait: its column is shaded. Default false. */
  readonly wait?: boolean;
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
  /** Share of customers whose peak falls here, 0…1. */
  readonly peakShare: number;
  /** Share of customers who take part in this step, 0…1. */
  readonly reached: number;
}

/** What {@link emotionRibbon} draws. */
export interface EmotionRibbonInput {
  readonly title: string;
  readonly subtitle?: string;
  /** In journey order, at least one. */
  readonly steps: readonly EmotionRibbonStep[];
  /** Which step is marked as the peak. */
  readonly peakIndex: number;
  /** Which step is marked as the end. */
  readonly endIndex: number;
  /** What the band is. Default `middle half of customers`. */
  readonly band?: string;
  /** A line at the foot: source, number of customers. */
  readonly note?: string;
  /** Pixels, 480…4,000. Default 1,000. Grows where the steps need more. */
  readonly width?: number;
}

/** Refuses what cannot be drawn truthfully, with every fault found. */
export function checkRibbonInput(input: EmotionRibbonInput): void {
  const issues: Issue[] = [];
  const within = (path: string, value: number, low: number, high: number, unit: string): void => {
    if (typeof value !== 'number') issues.push({ code: 'invalid-type', path, expected: 'a number', received: quote(value) });
    else if (!(value >= low && value <= high))
      issues.push({ code: 'out-of-range', path, expected: `${unit} from ${low} to ${high}`, received: quote(value) });
  };
  const text = (path: string, value: unknown): void => {
    if (typeof value !== 'string') issues.push({ code: 'invalid-type', path, expected: 'a text', received: quote(value) });
  };
  text('title', input.title);
  if (input.subtitle !== undefined) text('subtitle', input.subtitle);
  if (input.band !== undefined) text('band', input.band);
  if (input.note !== undefined) text('note', input.note);
  if (input.width !== undefined) within('width', input.width, 480, 4_000, 'pixels');
  const count = input.steps.length;
  if (count < 1 || count > 10_000)
    issues.push({ code: count < 1 ? 'missing' : 'too-large', path: 'steps', expected: '1 to 10000 steps', received: quote(input.steps) });
  input.steps.forEach((step, index) => {
    const path = `steps[${index}]`;
    text(`${path}.id`, step.id);
    text(`${path}.label`, step.label);
    if (step.stage !== undefined) text(`${path}.stage`, step.stage);
    within(`${path}.seconds`, step.seconds, 0, 1e11, 'seconds');
    for (const key of ['affectStart', 'affectEnd', 'low', 'high'] as const) within(`${path}.${key}`, step[key], -10, 10, 'affect');
    for (const key of ['peakShare', 'reached'] as const) within(`${path}.${key}`, step[key], 0, 1, 'a share');
    if (step.low > step.high)
      issues.push({ code: 'conflict', path: `${path}.low`, expected: `at most high (${quote(step.high)})`, received: quote(step.low) });
  });
  for (const key of ['peakIndex', 'endIndex'] as const)
    if (count > 0 && !(Number.isInteger(input[key]) && input[key] >= 0 && input[key] < count))
      issues.push({ code: 'out-of-range', path: key, expected: `the number of a step, 0 to ${count - 1}`, received: quote(input[key]) });
  if (issues.length > 0) throw new JourneyError(issues.slice(0, 200), { more: Math.max(0, issues.length - 200) });
}
