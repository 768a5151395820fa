import { exp } from '../numerics/exp';
import type { OutcomeName, RecordOutcome } from './outcomes';
import type { Column } from '../sampling/column';
import type { SegmentColumns } from '../sampling/segment-columns';
import type { Arena } from '../sampling/arena';
import type { JourneyPlan } from './journey-plan';

/** People tick one of the numbers; the model's answers lie between them. */
export const inWholeNumbers: readonly OutcomeName[] = ['csat', 'recommendation'];

/**
 * What people answer: what they feel plus noise, within the scale; recommendations from somewhat higher. Rounded half up where NPS sorts them, and for
 * the top two and the top one of satisfaction.
 */
export function putAnswers(
  record: RecordOutcome,
  plan: JourneyPlan,
  columns: SegmentColumns,
  arena: Arena,
  count: number,
  satisfaction: Float64Array,
  answers: boolean,
  recommends: boolean,
): void {
  if (answers) {
    const csat = answered(satisfaction, columns.column(plan.noise.satisfaction), count, arena, 0.04, 1);
    record('csat', () => csat);
    record('satisfied', () => atLeast(arena, count, csat, 3.5));
    record('delighted', () => atLeast(arena, count, csat, 4.5));
  }
  if (recommends) {
    const level = shifted(satisfaction, columns.column(plan.recommendationShift), count, arena);
    const recommendation = answered(level, columns.column(plan.noise.recommendation), count, arena, 0.1, 0);
    record('recommendation', () => recommendation);
    record('nps', () => {
      const nps = arena.take();
      for (let i = 0; i < count; i++) {
        const answer = Math.floor(recommendation[i]! + 0.5);
        nps[i] = answer >= 9 ? 100 : answer <= 6 ? -100 : 0;
      }
      return nps;
    });
  }
}

/** Further up the scale by so many logits. */
function shifted(satisfaction: Float64Array, shift: Column, count: number, arena: Arena): Float64Array {
  const out = arena.take();
  let known = shift.values[0]!;
  let odds = exp(known);
  for (let i = 0; i < count; i++) {
    const logits = shift.values[i & shift.mask]!;
    if (logits !== known) odds = exp((known = logits));
    const share = satisfaction[i]! / 100;
    out[i] = (100 * share * odds) / (1 - share + share * odds);
  }
  return out;
}

function answered(satisfaction: Float64Array, noise: Column, count: number, arena: Arena, factor: number, offset: number): Float64Array {
  const out = arena.take();
  for (let i = 0; i < count; i++) {
    const answer = satisfaction[i]! + noise.values[i & noise.mask]!;
    out[i] = offset + factor * (answer > 100 ? 100 : answer < 0 ? 0 : answer);
  }
  return out;
}

function atLeast(arena: Arena, count: number, values: Float64Array, least: number): Float64Array {
  const out = arena.take();
  for (let i = 0; i < count; i++) out[i] = values[i]! >= least ? 1 : 0;
  return out;
}
