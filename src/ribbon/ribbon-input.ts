import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { checkChoice } from '../plain/check-keys';
import { checkNumber, checkWhole, isRecord } from '../plain/check-number';
import type { Theme } from './palette';

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
  /** Mean time, seconds, ≥ 0: by the clock, or as it is felt where the picture says `across: 'felt'`. */
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
  /** Share of all customers who leave here, 0…1. Default 0. */
  readonly left?: number | undefined;
  /** Share of those who take part for whom something fails here at the first try, 0…1. Default 0. */
  readonly fails?: number | undefined;
  /** How often customers go through it at most, 1…6. Default 1. */
  readonly tries?: number | undefined;
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
  /** What `seconds` are: by the `clock` or as `felt`. For the words only. Default `clock`. */
  readonly across?: 'clock' | 'felt' | undefined;
  /** Colours for a `light` or a `dark` page. Default `light`. */
  readonly theme?: Theme | undefined;
  /** Pixels, 320…4,000. Default 1,000. */
  readonly width?: number | undefined;
}

/** Sums over segments end a rounding or two beyond the scale. */
const rounding = 1e-9;
const mostSteps = 10_000;

export const widths = { min: 320, max: 4_000, what: 'pixels' } as const;
export const themes: readonly Theme[] = ['light', 'dark'];
export const times = ['clock', 'felt'] as const;

/** Refuses what cannot be drawn truthfully, with every fault found. What comes back keeps to its ranges to the last bit. */
export function readRibbonInput(written: Record<string, unknown>): EmotionRibbonInput {
  const issues: Issue[] = [];
  checkText(written['title'], 'title', issues);
  for (const key of ['subtitle', 'band', 'note']) if (written[key] !== undefined) checkText(written[key], key, issues);
  if (written['width'] !== undefined) checkNumber(written['width'], 'width', issues, widths);
  if (written['theme'] !== undefined) checkChoice(written['theme'], themes, 'theme', issues);
  if (written['across'] !== undefined) checkChoice(written['across'], times, 'across', issues);
  const steps = readSteps(written['steps'], issues);
  for (const key of ['peakIndex', 'endIndex']) {
    const index = written[key];
    if (steps.length === 0 || (Number.isInteger(index) && (index as number) >= 0 && (index as number) < steps.length)) continue;
    const params = { min: 0, max: steps.length - 1, whole: true as const };
    issues.push({
      code: 'out-of-range',
      path: key,
      expected: `the number of a step, 0 to ${steps.length - 1}`,
      received: quote(index),
      params,
    });
  }
  throwIssues(issues);
  return { ...(written as object as EmotionRibbonInput), steps };
}

function checkText(value: unknown, path: string, issues: Issue[]): void {
  if (typeof value !== 'string') issues.push({ code: 'invalid-type', path, expected: 'a text', received: quote(value) });
}

/** Steps that can be drawn; those that cannot are written down. */
export function readSteps(list: unknown, issues: Issue[]): EmotionRibbonStep[] {
  const count = Array.isArray(list) ? list.length : 0;
  if (count < 1 || count > mostSteps) {
    const code = count > mostSteps ? 'too-large' : Array.isArray(list) || list === undefined ? 'missing' : 'invalid-type';
    const received = list === undefined ? 'nothing' : quote(list);
    issues.push({ code, path: 'steps', expected: `a list of 1 to ${mostSteps} steps`, received });
    return [];
  }
  const within = (path: string, value: unknown, low: number, high: number, unit: string): void => {
    if (typeof value !== 'number') issues.push({ code: 'invalid-type', path, expected: 'a number', received: quote(value) });
    else if (!(Number.isFinite(value) && value >= low && value <= high)) {
      const range = high === Infinity ? `${unit}, ${low} or more` : `${unit} from ${Math.ceil(low)} to ${Math.floor(high)}`;
      const params = { min: Math.ceil(low), ...(high === Infinity ? {} : { max: Math.floor(high) }) };
      issues.push({ code: 'out-of-range', path, expected: range, received: quote(value), params });
    }
  };
  const steps = Array.from(list as readonly EmotionRibbonStep[]);
  steps.forEach((step, index) => {
    const path = `steps[${index}]`;
    if (!isRecord(step)) {
      issues.push({ code: 'invalid-type', path, expected: 'a step with id, label, seconds and affect', received: quote(step) });
      return;
    }
    checkText(step.id, `${path}.id`, issues);
    checkText(step.label, `${path}.label`, issues);
    if (step.stage !== undefined) checkText(step.stage, `${path}.stage`, issues);
    within(`${path}.seconds`, step.seconds, 0, Infinity, 'seconds');
    for (const key of ['affectStart', 'affectEnd', 'low', 'high'] as const)
      within(`${path}.${key}`, step[key], -10 - rounding, 10 + rounding, 'affect');
    for (const key of ['peakShare', 'reached', 'left', 'fails'] as const)
      if (step[key] !== undefined || key === 'peakShare' || key === 'reached')
        within(`${path}.${key}`, step[key], 0, 1 + rounding, 'a share');
    if (step.tries !== undefined) checkWhole(step.tries, `${path}.tries`, issues, { min: 1, max: 6 });
    if (typeof step.low === 'number' && typeof step.high === 'number' && step.low > step.high)
      issues.push({ code: 'conflict', path: `${path}.low`, expected: `at most high (${quote(step.high)})`, received: quote(step.low) });
  });
  return issues.length === 0 ? steps.map(insideScale) : steps;
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
    ...(step.left === undefined ? {} : { left: Math.min(1, step.left) }),
    ...(step.fails === undefined ? {} : { fails: Math.min(1, step.fails) }),
  };
}
