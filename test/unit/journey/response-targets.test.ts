import { expect, test } from 'vitest';
import { checkResponseTargets } from '../../../src/journey/check-response-targets';
import { defineJourney } from '../../../src/journey/define-journey';
import { defineSegments } from '../../../src/journey/define-segments';
import type { ResponseInput } from '../../../src/journey/types';
import { everything, plain } from './sample-journeys';

const journey = defineJourney(everything);

function check(responses: Record<string, ResponseInput>, journeys = [journey]) {
  return checkResponseTargets(journeys, defineSegments([{ id: 'a', share: 1, responses }]), 'segments').map(({ code, path, hint }) => [
    code,
    path,
    hint,
  ]);
}

test.each(['register', 'video', 'pay', 'walk', 'checkout', 'consultation', 'stage:arrival', 'channel:desk', '*'])(
  '%s is something to respond to',
  (target) => {
    expect(check({ [target]: { affectShift: 1 } })).toEqual([]);
  },
);

test('an unknown target is told with the nearest known', () => {
  expect(check({ regster: {} })).toEqual([['unknown-id', 'segments[0].responses.regster', 'did you mean "register"?']]);
  expect(check({ 'stage:arival': {} })).toEqual([['unknown-id', 'segments[0].responses["stage:arival"]', 'did you mean "stage:arrival"?']]);
  expect(check({ arrival: {} })).toHaveLength(1);
});

test('one of several journeys is enough', () => {
  expect(check({ enter: {}, register: {} }, [journey, defineJourney(plain)])).toEqual([]);
});

test('a merged step has nothing of its own to replace, but can be shifted and scaled', () => {
  expect(
    check({ checkout: { duration: 5, skip: 0.1, dropout: 0.1, durationScale: 2, affectShift: 1 } }).map(([code, path]) => [code, path]),
  ).toEqual([
    ['conflict', 'segments[0].responses.checkout.duration'],
    ['conflict', 'segments[0].responses.checkout.skip'],
    ['conflict', 'segments[0].responses.checkout.dropout'],
  ]);
  expect(check({ pay: { duration: 5 }, '*': { duration: 5 } })).toEqual([]);
});
