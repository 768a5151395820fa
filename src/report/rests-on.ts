import { numberWords } from '../journey/source-words';
import { feltShares } from '../results/felt-shares';
import type { Interaction, Journey, Source } from '../journey/types';
import { modelParameters } from '../model/parameters';
import { formatNumber } from '../distributions/format-number';
import { formatDistribution } from '../distributions/format-distribution';
import { percent } from '../results/format-outcome';
import type { Comparison, Simulation, StudyRecord } from '../results/types';
import { variantNames } from '../results/order';
import { parameterOf } from '../robustness/with-parameters';
import type { ReportBlock } from './report-blocks';

/** How good numbers are, from best to worst. */
const kinds = ['measured', 'literature', 'expert', 'guess', 'not said'] as const;
type Kind = (typeof kinds)[number];

/** One step of one journey: where its numbers are from, and how much of the experience lies in it. */
export interface RestingStep {
  readonly journey: string;
  readonly name: string;
  readonly kind: Kind;
  readonly note: string;
  /** Share of the felt time of the whole journey, and of all peaks, 0…1. Absent where steps were not asked for. */
  readonly felt?: number;
  readonly peaks?: number;
  readonly isEnd: boolean;
}

/** The steps a result rests on: those of the journey, and of each variant those that the journey does not have as they are. */
export function restingSteps(result: Simulation | Comparison): RestingStep[] {
  if (result.kind === 'simulation') return stepsOf(result, result.journey.name, () => true);
  const { baseline, variants } = result;
  const known = new Set(baseline.journey.interactions.map((step) => JSON.stringify(step)));
  return [
    ...stepsOf(baseline, baseline.journey.name, () => true),
    ...variantNames(result).flatMap((name) => stepsOf(variants[name]!.simulation, name, (step) => !known.has(JSON.stringify(step)))),
  ];
}

function stepsOf(result: Simulation, called: string, wanted: (step: Interaction) => boolean): RestingStep[] {
  const { journey, overall } = result;
  const found = overall.interactions;
  const felt = feltShares(result);
  return journey.interactions.filter(wanted).map((step) => {
    const { kind, note } = sourceOf(step);
    const summary = found?.[step.id];
    const shares = summary === undefined ? {} : { felt: felt.get(step.id)!, peaks: summary.peakShare };
    return { journey: called, name: step.name ?? step.id, kind, note, ...shares, isEnd: step.id === lastFelt(journey) };
  });
}

function lastFelt({ interactions }: Journey): string | undefined {
  return interactions.findLast(({ kind }) => kind !== 'gap')?.id;
}

interface Known {
  readonly kind: Kind;
  readonly note: string;
}

/** A step is known as well as the worst of what it holds: its affect and its duration, its parts and its options. */
function sourceOf(step: Interaction): Known {
  const own: (Source | undefined)[] = step.parts === undefined || step.source !== undefined ? [step.source] : [];
  const inside = (step.parts ?? []).map(sourceOf);
  const all = [...own, ...(step.choice?.options ?? []).map(({ source }) => source)].map((source) => known(source, step.kind !== 'gap'));
  return [...all, ...inside].reduce((worst, each) => (rank(each.kind) > rank(worst.kind) ? each : worst));
}

/** `feels`: a gap has no affect that could be guessed. */
function known(source: Source | undefined, feels: boolean): Known {
  if (source === undefined) return { kind: 'not said', note: '' };
  const { kind, note, affect, duration } = source;
  const own = [(feels ? affect?.kind : undefined) ?? kind, duration?.kind ?? kind];
  const apart = feels ? numberWords(source) : [];
  return {
    kind: own.reduce((worst, each) => (rank(each) > rank(worst) ? each : worst)),
    note: [...(note === undefined ? [] : [note]), ...apart].join('; '),
  };
}

function rank(kind: Kind): number {
  return kinds.indexOf(kind);
}

/** How much of the answer rests on what. */
export function restsOn(result: Simulation | Comparison): ReportBlock[] {
  const steps = restingSteps(result);
  return [
    { prose: [...stepSentences(steps), modelSentence(result.study)] },
    { table: stepTable(steps, result.kind === 'comparison') },
    ...changedParameters(result.study),
  ];
}

function stepSentences(steps: readonly RestingStep[]): string[] {
  const count = (kind: Kind): number => steps.filter((step) => step.kind === kind).length;
  const told = kinds.filter((kind) => count(kind) > 0).map((kind) => `${count(kind)} ${kind}`);
  const first = `Where the numbers of ${steps.length === 1 ? 'its one step' : `these ${steps.length} steps`} are from: ${told.join(', ')}.`;
  const [baseline] = steps;
  const asIs = steps.filter(({ journey }) => journey === baseline?.journey);
  if (asIs.some(({ felt }) => felt === undefined)) return [first];
  const loose = asIs.filter(({ kind }) => kind === 'guess' || kind === 'not said');
  const share = (of: 'felt' | 'peaks'): string =>
    percent(
      Math.min(
        1,
        loose.reduce((sum, step) => sum + step[of]!, 0),
      ),
    );
  const end = asIs.find(({ isEnd }) => isEnd);
  const ending =
    end === undefined
      ? ''
      : ` The end, ${end.name}, is ${end.kind === 'not said' ? 'of a source not said' : end.kind === 'guess' ? 'a guess' : `from: ${end.kind}`}.`;
  return [
    first,
    `In ${baseline!.journey}, ${share('felt')} of the felt time and ${share('peaks')} of the peaks lie in steps whose numbers are guessed or of a source not said.${ending}`,
  ];
}

function stepTable(steps: readonly RestingStep[], several: boolean): { head: string[]; rows: string[][]; hasNotes: true } {
  const share = (value: number | undefined): string => (value === undefined ? '–' : percent(Math.min(1, value)));
  return {
    head: ['step', ...(several ? ['journey'] : []), 'felt time', 'peaks', 'numbers are', 'from'],
    rows: steps.map(({ name, journey, felt, peaks, kind, note, isEnd }) => [
      isEnd ? `${name} (the end)` : name,
      ...(several ? [journey] : []),
      share(felt),
      share(peaks),
      kind,
      note,
    ]),
    hasNotes: true,
  };
}

/** The model's own numbers: how many of them are a paper's, and how many ours. */
function modelSentence({ model }: StudyRecord): string {
  const all = Object.entries(modelParameters).filter(([path]) => parameterOf(model, path) !== undefined);
  const judged = all.filter(([, { source }]) => source.startsWith('judgement')).length;
  return `Of the ${all.length} numbers of the model in use, the defaults of ${judged} are judgements; the others are from papers, data, or neutral. All customers are simulated; no model knows what it was not told.`;
}

/** Numbers of the model that this study sets otherwise than the defaults. */
function changedParameters({ model }: StudyRecord): ReportBlock[] {
  const rows = Object.entries(modelParameters).flatMap(([path, { default: standard, source }]) => {
    const here = parameterOf(model, path);
    if (here === undefined || here === standard) return [];
    const text = typeof here === 'number' ? formatNumber(here, 4) : formatDistribution(here, 'plain');
    return [[path, text, formatNumber(standard, 4), source]];
  });
  if (rows.length === 0) return [];
  return [
    { heading: 'Numbers of the model set for this study' },
    { table: { head: ['parameter', 'here', 'default', 'source of the default'], rows, hasNotes: true } },
  ];
}
