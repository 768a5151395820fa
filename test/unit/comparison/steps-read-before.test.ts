import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyWithRedesign } from '../../../src/arbitraries/edits';
import { compare } from '../../../src/comparison/compare';
import { createSimulator } from '../../../src/comparison/create-simulator';
import { JourneyError } from '../../../src/errors/journey-error';
import { simulate } from '../../../src/simulation/simulate';

/*
 * A simulator does not read a step again that is written as it was when it was last asked about it. Nobody is to notice: what it answers, and what
 * it says of a fault, is what it would have said at first sight.
 */

const study = { customers: 5, seed: 1, outcomes: ['satisfaction', 'interactions'] as const };
const copy = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;
const step = { id: 'a', duration: { type: 'uniform', min: 60, max: 120 }, affect: 2 } as const;
const other = { id: 'b', duration: 30 };
const journeyOf = (...interactions: readonly object[]) => ({ name: 'Visit', interactions }) as never;

function issuesOf(ask: () => unknown): unknown {
  try {
    ask();
  } catch (error) {
    return (error as JourneyError).issues;
  }
  return undefined;
}

describe('a simulator that is handed plain journeys', () => {
  it('answers as if it had never seen a step of them', () => {
    fc.assert(
      fc.property(fc.array(journeyWithRedesign(fc, { maxInteractions: 5 }), { minLength: 1, maxLength: 4 }), (pairs) => {
        const editor = createSimulator(study);
        for (const { journey, redesigned } of [...pairs, ...pairs]) {
          const asked = { baseline: copy(journey), variants: { v: copy(redesigned) } };
          expect(JSON.stringify(editor.compare(asked))).toBe(JSON.stringify(compare({ ...study, ...copy(asked) })));
          expect(JSON.stringify(editor.simulate(copy(redesigned)))).toBe(JSON.stringify(simulate({ ...study, journey: copy(redesigned) })));
        }
      }),
      { seed: 1201, numRuns: 8 },
    );
  });

  it.each([
    ['a step known, a faulty one after it', journeyOf(step, { id: 'c', duration: -1 })],
    ['a step known, a faulty one before it', journeyOf({ id: 'c', duration: 60, dropout: 2 }, step)],
    ['the same step twice', journeyOf(step, step)],
    ['no step', journeyOf()],
    ['a place that cannot be', journeyOf({ ...step, after: ['b'] }, other)],
    ['an unknown key in a known step', journeyOf({ ...step, colour: 'red' })],
    ['a function in a known step', journeyOf({ ...step, note: () => 'x' })],
    ['a known step with one number that is none', journeyOf({ ...step, affect: NaN })],
    ['a pace for another number of steps', { name: 'Visit', interactions: [step, other], progress: { shown: true, pace: [0.5] } }],
    ['a faulty journey of known steps', { name: '', interactions: [step, other] }],
  ])('says of a fault what it says at first sight: %s', (_, journey) => {
    const editor = createSimulator(study);
    editor.simulate(journeyOf(step, other));
    const issues = issuesOf(() => editor.simulate(journey as never));
    expect(issues).toBeDefined();
    expect(issues).toEqual(issuesOf(() => createSimulator(study).simulate(journey as never)));
  });

  it('keeps the keys of extensions as they are written, and nothing that the caller changes afterwards', () => {
    const editor = createSimulator(study);
    const written = { ...step, extensions: { one: 1, two: { three: 3, four: 4 } } };
    editor.simulate(journeyOf(written));
    const turned = { ...step, extensions: { two: { four: 4, three: 3 }, one: 1 } };
    expect(JSON.stringify(editor.simulate(journeyOf(turned), { customers: 6 }).journey)).toContain('{"two":{"four":4,"three":3},"one":1}');
    written.extensions.two.three = 5;
    expect(JSON.stringify(editor.simulate(journeyOf(written)).journey)).toContain('"three":5');
  });

  it('keeps what it read within its memory', () => {
    const editor = createSimulator(study, { maxBytes: 0 });
    editor.simulate(journeyOf(step, other));
    expect(editor.bytes).toBe(0);
  });
});
