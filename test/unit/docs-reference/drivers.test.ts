import { describe, expect, test } from 'vitest';
import { codeRows, readPage } from './read-page';

const page = readPage('docs/reference/drivers.md');
const types = readPage('src/drivers/types.ts');

/** The fields of an interface of the source. */
const fieldsOf = (name: string) =>
  [
    ...types
      .split(new RegExp(`export interface ${name}\\b`))[1]!
      .split('\n}')[0]!
      .matchAll(/^ {2}readonly (\w+)/gm),
  ].map(([, field]) => field!);
const rowsUnder = (heading: string) =>
  codeRows(page.split(new RegExp(`\n#+ ${heading}\n`))[1]!.split(/\n#+ /)[0]!).map(([field]) => field!.replace(/'/g, ''));
const members = (name: string) =>
  [
    ...types
      .split(`export type ${name} =`)[1]!
      .split(';')[0]!
      .matchAll(/'([^']+)'/g),
  ].map(([, member]) => member!);

describe('the reference of drivers names', () => {
  test.each([
    ['Input', 'DriversInput'],
    ['Result', 'Drivers'],
    ['A place', 'DriversHere'],
    ['A step', 'StepDrivers'],
    ['A ranking', 'LeverRanking'],
    ['Remembered utility, shared out', 'RememberedShares'],
  ])('every field under %s', (heading, name) => {
    expect(fieldsOf(name).length).toBeGreaterThan(3);
    expect(rowsUnder(heading)).toEqual(fieldsOf(name));
  });

  test.each([
    ['Levers', 'Lever'],
    ['Importance against performance', 'ImportanceField'],
  ])('all that can stand under %s', (heading, name) => {
    expect(rowsUnder(heading).sort()).toEqual(members(name).sort());
  });
});
