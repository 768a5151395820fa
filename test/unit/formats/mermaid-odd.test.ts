import { describe, expect, test } from 'vitest';
import { fromMermaid } from 'peakend/formats';
import { issuesOf } from './issues-of';

describe('what is left out of a diagram is said', () => {
  const leftOf = (text: string): string[] => fromMermaid(text, { duration: 60 }).left.map(({ path, what }) => `${path}: ${what}`);

  test('comments that begin with #, at the beginning of a line and behind score or actors', () => {
    const text = 'journey\ntitle T\n# one\nStep #1: 3: Me # two\n#35;x: 3\nB: 2 # three\nC: 3: R#D\n';
    expect(fromMermaid(text).value.journey.interactions.map(({ name, actors }) => [name, actors])).toEqual([
      ['Step #1', ['Me']],
      ['#x', undefined],
      ['B', undefined],
      ['C', ['R#D']],
    ]);
    expect(fromMermaid(text, { duration: 60 }).left).toEqual([{ path: 'line[3]', what: 'comments are not carried', count: 3 }]);
  });

  test('sections without tasks, titles before the last, a title of the settings', () => {
    const text = '---\nconfig:\n  title: none\ntitle: First\n---\njourney\ntitle Last\nsection a\nsection b\nA: 3\nsection c';
    expect(fromMermaid(text).value.journey.name).toBe('Last');
    expect(leftOf(text)).toEqual([
      'line[2]: settings in front of the diagram are not carried',
      'line[7]: the title "First" before is not carried: the last one counts',
      'line[8]: sections without tasks are not carried',
    ]);
  });
});

describe('one clear fault, where more would follow from it', () => {
  test.each([
    ['---\ntitle: x\njourney\nA: 3', 'line[1].column[1]', 'write --- behind it'],
    ['%%{init: {\njourney\nA: 3', 'line[1].column[1]', 'write }%% behind it'],
    ['journey\nA: 3\n  accDescr {\nB: 3', 'line[3].column[3]', 'write } behind it'],
    ['Hello\n\n```mermaid\njourney\nA: 3\n```', 'line[1].column[1]', 'one diagram alone'],
    ['```mermaid\njourney\nA: 3\n```\nbye', 'line[5].column[1]', 'one diagram alone'],
    ['```mermaid\njourney\nA: 3\n```\n```mermaid\njourney\nB: 3\n```', 'line[5].column[1]', 'one by one'],
    ['journey\nA: 3\njourney\nB: 9\nC', 'line[3].column[1]', 'one by one'],
    ['> journey\n> A: 3', 'line[1].column[1]', 'take the >'],
    ['flowchart LR\n  A --> B\n  B --> C', 'line[1].column[1]', 'another kind'],
  ])('%j', (text, path, hint) => {
    const issues = issuesOf(() => fromMermaid(text));
    expect(issues.map((issue) => issue.path)).toEqual([path]);
    expect(issues[0]!.hint).toContain(hint);
  });

  test('the fence of Azure is one', () => {
    const { journey } = fromMermaid('::: mermaid\njourney\ntitle T\nA: 3\n:::').value;
    expect([journey.name, journey.interactions[0]!.name]).toEqual(['T', 'A']);
  });

  test('more actors than segments can be made of', () => {
    const text = `journey\n${Array.from({ length: 10_000 }, (_, index) => `A: 3: P${index}\n`).join('')}`;
    expect(issuesOf(() => fromMermaid(text, { actors: 'segments' }))[0]).toMatchObject({ code: 'too-large', path: 'line[22]' });
    const some = fromMermaid(text.split('\n', 101).join('\n'), { actors: 'segments' });
    expect(some.value.segments).toHaveLength(100);
  });
});
