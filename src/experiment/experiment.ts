import { finish } from '../plain/work';
import { deepFreeze } from '../plain/deep-freeze';
import { at } from '../errors/wording';
import { streamSchemeVersion } from '../random/root-key';
import { withDisplay } from '../words/display';
import type { Caution } from '../results/types';
import { setOwn } from '../simulation/assemble';
import { studyCautions } from '../simulation/cautions';
import { rareChances } from '../simulation/cautions/seen';
import { libraryVersion } from '../version';
import { compareObserved, intervalsOf } from './compare-observed';
import { predictContrast } from './contrast';
import { experimentPage } from './experiment-words';
import { predictAll, type Prediction } from './predict';
import { plansOf, type Plans } from './plans';
import { readExperiment, type ResolvedExperiment } from './read-experiment';
import { scoreOf } from './score';
import type { ConditionResult, ContrastResult, Experiment, ExperimentInput } from './types';

/**
 * What the model says a study would find, beside what it found: the share that chooses an episode, a mean rating, felt time, who completes,
 * or a correlation, condition by condition, each with an interval and a score over all of them. For trying the model on published experiments
 * and on one's own.
 *
 *     conditions ─▶ people live them ─▶ what they would say ─▶ beside what they said ─▶ score
 *                   (as `simulate`)     (choice, rating,        (interval, inside, z)
 *                                        correlation; noise)
 *
 * The same simulated people take part in every condition that has the same segments, so what differs is the condition.
 *
 * @param input `conditions`: by name, each with a `journey` (or `journeys`), maybe its own `segments` and `model`, and the `observed` figure as
 * a number or `{ value, interval, n, sd }`. `measure`: see {@link Measure}; for `'choice'` people have lived all conditions and choose which
 * to repeat, or, with `journeys`, choose within each condition. `noise`: affect units; a choice follows logistic(ΔR / noise), default 0.6; a
 * rating of remembered utility varies by this standard deviation, default 1.5 (both judgement); every other measure takes none (`sampleSizeFor` has
 * other noise for these two: satisfaction asked, with that of answers, and remembered utility measured, with none). `contrasts`:
 * differences, ratios, odds ratios or effect sizes. `segments`, `model`, `customers` (per segment, default 10,000), `seed`, `confidence` as
 * in `simulate`.
 * @returns a frozen, plain-data {@link Experiment}: `conditions[name]` with `predicted`, its `interval` (simulation error), `sampling` (where a
 * study of the published size would land), `observed`, `inside`, `z`; `contrasts[name]`; `score`.
 * @throws JourneyError with every fault in the study at once.
 *
 * @example
 * import { experiment } from 'peakend';
 * const held = (...parts) => ({ name: 'Hand in cold water', interactions: parts.map(([duration, affect], i) => ({ id: `part-${i}`, duration, affect })) });
 * const study = experiment({
 *   conditions: {
 *     long: { journey: held([60, -6], [30, { start: -6, end: -4 }]), observed: { value: 22 / 32, n: 32 } },
 *     short: { journey: held([60, -6]) },
 *   },
 *   measure: 'choice',
 *   customers: 1,
 * });
 * study.conditions.long.inside; // true
 */
export function experiment<const Name extends string>(input: ExperimentInput<Name>): Experiment<Name> {
  const resolved = readExperiment(input);
  const plans = plansOf(resolved.conditions);
  const predictions = predictAll(resolved, plans);
  return deepFreeze(withDisplay(assemble(resolved, predictions, plans), experimentPage)) as unknown as Experiment<Name>;
}

function assemble(experiment: ResolvedExperiment, predictions: readonly Prediction[], plans: readonly Plans[]): Experiment {
  const { measure, confidence, seed, customers } = experiment;
  const conditions: { [name: string]: ConditionResult } = {};
  experiment.conditions.forEach(({ name, observed }, index) => {
    const { predicted, standardError, interval, sd, shares } = predictions[index]!;
    const intervals = intervalsOf(measure, sd, observed, confidence);
    setOwn(conditions, name, {
      ...compareObserved({ predicted, standardError, interval, observed, confidence, intervals }),
      ...(sd === undefined ? {} : { sd }),
      ...(shares === undefined ? {} : { shares }),
    });
  });
  const contrasts: { [name: string]: ContrastResult } = {};
  for (const contrast of experiment.contrasts) {
    const { name, of, versus, statistic, observed } = contrast;
    const find = (wanted: string): Prediction => predictions[experiment.conditions.findIndex((condition) => condition.name === wanted)]!;
    const predicted = predictContrast(contrast, find(of), find(versus), measure, confidence);
    const logarithmic = statistic === 'ratio' || statistic === 'oddsRatio';
    setOwn(contrasts, name, { of, versus, statistic, ...compareObserved({ ...predicted, observed, confidence, logarithmic }) });
  }
  return {
    kind: 'experiment',
    measure: {
      kind: measure.kind,
      outcome: measure.outcome,
      ...(measure.kind === 'correlation' ? { with: measure.with } : {}),
      ...(measure.scale === undefined ? {} : { scale: measure.scale, from: measure.from! }),
      noise: measure.noise,
    },
    conditions,
    contrasts,
    order: { conditions: experiment.conditions.map(({ name }) => name), contrasts: experiment.contrasts.map(({ name }) => name) },
    score: { conditions: scoreOf(Object.values(conditions)), contrasts: scoreOf(Object.values(contrasts)) },
    cautions: cautionsOf(experiment, plans),
    study: { seed, customers, confidence },
    versions: { library: libraryVersion, streams: streamSchemeVersion, schema: 1 },
  };
}

/** Each condition's doubts under its name; what is about the whole study once. */
function cautionsOf({ conditions, customers, measure }: ResolvedExperiment, plans: readonly Plans[]): Caution[] {
  const cautions: Caution[] = [];
  for (const [index, { name, study, journeys }] of conditions.entries()) {
    // Of a correlation the people are dealt out over the episodes.
    const each = measure.kind === 'correlation' ? Math.ceil(customers / journeys.length) : customers;
    const own = [
      ...finish(studyCautions({ ...study, journeys }, customers)),
      ...journeys.flatMap((journey, episode) => rareChances(journey, study.segments, plans[index]![episode]!, each)),
    ];
    for (const caution of own) {
      // What people live in a laboratory lasts seconds.
      if (caution.code === 'short-journey') continue;
      const whole =
        caution.path === 'seed' || caution.path === 'customers' || caution.path === 'model.memory' || caution.path.startsWith('segments');
      const told = whole ? caution : { ...caution, path: `${at('conditions', name)}.${caution.path}` };
      if (!cautions.some((known) => known.path === told.path && known.code === told.code)) cautions.push(told);
    }
  }
  return cautions;
}
