import { explain } from '../../explain/explain';
import type { Explanation } from '../../explain/types';
import type { OutcomeName } from '../../experience/outcomes';
import type { ExperienceModelInput } from '../../model/types';
import type { Found } from './judge';
import { both, reasonWords, stayed, timeReason } from './reason-words';
import type { Reason } from './types';

/** What the reasons are read from. */
export const reasonOutcomes = [
  ...(['clockDuration', 'perceivedDuration', 'waitingDuration', 'peakAffect', 'endAffect', 'meanAffect'] as const),
  ...(['rememberedUtility', 'satisfaction', 'completed', 'interactions'] as const),
] as const;

type Because = keyof typeof reasonWords;
type Memory = ExperienceModelInput['memory'];
type Loss = readonly [because: Because, loss: number];

/** A reason with less than this share of the loss is not told. */
const worthTelling = 0.2;
/** Lives that are taken apart: in a case made small, customers differ little in why. */
const livesTold = 16;

/** Why the redesign loses for the one segment of a comparison, the heaviest reason first. */
export function reasonsFor(found: Found, outcome: OutcomeName, memory: Memory): Reason[] {
  if (outcome === 'clockDuration' || outcome === 'perceivedDuration' || outcome === 'waitingDuration') return [timeReason(found, outcome)];
  const losses = lossesIn(found, outcome, memory).filter(([, loss]) => loss > 1e-9);
  losses.sort(([, one], [, other]) => other - one);
  const whole = sum(losses);
  const kept = losses.filter(([, loss], index) => index === 0 || loss >= worthTelling * whole);
  return kept.map(([because, loss]) => ({ because, share: loss / sum(kept), words: reasonWords[because](found) }));
}

function sum(losses: readonly Loss[]): number {
  return losses.reduce((all, [, loss]) => all + loss, 0);
}

function lossesIn(found: Found, outcome: OutcomeName, memory: Memory): Loss[] {
  const [before, after] = both(found, 'completed');
  const leaving: readonly Loss[] = after < before - 1e-6 ? [['leaving', before - after]] : [];
  if (outcome === 'completed' || outcome === 'effectiveness' || outcome === 'progress') return [...leaving];
  if (outcome === 'peakAffect' || outcome === 'endAffect' || outcome === 'meanAffect') {
    const { before: today, after: then, share } = stayed(found, outcome);
    return [[outcome.replace('Affect', '') as Because, share * (today - then)], ...leaving];
  }
  const lives = livesIn(found, memory);
  return [...leaving.map(([because, share]): Loss => [because, Math.max(share, onLeavers(found, lives))]), ...meanLosses(found, lives)];
}

type Life = readonly [today: Explanation, then: Explanation];

/** The first customers, each in both journeys. */
function livesIn(found: Found, memory: Memory): Life[] {
  const segment = found.study.segments[0]!.id;
  // A result holds no functions.
  const remember = typeof memory === 'function' ? memory : memory !== undefined && 'remember' in memory ? memory.remember : undefined;
  return Array.from({ length: Math.min(livesTold, found.study.customers) }, (_, customer) => {
    const { baseline, variants } = explain(found, { segment, customer, remember });
    return [baseline, variants['redesign']!.explanation];
  });
}

/** What is lost on those who leave: all that is lost less what those lose who complete both. In affect units, as around the middle of satisfaction. */
function onLeavers({ variants }: Found, lives: readonly Life[]): number {
  const { satisfaction, ifCompletedBoth: among } = variants.redesign.overall;
  const all = satisfaction?.difference ?? 0;
  const onOthers = (among?.share ?? 1) * (among?.satisfaction?.difference ?? all);
  return ((onOthers - all) * lives[0]![1].satisfaction.scale) / 25;
}

/** What those lose who complete both, by the terms of their explanations. */
function meanLosses(found: Found, lives: readonly Life[]): Loss[] {
  const staying = lives.filter((life) => life.every(({ leaving }) => leaving === false));
  const total = new Map<Because, number>();
  for (const life of staying) for (const [because, loss] of lossesOf(...life)) total.set(because, (total.get(because) ?? 0) + loss);
  const { share } = stayed(found, 'satisfaction');
  return [...total].map(([because, loss]) => [because, (share * loss) / staying.length]);
}

function lossesOf(today: Explanation, then: Explanation): Loss[] {
  const judged = ({ satisfaction }: Explanation, ...names: readonly string[]): number =>
    satisfaction.terms.reduce((all, { name, value }) => (names.includes(name) ? all + value : all), 0);
  const lost = (of: (life: Explanation) => number): number => of(today) - of(then);
  const remembered = lost(({ memory }) => memory.beforeFading);
  // What a unit of memory comes to in the end, faded and held against what was expected.
  const weight = remembered === 0 ? 1 : lost((life) => judged(life, 'memory', 'gap')) / remembered;
  const single = [today, then].every(({ steps }) => steps.length === 1);
  const termOf = (name: string): Because => (single ? 'mean' : name === 'peak' || name === 'end' || name === 'mean' ? name : 'memory');
  const ofMemory = (life: Explanation, sign: number): Loss[] =>
    life.memory.terms.map(({ name, contribution }) => [termOf(name), sign * weight * contribution]);
  return [
    ...ofMemory(today, 1),
    ...ofMemory(then, -1),
    ['late', lost((life) => judged(life, 'lateness'))],
    ['felt time', lost((life) => judged(life, 'slowness'))],
  ];
}
