import { expect, test } from 'vitest';
import { defineJourney } from '../../../src/journey/define-journey';
import { toText } from '../../../src/results/to-text';
import { everything, plain } from '../journey/sample-journeys';

test('one line for each step, option and part, with everything that was written', () => {
  const text = toText(defineJourney(everything));
  const lines = tableIn(text);
  const ids = ['register', 'queue', 'doctor', 'or video', 'checkout', '+ pay', '+ bring-home', '+ walk', '+ goodbye'];
  expect(lines).toHaveLength(1 + ids.length);
  ids.forEach((id, index) => expect(lines[1 + index]).toContain(id));
  for (const word of [
    'Clinic visit',
    '4 min',
    '30 % occupied',
    '10 % fail',
    '50 % recovered',
    'time-weighted',
    'merged from 2',
    'draws as consultation',
    'stays last',
    'measured',
  ]) {
    expect(text).toContain(word);
  }
});

test('columns are aligned, lines have no space at the end, empty columns are left out', () => {
  const lines = tableIn(toText(defineJourney(everything)));
  const start = lines[0]!.indexOf('duration');
  for (const line of lines.slice(1)) expect(line.slice(start - 2, start)).toBe('  ');
  for (const line of lines) expect(line).toBe(line.trimEnd());
  expect(tableIn(toText(defineJourney(plain)))[0]).not.toMatch(/stage|kind|notes/);
});

/** What stands below the title. */
function tableIn(text: string): string[] {
  const lines = text.split('\n');
  return lines.slice(lines.indexOf('') + 1);
}
