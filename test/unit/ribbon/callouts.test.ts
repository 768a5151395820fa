import { expect, test } from 'vitest';
import { simulate } from 'peakend';
import { emotionRibbon } from 'peakend/charts';

/** Names of seven steps whose widths differ: few characters that are wide, and words. */
const names = ['受付で番号札を取る', '待合室で待つ', '問診票に記入する', '診察を受ける', '検査', '会計で支払う', 'Fetch the medicine'];

test.each([
  [480, -10, 4],
  [480, 10, 4],
  [480, -10, 1],
  [560, -10, 3],
  [700, 10, 5],
  [1000, -10, 4],
])('words stand neither on a mark nor on the line: width %i, peak %i in step %i', (width, peak, place) => {
  const affect = (index: number): number => (index === place ? peak : index % 2 === 0 ? -2 : 1);
  const interactions = names.map((name, index) => ({ id: `s${index}`, name, duration: 300 * (index + 1), affect: affect(index) }));
  const svg = emotionRibbon(simulate({ journey: { name: 'J', interactions }, seed: 1, customers: 100, outcomes: ['interactions'] }), {
    width,
  });
  const number = (text: string | undefined): number => Number(text);
  const head = /<text text-anchor="(\w+)"[^>]*><tspan x="([\d.]+)" y="([\d.]+)"[^>]*>Peak</.exec(svg)!;
  const [, anchor, x, y] = head;
  const box = { top: number(y) - 13 + 2, bottom: number(y) - 13 + 31 };
  const reach = anchor === 'middle' ? [-40, 40] : anchor === 'start' ? [0, 80] : [-80, 0];
  const inside = (px: number, py: number): boolean =>
    px > number(x) + reach[0]! && px < number(x) + reach[1]! && py > box.top && py < box.bottom;
  const [, top] = /<polygon points="([^"]+)" fill="#c4500b" stroke/.exec(svg)!;
  for (const corner of top!.split(' ')) {
    const [px, py] = corner.split(',').map(Number);
    expect(inside(px!, py!), `the mark at ${corner}`).toBe(false);
  }
  const [, path] = /<path d="([^"]+)" fill="none"/.exec(svg)!;
  const knots = [...path!.matchAll(/([MLC])([^MLC]+)/g)].map(([, , numbers]) => numbers!.trim().split(/ /).map(Number).slice(-2));
  for (let k = 1; k < knots.length; k++) {
    for (let step = 0; step <= 20; step++) {
      const along = (axis: 0 | 1): number => knots[k - 1]![axis]! + ((knots[k]![axis]! - knots[k - 1]![axis]!) * step) / 20;
      expect(inside(along(0), along(1)), `the line at ${along(0)}, ${along(1)}`).toBe(false);
    }
  }
});
