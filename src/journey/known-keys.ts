import { journeySchemas } from './step-fields';
import { segmentSchemas } from './segment-fields';

const keysOf = (schema: { readonly shape: object }): readonly string[] => Object.keys(schema.shape);

const { journey, step, option, choice, none, failure, recovery, retry, retryWait, wait, progress, source } = journeySchemas;

const keysByName: Readonly<Record<string, readonly string[]>> = {
  interactions: keysOf(step),
  parts: keysOf(step),
  options: keysOf(option),
  choice: keysOf(choice),
  failure: keysOf(failure),
  none: keysOf(none),
  recovery: keysOf(recovery),
  retry: keysOf(retry),
  wait: keysOf(wait),
  progress: keysOf(progress),
  source: keysOf(source),
};

/** The keys that may stand in the object at a path of a journey: its last name says what it is (`interactions[2].failure` is a failure). */
export function knownJourneyKeys(path: readonly PropertyKey[]): readonly string[] {
  const name = path.findLast((key) => typeof key === 'string');
  if (name === 'wait' && path.includes('retry')) return keysOf(retryWait);
  return name === undefined ? keysOf(journey) : (keysByName[name] ?? []);
}

/** As {@link knownJourneyKeys}, for segments. Responses stand under the target's own name, so whatever is not named here is one. */
export function knownSegmentKeys(path: readonly PropertyKey[]): readonly string[] {
  const first = path.find((key) => typeof key === 'string');
  if (first === undefined) return keysOf(segmentSchemas.segment);
  return keysOf(first === 'dependence' ? segmentSchemas.dependence : segmentSchemas.response);
}
