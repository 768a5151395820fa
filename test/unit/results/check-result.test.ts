import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../src/ribbon/read-drawing';
import { compare } from '../../../src/comparison/compare';
import { explain } from '../../../src/explain/explain';
import { columns } from '../../../src/results/columns';
import { rows } from '../../../src/results/rows';
import { toMarkdown, toText } from '../../../src/results/to-text';
import { simulate } from '../../../src/simulation/simulate';
import { checkStandards } from '../../../src/standards/check-standards';
import { journeyMatchers } from '../../../src/standards/matchers';

const journey = {
  name: 'Visit',
  interactions: [
    { id: 'wait', duration: 60 },
    { id: 'talk', duration: 300, affect: 2 },
  ],
};
const shared = { customers: 20, seed: 1 };
const segments = [
  { id: 'new', share: 0.5 },
  { id: 'old', share: 0.5, returnValue: 3 },
];
const simulated = JSON.stringify(simulate({ ...shared, journey, segments, keep: ['satisfaction'], population: 100 }));
const better = { ...journey, interactions: [{ id: 'talk', duration: 300, affect: 3 }] };
const compared = JSON.stringify(compare({ ...shared, baseline: journey, variants: { better }, segments }));

type Door = (result: never) => unknown;
const standard = { outcome: 'satisfaction', atLeast: 1 } as const;
const doors: Record<string, Door> = {
  toText,
  toMarkdown,
  rows,
  explain: (result) => explain(result, { segment: 'old', customer: 3 }),
  checkStandards: (result) => checkStandards(result, standard),
  toMeet: (result) => journeyMatchers.toMeet.call({}, result, standard),
};
const simulationDoors: Record<string, Door> = {
  columns: (result) => columns(result, 'old'),
  emotionRibbon: (result) => readDrawing(result, {}),
};

/** The paths of all objects and lists of a result, and those of its values that stand right in them. */
function places(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const deeper = Object.entries(value)
    .filter(([key]) => !['model', 'kept', 'mostGained', 'mostLost'].includes(key) && !(Number(key) > 1))
    .flatMap(([key, inner]) => places(inner, [...path, key]));
  return path.length === 0 ? deeper : [[...path], ...deeper];
}

function damage(text: string, path: readonly string[], value: unknown): never {
  const copy = JSON.parse(text) as Record<string, unknown>;
  let holder = copy;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  if (value === undefined && !Array.isArray(holder)) delete holder[path.at(-1)!];
  else holder[path.at(-1)!] = value;
  return copy as never;
}

function thrownBy(run: () => unknown): { name?: string; code?: string; issues?: readonly { path: string }[] } {
  try {
    run();
    return {};
  } catch (error) {
    return error as { name: string };
  }
}

describe.each([
  ['simulation', simulated, { ...doors, ...simulationDoors }],
  ['comparison', compared, doors],
])('a %s read back from JSON', (_kind, text, all) => {
  it('passes every door whole', () => {
    for (const door of Object.values(all)) expect(() => door(JSON.parse(text) as never)).not.toThrow();
  });

  it('never throws a raw error when damaged, wherever it is', () => {
    const raw: string[] = [];
    for (const path of places(JSON.parse(text)).filter((path, index) => path.length < 3 || (path.length < 4 && index % 5 === 0))) {
      for (const value of [undefined, 5, []]) {
        const result = damage(text, path, value);
        for (const [name, door] of Object.entries(all)) {
          const error = thrownBy(() => door(result));
          if (error.name !== undefined && error.name !== 'JourneyError') raw.push(`${name} ${path.join('.')} ${JSON.stringify(value)}`);
        }
      }
    }
    expect(raw).toEqual([]);
  });
});

it.each([
  [simulated, ['overall'], 'result.overall'],
  [simulated, ['segments', 'old'], 'result.segments.old'],
  [simulated, ['overall', 'satisfaction', 'mean'], 'result.overall.satisfaction.mean'],
  [simulated, ['segments', 'old', 'satisfaction'], 'result.segments.old.satisfaction'],
  [simulated, ['study', 'segments'], 'result.study.segments'],
  [simulated, ['study', 'segments', '1', 'id'], 'result.study.segments[1].id'],
  [simulated, ['study', 'model', 'loyalty'], 'result.study.model.loyalty'],
  [simulated, ['versions', 'journey'], 'result.versions.journey'],
  [simulated, ['versions', 'streams'], 'result.versions.streams'],
  [simulated, ['cautions', '0', 'message'], 'result.cautions[0].message'],
  [simulated, ['journey'], 'result.journey'],
  [simulated, ['journey', 'interactions'], 'result.journey.interactions'],
  [simulated, ['overall', 'interactions', 'talk'], 'result.overall.interactions.talk'],
  [compared, ['variants'], 'result.variants'],
  [compared, ['variants', 'better', 'overall'], 'result.variants.better.overall'],
  [compared, ['variants', 'better', 'simulation', 'study'], 'result.variants.better.simulation.study'],
  [compared, ['variants', 'better', 'simulation', 'versions', 'journey'], 'result.variants.better.simulation.versions.journey'],
  [compared, ['variants', 'better', 'overall', 'satisfaction'], 'result.variants.better.overall.satisfaction'],
  [compared, ['variants', 'better', 'overall', 'satisfaction', 'sentence'], 'result.variants.better.overall.satisfaction.sentence'],
])('names the damaged place, and what is not there (%#)', (text, path, told) => {
  for (const door of Object.values(doors)) {
    for (const value of [null, undefined]) {
      expect(thrownBy(() => door(damage(text, path, value)))).toMatchObject({ code: 'invalid-type', issues: [{ path: told }] });
    }
  }
});

it('columns refuses what is no simulation and what is no segment', () => {
  for (const other of [null, undefined, 5, JSON.parse(compared)]) {
    expect(thrownBy(() => columns(other as never, 'old'))).toMatchObject({ code: 'invalid-type', issues: [{ path: 'result' }] });
  }
  for (const segment of [5, undefined, {}]) {
    expect(thrownBy(() => columns(JSON.parse(simulated) as never, segment as never))).toMatchObject({
      code: 'invalid-type',
      issues: [{ path: 'segment' }],
    });
  }
});

it('explain tells at most 200 faults of its options', () => {
  const options = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`unknown${index}`, 1]));
  const error = thrownBy(() => explain(JSON.parse(simulated) as never, { segment: 'old', customer: 0, ...options }));
  expect(error).toMatchObject({ code: 'unknown-key', more: 300 });
  expect(error.issues).toHaveLength(200);
});

it('matchers and constructors refuse options that are no object', () => {
  for (const options of [5, null, 'by', []]) {
    expect(
      thrownBy(() => journeyMatchers.toImprove.call({}, JSON.parse(compared) as never, 'satisfaction', options as never)),
    ).toMatchObject({
      code: 'invalid-type',
      issues: [{ path: 'options' }],
    });
  }
});

describe('what responses aim at in a result that was read back', () => {
  const steps = [
    { id: 'desk', duration: 60, stage: 'in', failure: { probability: 0.1, affect: -2 } },
    {
      id: 'pay',
      duration: 9,
      choice: { options: [{ id: 'card', duration: 5, channel: 'shop', failure: { probability: 0.1, affect: -2 } }] },
    },
  ];
  const responding = [{ id: 'all', share: 1, responses: { 'stage:in': { durationScale: 2 } } }];
  const whole = JSON.stringify(simulate({ ...shared, journey: { name: 'Visit', interactions: steps }, segments: responding }));
  const noText = '{"toString":1,"valueOf":1}';

  it.each([
    ['"stage":"in"', `"stage":${noText}`, 'journey.interactions[0].stage'],
    ['"channel":"shop"', `"channel":${noText}`, 'journey.interactions[1].choice.options[0].channel'],
  ])('%s that is no text is refused', (from, to, place) => {
    const damagedResult = JSON.parse(whole.replace(from, to)) as never;
    for (const door of [readDrawing as (result: never, options: object) => unknown, toText as Door]) {
      expect(() => door(damagedResult, {})).toThrowError(
        expect.objectContaining({ code: 'invalid-type', issues: [expect.objectContaining({ path: `result.${place}` })] }) as Error,
      );
    }
  });
});
