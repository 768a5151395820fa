import { describe, expect, it } from 'vitest';
import { simulate } from 'peakend';
import { emotionRibbon } from '../../../src/ribbon/emotion-ribbon';
import { isJourneyError } from '../../../src/errors/journey-error';

const wrong = (value: unknown): never => value as never;
const result = simulate({ journey: { name: 'A', interactions: [{ id: 'a', duration: 1, affect: 5 }] }, customers: 10, seed: 1 });
const step = { id: 'a', label: 'a', seconds: 1, affectStart: 0, affectEnd: 0, low: 0, high: 0, peakShare: 1, reached: 1 };
const input = { title: 't', steps: [step], peakIndex: 0, endIndex: 0 };

describe('an emotion ribbon', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    ['of nothing', () => emotionRibbon(wrong(undefined)), 'invalid-type what'],
    ['of null', () => emotionRibbon(wrong(null)), 'invalid-type what'],
    ['of a number', () => emotionRibbon(wrong(5)), 'invalid-type what'],
    ['of something else', () => emotionRibbon(wrong({ kind: 'experiment' })), 'invalid-type what'],
    ['of a torn comparison', () => emotionRibbon(wrong({ kind: 'comparison' })), 'missing what.baseline'],
    ['of a torn simulation', () => emotionRibbon(wrong({ kind: 'simulation' })), 'missing what.journey'],
    ['of steps null', () => emotionRibbon({ ...input, steps: wrong(null) }), 'invalid-type steps'],
    ['of steps as text', () => emotionRibbon({ ...input, steps: wrong('x') }), 'invalid-type steps'],
    ['of a step null', () => emotionRibbon({ ...input, steps: wrong([null]) }), 'invalid-type steps[0]'],
    ['of an endless list', () => emotionRibbon({ ...input, steps: new Array(4_294_967_295) }), 'too-large steps'],
    ['of a segment 5', () => emotionRibbon(result, { segment: wrong(5) }), 'invalid-type segment'],
    ['with a title null', () => emotionRibbon(result, { title: wrong(null) }), 'invalid-type title'],
    ['with a width that nothing fits into', () => emotionRibbon(result, { width: 319 }), 'out-of-range width'],
    ['with a theme nobody knows', () => emotionRibbon(result, { theme: wrong('drak') }), 'out-of-range theme'],
    ['across what is no time', () => emotionRibbon(result, { across: wrong(3) }), 'invalid-type across'],
    ['of a simulation with a variant', () => emotionRibbon(result, { variant: 'x' }), 'conflict variant'],
    ['of a segment against itself', () => emotionRibbon(result, { segment: 'everyone', against: 'everyone' }), 'conflict against'],
    ['of a segment against nobody', () => emotionRibbon(result, { segment: 'everyone', against: 'x' }), 'unknown-id against'],
    ['against a segment', () => emotionRibbon(result, { against: 'everyone' }), 'missing segment'],
    ['of a step tried 7 times', () => emotionRibbon({ ...input, steps: [{ ...step, tries: 7 }] }), 'out-of-range steps[0].tries'],
    ['with options null', () => emotionRibbon(result, wrong(null)), 'invalid-type options'],
    ['with an unknown option', () => emotionRibbon(result, wrong({ titel: 'x' })), 'unknown-key titel'],
    ['with options beside steps', () => emotionRibbon(input, { title: 'x' }), 'conflict title'],
    ['of affect beyond rounding', () => emotionRibbon({ ...input, steps: [{ ...step, high: 10.001 }] }), 'out-of-range steps[0].high'],
    ['of endless time', () => emotionRibbon({ ...input, steps: [{ ...step, seconds: Infinity }] }), 'out-of-range steps[0].seconds'],
  ];
  it.each(cases)('is refused: %s', (_, make, fault) => {
    let caught: unknown;
    try {
      make();
    } catch (error) {
      caught = error;
    }
    if (!isJourneyError(caught)) throw new Error('expected a JourneyError', { cause: caught });
    expect(`${caught.code} ${caught.issues[0]!.path}`).toBe(fault);
  });

  it('draws what rounding left a little off the scale as if it were on it', () => {
    const at = (top: number, share: number): string =>
      emotionRibbon({
        ...input,
        steps: [{ ...step, affectStart: top, affectEnd: top, low: top, high: top, peakShare: share, reached: share }],
      }).svg;
    expect(at(10.000000000000002, 1.0000000000000002)).toBe(at(10, 1));
  });

  it.each([2e11, 1e300])('draws steps of %d seconds', (seconds) => {
    const { svg } = emotionRibbon({ ...input, steps: [{ ...step, seconds }, step] });
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});
