/**
 * What is wrong with the SVG that a page shows: texts that overlap, that leave the picture, that lie on the line, its band or a mark.
 * Runs in the browser, so it uses nothing from outside itself.
 */
export function faultsOf(markup: string): string[] {
  interface Point {
    x: number;
    y: number;
  }
  document.body.style.margin = '0';
  document.body.innerHTML = markup;
  const svg = document.querySelector('svg')!;
  const { width, height } = svg.viewBox.baseVal;
  const faults: string[] = [];
  /** Browsers hand back the box of the line, with room for accents and tails; letters hardly ever reach its last pixel. */
  const trim = 1;
  const corners = (element: SVGGraphicsElement): Point[] => {
    const box = element.getBBox();
    const matrix = element.getCTM()!;
    return [
      [box.x, box.y + trim],
      [box.x + box.width, box.y + trim],
      [box.x + box.width, box.y + box.height - trim],
      [box.x, box.y + box.height - trim],
    ].map(([x, y]) => ({ x: matrix.a * x! + matrix.c * y! + matrix.e, y: matrix.b * x! + matrix.d * y! + matrix.f }));
  };
  const apart = (a: Point[], b: Point[]): boolean =>
    [a, b].some((shape) =>
      shape.some((point, index) => {
        const next = shape[(index + 1) % shape.length]!;
        const axis = { x: next.y - point.y, y: point.x - next.x };
        const along = (points: Point[]): number[] => points.map(({ x, y }) => x * axis.x + y * axis.y);
        return Math.max(...along(a)) <= Math.min(...along(b)) + 1e-6 || Math.max(...along(b)) <= Math.min(...along(a)) + 1e-6;
      }),
    );
  /** Points along a path of M, L, C and Z, two pixels apart or less. */
  const pointsOn = (d: string): Point[] => {
    const found: Point[] = [];
    let here = { x: 0, y: 0 };
    for (const [, command, written] of d.matchAll(/([MLC])([^MLCZ]+)/g)) {
      const numbers = written!.trim().split(/[ ,]+/).map(Number);
      const stops = [here];
      for (let k = 0; k < numbers.length; k += 2) stops.push({ x: numbers[k]!, y: numbers[k + 1]! });
      const end = stops[stops.length - 1]!;
      const count = command === 'M' ? 1 : Math.ceil((Math.abs(end.x - here.x) + Math.abs(end.y - here.y)) / 2) + 1;
      for (let k = 1; k <= count; k++) {
        let level = command === 'M' ? [end] : stops;
        // De Casteljau: each round halves the way between neighbours at the same share.
        while (level.length > 1)
          level = level.slice(1).map((stop, index) => {
            const before = level[index]!;
            return { x: before.x + ((stop.x - before.x) * k) / count, y: before.y + ((stop.y - before.y) * k) / count };
          });
        found.push(level[0]!);
      }
      here = end;
    }
    return found;
  };
  const texts = Array.from(svg.querySelectorAll<SVGTextElement>('text'))
    .filter((each) => (each.textContent ?? '') !== '')
    .map((element) => {
      const shown = Array.from(element.childNodes)
        .filter((node) => node.nodeName !== 'title')
        .map((node) => node.textContent);
      const points = corners(element);
      const xs = points.map(({ x }) => x);
      const ys = points.map(({ y }) => y);
      return {
        element,
        points,
        name: shown.join(''),
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      };
    });
  if (texts.some(({ element }) => element.getComputedTextLength() === 0)) faults.push('text without a font');
  if (texts.length < 5) faults.push('hardly any text');
  for (const { name, left, right, top, bottom } of texts)
    if (left < 0 || top < 0 || right > width || bottom > height)
      faults.push(
        `"${name}" leaves the picture (${left.toFixed(1)}…${right.toFixed(1)} of ${width}, ${top.toFixed(1)}…${bottom.toFixed(1)} of ${height})`,
      );
  const sorted = [...texts].sort((a, b) => a.left - b.left);
  sorted.forEach((a, index) => {
    for (let k = index + 1; k < sorted.length && sorted[k]!.left < a.right; k++) {
      const b = sorted[k]!;
      if (a.top < b.bottom && b.top < a.bottom && !apart(a.points, b.points)) faults.push(`"${a.name}" lies on "${b.name}"`);
    }
  });
  // What stands on the plot stands clear of the lines, bands and marks.
  const lines = Array.from(svg.querySelectorAll<SVGPathElement>('path.line'));
  if (lines.length === 0) faults.push('no line');
  const marks = Array.from(svg.querySelectorAll<SVGGraphicsElement>('polygon, circle')).map((mark) => corners(mark));
  const told = texts.filter(({ element }) => element.closest('.callout') !== null);
  const bands = Array.from(svg.querySelectorAll<SVGPathElement>('path.band'));
  for (const path of told.length === 0 ? [] : [...lines, ...bands]) {
    const matrix = path.getCTM()!;
    const kind = path.getAttribute('class')!;
    const onto = new Set<string>();
    for (const at of pointsOn(path.getAttribute('d')!)) {
      const [x, y] = [at.x + matrix.e, at.y + matrix.f];
      for (const { name, left, right, top, bottom } of told) if (x > left && x < right && y > top && y < bottom) onto.add(name);
    }
    for (const { name, left, right, top, bottom } of told) {
      const point = svg.createSVGPoint();
      [point.x, point.y] = [(left + right) / 2 - matrix.e, (top + bottom) / 2 - matrix.f];
      if (kind === 'band' && path.isPointInFill(point)) onto.add(name);
    }
    for (const name of onto) faults.push(`"${name}" lies on the ${kind}`);
  }
  for (const { name, points } of told) if (marks.some((mark) => !apart(points, mark))) faults.push(`"${name}" lies on a mark`);
  return faults;
}
