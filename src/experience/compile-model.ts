import type { ColumnPlan, Slot } from '../sampling/column-plan';
import type { JourneyPlan } from './journey-plan';
import type { ModelSlots } from './model-slots';
import { once } from '../plain/once';

/** What every plan has of the model alone. */
type ModelPlan = Pick<JourneyPlan, 'time' | 'leavingAffect' | 'satisfaction' | 'loyalty' | 'recommendationShift' | 'noise'>;

/** Looked up once for all journeys and segments. */
export const compileModel = /* @__PURE__ */ once((parameters: ModelSlots): ModelPlan => {
  const { model, columns } = parameters;
  const parameter = (path: string): Slot => parameters.slot(path);
  return {
    time: {
      perspective: model.time.perspective,
      beta: parameter('time.beta'),
      referenceSeconds: parameter('time.reference'),
      boundary: parameter('time.boundary'),
      floor: parameter('time.floor'),
    },
    leavingAffect: parameter('abandonment.affect'),
    satisfaction: {
      balance: parameter('satisfaction.balance'),
      lossAversion: parameter('satisfaction.lossAversion'),
      scale: parameter('satisfaction.scale'),
      late: parameter('satisfaction.late'),
      lateScale: parameter('satisfaction.lateScale'),
      slow: parameter('satisfaction.slow'),
      base: parameter('satisfaction.base'),
    },
    loyalty: { slope: parameter('loyalty.slope'), base: parameter('loyalty.base') },
    recommendationShift: parameter('response.recommendation.shift'),
    noise: {
      satisfaction: noise(columns, parameters, 'responseSatisfaction'),
      recommendation: noise(columns, parameters, 'responseRecommendation'),
    },
  };
});

function noise(columns: ColumnPlan, parameters: ModelSlots, purpose: 'responseSatisfaction' | 'responseRecommendation'): Slot {
  const sd = parameters.slot('response.sd');
  const constant = sd.constant;
  if (constant === 0) return columns.constant(0);
  if (constant !== undefined) return columns.draw('', purpose, { type: 'normal', mean: 0, sd: constant });
  const standard = columns.draw('', purpose, { type: 'normal', mean: 0, sd: 1 });
  return columns.derive('noise', [standard, sd], (values) => values[0]! * values[1]!);
}
