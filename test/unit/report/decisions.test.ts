import { describe, expect, it } from 'vitest';
import { atLeast, compare, improves, move, redesign, scaleDuration, toText, update } from 'peakend';
import { bestOrder, costAndValue, drivers, findRedesigns, leastChange, portfolio } from 'peakend/decide';
import { report } from 'peakend/report';

const visit = {
  name: 'Clinic visit',
  interactions: [
    { id: 'book', name: 'Book', duration: 120, affect: 1 },
    { id: 'wait', name: 'Wait', kind: 'wait', duration: '10 to 40 min', affect: -1, wait: { tolerance: '10 min' } },
    { id: 'doctor', name: 'Doctor', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 } },
    { id: 'pay', name: 'Pay', duration: 60, affect: -2, dropout: 0.1 },
  ],
} as const;
const study = {
  journey: visit,
  segments: [
    { id: 'regular', name: 'Regulars', share: 0.7 },
    { id: 'new', name: 'Newcomers', share: 0.3, expectation: 3 },
  ],
  seed: 1,
  customers: 200,
} as const;
const candidates = [
  scaleDuration('wait', 0.6, { cost: 900 }),
  update('pay', { affect: 0 }, { cost: 200 }),
  move('pay', { to: 'start' }, { cost: 50 }),
];
const pulled = drivers(study);
const found = findRedesigns({ ...study, candidates, objectives: ['satisfaction'], robustness: false });
const order = bestOrder({ ...study, robustness: false });
const enough = leastChange({ ...study, candidates, target: improves('satisfaction', { by: 1 }) });
const company = portfolio({ journeys: { visit: { journey: visit, people: 100 } }, seed: 1, customers: 100 });
const verdict = compare({
  baseline: visit,
  variants: { kinder: redesign(visit, candidates) },
  segments: study.segments,
  customers: 200,
  seed: 1,
});
const page = report(verdict, { evidence: [pulled, found, order, enough, company] });

/** A section by its heading, as Markdown. */
function section(heading: string): string {
  return page.markdown.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))!;
}

/** The same in HTML. */
function inHtml(heading: string): string {
  return page.html.split('<section').find((part) => part.includes(`<bdi>${heading}</bdi></h2>`))!;
}

const asked = [
  ['Which step matters most?', pulled],
  ['Which redesign is best?', found],
  ['Which order is best?', order],
  ['What is the least that is enough?', enough],
  ['Which journey first?', company],
] as const;

describe('what was looked for, in a report', () => {
  it.each(asked)('stands under %s, its finding first and no heading', (heading, { sentence }) => {
    const [, lead] = section(heading).split('\n\n');
    expect(lead!.replaceAll('\\', '')).toBe(`**${sentence}**`);
    expect(section(heading)).not.toContain(`# ${sentence.slice(0, 20)}`);
    expect(inHtml(heading)).toContain('<p class="lead"><strong>');
    expect(toText(page as never)).toContain(heading);
  });

  it.each(asked)('may be what the report is about: %s', (heading, result) => {
    const own = report(result);
    expect(own.title).toBe(heading);
    expect(own.finding).toEqual([result.sentence]);
    expect(own.markdown.replaceAll('\\', '').split(result.sentence)).toHaveLength(2);
    expect(own.html).not.toContain('<nav');
  });

  it('has of drivers a table for each lever, most gain first, every row with its stroke', () => {
    const text = section('Which step matters most?');
    const levers = Object.values(pulled.rankings);
    expect(levers.length).toBeGreaterThan(3);
    for (const { order: ids } of levers) {
      const names = ids.map((id) => pulled.overall.steps[id]!.name).join('\n');
      const tables = text.split('\n\n').map((block) =>
        block
          .split('\n')
          .slice(2)
          .map((row) => row.split(' | ')[0]!.replace('| ', ''))
          .join('\n'),
      );
      expect(tables).toContain(names);
    }
    const rows = levers.reduce((sum, { order: ids }) => sum + ids.length, 0);
    expect(inHtml('Which step matters most?').split('class="stroke"><svg')).toHaveLength(rows + 1);
  });

  it('has the figures of drivers as their own page has them', () => {
    const cells = toText(pulled).match(/[+−][\d.]+ \([^)]*\)/g)!;
    expect(cells.length).toBeGreaterThan(10);
    for (const cell of cells) expect(section('Which step matters most?')).toContain(cell);
  });

  it('draws every leader of a search as the comparison concludes, and whom the chosen one is for', () => {
    const html = inHtml('Which redesign is best?');
    const strokes = html.split('class="stroke"><svg').length - 1;
    expect(strokes).toBe(found.leaders.length + 3);
    expect(section('Which redesign is best?')).toContain('### The one chosen: for whom');
    const worse = found.leaders.filter(({ name }) => found.comparison.variants[name]!.overall.satisfaction.conclusion === 'worse');
    expect(html.split('<path').length - 1).toBe(worse.length);
  });

  it('says for whom the least change is, and nothing where none is found', () => {
    expect(section('What is the least that is enough?')).toContain('### What was found: for whom');
    const never = leastChange({ ...study, candidates, target: improves('satisfaction', { by: 90 }) });
    expect(report(never).markdown).not.toContain('for whom');
    const nothing = leastChange({ ...study, candidates, target: atLeast('satisfaction', 1) });
    expect(nothing.found!.edits).toEqual([]);
    expect(report(nothing).markdown).not.toContain('for whom');
  });

  it('tells a loss from a gain where less is better', () => {
    const times = drivers({ ...study, outcome: 'clockDuration', customers: 50 });
    const { removal } = times.rankings;
    expect(times.overall.steps[removal!.first!]!.levers.removal!.difference).toBeLessThan(0);
    const html = report(times).html;
    const taken = html.slice(html.indexOf('<bdi>taken away</bdi>')).split('</table>')[0]!;
    expect(taken.split('<circle').length - 1).toBe(removal!.order.length);
  });

  it('tells costs once where they stand among the evidence', () => {
    const proposals = { kinder: candidates };
    const heading = /## What it costs, and what it brings/g;
    const worth = costAndValue(verdict, { proposals, periods: 3 });
    expect(report(verdict, { proposals, evidence: [worth] }).markdown.match(heading)).toHaveLength(1);
    expect(report(verdict, { proposals, evidence: [worth] }).markdown).toContain(worth.sentence.slice(0, 40));
    const other = costAndValue(compare({ baseline: visit, variants: { kinder: visit }, customers: 50, seed: 2 }));
    expect(report(verdict, { proposals, evidence: [other] }).markdown.match(heading)).toHaveLength(2);
  });

  it('counts variants beyond four in its heading', () => {
    const variants = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, visit]));
    const many = compare({ baseline: visit, variants, customers: 50, seed: 1 });
    expect(report(many).title).toBe('a, b, c and 3 others against Clinic visit');
  });
});
