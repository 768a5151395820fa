/**
 * One small line chart as SVG text: no dependencies, the same bytes everywhere (all coordinates are rounded to a tenth of a pixel).
 * Lines differ in dash as well as in colour and carry their names at their ends, so that no legend and no colour sight is needed.
 */
const colours = { page: '#ffffff', ink: '#1f2328', muted: '#59626d', grid: '#e3e6ea', axis: '#79828d' };
const strokes = [
  { colour: '#0b4f83', dash: '' },
  { colour: '#c4500b', dash: '7 3' },
  { colour: '#59626d', dash: '2 3' },
  { colour: '#3a87bd', dash: '9 3 2 3' },
  { colour: '#8a5a44', dash: '4 2' },
];
const fonts = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
const size = { width: 560, height: 320, top: 56, bottom: 46, left: 50 };
const lineHeight = 15;

/**
 * @param chart `title`, `x` and `y` (`label`, `ticks`: the first and last are the ends, maybe `unit`), `lines` (`points` [[x, y], …], maybe a
 * `label` and a `stroke` 0…4, default its place in the list), `dots` ([x, y, stroke]) and `notes` ([x, y, words]).
 */
export function lineChart({ title, x, y, lines, dots = [], notes = [] }) {
  const right = Math.max(16, ...lines.filter(({ label }) => label !== undefined).map(({ label }) => 10 + widthOf(label)));
  const plot = { left: size.left, right: size.width - right, top: size.top, bottom: size.height - size.bottom };
  const toX = scale(x.ticks, plot.left, plot.right);
  const toY = scale(y.ticks, plot.bottom, plot.top);
  const parts = [
    `<rect width="${size.width}" height="${size.height}" fill="${colours.page}"/>`,
    text(12, 22, title, { size: 14, weight: 600 }),
    text(12, 42, y.label, { fill: colours.muted }),
    text(plot.right, size.height - 10, x.label, { fill: colours.muted, anchor: 'end' }),
  ];
  for (const tick of y.ticks) {
    const zero = tick === 0 && y.ticks[0] < 0;
    parts.push(`<path d="M${px(plot.left)} ${px(toY(tick))}H${px(plot.right)}" stroke="${zero ? colours.axis : colours.grid}"/>`);
    parts.push(text(plot.left - 6, toY(tick) + 4, number(tick, y.unit), { fill: colours.muted, anchor: 'end' }));
  }
  for (const tick of x.ticks) {
    parts.push(`<path d="M${px(toX(tick))} ${px(plot.bottom)}v4" stroke="${colours.axis}"/>`);
    parts.push(text(toX(tick), plot.bottom + 18, number(tick, x.unit), { fill: colours.muted, anchor: 'middle' }));
  }
  lines.forEach(({ points, stroke }, index) => {
    const { colour, dash } = strokes[stroke ?? index];
    const path = points.map(([a, b], k) => `${k === 0 ? 'M' : 'L'}${px(toX(a))} ${px(toY(b))}`).join('');
    const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2.2" stroke-linejoin="round"${dashed}/>`);
  });
  for (const [a, b, stroke = 0] of dots) {
    parts.push(
      `<circle cx="${px(toX(a))}" cy="${px(toY(b))}" r="4" fill="${colours.page}" stroke="${strokes[stroke].colour}" stroke-width="2"/>`,
    );
  }
  for (const [a, b, words] of notes) parts.push(text(toX(a), toY(b), words));
  const named = lines
    .map(({ label, points, stroke }, index) => ({ label, y: toY(points.at(-1)[1]), colour: strokes[stroke ?? index].colour }))
    .filter(({ label }) => label !== undefined);
  for (const { label, y: at, colour } of apart(named, plot)) parts.push(text(plot.right + 6, at + 4, label, { fill: colour, weight: 600 }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-label="${escape(title)}" font-family="${fonts}" font-size="12">`,
    `<title>${escape(title)}</title>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function scale(ticks, from, to) {
  const low = ticks[0];
  const high = ticks[ticks.length - 1];
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Names pushed apart where lines end close together, each as near to its line as it can be. */
function apart(named, plot) {
  const sorted = [...named].sort((a, b) => a.y - b.y);
  for (let round = 0; round < 50; round++) {
    for (let k = 1; k < sorted.length; k++) {
      const overlap = lineHeight - (sorted[k].y - sorted[k - 1].y);
      if (overlap <= 0) continue;
      sorted[k - 1] = { ...sorted[k - 1], y: sorted[k - 1].y - overlap / 2 };
      sorted[k] = { ...sorted[k], y: sorted[k].y + overlap / 2 };
    }
  }
  const lowest = sorted.at(-1);
  const over = lowest === undefined ? 0 : Math.max(0, lowest.y - plot.bottom);
  return sorted.map((one) => ({ ...one, y: one.y - over }));
}

/** A little more than most letters take, so that no name is cut. */
function widthOf(words) {
  return 8.1 * words.length;
}

function text(x, y, words, { anchor = 'start', fill = colours.ink, size: points, weight } = {}) {
  const attributes = [
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`,
    points === undefined ? '' : ` font-size="${points}"`,
    weight === undefined ? '' : ` font-weight="${weight}"`,
  ].join('');
  return `<text x="${px(x)}" y="${px(y)}" fill="${fill}"${attributes}>${escape(words)}</text>`;
}

function px(value) {
  return String(Math.round(value * 10) / 10 + 0);
}

function number(value, unit = '') {
  return `${String(value).replace('-', '−')}${unit}`;
}

function escape(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
