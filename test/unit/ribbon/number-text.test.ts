import { describe, expect, it } from 'vitest';
import { affectText, coordinate, durationText, percentText } from '../../../src/ribbon/number-text';
import { shorten, textWidth, wrap } from '../../../src/ribbon/text-width';

describe('numbers on charts', () => {
  it('rounds coordinates to two decimals without a negative zero', () => {
    expect([1.005, -0.001, 12, 0.126, -3.456].map(coordinate)).toEqual(['1', '0', '12', '0.13', '-3.46']);
  });

  it('signs affect', () => {
    expect([6.94, -2, 0, -0.04, 10].map(affectText)).toEqual(['+6.9', '\u22122', '0', '0', '+10']);
  });

  it('never rounds a share to none or all when it is not', () => {
    expect([0, 0.001, 0.42, 0.999, 1].map(percentText)).toEqual(['0', '<1', '42', '>99', '1'.padEnd(3, '0')]);
  });

  it('picks a readable unit of time', () => {
    expect([0, 0.44, 59.96, 60, 90, 2_500, 5_400, 86_400, 1e11].map(durationText).map((text) => text.replace('\u00A0', ' '))).toEqual([
      '0 s',
      '0.4 s',
      '1 min',
      '1 min',
      '1.5 min',
      '42 min',
      '1.5 h',
      '1 d',
      '1157407 d',
    ]);
  });
});

describe('text without a font', () => {
  it('shortens to the width and says so', () => {
    const text = shorten('Escalators and walkways', 80, 12);
    expect(text.endsWith('…')).toBe(true);
    expect(textWidth(text, 12)).toBeLessThanOrEqual(80);
    expect(shorten('Food', 80, 12)).toBe('Food');
  });

  it('wraps at spaces and never exceeds lines or width', () => {
    const lines = wrap('one two three four five six seven eight nine ten', 60, 12, 3);
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(60);
    expect(wrap('', 60, 12, 3)).toEqual([]);
  });
});
