import { expect, test } from 'vitest';
import { defineJourney } from '../../../src/journey/define-journey';
import { formatJourney } from '../../../src/journey/format-journey';
import { everything, plain } from './sample-journeys';

test('one line for each step, option and part, with everything that was written', () => {
  const text = formatJourney(defineJourney(everything));
  const lines = text.split('\n');
  const ids = ['register', 'queue', 'doctor', 'or video', 'checkout', '+ pay', '+ bring-home', '+ walk', '+ goodbye'];
  expect(lines).toHaveLength(3 + ids.length);
  ids.forEach((id, index) => expect(lines[3 + index]).toContain(id));
  for (const word of [
    'Clinic visit',
    '4 min',
    '30 % occupied',
    '10 % fail',
    '50 % recovered',
    'most-extreme',
    'merged from 2',
    'draws as consultation',
    'stays last',
    'measured',
  ]) {
    expect(text).toContain(word);
  }
});

test('columns are aligned, lines have no space at the end, empty columns are left out', () => {
  const lines = formatJourney(defineJourney(everything)).split('\n').slice(2);
  const start = lines[0]!.indexOf('duration');
  for (const line of lines.slice(1)) expect(line.slice(start - 2, start)).toBe('  ');
  for (const line of lines) expect(line).toBe(line.trimEnd());
  expect(formatJourney(defineJourney(plain)).split('\n')[2]).not.toMatch(/stage|kind|notes/);
});
