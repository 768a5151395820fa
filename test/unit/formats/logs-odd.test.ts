import { describe, expect, test } from 'vitest';
import { fromXes } from 'peakend/formats';
import { issuesOf } from './issues-of';

const event = (name: string, more = ''): string => `<event><string key="concept:name" value="${name}"/>${more}</event>`;

describe('a XES log that is odd', () => {
  const name = (value: string): string => `<string key="concept:name" value="${value}"/>`;
  const trace = (value: string, inner = event('a')): string => `<trace>${name(value)}${inner}</trace>`;

  test.each([
    ['an event in an unknown element', `<log><foo>${event('a')}</foo></log>`],
    ['an event in a list', `<log><trace><list key="l">${event('a')}</list></trace></log>`],
    ['an event in an event', `<log><trace>${event('a', event('b'))}</trace></log>`],
    ['a trace in a trace', `<log><trace>${name('c1')}${trace('c2')}</trace></log>`],
    ['a trace in a log within the log', `<log><log>${trace('c1')}</log></log>`],
    ['an event in a log within a list', `<log><list key="l"><log>${event('a')}</log></list></log>`],
  ])('%s is refused at its place', (_, text) => {
    expect(issuesOf(() => fromXes(text))[0]).toMatchObject({
      code: 'invalid-text',
      path: expect.stringMatching(/^line\[1\]\.column\[\d+\]$/),
      received: expect.stringContaining(' within '),
    });
  });

  test('two traces are two cases, however they are called', () => {
    const text = `<log><trace>${event('a')}</trace>${trace('case 1')}${trace('c')}${trace('c')}${trace('c (2)')}${trace('')}${trace(' ')}${trace('c')}</log>`;
    const { value, left } = fromXes(text);
    expect(value.map((row) => row['case'])).toEqual(['case 1', 'case 1 (2)', 'c', 'c (2)', 'c (2) (2)', 'case 6', 'case 7', 'c (3)']);
    expect(left.filter(({ what }) => what.startsWith('cases')).map(({ what, count }) => [what, count])).toEqual([
      ['cases without a name are numbered', 3],
      ['cases named as an earlier one get a number behind their name, such as (2)', 4],
    ]);
  });

  test('nothing is overwritten in silence', () => {
    const twice = `<trace><string key="x" value="t"/>${event('a', `${name('b')}<int key="n" value="1"/><int key="n" value="2"/><string key="case:x" value="e"/>`)}</trace>`;
    const { value, left } = fromXes(`<log>${twice}${event('z')}</log>`);
    expect(value).toEqual([{ case: 'case 1', activity: 'a', n: 1, 'case:x': 't', 'event:case:x': 'e' }, { activity: 'z' }]);
    expect(left.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'of attributes that stand twice in the same element only the first is read: "concept:name"',
        'of attributes that stand twice in the same element only the first is read: "n"',
        'an attribute of events is called as one of the case: it is kept as "event:case:x"',
      ]),
    );
  });

  test.each([
    ['in an attribute', '<log>\n<trace><string key="a" value="R & D"/>\n</trace>\n</log>', 'line[2].column[33]'],
    ['before a code', '<log>\n<trace><string key="a" value="R & D &lt; 5"/>\n</trace>\n</log>', 'line[2].column[33]'],
    ['in a text', '<log><!-- a & b --><![CDATA[&]]>\n\n & <trace/></log>', 'line[3].column[2]'],
  ])('an & on its own is told where it stands: %s', (_, text, path) => {
    for (const source of [text, Array.from(text)])
      expect(issuesOf(() => fromXes(source))[0]).toMatchObject({ path, hint: 'write &amp; for an & that is one' });
    expect(fromXes(Array.from('<log><!-- a & b --><?x & ?><string key="a" value="&amp;&#38;&#x26;"/></log>')).value).toEqual([]);
  });
});
