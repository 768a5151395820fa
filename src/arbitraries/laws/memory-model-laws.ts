import { formatNumber } from '../../distributions/format-number';
import { quote } from '../../errors/wording';
import type { Issue } from '../../errors/issue';
import { issuesError } from '../../plain/issues-error';
import { defaultModel } from '../../model/defaults';
import { modelParameters } from '../../model/parameters';
import { readModel } from '../../model/read-model';
import { resolveModel } from '../../model/resolve-model';
import type { CustomMemory, MemoryModelInput } from '../../model/types';
import { simulate } from '../../simulation/simulate';
import { describeCurve, drawCurve, simplerCurves, toAffectCurve, type PlainCurve } from './curves';
import { broken, law, type Fault, type Law } from './law';

/** What one curve is remembered as, for a customer with this expectation. */
type Recall = (curve: PlainCurve) => number;

const expectation = 1;
/** Two ways to the same number may differ in the last bits of a few sums. */
const rounding = 1e-7;

/**
 * What must hold for a memory model of your own, as plain functions for any test runner.
 *
 * - *needed*: it gives a finite number for every curve, also for one that takes no time; it depends on the curve alone and does not change it.
 * - *usual*: it stays between the worst and the best moment; lifting every moment never lowers it; writing one moment down as two changes
 *   nothing; living the same twice as slowly changes nothing, with settings once their own seconds, of `stretch` and `endWindow`, are twice as long
 *   too: a memory of the last minute is not the same of a journey twice as slow. `total` and memories that get used to a level break some of
 *   these on purpose, and so do a weight on trend or duration and a function that counts in seconds: leave out what your model means to break.
 *
 * @param given A function `(curve, { expectation }) => number`, a preset such as `averaging`, or any memory settings of a model.
 * @returns laws, each `{ name, kind, check }`; `check` throws with the simplest curve that breaks the law.
 *
 * @example
 * import { memoryModelLaws } from 'peakend/arbitraries';
 * const lastMoment = (curve) => curve.affectEnd[curve.count - 1];
 * const laws = memoryModelLaws(lastMoment);
 * laws.forEach(({ check }) => check());
 * laws.length; // 6
 */
export function memoryModelLaws(given: CustomMemory | MemoryModelInput): readonly Law[] {
  const model = readMemory(given);
  const recall = recallWith(model);
  const recallSlowly = typeof model === 'function' ? recall : recallWith(withSecondsTwiceAsLong(model));
  type Check = (name: string, fault: (curve: PlainCurve) => string | undefined) => Law;
  const ofKind =
    (kind: Law['kind']): Check =>
    (name, fault) =>
      law(name, kind, { draw: drawCurve, simpler: simplerCurves, fault: (curve) => told(fault(curve), curve) });
  const [needed, usual] = [ofKind('needed'), ofKind('usual')];
  return [
    needed(finiteness, (curve) => {
      const remembered = recall(curve);
      return Number.isFinite(remembered) ? undefined : String(remembered);
    }),
    needed('the same curve is always remembered alike, and is left as it was', (curve) =>
      typeof model === 'function' ? touched(model, curve) : different(recall(curve), recall(curve), 0),
    ),
    usual('a memory lies between the worst and the best moment', (curve) => {
      const levels = curve.flatMap(({ start, end }) => [start, end]);
      const remembered = recall(curve);
      const fits = remembered >= Math.min(...levels) - rounding && remembered <= Math.max(...levels) + rounding;
      return fits ? undefined : write(remembered);
    }),
    usual('a journey that is better in every moment is remembered no worse', (curve) => {
      const room = 10 - Math.max(...curve.flatMap(({ start, end }) => [start, end]));
      const lifted = curve.map((moment) => ({ ...moment, start: moment.start + room / 2, end: moment.end + room / 2 }));
      const [before, after] = [recall(curve), recall(lifted)];
      return after >= before - rounding
        ? undefined
        : `${write(before)}, and ${write(after)} when every moment is ${write(room / 2)} better`;
    }),
    usual('writing one moment down as two halves changes nothing', (curve) => different(recall(curve), recall(halved(curve)), rounding)),
    usual('the same journey twice as slowly is remembered alike, as far as nothing counts in seconds', (curve) => {
      const slow = curve.map((moment) => ({ ...moment, seconds: moment.seconds * 2 }));
      return different(recall(curve), recallSlowly(slow), rounding);
    }),
  ];
}

const finiteness = 'every curve is remembered as a finite number';

/** Settings as a model has them; a function with its answers held to be numbers. */
function readMemory(given: unknown): CustomMemory | MemoryModelInput {
  if (typeof given !== 'function') {
    const issues: Issue[] = [];
    readModel({ memory: given }, defaultModel, '', issues);
    if (given === undefined || issues.length > 0) throw issuesError(issues.length > 0 ? issues : [notGiven]);
    return given as MemoryModelInput;
  }
  return (curve, context) => {
    const remembered = (given as CustomMemory)(curve, context) as unknown;
    if (typeof remembered !== 'number') throw broken(finiteness, { path: 'memory', received: quote(remembered) });
    return remembered;
  };
}

const notGiven: Issue = { code: 'missing', path: 'memory', expected: 'a memory model, or a function of a curve', received: 'nothing' };

function told(received: string | undefined, curve: PlainCurve): Fault | undefined {
  return received === undefined ? undefined : { path: 'memory', received: `${received} for ${describeCurve(curve)}` };
}

function different(one: number, other: number, slack: number): string | undefined {
  return Math.abs(one - other) <= slack || Object.is(one, other) ? undefined : `${write(one)} and ${write(other)}`;
}

function write(value: number): string {
  return Number.isFinite(value) ? formatNumber(value, 6) : String(value);
}

/** Settings in which what is counted in seconds is twice as long, as in a journey lived twice as slowly. */
function withSecondsTwiceAsLong(settings: MemoryModelInput): MemoryModelInput {
  const { memory } = resolveModel(defaultModel, { memory: settings });
  if (memory.kind !== 'blend') return settings;
  const { stretch, endWindow } = memory;
  const { seconds } = stretch;
  const longest = modelParameters['memory.stretch.seconds']!.max;
  const twice =
    typeof seconds === 'number' ? Math.min(longest, 2 * seconds) : ({ type: 'scaled', distribution: seconds, scale: 2, shift: 0 } as const);
  return {
    ...memory,
    stretch: { ...stretch, seconds: twice },
    ...(endWindow?.seconds === undefined ? {} : { endWindow: { ...endWindow, seconds: Math.min(longest, 2 * endWindow.seconds) } }),
  };
}

/** A function is asked itself; settings are asked through a customer who lives exactly that curve. */
function recallWith(model: CustomMemory | MemoryModelInput): Recall {
  if (typeof model === 'function') return (curve) => model(toAffectCurve(curve), { expectation });
  return (curve) => {
    const interactions = curve.map(({ seconds, start, end }, index) => ({
      id: `moment-${index + 1}`,
      duration: seconds,
      affect: { start, end },
    }));
    const lived = simulate({
      journey: { name: 'Curve', interactions },
      segments: [{ id: 'everyone', share: 1, expectation }],
      model: { memory: model },
      customers: 1,
      seed: 'laws',
      outcomes: ['rememberedUtility'],
    });
    return lived.overall.rememberedUtility.mean;
  };
}

/** Asks twice with the same arrays: a model that counts, or writes, gives itself away. */
function touched(model: CustomMemory, curve: PlainCurve): string | undefined {
  const arrays = toAffectCurve(curve);
  const first = model(arrays, { expectation });
  const fresh = toAffectCurve(curve);
  for (const key of ['seconds', 'affectStart', 'affectEnd'] as const) {
    if (arrays[key].some((value, index) => !Object.is(value, fresh[key][index]))) return `a changed ${key}`;
  }
  return different(first, model(fresh, { expectation }), 0);
}

function halved(curve: PlainCurve): PlainCurve {
  return curve.flatMap(({ seconds, start, end }) => {
    const middle = (start + end) / 2;
    return [
      { seconds: seconds / 2, start, end: middle },
      { seconds: seconds / 2, start: middle, end },
    ];
  });
}
