import type { Issue } from '../errors/issue';
import { at, quote, unfit } from '../errors/wording';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { isOutcome, readOutcome, unknownOutcome } from '../experience/read-outcome';
import { checkKeys } from '../plain/check-keys';
import { readRecord } from '../plain/reading';
import { tooMany } from './check-names';
import { outcomeRange, type Scaled } from './outcome-range';
import { largest } from './read-observed';

/** A measure as everything behind the door sees it. */
export interface ResolvedMeasure extends Scaled {
  readonly kind: 'choice' | 'mean' | 'correlation';
  readonly with: readonly OutcomeName[];
  readonly scale: readonly [number, number] | undefined;
  readonly from: readonly [number, number] | undefined;
  /** Affect units. */
  readonly noise: number;
}

/** Judgement: what two remembered utilities must differ by, in affect units, for a choice to be clear. */
export const choiceNoise = 0.6;
/** Judgement: standard deviation of reports of the same remembered utility, affect units. */
export const ratingNoise = 1.5;

/** Ends closer than this are one and the same answer, and dividing by what lies between them gives no number. */
const leastScale = 1e-9;

type Plain = Readonly<Record<string, unknown>>;
const plain = { with: [], scale: undefined, from: undefined, factor: 1, offset: 0 } as const;

export function readMeasure(measure: unknown, noise: unknown, issues: Issue[]): ResolvedMeasure | undefined {
  if (measure === 'choice') {
    return { ...plain, kind: 'choice', outcome: 'rememberedUtility', noise: readNoise(noise, choiceNoise, issues) };
  }
  if (measure === 'rating') return mean('rememberedUtility', {}, noise, issues);
  if (typeof measure === 'string') {
    if (isOutcome(measure)) return mean(measure, {}, noise, issues);
    issues.push(unknownOutcome('measure', measure, ['choice', 'rating', ...outcomeNames]));
    return undefined;
  }
  const expected = "'choice', 'rating', an outcome, { outcome, scale, from } or { correlation, with }";
  const written: Plain | undefined = readRecord(measure, 'measure', issues, expected)?.written;
  if (written === undefined) return undefined;
  if ('correlation' in written) return correlation(written, noise, issues);
  checkKeys(written, ['outcome', 'scale', 'from'], 'measure', issues);
  const outcome = readOutcome(written.outcome, 'measure.outcome', issues);
  return isOutcome(written.outcome) ? mean(outcome, written, noise, issues) : undefined;
}

function mean(outcome: OutcomeName, written: Plain, noise: unknown, issues: Issue[]): ResolvedMeasure | undefined {
  const before = issues.length;
  const spread = noiseOf(outcome, noise, issues);
  const scale = readEnds(written.scale, 'measure.scale', issues);
  const from = readEnds(written.from, 'measure.from', issues) ?? outcomeRange(outcome);
  if (scale === undefined && written.from !== undefined) {
    issues.push({ code: 'missing', path: 'measure.scale', expected: 'what the ends of the scale read', received: 'undefined' });
  } else if (scale !== undefined && from === undefined) {
    issues.push({
      code: 'missing',
      path: 'measure.from',
      expected: `the values of ${outcome} that the ends of the scale stand for`,
      received: 'undefined',
      hint: 'this outcome has no natural ends',
    });
  }
  if (issues.length > before) return undefined;
  if (scale === undefined) return { ...plain, kind: 'mean', outcome, noise: spread };
  const factor = (scale[1] - scale[0]) / (from![1] - from![0]);
  return { ...plain, kind: 'mean', outcome, scale, from, factor, offset: scale[0] - factor * from![0], noise: spread };
}

function correlation(written: Plain, noise: unknown, issues: Issue[]): ResolvedMeasure | undefined {
  const before = issues.length;
  checkKeys(written, ['correlation', 'with'], 'measure', issues);
  const outcome = readOutcome(written.correlation, 'measure.correlation', issues);
  if (tooMany(written.with, 'measure.with', issues)) return undefined;
  const others: readonly unknown[] = Array.isArray(written.with) ? Array.from<unknown>(written.with) : [written.with];
  if (others.length === 0) {
    issues.push({ code: 'missing', path: 'measure.with', expected: 'at least one outcome', received: quote(written.with) });
  }
  const found = others.map((name: unknown, index) =>
    readOutcome(name, Array.isArray(written.with) ? at('measure.with', index) : 'measure.with', issues),
  );
  const spread = isOutcome(written.correlation) ? noiseOf(outcome, noise, issues) : 0;
  if (issues.length > before) return undefined;
  return { ...plain, kind: 'correlation', outcome, with: found, noise: spread };
}

/** Rating noise belongs to reports of remembered utility. Answers that are noisy in the model already get none, nor does what nobody reports. */
function noiseOf(outcome: OutcomeName, noise: unknown, issues: Issue[]): number {
  if (outcome === 'rememberedUtility') return readNoise(noise, ratingNoise, issues);
  if (noise === undefined) return 0;
  const answered = ['csat', 'recommendation', 'nps', 'satisfied', 'delighted'].includes(outcome);
  issues.push({
    code: 'conflict',
    path: 'noise',
    expected: `none: ${outcome} ${answered ? 'has the noise of the model in it' : 'is not reported by people'}`,
    received: quote(noise),
    ...(answered ? { hint: 'set model.response.sd' } : {}),
  });
  return 0;
}

function readNoise(noise: unknown, standard: number, issues: Issue[]): number {
  if (noise === undefined) return standard;
  if (typeof noise === 'number' && noise >= 0 && noise <= 1000) return noise;
  const code = typeof noise === 'number' ? 'out-of-range' : 'invalid-type';
  issues.push(unfit(noise, 'noise', 'a number from 0 to 1000, in affect units', { code, params: { min: 0, max: 1000 } }));
  return standard;
}

function readEnds(value: unknown, path: string, issues: Issue[]): readonly [number, number] | undefined {
  if (value === undefined) return undefined;
  if (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((end) => typeof end === 'number' && Math.abs(end) <= largest) &&
    Math.abs((value[1] as number) - (value[0] as number)) >= leastScale
  ) {
    return [value[0] as number, value[1] as number];
  }
  issues.push(unfit(value, path, `two numbers from ${-largest} to ${largest}, at least ${leastScale} apart: [one end, the other]`));
  return undefined;
}
