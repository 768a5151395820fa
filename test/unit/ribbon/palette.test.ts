import { describe, expect, it } from 'vitest';
import { palettes, type Theme } from '../../../src/ribbon/palette';

type Colour = readonly [number, number, number];
const linear = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
const read = (hex: string): Colour => [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255)) as never;
const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast by WCAG 2. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(read(a)), luminance(read(b))].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** What is left of a colour in linear light without one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1. */
const sights: Record<string, readonly Colour[]> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab: equal distances look equally far apart; black and white are 1 apart. */
function lab([r, g, b]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far apart two colours are for those who see them most alike. */
function apart(a: string, b: string): number {
  return Math.min(
    ...Object.values(sights).map((matrix) => {
      const seen = (hex: string): Colour =>
        lab(
          matrix.map((row) =>
            Math.min(
              1,
              Math.max(
                0,
                row.reduce((sum, each, index) => sum + each * read(hex)[index]!, 0),
              ),
            ),
          ) as never,
        );
      const [one, other] = [seen(a), seen(b)];
      return Math.hypot(...one.map((each, index) => each - other[index]!));
    }),
  );
}

describe.each(Object.keys(palettes) as Theme[])('colours on a %s page', (theme) => {
  const colours = palettes[theme];
  it('text can be read, lines and marks can be seen', () => {
    for (const role of ['ink', 'muted', 'peak', 'better', 'worse'] as const)
      expect(contrast(colours[role], colours.page), role).toBeGreaterThan(4.5);
    for (const line of [colours.axis, colours.line, colours.lineBefore, ...colours.segments])
      expect(contrast(line, colours.page), line).toBeGreaterThan(3);
    // Letters also stand on shaded columns.
    for (const role of ['ink', 'muted', 'peak'] as const) expect(contrast(colours[role], colours.wait), role).toBeGreaterThan(4);
  });

  it('segments are told apart without one kind of cone', () => {
    colours.segments.forEach((one, index) => {
      for (const other of colours.segments.slice(0, index)) expect(apart(one, other), `${one} ${other}`).toBeGreaterThan(0.1);
    });
    // The two that are laid over each other most of all.
    expect(apart(colours.segments[0]!, colours.segments[1]!)).toBeGreaterThan(0.18);
    expect(new Set(colours.segments).size).toBe(8);
  });

  it('so are the two versions, better and worse, and the peak on its line', () => {
    expect(apart(colours.line, colours.lineBefore)).toBeGreaterThan(0.08);
    expect(apart(colours.better, colours.worse)).toBeGreaterThan(0.08);
    expect(apart(colours.peak, colours.line)).toBeGreaterThan(0.15);
  });
});
