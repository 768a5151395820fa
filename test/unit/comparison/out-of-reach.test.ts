import { describe, expect, it } from 'vitest';
import { compare, explainWait, informWait, move, occupyWait, redesign, showProgress, update, type Edit } from 'peakend';

const visit = (wait: object = {}, more: object = {}, duration = '30 min to 60 min') => ({
  name: 'Visit',
  interactions: [
    { id: 'form', duration: '5 min', affect: -1, ...more },
    { id: 'queue', kind: 'wait', duration, affect: 0, wait: { tolerance: '10 min', ...wait } },
    { id: 'doctor', duration: '10 min', affect: 3, ...more },
  ],
});

function told(baseline: ReturnType<typeof visit>, edits: readonly Edit[], segment: object = {}, study: object = {}) {
  const journey = baseline as never;
  const result = compare({
    baseline: journey,
    variants: { v: redesign(journey, edits) },
    segments: [{ id: 'all', share: 1, ...segment }],
    customers: 200,
    seed: 5,
    ...study,
  } as Parameters<typeof compare>[0]);
  return result.variants['v']! as unknown as { sentence: string; overall: Record<string, { difference: number; same: number }> };
}

/** Nobody waits longer than they find normal: longer waits sour by how long they feel. */
const bearable = (wait: object = {}) => visit({ tolerance: '2 h', ...wait }, {}, '20 min');
const dropping = (duration: string) => {
  const { interactions, ...rest } = visit({}, {}, duration);
  return { ...rest, interactions: interactions.map((one) => (one.id === 'queue' ? { ...one, dropout: 0.2 } : one)) } as never;
};
const animate = update('queue', { wait: { tolerance: '2 h', display: 'animated' } });

describe('a change that cannot reach what the sentence is about', () => {
  it.each([
    [
      'informing',
      [informWait('queue')],
      'being informed reaches satisfaction only where a segment expects a duration, the wait lasts longer than people find normal, a segment has patience or the wait makes anxious, and none of that is so here.',
    ],
    [
      'occupying',
      [occupyWait('queue', 1)],
      'having something to do reaches satisfaction only where a segment expects a duration or the wait lasts longer than people find normal, and none of that is so here.',
    ],
    [
      'animating',
      [animate],
      'an animated display reaches satisfaction only where a segment expects a duration or the wait lasts longer than people find normal, and none of that is so here.',
    ],
    [
      'informing and occupying',
      [informWait('queue'), occupyWait('queue', 0.5)],
      'having something to do and being informed reach satisfaction only where',
    ],
  ] as const)('%s changes felt time only, and the sentence says why', (_, edits, why) => {
    const { sentence, overall } = told(bearable(), edits);
    expect(sentence).toContain(`Felt time only: ${why}`);
    expect(overall['satisfaction']).toMatchObject({ difference: 0, same: 1 });
    expect(overall['perceivedDuration']!.difference).toBeLessThan(0);
  });

  it.each([
    [
      'explaining',
      [explainWait('queue')],
      visit(),
      'being told why reaches satisfaction only where a segment has patience, and that is not so here.',
    ],
    [
      'a progress display where nobody can give up',
      [showProgress({ pace: 'fast-to-slow' })],
      visit(),
      'a progress display reaches satisfaction only where it shows more or less than the truth before a step with dropout, and that is not so here.',
    ],
    [
      'a progress display that tells the truth',
      [showProgress()],
      visit({}, { dropout: 0.1 }),
      'a progress display reaches satisfaction only where it shows more or less than the truth before a step with dropout, and that is not so here.',
    ],
    [
      'informing where waits take days, and feel no longer than that',
      [informWait('queue')],
      visit({}, {}, '2 days to 4 days'),
      'being informed reaches satisfaction only where the wait feels longer than it lasts, a segment has patience or the wait makes anxious, and none of that is so here.',
    ],
    [
      'informing where a wait takes three days to the second',
      [informWait('queue')],
      visit({ occupied: 0.3 }, {}, '3 days'),
      'being informed reaches satisfaction only where the wait feels longer than it lasts,',
    ],
  ] as const)('%s changes nothing, and the sentence says why', (_, edits, baseline, why) => {
    const { sentence, overall } = told(baseline, edits);
    expect(sentence).toContain(`Nothing in the model changes: ${why}`);
    for (const { difference } of Object.values(overall).filter((each) => typeof each === 'object' && 'difference' in each))
      expect(difference).toBe(0);
  });

  it('asks of each outcome only what that outcome rests on', () => {
    const study = { outcomes: ['rememberedUtility', 'perceivedDuration'] };
    const { sentence } = told(bearable(), [occupyWait('queue', 1)], {}, study);
    expect(sentence).toContain(
      'Felt time only: having something to do reaches remembered utility only where the wait lasts longer than people find normal, and that is not so here.',
    );
  });

  it('asks for patience wherever the model lets the condition act on it', () => {
    const model = { waiting: { idle: { time: 1.2, affect: 0, hazard: 2 } } };
    expect(told(bearable(), [occupyWait('queue', 1)], {}, { model }).sentence).toContain(
      'a segment expects a duration, the wait lasts longer than people find normal or a segment has patience',
    );
  });
});

describe('a change that can reach it says no such thing', () => {
  it.each([
    ['where people wait longer than they find normal', [occupyWait('queue', 1)], visit(), {}],
    ['where a segment expects a duration', [occupyWait('queue', 1)], bearable(), { expectedDuration: '20 min' }],
    ['where a segment has patience', [explainWait('queue')], visit(), { patience: { type: 'exponential', mean: 3000 } }],
    ['where the wait makes anxious', [informWait('queue')], bearable({ anxious: 0.8 }), {}],
    ['where a wait of hours feels longer for few', [informWait('queue')], visit({ occupied: 0 }, {}, '1 h to 8 h'), {}],
    ['where who gives up waits less', [informWait('queue')], dropping('2 days to 4 days'), {}],
    ['where a step has dropout', [showProgress({ pace: 'fast-to-slow' })], visit({}, { dropout: 0.1 }), {}],
    ['where something else changes too', [informWait('queue'), update('doctor', { affect: 4 })], visit(), {}],
    ['where steps change places', [move('queue', { to: 'start' })], visit(), {}],
    ['where nothing was changed', [], visit(), {}],
    ['where only a name was changed', [update('form', { name: 'Paper' })], visit(), {}],
  ] as const)('%s', (_, edits, baseline, segment) => {
    expect(told(baseline, edits, segment).sentence).not.toMatch(/only where|Felt time only|Nothing in the model/);
  });

  it('where one segment of two can be reached', () => {
    const segments = [
      { id: 'patient', share: 0.5 },
      { id: 'hurried', share: 0.5, expectedDuration: '5 min' },
    ];
    expect(told(bearable(), [informWait('queue')], {}, { segments }).sentence).not.toContain('Felt time only');
  });
});
