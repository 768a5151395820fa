import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { runNode } from './run-node';

const consumer = inject('consumer');
const manifest = JSON.parse(readFileSync(join(consumer, 'node_modules/peakend/package.json'), 'utf8')) as { exports: object };
const entries = Object.keys(manifest.exports)
  .filter((key) => !key.endsWith('.json'))
  .map((key) => `peakend${key.slice(1)}`);

const smallStudy = `{
  journey: { name: 'a visit', interactions: [{ id: 'desk', duration: { type: 'lognormal', median: 60, sigma: 0.5 }, affect: 2 }] },
  customers: 500,
  seed: 'package',
}`;

describe('the installed package', () => {
  it.each(entries)('%s exports the same names as ESM and as CommonJS', (entry) => {
    const [esm, commonjs] = JSON.parse(
      runNode(
        consumer,
        `import { createRequire } from 'node:module';
         const names = (entry) => Object.keys(entry).filter((name) => name !== 'module.exports' && name !== '__esModule').sort();
         console.log(JSON.stringify([names(await import('${entry}')), names(createRequire(import.meta.url)('${entry}'))]));`,
      ),
    ) as [string[], string[]];
    expect(esm.length).toBeGreaterThan(0);
    expect(esm).not.toContain('default');
    expect(commonjs).toEqual(esm);
  });

  it('is required by CommonJS without a flag, and gives the same numbers', () => {
    const simulate = `console.log(simulate(${smallStudy}).overall.satisfaction.mean);`;
    const commonjs = runNode(consumer, `const { simulate } = require('peakend'); ${simulate}`, 'commonjs');
    expect(Number(commonjs)).toBeGreaterThan(0);
    expect(runNode(consumer, `import { simulate } from 'peakend'; ${simulate}`)).toBe(commonjs);
  });

  it('knows its errors across the ESM and the CommonJS copy, and tells them from others', () => {
    const program = `
      import { createRequire } from 'node:module';
      import * as esm from 'peakend';
      const commonjs = createRequire(import.meta.url)('peakend');
      const thrown = (library) => { try { library.defineJourney({}); } catch (error) { return error; } };
      console.log([
        esm.isJourneyError(thrown(commonjs)),
        commonjs.isJourneyError(thrown(esm)),
        thrown(esm) instanceof esm.JourneyError,
        esm.isJourneyError(new Error('another')),
        esm.JourneyError === commonjs.JourneyError,
      ].join(' '));`;
    expect(runNode(consumer, program)).toBe('true true true false false');
  });

  it('resolves its schemas and its package.json', () => {
    const program = `
      import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      const schemas = ['schema', 'edits.schema', 'segments.schema'].map((name) => require('peakend/' + name + '.json'));
      console.log(new Set(schemas.map(({ $id }) => $id)).size, require('peakend/package.json').name);`;
    expect(runNode(consumer, program)).toBe('3 peakend');
  });

  it('keeps everything else private', () => {
    const program = `import('peakend/dist/index.js').then(() => console.log('open'), (error) => console.log(error.code));`;
    expect(runNode(consumer, program)).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('leaves no trace on the global object, and needs neither chance nor clock nor evaluated text', () => {
    const program = `
      const before = Reflect.ownKeys(globalThis);
      const refuse = () => { throw new Error('not allowed'); };
      Math.random = refuse;
      globalThis.Date = refuse;
      globalThis.Function = refuse;
      globalThis.eval = refuse;
      performance.now = refuse;
      const mine = Math.random;
      const { simulate } = await import('peakend');
      ${entries.map((entry) => `await import('${entry}');`).join(' ')}
      const result = simulate(${smallStudy});
      const added = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key));
      console.log(JSON.stringify([added, Math.random === mine, result.overall.clockDuration.mean > 0]));`;
    expect(JSON.parse(runNode(consumer, program))).toEqual([[], true, true]);
  });
});
