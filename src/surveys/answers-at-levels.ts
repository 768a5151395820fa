import { defineJourney } from '../journey/define-journey';
import { gatherColumns } from '../experiment/gather-columns';
import { defaultModel } from '../model/defaults';
import { resolveModel } from '../model/resolve-model';
import { exp } from '../numerics/exp';
import { log } from '../numerics/log';
import { logistic } from '../numerics/logistic';
import type { ResolvedStudy } from '../simulation/read-study';
import { promoterScore } from './answer-figures';
import type { FigureName } from './observed-types';

/** The numbers that say how high people answer, and how far apart: never how anything felt. */
export interface Levels {
  /** `satisfaction.base`, logits. */
  readonly base: number;
  /** `response.sd`, points of 100. */
  readonly sd: number;
  /** `response.recommendation.shift`, logits. */
  readonly shift: number;
  /** `loyalty.base`, logits. */
  readonly loyalty: number;
}

/** What is found among some people: how many there are, their mean, and how they differ. */
export interface Found {
  readonly mean: number;
  /** Between people. */
  readonly variance: number;
  /** Third and fourth moment around the mean. */
  readonly third: number;
  readonly fourth: number;
}

/** A figure, or the answers whose spread is one: those of satisfaction, rounded as people give them. */
export type Answer = FigureName | 'rounded';

/**
 * The customers of one segment after the journey, once lived: what they would answer at any level is worked out from it, each with the slip of the
 * pen that a simulation gives them, so that a simulation at these levels answers the same.
 */
export class SegmentAnswers {
  /** Logits of satisfaction, and of the satisfaction that loyalty follows, less the base they were lived with. */
  readonly #satisfaction: Float64Array;
  readonly #loyal: Float64Array | undefined;
  readonly #slope: number;
  #known: { readonly base: number; readonly satisfaction: Float64Array } | undefined;

  constructor(
    lived: { readonly satisfaction: Float64Array; readonly loyalty: Float64Array | undefined },
    private readonly slips: { readonly satisfaction: Float64Array; readonly recommendation: Float64Array },
    { base, loyalty }: Levels,
    slope: number,
  ) {
    this.#slope = slope;
    this.#satisfaction = lived.satisfaction.map((value) => logits(value) - base);
    this.#loyal = lived.loyalty?.map((value) => logits(within(50 + (10 * (logits(100 * value) - loyalty)) / slope)) - base);
  }

  get customers(): number {
    return this.#satisfaction.length;
  }

  /** What is found of one answer. */
  found(answer: Answer, levels: Levels): Found {
    return momentsOf(this.answers(answer, levels));
  }

  mean(answer: Answer, levels: Levels): number {
    const values = this.answers(answer, levels);
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i]!;
    return sum / values.length;
  }

  answers(answer: Answer, levels: Levels): Float64Array {
    if (answer === 'returned') {
      const { loyalty, base } = levels;
      return each(this.#loyal!, (value) => logistic(loyalty + (this.#slope * (100 * logistic(value + base) - 50)) / 10));
    }
    const satisfaction = this.#at(levels.base);
    if (answer === 'recommendation' || answer === 'nps') {
      const odds = exp(levels.shift);
      return each(satisfaction, (value, i) => {
        const share = value / 100;
        const level = (100 * share * odds) / (1 - share + share * odds);
        const given = within(level + levels.sd * this.slips.recommendation[i]!) / 10;
        return answer === 'nps' ? promoterScore(given) : given;
      });
    }
    const csat = each(satisfaction, (value, i) => 1 + 0.04 * within(value + levels.sd * this.slips.satisfaction[i]!));
    if (answer === 'csat') return csat;
    return each(csat, answer === 'satisfied' ? (value) => (value >= 3.5 ? 1 : 0) : (value) => Math.floor(value + 0.5));
  }

  #at(base: number): Float64Array {
    if (this.#known?.base !== base) {
      this.#known = { base, satisfaction: each(this.#satisfaction, (value) => 100 * logistic(value + base)) };
    }
    return this.#known!.satisfaction;
  }
}

/** As the list's own `map`, several times faster. */
function each(values: Float64Array, make: (value: number, index: number) => number): Float64Array {
  const made = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) made[i] = make(values[i]!, i);
  return made;
}

function within(points: number): number {
  return points > 100 ? 100 : points < 0 ? 0 : points;
}

function logits(points: number): number {
  return log(points / (100 - points));
}

function momentsOf(values: Float64Array): Found {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = sum / n;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < n; i++) {
    const distance = values[i]! - mean;
    const square = distance * distance;
    second += square;
    third += square * distance;
    fourth += square * square;
  }
  return { mean, variance: second / n, third: third / n, fourth: fourth / n };
}

/** Everybody of a study lives its journey once. `returns`: whether anybody will be asked whether they come back. */
export function liveOnce(study: ResolvedStudy, levels: readonly Levels[], slopes: readonly number[], returns: boolean): SegmentAnswers[] {
  const lived = gatherColumns(study, study.journeys[0]!, returns ? ['satisfaction', 'loyalty'] : ['satisfaction'], study.customers);
  const slips = slipsOf(study);
  return lived.map(
    ({ satisfaction, loyalty }, index) =>
      new SegmentAnswers({ satisfaction: satisfaction!, loyalty }, slips[index]!, levels[index]!, slopes[index]!),
  );
}

/** The slips of the pen of the same people, in standard deviations: seen where nothing else makes their answers differ. */
function slipsOf(study: ResolvedStudy): { readonly satisfaction: Float64Array; readonly recommendation: Float64Array }[] {
  const even = defineJourney({ name: 'even', interactions: [{ id: 'even', duration: 1, affect: 0 }] });
  const model = resolveModel(defaultModel, { response: { sd: 1, recommendation: { shift: 0 } } });
  const segments = study.segments.map(({ id, share }) => ({ id, share }));
  const asked = { ...study, segments, model, models: segments.map(() => model), journeys: [even] };
  const columns = gatherColumns(asked, even, ['csat', 'recommendation'], study.customers);
  return columns.map(({ csat, recommendation }) => ({
    satisfaction: csat!.map((value) => (value - 1) / 0.04 - 50),
    recommendation: recommendation!.map((value) => value * 10 - 50),
  }));
}
