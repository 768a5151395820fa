import type { Affect, MergedAffect } from '../journey/types';
import type { Allowed } from './constraints';
import type { Arbitrary, Fc } from './fast-check';
import { lists, maybe, simplestFirst } from './maybe';
import { between, shares } from './quantities';
import type { Parameter } from '../model/types';
import { makeKit, stepSeeds, serviceSeeds, type ServiceSeed, type StepSeed } from './step-seeds';

/** Everything an edit of any kind may need; which kind, and for which step, is settled when the journey is known. */
export interface EditSeed {
  /** Number of the kind, of the step, of the place: each modulo how many there are. */
  readonly kind: number;
  readonly step: number;
  readonly place: number;
  readonly count: number;
  readonly share: number;
  readonly factor: number;
  readonly affect: Affect;
  readonly mergedAffect: Affect | MergedAffect | undefined;
  readonly gain: Parameter;
  readonly pace: 'constant' | 'fast-to-slow' | 'slow-to-fast' | undefined;
  readonly endowed: number | undefined;
  readonly newStep: StepSeed;
  readonly options: readonly ServiceSeed[];
  readonly cost: number | undefined;
}

export function editSeeds(fc: Fc, allowed: Allowed): Arbitrary<EditSeed> {
  const kit = makeKit(fc, { ...allowed, notes: false });
  const { affect, mergedAffect, gain } = kit.amounts;
  const number = fc.integer({ min: 0, max: 9999 });
  return fc.record({
    kind: number,
    step: number,
    place: number,
    count: fc.integer({ min: 2, max: 4 }),
    share: shares(fc),
    factor: simplestFirst(fc, [
      [1, fc.constantFrom(1, 0.5, 2, 0.8, 1.25)],
      [1, between(fc, 0.01, 5)],
    ]),
    affect,
    mergedAffect,
    gain,
    pace: maybe(fc, fc.constantFrom('constant', 'fast-to-slow', 'slow-to-fast'), 2, 1),
    endowed: maybe(fc, shares(fc)),
    newStep: stepSeeds(kit, 1),
    options: lists(fc, serviceSeeds({ ...kit, allowed: { ...kit.allowed, choices: false } }, 'option'), { min: 1, max: 3 }),
    cost: maybe(fc, between(fc, -10, 1000), 1, 5),
  });
}
