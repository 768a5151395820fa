import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../../src/charts/place-labels';

const [width, height] = [300, 200];
const left = { left: 0, right: 148, top: 0, bottom: height };
/** Two points near a line at 150: the first would have its name beyond it. */
const near = [
  { label: 'Set a number', x: 135, y: 100 },
  { label: 'Details', x: 60, y: 100 },
];

describe('names beside points', () => {
  it('stand where they find room first, where no field binds them', () => {
    const { texts } = placeLabels(near, width, height);
    expect(texts.map(({ text }) => text)).toEqual(['Set a number', 'Details']);
    expect(texts[0]!.x).toBeGreaterThan(135);
  });

  it('stand in the field of their point where all find room so', () => {
    const { texts, isNumbered } = placeLabels(
      near.map((point) => ({ ...point, field: left })),
      width,
      height,
    );
    expect(isNumbered).toBe(false);
    expect(texts.map(({ text }) => text)).toEqual(['Set a number', 'Details']);
    expect(texts[0]!.x).toBeLessThan(60);
  });

  it('cross a line rather than become numbers', () => {
    const narrow = { left: 130, right: 140, top: 90, bottom: 110 };
    const bound = placeLabels(
      near.map((point) => ({ ...point, field: narrow })),
      width,
      height,
    );
    expect(bound).toEqual(placeLabels(near, width, height));
  });
});
