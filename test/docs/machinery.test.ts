import { describe, expect, inject, it } from 'vitest';
import { markdownSnippets } from './markdown-snippets';
import { compileSnippets, runSnippets } from './run-snippets';
import { sourceExamples } from './source-examples';

const fence = '```';

/** A page in which what is said is right on some lines and wrong on others. */
const page = [
  `${fence}ts`, // 1
  `import { minutes, type Journey } from 'peakend';`, // 2
  `const two = minutes(2); // → 120`, // 3
  `two; // 121`, // 4
  `({ a: [1, 'b'] }); // { a: [1, 'b'] }`, // 5
  `two / 7; // ≈ 17.1`, // 6
  `two / 7; // ≈ 17.2`, // 7
  `console.log('printed', 1); // printed 1`, // 8
  fence,
  '',
  `${fence}ts`, // 11
  `import { minutes, simulate } from 'peakend';`, // 12
  `const two = 'again';`, // 13
  `two; // again`, // 14
  `simulate({} as never); // throws missing`, // 15
  `simulate({} as never); // throws cycle`, // 16
  `minutes(1); // throws missing`, // 17
  `console.log(two);`, // 18
  `console.log(minutes(1) as unknown as Journey);`, // 19
  fence,
  `${fence}text`, // 21
  'again',
  '61',
  fence,
  '<!-- not run -->',
  `${fence}ts`,
  `throw new Error('never run');`,
  fence,
  `${fence}js`, // 29
  `const one = 1;`,
  `one.missing.name;`, // 31
  fence,
].join('\n');

const source = `
/**
 * Words.
 *
 * @example
 * import { minutes } from 'peakend';
 * minutes(1); // 60
 * minutes(2); // 60
 *
 * @returns nothing
 */
`;

describe('the machinery that runs the documentation', () => {
  it('finds every wrong value, error and output, and nothing else', () => {
    const [typed, plain] = runSnippets(markdownSnippets('page.md', page), inject('consumer'));
    expect(typed!.thrown).toBeUndefined();
    expect(typed!.differences.map(({ where }) => where)).toEqual(['page.md:4', 'page.md:7', 'page.md:16', 'page.md:17', 'page.md:22']);
    expect(typed!.compared).toBe(11);
    expect(plain!.thrown).toMatch(/^page\.md:31 TypeError/);
  });

  it('runs the example of a doc comment by itself', () => {
    const [example] = runSnippets(sourceExamples('file.ts', source), inject('consumer'));
    expect(example).toEqual({ compared: 2, differences: [{ where: 'file.ts:8', said: '60', got: '120' }] });
  });

  it('tells the line of a page that does not compile', () => {
    const wrong = [`${fence}ts`, `import { minutes } from 'peakend';`, `const word: string = minutes(1);`, fence].join('\n');
    expect(compileSnippets(markdownSnippets('page.md', wrong), inject('consumer'))).toMatch(/^page-md-2\.ts\(3,7\): error TS2322/);
  });
});
