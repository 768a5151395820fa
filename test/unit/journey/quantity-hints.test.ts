import { expect, test } from 'vitest';
import type { Issue } from '../../../src/errors/issue';
import { isJourneyError } from '../../../src/errors/journey-error';
import { numberHint, writtenNumber } from '../../../src/errors/written-number';
import { checkJourney, defineJourney } from '../../../src/journey/define-journey';
import { checkSegments } from '../../../src/journey/define-segments';
import { normal } from '../../../src/distributions/families/normal';

function inStep(fields: object): readonly Issue[] {
  return checkJourney({ name: 'Visit', interactions: [{ id: 'queue', kind: 'wait', duration: 60, ...fields }] });
}

test.each<readonly [object, string, string]>([
  [{ affect: '1 to 3' }, 'affect', "fromInterval(1, 3, { kind: 'affect' }) where customers differ, { start: 1, end: 3 }"],
  [{ affect: [3, 1] }, 'affect', "fromInterval(1, 3, { kind: 'affect' }) where customers differ, { start: 3, end: 1 }"],
  [{ affect: '−2 – 1.5' }, 'affect', 'fromInterval(-2, 1.5'],
  [{ affect: { start: '1-2', end: 0 } }, 'affect.start', 'fromInterval(1, 2'],
  [{ affect: '4,5' }, 'affect', 'write 4.5, with a point'],
  [{ affect: '−2' }, 'affect', 'write the number -2, without quotes'],
  [{ effort: [2, 4] }, 'effort', 'uniform({ min: 2, max: 4 })'],
  [{ effort: '2 to 4' }, 'effort', 'uniform({ min: 2, max: 4 })'],
  [{ duration: [300, 600] }, 'duration', "write '300 to 600 s'"],
  [{ skip: '50%' }, 'skip', '50 % is written 0.5'],
  [{ dropout: '12,5 %' }, 'dropout', '12.5 % is written 0.125'],
  [{ wait: { occupied: '33.3 %' } }, 'wait.occupied', '33.3 % is written 0.333'],
  [{ wait: { tolerance: '-' } }, 'wait.tolerance', 'leave the cell empty'],
  [{ failure: { probability: '5 %', affect: -1 } }, 'failure.probability', '5 % is written 0.05'],
])('%o is told what to write', (fields, path, hint) => {
  expect(inStep(fields)).toEqual([expect.objectContaining({ path: `interactions[0].${path}`, hint: expect.stringContaining(hint) })]);
});

test.each([{ affect: [1, 2, 3] }, { affect: [] }, { affect: [2, 2] }, { affect: 'good' }, { affect: '1 to' }, { affect: '1 to many' }])(
  '%o is not guessed at',
  (fields) => expect(inStep(fields)[0]!.hint).toBeUndefined(),
);

test('a share in per cent is told so in segments and in distributions', () => {
  const half = { id: 'a', share: '50%' as never };
  expect(checkSegments([half, { id: 'b', share: 0.5 }])).toContainEqual(
    expect.objectContaining({ path: '[0].share', hint: '50 % is written 0.5' }),
  );
  try {
    normal({ mean: '4,5' as never, sd: 1 });
    expect.unreachable();
  } catch (error) {
    expect(isJourneyError(error) && error.issues[0]!.hint).toBe('write 4.5, with a point');
  }
});

test.each<readonly [string, unknown]>([
  ['4', { value: 4, isPercent: false }],
  [' -4.5e2 ', { value: -450, isPercent: false }],
  ['−0', { value: 0, isPercent: false }],
  ['1 234 567.5', { value: 1_234_567.5, isPercent: false }],
  ['12.5%', { value: 12.5, isPercent: true }],
  ['0,123', { hint: 'write 0.123, with a point' }],
  ['1,2345', { hint: 'write 1.2345, with a point' }],
  ['12,345', { hint: 'write 12345 or 12.345: a comma can mean either' }],
  ['1e999', undefined],
  ['1 23', undefined],
  ['1.2.3', undefined],
  ['0x10', undefined],
  ['', undefined],
  ['%', undefined],
  ['four', undefined],
])('%o as a number is %o', (text, read) => expect(writtenNumber(text)).toEqual(read));

test('a number that is written in words has no hint, and journeys in order have no issues', () => {
  expect(numberHint('four')).toBeUndefined();
  expect(defineJourney({ name: 'Visit', interactions: [{ id: 'a', duration: 'PT5M' }] }).interactions[0]!.duration).toBe(300);
});
