import { numbersFromText, numbersToText } from '../plain/base64';
import { JourneyError } from '../errors/journey-error';
import type { NumberRecord } from '../plain/number-record';
import { isList, peek } from '../plain/plain-object';
import { finish, type Errand } from '../plain/work';
import { chunkSize } from '../random/stream';
import type { Asked } from './asked';
import type { Progress } from './progress';
import { liveRange, taperedRanges, type Gathered, type Harvest } from './ranges';
import type { Range } from './run-study';
import type { Stage } from './stage';
import { refuseFunctions, stepsOf, writtenSettings } from './written-study';

/** Some customers of a study, to be lived elsewhere. */
export interface RangeTask extends Range {
  readonly kind: Asked<unknown>['kind'];
  /** As the door takes it, with its number of customers. */
  readonly study: Readonly<Record<string, unknown>>;
  /** Whether the result may hold typed arrays. */
  readonly clones: boolean;
}

/** What they come to. */
export interface RangeResult extends Range {
  /** Bit for bit: base64 where it has to be JSON. */
  readonly numbers: string | Float64Array;
  /** Long columns stand apart where they need not be text: whoever sends them on may hand over their memory. */
  readonly columns?: readonly Float64Array[];
}

/** Customers × steps of a task: about a twentieth of a second, so that what a task costs besides hardly counts (judgement). */
const taskSize = 500_000;

/** A study's customers in ranges. What comes back joins the harvest. */
export function rangeErrand<Own extends Gathered>(
  asked: Asked<unknown, Own>,
  customers: number,
  harvest: Harvest<Own>,
  progress: Progress,
): Errand {
  const { study } = asked;
  const perCustomer = study.segments.length * stepsOf(study.journeys);
  const chunks = Math.max(1, Math.round(taskSize / perCustomer / chunkSize));
  const ranges = taperedRanges(customers, chunks * chunkSize);
  return {
    size: customers * perCustomer,
    wanted: false,
    tasks(clones) {
      refuseFunctions(study);
      progress.done = 0;
      progress.total = customers * study.segments.length;
      const written = { ...writtenSettings(study, customers), ...asked.own() };
      return ranges.map((range): RangeTask => ({ kind: asked.kind, study: written, ...range, clones }));
    },
    execute: (task: RangeTask) => executeRange(asked, customers, task),
    take(result, index) {
      const range = ranges[index]!;
      const saved = recordOf(result, range);
      try {
        harvest.join(saved!, range.first);
      } catch (cause) {
        throw noResult(range, cause);
      }
      progress.done += range.count * study.segments.length;
    },
  };
}

/** Does a task of a study that has been read. `stage`: where they live. Default: one of their own. */
export function executeRange<Own extends Gathered>(
  { study, gather }: Pick<Asked<unknown, Own>, 'study' | 'gather'>,
  customers: number,
  { first, count, clones }: Range & Pick<RangeTask, 'clones'>,
  stage?: Stage,
): RangeResult {
  const { numbers, columns } = finish(liveRange(study, gather, customers, { first, count }, clones, stage));
  return clones ? { first, count, numbers, columns } : { first, count, numbers: writtenNumbers(numbers, count, 'task.count') };
}

/** A little less than the longest text there may be: JSON around it has to find room as well. */
const longestText = 500_000_000;

/** What so many customers of each segment come to as text, where one can hold it. `path`: where their number stands. */
export function writtenNumbers(numbers: Float64Array, count: number, path: string): string {
  const length = 4 * Math.ceil(numbers.byteLength / 3);
  if (length <= longestText) return numbersToText(numbers);
  const fitting = Math.floor(((longestText / length) * count) / chunkSize) * chunkSize;
  const fewer = 'fewer outcomes, or segments in studies of their own';
  const [expected, hint] =
    fitting === 0
      ? ['numbers that one text can hold', `ask for ${fewer}`]
      : [`at most ${fitting}, whose numbers one text can hold`, `plan shards with shardSize: ${fitting}, or ask for ${fewer}`];
  throw new JourneyError([{ code: 'too-large', path, expected, received: `${count} customers with ${numbers.length} numbers`, hint }]);
}

function recordOf(result: unknown, range: Range): NumberRecord | undefined {
  const numbers = numbersOf(result, range);
  const columns = peek(result, 'columns') ?? [];
  const isRecord = isList(columns) && columns.every((column) => column instanceof Float64Array);
  return numbers !== undefined && isRecord ? { numbers, columns } : undefined;
}

/** The numbers of a result; undefined where it is none of these customers. */
export function numbersOf(result: unknown, { first, count }: Range): Float64Array | undefined {
  if (peek(result, 'first') !== first || peek(result, 'count') !== count) return undefined;
  const numbers = peek(result, 'numbers');
  return typeof numbers === 'string' ? numbersFromText(numbers) : numbers instanceof Float64Array ? numbers : undefined;
}

function noResult({ first, count }: Range, cause: unknown): Error {
  const expected = `what customers ${first} to ${first + count - 1} come to`;
  return new JourneyError([{ code: 'invalid-type', path: 'runner', expected, received: 'something else' }], { cause });
}
