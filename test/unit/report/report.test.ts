import { describe, expect, it } from 'vitest';
import {
  addChoice,
  checkStandards,
  compare,
  explain,
  improves,
  insert,
  isJourneyError,
  merge,
  move,
  noSegmentWorse,
  populationImpact,
  redesign,
  robustness,
  simulate,
  waterfall,
} from 'peakend';
import { report } from 'peakend/report';

const visit = {
  name: 'Clinic visit',
  interactions: [
    { id: 'book', duration: 120, affect: 1, source: { kind: 'measured', note: 'web log' } },
    { id: 'wait', kind: 'wait', duration: '10 to 40 min', wait: { tolerance: '10 min' }, source: { kind: 'guess' } },
    { id: 'doctor', name: 'Doctor', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 } },
    { id: 'pay', duration: 60, affect: -2, source: { kind: 'expert', note: 'the desk' } },
  ],
} as const;
const segments = [
  { id: 'regular', name: 'Regulars', share: 0.7, returnValue: 100 },
  { id: 'new', name: 'Newcomers', share: 0.3, expectation: 3, patience: '45 min', returnValue: 100 },
] as const;
const proposals = {
  kinder: [move('doctor', { to: 'end' }, { cost: 1_000 })],
  worse: [
    merge(['book', 'wait'], { id: 'arrive', affect: 'time-weighted' }),
    addChoice('doctor', [{ id: 'robot', duration: 300, affect: -3, source: { kind: 'guess' } }], { cost: 200 }),
  ],
};
const variants = { kinder: redesign(visit, proposals.kinder), worse: redesign(visit, proposals.worse) };
const study = { segments, seed: 1, customers: 600 } as const;
const verdict = compare({ baseline: visit, variants, ...study, population: 10_000 });
const today = simulate({ journey: visit, ...study });

/** Sections by their headings, in order. */
function sectionsOf(markdown: string): string[] {
  return Array.from(markdown.matchAll(/^## (.*)$/gm), ([, heading]) => heading!);
}

/** What a reader who only reads text finds in HTML. */
function wordsIn(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>|<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

describe('a report', () => {
  const page = report(verdict, { subtitle: 'For the board', proposals });

  it('states the finding of every variant first, in both forms', () => {
    expect(page.finding).toHaveLength(2);
    for (const [name, { overall }] of Object.entries(verdict.variants)) {
      const sentence = `${name}: ${overall.satisfaction.sentence}.`;
      expect(page.finding.filter((each) => each.startsWith(sentence))).toHaveLength(1);
      expect(wordsIn(page.html).indexOf(sentence)).toBeGreaterThan(0);
      expect(wordsIn(page.html).indexOf(sentence)).toBeLessThan(wordsIn(page.html).indexOf('Outcome by outcome'));
    }
  });

  it('says with the finding what its evidence holds against it', () => {
    const standards = checkStandards(verdict, [noSegmentWorse('satisfaction'), improves('satisfaction', { by: 50 })]);
    const doubted = robustness({ ...study, baseline: visit, variants: { kinder: variants.kinder }, over: { draws: 20 } });
    const { verdict: doubt } = doubted.variants.kinder!.overall;
    const [kinder, worse] = report(verdict, { evidence: [standards, doubted] }).finding;
    const fails = standards.standards.filter((standard) => standard.variant === 'kinder' && standard.verdict === 'fails').length;
    expect(fails).toBeGreaterThan(0);
    expect(kinder).toContain(`Fails ${fails} of 2 promises.`);
    expect(kinder!.includes('Over what we do not know')).toBe(doubt !== 'robust');
    expect(worse).not.toContain('Over what we do not know');
    expect(report(verdict).finding.join(' ')).not.toMatch(/Fails|Over what/);
  });

  it('names who loses before who gains', () => {
    for (const [index, { segments: own }] of Object.values(verdict.variants).entries()) {
      const words = (conclusion: string): number => page.finding[index]!.toLowerCase().indexOf(`${conclusion} for`, 60);
      const conclusions = new Set(Object.values(own).map(({ satisfaction }) => satisfaction.conclusion));
      for (const conclusion of conclusions) expect(words(conclusion)).toBeGreaterThan(0);
      if (conclusions.has('worse') && conclusions.has('better')) expect(words('worse')).toBeLessThan(words('better'));
    }
    const music = redesign(visit, [insert({ id: 'music', duration: 60, affect: 6 }, { to: 'end' })]);
    const apart = [segments[0], { ...segments[1], responses: { music: { affectShift: -12 } } }];
    expect(report(compare({ baseline: visit, variants: { music }, ...study, segments: apart })).finding[0]).toMatch(
      /\. Worse for Newcomers\. Better for Regulars\./,
    );
  });

  it('has the same sections, in the same order, as Markdown and as HTML', () => {
    const headings = sectionsOf(page.markdown);
    expect(headings).toEqual([
      'kinder against Clinic visit',
      'worse against Clinic visit',
      'How sure',
      'What it costs, and what it brings',
      'What it rests on',
      'What to measure next',
      'How it was made',
    ]);
    expect(Array.from(page.html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g), ([, heading]) => wordsIn(heading!))).toEqual(headings);
  });

  it('holds the data that give every digit again', () => {
    const data = /```json\n(.*)\n```/.exec(page.markdown)![1]!;
    expect(compare(JSON.parse(data) as Parameters<typeof compare>[0])).toEqual(verdict);
    const alone = /```json\n(.*)\n```/.exec(report(today).markdown)![1]!;
    expect(simulate(JSON.parse(alone) as Parameters<typeof simulate>[0])).toEqual(today);
  });

  it('says so where a function would be lost', () => {
    const own = simulate({ journey: visit, ...study, model: { memory: (curve) => curve.affectEnd[0]! } });
    expect(report(own).markdown).toContain('A memory of your own is a function');
    expect(report(own).markdown).not.toContain('gives every digit again');
  });

  it('tells costs and worth apart, and their difference', () => {
    const impact = populationImpact(verdict);
    const row = /^\| kinder \| (.*) \|$/gm.exec(page.markdown.slice(page.markdown.indexOf('## What it costs')))![1]!.split(' | ');
    const number = (text: string): number => Number(text.replace(/\(.*/, '').replaceAll(',', '').replace('−', '-').replace('+', ''));
    const worth = impact.variants['kinder']!.overall.money!.difference;
    expect(number(row[1]!)).toBe(1_000);
    expect(number(row[4]!)).toBe(Math.round(worth));
    expect(number(row[5]!)).toBe(Math.round(worth - 1_000));
    expect(page.markdown).toContain('worse: 1 of its edits names no cost and counts as none');
  });

  it('is the same of a result read back from JSON', () => {
    expect(report(JSON.parse(JSON.stringify(verdict)) as typeof verdict, { subtitle: 'For the board', proposals })).toEqual(page);
  });

  it('says what it rests on: the worst source of what a step holds, and what lies in guesses', () => {
    const rests = page.markdown.slice(page.markdown.indexOf('## What it rests on'), page.markdown.indexOf('## What to measure'));
    const kindOf = (step: string, journey: string): string | undefined =>
      new RegExp(`^\\| ${step}[^|]*\\| ${journey}[^|]*\\|[^|]*\\|[^|]*\\| ([^|]*) \\|`, 'm').exec(rests)?.[1];
    expect(kindOf('book', 'Clinic visit')).toBe('measured');
    expect(kindOf('Doctor', 'Clinic visit')).toBe('not said');
    expect(kindOf('pay \\(the end\\)', 'Clinic visit')).toBe('expert');
    expect(kindOf('arrive', 'worse')).toBe('guess');
    expect(kindOf('Doctor', 'worse')).toBe('not said');
    const { interactions } = verdict.baseline.overall;
    const felt = (id: string): number => interactions![id]!.reached * interactions![id]!.perceivedDuration.mean;
    const all = visit.interactions.reduce((sum, { id }) => sum + felt(id), 0);
    const told = Number(/([\d.]+) % of the felt time/.exec(rests)![1]);
    expect(told).toBeCloseTo((100 * (felt('wait') + felt('doctor'))) / all, 0);
    expect(rests).toContain('The end, pay, is from: expert.');
  });

  it('takes a step whose affect is guessed for no measured one, and tells which number is', () => {
    const affect = { kind: 'guess' } as const;
    const source = { kind: 'measured', note: 'log', n: 40 } as const;
    const found = report(
      simulate({
        journey: {
          name: 'Permit',
          interactions: [
            { id: 'desk', duration: 60, affect: 1, source: { ...source, affect } },
            { id: 'post', kind: 'gap', duration: 60, source: { ...source, affect } },
            { id: 'form', duration: 60, affect: 1, source: { kind: 'guess', affect: { kind: 'measured', n: 853 } } },
            { id: 'paid', duration: 60, affect: 1, source: { kind: 'guess', affect: { kind: 'measured' }, duration: { kind: 'expert' } } },
          ],
        },
        customers: 10,
        seed: 1,
      }),
    ).markdown;
    expect(found).toMatch(/\| desk \|[^|]*\|[^|]*\| guess \| log; affect guess \|/);
    expect(found).toMatch(/\| post \|[^|]*\|[^|]*\| measured \| log \|/);
    expect(found).toMatch(/\| form \|[^|]*\|[^|]*\| guess \| affect measured \(n 853\) \|/);
    expect(found).toMatch(/\| paid \(the end\) \|[^|]*\|[^|]*\| expert \| affect measured; duration expert \|/);
    expect(found).toContain('2 guess');
  });

  it('would measure the heaviest steps first, and none that were measured', () => {
    const next = page.markdown.slice(page.markdown.indexOf('## What to measure next'), page.markdown.indexOf('## How it was made'));
    const points = Array.from(next.matchAll(/^- (.*?) \(/gm), ([, name]) => name);
    expect(points.slice(0, 3)).toContain('Doctor');
    expect(next).not.toContain('- book');
    expect(next).toContain('answers in each of two groups');
  });

  it('shows evidence in the order in which it is given, each under the question it answers', () => {
    const given = { baseline: visit, segments, seed: 1, customers: 200 } as const;
    const evidence = [
      checkStandards(verdict, noSegmentWorse('satisfaction')),
      waterfall({ ...given, edits: proposals.worse }),
      robustness({ ...given, variants: { kinder: variants.kinder }, over: { draws: 5 } }),
      explain(today, { segment: 'new', customer: 3 }),
      { title: 'A picture', description: 'of ours', svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' },
    ];
    const shown = report(verdict, { evidence });
    const headings = sectionsOf(shown.markdown);
    const at = headings.indexOf('Promises');
    expect(headings.slice(at, at + 4)).toEqual([
      'Promises',
      'What each change contributes',
      'Does it hang on an assumption?',
      'One customer, step by step',
    ]);
    expect(shown.html).toContain('alt="A picture. of ours"');
    expect(shown.markdown).toContain('Picture: A picture. of ours');
  });

  it('of any other result is that result in words', () => {
    const falls = waterfall({ baseline: visit, segments, seed: 1, customers: 100, edits: proposals.kinder });
    const own = report(falls);
    expect(own.title).toBe('What each change contributes');
    expect(wordsIn(own.html)).toContain(falls.overall.sentence);
  });

  it('does not draw what was not asked for, and says so', () => {
    const few = report(simulate({ journey: visit, ...study, outcomes: ['satisfaction'] }));
    expect(few.html).not.toContain('<img');
    expect(few.markdown).toContain("did not ask for 'interactions'");
  });
});

describe('hostile names', () => {
  const nasty = `<img src=x onerror=alert(1)>"'&\`]( javascript:x)\n# H | **b** \u202e\u0007`;
  const journey = {
    name: nasty,
    interactions: [{ id: nasty, name: nasty, stage: nasty, duration: 60, affect: 1, source: { kind: 'guess', note: nasty } }],
  } as const;
  const other = { ...journey, interactions: [{ ...journey.interactions[0], affect: 3 }] };
  const made = report(
    compare({
      baseline: journey,
      variants: { [nasty]: other },
      segments: [{ id: nasty, name: nasty, share: 1 }],
      seed: nasty,
      customers: 100,
    }),
    {
      title: nasty,
      subtitle: nasty,
      evidence: [
        { title: nasty, description: nasty, svg: `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script>\ud800</svg>` },
      ],
    },
  );

  it('stay text in HTML: no tag, no attribute and no address comes of them', () => {
    const tags = Array.from(made.html.matchAll(/<\/?([a-z!]\w*)/gi), ([, name]) => name!.toLowerCase());
    expect(tags).not.toContain('script');
    for (const [tag] of made.html.matchAll(/<[a-z][^>]*>/gi)) {
      const attributes = Array.from(tag.replace(/"[^"]*"/g, '""').matchAll(/\s([\w:-]+)=/g), ([, name]) => name);
      expect(attributes.filter((name) => name!.startsWith('on'))).toEqual([]);
    }
    expect(Array.from(made.html.matchAll(/(?:src|href)="(.{0,12})/g), ([, start]) => start!.slice(0, 5))).toSatisfy((all: string[]) =>
      all.every((start) => start === 'data:' || start.startsWith('#sec')),
    );
  });

  it('stay text in Markdown, on one line', () => {
    const outside = made.markdown.replace(/^(`{3,})\w*\n[^]*?\n\1$/gm, '');
    expect(outside).not.toMatch(/(?<!\\)<img/);
    expect(outside).not.toMatch(/^# H/m);
    expect(outside).not.toContain('\u202e');
  });
});

describe('what a report refuses', () => {
  const issuesOf = (run: () => unknown): string[] => {
    try {
      run();
    } catch (error) {
      if (isJourneyError(error)) return error.issues.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };
  const anything = (value: unknown): never => value as never;

  it.each([
    ['what is no result', () => report(anything({ kind: 'cake' })), ['invalid-type what']],
    ['nothing', () => report(anything(undefined)), ['missing what']],
    ['unknown options', () => report(today, anything({ titel: 'x' })), ['unknown-key titel']],
    ['a title that is no text', () => report(today, { title: anything(3) }), ['invalid-type title']],
    ['proposals of a simulation', () => report(today, { proposals: {} }), ['conflict proposals']],
    ['proposals of an unknown variant', () => report(verdict, { proposals: { kindr: [] } }), ['unknown-key proposals.kindr']],
    [
      'edits that are none',
      () => report(verdict, { proposals: { kinder: [anything({ edit: 'move' })] } }),
      ['missing proposals.kinder[0].id', 'missing proposals.kinder[0].place'],
    ],
    [
      'evidence that is none',
      () => report(verdict, { evidence: [anything(3), anything({ kind: 'waterfall' })] }),
      ['invalid-type evidence[0]', 'invalid-type evidence[1]'],
    ],
    [
      'a picture without words',
      () => report(verdict, { evidence: [anything({ svg: 'x' })] }),
      ['missing evidence[0].title', 'missing evidence[0].description', 'invalid-type evidence[0].svg'],
    ],
  ])('%s', (_, run, issues) => {
    expect(issuesOf(run)).toEqual(issues);
  });
});
