import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const consumer = inject('consumer');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** What a user might write. Segment ids stay literal in the result's type; an unknown one is a mistake the compiler finds. */
const program = `
const segments = defineSegments([
  { id: 'first-timers', share: 0.4, patience: '10 min' },
  { id: 'regulars', share: 0.6 },
]);
const journey: Journey = defineJourney({
  name: 'a visit',
  interactions: [
    { id: 'queue', kind: 'wait', duration: lognormal({ median: minutes(5), p95: minutes(15) }) },
    { id: 'desk', duration: '3 min', affect: normal({ mean: 3, sd: 2 }) },
  ],
});
const result = simulate({ journey, segments, customers: 1000, seed: 1 });
export const satisfaction: number = result.segments['first-timers'].satisfaction.mean;
// @ts-expect-error there is no such segment
result.segments['first-timer'];
// @ts-expect-error results are frozen
result.overall.satisfaction.mean = 3;
try {
  defineJourney(JSON.parse('{}') as JourneyInput);
} catch (error) {
  if (!isJourneyError(error)) throw error;
  const issues: readonly Issue[] = error.issues;
  issues.map(({ path, expected }) => path + expected);
}
export const same: JourneyError | undefined = undefined;
`;
const values = 'defineJourney, defineSegments, isJourneyError, lognormal, minutes, normal, simulate';
const types = 'Issue, Journey, JourneyError, JourneyInput';

const esm = `import { ${values} } from 'peakend';\nimport type { ${types} } from 'peakend';\nimport * as charts from 'peakend/charts';\nvoid charts;\n${program}`;
const commonjs = `import peakend = require('peakend');\nimport charts = require('peakend/charts');\nvoid charts;\nconst { ${values} } = peakend;\n${types
  .split(', ')
  .map((name) => `type ${name} = peakend.${name};\n`)
  .join('')}${program}`;

/**
 * Strict, libraries checked too, and without the types of the DOM or of Node: the declarations need nothing but the language and AbortSignal,
 * which every host has.
 */
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2022'],
  types: [],
};

const host = 'interface AbortSignal { readonly aborted: boolean; readonly reason: unknown }';

const settings = [
  {
    name: 'node16, ESM and CommonJS',
    compilerOptions: { module: 'node16', moduleResolution: 'node16' },
    files: { 'esm.mts': esm, 'cjs.cts': commonjs },
  },
  { name: 'a bundler', compilerOptions: { module: 'esnext', moduleResolution: 'bundler' }, files: { 'esm.ts': esm } },
];

describe('the declarations', () => {
  it.each(settings)('serve a strict program under $name', ({ name, compilerOptions, files }) => {
    const folder = join(consumer, name.replaceAll(/\W+/g, '-'));
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    writeFileSync(join(folder, 'host.d.ts'), host);
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...strict, ...compilerOptions }, files: ['host.d.ts', ...Object.keys(files)] }),
    );
    let said = '';
    try {
      execFileSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    expect(said).toBe('');
  });
});
