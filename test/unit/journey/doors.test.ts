import { describe, expect, it } from 'vitest';
import { defineJourney } from '../../../src/journey/define-journey';
import { formatJourney } from '../../../src/journey/format-journey';
import { journeyHash } from '../../../src/journey/journey-hash';

describe.each([
  ['formatJourney', formatJourney],
  ['journeyHash', journeyHash],
])('%s', (_name, read) => {
  it('takes a journey as written', () => {
    const input = { name: 'Visit', interactions: [{ id: 'talk', duration: '5 min' }] };
    expect(read(input)).toBe(read(defineJourney(input)));
  });

  it('refuses what is no journey', () => {
    const cyclic: Record<string, unknown> = { name: 'Visit' };
    cyclic['interactions'] = [cyclic];
    expect(() => read(cyclic as never)).toThrowError(expect.objectContaining({ code: 'cycle' }));
    expect(() => read(undefined as never)).toThrowError(expect.objectContaining({ name: 'JourneyError' }));
  });
});
