import type { Issue } from '../errors/issue';
import { quote, unfit, at } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { throwIssues } from '../plain/issues-error';
import { hintToSimulate } from '../journey/other-than-journey';
import { guardPlain } from '../plain/guard-plain';
import { guardValues } from '../plain/open-options';
import { isList, openAt, peek } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import type { AnyComparison, AnySimulation } from '../results/types';
import { defaultBand } from './band';
import { comparisonDrawing } from './versions';
import type { Drawing } from './drawing';
import { optionNames, type RibbonOptions } from './options';
import { palettes } from './palette';
import { readRibbonInput, themes, times, widths } from './ribbon-input';
import { simulationDrawing } from './segments';

const expected = 'what simulate or compare returned, or an object with title and steps';

/** What was handed over, checked, as something to draw. */
export function readDrawing(what: unknown, given: unknown): Drawing {
  const issues: Issue[] = [];
  const fields = openAt(what, 'what', expected, issues);
  const read = reading(given, optionNames, { path: 'options' });
  read.text('segment', 'the id of a segment');
  read.text('against', "the id of a segment, or 'overall'");
  read.text('variant', 'the name of a variant');
  read.oneOf('across', times);
  read.oneOf('theme', themes);
  for (const key of ['title', 'subtitle', 'note'] as const) read.text(key);
  read.number('width', widths);
  const options = read.written as RibbonOptions;
  issues.push(...read.issues);
  throwIssues(issues);
  if (!('kind' in fields!)) {
    const hint = 'steps' in fields! ? undefined : hintToSimulate(guardPlain(what).data);
    if (hint !== undefined) throwIssues([{ code: 'invalid-type', path: 'what', expected, received: quote(fields), hint }]);
    return inputDrawing(guardValues(fields!, []), options);
  }
  const { kind } = fields;
  checkParts(fields, issues);
  const misplaced = kind === 'simulation' ? 'variant' : 'against';
  if (options[misplaced] !== undefined) {
    const only = kind === 'simulation' ? 'an option for a comparison only' : 'an option for a simulation only';
    issues.push({ code: 'conflict', path: misplaced, expected: only, received: quote(options[misplaced]) });
  }
  throwIssues(issues);
  if (kind === 'comparison') return comparisonDrawing(checkResult(what, 'result', 'comparison') as AnyComparison, options);
  return simulationDrawing(checkResult(what, 'result', 'simulation') as AnySimulation, options);
}

/** Words in two places could contradict each other. */
function inputDrawing(input: Record<string, unknown>, options: RibbonOptions): Drawing {
  throwIssues(
    optionNames
      .filter((name) => options[name] !== undefined)
      .map((name) => ({
        code: 'conflict',
        path: name,
        expected: 'options for a simulation or a comparison only',
        received: quote(options[name]),
        ...(['segment', 'against', 'variant'].includes(name) ? {} : { hint: `write ${name} beside the steps` }),
      })),
  );
  const {
    steps,
    peakIndex,
    endIndex,
    title,
    subtitle,
    note,
    band,
    width = 1_000,
    theme = 'light',
    across = 'clock',
  } = readRibbonInput(input);
  return {
    ...{ title, subtitle, note, width, across },
    band: band ?? defaultBand,
    palette: palettes[theme],
    slots: steps.map(({ label, stage, wait = false }) => ({ label, stage, wait })),
    line: { name: '', steps: steps.map((step, index) => ({ ...step, from: index, to: index })), peakIndex, endIndex },
  };
}

function checkParts(source: Readonly<Record<string, unknown>>, issues: Issue[]): void {
  const { kind } = source;
  if (kind !== 'simulation' && kind !== 'comparison') {
    issues.push({ code: 'invalid-type', path: 'what', expected, received: `a result of kind ${quote(kind)}` });
    return;
  }
  const parts = kind === 'simulation' ? ['journey', 'overall', 'segments', 'study'] : ['baseline', 'variants', 'study'];
  for (const key of parts) if (!isRecord(source[key])) issues.push(unfit(source[key], at('what', key), `a part of a ${kind}`));
  if (kind === 'comparison') return;
  const { journey } = source;
  const steps = peek(journey, 'interactions');
  if (isRecord(journey) && !isList(steps))
    issues.push(unfit(steps, 'what.journey.interactions', 'a list of steps', { code: 'invalid-type' }));
}
