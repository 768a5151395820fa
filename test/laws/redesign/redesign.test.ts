import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quantile } from '../../../src/distributions/mathematics';
import { isJourneyError } from '../../../src/errors/journey-error';
import { defineJourney } from '../../../src/journey/define-journey';
import type { Interaction, Journey } from '../../../src/journey/types';
import type { Parameter } from '../../../src/model/types';
import { applyPatches, redesignWithPatches } from '../../../src/redesign/redesign-with-patches';
import { checkEdits, redesign } from '../../../src/redesign/redesign';
import { toText } from '../../../src/results/to-text';
import { diffJourneys } from '../../../src/redesign/diff-journeys';
import { addChoice } from '../../../src/redesign/edits/add-choice';
import { merge } from '../../../src/redesign/edits/merge';
import { move } from '../../../src/redesign/edits/move';
import { removeChoice } from '../../../src/redesign/edits/remove-choice';
import { reorder } from '../../../src/redesign/edits/reorder';
import { split } from '../../../src/redesign/edits/split';
import { swap } from '../../../src/redesign/edits/swap';
import { units, unitsOf } from '../../../src/journey/units';
import { namesIn } from '../../../src/redesign/run-edits';
import type { Edit } from '../../../src/redesign/types';
import { draws } from './draws';
import { anyEdits, anyJourney, redesignable } from './journeys';

const seed = 20260;
const law = <Data>(title: string, data: fc.Arbitrary<Data>, holds: (data: Data) => void, numRuns = 200): void => {
  test(`${title} (seed ${seed})`, () => {
    fc.assert(
      fc.property(data, (one) => {
        holds(one);
      }),
      { seed, numRuns },
    );
  });
};
const text = (value: unknown): string => JSON.stringify(value);
const isFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));

describe('every redesign', () => {
  law('leaves its input as it was', redesignable, ({ journey, edits }) => {
    const before = text([journey, edits]);
    redesign(journey, edits);
    expect(text([journey, edits])).toBe(before);
  });

  law('gives a journey that the door takes as it is', redesignable, ({ journey, edits }) => {
    const after = redesign(journey, edits);
    expect(defineJourney(after)).toBe(after);
    expect(text(defineJourney(JSON.parse(text(after)) as Journey))).toBe(text(after));
    expect(isFrozen(after)).toBe(true);
  });

  law('is the same after a trip through JSON, of the edits and of the journey', redesignable, ({ journey, edits }) => {
    const copy = JSON.parse(text([journey, edits])) as [Journey, Edit[]];
    expect(text(redesign(copy[0], copy[1]))).toBe(text(redesign(journey, edits)));
  });

  law('composes', redesignable, ({ journey, edits }) => {
    const half = Math.floor(edits.length / 2);
    const inTwo = redesign(redesign(journey, edits.slice(0, half)), edits.slice(half));
    expect(text(redesign(journey, edits))).toBe(text(inTwo));
  });

  law('keeps steps that did not change, as objects', redesignable, ({ journey, edits }) => {
    const after = redesign(journey, edits);
    const old = new Map(journey.interactions.map((step) => [step.id, step]));
    for (const step of after.interactions)
      if (old.has(step.id) && text(step) === text(old.get(step.id))) expect(step).toBe(old.get(step.id));
  });

  law(
    'leaves the draws of all streams it does not name byte for byte',
    redesignable,
    ({ journey, edits }) => {
      const after = redesign(journey, edits);
      const touched = new Set<string>();
      const named = new Set(edits.flatMap((edit) => [...namesIn(edit)]));
      for (const at of [journey, after]) {
        for (const { unit } of units(at)) {
          // Who is named, and what it holds.
          if (named.has(unit.id))
            for (const inner of unitsOf(unit as Interaction)) touched.add(inner.unit.drawAs ?? inner.unit.id).add(inner.unit.id);
        }
      }
      const [before, now] = [draws(journey), draws(after)];
      const kept = new Set(Array.from(units(after), ({ unit }) => unit.drawAs ?? unit.id));
      for (const [stream, columns] of before) {
        if (touched.has(stream) || !kept.has(stream)) continue;
        for (const [recipe, bytes] of columns) if (now.get(stream)?.has(recipe) === true) expect(now.get(stream)!.get(recipe)).toBe(bytes);
        const durations = [...columns.keys()].filter((recipe) => recipe.includes('"duration"'));
        for (const recipe of durations) expect(now.get(stream)?.has(recipe)).toBe(true);
      }
    },
    100,
  );

  law('can be undone and done again by patches', redesignable, ({ journey, edits }) => {
    const done = redesignWithPatches(journey, edits);
    expect(text(done.journey)).toBe(text(redesign(journey, edits)));
    const { patches, inversePatches } = JSON.parse(text(done)) as typeof done;
    expect(text(applyPatches(journey, patches))).toBe(text(done.journey));
    expect(text(applyPatches(done.journey, inversePatches))).toBe(text(journey));
    if (done.journey === journey) expect([patches, inversePatches]).toEqual([[], []]);
  });

  law('can be described, edit by edit', redesignable, ({ journey, edits }) => {
    for (const edit of edits) expect(toText(edit, { journey })).toMatch(/^[a-z].*[^.]$/s);
  });

  law('differs in data and in words exactly where something changed', redesignable, ({ journey, edits }) => {
    const after = redesign(journey, edits);
    const found = diffJourneys(journey, after);
    const { same, changes } = found;
    expect(same).toBe(after === journey);
    expect(changes.length > 0).toBe(!same);
    expect(toText(found).split('\n').length).toBe(Math.max(1, changes.length));
    expect(diffJourneys(journey, JSON.parse(text(journey)) as Journey).same).toBe(true);
  });

  law('is all or nothing, and what it throws has a place and a hint', anyEdits, ({ journey, edits }) => {
    const issues = checkEdits(edits, journey);
    const before = text(journey);
    if (issues.length === 0) return void expect(redesign(journey, edits)).toBeDefined();
    let thrown: unknown;
    try {
      redesign(journey, edits);
    } catch (error) {
      thrown = error;
    }
    expect(isJourneyError(thrown)).toBe(true);
    expect(text(journey)).toBe(before);
    for (const issue of issues) {
      expect(issue.path).toMatch(/^edits\[\d+\]/);
      expect(issue.hint).toMatch(/\S/);
    }
  });

  law(
    'meets anything at all with issues, never with another error',
    fc.tuple(anyJourney, fc.oneof(fc.jsonValue(), fc.array(fc.object({ withNullPrototype: true })), fc.array(mangled()))),
    ([journey, edits]) => {
      const issues = checkEdits(edits, journey);
      if (issues.length === 0) expect(redesign(journey, edits as unknown as Edit[])).toBeDefined();
      for (const issue of issues) expect(issue.path).toMatch(/^edits/);
    },
  );
});

/** Objects that look like edits at first. */
function mangled(): fc.Arbitrary<unknown> {
  const id = fc.constantFrom('s0', 's1', 's0-1', 'nobody', '', '*', '__proto__', 5, null);
  const some = fc.oneof(
    id,
    fc.jsonValue(),
    fc.record({ before: id }),
    fc.record({ id, duration: fc.jsonValue() }),
    fc.array(fc.record({ id, share: fc.double() })),
  );
  const keys = [
    'id',
    'ids',
    'with',
    'place',
    'step',
    'into',
    'parts',
    'changes',
    'options',
    'option',
    'factor',
    'share',
    'pace',
    'endowed',
    'probability',
    'affect',
    'duration',
    'channel',
    'cost',
  ];
  const kinds = [
    'insert',
    'remove',
    'move',
    'swap',
    'reorder',
    'merge',
    'split',
    'replace',
    'update',
    'addChoice',
    'removeChoice',
    'scaleDuration',
    'occupyWait',
    'showProgress',
    'preventFailure',
    'improveRecovery',
    'changeChannel',
  ];
  return fc.record({ edit: fc.constantFrom(...kinds), ...Object.fromEntries(keys.map((key) => [key, some])) }, { requiredKeys: ['edit'] });
}

const journeyAndPlaces = fc.tuple(anyJourney, fc.nat(100), fc.nat(100));

describe('edits undo one another', () => {
  law('split undoes merge, whatever was merged', journeyAndPlaces, ([journey, a, b]) => {
    const ids = journey.interactions.map((step) => step.id);
    const from = a % (ids.length - 1);
    const named = ids.slice(from, from + 2 + (b % (ids.length - from - 1)));
    const merged = redesign(journey, [merge(named, { id: 'all' })]);
    expect(merged.interactions.length).toBe(ids.length - named.length + 1);
    expect(redesign(journey, [merge(named, { id: 'all' }), split('all')])).toBe(journey);
    expect(text(redesign(merged, [split('all')]))).toBe(text(journey));
  });

  law('merging all, again and again, and splitting all', anyJourney, (journey) => {
    const edits: Edit[] = [];
    let ids = journey.interactions.map((step) => step.id);
    while (ids.length > 1) {
      edits.push(merge(ids.slice(0, 2), { id: `m${ids.length}` }));
      ids = [`m${ids.length}`, ...ids.slice(2)];
    }
    expect(redesign(journey, edits).interactions.length).toBe(1);
    const back = edits.map((edit) => split(edit.edit === 'merge' ? edit.into.id : '')).reverse();
    expect(redesign(journey, [...edits, ...back])).toBe(journey);
  });

  law('removing the last other option gives the step back', journeyAndPlaces, ([journey, a]) => {
    const alone = journey.interactions.filter((step) => step.parts === undefined && step.choice === undefined);
    const step = alone[a % Math.max(1, alone.length)];
    if (step === undefined) return;
    const options = [
      { id: 'x', duration: '1 min' },
      { id: 'y', duration: 5, affect: 3 },
    ];
    const opened = redesign(journey, [addChoice(step.id, options)]);
    expect(opened.interactions.find(({ id }) => id === step.id)?.choice?.options.length).toBe(2);
    expect(text(redesign(opened, [removeChoice(step.id)]))).toBe(text(journey));
    expect(redesign(journey, [addChoice(step.id, options), removeChoice(step.id, 'x'), removeChoice(step.id, 'y')])).toBe(journey);
  });

  law('what moves comes back', journeyAndPlaces, ([journey, a, b]) => {
    const ids = journey.interactions.map((step) => step.id);
    const [one, other] = [ids[a % ids.length]!, ids[b % ids.length]!];
    // In between, constraints may be broken: only the end counts.
    expect(redesign(journey, [reorder([...ids].reverse()), reorder(ids)])).toBe(journey);
    const home = a % ids.length === 0 ? ({ to: 'start' } as const) : { after: ids[(a % ids.length) - 1]! };
    expect(redesign(journey, [move(one, { to: 'end' }), move(one, home)])).toBe(journey);
    if (one !== other) expect(redesign(journey, [swap(one, other), swap(other, one)])).toBe(journey);
  });
});

describe('dividing a step', () => {
  law(
    'keeps the clock, customer by customer',
    fc.tuple(anyJourney, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 })),
    ([journey, weights]) => {
      const step = journey.interactions.find(({ parts, choice }) => parts === undefined && choice === undefined);
      if (step === undefined) return;
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const parts = weights.map((weight, index) => ({ id: `p${index}`, share: weight / total }));
      const after = redesign(journey, [split(step.id, parts)]);
      const pieces = after.interactions.filter((one) => one.drawAs === step.id);
      expect(pieces.map(({ id }) => id)).toEqual(parts.map(({ id }) => id));
      const seconds = (duration: Parameter | undefined, p: number): number =>
        typeof duration === 'object' ? quantile(duration, p) : (duration ?? 0);
      for (const p of [0.01, 0.5, 0.99]) {
        const whole = seconds(step.duration, p);
        const sum = pieces.reduce((before, piece) => before + seconds(piece.duration, p), 0);
        // Each of at most five products and sums is off by half a unit in the last place.
        expect(Math.abs(sum - whole)).toBeLessThanOrEqual(whole * 1e-14);
      }
      expect(pieces.slice(0, -1).some((piece) => piece.failure !== undefined || piece.dropout !== undefined)).toBe(false);
      expect([pieces.at(-1)!.failure, pieces.at(-1)!.dropout]).toEqual([step.failure, step.dropout]);
      expect(pieces.every((piece) => piece.skip === step.skip && piece.effort === step.effort && piece.kind === step.kind)).toBe(true);
    },
  );
});
