import { expect, test } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { journeyFromRows } from '../../../src/journey/journey-from-rows';

function faults(rows: unknown, options: unknown = { name: 'Rows' }): string[] {
  try {
    journeyFromRows(rows as never, options as never);
  } catch (error) {
    if (isJourneyError(error)) return error.issues.map((issue) => `${issue.code} ${issue.path}`);
    throw error;
  }
  return [];
}

test('a row is a step', () => {
  const journey = journeyFromRows(
    [
      { id: 'register', stage: 'arrival', minutes: 4, feeling: -1, channel: 'desk' },
      { id: 'queue', kind: 'wait', duration: '5 to 10 min', dropout: 0.1 },
      { id: 'doctor', seconds: 90, effort: 2, skip: 0.1, name: 'Doctor' },
    ],
    { name: 'Clinic' },
  );
  expect(journey.name).toBe('Clinic');
  expect(journey.interactions).toEqual([
    { id: 'register', stage: 'arrival', channel: 'desk', duration: 240, affect: -1 },
    { id: 'queue', kind: 'wait', duration: { type: 'lognormal', median: expect.any(Number), sigma: expect.any(Number) }, dropout: 0.1 },
    { id: 'doctor', name: 'Doctor', duration: 90, effort: 2, skip: 0.1 },
  ]);
});

test('faults are told by row and column', () => {
  const rows = [
    { id: 'a', minutes: -1, feeling: 20 },
    { id: 'a', seconds: 'ninety' },
    { minutes: 1, seconds: 60 },
    { id: 'd' },
    'text',
    { id: 'f', minutes: 1, felling: 3 },
    { id: 'g', duration: 'soon', kind: 'pause' },
  ];
  expect(faults(rows)).toEqual([
    'out-of-range rows[0].minutes',
    'invalid-type rows[1].seconds',
    'conflict rows[2]',
    'unknown-key rows[5].felling',
    'out-of-range rows[0].feeling',
    'duplicate-id rows[1].id',
    'missing rows[2].id',
    'missing rows[3].minutes',
    'invalid-type rows[4]',
    'out-of-range rows[6].kind',
    'invalid-text rows[6].duration',
  ]);
});

test('rows that are no list, no rows and no name', () => {
  expect(faults('id,minutes')).toEqual(['invalid-type rows']);
  expect(faults([])).toEqual(['missing rows']);
  expect(faults([{ id: 'a', minutes: 1 }], {})).toEqual(['missing name']);
  expect(faults([{ id: 'a', minutes: 1, on: new Date(0) }])).toEqual(['invalid-type rows[0].on']);
});
