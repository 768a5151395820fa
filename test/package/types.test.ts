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
  issues.map(({ path, keys, expected, params }) => path + keys.join() + expected + (params?.min ?? 0));
}
export const same: JourneyError | undefined = undefined;
`;
/** A pool, where the host's workers and `await using` are not known to the compiler. */
const pooled = `
const pool = createPool({ workers: 2, createWorker: () => ({ postMessage: () => undefined, terminate: () => undefined }) });
export const closed: Promise<void> = pool.run([1, 2], (task: number) => task + 1).then(([first]: readonly number[]) => pool.close());
`;
const values = 'defineJourney, defineSegments, isJourneyError, lognormal, minutes, normal, simulate';
const types = 'Issue, Journey, JourneyError, JourneyInput';

const esm = `import { ${values} } from 'peakend';\nimport type { ${types} } from 'peakend';\nimport * as charts from 'peakend/charts';\nimport { createPool } from 'peakend/workers';\nvoid charts;\n${program}${pooled}`;
const commonjs = `import peakend = require('peakend');\nimport charts = require('peakend/charts');\nimport workers = require('peakend/workers');\nconst { createPool } = workers;\nvoid charts;\nconst { ${values} } = peakend;\n${types
  .split(', ')
  .map((name) => `type ${name} = peakend.${name};\n`)
  .join('')}${program}${pooled}`;

/** Where the compiler knows of it. */
const used = `
import { createPool } from 'peakend/workers';
export async function first(): Promise<number | undefined> {
  await using pool = createPool();
  return (await pool.run<number, number>([1], undefined, { onResult: (result, index) => void [result, index] }))[0];
}
`;

/** Functions around ours: what they give is named in their own declarations. */
const wrappers = `
import * as peakend from 'peakend';
import * as charts from 'peakend/charts';
import * as arbitraries from 'peakend/arbitraries';
import { journeyMatchers } from 'peakend/matchers';
import { createPool, type PoolOptions, type TaskRunner } from 'peakend/workers';
import type { CompareInput, ComparisonOf, IdOf, Journey, Progress, Requested, RunProgress, SegmentInput, SimulateInput, SimulationOf, Study } from 'peakend';

export function byList<const S extends readonly SegmentInput[], N extends Requested>(input: SimulateInput<S, N>) {
  return peakend.simulate(input);
}
export function byListNamed<const S extends readonly SegmentInput[], N extends Requested>(input: SimulateInput<S, N>): SimulationOf<S, N> {
  return peakend.simulate(input);
}
export function byIds<const Id extends string, N extends Requested>(input: SimulateInput<Id, N>) {
  return peakend.simulate(input);
}
export const later = <const Id extends string, N extends Requested>(input: SimulateInput<Id, N>, stop: AbortController) =>
  peakend.simulateAsync(input, { signal: stop.signal });
export function compared<const S extends readonly SegmentInput[], V extends string, N extends Requested>(
  input: CompareInput<S, V, N>,
): ComparisonOf<S, V, N> {
  return peakend.compare(input);
}
export const comparedLater = <const Id extends string, V extends string, N extends Requested>(input: CompareInput<Id, V, N>) =>
  peakend.compareAsync(input);
export const editor = <const Id extends string, N extends Requested>(study: Study<Id, N>) => peakend.createSimulator(study);
export const everyday = (journey: Journey) => peakend.simulate({ journey, customers: 10 });
export const segmentsOf = <const Id extends string>(segments: readonly SegmentInput<Id>[]) => peakend.defineSegments(segments);
export const steps = (input: peakend.WaterfallInput) => peakend.waterfall(input);
export const doubts = (input: peakend.RobustnessInput) => peakend.robustness(input);
export const measured = <Name extends string>(input: peakend.ExperimentInput<Name>) => peakend.experiment(input);
export const promised = (result: peakend.AnyResult) => peakend.checkStandards(result, peakend.atLeast('satisfaction', 60));
export const sized = (result: peakend.AnyComparison) => [peakend.sampleSizeFor(result), peakend.populationImpact(result)] as const;
export const told = (result: peakend.AnyComparison) => peakend.explain(result, { segment: 'everyone', customer: 0 });
export const table = (result: peakend.AnySimulation) => ({ rows: peakend.rows(result), text: peakend.toText(result) });
export const edited = (journey: Journey) => peakend.redesignWithPatches(journey, [peakend.remove('a')]);
export const drawn = (result: peakend.AnySimulation) => charts.emotionRibbon(result);
export const every = Object.values(peakend);
export const searched = (input: Parameters<typeof arbitraries.findCounterexample>[0]) => arbitraries.findCounterexample(input);
export const matchers = { ...journeyMatchers };
export const pooled = (options: PoolOptions) => createPool(options);
export const runner: TaskRunner = createPool({ createWorker: () => new Worker('worker.js', { type: 'module' }) });
export const bar: Progress | undefined = ({} as Journey).progress;
export const told2 = (progress: RunProgress): number => progress.share;
export type Ids = IdOf<readonly [{ readonly id: 'a' }, { readonly id: 'b' }]>;

const today = byIds({ journey: { name: 'a', interactions: [] }, segments: [{ id: 'old', share: 1 }] });
export const old: number = today.segments.old.satisfaction.mean;
// @ts-expect-error there is no such segment
today.segments.young;
`;

/** A slip in what is written in place is found by the compiler, wherever it stands. */
const slips = `
import * as peakend from 'peakend';
const journey = { name: 'a', interactions: [{ id: 'a', duration: 60 }] };
// @ts-expect-error patience
peakend.simulate({ journey, segments: [{ id: 'p', share: 1, patienc: 3 }] });
// @ts-expect-error patience
void peakend.simulateAsync({ journey, segments: [{ id: 'p', share: 1, patienc: 3 }] });
// @ts-expect-error share
peakend.compare({ baseline: journey, variants: { b: journey }, segments: [{ id: 'p', shares: 1 }] });
// @ts-expect-error share
void peakend.compareAsync({ baseline: journey, variants: { b: journey }, segments: [{ id: 'p', shares: 1 }] });
// @ts-expect-error expectation
peakend.createSimulator({ segments: [{ id: 'p', share: 1 }, { id: 'q', expectaton: 3 }] });
// @ts-expect-error skip
peakend.simulate({ journey, segments: [{ id: 'p', share: 1, responses: { a: { skp: 1 } } }] });
// @ts-expect-error affect
peakend.simulate({ journey, segments: [{ id: 'p', share: 1, dependence: { afect: 1 } }] });
// @ts-expect-error beta
peakend.simulate({ journey, segments: [{ id: 'p', share: 1, model: { time: { bta: 0.8 } } }] });
// @ts-expect-error patience
peakend.defineSegments([{ id: 'p', share: 1, patienc: 3 }]);
// @ts-expect-error returnValue
peakend.waterfall({ baseline: journey, edits: [], segments: [{ id: 'p', share: 1, returnvalue: 3 }] });
// @ts-expect-error returnValue
peakend.robustness({ baseline: journey, variant: journey, segments: [{ id: 'p', share: 1, returnvalue: 3 }] });
// @ts-expect-error name
peakend.experiment({ measure: 'rating', conditions: { a: { journey } }, segments: [{ id: 'p', share: 1, nam: 'x' }] });
// @ts-expect-error affect
peakend.defineJourney({ name: 'a', interactions: [{ id: 'a', duration: 60, afect: 3 }] });
// @ts-expect-error tolerance
peakend.defineJourney({ name: 'a', interactions: [{ id: 'a', kind: 'wait', duration: 60, wait: { tolerence: 3 } }] });

const ids = peakend.simulate({ journey, segments: [{ id: 'p', share: 0.5 }, { id: 'q', share: 0.5, model: { time: { beta: 0.8 } } }] });
export const known: number = ids.segments.p.satisfaction.mean + ids.segments.q.satisfaction.mean;
// @ts-expect-error there is no such segment
ids.segments.r;
export const alone: number = peakend.simulate({ journey }).segments.everyone.satisfaction.mean;
`;

/** What a form holds: fields that are there and undefined. And what a file holds: any text where a word is wanted. */
const outside = `
import * as peakend from 'peakend';
import raw from './visit.json';
import people from './people.json';
import plan from './plan.json';
declare const form: { affect: number | undefined; name: string | undefined; duration: string | undefined; seed: number | undefined };
const { seed: _, ...fields } = form;
peakend.simulate({ journey: { name: 'a', promise: form.duration, interactions: [{ id: 'a', ...fields }] }, seed: form.seed, customers: undefined, segments: undefined });
peakend.update('a', fields);
peakend.insert({ id: 'a', ...fields, failure: undefined }, { to: 'end' }, { cost: undefined });
peakend.defineSegments([{ id: 'a', share: 1, patience: form.duration, dependence: { affect: form.affect } }]);
peakend.scaled(3, { scale: form.affect });
peakend.simulate({ journey: peakend.journeyFromJson(raw), segments: peakend.segmentsFromJson(people) });
peakend.redesign(peakend.journeyFromJson(raw), peakend.editsFromJson(plan));
`;
const data = {
  'visit.json': {
    name: 'a',
    interactions: [
      { id: 'a', kind: 'wait', duration: { type: 'exponential', mean: 60 } },
      { id: 'b', duration: 5 },
    ],
  },
  'people.json': [{ id: 'a', share: 1, model: { time: { perspective: 'prospective' } } }],
  'plan.json': [{ edit: 'move', id: 'a', place: { to: 'end' } }],
};

/** Strict, libraries checked too, and without the types of the DOM or of Node: the declarations need nothing but the language. */
const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: 'ES2022',
  lib: ['ES2022'],
  types: [],
};
/** With the types of a browser; what is exported is declared too. */
const declaring = {
  ...strict,
  lib: ['ES2022', 'DOM'],
  noEmit: false,
  declaration: true,
  emitDeclarationOnly: true,
  outDir: 'out',
  resolveJsonModule: true,
};
const nodenext = { module: 'nodenext', moduleResolution: 'nodenext' };
const bundler = { module: 'esnext', moduleResolution: 'bundler' };

const settings = [
  {
    name: 'a strict program under node16, ESM and CommonJS',
    compilerOptions: { ...strict, module: 'node16', moduleResolution: 'node16' },
    files: { 'esm.mts': esm, 'cjs.cts': commonjs },
  },
  { name: 'a strict program under a bundler', compilerOptions: { ...strict, ...bundler }, files: { 'esm.ts': esm } },
  {
    name: 'wrappers that declare what they give, under nodenext',
    compilerOptions: { ...declaring, ...nodenext },
    files: { 'wrappers.mts': wrappers },
  },
  {
    name: 'wrappers that declare what they give, under a bundler',
    compilerOptions: { ...declaring, ...bundler },
    files: { 'wrappers.ts': wrappers },
  },
  {
    name: 'a pool that is closed after use',
    compilerOptions: { ...strict, ...bundler, lib: ['ES2022', 'ESNext.Disposable'] },
    files: { 'used.ts': used },
  },
  { name: 'whoever mistypes a field', compilerOptions: { ...strict, ...bundler }, files: { 'slips.ts': slips } },
  { name: 'forms and files', compilerOptions: { ...declaring, ...bundler }, files: { 'outside.ts': outside } },
];

describe('the declarations', () => {
  it.each(settings)('serve $name', ({ name, compilerOptions, files }) => {
    const folder = join(consumer, name.replaceAll(/\W+/g, '-'));
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    for (const [file, content] of Object.entries(data)) writeFileSync(join(folder, file), JSON.stringify(content));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
    let said = '';
    try {
      execFileSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    } catch (error) {
      said = (error as { stdout: string }).stdout;
    }
    expect(said).toBe('');
  });
});
