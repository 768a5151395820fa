import { modelParameters } from 'peakend';
import { describe, expect, test } from 'vitest';
import { codeRows, mechanismPages, readPage, root } from './read-page';

const { numberText, parametersPage } = (await import(`${root}scripts/build-docs-parameters.mjs`)) as {
  numberText: (value: number) => string;
  parametersPage: () => string;
};

describe('the parameters in the reference', () => {
  test('parameters.md is what the model says (else: node scripts/build-docs-parameters.mjs)', () => {
    expect(readPage('docs/reference/parameters.md')).toBe(parametersPage());
  });

  test('every parameter has its default and range on a page about its mechanism', () => {
    const stated = new Map(
      mechanismPages()
        .flatMap(([, text]) => codeRows(text))
        .filter(([path]) => Object.hasOwn(modelParameters, path))
        .map(([path, standard, range]) => [path, `${standard} in ${range}`]),
    );
    const real = Object.entries(modelParameters).map(([path, { min, max, default: standard }]) => {
      return [path, `${numberText(standard)} in ${numberText(min)} … ${numberText(max)}`] as const;
    });
    expect(Object.fromEntries(stated)).toEqual(Object.fromEntries(real));
  });
});
