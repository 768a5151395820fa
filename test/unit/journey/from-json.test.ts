import { describe, expect, test } from 'vitest';
import {
  defineJourney,
  defineSegments,
  editsFromJson,
  isJourneyError,
  journeyFromJson,
  move,
  segmentsFromJson,
  type JourneyError,
} from 'peakend';

const visit = { name: 'Visit', interactions: [{ id: 'queue', kind: 'wait', duration: '5 min' }] } as const;
const people = [{ id: 'all', share: 1, patience: '20 min' }];
const edits = [move('queue', { to: 'end' })];

describe('the doors for JSON', () => {
  test.each([
    ['journeys', journeyFromJson, visit, defineJourney(visit)],
    ['segments', segmentsFromJson, people, defineSegments(people)],
    ['edits', editsFromJson, edits, edits],
  ] as const)('take %s parsed or as text, and give what their sisters give', (_, door, data, expected) => {
    expect(door(data)).toEqual(expected);
    expect(door(JSON.stringify(data))).toEqual(expected);
    expect(Object.isFrozen(door(data))).toBe(true);
  });

  test('give back what they made', () => {
    const journey = journeyFromJson(visit);
    expect(journeyFromJson(journey)).toBe(journey);
  });

  test('edits are copied: what is done to the data afterwards changes nothing', () => {
    const data = [{ edit: 'move', id: 'queue', place: { to: 'end' } }];
    const read = editsFromJson(data);
    data[0]!.id = 'other';
    expect(read).toEqual(edits);
  });

  test.each([
    ['a text that is not JSON', () => journeyFromJson('{ name: Visit }'), 'invalid-text', ''],
    ['an empty text', () => segmentsFromJson(''), 'invalid-text', ''],
    [
      'a word that is none of ours',
      () => journeyFromJson({ ...visit, interactions: [{ ...visit.interactions[0], kind: 'queue' }] }),
      'out-of-range',
      'interactions[0].kind',
    ],
    ['nothing', () => journeyFromJson(undefined), 'missing', ''],
    ['null', () => journeyFromJson('null'), 'invalid-type', ''],
    ['a number', () => segmentsFromJson('3'), 'invalid-type', ''],
    ['an edit nobody knows', () => editsFromJson('[{ "edit": "moove" }]'), 'out-of-range', 'edits[0].edit'],
    ['edits that are no list', () => editsFromJson({ edit: 'move' }), 'invalid-type', 'edits'],
    ['a key that would reach the prototype', () => journeyFromJson('{ "name": "a", "__proto__": {} }'), 'forbidden-key', '__proto__'],
  ] as const)('refuse %s', (_, door, code, path) => {
    const error = thrownBy(door);
    expect(error.issues[0]).toMatchObject({ code, path });
  });
});

function thrownBy(call: () => unknown): JourneyError {
  try {
    call();
  } catch (error) {
    if (isJourneyError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
