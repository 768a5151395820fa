import { capital } from '../words/capital';
import { formatDifference, formatOutcome } from '../results/format-outcome';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import { withDisplay } from '../words/display';
import { oneLine } from '../words/one-line';
import { alike } from './alike';
import { comparedPage } from './compared-text';
import type { ComparedExplanation, ExplainedVariant, OutcomeChange, Parting, StepDifference } from './compared-types';
import { leavingWords, nameOf } from './words';
import type { StepExplanation } from './step-types';
import type { Explanation } from './types';

/** The same customer in both journeys: where they part, and what that does. */
export function compareExplanations(
  baseline: Explanation,
  variants: readonly (readonly [name: string, explanation: Explanation])[],
): ComparedExplanation {
  const compared: ComparedExplanation = {
    kind: 'compared explanation',
    segment: baseline.segment,
    customer: baseline.customer,
    baseline,
    variants: Object.fromEntries(variants.map(([name, explanation]) => [name, compareTwo(baseline, explanation)])),
    order: { variants: variants.map(([name]) => name) },
  };
  return deepFreeze(withDisplay(compared, comparedPage));
}

function compareTwo(baseline: Explanation, variant: Explanation): ExplainedVariant {
  const parting = partingOf(baseline.steps, variant.steps);
  const changes: { [Name in OutcomeName]?: OutcomeChange } = {};
  for (const name of outcomeNames) {
    const before = baseline.outcomes[name];
    const after = variant.outcomes[name];
    if (before !== undefined && after !== undefined) changes[name] = { baseline: before, variant: after, difference: after - before };
  }
  return {
    explanation: variant,
    ...(parting === undefined ? {} : { parting }),
    changes,
    leaving: { baseline: baseline.leaving, variant: variant.leaving },
    sentence: sentenceOf(baseline, variant, parting, changes),
  };
}

/** The first place where the two are not lived alike. */
function partingOf(baseline: readonly StepExplanation[], variant: readonly StepExplanation[]): Parting | undefined {
  for (let place = 0; place < Math.max(baseline.length, variant.length); place++) {
    const before = baseline[place];
    const after = variant[place];
    const differs = differencesOf(before, after);
    if (differs.length === 0) continue;
    return {
      place,
      ...(before === undefined ? {} : { baseline: before.id }),
      ...(after === undefined ? {} : { variant: after.id }),
      differs,
    };
  }
  return undefined;
}

function differencesOf(before: StepExplanation | undefined, after: StepExplanation | undefined): StepDifference[] {
  // What neither lives tells nothing apart.
  if (before?.reached !== true && after?.reached !== true) return [];
  if (before === undefined || after === undefined) return ['step'];
  const checks: readonly (readonly [StepDifference, boolean])[] = [
    ['step', before.id !== after.id],
    ['reached', before.reached !== after.reached],
    ['skipped', before.skipped !== after.skipped],
    ['option', before.took !== after.took],
    ['left', before.left !== after.left],
    ['duration', !alike(before.totalSeconds, after.totalSeconds) || !alike(before.livedSeconds, after.livedSeconds)],
    ['affect', !alike(before.line?.start, after.line?.start) || !alike(before.line?.end, after.line?.end)],
    ['failure', !alike(before.failure?.level, after.failure?.level)],
    ['recovery', !alike(before.failure?.recovery?.level, after.failure?.recovery?.level)],
    ['felt time', !alike(before.feltSeconds, after.feltSeconds)],
  ];
  return checks.filter(([, differs]) => differs).map(([name]) => name);
}

const changing: readonly OutcomeName[] = [
  'peakAffect',
  'endAffect',
  'meanAffect',
  'perceivedDuration',
  'rememberedUtility',
  'satisfaction',
];

function sentenceOf(
  baseline: Explanation,
  variant: Explanation,
  parting: Parting | undefined,
  changes: ExplainedVariant['changes'],
): string {
  const moved = changing.flatMap((name) => {
    const change = changes[name];
    if (change === undefined || alike(change.baseline, change.variant)) return [];
    const ends = `${formatOutcome(name, change.baseline)} → ${formatOutcome(name, change.variant)}`;
    return [`${outcomeDescriptions[name].label} ${formatDifference(name, change.difference)} (${ends})`];
  });
  const where = partingWords(baseline, variant, parting);
  const leaves = baseline.leaving === false && variant.leaving === false ? '' : ` ${leavingSentence(baseline, variant)}`;
  return oneLine(`${where} ${moved.length === 0 ? 'Nothing that is remembered changes.' : `${capital(moved.join(', '))}.`}${leaves}`);
}

const differenceWords: { readonly [Difference in StepDifference]: string } = {
  step: 'the step itself',
  reached: 'whether it is reached',
  skipped: 'whether it is skipped',
  option: 'the option taken',
  left: 'whether the customer leaves',
  duration: 'duration',
  affect: 'affect',
  failure: 'failure',
  recovery: 'recovery',
  'felt time': 'felt time',
};

function partingWords(baseline: Explanation, variant: Explanation, parting: Parting | undefined): string {
  if (parting === undefined) return 'Every step is lived alike.';
  const place = `step ${parting.place + 1}`;
  const before = baseline.steps[parting.place];
  const after = variant.steps[parting.place];
  if (before === undefined || after === undefined || before.id !== after.id) {
    const words = (step: StepExplanation | undefined): string => (step === undefined ? 'nothing more' : nameOf(step));
    return `They part at ${place}: ${words(after)} instead of ${words(before)}.`;
  }
  return `They part at ${place}, ${nameOf(after)}, in ${parting.differs.map((differs) => differenceWords[differs]).join(', ')}.`;
}

function leavingSentence(baseline: Explanation, variant: Explanation): string {
  const words = (explanation: Explanation): string =>
    explanation.leaving === false ? 'stays to the end' : leavingWords(explanation, explanation.leaving);
  const [before, after] = [words(baseline), words(variant)];
  return before === after ? `In both the customer ${before}.` : `In the baseline the customer ${before}, in the variant ${after}.`;
}
