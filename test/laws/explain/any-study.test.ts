import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explain } from '../../../src/explain/explain';
import type { LineExplanation, UnitExplanation } from '../../../src/explain/step-types';
import type { Explanation } from '../../../src/explain/types';
import { simulate } from '../../../src/simulation/simulate';
import { isJourneyError } from '../../../src/errors/journey-error';
import type { Simulation } from '../../../src/results/types';
import { anyStudy, type AnyStudy } from '../../reference/any-study';

const seed = 8_1;
const runs = 150;

// Sums are of at most a few hundred numbers, none of which the library adds in another order than the explanation by more than rounding.
const near = (one: number, other: number, size = 1): boolean => Math.abs(one - other) <= 1e-9 * Math.max(size, Math.abs(one));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Nothing for a study in which a segment is left without any option. */
function simulated(study: AnyStudy): Simulation | undefined {
  try {
    return simulate({ ...study, keep: 'all' });
  } catch (error) {
    if (isJourneyError(error) && error.code === 'conflict') return undefined;
    throw error;
  }
}

function linesOf(unit: UnitExplanation): LineExplanation[] {
  return [...(unit.line === undefined ? [] : [unit.line]), ...[...(unit.parts ?? []), ...(unit.again ?? [])].flatMap(linesOf)];
}

/** What does not add up, in words; nothing if all does. */
function faultsOf(explanation: Explanation): string[] {
  const { steps, curve, memory, satisfaction, loyalty, time, outcomes, leaving } = explanation;
  const faults: string[] = [];
  const claim = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  for (const line of steps.flatMap(linesOf)) {
    claim(near(line.written.start + sum(line.effects.map(({ start }) => start)), line.start), 'effects at the start');
    claim(near(line.written.end + sum(line.effects.map(({ end }) => end)), line.end), 'effects at the end');
    claim(Math.max(Math.abs(line.start), Math.abs(line.end)) <= 10, 'the scale');
  }
  for (const step of steps) {
    const [from, to] = step.moments;
    claim(
      curve.slice(from, to).every((moment) => moment.step === step.id),
      `moments of ${step.id}`,
    );
    const ofMoments = step.kind === 'gap' ? 0 : step.totalSeconds;
    claim(near(sum(curve.slice(from, to).map(({ seconds }) => seconds)), ofMoments), `time of ${step.id}`);
    const waits = step.again === undefined && step.failure?.wait === undefined ? step.wait : undefined;
    for (const { conditions, information, hazard } of [waits].filter((wait) => wait !== undefined)) {
      const stretch = information === undefined ? step.stretch : information.before;
      claim(
        near(
          conditions.reduce((all, condition) => all * condition.time, 1),
          stretch,
        ),
        `stretch of ${step.id}`,
      );
      claim(
        near(
          conditions.reduce((all, condition) => all * condition.hazard, 1),
          hazard,
        ),
        `hazard of ${step.id}`,
      );
      const shift = step.line!.effects.find(({ name }) => name === 'waiting conditions')?.start ?? 0;
      claim(near(sum(conditions.map(({ affect }) => affect)), shift), `shift of ${step.id}`);
    }
    for (const { options: real, none } of [step.choice].filter((choice) => choice !== undefined)) {
      const options = none === undefined ? real : [...real, none];
      const best = Math.max(...options.map(({ score }) => score));
      claim(near(options.find(({ chosen }) => chosen)!.score, best), `choice of ${step.id}`);
      claim(near(sum(options.map(({ probability }) => probability)), 1), `probabilities of ${step.id}`);
    }
  }
  const inGaps = time.gapSeconds ?? 0;
  claim(near(sum(curve.map(({ seconds }) => seconds)) + inGaps, outcomes.clockDuration!), 'clock');
  if (time.perspective === 'retrospective') claim(near(sum(steps.map(({ feltSeconds }) => feltSeconds)), time.feltSeconds), 'felt time');
  else if (time.boundaryFactor !== undefined) {
    const law = time.referenceSeconds * Math.pow((time.clockSeconds - inGaps) / time.referenceSeconds, time.beta);
    claim(near(time.meanStretch! * law * time.boundaryFactor, time.feltSeconds), 'felt time as a whole');
  }
  claim((leaving === false) === (outcomes.completed === 1), 'leaving');
  claim(leaving === false || curve.at(-1)!.what === 'leaving', 'the last moment');

  const size = sum(memory.terms.map(({ contribution }) => Math.abs(contribution)));
  claim(near(sum(memory.terms.map(({ contribution }) => contribution)), memory.beforeFading, size), 'terms of memory');
  for (const { weight, value, contribution } of memory.terms) {
    claim(weight === undefined || value === undefined || near(weight * value, contribution), 'a term of memory');
  }
  const { kept, priorBelief } = memory.fading ?? { kept: 1, priorBelief: 0 };
  claim(near(priorBelief + (memory.beforeFading - priorBelief) * kept, memory.rememberedUtility, size), 'fading');
  claim(memory.rememberedUtility === outcomes.rememberedUtility, 'remembered utility');
  claim(
    memory.peak.value === outcomes.peakAffect && memory.end.value === outcomes.endAffect && memory.mean === outcomes.meanAffect,
    'peak, end, mean',
  );
  claim((curve.length === 0) === (memory.peak.parts.length === 0), 'where the peak is');
  const made = sum(memory.peak.parts.map(({ weight, value }) => weight * value));
  claim(curve.length === 0 || near(made, memory.peak.value, 10), 'what the peak is made of');
  claim(
    memory.peak.parts.every(({ moments: [from, to], step }) => from <= to && curve.slice(from, to + 1).some((one) => one.step === step)),
    'where the parts of the peak are',
  );

  for (const judged of [satisfaction, loyalty.withoutFailures].filter((one) => one !== undefined)) {
    claim(near(sum(judged.terms.map(({ value }) => value)), judged.quality), 'terms of satisfaction');
    claim(near(100 / (1 + Math.exp(-(judged.quality / judged.scale + judged.base))), judged.satisfaction), 'satisfaction from quality');
  }
  claim(satisfaction.satisfaction === outcomes.satisfaction, 'satisfaction');
  claim(near(1 / (1 + Math.exp(-loyalty.logit)), outcomes.loyalty!), 'loyalty');
  return faults;
}

it(`tells the customers that were simulated, and what it tells adds up: ${runs} random studies of seed ${seed}`, () => {
  fc.assert(
    fc.property(anyStudy, fc.nat(1000), (study, pick) => {
      const result = simulated(study);
      fc.pre(result !== undefined);
      for (const { id } of study.segments) {
        const customer = pick % study.customers;
        const explanation = explain(result, { segment: id, customer });
        const kept = Object.fromEntries(Object.entries(result.kept![id]!).map(([name, column]) => [name, column[customer]! + 0]));
        expect(explanation.outcomes).toEqual(kept);
        expect(faultsOf(explanation)).toEqual([]);
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
      }
    }),
    { seed, numRuns: runs },
  );
});
