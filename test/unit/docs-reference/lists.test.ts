import * as peakend from 'peakend';
import { outcomeDescriptions, outcomeNames } from 'peakend';
import { describe, expect, test } from 'vitest';
import { distributionTypes } from '../../../src/distributions/families';
import { journeySchemas } from '../../../src/journey/step-fields';
import { segmentSchemas } from '../../../src/journey/segment-fields';
import { editKinds } from '../../../src/redesign/edit-catalogue';
import { codeRows, fieldsOf, readPage } from './read-page';

const rowsOf = (file: string) => codeRows(readPage(file));
const sectionOf = (file: string, heading: string) => readPage(file).split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!;
/** The rows below one heading of any depth, up to the next. A row `name[key]` is of the field `name`. */
const fieldsBelow = (file: string, heading: string) =>
  codeRows(new RegExp(`\\n#+ ${heading}\\n([\\s\\S]*?)(?=\\n#|$)`).exec(`${readPage(file)}\n#`)![1]!).map(([field]) =>
    field.replace(/\[.*/, ''),
  );
/** The quoted members of a union of texts in the source. */
const members = (file: string, start: string) =>
  [
    ...readPage(file)
      .split(start)[1]!
      .split(';')[0]!
      .matchAll(/\| '([\w-]+)'/g),
  ].map(([, member]) => member!);

describe('the reference names everything there is', () => {
  test('every outcome with its unit and direction', () => {
    const table = rowsOf('docs/reference/outcomes.md').slice(0, outcomeNames.length);
    expect(table.map(([name, unit, better]) => [name, unit, better])).toEqual(
      outcomeNames.map((name) => [name, outcomeDescriptions[name].unit, outcomeDescriptions[name].better]),
    );
  });

  test('every error code, with an example and what to do', () => {
    const codes = members('src/errors/issue-code.ts', 'export type IssueCode =');
    const sections = readPage('docs/reference/errors.md').split('\n### ').slice(1);
    expect(sections.map((section) => /^`([\w-]+)`/.exec(section)![1])).toEqual(codes);
    for (const section of sections) {
      expect(section).toContain('```js');
      expect(section).toContain('**Do:**');
    }
  });

  test('every caution', () => {
    const codes = members('src/results/types.ts', 'readonly code:');
    expect(
      codeRows(sectionOf('docs/reference/results.md', 'Cautions'))
        .map(([code]) => code)
        .sort(),
    ).toEqual(codes.sort());
  });

  test.each([
    ['Journey', journeySchemas.journey],
    ['Interaction', journeySchemas.step],
    ['Wait', journeySchemas.wait],
    ['Progress', journeySchemas.progress],
    ['Source', journeySchemas.source],
  ])('every field of %s', (heading, schema) => {
    const fields = codeRows(sectionOf('docs/reference/journey.md', heading)).map(([field]) => field);
    expect(fields.sort()).toEqual(Object.keys(schema.shape).sort());
  });

  test('every field of failures, recoveries, choices and options', () => {
    const failure = codeRows(sectionOf('docs/reference/journey.md', 'Failure and recovery')).map(([field]) => field);
    expect(failure.sort()).toEqual(Object.keys(journeySchemas.failure.shape).sort());
    expect(failure).toEqual(expect.arrayContaining(Object.keys(journeySchemas.recovery.shape)));
    const choice = codeRows(sectionOf('docs/reference/journey.md', 'Choice')).map(([field]) => field);
    const own = Object.keys(journeySchemas.option.shape).filter((key) => !Object.hasOwn(journeySchemas.step.shape, key));
    expect(choice).toEqual([...Object.keys(journeySchemas.choice.shape), ...own]);
  });

  test('every field of segments and responses', () => {
    const segment = codeRows(sectionOf('docs/reference/segments.md', 'Fields')).map(([field]) => field);
    expect(segment.sort()).toEqual(Object.keys(segmentSchemas.segment.shape).sort());
    const response = codeRows(sectionOf('docs/reference/segments.md', 'Responses')).map(([field]) => field);
    expect(response.sort()).toEqual(Object.keys(segmentSchemas.response.shape).sort());
  });

  test('every edit', () => {
    const page = readPage('docs/reference/redesign.md');
    expect(editKinds.length).toBeGreaterThan(15);
    expect(editKinds.filter((edit) => !page.includes(`| \`${edit}(`))).toEqual([]);
    expect(editKinds.filter((name) => !Object.hasOwn(peakend, name))).toEqual([]);
  });

  test('every constructor of distributions', () => {
    const page = readPage('docs/guides/distributions.md');
    const named = distributionTypes.filter((type) => type !== 'constant').concat();
    expect([...named, 'fromInterval', 'fromScale'].filter((name) => !page.includes(`${name}(`) && !page.includes(`\`${name}\``))).toEqual(
      [],
    );
    expect(named.filter((name) => !Object.hasOwn(peakend, name))).toEqual([]);
  });

  test.each([
    ['report.md', 'What it takes', 'report/types.ts', ['ReportOptions']],
    ['workers.md', 'What it takes', 'workers/types.ts', ['PoolOptions']],
    ['report.md', 'What it gives', 'report/types.ts', ['Report']],
    ['report.md', 'Pictures', 'report/report-blocks.ts', ['ReportPicture']],
    ['decide.md', 'Cost and value', 'worth/types.ts', ['CostAndValueOptions', 'CostAndValue']],
    ['decide.md', 'One variant', 'worth/types.ts', ['VariantWorth']],
    ['decide.md', 'One journey', 'portfolio/types.ts', ['PortfolioEntry']],
    ['decide.md', 'What a portfolio gives', 'portfolio/types.ts', ['Portfolio']],
    ['decide.md', 'One journey among the others', 'portfolio/types.ts', ['PortfolioJourney']],
    ['search.md', 'What it takes', 'search/types.ts', ['SearchInput', 'FindRedesignsInput']],
    ['search.md', 'What it gives', 'search/types.ts', ['Redesigns']],
    ['search.md', 'A design', 'search/types.ts', ['FoundRedesign']],
    ['search.md', 'Selection', 'search/types.ts', ['Selection']],
    ['search.md', 'Searched', 'search/types.ts', ['Searched']],
    ['search.md', 'What the least change is', 'search/types.ts', ['LeastChange']],
  ])('%s, %s: every field in order', (page, heading, source, interfaces) => {
    const fields = interfaces.flatMap((name) => fieldsOf(`src/${source}`, name));
    expect(fields.length).toBeGreaterThan(2);
    expect(fieldsBelow(`docs/reference/${page}`, heading)).toEqual(fields);
  });

  test.each([
    ['report', 'report.md'],
    ['workers', 'workers.md'],
    ['decide', 'decide.md'],
  ])('every function of peakend/%s', async (entry, page) => {
    const functions = Object.keys((await import(`../../../src/${entry}.ts`)) as object);
    expect(functions.filter((name) => !readPage(`docs/reference/${page}`).includes(`\`${name}(`))).toEqual([]);
  });

  test('every optional field has its default in the table', () => {
    for (const [page, heading] of [
      ['report.md', 'What it takes'],
      ['workers.md', 'What it takes'],
      ['decide.md', 'Cost and value'],
      ['decide.md', 'One journey'],
      ['search.md', 'What it takes'],
      ['search.md', 'The least change'],
    ] as const)
      for (const [field, , fallback] of codeRows(readPage(`docs/reference/${page}`).split(`# ${heading}\n`)[1]!.split('\n#')[0]!).filter(
        (row) => row.length === 4,
      ))
        expect(fallback, field).toMatch(/\S/);
  });
});
