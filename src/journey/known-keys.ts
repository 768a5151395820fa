import { journeySchemas } from './journey-schema';
import { segmentSchemas } from './segment-schema';

type Shaped = { readonly shape: object };

/** The keys that may stand in the object at a path: its last name says what it is (`interactions[2].failure` is a failure). */
function keysByName(root: Shaped, byName: Readonly<Record<string, Shaped>>): (path: readonly PropertyKey[]) => readonly string[] {
  return (path) => {
    const name = path.findLast((key) => typeof key === 'string');
    const shaped = name === undefined ? root : byName[name];
    return shaped === undefined ? [] : Object.keys(shaped.shape);
  };
}

const { journey, step, option, choice, failure, recovery, wait, progress, source } = journeySchemas;

export const knownJourneyKeys = /* @__PURE__ */ keysByName(journey, {
  interactions: step,
  parts: step,
  options: option,
  choice,
  failure,
  recovery,
  wait,
  progress,
  source,
});

/** Responses stand under the target's own name, so whatever is not named here is one. */
export function knownSegmentKeys(path: readonly PropertyKey[]): readonly string[] {
  const names = path.filter((key) => typeof key === 'string');
  const shaped: Shaped =
    names.length === 0 ? segmentSchemas.segment : names[0] === 'dependence' ? segmentSchemas.dependence : segmentSchemas.response;
  return Object.keys(shaped.shape);
}
