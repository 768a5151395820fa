import { describe, expect, it } from 'vitest';
import { checkEdits, checkJourney, checkSegments, isJourneyError, JourneyError, simulate } from 'peakend';

const severities = (step: object) =>
  checkJourney({ name: 'Visit', interactions: [{ id: 'desk', duration: 60, ...step }] }).map(({ severity }) => severity);

describe('while somebody types', () => {
  it('what is not there yet is unfinished', () => {
    const drafts = [{}, { name: 'Visit', interactions: [] }, { name: '', interactions: [{ id: '', duration: ' ' }] }, undefined];
    for (const draft of drafts) {
      const issues = checkJourney(draft);
      expect(issues.length).toBeGreaterThan(0);
      expect(new Set(issues.map(({ severity }) => severity))).toEqual(new Set(['unfinished']));
    }
    for (const step of [
      { duration: undefined },
      { duration: '' },
      { failure: {} },
      { choice: { options: [] } },
      { stage: '' },
      { affect: { start: 2 } },
    ])
      expect(new Set(severities(step))).toEqual(new Set(['unfinished']));
    expect(
      [checkSegments([]), checkSegments([{ id: 'a' }]), checkEdits([{ edit: 'move' }])].flat().map(({ severity }) => severity),
    ).toEqual(Array.from({ length: 4 }, () => 'unfinished'));
  });

  it('what no more typing can mend is wrong', () => {
    for (const step of [
      { duration: -1 },
      { affect: 12 },
      { affect: null },
      { kind: 'queue' },
      { feeling: 2 },
      { duration: NaN },
      { id: 'constructor' },
    ])
      expect(severities(step)).toEqual(['wrong']);
    const twice = checkJourney({ name: 'Visit', interactions: [1, 2].map(() => ({ id: 'desk', duration: 60 })) });
    expect(twice.map(({ code, severity }) => [code, severity])).toEqual([['duplicate-id', 'wrong']]);
  });

  it.each(['12 min', '1 h 30 min', '5 to 10 min', '2.5 days', '90 s to 3 min', '0.5 h', '3 to 25 minutes', '5 – 10 min'])(
    'a duration is never wrong on the way to %s',
    (whole) => {
      for (let typed = 0; typed <= whole.length; typed++) expect(severities({ duration: whole.slice(0, typed) })).not.toContain('wrong');
      expect(severities({ duration: whole })).toEqual([]);
    },
  );

  it.each(['5 mni', 'soon', '-5', '10 min to 5 min', '5 min 1 h', '3 months', '12:30', '5 min 5', '1,5 h x', 'NaN'])(
    'a duration of %s is wrong',
    (text) => {
      expect(severities({ duration: text })).toEqual(['wrong']);
    },
  );

  it('a thrown error says so too, and an error made of its issues again', () => {
    try {
      simulate({ journey: { name: '', interactions: [{ id: 'a', duration: '5 to', affect: 12 }] }, seed: 1 });
      expect.unreachable();
    } catch (error) {
      if (!isJourneyError(error)) throw error;
      expect(error.issues.map(({ severity }) => severity)).toEqual(['unfinished', 'unfinished', 'wrong']);
      const sent = JSON.parse(JSON.stringify({ issues: error.issues })) as { issues: typeof error.issues };
      expect(new JourneyError(sent.issues).issues).toEqual(error.issues);
    }
  });
});
