import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import { quote, unfit } from '../errors/wording';
import type { Segment } from '../journey/types';
import { checkWhole } from '../plain/check-number';
import { reading } from '../plain/reading';
import type { CustomMemory } from '../model/types';
import { streamSchemeVersion } from '../random/root-key';
import { checkResult } from '../results/check-result';
import { segmentIds, variantNames } from '../results/order';
import type { Comparison, Simulation, StudyRecord } from '../results/types';
import { readStudy, type NamedJourney } from '../simulation/read-study';
import { OneCustomer } from './one-customer';

/** Which customer to explain. */
export interface ExplainOptions {
  /** The segment's id. */
  readonly segment: string;
  /** 0 … customers − 1, as in `columns` and in `mostGained` and `mostLost`. */
  readonly customer: number;
  /** The memory function, where this segment's memory is one: a result holds no functions. Default: none is needed. */
  readonly remember?: CustomMemory | undefined;
}
/** Which customer of a comparison to explain. */
export interface ExplainComparedOptions extends ExplainOptions {
  /** Only this variant. Default: all. */
  readonly variant?: string | undefined;
}

/** `difference` stands in what `mostGained` and `mostLost` list, so that one of those can be handed over as it is. */
const optionKeys = ['segment', 'customer', 'variant', 'remember', 'difference'] as const;

/** What is wrong with the request, before the study is read again. */
export function readRequest(
  given: unknown,
  how: unknown,
): { readonly result: Simulation | Comparison; readonly options: ExplainComparedOptions } {
  const result = checkResult(given, 'result');
  const read = reading(how, optionKeys, { path: 'options', expected: 'an object with segment and customer' });
  const { issues } = read;
  const { segment, customer, variant } = read.written;
  const segments = segmentIds(result);
  if (!segments.includes(segment as string)) issues.push(unknownName('segment', segment, segments));
  checkWhole(customer, 'customer', issues, { min: 0, max: result.study.customers - 1 });
  if (variant !== undefined) {
    const variants = result.kind === 'comparison' ? variantNames(result) : [];
    if (result.kind === 'simulation') read.fault('variant', 'a variant only for what compare returned', { code: 'conflict' });
    else if (!variants.includes(variant as string)) issues.push(unknownName('variant', variant, variants));
  }
  read.callback('remember', 'a function of the lived curve');
  const { streams } = result.versions;
  if (streams !== streamSchemeVersion) {
    const expected = `scheme ${streamSchemeVersion}, the one this version of the library draws by`;
    const hint = `explain it with version ${result.versions.library}, or simulate it again with this one`;
    issues.push(unfit(streams, 'result.versions.streams', expected, { code: 'conflict', hint }));
  }
  read.finish();
  return { result, options: read.written as unknown as ExplainComparedOptions };
}

/** Reads the recorded study through the same doors as `simulate` and goes to one customer of it. */
export function openCustomer(record: StudyRecord, journeys: readonly NamedJourney[], options: ExplainOptions): OneCustomer {
  const { count: _, ...segment } = record.segments.find(({ id }) => id === options.segment)!;
  const missing: CustomMemory = () => 0;
  const remember = options.remember ?? missing;
  const study = readStudy(
    {
      // The others of the population do not matter to one customer.
      segments: [withMemory({ ...segment, share: 1 }, remember)],
      model: withMemory(record, remember).model,
      customers: record.customers,
      seed: record.seed,
    },
    journeys,
    ['segment', 'customer'],
  );
  const [model] = study.models;
  const { memory } = model!;
  const isMissing = memory.kind === 'custom' && memory.remember === missing;
  if (isMissing || (options.remember !== undefined && memory.kind !== 'custom')) {
    throw new JourneyError([
      isMissing
        ? {
            code: 'missing',
            path: 'remember',
            expected: 'the memory function that was simulated with: a result holds no functions',
            received: 'nothing',
            hint: 'explain(result, { segment, customer, remember })',
          }
        : {
            code: 'conflict',
            path: 'remember',
            expected: `no function: this segment's memory is of kind ${quote(memory.kind)}`,
            received: 'a function',
          },
    ]);
  }
  return new OneCustomer(study.segments[0]!, model!, study.journeys, study.root, options.customer);
}

/** Puts the function back where a custom memory lost it on the way into the result. */
function withMemory<Holder extends Pick<Segment, 'model'>>(holder: Holder, remember: CustomMemory): Holder {
  const memory = holder.model?.memory as { readonly kind?: string; readonly remember?: unknown } | undefined;
  if (memory?.kind !== 'custom' || memory.remember !== undefined) return holder;
  return { ...holder, model: { ...holder.model, memory: { ...memory, kind: 'custom', remember } } };
}
