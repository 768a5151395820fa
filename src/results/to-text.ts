import { checkResult } from './check-result';
import { pageMarkdown, pageText, type Block } from '../words/page';
import { comparisonPage } from './comparison-words';
import { wordsOf } from './display';
import { differenceRows, type DifferenceRow } from './difference-rows';
import { simulationRows, type ResultRow } from './rows';
import { simulationPage } from './simulation-words';
import type { StepRow } from './step-rows';
import type { AnyComparison, AnySimulation, Comparison, Simulation } from './types';

/**
 * A result in plain text: tables for a terminal, sentences for a meeting, what it was made from and what to doubt.
 *
 * @param result What `simulate` or `compare` returned, or the same read back from JSON; or any other result that shows itself in notebooks
 * (`explain`, `experiment`, `waterfall`, `robustness`, `checkStandards`, …) as it was returned.
 * @throws JourneyError for anything else.
 *
 * @example
 * import { simulate, toText } from 'peakend';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }, customers: 100, seed: 1 });
 * toText(today).split('\n')[0]; // "Call: 100 customers, seed '1'"
 */
export function toText(result: AnySimulation | AnyComparison | Shown): string {
  return shown(result, 'text/plain') ?? pageText(pageOf(result));
}

/**
 * A result as GitHub Markdown, for a notebook, an issue or a page. As {@link toText} otherwise.
 *
 * @example
 * import { simulate, toMarkdown } from 'peakend';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }, customers: 100, seed: 1 });
 * toMarkdown(today).split('\n')[0]; // "### Call: 100 customers, seed '1'"
 */
export function toMarkdown(result: AnySimulation | AnyComparison | Shown): string {
  return shown(result, 'text/markdown') ?? pageMarkdown(pageOf(result));
}

/**
 * A result as rows for a data frame, a spreadsheet or a chart, all with the same columns. Durations in seconds, affect −10…+10, shares 0…1.
 *
 * Of a simulation: one row a segment (and `overall`) and outcome, and after them, where the steps were simulated, one row a segment, step
 * and measure of it: those have a `step`, the others have none. Of a comparison: one row a variant, segment and outcome; its steps are in
 * the rows of `comparison.baseline` and of each `comparison.variants[name].simulation`.
 *
 * @example
 * import { rows, simulate } from 'peakend';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }, customers: 100, seed: 1 });
 * rows(today).find((row) => row.segment === 'overall' && row.outcome === 'clockDuration').mean; // 300
 * rows(today).find((row) => row.step === 'talk' && row.outcome === 'peakShare').mean; // 1
 */
export function rows(result: AnySimulation): (ResultRow | StepRow)[];
export function rows(result: AnyComparison): DifferenceRow[];
export function rows(result: AnySimulation | AnyComparison): (ResultRow | StepRow)[] | DifferenceRow[] {
  return byKind<(ResultRow | StepRow)[] | DifferenceRow[]>(result, simulationRows, differenceRows);
}

/** A result that knows its own words; they do not survive JSON. */
export interface Shown {
  /** What kind of result it is. */
  readonly kind: string;
}

function shown(result: unknown, type: 'text/plain' | 'text/markdown'): string | undefined {
  const words = wordsOf(result);
  return words === undefined ? undefined : words[type];
}

function pageOf(result: unknown): readonly Block[] {
  return byKind<readonly Block[]>(result, simulationPage, comparisonPage);
}

function byKind<Made>(result: unknown, simulation: (result: Simulation) => Made, comparison: (result: Comparison) => Made): Made {
  const sound = checkResult(result, 'result');
  return sound.kind === 'simulation' ? simulation(sound) : comparison(sound);
}
