import { segmentName } from '../results/segment-name';
import { capital } from '../words/capital';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import { differenceIn } from '../results/comparison-words';
import { completersWords, otherwiseAmongCompleters } from '../results/completers-words';
import { formatDifference, formatOutcome, grouped, percent } from '../results/format-outcome';
import { inOrder, segmentIds, variantNames } from '../results/order';
import { estimateIn } from '../results/simulation-words';
import type { Comparison, Conclusion, Differences, Simulation, VariantResult } from '../results/types';
import { changeText } from '../planning/planning-words';
import type { PopulationImpact } from '../planning/types';
import type { Exhibit } from './evidence';
import { evidenceAgainst } from './evidence-against';
import type { Finding } from './report-blocks';

/** What a comparison comes to, two or three sentences a variant: the verdict, for whom, what else changes, what it is worth, and what speaks against it. */
export function comparisonFinding(result: Comparison, impact: PopulationImpact | undefined, exhibits: readonly Exhibit[]): Finding[] {
  const names = variantNames(result);
  return names.map((name) => {
    const variant = result.variants[name]!;
    const overall = differenceIn(variant.overall, result.leading)!;
    const before = names.length === 1 ? '' : `${name}: `;
    const among = completersWords(variant.overall, result.leading);
    const first = before === '' ? capital(overall.sentence) : overall.sentence;
    return {
      lead: `${before}${first}${among === undefined ? '' : `; ${among}`}.`,
      more: [
        ...bySegment(result, variant),
        ...alsoChanges(result, variant),
        ...worth(impact, name),
        ...evidenceAgainst(result, name, exhibits),
      ],
    };
  });
}

/** `Better for A and B; worse for C.`, the worse first: nobody should have to look for them. */
function bySegment(result: Comparison, variant: VariantResult): string[] {
  const { leading, study } = result;
  const found = inOrder(segmentIds(result), variant.segments);
  if (found.length < 2) return [];
  const told = (verdict: (own: Differences) => Conclusion | undefined): string[] =>
    (['worse', 'better', 'practically the same', 'undecided'] as const).flatMap((conclusion) => {
      const names = found.flatMap(([id, own]) => (verdict(own) === conclusion ? [segmentName(study.segments, id)] : []));
      if (names.length === 0) return [];
      const all = `${names.length === 2 ? 'both' : `all ${names.length}`} segments`;
      return [`${conclusion} for ${names.length === found.length ? all : names.join('; ')}`];
    });
  const ofAll = told((own) => differenceIn(own, leading)?.conclusion);
  const among = (own: Differences): Conclusion | undefined =>
    (otherwiseAmongCompleters(own, leading) ?? differenceIn(own, leading))?.conclusion;
  const differs = found.some(([, own]) => among(own) !== differenceIn(own, leading)?.conclusion);
  return [`${ofAll.map(capital).join('. ')}.`, ...(differs ? [`For those who complete both: ${told(among).join('; ')}.`] : [])];
}

/** What is read in a meeting beside the leading outcome. */
const alsoRead: readonly OutcomeName[] = ['perceivedDuration', 'satisfaction', 'nps', 'loyalty', 'completed'];

/** What else changes overall, and which segments lose by it. */
function alsoChanges(result: Comparison, variant: VariantResult): string[] {
  const told = alsoRead.flatMap((name) => {
    const difference = differenceIn(variant.overall, name);
    if (name === result.leading || difference === undefined) return [];
    const losing = inOrder(segmentIds(result), variant.segments).filter(([, own]) => differenceIn(own, name)?.conclusion === 'worse');
    const { conclusion } = difference;
    const among = completersWords(variant.overall, name);
    const losers =
      conclusion === 'worse' || losing.length === 0
        ? ''
        : `, but worse for ${losing.map(([id]) => segmentName(result.study.segments, id)).join('; ')}`;
    const said = `${outcomeDescriptions[name].label} ${formatDifference(name, difference.difference)} (${conclusion}${losers}`;
    const sure = [conclusion, otherwiseAmongCompleters(variant.overall, name)?.conclusion].some(
      (one) => one === 'better' || one === 'worse',
    );
    return losers === '' && !sure ? [] : [`${said}${among === undefined ? '' : `; ${among}`})`];
  });
  return told.length === 0 ? [] : [`Also ${told.join(', ')}.`];
}

function worth(impact: PopulationImpact | undefined, variant: string): string[] {
  const money = impact?.variants[variant]?.overall.money;
  return money === undefined ? [] : [`Worth ${changeText(money)} among ${grouped(impact!.population)} people.`];
}

/** What a simulation comes to: how it leaves people, how long it feels, who is left worst, where peaks lie and where people leave. */
export function simulationFinding(result: Simulation): Finding {
  const wanted: readonly OutcomeName[] = ['satisfaction', 'perceivedDuration', 'clockDuration', 'completed'];
  const told = (name: OutcomeName): string => {
    const estimate = estimateIn(result.overall, name);
    return estimate === undefined ? '' : `${outcomeDescriptions[name].label} ${formatOutcome(name, estimate.mean)}`;
  };
  const means = [...wanted, ...outcomeNames.filter((name) => !wanted.includes(name))].map(told).filter((text) => text !== '');
  return { lead: `${result.journey.name}: ${means.slice(0, 4).join(', ')}.`, more: [...bestAndWorst(result), ...whereItHappens(result)] };
}

function bestAndWorst(result: Simulation): string[] {
  const found = inOrder(segmentIds(result), result.segments).flatMap(([id, summary]) => {
    const satisfaction = estimateIn(summary, 'satisfaction');
    return satisfaction === undefined ? [] : [{ id, mean: satisfaction.mean }];
  });
  if (found.length < 2) return [];
  const sorted = found.sort((a, b) => a.mean - b.mean);
  const [lowest, highest] = [sorted[0]!, sorted[sorted.length - 1]!];
  const level = ({ id, mean }: { id: string; mean: number }): string =>
    `${segmentName(result.study.segments, id)} (${formatOutcome('satisfaction', mean)})`;
  return [`Least satisfied: ${level(lowest)}; most: ${level(highest)}.`];
}

function whereItHappens({ journey, overall }: Simulation): string[] {
  const { interactions } = overall;
  if (interactions === undefined) return [];
  const most = (of: 'peakShare' | 'left'): { name: string; share: number } =>
    journey.interactions
      .map((step) => ({ name: step.name ?? step.id, share: interactions[step.id]!.reached === 0 ? 0 : interactions[step.id]![of] }))
      .reduce((best, each) => (each.share > best.share ? each : best));
  const [peak, leaving] = [most('peakShare'), most('left')];
  return [
    ...(peak.share > 0 ? [`Most of what stands out lies in ${peak.name} (${percent(peak.share)} of peaks).`] : []),
    ...(leaving.share > 0 ? [`Most who leave do so in ${leaving.name} (${percent(leaving.share)} of all customers).`] : []),
  ];
}
