import { describe, expect, it } from 'vitest';
import {
  atLeast,
  checkStandards,
  compare,
  constant,
  defineJourney,
  diffJourneys,
  experiment,
  explain,
  lognormal,
  move,
  normal,
  populationImpact,
  redesign,
  remove,
  robustness,
  sampleSizeFor,
  simulate,
  toMarkdown,
  toText,
  waterfall,
  type Printable,
} from 'peakend';
import { findCounterexample } from 'peakend/arbitraries';

const visit = defineJourney({
  name: 'Visit',
  interactions: [
    { id: 'form', name: 'The form', duration: '5 min', affect: -2 },
    { id: 'talk', duration: lognormal({ median: 600, sigma: 0.5 }), affect: 1 },
  ],
});
const edits = [move('form', { to: 'end' }, { cost: 500 }), remove('form')];
const [later] = edits;
const study = { customers: 50, seed: 1 } as const;
const today = simulate({ journey: visit, ...study });
const verdict = compare({ baseline: visit, variants: { later: redesign(visit, [later!]) }, ...study });

const made: { readonly [what: string]: Printable } = {
  journey: visit,
  'a journey as written': { name: 'Call', interactions: [{ id: 'talk', duration: '5 min' }] },
  edit: later!,
  edits,
  'no edits': [],
  'a difference': diffJourneys(visit, { name: 'Visit', interactions: [visit.interactions[1]!] }),
  'no difference': diffJourneys(visit, visit),
  distribution: lognormal({ median: 600, sigma: 0.5 }),
  'a constant': constant(3),
  'a number': 3,
  simulation: today,
  comparison: verdict,
  explanation: explain(today, { segment: 'everyone', customer: 1 }),
  'two explanations': explain(verdict, { segment: 'everyone', customer: 1 }),
  standards: checkStandards(today, atLeast('satisfaction', 20)),
  waterfall: waterfall({ baseline: visit, edits: [later!], ...study }),
  robustness: robustness({ baseline: visit, variants: { later: redesign(visit, [later!]) }, customers: 50, seed: 1, over: { draws: 3 } }),
  impact: populationImpact(verdict, { population: 1000 }),
  'sample size': sampleSizeFor(verdict),
  experiment: experiment({
    conditions: { now: { journey: visit }, later: { journey: redesign(visit, [later!]) } },
    measure: 'satisfaction',
    contrasts: { gain: { of: 'later', versus: 'now' } },
    ...study,
  }),
  search: findCounterexample({ baseline: visit, variant: [later!], standard: atLeast('satisfaction', 0), runs: 5, seed: 1 }),
};

describe('whatever the library makes', () => {
  it.each(Object.entries(made))('%s can be read as text and as Markdown', (_, thing) => {
    for (const words of [toText(thing), toMarkdown(thing)]) {
      expect(words).toBe(words.trimEnd());
      expect(words === '' && !(Array.isArray(thing) && thing.length === 0)).toBe(false);
      expect(words).not.toMatch(/NaN|undefined|\[object|Infinity/);
    }
  });

  it('segments in a table, with what is special about each', () => {
    const groups = [
      { id: 'new', name: 'First time', count: 30, expectation: 2, patience: '20 min', responses: { form: { affectShift: -1 } } },
      { id: 'known', count: 70 },
    ];
    expect(toText(groups).split('\n')).toEqual([
      '2 segments',
      '',
      'segment  share             notes',
      'new      30 % (30 people)  "First time"; expects 2; patience 20 min; answers otherwise at form (affectShift −1)',
      'known    70 % (70 people)',
    ]);
    expect(toMarkdown(groups)).toContain('| known | 70 % (70 people) |');
    expect(() => toText([{ id: 'a', share: 0.5 }])).toThrow(expect.objectContaining({ code: 'shares' }) as Error);
  });

  it('an edit by ids, or by the names of a journey', () => {
    expect(toText(later!)).toBe('move "form" to the end (cost 500)');
    expect(toText(edits, { journey: visit })).toBe('move "The form" to the end (cost 500)\nremove "The form"');
    expect(toMarkdown(edits)).toBe('- move "form" to the end (cost 500)\n- remove "form"');
    expect(() => toText([{ edit: 'jump' }] as never)).toThrow(/edits\[0\]\.edit: expected the name of an edit/);
  });

  it('a distribution in the unit it is of', () => {
    expect(toText(lognormal({ median: 720, sigma: 0.55 }), { unit: 'seconds' })).toBe('about 12 min (4.9 to 30)');
    expect(toText(normal({ mean: -2, sd: 1.5 }))).toBe('−2 ± 1.5');
    expect(toText(60, { unit: 'seconds' })).toBe('1 min');
  });

  it('options that are none are told', () => {
    for (const unit of ['minutes', 'Seconds', '', null, 60]) {
      expect(() => toText(60, { unit } as never)).toThrow(/^unit: expected "seconds" or "plain"/);
    }
    expect(() => toText(60, { units: 'seconds' } as never)).toThrow(/did you mean unit/);
    expect(() => toText(later!, { journey: { name: '' } as never })).toThrow(/^name: /);
  });

  it('lists that claim to be endless, or objects that throw, are told and not waited for', () => {
    const endless = new Proxy([], { get: (list, key) => (key === 'length' ? 2 ** 53 - 1 : (Reflect.get(list, key) as unknown)) });
    const thrower = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('no');
        },
      },
    );
    const { proxy: revoked, revoke } = Proxy.revocable([], {});
    revoke();
    for (const wrong of [endless, revoked, thrower, [thrower], [{ edit: 'move' }, endless]]) {
      expect(() => toText(wrong as never)).toThrow(expect.objectContaining({ name: 'JourneyError' }) as Error);
    }
  });

  it('a result whose words were lost in JSON says so', () => {
    const read = JSON.parse(JSON.stringify(made['standards'])) as Printable;
    expect(() => toText(read)).toThrow(/of what was read from JSON only results of simulate and compare still have words/);
  });

  it('anything else is refused', () => {
    for (const wrong of [undefined, null, true, 'text', {}, () => 1]) {
      expect(() => toText(wrong as never)).toThrow(/result: expected what the library makes/);
    }
  });
});
